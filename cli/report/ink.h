/* Colours and links, on pages that want them. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_INK_H
#define REPORT_INK_H

#include "writer.h"

enum ink {
    INK_NOTE, /* the severities first, in their order */
    INK_WARNING,
    INK_ERROR,
    INK_PLACE,
    INK_MARK,
    INK_HINT,
    INK_GOOD,
};

void ink_on(const struct page *page, enum ink ink);
void ink_off(const struct page *page);

/* What is written in between leads to the file. */
void link_on(const struct page *page, const char *path);
void link_off(const struct page *page);

#endif
