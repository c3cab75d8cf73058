/* Compiles the attributes of types, and groups of attributes. */
/* SPDX-License-Identifier: MIT */
#include "schema/compiler.h"

#include <string.h>

#define MAX_ATTRIBUTES 64
#define MAX_NESTING 32

/* xml:lang is the one attribute that a schema can refer to. */
static bool resolve_attribute(struct compiler *c, const struct tree_node *node,
                              struct attribute_use *use)
{
    struct str ref = tree_get(node, "ref"), type = tree_get(node, "type");
    struct str ns, local;

    if (ref.at == NULL) {
        if (type.at == NULL)
            return refuse(c, node, "xs:attribute needs a named type");
        if (tree_get(node, "name").length == 0)
            return refuse(c, node, "xs:attribute has no name");
        use->name = name_index(c, NS_NONE, tree_get(node, "name"));
        use->simple = simple_by_name(c, node, type);
        return use->simple != SCHEMA_NONE;
    }
    if (type.at != NULL || tree_get(node, "name").at != NULL)
        return refuse(c, node, "ref excludes name and type");
    if (!read_qname(c, node, ref, &ns, &local))
        return false;
    if (!c->imports_xml)
        return refuse(c, node, "the XML namespace is not imported");
    if (!str_is(ns, XML_NAMESPACE_URI) || !str_is(local, "lang"))
        return refuse(c, node, "'%.*s' is not supported: only xml:lang is",
                      STR_ARGS(ref));
    use->name = name_index(c, NS_XML, local);
    use->simple = simple_by_builtin(c, node, "language");
    return use->simple != SCHEMA_NONE;
}

static bool add_attribute(struct compiler *c, const struct tree_node *node,
                          struct complex_type *type)
{
    struct str use = tree_get(node, "use");
    struct attribute_use made = {0};
    struct attribute_use *row;

    if (!only_attributes(c, node, "name type ref use"))
        return false;
    if (next_part(node, NULL) != NULL)
        return refuse(c, node, "xs:attribute needs a named type");
    if (!resolve_attribute(c, node, &made))
        return false;
    made.required = str_is(use, "required");
    if (use.at != NULL && !made.required && !str_is(use, "optional"))
        return refuse(c, node, "use='%.*s' is not supported", STR_ARGS(use));
    row = c->attributes.rows;
    for (uint16_t i = 0; i < type->attribute_count; i++)
        if (row[type->first_attribute + i].name == made.name)
            return refuse(c, node, "the attribute is declared twice");
    if (type->attribute_count == MAX_ATTRIBUTES)
        return refuse(c, node, "more than %d attributes", MAX_ATTRIBUTES);
    row = table_add(c, &c->attributes, sizeof *row);
    if (row == NULL)
        return false;
    *row = made;
    if (made.required)
        type->required |= UINT64_C(1) << type->attribute_count;
    type->attribute_count++;
    return true;
}

/* The attributes from `part` on, those of groups in their place. */
static bool add_nested(struct compiler *c, const struct tree_node *parent,
                       const struct tree_node *part, struct complex_type *type,
                       unsigned nesting)
{
    if (nesting > MAX_NESTING)
        return refuse(c, parent, "attribute groups nest too deep");
    for (; part != NULL; part = next_part(parent, part)) {
        const struct tree_node *group;
        struct str ns, local;

        if (is_xsd(part, "attribute")) {
            if (!add_attribute(c, part, type))
                return false;
            continue;
        }
        if (!is_xsd(part, "attributeGroup"))
            return refuse(c, part, "xs:%.*s is not supported here",
                          STR_ARGS(part->local));
        if (!only_attributes(c, part, "ref") ||
            !read_qname(c, part, tree_get(part, "ref"), &ns, &local))
            return false;
        group = map_get(&c->group_nodes, local);
        if (group == NULL || !str_equal(ns, c->target))
            return refuse(c, part, "there is no attribute group '%.*s'",
                          STR_ARGS(local));
        if (!add_nested(c, group, next_part(group, NULL), type, nesting + 1))
            return false;
    }
    return true;
}

bool attributes_compile(struct compiler *c, const struct tree_node *parent,
                        const struct tree_node *part, struct complex_type *type)
{
    return add_nested(c, parent, part, type, 0);
}

bool group_check(struct compiler *c, const struct tree_node *node)
{
    struct complex_type type = {0};
    size_t before = c->attributes.count;
    bool good;

    type.first_attribute = (uint16_t)before;
    good = only_attributes(c, node, "name") &&
           attributes_compile(c, node, next_part(node, NULL), &type);
    c->attributes.count = before;
    return good;
}
