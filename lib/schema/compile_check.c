/* Checks, once all types are known, that the runner can do the constraints. */
/* SPDX-License-Identifier: MIT */
#include "schema/compiler.h"

/* One constraint being checked. */
struct check {
    struct compiler *c;
    const struct tree_node *node;
    const struct constraint *constraint;
    bool uris, strings; /* what its fields are */
};

static const char *name_text(const struct compiler *c, uint16_t name)
{
    return ((struct schema_name *)c->names.rows)[name].local;
}

/* None for a type without child elements. */
static struct type_edges find_edges(const struct compiler *c, uint16_t type)
{
    const struct type_edges *rows = c->type_edges.rows;

    for (size_t i = 0; i < c->type_edges.count; i++)
        if (rows[i].type == type)
            return rows[i];
    return (struct type_edges){type, 0, 0};
}

static const struct edge *find_child(const struct compiler *c, uint16_t type,
                                     uint16_t name)
{
    struct type_edges own = find_edges(c, type);
    const struct edge *edges = (struct edge *)c->edges.rows + own.first;

    for (uint16_t i = 0; i < own.count; i++)
        if (edges[i].name == name)
            return &edges[i];
    return NULL;
}

static const struct attribute_use *find_field(const struct compiler *c,
                                              uint16_t type, uint16_t name)
{
    const struct complex_type *row =
        (struct complex_type *)c->types.rows + type;
    const struct attribute_use *uses = c->attributes.rows;

    for (uint16_t i = 0; i < row->attribute_count; i++)
        if (uses[row->first_attribute + i].name == name)
            return &uses[row->first_attribute + i];
    return NULL;
}

/* Fields are compared as text, so they have to be of a type whose values are
 * texts; a string and a URI are never equal (XSD 1.0 part 2, 2.2.1). */
static bool check_kind(struct check *check, uint16_t simple)
{
    struct compiler *c = check->c;
    const struct simple_type *row =
        (struct simple_type *)c->simples.rows + simple;
    const uint16_t *members = c->members.rows;

    for (uint16_t i = 0; i < row->member_count; i++)
        if (!check_kind(check, members[row->first_member + i]))
            return false;
    if (row->builtin == BUILTIN_COUNT)
        return true;
    if (row->builtin > BUILTIN_ANY_URI)
        return refuse(c, check->node, "a field of type '%s' is not supported",
                      row->name);
    if (row->builtin == BUILTIN_ANY_URI)
        check->uris = true;
    else
        check->strings = true;
    return (!check->uris || !check->strings) ||
           refuse(c, check->node, "texts and URIs are never equal");
}

/* The element's type at the end of the path; SCHEMA_NONE with the error
 * set. */
static uint16_t follow(struct check *check, uint16_t type,
                       const struct path *path)
{
    struct compiler *c = check->c;
    const struct global_element *elements = c->elements.rows;
    const uint16_t *steps = c->path_steps.rows;

    for (uint16_t i = 0; i < path->step_count; i++) {
        uint16_t name = steps[path->first_step + i];
        const struct edge *edge = find_child(c, type, name);

        if (edge == NULL) {
            refuse(c, check->node, "there is no '%s' in '%s'",
                   name_text(c, name),
                   ((struct complex_type *)c->types.rows)[type].name);
            return SCHEMA_NONE;
        }
        if (edge->element != SCHEMA_NONE &&
            elements[edge->element].constraint_count > 0) {
            refuse(c, check->node, "'%s' has constraints of its own",
                   name_text(c, name));
            return SCHEMA_NONE;
        }
        type = edge->type;
    }
    return type;
}

/* Each place is looked at once, so two paths cannot be the same. */
static bool is_repeated(struct check *check, uint16_t nth)
{
    const struct path *paths =
        (struct path *)check->c->paths.rows + check->constraint->first_path;
    const uint16_t *steps = check->c->path_steps.rows;

    for (uint16_t i = 0; i < nth; i++) {
        uint16_t same = 0;

        while (same < paths[i].step_count && same < paths[nth].step_count &&
               steps[paths[i].first_step + same] ==
                   steps[paths[nth].first_step + same])
            same++;
        if (same == paths[i].step_count && same == paths[nth].step_count)
            return true;
    }
    return false;
}

static bool check_paths(struct check *check, uint16_t type,
                        const struct constraint *constraint)
{
    struct compiler *c = check->c;
    const struct path *paths = c->paths.rows;

    check->constraint = constraint;
    for (uint16_t i = 0; i < constraint->path_count; i++) {
        uint16_t end = follow(check, type, &paths[constraint->first_path + i]);
        const struct attribute_use *use;

        if (end == SCHEMA_NONE)
            return false;
        if (is_repeated(check, i))
            return refuse(c, check->node, "a path stands there twice");
        use = find_field(c, end, constraint->field);
        if (use == NULL)
            return refuse(c, check->node, "'%s' has no attribute '%s'",
                          ((struct complex_type *)c->types.rows)[end].name,
                          name_text(c, constraint->field));
        if (constraint->kind == CONSTRAINT_KEY && !use->required)
            return refuse(c, check->node,
                          "the field '%s' of a key has to be required",
                          name_text(c, constraint->field));
        if (!check_kind(check, use->simple))
            return false;
    }
    return true;
}

/* Whether the global element can stand somewhere below the type. */
static bool is_below(const struct compiler *c, uint16_t type, uint16_t element,
                     bool *seen)
{
    struct type_edges own = find_edges(c, type);
    const struct edge *edges = (struct edge *)c->edges.rows + own.first;

    if (seen[type])
        return false;
    seen[type] = true;
    for (uint16_t i = 0; i < own.count; i++)
        if (edges[i].name != SCHEMA_NONE &&
            (edges[i].element == element ||
             is_below(c, edges[i].type, element, seen)))
            return true;
    return false;
}

static bool check_constraint(struct compiler *c, uint16_t element,
                             uint16_t index)
{
    const struct global_element *row =
        (struct global_element *)c->elements.rows + element;
    const struct constraint *rows = c->constraints.rows;
    const struct tree_node *const *nodes = c->constraint_nodes.rows;
    struct check check = {.c = c, .node = nodes[index]};
    bool *seen;

    if (!check_paths(&check, row->type, &rows[index]))
        return false;
    if (rows[index].kind != CONSTRAINT_KEYREF)
        return true;
    seen = arena_array(c->arena, c->types.count, sizeof *seen);
    if (seen == NULL)
        return refuse(c, NULL, "out of memory");
    /* XSD 1.0 part 1, 3.11.4: keys of inner elements count for references of
     * outer ones. Ours see those of their own element. */
    if (is_below(c, row->type, element, seen))
        return refuse(c, check.node, "keyref in an element within itself");
    return check_paths(&check, row->type, &rows[rows[index].refer]);
}

bool constraints_check(struct compiler *c)
{
    for (size_t i = 0; i < c->elements.count; i++) {
        const struct global_element *row =
            (struct global_element *)c->elements.rows + i;

        for (uint16_t j = 0; j < row->constraint_count; j++)
            if (!check_constraint(c, (uint16_t)i,
                                  (uint16_t)(row->first_constraint + j)))
                return false;
    }
    return true;
}
