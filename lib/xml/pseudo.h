/* The pseudo-attributes of a processing instruction, each with its place. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_PSEUDO_H
#define XML_PSEUDO_H

#include "xml/tag.h"

/*
 * name="value" or name='value', with white space between them, as in
 * xml-stylesheet. References are not read: an '&' stands for itself.
 */
struct pseudo {
    struct str text; /* between the target and "?>" */
    uint64_t base;   /* the offset of text.at[0] */
    size_t at;
    const char *fault;   /* what is wrong; NULL: nothing so far … */
    struct extent where; /* … and where */
};

/* The instruction of that target that begins at offset, which is well-formed;
 * *whole is where it stands, up to after its "?>". */
void pseudo_begin(struct pseudo *pseudo, const struct source *source,
                  uint64_t offset, const char *target, struct extent *whole);

/* The next one; false at the end, and where there is a fault. */
bool pseudo_next(struct pseudo *pseudo, struct tag_part *part);

#endif
