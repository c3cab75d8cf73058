/* Entries of a record that are of one person. */
/* SPDX-License-Identifier: MIT */
#ifndef RULES_TWINS_H
#define RULES_TWINS_H

#include "rules/rule.h"

/* For each entry of people, in their order, the first one before it with the
 * same state and name, or NULL. NULL where memory fails. */
const struct person **query_twins(struct rule_run *run);

#endif
