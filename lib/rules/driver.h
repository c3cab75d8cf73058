/* Runs the table of rules over one summit. */
/* SPDX-License-Identifier: MIT */
#ifndef RULES_DRIVER_H
#define RULES_DRIVER_H

#include "rules/rule.h"

/*
 * Runs every rule whose needs are met, adding to the findings, which hold
 * the schema's own of this summit already (they silence rules, too). ran:
 * one flag per code, set for those that ran, never cleared here. skipped:
 * set for those that could not judge this summit or a part of it, and
 * cleared for all others; a rule can have done both. skip may be NULL.
 */
unsigned rules_run(const struct rule_run *on, bool ran[static CODE_COUNT],
                   bool skipped[static CODE_COUNT], rules_skip *skip,
                   void *context);

/* Visits the parts that the record has and none of those judged. */
void rules_unseen(const struct summit *summit, unsigned judged,
                  void (*visit)(void *context, const struct node *part),
                  void *context);

#endif
