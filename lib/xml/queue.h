/* Offsets in the order in which they come, until they are taken. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_QUEUE_H
#define XML_QUEUE_H

#include "base/alloc.h"

#include <stdint.h>

struct queue {
    const struct cis_allocator *from;
    uint64_t *at;
    size_t first; /* the oldest */
    size_t count;
    size_t capacity;
};

void queue_init(struct queue *queue, const struct cis_allocator *from);
void queue_free(struct queue *queue);
void queue_clear(struct queue *queue); /* keeps its memory */

/* False where memory fails. */
bool queue_add(struct queue *queue, uint64_t offset);

/* The oldest, or UINT64_MAX where there is none. */
uint64_t queue_next(const struct queue *queue);

/* As queue_next, and takes it out. */
uint64_t queue_take(struct queue *queue);

#endif
