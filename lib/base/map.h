/* A map from strings to pointers whose worst case is linear in the key. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"
#include "base/str.h"

/*
 * A crit-bit tree: it needs no hash, no seed and no rebalancing, and no set
 * of keys makes it slow. Keys are borrowed and must outlive the map; the
 * nodes live in the arena given to map_put.
 */
struct map {
    void *root;
    size_t count;
};

/* The value under key, or NULL. */
void *map_get(const struct map *map, struct str key);

/*
 * Puts value (not NULL) under key unless there is one already. Returns the
 * value that is there afterwards, or NULL when memory failed.
 */
void *map_put(struct map *map, struct arena *arena, struct str key,
              void *value);

/* Calls visit for each value in the byte order of the keys. */
void map_each(const struct map *map,
              void (*visit)(void *context, struct str key, void *value),
              void *context);

#endif
