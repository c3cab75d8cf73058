/* The names and values that mutations choose from. */
/* SPDX-License-Identifier: MIT */
#include "mutate.h"

#include <stdlib.h>
#include <string.h>

bool words_have(const struct words *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++)
        if (strcmp(words->at[i], word) == 0)
            return true;
    return false;
}

void words_add(struct words *words, const char *word)
{
    if (words_have(words, word))
        return;
    if (words->count == words->capacity) {
        words->capacity = words->capacity * 2 + 64;
        words->at = realloc(words->at, words->capacity * sizeof *words->at);
        if (words->at == NULL)
            abort();
    }
    words->at[words->count++] = strdup(word);
}

static void add_property(struct words *words, xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);

    if (value != NULL)
        words_add(words, (const char *)value);
    xmlFree(value);
}

void vocabulary_of_schema(struct vocabulary *v, const xmlDoc *schema)
{
    xmlNode *node;

    for (size_t i = 0; (node = nth_element(schema, i)) != NULL; i++) {
        const char *name = (const char *)node->name;

        if (strcmp(name, "element") == 0)
            add_property(&v->elements, node, "name");
        else if (strcmp(name, "attribute") == 0)
            add_property(&v->attributes, node, "name");
        else if (strcmp(name, "enumeration") == 0)
            add_property(&v->values, node, "value");
    }
}

void vocabulary_of_record(struct vocabulary *v, const xmlDoc *record)
{
    xmlNode *node;

    for (size_t i = 0; (node = nth_element(record, i)) != NULL; i++)
        for (xmlAttr *a = node->properties; a != NULL; a = a->next) {
            const char *name = (const char *)a->name;

            if (a->ns != NULL)
                continue;
            add_property(&v->values, node, name);
            if (strcmp(name, "id") == 0)
                add_property(&v->ids, node, name);
        }
}

static void free_words(struct words *words)
{
    for (size_t i = 0; i < words->count; i++)
        free(words->at[i]);
    free(words->at);
}

void vocabulary_free(struct vocabulary *v)
{
    free_words(&v->elements);
    free_words(&v->attributes);
    free_words(&v->values);
    free_words(&v->ids);
}
