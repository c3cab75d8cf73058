/* What the schema tests share: our engine, and libxml2's as an oracle. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_SCHEMA_ENGINE_H
#define TESTS_SCHEMA_ENGINE_H

#include "schema/compile.h"

#include <stdbool.h>
#include <stddef.h>

enum verdict {
    VALID,
    INVALID,
    BROKEN /* not well-formed, or no memory */
};

extern const char *const verdict_names[];

/* The bytes with a NUL after them, or NULL; to be freed. */
char *read_whole(const char *path, size_t *size);

/* A path in the source tree ("schema/summit.xsd"), in a buffer of its own. */
const char *in_tree(const char *path);

/* Our verdict on a document, by the tables alone: nothing is bound. */
enum verdict engine_verdict(const struct schema *schema, const char *bytes,
                            size_t size);

/* libxml2's schema, compiled once, and its verdict by xmlSchemaValidateDoc. */
struct oracle;
struct oracle *oracle_new(const char *path);
void oracle_free(struct oracle *oracle);
enum verdict oracle_verdict(struct oracle *oracle, const char *bytes,
                            size_t size);
/* What libxml2 said about the last document. */
const char *oracle_words(const struct oracle *oracle);

#endif
