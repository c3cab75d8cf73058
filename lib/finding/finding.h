/* Findings as they are built: say what, quote, give facts and a hint. */
/* SPDX-License-Identifier: MIT */
#ifndef FINDING_FINDING_H
#define FINDING_FINDING_H

#include "base/arena.h"
#include "finding/code.h"

#include <cisvalidate/finding.h>
#include <stdint.h>

/* Bytes [offset, end) of the decoded input. */
struct extent {
    uint64_t offset;
    uint64_t end;
};

struct cis_fact {
    const char *message;
    const char *source; /* NULL: from the record */
    const char *path;   /* NULL: from the registry */
    const char *file;   /* where path is */
    struct extent where;
    struct cis_place place;
    struct cis_excerpt excerpt;
    struct cis_fact *next;
};

struct cis_finding {
    enum code code;
    const char *message;
    const char *hint; /* or NULL */
    const char *path;
    const char *file;
    struct extent where;
    struct cis_place place;
    struct cis_excerpt excerpt;
    const char *reason; /* why the record suppresses it; NULL: it does not */
    struct cis_fact *facts;
    struct cis_fact *last_fact;
    size_t fact_count;
    struct findings *list;
    struct cis_finding *next;
};

/* The findings of one summit (or of what stands between summits). Memory
 * failures stay in arena->failed: no call here reports them. */
struct findings {
    struct arena *arena;
    struct cis_finding *first;
    struct cis_finding *last;
    size_t count;
    const unsigned char *levels; /* by code; NULL: as the catalogue has them */
    struct cis_finding spare;    /* written to where memory fails */
};

/* How much it weighs, of enum cis_level: 0 where its rule is off. */
unsigned finding_level(const struct cis_finding *finding);

void findings_init(struct findings *list, struct arena *arena);

/*
 * Adds a finding of that code; never NULL (where memory fails, a spare one
 * that is not in the list; arena->failed tells).
 */
struct cis_finding *finding_add(struct findings *list, enum code code,
                                struct extent where, const char *path);

/* Texts are formatted like printf and kept in the arena. */
void finding_say(struct cis_finding *finding, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void finding_hint(struct cis_finding *finding, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A fact that stands in the record, at its place. */
void finding_fact(struct cis_finding *finding, struct extent where,
                  const char *path, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* A fact that the registry knows, and where it has it from. */
void finding_source(struct cis_finding *finding, const char *source,
                    const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/*
 * The value as it can be shown in a message: at most 60 characters (then …),
 * control characters as \n, \t or \x1B, malformed bytes as U+FFFD. Without
 * quotation marks: messages set values in '…' themselves.
 */
const char *finding_quote(struct arena *arena, struct str value);

/* By place, then code; equal ones keep their order. In place, no memory. */
void findings_sort(struct findings *list);

/* Whether a finding of that code is in the list. */
bool findings_have(const struct findings *list, enum code code);

#endif
