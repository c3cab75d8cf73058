/* Sets of characters, and the byte sequences that spell them in UTF-8. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_PATTERN_CLASS_H
#define SCHEMA_PATTERN_CLASS_H

#include "schema/automaton.h"

struct class_range {
    uint32_t first, last; /* code points */
};

struct character_class {
    struct arena *arena;
    struct class_range *ranges;
    size_t count, capacity;
};

void class_add(struct character_class *class, uint32_t first, uint32_t last);
void class_unite(struct character_class *class,
                 const struct character_class *other);
void class_negate(struct character_class *class);
void class_remove(struct character_class *class,
                  const struct character_class *what);

/* What \s, \d, \i, \c (and in capitals their negations) stand for; false for
 * any other letter. */
bool class_escape(struct character_class *class, uint32_t letter);

/* The class as an expression over bytes. */
struct expression *class_expression(struct character_class *class);

#endif
