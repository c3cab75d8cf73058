/* Compiles an XSD: the schema element and its named components. */
/* SPDX-License-Identifier: MIT */
#include "schema/compiler.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool refuse(struct compiler *c, const struct tree_node *node,
            const char *format, ...)
{
    va_list arguments;

    if (c->error->message[0] != '\0')
        return false;
    c->error->line = node != NULL ? node->line : 0;
    va_start(arguments, format);
    vsnprintf(c->error->message, sizeof c->error->message, format, arguments);
    va_end(arguments);
    return false;
}

void *table_add(struct compiler *c, struct table *table, size_t row_size)
{
    char *rows;

    if (table->count >= SCHEMA_NONE) {
        refuse(c, NULL, "the schema is too large for its tables");
        return NULL;
    }
    rows = arena_grow(c->arena, table->rows, table->count, &table->capacity,
                      row_size);
    if (rows == NULL) {
        refuse(c, NULL, "out of memory");
        return NULL;
    }
    table->rows = rows;
    memset(rows + table->count * row_size, 0, row_size);
    return rows + table->count++ * row_size;
}

bool is_xsd(const struct tree_node *node, const char *local)
{
    return str_is(node->ns, XSD_NAMESPACE) && str_is(node->local, local);
}

const struct tree_node *next_part(const struct tree_node *node,
                                  const struct tree_node *child)
{
    const struct tree_node *next = child != NULL ? child->next : node->first;

    while (next != NULL && is_xsd(next, "annotation"))
        next = next->next;
    return next;
}

/* Whether word stands in a list of words separated by single spaces. */
static bool has_word(const char *words, struct str word)
{
    while (*words != '\0') {
        size_t length = strcspn(words, " ");

        if (length == word.length && memcmp(words, word.at, length) == 0)
            return true;
        words += length + (words[length] == ' ');
    }
    return false;
}

bool only_attributes(struct compiler *c, const struct tree_node *node,
                     const char *words)
{
    const struct tree_attribute *a;

    for (a = node->attributes; a != NULL; a = a->next) {
        if (a->ns.at != NULL && a->ns.length > 0)
            continue;
        if (!str_is(a->local, "id") && !has_word(words, a->local))
            return refuse(c, node, "xs:%.*s/@%.*s is not supported",
                          STR_ARGS(node->local), STR_ARGS(a->local));
    }
    return true;
}

static struct str lookup_prefix(const struct tree_node *node, struct str prefix)
{
    const struct tree_namespace *n;

    for (n = node->namespaces; n != NULL; n = n->outer)
        if (str_equal(n->prefix, prefix))
            return n->uri;
    if (str_is(prefix, "xml"))
        return str_of(XML_NAMESPACE_URI);
    return (struct str){0};
}

bool read_qname(struct compiler *c, const struct tree_node *node,
                struct str qname, struct str *ns, struct str *local)
{
    const char *colon =
        qname.length > 0 ? memchr(qname.at, ':', qname.length) : NULL;
    struct str prefix = {qname.at, 0};

    if (colon != NULL)
        prefix.length = (size_t)(colon - qname.at);
    *local = colon == NULL
                 ? qname
                 : (struct str){colon + 1, qname.length - prefix.length - 1};
    *ns = lookup_prefix(node, prefix);
    if (colon != NULL && ns->at == NULL)
        return refuse(c, node, "the prefix of '%.*s' is not declared",
                      STR_ARGS(qname));
    return true;
}

const char *annotation_words(struct compiler *c, const struct tree_node *node)
{
    const struct tree_node *note = node->first;
    struct str words;
    char *out;
    size_t length = 0;

    if (note == NULL || !is_xsd(note, "annotation") || note->first == NULL)
        return "";
    words = str_trim(note->first->text);
    out = arena_new(c->arena, words.length + 1);
    for (size_t i = 0; out != NULL && i < words.length; i++) {
        bool space = strchr(" \t\r\n", words.at[i]) != NULL;

        if (!space)
            out[length++] = words.at[i];
        else if (out[length - 1] != ' ') /* the first one is no space */
            out[length++] = ' ';
    }
    return out != NULL ? out : "";
}

uint16_t name_index(struct compiler *c, unsigned ns, struct str local)
{
    struct schema_name *row;
    struct str copy;
    void *known = map_get(&c->names_done[ns], local);

    if (known != NULL)
        return (uint16_t)((uintptr_t)known - 1);
    row = table_add(c, &c->names, sizeof *row);
    copy = arena_copy(c->arena, local);
    if (row == NULL || copy.at == NULL)
        return SCHEMA_NONE;
    row->local = copy.at;
    row->ns = (uint8_t)ns;
    map_put(&c->names_done[ns], c->arena, copy, (void *)c->names.count);
    return (uint16_t)(c->names.count - 1);
}

/* Files a named component under its name. */
static bool file_component(struct compiler *c, const struct tree_node *node,
                           struct map *map)
{
    struct str name = tree_get(node, "name");

    if (name.length == 0)
        return refuse(c, node, "xs:%.*s has no name", STR_ARGS(node->local));
    if (map_get(map, name) != NULL)
        return refuse(c, node, "'%.*s' is declared twice", STR_ARGS(name));
    return map_put(map, c->arena, name, (void *)(uintptr_t)node) != NULL ||
           refuse(c, node, "out of memory");
}

static bool check_import(struct compiler *c, const struct tree_node *node)
{
    if (!only_attributes(c, node, "namespace schemaLocation"))
        return false;
    if (!str_is(tree_get(node, "namespace"), XML_NAMESPACE_URI))
        return refuse(c, node, "only the XML namespace can be imported");
    c->imports_xml = true;
    return true;
}

bool simple_is_final(const struct compiler *c, uint16_t simple,
                     const char *derivation)
{
    const char *words = tree_get(c->root, "finalDefault").at;
    const struct simple_type *row = (struct simple_type *)c->simples.rows;

    return words != NULL && strncmp(row[simple].name, "xs:", 3) != 0 &&
           (strcmp(words, "#all") == 0 || has_word(words, str_of(derivation)));
}

/* Types share one symbol space, as XSD says. */
static bool file_part(struct compiler *c, const struct tree_node *node)
{
    struct str name = tree_get(node, "name");

    if (is_xsd(node, "import"))
        return check_import(c, node);
    if (is_xsd(node, "element"))
        return file_component(c, node, &c->element_nodes);
    if (is_xsd(node, "attributeGroup"))
        return file_component(c, node, &c->group_nodes);
    if (is_xsd(node, "simpleType"))
        return map_get(&c->complex_nodes, name) == NULL
                   ? file_component(c, node, &c->simple_nodes)
                   : refuse(c, node, "'%.*s' is declared twice",
                            STR_ARGS(name));
    if (is_xsd(node, "complexType"))
        return map_get(&c->simple_nodes, name) == NULL
                   ? file_component(c, node, &c->complex_nodes)
                   : refuse(c, node, "'%.*s' is declared twice",
                            STR_ARGS(name));
    return refuse(c, node, "xs:%.*s is not supported here",
                  STR_ARGS(node->local));
}

/* The two defaults that make a record's xsi:type and unqualified names mean
 * nothing have to be as the runner takes them. */
static bool check_root(struct compiler *c)
{
    const struct tree_node *root = c->root;
    struct str attributes_form = tree_get(root, "attributeFormDefault");

    if (!is_xsd(root, "schema"))
        return refuse(c, root, "the root element is not xs:schema");
    if (!only_attributes(c, root,
                         "targetNamespace elementFormDefault "
                         "attributeFormDefault blockDefault finalDefault "
                         "version"))
        return false;
    c->target = tree_get(root, "targetNamespace");
    if (c->target.length == 0)
        return refuse(c, root, "xs:schema/@targetNamespace is required");
    if (!str_is(tree_get(root, "elementFormDefault"), "qualified"))
        return refuse(c, root, "elementFormDefault must be 'qualified'");
    if (attributes_form.at != NULL && !str_is(attributes_form, "unqualified"))
        return refuse(c, root, "attributeFormDefault must be 'unqualified'");
    if (!str_is(tree_get(root, "blockDefault"), "#all"))
        return refuse(c, root, "blockDefault must be '#all'");
    return true;
}

/* Rows are reserved in the order of the schema before any is compiled, since
 * types refer to each other in circles. */
static bool reserve_rows(struct compiler *c)
{
    const struct tree_node *node = NULL;
    struct str name;

    while ((node = next_part(c->root, node)) != NULL) {
        struct complex_type *type;
        struct global_element *element;

        if (!file_part(c, node))
            return false;
        name = tree_get(node, "name");
        if (is_xsd(node, "complexType")) {
            type = table_add(c, &c->types, sizeof *type);
            if (type == NULL)
                return false;
            type->name = arena_copy(c->arena, name).at;
            if (type->name == NULL)
                return refuse(c, node, "out of memory");
        } else if (is_xsd(node, "element")) {
            element = table_add(c, &c->elements, sizeof *element);
            if (element == NULL)
                return false;
            element->name = name_index(c, NS_TARGET, name);
            if (element->name == SCHEMA_NONE)
                return refuse(c, node, "out of memory");
        }
    }
    return true;
}

static bool element_compile(struct compiler *c, const struct tree_node *node,
                            uint16_t index)
{
    struct str type = tree_get(node, "type");
    uint16_t compiled;

    if (!only_attributes(c, node, "name type"))
        return false;
    if (type.length == 0)
        return refuse(c, node, "xs:element needs a named type");
    compiled = type_by_name(c, node, type);
    if (compiled == SCHEMA_NONE)
        return false;
    ((struct global_element *)c->elements.rows)[index].type = compiled;
    return constraints_compile(c, node, index);
}

static bool compile_parts(struct compiler *c)
{
    const struct tree_node *node = NULL;
    uint16_t type = 0, element = 0;
    bool good = true;

    while (good && (node = next_part(c->root, node)) != NULL) {
        if (is_xsd(node, "simpleType"))
            good = simple_compile(c, node) != SCHEMA_NONE;
        else if (is_xsd(node, "complexType"))
            good = type_compile(c, node, type++);
        else if (is_xsd(node, "element"))
            good = element_compile(c, node, element++);
        else if (is_xsd(node, "attributeGroup"))
            good = group_check(c, node);
    }
    return good;
}

/* Elements by reference get their types once all are known. */
static void resolve_references(struct compiler *c)
{
    const struct global_element *elements = c->elements.rows;
    struct edge *edges = c->edges.rows;

    for (size_t i = 0; i < c->edges.count; i++)
        if (edges[i].element != SCHEMA_NONE)
            edges[i].type = elements[edges[i].element].type;
}

static const struct schema *finish(struct compiler *c)
{
    struct schema *s = arena_new(c->arena, sizeof *s);
    struct str version = tree_get(c->root, "version");

    if (s == NULL)
        return NULL;
    s->target = arena_copy(c->arena, c->target).at;
    s->version = version.at != NULL ? arena_copy(c->arena, version).at : "";
#define TABLE(member, counter)                                                 \
    s->member = c->member.rows;                                                \
    s->counter = (uint16_t)c->member.count
    TABLE(names, name_count);
    TABLE(elements, element_count);
    TABLE(types, type_count);
    TABLE(attributes, attribute_count);
    TABLE(simples, simple_count);
    TABLE(members, member_count);
    TABLE(patterns, pattern_count);
    TABLE(choices, choice_count);
    TABLE(states, state_count);
    TABLE(edges, edge_count);
    TABLE(constraints, constraint_count);
    TABLE(paths, path_count);
    TABLE(path_steps, path_step_count);
#undef TABLE
    return c->arena->failed ? NULL : s;
}

const struct schema *schema_compile(struct arena *arena, const void *bytes,
                                    size_t size, struct compile_error *error)
{
    struct problem problem;
    struct compiler c = {.arena = arena, .error = error};

    error->line = 0;
    error->message[0] = '\0';
    c.root = tree_read(arena, bytes, size, &problem);
    if (c.root == NULL) {
        refuse(&c, NULL, "%s",
               arena->failed ? "out of memory" : problem.message);
        return NULL;
    }
    if (!check_root(&c) || !reserve_rows(&c) || !compile_parts(&c))
        return NULL;
    resolve_references(&c);
    return constraints_check(&c) ? finish(&c) : NULL;
}
