/* Compiles simple types: restrictions with their facets, and unions. */
/* SPDX-License-Identifier: MIT */
#include "schema/compiler.h"
#include "schema/value.h"

#include <string.h>

static struct simple_type *simple_row(struct compiler *c, uint16_t index)
{
    return (struct simple_type *)c->simples.rows + index;
}

static uint16_t file_simple(struct compiler *c, struct str key)
{
    struct str copy = arena_copy(c->arena, key);

    if (copy.at == NULL || map_put(&c->simples_done, c->arena, copy,
                                   (void *)c->simples.count) == NULL)
        return SCHEMA_NONE;
    return (uint16_t)(c->simples.count - 1);
}

/* Built-in types are filed as "xs:token", which no NCName can be. */
static uint16_t builtin_type(struct compiler *c, const struct tree_node *node,
                             struct str local)
{
    enum builtin builtin = builtin_find(local);
    struct simple_type *row;
    struct str key;
    void *done;

    if (builtin == BUILTIN_COUNT) {
        refuse(c, node, "xs:%.*s is not supported", STR_ARGS(local));
        return SCHEMA_NONE;
    }
    key = str_of(arena_format(c->arena, "xs:%.*s", STR_ARGS(local)));
    done = map_get(&c->simples_done, key);
    if (done != NULL)
        return (uint16_t)((uintptr_t)done - 1);
    row = table_add(c, &c->simples, sizeof *row);
    if (row == NULL)
        return SCHEMA_NONE;
    row->name = key.at;
    row->words = "";
    row->builtin = (uint8_t)builtin;
    row->max_length = UINT32_MAX;
    return file_simple(c, key);
}

uint16_t simple_by_builtin(struct compiler *c, const struct tree_node *node,
                           const char *local)
{
    return builtin_type(c, node, str_of(local));
}

bool names_simple(struct compiler *c, const struct tree_node *node,
                  struct str qname)
{
    struct str ns, local;

    if (!read_qname(c, node, qname, &ns, &local))
        return false;
    return str_is(ns, XSD_NAMESPACE) ||
           (str_equal(ns, c->target) &&
            map_get(&c->simple_nodes, local) != NULL);
}

uint16_t simple_by_name(struct compiler *c, const struct tree_node *node,
                        struct str qname)
{
    const struct tree_node *declared = NULL;
    struct str ns, local;

    if (!read_qname(c, node, qname, &ns, &local))
        return SCHEMA_NONE;
    if (str_is(ns, XSD_NAMESPACE))
        return builtin_type(c, node, local);
    if (str_equal(ns, c->target))
        declared = map_get(&c->simple_nodes, local);
    if (declared == NULL) {
        refuse(c, node, "there is no simple type '%.*s'", STR_ARGS(qname));
        return SCHEMA_NONE;
    }
    return simple_compile(c, declared);
}

static bool compile_restriction(struct compiler *c,
                                const struct tree_node *node,
                                struct simple_type *row)
{
    struct str name = tree_get(node, "base");
    uint16_t base_index;
    struct simple_type base;
    const char *row_name = row->name, *words = row->words;

    if (!only_attributes(c, node, "base"))
        return false;
    base_index = simple_by_name(c, node, name);
    if (base_index == SCHEMA_NONE)
        return false;
    base = *simple_row(c, base_index);
    if (base.builtin == BUILTIN_COUNT)
        return refuse(c, node, "a restriction of a union is not supported");
    if (simple_is_final(c, base_index, "restriction"))
        return refuse(c, node, "finalDefault forbids this restriction");
    *row = base;
    row->name = row_name;
    row->words = words;
    return facets_compile(c, node, base_index, row);
}

/* Members are compiled first, since they add rows of their own. */
static bool compile_union(struct compiler *c, const struct tree_node *node,
                          struct simple_type *row)
{
    struct str rest = tree_get(node, "memberTypes");
    uint16_t found[16];
    uint16_t count = 0;

    if (!only_attributes(c, node, "memberTypes"))
        return false;
    if (next_part(node, NULL) != NULL)
        return refuse(c, node, "only memberTypes are supported in a union");
    while ((rest = str_trim(rest)).length > 0) {
        struct str one = {rest.at, 0};

        while (one.length < rest.length &&
               strchr(" \t\r\n", rest.at[one.length]) == NULL)
            one.length++;
        if (count == 16)
            return refuse(c, node, "a union of more than 16 types");
        found[count] = simple_by_name(c, node, one);
        if (found[count] == SCHEMA_NONE)
            return false;
        if (simple_is_final(c, found[count], "union"))
            return refuse(c, node, "finalDefault forbids this union");
        count++;
        rest.at += one.length;
        rest.length -= one.length;
    }
    if (count == 0)
        return refuse(c, node, "a union without memberTypes");
    row->builtin = BUILTIN_COUNT;
    row->first_member = (uint16_t)c->members.count;
    row->member_count = count;
    for (uint16_t i = 0; i < count; i++) {
        uint16_t *member = table_add(c, &c->members, sizeof *member);

        if (member == NULL)
            return false;
        *member = found[i];
    }
    return true;
}

static bool compile_variety(struct compiler *c, const struct tree_node *node,
                            struct simple_type *row)
{
    const struct tree_node *variety = next_part(node, NULL);

    if (variety == NULL || next_part(node, variety) != NULL)
        return refuse(c, node, "a simple type is one restriction or union");
    if (is_xsd(variety, "restriction"))
        return compile_restriction(c, variety, row);
    if (is_xsd(variety, "union"))
        return compile_union(c, variety, row);
    return refuse(c, variety, "xs:%.*s is not supported",
                  STR_ARGS(variety->local));
}

uint16_t simple_compile(struct compiler *c, const struct tree_node *node)
{
    struct str name = tree_get(node, "name");
    void *done = map_get(&c->simples_done, name);
    struct simple_type made = {.max_length = UINT32_MAX};
    struct simple_type *row;

    if (done != NULL)
        return (uint16_t)((uintptr_t)done - 1);
    if (map_get(&c->simples_begun, name) != NULL) {
        refuse(c, node, "'%.*s' is made of itself", STR_ARGS(name));
        return SCHEMA_NONE;
    }
    if (map_put(&c->simples_begun, c->arena, name, (void *)(uintptr_t)node) ==
        NULL) {
        refuse(c, node, "out of memory");
        return SCHEMA_NONE;
    }
    if (!only_attributes(c, node, "name"))
        return SCHEMA_NONE;
    made.name = arena_copy(c->arena, name).at;
    made.words = annotation_words(c, node);
    if (!compile_variety(c, node, &made))
        return SCHEMA_NONE;
    row = table_add(c, &c->simples, sizeof *row);
    if (row == NULL)
        return SCHEMA_NONE;
    *row = made;
    return file_simple(c, name);
}
