/* Text for a terminal: whatever is in it, it stays one line. */
/* SPDX-License-Identifier: MIT */
#include "escape.h"

#include "unicode.h"

#include <inttypes.h>

static void print_escape(FILE *to, uint32_t point)
{
    if (point == '\n') {
        fputs("\\n", to);
    } else if (point == '\t') {
        fputs("\\t", to);
    } else if (point < 0x80) {
        fprintf(to, "\\x%02" PRIX32, point);
    } else {
        fprintf(to, "\\u{%" PRIX32 "}", point);
    }
}

void escape_print(FILE *to, const char *text)
{
    while (*text != '\0') {
        const struct glyph glyph = glyph_at(text);
        if (glyph.malformed) {
            fprintf(to, "\\x%02X", (unsigned)(unsigned char)*text);
        } else if (glyph_acts(glyph.point)) {
            print_escape(to, glyph.point);
        } else {
            fwrite(text, 1, glyph.size, to);
        }
        text += glyph.size;
    }
}
