/* What a rule is given, and how it says what it found. */
/* SPDX-License-Identifier: MIT */
#ifndef RULES_RULE_H
#define RULES_RULE_H

#include "finding/finding.h"
#include "record/record.h"
#include "registry/registry.h"
#include "xml/source.h"

/* The parts of a record that a rule judges (its NEEDS in codes.def). */
enum part {
    PART_NONE = 0,
    PART_SUMMIT = 1 << 0, /* the summit's own attributes */
    PART_DATES = 1 << 1,
    PART_VENUE = 1 << 2,
    PART_PRESIDENCY = 1 << 3,
    PART_PEOPLE = 1 << 4,
    PART_DELEGATIONS = 1 << 5,
    PART_PROGRAMME = 1 << 6,
    PART_AGENDA = 1 << 7,
    PART_DOCUMENTS = 1 << 8,
    PART_APPOINTMENTS = 1 << 9,
    PART_AWARDS = 1 << 10,
    PART_ANNIVERSARIES = 1 << 11,
    PART_NEXT = 1 << 12,
    PART_SOURCES = 1 << 13 /* no rule judges where a record comes from */
};

/* Why a rule could not judge a summit, or a part of it; the reason lives in
 * the arena. */
typedef void rules_skip(void *context, enum code code, const char *reason);

/* One rule at work on one summit. */
struct rule_run {
    const struct summit *summit;
    const struct registry *registry; /* may know nothing of a fact */
    const struct schema *schema;     /* for the words of enumerations */
    struct source *source;           /* for the places of fields */
    struct findings *findings;
    struct arena *arena; /* of the summit */
    /* set by the driver: */
    const struct summit_index *index;
    enum code code; /* of this rule */
    rules_skip *skip;
    void *skip_context;
    bool skipped;      /* this rule has said so */
    struct held *held; /* what query_holders has answered; NULL: nothing */
    size_t guesses;    /* how many ids query_suggest may still look at */
};

/* Finds, compares, emits. Nothing here fails: memory is in arena->failed. */
typedef void rule_check(struct rule_run *run);

/* Where an attribute stands; where it does not, the element's name, and then
 * *attribute becomes NULL. */
struct extent rule_place(const struct rule_run *run, const struct node *node,
                         const char **attribute);

/* A finding of the rule's own code, placed on an attribute of the node (or
 * on the element's name where attribute is NULL or not there). */
struct cis_finding *rule_emit(struct rule_run *run, const struct node *node,
                              const char *attribute);

/* A fact of the record, placed likewise. */
void rule_fact(struct rule_run *run, struct cis_finding *finding,
               const struct node *node, const char *attribute,
               const char *format, ...) __attribute__((format(printf, 5, 6)));

/* A fact that the registry knows, and where it has it from. */
void rule_source(struct rule_run *run, struct cis_finding *finding,
                 struct str source, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Says, the first time in a run, why a part of the record is not judged. */
void rule_skip(struct rule_run *run, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * Whether the attribute has a value. Where it has none because the schema
 * refused it (or it is missing from a damaged element), that is said.
 */
bool rule_given(struct rule_run *run, const struct node *node,
                const char *attribute);

/* Whether the schema found no fault with the node, so that what it does not
 * say can be held against it; a fault is said. NULL is whole. */
bool rule_whole(struct rule_run *run, const struct node *node);

/* Quotes a value for a message; a date as it is written. */
const char *rule_quote(struct rule_run *run, struct str value);
const char *rule_date(struct rule_run *run, struct cis_date date);

/* "on 2024-10-08", "in 2024-12", "in 2025". */
const char *rule_when(struct rule_run *run, struct cis_date date);

/* "2024-01-01 to 2024-12-31", "from 2024", "until 2024-12". */
const char *rule_span(struct rule_run *run, struct span span);

/* "Russia (RU)"; the code alone where the registry has no name. */
const char *rule_state(struct rule_run *run, struct str code);

/* A person by the name that messages use; the id where there is none. */
const char *rule_person(struct rule_run *run, const struct person *person);

/* A document by its id, else its title, in quotation marks. */
const char *rule_document(struct rule_run *run,
                          const struct document *document);

/* "programme", "head-of-state", …: see choice_word. */
const char *rule_word(struct rule_run *run, const char *type, unsigned choice);

/* The day by which a record is judged; none where it is not known. That the
 * schema refused it is said. */
struct cis_date rule_session(struct rule_run *run);

#endif
