/* Where memory comes from: the host's allocation functions. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_ALLOC_H
#define BASE_ALLOC_H

#include <cisvalidate/options.h>
#include <stdbool.h>
#include <stddef.h>

/* The C library's own functions. */
extern const struct cis_allocator alloc_default;

/* New memory, not cleared; NULL on failure. size 0 gives a valid pointer. */
void *alloc_new(const struct cis_allocator *from, size_t size);

/* Grows or shrinks; on failure the old block stays as it was. */
void *alloc_resize(const struct cis_allocator *from, void *block, size_t size);

/* Gives a block back; NULL is fine. */
void alloc_free(const struct cis_allocator *from, void *block);

/* a * b, or false where it does not fit. */
bool size_multiply(size_t a, size_t b, size_t *product);

#endif
