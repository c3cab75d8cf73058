/* Which characters make an XML name, by the edition that XSD 1.0 builds on. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_XML_NAME_H
#define SCHEMA_XML_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * XML 1.0, second edition. The fifth allows far more, but XSD 1.0 and both
 * libxml2 (for xs:NCName, \i and \c) and Xerces keep to the second. All are
 * in the basic plane.
 */
struct name_range {
    uint16_t first, last;
};

struct name_table {
    const struct name_range *ranges; /* ascending */
    size_t count;
};

extern const struct name_table name_letters;
extern const struct name_table name_others; /* what else a name may go on
                                               with, save . - _ : */

/* A letter. A name without colon begins with one, or with "_". */
bool name_letter(uint32_t point);

/* What such a name may go on with. */
bool name_character(uint32_t point);

#endif
