/* Numbers the positions of an expression and finds which follow which. */
/* SPDX-License-Identifier: MIT */
#include "schema/positions.h"

#include <string.h>

#define MAX_POSITIONS 4096
#define MAX_NODES 16384
#define MAX_STATES 4096
#define MAX_WORK (UINT64_C(1) << 27)

#define NO_POSITION UINT16_MAX

/* Of the graph between the expression and the follow sets: a position that
 * leads to one, or a fork without a symbol that leads to two. */
struct node {
    uint16_t position; /* NO_POSITION: a fork */
    uint32_t one, other;
};

struct graph {
    struct arena *arena;
    struct node *nodes; /* 0 is the end */
    size_t count, capacity;
    const struct expression **what;
    size_t positions;
    bool too_large;
};

static uint32_t add_node(struct graph *graph, uint16_t position, uint32_t one,
                         uint32_t other)
{
    struct node *nodes = arena_grow(graph->arena, graph->nodes, graph->count,
                                    &graph->capacity, sizeof *nodes);
    if (nodes == NULL || graph->count >= MAX_NODES) {
        graph->too_large = true;
        return 0;
    }
    graph->nodes = nodes;
    nodes[graph->count] = (struct node){position, one, other};
    return (uint32_t)graph->count++;
}

static uint32_t build(struct graph *graph, const struct expression *what,
                      uint32_t next);

static uint32_t build_position(struct graph *graph,
                               const struct expression *what, uint32_t next)
{
    graph->what[graph->positions] = what;
    return add_node(graph, (uint16_t)graph->positions++, next, 0);
}

static uint32_t build_sequence(struct graph *graph,
                               const struct expression *what, uint32_t next)
{
    for (; what->kind == EXPRESSION_SEQUENCE; what = what->first)
        next = build(graph, what->second, next);
    return build(graph, what, next);
}

static uint32_t build_choice(struct graph *graph, const struct expression *what,
                             uint32_t next)
{
    uint32_t entry = build(graph, what->second, next);
    for (what = what->first; what->kind == EXPRESSION_CHOICE;
         what = what->first)
        entry = add_node(graph, NO_POSITION, build(graph, what->second, next),
                         entry);
    return add_node(graph, NO_POSITION, build(graph, what, next), entry);
}

/* One or more times. */
static uint32_t build_loop(struct graph *graph, const struct expression *what,
                           uint32_t next)
{
    uint32_t again = add_node(graph, NO_POSITION, 0, next);
    uint32_t entry = build(graph, what, again);
    if (!graph->too_large)
        graph->nodes[again].one = entry;
    return entry;
}

static uint32_t build_repeat(struct graph *graph, const struct expression *what,
                             uint32_t next)
{
    uint32_t least = what->least;
    uint32_t entry = next;
    if (what->most == REPEAT_UNBOUNDED) {
        entry = build_loop(graph, what->first, next);
        if (least == 0)
            return add_node(graph, NO_POSITION, entry, next);
        least--;
    } else {
        for (uint32_t i = least; i < what->most && !graph->too_large; i++)
            entry = add_node(graph, NO_POSITION,
                             build(graph, what->first, entry), next);
    }
    for (uint32_t i = 0; i < least && !graph->too_large; i++)
        entry = build(graph, what->first, entry);
    return entry;
}

/* Built from the end, so that what follows is there already. Returns the
 * node where `what`, followed by `next`, is entered. */
static uint32_t build(struct graph *graph, const struct expression *what,
                      uint32_t next)
{
    if (graph->too_large)
        return 0;
    switch (what->kind) {
    case EXPRESSION_SYMBOL:
    case EXPRESSION_SET:
        return build_position(graph, what, next);
    case EXPRESSION_SEQUENCE:
        return build_sequence(graph, what, next);
    case EXPRESSION_CHOICE:
        return build_choice(graph, what, next);
    case EXPRESSION_REPEAT:
        return build_repeat(graph, what, next);
    case EXPRESSION_EMPTY:
        break;
    }
    return next;
}

/* Nodes that were reached in the walk with that number. */
struct walk {
    const struct graph *graph;
    uint32_t *reached;
    uint32_t *stack;
    size_t depth;
    uint32_t number;
};

static void reach(struct walk *walk, uint32_t node)
{
    if (walk->reached[node] == walk->number)
        return;
    walk->reached[node] = walk->number;
    walk->stack[walk->depth++] = node;
}

/* The positions that can be reached from the node without a symbol. */
static void close_over(struct walk *walk, uint32_t from, uint64_t *set)
{
    walk->number++;
    reach(walk, from);
    while (walk->depth > 0) {
        const struct node *node =
            &walk->graph->nodes[walk->stack[--walk->depth]];
        if (node->position != NO_POSITION) {
            set[node->position / 64] |= UINT64_C(1) << node->position % 64;
            continue;
        }
        reach(walk, node->one);
        reach(walk, node->other);
    }
}

static enum automaton_status find_follow(struct arena *arena,
                                         const struct graph *graph,
                                         uint32_t entry,
                                         struct positions *positions)
{
    struct walk walk = {
        .graph = graph,
        .reached = arena_array(arena, graph->count, sizeof(uint32_t)),
        .stack = arena_array(arena, graph->count, sizeof(uint32_t)),
    };
    size_t words = graph->positions / 64 + 1;
    positions->words = words;
    positions->count = graph->positions;
    positions->what = graph->what;
    positions->first = arena_array(arena, words, sizeof(uint64_t));
    positions->follow =
        arena_array(arena, graph->positions * words, sizeof(uint64_t));
    if (arena->failed)
        return AUTOMATON_NO_MEMORY;
    close_over(&walk, entry, positions->first);
    for (size_t i = 1; i < graph->count; i++) {
        const struct node *node = &graph->nodes[i];
        if (node->position != NO_POSITION)
            close_over(&walk, node->one,
                       positions->follow + node->position * words);
    }
    return AUTOMATON_OK;
}

enum automaton_status positions_make(struct arena *arena,
                                     struct expression *expression,
                                     struct positions *positions)
{
    if (expression == NULL)
        return AUTOMATON_NO_MEMORY;
    if (expression->positions > MAX_POSITIONS)
        return AUTOMATON_TOO_LARGE;
    struct graph graph = {
        .arena = arena,
        .positions = 1,
        .what = arena_array(arena, expression->positions + 1,
                            sizeof(struct expression *)),
    };
    if (graph.what == NULL)
        return AUTOMATON_NO_MEMORY;
    add_node(&graph, 0, 0, 0);
    uint32_t entry = build(&graph, expression, 0);
    if (arena->failed)
        return AUTOMATON_NO_MEMORY;
    if (graph.too_large)
        return AUTOMATON_TOO_LARGE;
    return find_follow(arena, &graph, entry, positions);
}

size_t positions_next(const uint64_t *set, size_t limit)
{
    size_t word = limit / 64;
    uint64_t bits = 0;
    if (limit % 64 != 0)
        bits = set[word] & ((UINT64_C(1) << limit % 64) - 1);
    while (bits == 0) {
        if (word == 0)
            return 0;
        bits = set[--word];
    }
    return word * 64 + 63 - (size_t)__builtin_clzll(bits);
}

void positions_advance(const struct positions *positions, size_t position,
                       uint64_t *set)
{
    const uint64_t *follow = positions_follow(positions, position);
    for (size_t i = 0; i < positions->words; i++)
        set[i] |= follow[i];
}

void subsets_init(struct subsets *subsets, struct arena *arena, size_t words)
{
    *subsets = (struct subsets){
        .arena = arena,
        .words = words,
        .work = MAX_WORK,
        .status = AUTOMATON_OK,
    };
}

static uint16_t fail(struct subsets *subsets, enum automaton_status status)
{
    if (subsets->status == AUTOMATON_OK)
        subsets->status = status;
    return 0;
}

bool subsets_spend(struct subsets *subsets, uint64_t steps)
{
    if (subsets->work < steps) {
        fail(subsets, AUTOMATON_TOO_LARGE);
        return false;
    }
    subsets->work -= steps;
    return true;
}

/* What the map of sets holds. */
struct subset {
    uint16_t number;
};

uint16_t subsets_number(struct subsets *subsets, const uint64_t *set)
{
    size_t size = subsets->words * sizeof *set;
    struct str key = {(const char *)set, size};
    const struct subset *known = map_get(&subsets->numbers, key);
    if (known != NULL)
        return known->number;
    if (subsets->count >= MAX_STATES)
        return fail(subsets, AUTOMATON_TOO_LARGE);
    uint64_t *copy = arena_array(subsets->arena, subsets->words, sizeof *set);
    struct subset *made = arena_new(subsets->arena, sizeof *made);
    const uint64_t **sets =
        arena_grow(subsets->arena, (void *)subsets->sets, subsets->count,
                   &subsets->capacity, sizeof *sets);
    if (copy == NULL || made == NULL || sets == NULL)
        return fail(subsets, AUTOMATON_NO_MEMORY);
    memcpy(copy, set, size);
    made->number = (uint16_t)subsets->count;
    key.at = (const char *)copy;
    if (map_put(&subsets->numbers, subsets->arena, key, made) == NULL)
        return fail(subsets, AUTOMATON_NO_MEMORY);
    subsets->sets = sets;
    sets[subsets->count] = copy;
    return (uint16_t)subsets->count++;
}
