/* How an expression is kept: a tree that knows how large it is. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_EXPRESSION_H
#define SCHEMA_EXPRESSION_H

#include "schema/automaton.h"

/* Also stands for "nested too deep". */
#define EXPRESSION_TOO_LARGE UINT32_MAX

enum expression_kind {
    EXPRESSION_EMPTY,
    EXPRESSION_SYMBOL,
    EXPRESSION_SET,
    EXPRESSION_SEQUENCE,
    EXPRESSION_CHOICE,
    EXPRESSION_REPEAT
};

/* Sequences and choices lean to the left: `first` may be a long chain of the
 * same kind, which is walked in a loop and costs no depth. */
struct expression {
    enum expression_kind kind;
    uint16_t symbol, particle;
    uint64_t set[4];
    struct expression *first; /* of a repeat: what is repeated */
    struct expression *second;
    uint32_t least, most;
    uint32_t positions; /* symbols, once repeats are written out */
    uint32_t depth;
    bool nullable; /* may match nothing at all */
};

#endif
