/* Ways through a content model: breadth first over its automaton. */
/* SPDX-License-Identifier: MIT */
#include "schema/run_search.h"

#include <string.h>

#define MAX_NAMES 8

const struct edge *find_edge(const struct schema *s, uint16_t state,
                             uint16_t name)
{
    const struct state *from = &s->states[state];

    for (uint16_t i = 0; i < from->edge_count; i++)
        if (s->edges[from->first_edge + i].name == name)
            return &s->edges[from->first_edge + i];
    return NULL;
}

static bool seen(const struct search *search, uint16_t state)
{
    for (size_t i = 0; i < search->count; i++)
        if (search->states[i] == state)
            return true;
    return false;
}

static void visit(struct search *search, uint16_t state, size_t from,
                  uint16_t by)
{
    if (search->count == MAX_PATH_STATES || seen(search, state))
        return;
    search->states[search->count] = state;
    search->from[search->count] = (uint16_t)from;
    search->by[search->count] = by;
    search->count++;
}

size_t search_state(const struct schema *s, struct search *search,
                    uint16_t start, uint16_t name)
{
    search->count = 0;
    visit(search, start, 0, 0);
    for (size_t at = 0; at < search->count; at++) {
        const struct state *state = &s->states[search->states[at]];

        if (name == SCHEMA_NONE
                ? state->accepts
                : find_edge(s, search->states[at], name) != NULL)
            return at;
        for (uint16_t i = 0; i < state->edge_count; i++) {
            uint16_t edge = (uint16_t)(state->first_edge + i);

            visit(search, s->edges[edge].target, at, edge);
        }
    }
    return SIZE_MAX;
}

uint16_t first_missing(const struct search *search, size_t at)
{
    while (search->from[at] != 0)
        at = search->from[at];
    return search->by[at];
}

size_t missing_count(const struct search *search, size_t at)
{
    size_t count = 0;

    for (; at != 0; at = search->from[at])
        count++;
    return count;
}

static const char *join(struct arena *arena, const char *list, const char *more,
                        bool last)
{
    if (list[0] == '\0')
        return more;
    return arena_format(arena, "%s%s%s", list, last ? " or " : ", ", more);
}

static const char *edge_name(struct run *run, const struct edge *edge)
{
    if (edge->name == SCHEMA_NONE)
        return "an element of another namespace";
    return arena_format(run->findings->arena, "'%s'",
                        run_name(run, edge->name));
}

const char *expected(struct run *run, uint16_t state_index)
{
    const struct schema *s = run->schema;
    const struct state *state = &s->states[state_index];
    struct arena *arena = run->findings->arena;
    bool end = state->accepts;
    const char *list = "";

    for (uint16_t i = 0; i < state->edge_count; i++) {
        list =
            join(arena, list, edge_name(run, &s->edges[state->first_edge + i]),
                 i + 1 == state->edge_count && !end);
    }
    if (end)
        list = join(arena, list, "the end of the element", true);
    return list;
}

/* How many more children are missing beyond an edge of the search's start:
 * SIZE_MAX where it leads nowhere. */
static size_t missing_beyond(const struct schema *s, const struct edge *edge,
                             uint16_t name)
{
    struct search search;
    size_t at = search_state(s, &search, edge->target, name);

    return at == SIZE_MAX ? at : missing_count(&search, at);
}

/* The children any of which would do in a state: those from which `more` are
 * missing on the way to the goal. */
static const char *step_names(struct run *run, uint16_t state_index,
                              uint16_t goal, size_t more, uint16_t except)
{
    const struct schema *s = run->schema;
    const struct state *state = &s->states[state_index];
    struct arena *arena = run->findings->arena;
    const char *list = "";

    for (uint16_t i = 0; i < state->edge_count; i++) {
        const struct edge *edge = &s->edges[state->first_edge + i];

        if (missing_beyond(s, edge, goal) != more)
            continue;
        if (edge->name == except && except != SCHEMA_NONE)
            return "";
        list = join(arena, list, edge_name(run, edge), true);
    }
    return list;
}

const char *missing_names(struct run *run, const struct search *search,
                          size_t at, uint16_t goal, uint16_t except)
{
    struct arena *arena = run->findings->arena;
    const char *all = "", *after = "", *verb = "is";
    size_t count = missing_count(search, at), more = 0;

    for (; count > MAX_NAMES; count--, more++) /* the first will do */
        at = search->from[at];
    for (; at != 0; at = search->from[at], more++) {
        uint16_t state = search->states[search->from[at]];
        const char *one = step_names(run, state, goal, more, except);

        if (one[0] == '\0' || strcmp(one, after) == 0)
            continue;
        if (all[0] == '\0') {
            all = one;
        } else {
            all = arena_format(arena, "%s%s%s", one,
                               strcmp(verb, "is") == 0 ? " and " : ", ", all);
            verb = "are";
        }
        after = one;
    }
    return all[0] != '\0' ? arena_format(arena, "%s %s", all, verb) : "";
}
