/* What a value is judged by, in this order: shared by check and message. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_VALUE_JUDGE_H
#define SCHEMA_VALUE_JUDGE_H

#include "schema/value.h"

enum verdict {
    VERDICT_TYPE, /* no lexical form of its built-in type */
    VERDICT_PATTERN,
    VERDICT_LENGTH,
    VERDICT_CHOICE,
    VERDICT_BOUNDS,
    VERDICT_GOOD
};

/* The first that text fails; white space has been seen to, and the type is
 * no union. Fills *value where it is good. */
enum verdict value_judge(const struct schema *schema,
                         const struct simple_type *type, struct str text,
                         struct value *value);

#endif
