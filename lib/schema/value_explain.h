/* What the messages about values are made with. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_VALUE_EXPLAIN_H
#define SCHEMA_VALUE_EXPLAIN_H

#include "schema/value_judge.h"

struct explaining {
    const struct schema *schema;
    const struct simple_type *type; /* no union */
    uint16_t simple;                /* of the value: a union perhaps */
    enum verdict verdict;
    struct str text; /* white space has been seen to */
    const char *quoted;
    struct arena *arena;
    struct value_fault *fault;
};

/* Dates, months and years that are wrong in themselves. */
bool explain_date(const struct explaining *of);

/* The date as it should be written, where that is plain: a hint. */
void hint_date(const struct explaining *of);

/* How many groups of digits there are, as a date has them; 0 where there are
 * letters. */
unsigned date_groups(struct str text);

#endif
