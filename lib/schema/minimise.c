/* Hopcroft's algorithm: splits blocks of states until none has to be. */
/* SPDX-License-Identifier: MIT */
#include "schema/minimise.h"

#include <string.h>

/* The states lie in `order` block by block; those of a block that were
 * marked lie at its beginning. */
struct block {
    uint32_t first, end;
    uint32_t marked;
};

struct partition {
    const struct table *table;
    uint16_t *order;
    uint16_t *place; /* the inverse */
    uint16_t *block_of;
    struct block *blocks;
    uint16_t *touched;  /* blocks with marks */
    uint16_t *waiting;  /* blocks to split others by */
    uint16_t *splitter; /* the states of the one under way */
    uint32_t *sources;  /* where a state's sources begin, class by class */
    uint16_t *from;     /* the states that lead there */
    size_t count, touched_count, waiting_count;
};

static bool make_room(struct arena *scratch, struct partition *partition)
{
    size_t states = partition->table->states;
    size_t classes = partition->table->classes;
    uint16_t **lists[] = {&partition->order, &partition->place,
                          &partition->touched, &partition->waiting,
                          &partition->splitter};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        *lists[i] = arena_array(scratch, states, sizeof(uint16_t));
    partition->blocks = arena_array(scratch, states, sizeof *partition->blocks);
    partition->sources =
        arena_array(scratch, states * classes + 1, sizeof(uint32_t));
    partition->from = arena_array(scratch, states * classes, sizeof(uint16_t));
    return !scratch->failed;
}

/* A counting sort of the transitions by class and target. */
static void find_sources(struct partition *partition)
{
    const struct table *table = partition->table;
    size_t states = table->states;
    uint32_t *begin = partition->sources;
    for (size_t i = 0; i < states * table->classes; i++)
        begin[i % table->classes * states + table->next[i] + 1]++;
    for (size_t i = 0; i < states * table->classes; i++)
        begin[i + 1] += begin[i];
    /* Filling moves each beginning back from its end. */
    for (size_t left = states * table->classes; left > 0; left--) {
        size_t i = left - 1;
        size_t slot = i % table->classes * states + table->next[i];
        partition->from[--begin[slot + 1]] = (uint16_t)(i / table->classes);
    }
    for (size_t i = 0; i < states * table->classes; i++)
        begin[i] = begin[i + 1];
    begin[states * table->classes] = (uint32_t)(states * table->classes);
}

static void wait_for(struct partition *partition, size_t block)
{
    partition->waiting[partition->waiting_count++] = (uint16_t)block;
}

/* Those that accept apart from those that do not. */
static void split_first(struct partition *partition)
{
    size_t filled = 0;
    for (unsigned accepts = 0; accepts < 2; accepts++) {
        size_t first = filled;
        for (size_t i = 0; i < partition->table->states; i++) {
            if ((partition->table->accepts[i] != 0) != (accepts != 0))
                continue;
            partition->order[filled] = (uint16_t)i;
            partition->place[i] = (uint16_t)filled++;
            partition->block_of[i] = (uint16_t)partition->count;
        }
        if (filled == first)
            continue;
        partition->blocks[partition->count] =
            (struct block){.first = (uint32_t)first, .end = (uint32_t)filled};
        wait_for(partition, partition->count++);
    }
}

/* A state leads to one other by each class: none is marked twice. */
static void mark(struct partition *partition, uint16_t state)
{
    uint16_t number = partition->block_of[state];
    struct block *block = &partition->blocks[number];
    uint32_t here = partition->place[state];
    uint32_t there = block->first + block->marked;
    if (block->marked++ == 0)
        partition->touched[partition->touched_count++] = number;
    uint16_t other = partition->order[there];
    partition->order[there] = state;
    partition->order[here] = other;
    partition->place[state] = (uint16_t)there;
    partition->place[other] = (uint16_t)here;
}

/* The smaller part becomes the new block, and is the one to wait unless the
 * old one does already: then both have to. */
static void split(struct partition *partition, uint16_t number)
{
    struct block *old = &partition->blocks[number];
    uint32_t middle = old->first + old->marked;
    uint32_t marked = old->marked;
    old->marked = 0;
    if (middle == old->end)
        return;
    struct block *new = &partition->blocks[partition->count];
    if (marked <= old->end - middle) {
        *new = (struct block){.first = old->first, .end = middle};
        old->first = middle;
    } else {
        *new = (struct block){.first = middle, .end = old->end};
        old->end = middle;
    }
    for (uint32_t i = new->first; i < new->end; i++)
        partition->block_of[partition->order[i]] = (uint16_t)partition->count;
    wait_for(partition, partition->count++);
}

static void split_by(struct partition *partition, size_t class, size_t size)
{
    const uint32_t *begin =
        partition->sources + class * partition->table->states;
    for (size_t i = 0; i < size; i++) {
        uint16_t state = partition->splitter[i];
        for (uint32_t k = begin[state]; k < begin[state + 1]; k++)
            mark(partition, partition->from[k]);
    }
    for (size_t i = 0; i < partition->touched_count; i++)
        split(partition, partition->touched[i]);
    partition->touched_count = 0;
}

size_t minimise(struct arena *scratch, const struct table *table,
                uint16_t *block_of)
{
    struct partition partition = {.table = table, .block_of = block_of};
    if (!make_room(scratch, &partition))
        return 0;
    find_sources(&partition);
    split_first(&partition);
    while (partition.waiting_count > 0) {
        const struct block *block =
            &partition.blocks[partition.waiting[--partition.waiting_count]];
        size_t size = block->end - block->first;
        /* A copy: the block itself may be split on the way. */
        memcpy(partition.splitter, partition.order + block->first,
               size * sizeof *partition.splitter);
        for (size_t i = 0; i < table->classes; i++)
            split_by(&partition, i, size);
    }
    return partition.count;
}
