/* Memory that dies together: everything of one record, of one schema. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/alloc.h"
#include "base/str.h"

#include <stdarg.h>

struct arena_block;

/*
 * Failure is sticky: after a failed allocation every further one fails too,
 * and `failed` stays set until the arena is reset.
 */
struct arena {
    const struct cis_allocator *from;
    struct arena_block *blocks; /* the newest first */
    bool failed;
};

void arena_init(struct arena *arena, const struct cis_allocator *from);

/* Cleared memory aligned for any type, or NULL. */
void *arena_new(struct arena *arena, size_t size);

/* The same, not cleared. */
void *arena_room(struct arena *arena, size_t size);

/* Cleared memory for `count` things of `size` bytes each, or NULL. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* A copy that ends with a NUL (not counted in its length); at is NULL on
 * failure. */
struct str arena_copy(struct arena *arena, struct str text);

/* Formats like printf into the arena; "" on failure, never NULL. */
const char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
const char *arena_format_list(struct arena *arena, const char *format,
                              va_list arguments)
    __attribute__((format(printf, 2, 0)));

/*
 * Room for one more in a growing array: returns the array with *capacity
 * over `count`, moved where it had to grow (the old one stays in the arena),
 * or NULL.
 */
void *arena_grow(struct arena *arena, void *array, size_t count,
                 size_t *capacity, size_t size);

/* Forgets everything and keeps one block for reuse; clears `failed`. */
void arena_reset(struct arena *arena);

/* Gives all memory back; the arena can be used again. */
void arena_free(struct arena *arena);

#endif
