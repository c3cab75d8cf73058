/* Seeded changes to records: the vocabulary, and one mutation at a time. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_SCHEMA_MUTATE_H
#define TESTS_SCHEMA_MUTATE_H

#include "../support/chance.h"

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Names and values that mutations choose from; strings are owned. */
struct words {
    char **at;
    size_t count, capacity;
};

struct vocabulary {
    struct words elements, attributes, values, ids;
};

void words_add(struct words *words, const char *word);
bool words_have(const struct words *words, const char *word);

const char *words_choose(struct chance *chance, const struct words *words);

/* One that types draw the line at. */
const char *edge_value(struct chance *chance);

/* What the schema names: elements, attributes, values of enumerations. */
void vocabulary_of_schema(struct vocabulary *v, const xmlDoc *schema);
/* What a record has: values of attributes, and ids. */
void vocabulary_of_record(struct vocabulary *v, const xmlDoc *record);
void vocabulary_free(struct vocabulary *v);

/* A value in the place of the present one; to be freed. */
char *other_value(const struct vocabulary *v, const char *present,
                  struct chance *chance);

/* Changes one thing, or (rarely) finds nothing to change. The root may be
 * another one afterwards. */
void mutate(xmlDoc *document, const struct vocabulary *v,
            struct chance *chance);

/* The nth element in document order, from 0; NULL beyond the last. */
xmlNode *nth_element(const xmlDoc *document, size_t nth);
size_t count_elements(const xmlDoc *document);

#endif
