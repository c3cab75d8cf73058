/* Makes expressions, and keeps count of their size while it does. */
/* SPDX-License-Identifier: MIT */
#include "schema/expression.h"

#include <string.h>

/* Recursion over an expression is as deep as this. */
#define MAX_DEPTH 256

static struct expression *make(struct arena *arena, enum expression_kind kind)
{
    struct expression *made = arena_new(arena, sizeof *made);
    if (made != NULL)
        made->kind = kind;
    return made;
}

static uint32_t larger(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

static uint32_t add(uint32_t a, uint32_t b)
{
    return a > EXPRESSION_TOO_LARGE - b ? EXPRESSION_TOO_LARGE : a + b;
}

static uint32_t times(uint32_t a, uint32_t b)
{
    uint64_t product = (uint64_t)a * b;
    return product > EXPRESSION_TOO_LARGE ? EXPRESSION_TOO_LARGE
                                          : (uint32_t)product;
}

static void set_depth(struct expression *made, uint32_t depth)
{
    made->depth = depth;
    if (depth > MAX_DEPTH)
        made->positions = EXPRESSION_TOO_LARGE;
}

struct expression *expression_symbol(struct arena *arena, uint16_t symbol,
                                     uint16_t particle)
{
    struct expression *made = make(arena, EXPRESSION_SYMBOL);
    if (made == NULL)
        return NULL;
    made->symbol = symbol;
    made->particle = particle;
    made->positions = 1;
    return made;
}

struct expression *expression_set(struct arena *arena,
                                  const uint64_t set[static 4])
{
    struct expression *made = make(arena, EXPRESSION_SET);
    if (made == NULL)
        return NULL;
    memcpy(made->set, set, sizeof made->set);
    made->positions = 1;
    return made;
}

struct expression *expression_empty(struct arena *arena)
{
    struct expression *made = make(arena, EXPRESSION_EMPTY);
    if (made != NULL)
        made->nullable = true;
    return made;
}

static struct expression *pair(struct arena *arena, enum expression_kind kind,
                               struct expression *first,
                               struct expression *second)
{
    struct expression *made = make(arena, kind);
    if (made == NULL)
        return NULL;
    made->first = first;
    made->second = second;
    made->positions = add(first->positions, second->positions);
    set_depth(made,
              larger(first->depth + (first->kind != kind), second->depth + 1));
    return made;
}

/* What matches nothing at all leaves no node behind, so that the size of the
 * tree is bounded by its positions. */
struct expression *expression_sequence(struct arena *arena,
                                       struct expression *first,
                                       struct expression *second)
{
    if (first == NULL || second == NULL)
        return NULL;
    if (first->kind == EXPRESSION_EMPTY)
        return second;
    if (second->kind == EXPRESSION_EMPTY)
        return first;
    struct expression *made = pair(arena, EXPRESSION_SEQUENCE, first, second);
    if (made != NULL)
        made->nullable = first->nullable && second->nullable;
    return made;
}

struct expression *expression_choice(struct arena *arena,
                                     struct expression *one,
                                     struct expression *other)
{
    if (one == NULL || other == NULL)
        return NULL;
    if (other->kind == EXPRESSION_EMPTY && one->nullable)
        return one;
    if (one->kind == EXPRESSION_EMPTY && other->nullable)
        return other;
    struct expression *made = pair(arena, EXPRESSION_CHOICE, one, other);
    if (made != NULL)
        made->nullable = one->nullable || other->nullable;
    return made;
}

struct expression *expression_repeat(struct arena *arena,
                                     struct expression *what, uint32_t least,
                                     uint32_t most)
{
    if (what == NULL)
        return NULL;
    if (most == 0)
        return expression_empty(arena);
    if (what->kind == EXPRESSION_EMPTY || (least == 1 && most == 1))
        return what;
    struct expression *made = make(arena, EXPRESSION_REPEAT);
    if (made == NULL)
        return NULL;
    made->first = what;
    made->least = least;
    made->most = most;
    made->nullable = least == 0 || what->nullable;
    made->positions = times(what->positions,
                            most == REPEAT_UNBOUNDED ? larger(least, 1) : most);
    set_depth(made, what->depth + 1);
    return made;
}
