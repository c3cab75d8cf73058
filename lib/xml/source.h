/* The decoded text still needed, and its offsets as lines and columns. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_SOURCE_H
#define XML_SOURCE_H

#include "base/arena.h"
#include "base/str.h"
#include "finding/finding.h"

enum encoding {
    ENCODING_UTF8,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE
};

/* An excerpt has at most so many characters, and bytes on either side of the
 * place that it shows. */
enum {
    SOURCE_EXCERPT = 160,
    SOURCE_AROUND = 4 * SOURCE_EXCERPT
};

/* What is known at one offset of the decoded text. */
struct source_mark {
    uint64_t offset;   /* in the decoded text, without byte order mark */
    uint64_t original; /* in the input */
    uint64_t line;     /* from 1; LF, CR and CR LF end a line */
    uint64_t column;   /* characters, from 1 */
};

/*
 * A window on the decoded text: it grows at its end and is discarded at its
 * start. Lines and columns are counted when somebody asks, from the nearest
 * mark (one each 4 KiB), so that a million questions stay linear.
 */
struct source {
    struct buf text;
    uint64_t base;      /* the offset of text.at[0] */
    uint64_t keep;      /* the reader needs the text from here on … */
    uint64_t reach;     /* … and tells what is before this */
    uint64_t forgotten; /* text before it may be gone: see source_knows */
    enum encoding encoding;
    struct source_mark *marks; /* marks[0] is at base */
    size_t mark_count;
    size_t mark_capacity;
};

void source_init(struct source *source, const struct cis_allocator *from);
void source_free(struct source *source);
void source_clear(struct source *source); /* for the next input */

/* Bytes of byte order mark that precede offset 0, and the encoding. */
void source_begin(struct source *source, enum encoding encoding,
                  size_t mark_bytes);
void source_append(struct source *source, struct str text);
uint64_t source_end(const struct source *source);

/* Where the stretch ends that events are about just now: unlike source_end the
 * same however the input was cut. */
uint64_t source_reach(const struct source *source);

/* Whether memory failed: then text is missing. */
bool source_failed(const struct source *source);

/* The text from offset to the end of what is there ("" outside). */
struct str source_from(const struct source *source, uint64_t offset);
struct str source_text(const struct source *source, struct extent where);

/* Allows everything before offset to be forgotten (the beginning of its line
 * is kept for excerpts where it is near). Cheap to call often. What the reader
 * is at work on stays in any case. */
void source_discard(struct source *source, uint64_t offset);

/* Whether nobody has allowed the text at offset to be forgotten. Depends on
 * the content only, never on how the input was cut. */
bool source_knows(const struct source *source, uint64_t offset);

/* An extent beyond the end counts on in bytes from there, on its line. */
void source_resolve(struct source *source, struct extent where,
                    struct cis_place *place);

/* A copy of that part, in which the same offsets have the same places, and
 * which no question changes: for several threads. False where memory fails;
 * source_free is due in any case. */
bool source_copy(struct source *to, const struct cis_allocator *from,
                 struct source *source, struct extent part);

/* At most SOURCE_EXCERPT characters of the line around the extent's start,
 * copied to the arena; malformed bytes cannot occur. */
struct cis_excerpt source_excerpt(struct source *source, struct extent where,
                                  struct arena *arena);

#endif
