/* The schemas and the registry that are bundled in the library, as bytes. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_EMBEDDED_H
#define SCHEMA_EMBEDDED_H

#include <stddef.h>

struct embedded {
    const char *name; /* as in schema/, for example "summit.xsd" */
    const unsigned char *bytes;
    size_t size;
};

/* In the order of schema/local.mk: summit.xsd first, cis.xml last. */
extern const struct embedded embedded_files[];
extern const size_t embedded_count;

#endif
