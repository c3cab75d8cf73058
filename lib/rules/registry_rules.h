/* The rules of the registry itself (G), and how they are run. */
/* SPDX-License-Identifier: MIT */
#ifndef RULES_REGISTRY_RULES_H
#define RULES_REGISTRY_RULES_H

#include "rules/rule.h"

/*
 * Judges a registry that was read from a file: its nodes have their places,
 * and the findings of its schema are in on->findings. on->summit is NULL.
 * An id that is taken, and a state without entry, which the schema told as
 * references, are G007 and G003 afterwards: one cause, one finding.
 */
void registry_rules_run(const struct rule_run *on);

#endif
