/* UTF-8 as it is shown: code points, their width, and what must not show. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_UNICODE_H
#define REPORT_UNICODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct glyph {
    uint32_t point; /* U+FFFD where the bytes are malformed */
    size_t size;    /* in bytes, at least 1 */
    bool malformed;
};

/* The first code point of a text that is not empty. */
struct glyph glyph_at(const char *text);

/* Columns of a terminal: 0, 1 or 2. Depends on no locale. */
int glyph_width(uint32_t point);

/* Whether it acts on the terminal, or on the order of the text around it,
 * instead of being seen. */
bool glyph_acts(uint32_t point);

#endif
