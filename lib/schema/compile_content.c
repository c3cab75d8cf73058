/* Compiles complex types: attributes, and content models to automata. */
/* SPDX-License-Identifier: MIT */
#include "schema/automaton.h"
#include "schema/compiler.h"

#include <string.h>

#define WILDCARD (SCHEMA_NONE - 1) /* as a symbol of a content model */
#define MAX_NESTING 32

/* What a particle of the content model under way stands for. */
struct particle {
    uint16_t type;
    uint16_t element;
    bool repeats;
};

struct model {
    struct compiler *c;
    struct table particles;
    unsigned nesting;
};

static struct complex_type *type_row(struct compiler *c, uint16_t index)
{
    return (struct complex_type *)c->types.rows + index;
}

/* An element whose type is simple: a type with that content, once each. */
static uint16_t wrap_simple(struct compiler *c, uint16_t simple)
{
    const char *name = ((struct simple_type *)c->simples.rows)[simple].name;
    struct complex_type *row;

    for (size_t i = 0; i < c->types.count; i++) {
        row = type_row(c, (uint16_t)i);
        if (row->name == name)
            return (uint16_t)i;
    }
    row = table_add(c, &c->types, sizeof *row);
    if (row == NULL)
        return SCHEMA_NONE;
    row->name = name;
    row->content = CONTENT_SIMPLE;
    row->simple = simple;
    return (uint16_t)(c->types.count - 1);
}

/* Rows of complex types stand in the order of the schema. */
static uint16_t reserved_row(struct compiler *c, const struct tree_node *wanted)
{
    const struct tree_node *node = NULL;
    uint16_t index = 0;

    while ((node = next_part(c->root, node)) != wanted)
        if (is_xsd(node, "complexType"))
            index++;
    return index;
}

uint16_t type_by_name(struct compiler *c, const struct tree_node *node,
                      struct str qname)
{
    const struct tree_node *declared = NULL;
    struct str ns, local;

    if (names_simple(c, node, qname)) {
        uint16_t simple = simple_by_name(c, node, qname);

        return simple != SCHEMA_NONE ? wrap_simple(c, simple) : simple;
    }
    if (!read_qname(c, node, qname, &ns, &local))
        return SCHEMA_NONE;
    if (str_equal(ns, c->target))
        declared = map_get(&c->complex_nodes, local);
    if (declared == NULL) {
        refuse(c, node, "there is no type '%.*s'", STR_ARGS(qname));
        return SCHEMA_NONE;
    }
    return reserved_row(c, declared);
}

uint16_t element_by_name(struct compiler *c, const struct tree_node *node,
                         struct str qname)
{
    struct global_element *rows = c->elements.rows;
    struct str ns, local;

    if (!read_qname(c, node, qname, &ns, &local))
        return SCHEMA_NONE;
    for (size_t i = 0; i < c->elements.count; i++) {
        const struct schema_name *name =
            (struct schema_name *)c->names.rows + rows[i].name;

        if (str_equal(ns, c->target) && str_is(local, name->local))
            return (uint16_t)i;
    }
    refuse(c, node, "there is no global element '%.*s'", STR_ARGS(qname));
    return SCHEMA_NONE;
}

static bool read_number(struct str text, uint32_t *number)
{
    if (text.length == 0 || text.length > 5)
        return false;
    *number = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        *number = *number * 10 + (uint32_t)(text.at[i] - '0');
    }
    return true;
}

static bool read_occurrence(struct compiler *c, const struct tree_node *node,
                            uint32_t *least, uint32_t *most)
{
    struct str min = tree_get(node, "minOccurs");
    struct str max = tree_get(node, "maxOccurs");

    *least = 1;
    *most = 1;
    if (min.at != NULL && !read_number(min, least))
        return refuse(c, node, "minOccurs='%.*s'", STR_ARGS(min));
    if (str_is(max, "unbounded"))
        *most = REPEAT_UNBOUNDED;
    else if (max.at != NULL && !read_number(max, most))
        return refuse(c, node, "maxOccurs='%.*s'", STR_ARGS(max));
    if (*least > *most)
        return refuse(c, node, "minOccurs is greater than maxOccurs");
    return true;
}

static struct expression *add_particle(struct model *m, uint16_t symbol,
                                       const struct particle *made)
{
    struct particle *row = table_add(m->c, &m->particles, sizeof *row);

    if (row == NULL)
        return NULL;
    *row = *made;
    return expression_symbol(m->c->arena, symbol,
                             (uint16_t)(m->particles.count - 1));
}

static struct expression *
element_particle(struct model *m, const struct tree_node *node, bool repeats)
{
    struct compiler *c = m->c;
    struct particle made = {SCHEMA_NONE, SCHEMA_NONE, repeats};
    struct str ref = tree_get(node, "ref"), type = tree_get(node, "type");
    uint16_t name;

    if (!only_attributes(c, node, "name type ref minOccurs maxOccurs"))
        return NULL;
    if (next_part(node, NULL) != NULL) {
        refuse(c, node, "a local element has a named type, and no keys");
        return NULL;
    }
    if (ref.at != NULL) {
        if (type.at != NULL || tree_get(node, "name").at != NULL) {
            refuse(c, node, "ref excludes name and type");
            return NULL;
        }
        made.element = element_by_name(c, node, ref);
        if (made.element == SCHEMA_NONE)
            return NULL;
        name = ((struct global_element *)c->elements.rows)[made.element].name;
    } else {
        if (type.length == 0 || tree_get(node, "name").length == 0) {
            refuse(c, node, "a local element needs a name and a named type");
            return NULL;
        }
        made.type = type_by_name(c, node, type);
        name = name_index(c, NS_TARGET, tree_get(node, "name"));
        if (made.type == SCHEMA_NONE || name == SCHEMA_NONE)
            return NULL;
    }
    return add_particle(m, name, &made);
}

static struct expression *
wildcard_particle(struct model *m, const struct tree_node *node, bool repeats)
{
    struct particle made = {SCHEMA_NONE, SCHEMA_NONE, repeats};

    if (!only_attributes(m->c, node,
                         "namespace processContents minOccurs maxOccurs"))
        return NULL;
    if (!str_is(tree_get(node, "namespace"), "##other") ||
        !str_is(tree_get(node, "processContents"), "skip")) {
        refuse(m->c, node,
               "xs:any is supported with namespace='##other' and "
               "processContents='skip'");
        return NULL;
    }
    return add_particle(m, WILDCARD, &made);
}

static struct expression *
build_particle(struct model *m, const struct tree_node *node, bool repeats);

static struct expression *
build_group(struct model *m, const struct tree_node *node, bool repeats)
{
    bool choice = is_xsd(node, "choice");
    const struct tree_node *part = next_part(node, NULL);
    struct expression *all = NULL;

    if (!only_attributes(m->c, node, "minOccurs maxOccurs"))
        return NULL;
    if (part == NULL && choice) {
        refuse(m->c, node, "an empty choice is not supported");
        return NULL;
    }
    if (part == NULL)
        return expression_empty(m->c->arena);
    for (; part != NULL; part = next_part(node, part)) {
        struct expression *one = build_particle(m, part, repeats);

        if (one == NULL)
            return NULL;
        if (all == NULL)
            all = one;
        else if (choice)
            all = expression_choice(m->c->arena, all, one);
        else
            all = expression_sequence(m->c->arena, all, one);
    }
    return all;
}

static struct expression *
build_particle(struct model *m, const struct tree_node *node, bool repeats)
{
    struct expression *built = NULL;
    uint32_t least, most;

    if (m->nesting == MAX_NESTING) {
        refuse(m->c, node, "the content model nests too deep");
        return NULL;
    }
    if (!read_occurrence(m->c, node, &least, &most))
        return NULL;
    repeats = repeats || most > 1;
    m->nesting++;
    if (is_xsd(node, "element"))
        built = element_particle(m, node, repeats);
    else if (is_xsd(node, "any"))
        built = wildcard_particle(m, node, repeats);
    else if (is_xsd(node, "sequence") || is_xsd(node, "choice"))
        built = build_group(m, node, repeats);
    else
        refuse(m->c, node, "xs:%.*s is not supported here",
               STR_ARGS(node->local));
    m->nesting--;
    return expression_repeat(m->c->arena, built, least, most);
}

/* The same name means the same type all over one content model (XSD 1.0,
 * cos-element-consistent); the runner's recovery relies on it. A reference has
 * no type of its own here. */
static bool consistent(struct model *m, const struct tree_node *node,
                       const struct edge *edges, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++)
            if (edges[i].name == edges[j].name &&
                edges[i].name != SCHEMA_NONE && edges[i].type != edges[j].type)
                return refuse(m->c, node,
                              "one name stands for two types in it");
    return true;
}

static bool add_states(struct model *m, const struct automaton *automaton)
{
    struct compiler *c = m->c;
    const struct particle *particles = m->particles.rows;
    size_t first = c->states.count;

    for (uint16_t i = 0; i < automaton->state_count; i++) {
        const struct automaton_state *from = &automaton->states[i];
        struct state *state = table_add(c, &c->states, sizeof *state);

        if (state == NULL)
            return false;
        state->accepts = from->accepts;
        state->first_edge = (uint16_t)c->edges.count;
        state->edge_count = from->edge_count;
        for (uint16_t j = 0; j < from->edge_count; j++) {
            const struct automaton_edge *e = &from->edges[j];
            struct edge *edge = table_add(c, &c->edges, sizeof *edge);

            if (edge == NULL)
                return false;
            edge->name = e->symbol == WILDCARD ? SCHEMA_NONE : e->symbol;
            edge->target = (uint16_t)(first + e->target);
            /* Each edge is of a particle, which the analyser does not see. */
            /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference) */
            edge->type = particles[e->particle].type;
            edge->element = particles[e->particle].element;
            edge->repeats = particles[e->particle].repeats;
        }
    }
    return true;
}

/* Where the edges of the model just compiled stand. */
static bool keep_edges(struct compiler *c, uint16_t type, size_t first)
{
    struct type_edges *row = table_add(c, &c->type_edges, sizeof *row);

    if (row != NULL)
        *row = (struct type_edges){type, (uint16_t)first,
                                   (uint16_t)(c->edges.count - first)};
    return row != NULL;
}

static bool compile_model(struct compiler *c, const struct tree_node *node,
                          uint16_t index)
{
    struct model m = {.c = c};
    struct automaton automaton;
    struct expression *expression = build_particle(&m, node, false);
    size_t first_edge = c->edges.count, first_state = c->states.count;

    if (expression == NULL)
        return refuse(c, node, "out of memory");
    switch (automaton_make(c->arena, expression, &automaton)) {
    case AUTOMATON_NO_MEMORY:
        return refuse(c, node, "out of memory");
    case AUTOMATON_TOO_LARGE:
        return refuse(c, node, "the content model is too large");
    case AUTOMATON_OK:
        break;
    }
    if (automaton.ambiguous)
        return refuse(c, node,
                      "the content model is ambiguous (unique "
                      "particle attribution)");
    if (!add_states(&m, &automaton) || !keep_edges(c, index, first_edge))
        return false;
    type_row(c, index)->start = (uint16_t)first_state;
    type_row(c, index)->content =
        m.particles.count > 0 ? CONTENT_ELEMENTS : CONTENT_EMPTY;
    return c->edges.count == first_edge ||
           consistent(&m, node, (struct edge *)c->edges.rows + first_edge,
                      c->edges.count - first_edge);
}

static bool compile_simple_content(struct compiler *c,
                                   const struct tree_node *node, uint16_t index)
{
    const struct tree_node *extension = next_part(node, NULL);
    struct complex_type type;
    uint16_t simple;

    if (extension == NULL || !is_xsd(extension, "extension") ||
        next_part(node, extension) != NULL)
        return refuse(c, node, "simpleContent is one extension");
    if (!only_attributes(c, node, "") || !only_attributes(c, extension, "base"))
        return false;
    simple = simple_by_name(c, extension, tree_get(extension, "base"));
    if (simple == SCHEMA_NONE)
        return false;
    if (simple_is_final(c, simple, "extension"))
        return refuse(c, extension, "finalDefault forbids this extension");
    type = *type_row(c, index);
    type.content = CONTENT_SIMPLE;
    type.simple = simple;
    if (!attributes_compile(c, extension, next_part(extension, NULL), &type))
        return false;
    *type_row(c, index) = type;
    return true;
}

bool type_compile(struct compiler *c, const struct tree_node *node,
                  uint16_t index)
{
    const struct tree_node *part = next_part(node, NULL);
    struct complex_type type;

    if (!only_attributes(c, node, "name"))
        return false;
    type_row(c, index)->first_attribute = (uint16_t)c->attributes.count;
    if (part != NULL && is_xsd(part, "simpleContent"))
        return (next_part(node, part) == NULL &&
                compile_simple_content(c, part, index)) ||
               refuse(c, node, "nothing can follow simpleContent");
    if (part != NULL && (is_xsd(part, "sequence") || is_xsd(part, "choice"))) {
        if (!compile_model(c, part, index))
            return false;
        part = next_part(node, part);
    }
    type = *type_row(c, index);
    type.first_attribute = (uint16_t)c->attributes.count;
    if (!attributes_compile(c, node, part, &type))
        return false;
    *type_row(c, index) = type;
    return true;
}
