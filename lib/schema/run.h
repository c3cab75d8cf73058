/* The runner: checks the events of a document against a schema. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_RUN_H
#define SCHEMA_RUN_H

#include "finding/finding.h"
#include "schema/schema.h"
#include "schema/value.h"
#include "xml/reader.h"

/*
 * What passes the checks, for whoever builds something from it. Called for
 * known elements only; an attribute or text whose value was refused comes
 * with value NULL, so that a builder can tell "refused" from "absent".
 */
struct run_events {
    void (*start)(void *context, uint16_t type, uint16_t name, uint64_t tag,
                  unsigned position, bool repeats);
    /* index: in the attributes of the type */
    void (*attribute)(void *context, uint16_t index, const struct value *value);
    void (*text)(void *context, const struct value *value);
    /* Something was wrong with the element under way itself. */
    void (*damage)(void *context);
    void (*end)(void *context, uint64_t tag);
};

struct run;

/* NULL where memory fails. Findings go to *findings of run_begin, which the
 * caller may empty between calls. */
struct run *run_new(const struct cis_allocator *from,
                    const struct schema *schema, struct source *source,
                    const struct run_events *events, void *context);
void run_free(struct run *run);

void run_begin(struct run *run, struct findings *findings);

/* The reader's events. */
void run_start(struct run *run, const struct xml_element *element);
void run_end(struct run *run, uint64_t tag);
void run_text(struct run *run, struct str text);

/* The findings made so far are about to go. */
void run_forget(struct run *run);

/* The root was no element of the schema: nothing was checked (W007 has been
 * raised). */
bool run_refused(const struct run *run);
bool run_failed(const struct run *run); /* memory */
size_t run_depth(const struct run *run);

/* The path of the element under way, as findings have it; of one that the
 * schema does not know, that of what it stands in. "" outside the root. */
const char *run_here(struct run *run);

#endif
