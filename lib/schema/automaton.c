/* Makes an expression over symbols into a deterministic automaton. */
/* SPDX-License-Identifier: MIT */
#include "schema/automaton.h"

#include "schema/positions.h"

#include <string.h>

/* What one making shares. */
struct making {
    struct positions positions;
    struct subsets subsets;
    struct automaton_edge *edges; /* of the state under way */
    uint64_t *target;             /* a set under construction */
    struct arena *arena;          /* for what lasts */
    struct automaton *automaton;
};

static struct automaton_edge *find_edge(struct automaton_edge *edges,
                                        size_t count, uint16_t symbol)
{
    for (size_t i = 0; i < count; i++)
        if (edges[i].symbol == symbol)
            return &edges[i];
    return NULL;
}

static void note_conflict(struct automaton *automaton, uint16_t symbol)
{
    if (automaton->ambiguous)
        return;
    automaton->ambiguous = true;
    automaton->ambiguous_symbol = symbol;
}

/* The symbols that may come in a state, in the order of the expression. */
static uint16_t list_symbols(struct making *making, const uint64_t *set)
{
    uint16_t count = 0;
    size_t at = making->positions.count;
    while ((at = positions_next(set, at)) != 0) {
        const struct expression *what = making->positions.what[at];
        struct automaton_edge *known =
            find_edge(making->edges, count, what->symbol);
        if (!subsets_spend(&making->subsets, count + 1))
            return 0;
        if (known == NULL)
            making->edges[count++] = (struct automaton_edge){
                .symbol = what->symbol, .particle = what->particle};
        else if (known->particle != what->particle)
            note_conflict(making->automaton, what->symbol);
    }
    return count;
}

/* Where the symbol leads from a state. */
static uint16_t find_target(struct making *making, const uint64_t *set,
                            uint16_t symbol)
{
    const struct positions *positions = &making->positions;
    memset(making->target, 0, positions->words * sizeof *making->target);
    size_t at = positions->count;
    while ((at = positions_next(set, at)) != 0) {
        if (positions->what[at]->symbol == symbol)
            positions_advance(positions, at, making->target);
        if (!subsets_spend(&making->subsets, positions->words))
            return 0;
    }
    return subsets_number(&making->subsets, making->target);
}

static void make_state(struct making *making, const uint64_t *set,
                       struct automaton_state *state)
{
    state->accepts = (set[0] & 1) != 0;
    uint16_t count = list_symbols(making, set);
    for (uint16_t i = 0; i < count; i++)
        making->edges[i].target =
            find_target(making, set, making->edges[i].symbol);
    state->edges = arena_array(making->arena, count, sizeof *state->edges);
    if (state->edges == NULL)
        return;
    memcpy(state->edges, making->edges, count * sizeof *state->edges);
    state->edge_count = count;
}

/* Making a state finds further ones. */
static enum automaton_status make_states(struct making *making)
{
    struct subsets *subsets = &making->subsets;
    struct automaton *automaton = making->automaton;
    size_t capacity = 0;
    subsets_number(subsets, making->positions.first);
    for (size_t i = 0; i < subsets->count; i++) {
        automaton->states = arena_grow(making->arena, automaton->states, i,
                                       &capacity, sizeof *automaton->states);
        if (automaton->states == NULL)
            return AUTOMATON_NO_MEMORY;
        automaton->states[i] = (struct automaton_state){0};
        make_state(making, subsets->sets[i], &automaton->states[i]);
        if (subsets->status != AUTOMATON_OK)
            return subsets->status;
        automaton->state_count = (uint16_t)(i + 1);
    }
    return subsets->status;
}

static enum automaton_status make(struct arena *scratch,
                                  struct expression *expression,
                                  struct making *making)
{
    const struct positions *positions = &making->positions;
    enum automaton_status status =
        positions_make(scratch, expression, &making->positions);
    if (status != AUTOMATON_OK)
        return status;
    making->edges =
        arena_array(scratch, positions->count, sizeof *making->edges);
    making->target =
        arena_array(scratch, positions->words, sizeof *making->target);
    subsets_init(&making->subsets, scratch, positions->words);
    return make_states(making);
}

enum automaton_status automaton_make(struct arena *arena,
                                     struct expression *expression,
                                     struct automaton *automaton)
{
    __attribute__((cleanup(arena_free))) struct arena scratch;
    arena_init(&scratch, arena->from);
    *automaton = (struct automaton){0};
    struct making making = {.arena = arena, .automaton = automaton};
    enum automaton_status status = make(&scratch, expression, &making);
    if (scratch.failed)
        arena->failed = true;
    return arena->failed ? AUTOMATON_NO_MEMORY : status;
}
