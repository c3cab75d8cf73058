/* Offsets in the order in which they come, until they are taken. */
/* SPDX-License-Identifier: MIT */
#include "xml/queue.h"

enum {
    FIRST_CAPACITY = 4096
};

void queue_init(struct queue *queue, const struct cis_allocator *from)
{
    *queue = (struct queue){.from = from};
}

void queue_free(struct queue *queue)
{
    alloc_free(queue->from, queue->at);
    queue_init(queue, queue->from);
}

void queue_clear(struct queue *queue)
{
    queue->first = queue->count = 0;
}

static bool grow(struct queue *queue)
{
    size_t capacity =
        queue->capacity == 0 ? FIRST_CAPACITY : 2 * queue->capacity;
    uint64_t *at = alloc_resize(queue->from, queue->at, capacity * sizeof *at);

    if (at == NULL)
        return false;
    queue->at = at;
    queue->capacity = capacity;
    return true;
}

bool queue_add(struct queue *queue, uint64_t offset)
{
    if (queue->count == queue->capacity && !grow(queue))
        return false;
    queue->at[queue->count++] = offset;
    return true;
}

uint64_t queue_next(const struct queue *queue)
{
    return queue->first < queue->count ? queue->at[queue->first] : UINT64_MAX;
}

uint64_t queue_take(struct queue *queue)
{
    uint64_t offset = queue_next(queue);

    if (offset != UINT64_MAX && ++queue->first == queue->count)
        queue_clear(queue);
    return offset;
}
