/* Makes an expression over bytes into the smallest table that matches it. */
/* SPDX-License-Identifier: MIT */
#include "schema/automaton.h"

#include "schema/minimise.h"
#include "schema/positions.h"
#include "schema/schema.h"

#include <string.h>

#define BYTES 256

/* What one making shares; all of it is scratch. */
struct making {
    struct arena *scratch;
    struct positions positions;
    struct subsets subsets; /* 0 is the empty set, 1 the start */
    uint8_t class_of[BYTES];
    uint8_t sample[BYTES]; /* a byte of each class */
    size_t classes;
    uint16_t *next;
    uint8_t *accepts;
    size_t next_capacity;
};

static bool takes(const struct expression *what, unsigned byte)
{
    if (what->kind == EXPRESSION_SYMBOL)
        return what->symbol == byte;
    return (what->set[byte / 64] >> byte % 64 & 1) != 0;
}

/* Splits the classes of bytes by what one position takes. */
static void refine(struct making *making, const struct expression *what)
{
    uint16_t split[BYTES]; /* 1 + the class of those that it takes */
    bool taken[BYTES] = {false}, left[BYTES] = {false};
    memset(split, 0, sizeof split);
    for (unsigned i = 0; i < BYTES; i++)
        *(takes(what, i) ? &taken[making->class_of[i]]
                         : &left[making->class_of[i]]) = true;
    for (unsigned i = 0; i < BYTES; i++) {
        uint8_t class = making->class_of[i];
        if (!taken[class] || !left[class] || !takes(what, i))
            continue;
        if (split[class] == 0)
            split[class] = (uint16_t)++making->classes;
        making->class_of[i] = (uint8_t)(split[class] - 1);
    }
}

static void find_classes(struct making *making)
{
    making->classes = 1;
    for (size_t i = 1; i < making->positions.count; i++)
        refine(making, making->positions.what[i]);
    for (unsigned i = 0; i < BYTES; i++)
        making->sample[making->class_of[i]] = (uint8_t)i;
}

/* Where the class of bytes leads from a state. */
static uint16_t find_target(struct making *making, const uint64_t *set,
                            unsigned byte, uint64_t *target)
{
    const struct positions *positions = &making->positions;
    memset(target, 0, positions->words * sizeof *target);
    size_t at = positions->count;
    while ((at = positions_next(set, at)) != 0) {
        bool taken = takes(positions->what[at], byte);
        if (taken)
            positions_advance(positions, at, target);
        if (!subsets_spend(&making->subsets, taken ? positions->words : 1))
            return 0;
    }
    return subsets_number(&making->subsets, target);
}

static bool make_row(struct making *making, size_t state, uint64_t *target)
{
    size_t classes = making->classes;
    uint16_t *next = arena_grow(making->scratch, making->next, state,
                                &making->next_capacity, classes * sizeof *next);
    if (next == NULL)
        return false;
    making->next = next;
    const uint64_t *set = making->subsets.sets[state];
    for (size_t i = 0; i < classes; i++)
        next[state * classes + i] =
            find_target(making, set, making->sample[i], target);
    return making->subsets.status == AUTOMATON_OK;
}

static enum automaton_status make_table(struct making *making)
{
    struct subsets *subsets = &making->subsets;
    uint64_t *target =
        arena_array(making->scratch, making->positions.words, sizeof *target);
    if (target == NULL)
        return AUTOMATON_NO_MEMORY;
    subsets_init(subsets, making->scratch, making->positions.words);
    subsets_number(subsets, target);
    subsets_number(subsets, making->positions.first);
    for (size_t i = 0; i < subsets->count; i++)
        if (!make_row(making, i, target))
            break;
    making->accepts = arena_array(making->scratch, subsets->count, 1);
    if (making->scratch->failed)
        return AUTOMATON_NO_MEMORY;
    for (size_t i = 0; i < subsets->count; i++)
        making->accepts[i] = (subsets->sets[i][0] & 1) != 0;
    return subsets->status;
}

/* The dead state's block is 0 and the start's is 1, as struct pattern wants
 * it. Where nothing matches they are one block, and 1 stays a state that
 * nothing leads to. */
static size_t number_blocks(const uint16_t *block_of, size_t states,
                            uint16_t *number)
{
    size_t count = 2;
    for (size_t i = 2; i < states; i++)
        number[block_of[i]] = 0;
    number[block_of[1]] = 1;
    number[block_of[0]] = 0;
    for (size_t i = 2; i < states; i++) {
        uint16_t block = block_of[i];
        if (block != block_of[0] && block != block_of[1] && number[block] == 0)
            number[block] = (uint16_t)count++;
    }
    return count;
}

static void fill(const struct making *making, const uint16_t *block_of,
                 const uint16_t *number, uint16_t *next, uint8_t *accepts)
{
    size_t classes = making->classes;
    for (size_t i = 0; i < making->subsets.count; i++) {
        size_t row = number[block_of[i]];
        accepts[row] = making->accepts[i];
        for (size_t k = 0; k < classes; k++)
            next[row * classes + k] =
                number[block_of[making->next[i * classes + k]]];
    }
}

static enum automaton_status write_pattern(struct making *making,
                                           struct arena *arena,
                                           struct pattern *pattern)
{
    size_t states = making->subsets.count;
    struct table table = {making->next, making->accepts, states,
                          making->classes};
    uint16_t *block_of = arena_array(making->scratch, states, sizeof *block_of);
    uint16_t *number = arena_array(making->scratch, states, sizeof *number);
    if (number == NULL || block_of == NULL ||
        minimise(making->scratch, &table, block_of) == 0)
        return AUTOMATON_NO_MEMORY;
    size_t count = number_blocks(block_of, states, number);
    uint8_t *class_of = arena_array(arena, BYTES, 1);
    uint8_t *accepts = arena_array(arena, count, 1);
    uint16_t *next = arena_array(arena, count * making->classes, sizeof *next);
    if (class_of == NULL || accepts == NULL || next == NULL)
        return AUTOMATON_NO_MEMORY;
    memcpy(class_of, making->class_of, BYTES);
    fill(making, block_of, number, next, accepts);
    pattern->class_of = class_of;
    pattern->accepts = accepts;
    pattern->next = next;
    pattern->class_count = (uint16_t)making->classes;
    pattern->state_count = (uint16_t)count;
    return AUTOMATON_OK;
}

static enum automaton_status make(struct making *making, struct arena *arena,
                                  struct expression *expression,
                                  struct pattern *pattern)
{
    enum automaton_status status =
        positions_make(making->scratch, expression, &making->positions);
    if (status != AUTOMATON_OK)
        return status;
    find_classes(making);
    status = make_table(making);
    if (status != AUTOMATON_OK)
        return status;
    return write_pattern(making, arena, pattern);
}

enum automaton_status automaton_make_bytes(struct arena *arena,
                                           struct expression *expression,
                                           struct pattern *pattern)
{
    __attribute__((cleanup(arena_free))) struct arena scratch;
    arena_init(&scratch, arena->from);
    struct making making = {.scratch = &scratch};
    enum automaton_status status = make(&making, arena, expression, pattern);
    if (scratch.failed)
        arena->failed = true;
    return arena->failed ? AUTOMATON_NO_MEMORY : status;
}
