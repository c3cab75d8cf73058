/* The built-in types: how their white space and lexical forms are read. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_BUILTIN_H
#define SCHEMA_BUILTIN_H

#include "schema/value.h"
#include "schema/white_space.h"

enum space builtin_space(enum builtin builtin);

/* A lexical form that was understood. */
struct reading {
    struct cis_date date; /* as in struct value */
    int64_t number;       /* as in struct value */
    struct bound order;   /* not given: it compares with no bound */
    bool over;            /* a fraction of a second later than that */
};

/* Whether text, its white space done, is of the type. */
bool builtin_read(enum builtin builtin, struct str text,
                  struct reading *reading);

#endif
