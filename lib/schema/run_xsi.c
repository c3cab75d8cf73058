/* The runner's check of xsi: attributes, and the namespaces in scope. */
/* SPDX-License-Identifier: MIT */
#include "schema/runner.h"
#include "xml/tag.h"

#include <string.h>

const char *run_written(struct run *run, const struct xml_attribute *a)
{
    if (a->prefix == NULL)
        return a->local;
    return arena_format(run->findings->arena, "%s:%s", a->prefix, a->local);
}

static struct declared *add_declared(struct run *run)
{
    if (run->declared_count == run->declared_capacity) {
        size_t capacity = run->declared_capacity * 2 + 16;
        struct declared *grown =
            alloc_resize(run->from, run->declared, capacity * sizeof *grown);

        if (grown == NULL) {
            run->failed = true;
            return NULL;
        }
        run->declared = grown;
        run->declared_capacity = capacity;
    }
    return &run->declared[run->declared_count++];
}

void run_declare(struct run *run, const struct xml_element *element)
{
    for (size_t i = 0; i < element->namespace_count; i++) {
        struct declared *row = add_declared(run);

        if (row == NULL)
            return;
        *row = (struct declared){element->namespaces[i].prefix,
                                 element->namespaces[i].uri, run->depth};
    }
}

void run_undeclare(struct run *run)
{
    while (run->declared_count > 0 &&
           run->declared[run->declared_count - 1].depth == run->depth)
        run->declared_count--;
}

/* prefix none: the default. NULL: none is declared. */
static const char *find_namespace(const struct run *run, struct str prefix)
{
    for (size_t left = run->declared_count; left > 0; left--) {
        const struct declared *row = &run->declared[left - 1];

        if (row->prefix == NULL ? prefix.at == NULL
                                : str_is(prefix, row->prefix))
            return row->uri;
    }
    return str_is(prefix, "xml") ? XML_NAMESPACE_URI : NULL;
}

/* Whether a QName is the name of that type. */
static bool is_type(const struct run *run, struct str qname,
                    const struct complex_type *type)
{
    const char *colon =
        qname.length > 0 ? memchr(qname.at, ':', qname.length) : NULL;
    bool builtin = strncmp(type->name, "xs:", 3) == 0;
    struct str prefix = {NULL, 0};
    const char *ns;

    if (colon != NULL) {
        prefix = (struct str){qname.at, (size_t)(colon - qname.at)};
        qname.length -= prefix.length + 1;
        qname.at = colon + 1;
    }
    ns = find_namespace(run, prefix);
    return ns != NULL &&
           strcmp(ns, builtin ? XSD_NAMESPACE : run->schema->target) == 0 &&
           str_is(qname, type->name + (builtin ? 3 : 0));
}

static bool is_allowed(struct run *run, const struct xml_attribute *a)
{
    if (strcmp(a->local, "type") == 0)
        return is_type(run, str_trim(a->value),
                       &run->schema->types[run_top(run)->type]);
    return strcmp(a->local, "schemaLocation") == 0 ||
           strcmp(a->local, "noNamespaceSchemaLocation") == 0;
}

/* xsi:schemaLocation says where a schema may be: never followed. xsi:type
 * may name the type that the element has anyway (every other is blocked);
 * nothing is nillable. */
void run_xsi(struct run *run, const struct xml_attribute *a, uint64_t tag)
{
    struct arena *arena = run->findings->arena;
    const char *name, *element = run_name(run, run_top(run)->name);
    struct cis_finding *f;

    if (is_allowed(run, a))
        return;
    name = run_written(run, a);
    run_damage(run);
    f = finding_add(run->findings, CODE_S008, run_at_value(run, tag, name),
                    run_path(run, NULL, finding_quote(arena, str_of(name))));
    if (strcmp(a->local, "type") == 0)
        finding_say(f, "'%s' cannot be given another type with %s", element,
                    name);
    else if (strcmp(a->local, "nil") == 0)
        finding_say(f,
                    "'%s' cannot be nil: leave it out where there is "
                    "nothing to say",
                    element);
    else
        finding_say(f, "there is no attribute '%s'",
                    finding_quote(arena, str_of(name)));
}
