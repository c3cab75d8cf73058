/* Compiles xs:unique, xs:key and xs:keyref: paths of names, one field. */
/* SPDX-License-Identifier: MIT */
#include "schema/compiler.h"

#include <string.h>

/* One step of a selector: a child name of the target namespace. */
static bool add_step(struct compiler *c, const struct tree_node *node,
                     struct str step, struct path *path)
{
    struct str ns, local;
    uint16_t *row;

    step = str_trim(step);
    if (step.length == 0 || memchr(step.at, '*', step.length) != NULL ||
        memchr(step.at, '.', step.length) != NULL ||
        memchr(step.at, '@', step.length) != NULL ||
        memchr(step.at, ':', step.length) == NULL)
        return refuse(c, node, "selector step '%.*s' is not supported",
                      STR_ARGS(step));
    if (!read_qname(c, node, step, &ns, &local))
        return false;
    if (!str_equal(ns, c->target))
        return refuse(c, node, "'%.*s' is not of the target namespace",
                      STR_ARGS(step));
    row = table_add(c, &c->path_steps, sizeof *row);
    if (row == NULL)
        return false;
    *row = name_index(c, NS_TARGET, local);
    path->step_count++;
    return true;
}

/* Cuts the text before the separator off `rest`; after the last, that is
 * none. */
static struct str cut(struct str *rest, char separator)
{
    const char *at =
        rest->length > 0 ? memchr(rest->at, separator, rest->length) : NULL;
    struct str head = *rest;

    if (at == NULL) {
        *rest = (struct str){NULL, 0};
        return head;
    }
    head.length = (size_t)(at - rest->at);
    rest->length -= head.length + 1;
    rest->at = at + 1;
    return head;
}

static bool read_selector(struct compiler *c, const struct tree_node *node,
                          struct constraint *constraint)
{
    struct str xpath = tree_get(node, "xpath");

    if (!only_attributes(c, node, "xpath"))
        return false;
    if (next_part(node, NULL) != NULL)
        return refuse(c, node, "nothing can stand in xs:selector");
    constraint->first_path = (uint16_t)c->paths.count;
    do {
        struct str steps = cut(&xpath, '|');
        struct path made = {(uint16_t)c->path_steps.count, 0};
        struct path *row;

        do {
            if (!add_step(c, node, cut(&steps, '/'), &made))
                return false;
        } while (steps.at != NULL);
        row = table_add(c, &c->paths, sizeof *row);
        if (row == NULL)
            return false;
        *row = made;
        constraint->path_count++;
    } while (xpath.at != NULL);
    return true;
}

static bool read_field(struct compiler *c, const struct tree_node *node,
                       struct constraint *constraint)
{
    struct str xpath = str_trim(tree_get(node, "xpath"));

    if (!only_attributes(c, node, "xpath"))
        return false;
    if (next_part(node, NULL) != NULL)
        return refuse(c, node, "nothing can stand in xs:field");
    if (xpath.length < 2 || xpath.at[0] != '@' ||
        memchr(xpath.at, ':', xpath.length) != NULL ||
        memchr(xpath.at, '/', xpath.length) != NULL ||
        memchr(xpath.at, '*', xpath.length) != NULL ||
        memchr(xpath.at, '|', xpath.length) != NULL)
        return refuse(c, node, "field '%.*s': only one @name is supported",
                      STR_ARGS(xpath));
    constraint->field =
        name_index(c, NS_NONE, (struct str){xpath.at + 1, xpath.length - 1});
    return constraint->field != SCHEMA_NONE;
}

/* The key that a keyref names, among those of the same element. */
static bool find_key(struct compiler *c, const struct tree_node *node,
                     const struct global_element *element,
                     struct constraint *constraint)
{
    const struct constraint *rows = c->constraints.rows;
    struct str ns, local;

    if (!read_qname(c, node, tree_get(node, "refer"), &ns, &local))
        return false;
    for (uint16_t i = 0; i < element->constraint_count; i++) {
        const struct constraint *key = &rows[element->first_constraint + i];

        if (str_is(local, key->name) && key->kind != CONSTRAINT_KEYREF) {
            constraint->refer = (uint16_t)(element->first_constraint + i);
            return str_equal(ns, c->target) ||
                   refuse(c, node, "refer is not of the target namespace");
        }
    }
    return refuse(c, node, "there is no key '%.*s' before it", STR_ARGS(local));
}

/* Constraints of the whole schema share one symbol space. */
static bool file_name(struct compiler *c, const struct tree_node *node)
{
    struct str name = tree_get(node, "name");

    if (name.length == 0)
        return refuse(c, node, "xs:%.*s has no name", STR_ARGS(node->local));
    if (map_get(&c->constraint_names, name) != NULL)
        return refuse(c, node, "'%.*s' is declared twice", STR_ARGS(name));
    return map_put(&c->constraint_names, c->arena, name,
                   (void *)(uintptr_t)node) != NULL ||
           refuse(c, node, "out of memory");
}

static bool keep_node(struct compiler *c, const struct tree_node *node)
{
    const struct tree_node **row =
        table_add(c, &c->constraint_nodes, sizeof *row);

    if (row != NULL)
        *row = node;
    return row != NULL;
}

static bool add_constraint(struct compiler *c, const struct tree_node *node,
                           enum constraint_kind kind, uint16_t index)
{
    const struct tree_node *selector = next_part(node, NULL);
    const struct tree_node *field =
        selector != NULL ? next_part(node, selector) : NULL;
    struct global_element *element =
        (struct global_element *)c->elements.rows + index;
    struct constraint made = {.kind = (uint8_t)kind, .refer = SCHEMA_NONE};
    struct constraint *row;

    if (!only_attributes(c, node,
                         kind == CONSTRAINT_KEYREF ? "name refer" : "name") ||
        !file_name(c, node))
        return false;
    if (field == NULL || !is_xsd(selector, "selector") ||
        !is_xsd(field, "field") || next_part(node, field) != NULL)
        return refuse(c, node, "a constraint has one selector, one field");
    made.name = arena_copy(c->arena, tree_get(node, "name")).at;
    made.words = annotation_words(c, node);
    if (!read_selector(c, selector, &made) || !read_field(c, field, &made))
        return false;
    if (kind == CONSTRAINT_KEYREF && !find_key(c, node, element, &made))
        return false;
    row = table_add(c, &c->constraints, sizeof *row);
    if (row == NULL || !keep_node(c, node))
        return false;
    *row = made;
    element->constraint_count++;
    return true;
}

bool constraints_compile(struct compiler *c, const struct tree_node *element,
                         uint16_t index)
{
    const struct tree_node *node = NULL;
    bool good = true;

    ((struct global_element *)c->elements.rows)[index].first_constraint =
        (uint16_t)c->constraints.count;
    while (good && (node = next_part(element, node)) != NULL) {
        if (is_xsd(node, "unique"))
            good = add_constraint(c, node, CONSTRAINT_UNIQUE, index);
        else if (is_xsd(node, "key"))
            good = add_constraint(c, node, CONSTRAINT_KEY, index);
        else if (is_xsd(node, "keyref"))
            good = add_constraint(c, node, CONSTRAINT_KEYREF, index);
        else
            good = refuse(c, node, "xs:%.*s is not supported here",
                          STR_ARGS(node->local));
    }
    return good;
}
