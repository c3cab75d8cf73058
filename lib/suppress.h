/* Reads the instructions by which a record suppresses findings. */
/* SPDX-License-Identifier: MIT */
#ifndef LIB_SUPPRESS_H
#define LIB_SUPPRESS_H

#include "finding/suppression.h"
#include "schema/run.h"

/*
 * <?cisvalidate suppress="P001 T005" reason="…"?> holds within the element
 * in which it stands. Everything is in the arena of the findings, and goes
 * with the record.
 */
struct suppress {
    bool on;
    struct findings *findings;
    struct source *source;
    struct run *run; /* which knows the paths */
    size_t depth;    /* of elements */
    struct suppression *first;
    struct suppression *last;
    size_t count;
    struct suppression *open; /* those whose element has not ended (under) */
    uint64_t parent;          /* of the last instruction … */
    const char *path;         /* … and its path; NULL: none */
};

void suppress_begin(struct suppress *suppress);
void suppress_forget(struct suppress *suppress); /* with the record */

static inline void suppress_start(struct suppress *suppress)
{
    suppress->depth++;
}

/* tag: where the end tag begins. */
void suppress_end(struct suppress *suppress, uint64_t tag);

/* The instruction at offset, in the element with that tag; what is wrong with
 * it becomes U002, and so does one that stands in no record. */
void suppress_read(struct suppress *suppress, uint64_t offset, uint64_t tag,
                   bool in_record);

/*
 * Marks the findings of the record that are suppressed, and tells (U001) which
 * suppressions there was no need for, but for those of rules that are off by
 * levels, that were skipped, or that judge several records.
 */
void suppress_settle(struct suppress *suppress,
                     const bool skipped[static CODE_COUNT],
                     const unsigned char levels[static CODE_COUNT]);

#endif
