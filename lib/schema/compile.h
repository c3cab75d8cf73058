/* An XSD compiled to tables; what is outside the subset is refused. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_COMPILE_H
#define SCHEMA_COMPILE_H

#include "base/arena.h"
#include "schema/schema.h"

/* One line: where (line of the XSD) and what was refused. */
struct compile_error {
    uint64_t line;
    char message[256];
};

/*
 * Compiles the XSD in `bytes`. The one import allowed is that of the XML
 * namespace, known without a file (xml:lang as xs:language). NULL where it
 * is refused (*error says why) or memory fails (arena->failed). Everything
 * lives in the arena.
 */
const struct schema *schema_compile(struct arena *arena, const void *bytes,
                                    size_t size, struct compile_error *error);

#endif
