/* Strings as views (pointer and length), and a growing buffer. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_STR_H
#define BASE_STR_H

#include "base/alloc.h"

#include <stdbool.h>
#include <stddef.h>

/* UTF-8 bytes owned by someone else; at NULL means that there is none. */
struct str {
    const char *at;
    size_t length;
};

/* The arguments for a "%.*s". */
#define STR_ARGS(s) (int)(s).length, str_start(s)

struct str str_of(const char *text); /* up to its NUL; NULL gives none */
const char *str_start(struct str a); /* never NULL: where there is none, "" */
bool str_equal(struct str a, struct str b);
bool str_is(struct str a, const char *text);
int str_compare(struct str a, struct str b); /* by bytes */
bool str_starts(struct str a, struct str prefix);

/* Without XML white space (space, tab, CR, LF) at both ends. */
struct str str_trim(struct str text);

/* Whether it is nothing but XML white space. */
bool str_blank(struct str text);

/* Failure is sticky: once an append failed, all do, and `failed` is set. */
struct buf {
    const struct cis_allocator *from;
    char *at;
    size_t length;
    size_t capacity;
    bool failed;
};

void buf_init(struct buf *buf, const struct cis_allocator *from);
void buf_free(struct buf *buf);  /* fit for cleanup; usable again afterwards */
void buf_clear(struct buf *buf); /* keeps its memory; clears `failed` */
void buf_empty(struct buf *buf); /* keeps its memory, and `failed` */
void buf_append(struct buf *buf, struct str text);
void buf_byte(struct buf *buf, char byte);
void buf_text(struct buf *buf, const char *text);
void buf_format(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Makes room for `more` bytes after length; where they begin, or NULL. */
char *buf_reserve(struct buf *buf, size_t more);

/* Drops the first `count` bytes. */
void buf_drop(struct buf *buf, size_t count);

struct str buf_str(const struct buf *buf);

#endif
