/* What a record says is to be suppressed, and what that comes to. */
/* SPDX-License-Identifier: MIT */
#ifndef FINDING_SUPPRESSION_H
#define FINDING_SUPPRESSION_H

#include "finding/finding.h"

/* One code that an instruction names. */
struct suppression {
    enum code code;
    const char *reason;
    const char *file;
    const char *path;    /* of the instruction */
    struct extent where; /* the code in it */
    struct extent scope; /* the element that it stands in */
    size_t depth;        /* how far in that is */
    bool used;
    struct suppression *next;
    struct suppression *under; /* further out, in a sweep */
};

/* Whether findings of that code can be suppressed: what XML, schema and
 * references say cannot (W, S, X), nor the registry's (G) and those about
 * suppressions (U). */
bool suppression_allowed(enum code code);

/* Whether its findings come from several records: see lib/corpus.c. */
bool suppression_across(enum code code);

/* By file and place; of those in one element, the first comes last. */
void suppressions_sort(struct suppression **all, size_t count);

/*
 * One walk over suppressions that are sorted, with questions about places that
 * are, too (by file, then offset): n log n in all, however many there are.
 */
struct sweep {
    struct suppression **next;
    struct suppression **end;
    struct suppression *top[CODE_COUNT]; /* the innermost one so far */
};

void sweep_begin(struct sweep *sweep, struct suppression **sorted,
                 size_t count);

/* The innermost one that holds there, in one element the first; or NULL. */
struct suppression *sweep_find(struct sweep *sweep, const char *file,
                               uint64_t offset, enum code code);

/* The finding is suppressed by that one; NULL: by none. */
void suppression_use(struct suppression *suppression,
                     struct cis_finding *finding);

/* Says on `finding`, which is U001, that this one suppresses nothing. */
void suppression_say_unused(const struct suppression *suppression,
                            struct cis_finding *finding);

#endif
