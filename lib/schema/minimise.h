/* Joins the states of an automaton that no input can tell apart. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_MINIMISE_H
#define SCHEMA_MINIMISE_H

#include "base/arena.h"

#include <stdint.h>

/* next[state * classes + class], complete; accepts[state]. */
struct table {
    const uint16_t *next;
    const uint8_t *accepts;
    size_t states;
    size_t classes;
};

/*
 * Hopcroft's algorithm. block_of[state] becomes the number of the block that
 * the state falls into; returns how many blocks there are, 0 where memory
 * fails. n states and k classes cost k n log n.
 */
size_t minimise(struct arena *scratch, const struct table *table,
                uint16_t *block_of);

#endif
