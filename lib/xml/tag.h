/* Where the parts of a tag stand, found again in its source text. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_TAG_H
#define XML_TAG_H

#include "base/arena.h"
#include "xml/source.h"

struct tag_part {
    struct extent name;
    struct extent value; /* without its quotation marks; empty for none */
};

/* The element name as written, with its prefix. tag: offset of its '<'. */
struct extent tag_name(const struct source *source, uint64_t tag);

/* The whole tag, from '<' to after '>'. */
struct extent tag_whole(const struct source *source, uint64_t tag);

/* The attribute (or namespace declaration) that comes next after offset, at
 * first the end of tag_name, then that of the last value; false at the end of
 * the tag. Copes with tags that are not well-formed. */
bool tag_next(const struct source *source, uint64_t offset,
              struct tag_part *part);

/* An attribute by its name as written ("xml:lang"); false if there is none. */
bool tag_attribute(const struct source *source, uint64_t tag,
                   struct str qualified_name, struct extent *name,
                   struct extent *value);

/* The value that stands there as XML reads it, references resolved, without
 * the white space around it. In the arena. */
struct str tag_value(const struct source *source, struct extent value,
                     struct arena *arena);

/* From the first to the last character that is not white space, comment or
 * processing instruction, between the end of the tag and `end`; empty, at
 * the end of the tag, where there is none. */
struct extent tag_content(const struct source *source, uint64_t tag,
                          uint64_t end);

#endif
