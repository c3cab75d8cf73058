/* What is kept of each record, for the rules across records (C). */
/* SPDX-License-Identifier: MIT */
#ifndef RULES_CORPUS_H
#define RULES_CORPUS_H

#include "finding/suppression.h"
#include "rules/rule.h"

/* Where something stood, when its record is gone. path NULL: nowhere. */
struct token {
    struct cis_place place;
    struct cis_excerpt excerpt;
    const char *path;
};

/* Where and when a next regular session is announced to be. */
struct promise {
    struct promise *next;
    struct str body;
    struct str state;
    struct cis_date date;
    struct token at_state, at_date;
};

/* Something that an announcement says, and the record of what was held. */
struct detail {
    struct detail *next;
    const char *what; /* "the city", "the head of the delegation" */
    struct str of;    /* the state whose delegation it is, or none */
    struct str value;
    bool name; /* to be compared as a name */
    struct token at;
};

/* An appointment or extension. */
struct post {
    struct post *next;
    unsigned action; /* enum action */
    struct str office;
    struct str person;     /* the id */
    struct str name;       /* or none */
    struct cis_date since; /* the registry's first day of it, or none */
    struct token at;
};

/* A title as it is compared: by its letters and digits alone. */
struct title_key {
    uint64_t title;
    uint32_t language;
    bool first; /* the first one of its document in that language */
};

/* A document of an earlier day that a record cites. */
struct citation {
    struct citation *next;
    struct cis_date date;
    struct str title; /* for the message */
    struct title_key *titles;
    size_t title_count;
    struct token at;
};

struct summit_facts {
    struct summit_facts *next;
    const char *file;
    struct str id;
    struct str body;
    unsigned kind;   /* enum session_kind */
    unsigned status; /* enum record_status */
    struct cis_date session;
    int64_t number;
    struct str presiding;
    struct span term;
    struct str successor;
    struct span successor_term;
    struct str host;
    struct token at_summit, at_session, at_number;
    struct token at_presiding, at_successor, at_host, at_complete;
    struct promise *promises;
    struct detail *details;
    struct post *posts;
    struct citation *citations;
    bool complete; /* all documents are listed */
    size_t document_count;
    struct title_key *titles; /* of its documents, where it is complete */
    size_t title_count;
};

/* The earliest use of one spelling of a name for one office. */
struct spelling {
    struct spelling *next;
    struct str office; /* in words */
    const struct reg_office *known;
    struct str language;
    struct str name;
    struct cis_date session;
    const char *file;
    struct token at;
};

/* A suppression of findings across records. */
struct kept_suppression {
    struct suppression is; /* its offsets are those of places */
    struct kept_suppression *next;
    struct token at;
    bool compared; /* the record that it stands in */
};

/* Grows with the summits and their facts, and is never searched: what is
 * looked up is sorted when all of it is there. */
struct corpus_facts {
    struct arena arena;
    struct map strings; /* so that one that comes often is kept once */
    struct summit_facts *summits;
    size_t summit_count;
    struct map spellings; /* struct spelling by office, language and name */
    struct spelling *first_spelling;
    size_t spelling_count;
    struct kept_suppression *suppressions;
    size_t suppression_count;
};

void corpus_facts_init(struct corpus_facts *facts,
                       const struct cis_allocator *from);

/* The same bytes for the same text, ending with a NUL; none where memory
 * fails. */
struct str corpus_intern(struct corpus_facts *facts, struct str text);

/* Keeps the facts of run->summit, and those of its suppressions that are of
 * findings across records; a failure stays in facts->arena.failed. */
void corpus_keep(struct corpus_facts *facts, struct rule_run *run,
                 const char *file, const struct suppression *suppressions);

/* Whether the summit is compared with others: its body, kind and day are
 * known. */
bool corpus_compares(const struct summit_facts *summit);

/*
 * Marks the findings that a record suppresses: `sorted`, by file, then place;
 * and adds to list those about suppressions that there was no need for. Rules
 * that are off by levels, and records that are compared with none, need none.
 */
void corpus_suppress(struct findings *list, struct cis_finding **sorted,
                     size_t sorted_count,
                     const struct corpus_facts *const *parts, size_t count,
                     const unsigned char levels[static CODE_COUNT]);

/* All summits, in the order of what they are (body, kind, day, status), then
 * where they stand; and all spellings. */
struct corpus_view {
    const struct summit_facts **summits;
    size_t summit_count;
    const struct summit_facts **by_day;
    const struct spelling **spellings;
    size_t spelling_count;
};

/* False where memory fails. */
bool corpus_view_of(struct corpus_view *view, struct arena *arena,
                    const struct corpus_facts *const *parts, size_t count);

/* The rules across records at work. */
struct corpus_run {
    struct rule_run run; /* for words; its summit is NULL */
    struct corpus_view view;
};

typedef void corpus_check(struct corpus_run *run);

/* A finding of the rule's own code at a token of that record, and a fact at
 * one of any record. */
struct cis_finding *corpus_emit(struct corpus_run *run, const char *file,
                                const struct token *at);
void corpus_fact(struct cis_finding *finding, const char *file,
                 const struct token *at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* By file, then place there. */
int corpus_compare_places(const char *file, const struct token *at,
                          const char *other_file, const struct token *other);

/* The first of view.by_day whose session is not before that day. */
size_t corpus_first_on(const struct corpus_run *run, int64_t day);

/* Runs them all; findings are in run->findings, in no order. */
void corpus_rules_run(const struct rule_run *words,
                      const struct corpus_facts *const *parts, size_t count);

/* corpus_rules.c */
corpus_check check_same_summit_twice;
corpus_check check_session_number_gap;
corpus_check check_announced_and_held_differ;
corpus_check check_promise_not_kept;

/* corpus_presidency.c */
corpus_check check_presidency_contradiction;
corpus_check check_successor_did_not_follow;

/* corpus_texts.c */
corpus_check check_amended_text_missing;

/* corpus_people.c */
corpus_check check_extension_without_appointment;
corpus_check check_person_spelled_differently;

/* A title as its letters and digits, in a language. */
struct title_key title_key_of(const struct text *title);

#endif
