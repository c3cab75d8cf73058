/* What the options hold. */
/* SPDX-License-Identifier: MIT */
#ifndef LIB_OPTIONS_H
#define LIB_OPTIONS_H

#include "finding/code.h"
#include "xml/guard.h"

#include <cisvalidate/options.h>

/* A registry to read instead of the bundled one; bytes NULL: none. */
struct registry_input {
    const char *name;
    const void *bytes;
    size_t size;
    cis_finding_fn *on_finding;
    void *context;
};

struct cis_options {
    struct cis_allocator from;
    struct guard_limits limits;
    struct registry_input registry;
    bool rules;
    enum cis_severity fail_level;
    unsigned char levels[CODE_COUNT]; /* enum cis_level */
};

/* from may be NULL for the C library's functions. */
void options_init(struct cis_options *options,
                  const struct cis_allocator *from);

#endif
