/* The positions of an expression, and which may follow which (Glushkov). */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_POSITIONS_H
#define SCHEMA_POSITIONS_H

#include "base/map.h"
#include "schema/expression.h"

/*
 * Positions are numbered from the end of the expression: 0 is the end itself,
 * the highest is its first symbol. Sets of them are bits in `words` words.
 */
struct positions {
    const struct expression **what; /* of each position; NULL for the end */
    uint64_t *follow;               /* words for each position */
    uint64_t *first;                /* where a match may begin */
    size_t count;
    size_t words;
};

enum automaton_status positions_make(struct arena *arena,
                                     struct expression *expression,
                                     struct positions *positions);

static inline const uint64_t *
positions_follow(const struct positions *positions, size_t position)
{
    return positions->follow + position * positions->words;
}

/* The highest position of the set below `limit`, or 0 if there is none. Goes
 * through a set in the order of the expression. */
size_t positions_next(const uint64_t *set, size_t limit);

/* Adds the positions that may follow to the set. */
void positions_advance(const struct positions *positions, size_t position,
                       uint64_t *set);

/* The states of a deterministic automaton: each is a set of positions. */
struct subsets {
    struct arena *arena;
    const uint64_t **sets;
    size_t count;
    size_t capacity;
    size_t words;
    uint64_t work; /* steps left: what takes more is too large */
    struct map numbers;
    enum automaton_status status;
};

void subsets_init(struct subsets *subsets, struct arena *arena, size_t words);

/* The number of the set, a new one where it is new. 0 with `status` set
 * where there are too many. */
uint16_t subsets_number(struct subsets *subsets, const uint64_t *set);

/* Takes that many steps; false, with `status` set, where none are left. */
bool subsets_spend(struct subsets *subsets, uint64_t steps);

#endif
