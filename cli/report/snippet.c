/* A line of source, and a caret line under the range that is meant. */
/* SPDX-License-Identifier: MIT */
#include "snippet.h"

#include "ink.h"
#include "unicode.h"

#include <inttypes.h>

enum {
    TAB = 8
};

/* Columns of the terminal, counted from 0 after the margin. */
struct marks {
    int at;    /* where the text has come to */
    int start; /* of the range, -1 while it is not reached */
    int end;   /* -1 while it is not reached */
};

static void print_glyph(FILE *to, const char *text, const struct glyph *glyph,
                        struct marks *marks)
{
    if (glyph->point == '\t') {
        const int width = TAB - marks->at % TAB;
        fprintf(to, "%*s", width, "");
        marks->at += width;
    } else if (glyph->malformed || glyph_acts(glyph->point)) {
        fputs("\xEF\xBF\xBD", to); /* U+FFFD */
        marks->at++;
    } else {
        fwrite(text, 1, glyph->size, to);
        marks->at += glyph_width(glyph->point);
    }
}

static void print_source(FILE *to, struct cis_excerpt excerpt,
                         const struct cis_place *place, struct marks *marks)
{
    uint64_t column = excerpt.first_column;
    const char *text = excerpt.text;

    if (column > 1) {
        fputs("\xE2\x80\xA6", to); /* an ellipsis: the line began earlier */
        marks->at++;
    }
    while (*text != '\0') {
        const struct glyph glyph = glyph_at(text);
        if (marks->start < 0 && column >= place->column) {
            marks->start = marks->at;
        }
        if (marks->end < 0 && place->end_line == place->line &&
            column >= place->end_column) {
            marks->end = marks->at;
        }
        print_glyph(to, text, &glyph, marks);
        text += glyph.size;
        column++;
    }
    fputc('\n', to);
}

/* A range that is empty, or past the end of the line, has one caret. */
static void print_marks(FILE *to, const struct marks *marks)
{
    const int start = marks->start < 0 ? marks->at : marks->start;
    const int end = marks->end < 0 ? marks->at : marks->end;

    fprintf(to, "%*s^", start, "");
    for (int i = start + 1; i < end; i++) {
        fputc('~', to);
    }
}

void snippet_print(const struct page *page, struct cis_excerpt excerpt,
                   const struct cis_place *place)
{
    struct marks marks = {.start = -1, .end = -1};
    FILE *to = page->to;

    if (excerpt.text == NULL) {
        return;
    }
    const int margin = fprintf(to, "%5" PRIu64 " | ", place->line);
    print_source(to, excerpt, place, &marks);
    fprintf(to, "%*s | ", margin < 3 ? 0 : margin - 3, "");
    ink_on(page, INK_MARK);
    print_marks(to, &marks);
    ink_off(page);
    fputc('\n', to);
}
