/* A small element tree, for reading schemas. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_TREE_H
#define XML_TREE_H

#include "base/arena.h"
#include "xml/problem.h"

struct tree_attribute {
    struct str local;
    struct str ns; /* none: no namespace */
    struct str value;
    struct tree_attribute *next;
};

struct tree_node {
    struct str local;
    struct str ns;
    struct str text; /* its own character data, joined; none if it has none */
    uint64_t line;   /* of its tag */
    struct tree_attribute *attributes; /* in their order */
    struct tree_node *parent;
    struct tree_node *first;
    struct tree_node *next;
    /* the namespace declarations in scope, for names in values */
    struct tree_namespace *namespaces;
};

struct tree_namespace {
    struct str prefix; /* none: the default */
    struct str uri;    /* "" takes the default back */
    struct tree_namespace *outer;
};

/* NULL at a problem or where memory fails (arena->failed). */
struct tree_node *tree_read(struct arena *arena, const void *bytes, size_t size,
                            struct problem *problem);

/* The value of an attribute without namespace; none if it has none. */
struct str tree_get(const struct tree_node *node, const char *local);

#endif
