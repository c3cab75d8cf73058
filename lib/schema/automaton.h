/* Regular expressions over symbols, made into deterministic automata. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_AUTOMATON_H
#define SCHEMA_AUTOMATON_H

#include "base/arena.h"

#include <stdint.h>

#define REPEAT_UNBOUNDED UINT32_MAX

/* An expression under construction, in an arena. Content models use it over
 * element names, patterns over bytes. NULL (memory) is passed on. Parts may be
 * used again. Sequences and choices grow at their end, `first` being what was
 * made before: grown at the other end, they are too large beyond 256 parts. */
struct expression;

/* particle says which occurrence in the schema it comes from: two different
 * ones that compete for a symbol make a content model ambiguous. */
struct expression *expression_symbol(struct arena *arena, uint16_t symbol,
                                     uint16_t particle);
/* Any symbol of the set: 256 bits, for bytes. */
struct expression *expression_set(struct arena *arena,
                                  const uint64_t set[static 4]);
struct expression *expression_empty(struct arena *arena);
struct expression *expression_sequence(struct arena *arena,
                                       struct expression *first,
                                       struct expression *second);
struct expression *expression_choice(struct arena *arena,
                                     struct expression *one,
                                     struct expression *other);
struct expression *expression_repeat(struct arena *arena,
                                     struct expression *what, uint32_t least,
                                     uint32_t most);

struct automaton_edge {
    uint16_t symbol;
    uint16_t particle;
    uint16_t target;
};

struct automaton_state {
    struct automaton_edge *edges; /* in the order of the expression */
    uint16_t edge_count;
    bool accepts;
};

/* State 0 is the start. */
struct automaton {
    struct automaton_state *states;
    uint16_t state_count;
    bool ambiguous; /* two particles competed for a symbol somewhere */
    uint16_t ambiguous_symbol;
};

enum automaton_status {
    AUTOMATON_OK,
    AUTOMATON_TOO_LARGE,
    AUTOMATON_NO_MEMORY
};

/* At most 4,096 positions (symbols, with repeats written out) and 4,096
 * states. Only symbol expressions, no sets. Where memory fails, arena->failed
 * is set as well. */
enum automaton_status automaton_make(struct arena *arena,
                                     struct expression *expression,
                                     struct automaton *automaton);

/* The same over bytes, with sets and byte symbols, as the table of struct
 * pattern (schema.h), minimised. */
struct pattern;
enum automaton_status automaton_make_bytes(struct arena *arena,
                                           struct expression *expression,
                                           struct pattern *pattern);

#endif
