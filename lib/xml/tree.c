/* A small element tree, for reading schemas. */
/* SPDX-License-Identifier: MIT */
#include "xml/tree.h"

#include "xml/reader.h"

#include <string.h>

static const struct guard_limits limits = {.of = {[CIS_LIMIT_BYTES] = 64 << 20,
                                                  [CIS_LIMIT_DEPTH] = 64,
                                                  [CIS_LIMIT_ATTRIBUTES] = 64,
                                                  [CIS_LIMIT_NAME] = 256,
                                                  [CIS_LIMIT_VALUE] = 1 << 20,
                                                  [CIS_LIMIT_TAG] = 1 << 20}};

/* Character data comes in pieces; a node joins them at its end. */
struct piece {
    struct str text;
    struct piece *next;
};

/* The way from the root to the node that is being read. */
struct level {
    struct tree_node *node;
    struct tree_node *last_child;
    struct piece *pieces;
    struct piece **end;
    size_t length; /* of all pieces */
    struct level *outer;
};

struct builder {
    struct arena *arena;
    struct reader *reader;
    struct tree_node *root;
    struct level *level;
};

static struct str copy(struct builder *builder, const char *text)
{
    if (text == NULL)
        return (struct str){NULL, 0};
    return arena_copy(builder->arena, str_of(text));
}

static void add_attributes(struct builder *builder, struct tree_node *node,
                           const struct xml_element *element)
{
    struct tree_attribute **end = &node->attributes;

    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct xml_attribute *from = &element->attributes[i];
        struct tree_attribute *to = arena_new(builder->arena, sizeof *to);
        if (to == NULL)
            return;
        to->local = copy(builder, from->local);
        to->ns = copy(builder, from->ns);
        to->value = arena_copy(builder->arena, from->value);
        *end = to;
        end = &to->next;
    }
}

static void add_namespaces(struct builder *builder, struct tree_node *node,
                           const struct xml_element *element)
{
    if (node->parent != NULL)
        node->namespaces = node->parent->namespaces;
    for (size_t i = 0; i < element->namespace_count; i++) {
        struct tree_namespace *to = arena_new(builder->arena, sizeof *to);
        if (to == NULL)
            return;
        to->prefix = copy(builder, element->namespaces[i].prefix);
        to->uri = copy(builder, element->namespaces[i].uri);
        to->outer = node->namespaces;
        node->namespaces = to;
    }
}

static void add_to_parent(struct builder *builder, struct tree_node *node)
{
    struct level *level = builder->level;

    if (level == NULL)
        builder->root = node;
    else if (level->last_child == NULL)
        level->node->first = node;
    else
        level->last_child->next = node;
    if (level != NULL) {
        node->parent = level->node;
        level->last_child = node;
    }
}

static void on_start(void *context, const struct xml_element *element)
{
    struct builder *builder = context;
    struct tree_node *node = arena_new(builder->arena, sizeof *node);
    struct level *level = arena_new(builder->arena, sizeof *level);
    struct cis_place place;

    if (node == NULL || level == NULL) {
        reader_stop(builder->reader);
        return;
    }
    source_resolve(reader_source(builder->reader),
                   (struct extent){element->tag, element->tag}, &place);
    node->line = place.line;
    node->local = copy(builder, element->local);
    node->ns = copy(builder, element->ns);
    add_to_parent(builder, node);
    add_attributes(builder, node, element);
    add_namespaces(builder, node, element);
    level->node = node;
    level->end = &level->pieces;
    level->outer = builder->level;
    builder->level = level;
}

static void join(struct builder *builder, struct level *level)
{
    char *at;

    if (level->pieces == NULL)
        return;
    if (level->pieces->next == NULL) {
        level->node->text = level->pieces->text;
        return;
    }
    at = arena_new(builder->arena, level->length);
    if (at == NULL)
        return;
    level->node->text = (struct str){at, level->length};
    for (struct piece *piece = level->pieces; piece; piece = piece->next) {
        memcpy(at, piece->text.at, piece->text.length);
        at += piece->text.length;
    }
}

static void on_end(void *context, uint64_t tag)
{
    struct builder *builder = context;

    (void)tag;
    join(builder, builder->level);
    builder->level = builder->level->outer;
    if (builder->arena->failed)
        reader_stop(builder->reader);
}

static void on_text(void *context, struct str text)
{
    struct builder *builder = context;
    struct level *level = builder->level;
    struct piece *piece = arena_new(builder->arena, sizeof *piece);

    if (piece == NULL)
        return;
    piece->text = arena_copy(builder->arena, text);
    if (piece->text.at == NULL)
        return;
    *level->end = piece;
    level->end = &piece->next;
    level->length += text.length;
}

static void on_pause(void *context, uint64_t offset)
{
    struct builder *builder = context;

    source_discard(reader_source(builder->reader), offset);
}

static const struct reader_events events = {on_start, on_end, on_text, on_pause,
                                            NULL};

static void release(struct reader **reader)
{
    reader_free(*reader);
}

struct tree_node *tree_read(struct arena *arena, const void *bytes, size_t size,
                            struct problem *problem)
{
    struct builder builder = {.arena = arena};
    __attribute__((cleanup(release))) struct reader *reader =
        reader_new(arena->from, &limits, &events, &builder);
    enum reader_status status = READER_NO_MEMORY;

    builder.reader = reader;
    if (reader != NULL && reader_begin(reader) == READER_OK) {
        reader_feed(reader, bytes, size);
        status = reader_end(reader);
    }
    if (status == READER_NO_MEMORY)
        arena->failed = true;
    if (arena->failed)
        return NULL;
    if (status == READER_PROBLEM) {
        *problem = *reader_problem(reader);
        return NULL;
    }
    return builder.root;
}

struct str tree_get(const struct tree_node *node, const char *local)
{
    for (struct tree_attribute *at = node->attributes; at; at = at->next)
        if (at->ns.at == NULL && str_is(at->local, local))
            return at->value;
    return (struct str){NULL, 0};
}
