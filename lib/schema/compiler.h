/* The compiler's own state, shared by its files. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_COMPILER_H
#define SCHEMA_COMPILER_H

#include "base/map.h"
#include "schema/compile.h"
#include "xml/tree.h"

/* A table under construction. */
struct table {
    void *rows;
    size_t count;
    size_t capacity;
};

/* The edges of a type's content model, those of all its states together. */
struct type_edges {
    uint16_t type;
    uint16_t first, count;
};

struct compiler {
    struct arena *arena;
    struct compile_error *error;
    const struct tree_node *root;
    struct str target;
    /* the named components, as tree nodes */
    struct map simple_nodes, complex_nodes, group_nodes, element_nodes;
    /* what was compiled of them: indexes + 1 as pointers */
    struct map simples_done, names_done[3];
    struct map simples_begun; /* so that a circle is noticed */
    struct map constraint_names;
    struct table constraint_nodes; /* their tree nodes, by index */
    struct table type_edges;
    bool imports_xml;
    struct table names, elements, types, attributes, simples, members, patterns,
        choices, states, edges, constraints, paths, path_steps;
};

enum {
    NS_NONE = 0,
    NS_TARGET = 1,
    NS_XML = 2
};

/* Writes the error (the first one stands) and returns false. */
bool refuse(struct compiler *c, const struct tree_node *node,
            const char *format, ...) __attribute__((format(printf, 3, 4)));

/* A cleared new row at the end of a table, or NULL (memory, or more rows
 * than an index can tell apart). */
void *table_add(struct compiler *c, struct table *table, size_t row_size);

bool is_xsd(const struct tree_node *node, const char *local);

/* The next child after `child` (or the first, for NULL) that is no
 * annotation. */
const struct tree_node *next_part(const struct tree_node *node,
                                  const struct tree_node *child);

/* Refuses attributes without namespace that are not in the list of words. */
bool only_attributes(struct compiler *c, const struct tree_node *node,
                     const char *words);

/* Splits a QName by the namespaces in scope. */
bool read_qname(struct compiler *c, const struct tree_node *node,
                struct str qname, struct str *ns, struct str *local);

/* The first paragraph of the annotation, white space collapsed; "". */
const char *annotation_words(struct compiler *c, const struct tree_node *node);

/* SCHEMA_NONE where memory fails. */
uint16_t name_index(struct compiler *c, unsigned ns, struct str local);

/* A simple type by QName, compiled when first asked for; SCHEMA_NONE with
 * the error set. */
uint16_t simple_by_name(struct compiler *c, const struct tree_node *node,
                        struct str qname);
uint16_t simple_by_builtin(struct compiler *c, const struct tree_node *node,
                           const char *local);
uint16_t simple_compile(struct compiler *c, const struct tree_node *node);

/* What the facets of a restriction change of its base, in *row (a copy of the
 * base). */
bool facets_compile(struct compiler *c, const struct tree_node *node,
                    uint16_t base, struct simple_type *row);

/* Whether finalDefault forbids deriving so from that simple type; built-in
 * types are not this schema's. */
bool simple_is_final(const struct compiler *c, uint16_t simple,
                     const char *derivation);

/* Whether QName is a simple type (built-in or declared). */
bool names_simple(struct compiler *c, const struct tree_node *node,
                  struct str qname);

/* The index reserved for a complex type by QName; SCHEMA_NONE with the error
 * set. An element of simple type gets a complex type without attributes. */
uint16_t type_by_name(struct compiler *c, const struct tree_node *node,
                      struct str qname);
bool type_compile(struct compiler *c, const struct tree_node *node,
                  uint16_t index);

/* The attributes from `part` on, those of groups in their place. */
bool attributes_compile(struct compiler *c, const struct tree_node *parent,
                        const struct tree_node *part,
                        struct complex_type *type);

/* Looks through an attribute group for what is not supported, since nothing
 * may refer to it. */
bool group_check(struct compiler *c, const struct tree_node *node);

/* The index of a global element of the target namespace. */
uint16_t element_by_name(struct compiler *c, const struct tree_node *node,
                         struct str qname);

bool constraints_compile(struct compiler *c, const struct tree_node *element,
                         uint16_t index);

/* Once all types are known: that the runner can do the constraints right. */
bool constraints_check(struct compiler *c);

#endif
