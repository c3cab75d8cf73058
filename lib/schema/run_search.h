/* Ways through a content model: what is missing before a child or the end. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_RUN_SEARCH_H
#define SCHEMA_RUN_SEARCH_H

#include "schema/runner.h"

#define MAX_PATH_STATES 256

/* The edge for a name (SCHEMA_NONE: the wildcard's), or NULL. */
const struct edge *find_edge(const struct schema *s, uint16_t state,
                             uint16_t name);

/* The states of one content model stand together: those reachable from its
 * first state. Breadth first, so that the fewest children are missing. */
struct search {
    uint16_t states[MAX_PATH_STATES];
    uint16_t from[MAX_PATH_STATES]; /* position in states */
    uint16_t by[MAX_PATH_STATES];   /* the edge that led there */
    size_t count;
};

/* As a name to search for: none has it, so all states are gone through. */
#define SEARCH_ALL (NAME_UNKNOWN - 1)

/*
 * The nearest state, beyond the present one, that has an edge for the name
 * (or, for SCHEMA_NONE, that accepts). Gives the position in the search, or
 * SIZE_MAX.
 */
size_t search_state(const struct schema *s, struct search *search,
                    uint16_t start, uint16_t name);

/* How many children are missing on the way, and the first of them. */
size_t missing_count(const struct search *search, size_t at);
uint16_t first_missing(const struct search *search, size_t at);

/* "'dates' and 'venue' are", "'place' or 'videoconference' is": the children
 * missing on the way to the goal (a name; SCHEMA_NONE: the end), without
 * `except`; "" for none. */
const char *missing_names(struct run *run, const struct search *search,
                          size_t at, uint16_t goal, uint16_t except);

/* "'title' or 'dates'": what the state expects, in the schema's order. */
const char *expected(struct run *run, uint16_t state_index);

#endif
