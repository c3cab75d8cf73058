/* A crit-bit tree: each node tells two keys apart by their first unlike bit. */
/* SPDX-License-Identifier: MIT */
#include "base/map.h"

#include <stdint.h>

/*
 * Keys are compared as if each byte had a ninth bit, 1, in front of it, and
 * were followed by zeros: so a key that begins another one differs from it,
 * whatever bytes it has. A node's `bit` counts these bits.
 */
struct map_leaf {
    struct str key;
    void *value;
};

struct map_node {
    size_t bit;
    void *child[2]; /* tagged: odd addresses are nodes, even ones leaves */
};

static bool is_node(const void *tagged)
{
    return ((uintptr_t)tagged & 1) != 0;
}

static struct map_node *as_node(void *tagged)
{
    return (struct map_node *)((char *)tagged - 1);
}

static void *tag_node(struct map_node *node)
{
    return (char *)node + 1;
}

static unsigned bit_of(struct str key, size_t bit)
{
    size_t byte = bit / 9, position = bit % 9;

    if (byte >= key.length)
        return 0;
    if (position == 0)
        return 1;
    return (unsigned char)key.at[byte] >> (8 - position) & 1u;
}

/* The first bit in which they differ, or SIZE_MAX. */
static size_t first_difference(struct str a, struct str b)
{
    size_t common = a.length < b.length ? a.length : b.length;
    size_t byte = 0, position = 1;
    unsigned differ;

    while (byte < common && a.at[byte] == b.at[byte])
        byte++;
    if (byte == common)
        return a.length == b.length ? SIZE_MAX : byte * 9;
    differ = (unsigned char)a.at[byte] ^ (unsigned char)b.at[byte];
    while ((differ & 0x80u) == 0) {
        differ <<= 1;
        position++;
    }
    return byte * 9 + position;
}

static struct map_leaf *walk(const struct map *map, struct str key)
{
    void *at = map->root;

    while (at != NULL && is_node(at)) {
        struct map_node *node = as_node(at);

        at = node->child[bit_of(key, node->bit)];
    }
    return at;
}

void *map_get(const struct map *map, struct str key)
{
    struct map_leaf *leaf = walk(map, key);

    return leaf != NULL && str_equal(leaf->key, key) ? leaf->value : NULL;
}

/* Puts the leaf where the paths of the two keys part. */
static void insert(struct map *map, struct map_node *node,
                   struct map_leaf *leaf, size_t bit)
{
    void **at = &map->root;
    unsigned side = bit_of(leaf->key, bit);

    while (is_node(*at) && as_node(*at)->bit < bit)
        at = &as_node(*at)->child[bit_of(leaf->key, as_node(*at)->bit)];
    node->bit = bit;
    node->child[side] = leaf;
    node->child[1 - side] = *at;
    *at = tag_node(node);
}

void *map_put(struct map *map, struct arena *arena, struct str key, void *value)
{
    struct map_leaf *near = walk(map, key);
    size_t bit = near != NULL ? first_difference(near->key, key) : 0;
    struct map_leaf *leaf;
    struct map_node *node;

    if (near != NULL && bit == SIZE_MAX)
        return near->value;
    leaf = arena_new(arena, sizeof *leaf);
    node = near != NULL ? arena_new(arena, sizeof *node) : NULL;
    if (leaf == NULL || (near != NULL && node == NULL))
        return NULL;
    leaf->key = key;
    leaf->value = value;
    if (near == NULL)
        map->root = leaf;
    else
        insert(map, node, leaf, bit);
    map->count++;
    return value;
}

/* The leaf that follows in order: the walk down again, turning right at the
 * last node where the previous key turned left. No stack, whatever depth. */
static struct map_leaf *next_leaf(const struct map *map,
                                  const struct map_leaf *previous)
{
    void *at = map->root, *turn = previous == NULL ? map->root : NULL;

    while (previous != NULL && is_node(at)) {
        struct map_node *node = as_node(at);
        unsigned side = bit_of(previous->key, node->bit);

        if (side == 0)
            turn = node->child[1];
        at = node->child[side];
    }
    while (turn != NULL && is_node(turn))
        turn = as_node(turn)->child[0];
    return turn;
}

void map_each(const struct map *map,
              void (*visit)(void *context, struct str key, void *value),
              void *context)
{
    struct map_leaf *leaf = next_leaf(map, NULL);

    for (; leaf != NULL; leaf = next_leaf(map, leaf))
        visit(context, leaf->key, leaf->value);
}
