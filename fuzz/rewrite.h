/* Documents spelt another way: other bytes, the same meaning. */
/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_REWRITE_H
#define FUZZ_REWRITE_H

#include "../tests/schema/mutate.h"

struct rewritten {
    char *text; /* in UTF-8 */
    size_t text_size;
    char *bytes; /* the same, or in UTF-16 */
    size_t size;
};

/*
 * Order of attributes, quotes, prefixes, CDATA sections, character references,
 * comments, processing instructions, white space between elements and in tags,
 * empty-element tags, XML declaration and encoding are drawn anew.
 */
struct rewritten rewrite_document(const xmlDoc *document,
                                  struct chance *chance);
void rewritten_free(struct rewritten *made);

#endif
