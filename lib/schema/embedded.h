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

/* summit.xsd, registry.xsd, facts.xsd, xml.xsd, cis.xml, in this order. */
extern const struct embedded embedded_files[];
extern const size_t embedded_count;

#endif
