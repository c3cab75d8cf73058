/* Values of simple types: white space, type, facets, and what is wrong. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_VALUE_H
#define SCHEMA_VALUE_H

#include "base/arena.h"
#include "schema/schema.h"

#include <cisvalidate/date.h>

/* A value as typed data. text is after white-space processing; it points
 * into the raw text, or into the scratch buffer where that had to change. */
struct value {
    struct str text;
    uint8_t builtin;      /* of the union member that accepted it, too */
    uint16_t choice;      /* position in the enumeration, from 1; 0: none */
    struct cis_date date; /* of a date, month or year without time zone */
    int64_t number;       /* of integers, seconds of a time, 0 or 1 */
};

/* Whether raw is of the type. The hot path: allocates only where white space
 * in the middle has to change. scratch->failed tells of memory. */
bool value_check(const struct schema *schema, uint16_t simple, struct str raw,
                 struct buf *scratch, struct value *value);

/* Why it is not (after value_check said so), for a message and a hint. */
struct value_fault {
    bool not_in_list;    /* S006 rather than S005 */
    const char *message; /* "'2024-13-08' is not a date: month 13 does not
                            exist" — plain words, names the facet */
    const char *hint;    /* did-you-mean, or NULL */
};

void value_explain(const struct schema *schema, uint16_t simple, struct str raw,
                   struct arena *arena, struct value_fault *fault);

/*
 * Fills `nth` of the choices of one type, so that long lists need not be gone
 * through; the compiler then sets `sorted` of the type. Their order stays.
 */
void choices_sort(struct choice *choices, uint16_t count);

/* The type's name as people read it: "day", "xs:boolean". */
const char *simple_name(const struct schema *schema, uint16_t simple);

/* By its XSD name ("xs:token" without the prefix); BUILTIN_COUNT if it is
 * not one that we support. */
enum builtin builtin_find(struct str local);
const char *builtin_name(enum builtin builtin);

/* The bound that a facet value of that type gives; not given where the value
 * is not of the type or has a time zone. */
struct bound builtin_bound(enum builtin builtin, struct str text);

#endif
