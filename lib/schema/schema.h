/* The tables that an XSD is compiled to; read-only once made. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_SCHEMA_H
#define SCHEMA_SCHEMA_H

#include "base/str.h"

#include <cisvalidate/date.h>
#include <stdint.h>

#define XSD_NAMESPACE "http://www.w3.org/2001/XMLSchema"
#define XSI_NAMESPACE "http://www.w3.org/2001/XMLSchema-instance"
#define XML_NAMESPACE_URI "http://www.w3.org/XML/1998/namespace"

/* Every reference is an index into a table of struct schema; NONE is none. */
#define SCHEMA_NONE UINT16_MAX

/* The built-in types of XSD 1.0 that our schemas use. */
enum builtin {
    BUILTIN_STRING,
    BUILTIN_NORMALIZED_STRING,
    BUILTIN_TOKEN,
    BUILTIN_LANGUAGE,
    BUILTIN_NCNAME,
    BUILTIN_ANY_URI,
    BUILTIN_BOOLEAN,
    BUILTIN_INTEGER,
    BUILTIN_NON_NEGATIVE_INTEGER,
    BUILTIN_POSITIVE_INTEGER,
    BUILTIN_DATE,
    BUILTIN_G_YEAR_MONTH,
    BUILTIN_G_YEAR,
    BUILTIN_TIME,
    BUILTIN_COUNT
};

/* An ordered value of a built-in type, for bounds: the months of a date times
 * 31 and its day (less one), the months since year 0, years, seconds of the
 * day, or a number. Of dates and times without time zone only. */
struct bound {
    bool given;
    int64_t value;
};

/* A regular expression of a pattern facet as a deterministic automaton over
 * bytes: next[state * class_count + class_of[byte]], state 0 is the dead
 * one and state 1 the start. */
struct pattern {
    const char *text; /* as the schema writes it */
    const uint8_t *class_of;
    const uint16_t *next;
    const uint8_t *accepts; /* one byte per state */
    uint16_t class_count;
    uint16_t state_count;
};

/* Lengths count characters. */
struct simple_type {
    const char *name;  /* "day"; of a built-in type "xs:date" */
    const char *words; /* what it is, from its annotation; "" for none */
    uint8_t builtin;   /* enum builtin; BUILTIN_COUNT for a union */
    uint16_t first_member, member_count;   /* of a union: in members */
    uint16_t first_pattern, pattern_count; /* all must match */
    uint16_t first_choice, choice_count;   /* its enumeration, in order */
    bool sorted;                           /* choices_sort was called */
    uint32_t min_length, max_length;       /* UINT32_MAX: no limit */
    struct bound least, most;              /* inclusive */
};

struct choice {
    const char *text;
    uint16_t length;
    uint16_t nth; /* of the sorted list, this place holds the nth of the type */
};

struct attribute_use {
    uint16_t name;   /* in names */
    uint16_t simple; /* its type */
    bool required;
};

/* From one state of a content model to another over a child element. */
struct edge {
    uint16_t name;    /* in names; SCHEMA_NONE: the skipped wildcard */
    uint16_t target;  /* in states */
    uint16_t type;    /* the child's complex type */
    uint16_t element; /* global element with identity constraints, or NONE */
    bool repeats;     /* the child may occur more than once there */
};

struct state {
    uint16_t first_edge, edge_count; /* in the order of the schema */
    bool accepts;
};

enum content {
    CONTENT_EMPTY,
    CONTENT_SIMPLE,
    CONTENT_ELEMENTS
};

struct complex_type {
    const char *name;
    uint8_t content; /* enum content */
    uint16_t simple; /* of simple content */
    uint16_t start;  /* of element content: in states */
    uint16_t first_attribute, attribute_count; /* at most 64 */
    uint64_t required; /* bit i: attribute first_attribute + i */
};

/* A name of the schema. ns 0 is no namespace, 1 the target namespace, 2 the
 * namespace of xml:. */
struct schema_name {
    const char *local;
    uint8_t ns;
};

enum constraint_kind {
    CONSTRAINT_UNIQUE,
    CONSTRAINT_KEY,
    CONSTRAINT_KEYREF
};

/* xs:unique, xs:key, xs:keyref: paths of child names to the elements whose
 * attribute `field` it compares, as a set of steps (struct path_step). */
struct constraint {
    const char *name;
    const char *words;
    uint8_t kind;                    /* enum constraint_kind */
    uint16_t refer;                  /* of a keyref: the key, in constraints */
    uint16_t field;                  /* attribute name, in names */
    uint16_t first_path, path_count; /* in paths */
};

struct path {
    uint16_t first_step, step_count; /* names, in path_steps */
};

struct global_element {
    uint16_t name;
    uint16_t type;
    uint16_t first_constraint, constraint_count;
};

struct schema {
    const char *target; /* the target namespace */
    const char *version;
    const struct schema_name *names;
    const struct global_element *elements;
    const struct complex_type *types;
    const struct attribute_use *attributes;
    const struct simple_type *simples;
    const uint16_t *members;
    const struct pattern *patterns;
    const struct choice *choices;
    const struct state *states;
    const struct edge *edges;
    const struct constraint *constraints;
    const struct path *paths;
    const uint16_t *path_steps;
    uint16_t name_count, element_count, type_count, attribute_count,
        simple_count, member_count, pattern_count, choice_count, state_count,
        edge_count, constraint_count, path_count, path_step_count;
};

#endif
