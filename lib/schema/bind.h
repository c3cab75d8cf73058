/* Typed structs from checked documents, by tables of classes and fields. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_BIND_H
#define SCHEMA_BIND_H

#include "base/arena.h"
#include "schema/run.h"

/* Every bound struct begins with one. */
struct node {
    const struct class *class;
    struct node *parent; /* NULL: the root of what is bound */
    struct node *next;   /* the next of its list */
    uint64_t tag;        /* where its start tag begins */
    const char *name;    /* the element's */
    unsigned position;   /* among its like, from 1 */
    bool repeats;        /* its like may occur more than once */
    bool damaged;        /* the schema rejected a part of it */
    uint64_t rejected;   /* bit i: the value of class->fields[i] */
};

struct list {
    struct node *first;
    struct node *last;
    size_t count;
};

/* How a value is kept; in the struct:            absent is          */
enum field_kind {
    FIELD_TEXT,   /* struct str                    at == NULL        */
    FIELD_DATE,   /* struct cis_date               year == 0         */
    FIELD_CHOICE, /* unsigned: from 1, XSD order   0                 */
    FIELD_FLAG,   /* enum flag                     FLAG_UNKNOWN      */
    FIELD_NUMBER, /* int64_t                       NUMBER_ABSENT     */
    FIELD_TIME,   /* int64_t, seconds of the day   NUMBER_ABSENT     */
    FIELD_XML     /* struct str: see bind_xml      at == NULL        */
};

enum flag {
    FLAG_UNKNOWN,
    FLAG_NO,
    FLAG_YES
};
#define NUMBER_ABSENT INT64_MIN

struct field {
    const char *name;   /* the attribute's; "" for the element's own text */
    const char *member; /* the struct's */
    size_t offset;
    enum field_kind kind;
};

#define FIELD(name, type, member, kind)                                        \
    {                                                                          \
        name, #member, offsetof(type, member), kind                            \
    }

/* Child elements: one (a pointer) or several (a struct list). */
struct child {
    const char *name;
    const struct class *class;
    const char *member;
    size_t offset;
    bool several;
};

#define CHILD(name, class, type, member, several)                              \
    {                                                                          \
        name, class, #member, offsetof(type, member), several                  \
    }

/* One type of the schema as a struct. An XSD attribute or child without a
 * row is checked and not kept. */
struct class
{
    const char *type;        /* the XSD complex type */
    const char *struct_name; /* "struct person" */
    size_t size;
    const struct field *fields;
    size_t field_count;
    const struct child *children;
    size_t child_count;
};

#define CLASS_OF(type) #type, sizeof(type)

/* The tables joined with a schema, so that binding looks nothing up. */
struct binding;
const struct binding *binding_new(struct arena *arena,
                                  const struct schema *schema,
                                  const struct class *root);

/* The same for several root classes, none of which is part of another. */
const struct binding *binding_new_of(struct arena *arena,
                                     const struct schema *schema,
                                     const struct class *const *roots,
                                     size_t count);

/* A builder gets the runner's events; `done` is told of each finished
 * element of a root class, wherever it stands. */
struct bind;
struct bind *bind_new(const struct cis_allocator *from,
                      const struct binding *binding, struct arena *arena,
                      void (*done)(void *context, struct node *root,
                                   uint64_t end),
                      void *context);
void bind_free(struct bind *bind);
void bind_begin(struct bind *bind);
extern const struct run_events bind_events; /* their context: the bind */
bool bind_failed(const struct bind *bind);

/* Binds by another one of the same schema; before bind_begin. */
void bind_use(struct bind *bind, const struct binding *binding);

/* Whether the content of the element under way is kept as XML: the runner
 * does not look into it, and whoever has the events gives it. */
bool bind_takes_xml(const struct bind *bind);
void bind_xml(struct bind *bind, struct str content); /* none: refused */

/* Whether an element of the root class has begun and not ended. */
bool bind_under_way(const struct bind *bind);

/* "summit[chs-2024-10-08]/dates/@end"; attribute NULL: the element. */
const char *node_path(struct arena *arena, const struct node *node,
                      const char *attribute);

/* Whether the schema rejected the value of that field (by its offset). */
bool node_rejected(const struct node *node, size_t offset);

#endif
