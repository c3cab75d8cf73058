/* The facts of a corpus as XML, as schema/facts.xsd has it. */
/* SPDX-License-Identifier: MIT */
#ifndef RULES_FACTS_H
#define RULES_FACTS_H

#include "rules/corpus.h"
#include "xml/writer.h"

#define FACTS_NAMESPACE "urn:cisvalidate:facts:1"

/* One struct per complex type of facts.xsd, which documents each field under
 * the same name. Texts of its type `bytes` are as facts_escape makes them. */
struct facts_made {
    struct node node;
    struct str tool;
    struct str schema;
    struct str registry;
};

struct facts_place {
    struct node node;
    struct str path;
    int64_t line, lines;
    int64_t begins, after, width;
    int64_t offset, length;
    struct str text;
};

struct facts_title {
    struct node node;
    struct str hash;
    int64_t language;
    enum flag first;
};

struct facts_promise {
    struct node node;
    struct str body;
    struct str state;
    struct cis_date date;
    struct facts_place *at_state, *at_date;
};

struct facts_detail {
    struct node node;
    struct str what;
    struct str of;
    struct str value;
    enum flag name;
    struct facts_place *at;
};

struct facts_post {
    struct node node;
    unsigned action; /* enum action */
    struct str office;
    struct str person;
    struct str name;
    struct cis_date since;
    struct facts_place *at;
};

struct facts_citation {
    struct node node;
    struct cis_date date;
    struct str words;
    struct facts_place *at;
    struct list titles; /* struct facts_title */
};

struct facts_summit {
    struct node node;
    struct str file;
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
    int64_t documents;
    struct facts_place *at, *at_session, *at_number;
    struct facts_place *at_presiding, *at_successor, *at_host, *at_complete;
    struct list promises;  /* struct facts_promise */
    struct list details;   /* struct facts_detail */
    struct list posts;     /* struct facts_post */
    struct list citations; /* struct facts_citation */
    struct list titles;    /* struct facts_title */
};

struct facts_spelling {
    struct node node;
    struct str file;
    struct str office;
    struct str known;
    struct str language;
    struct str name;
    struct cis_date session;
    struct facts_place *at;
};

struct facts_suppression {
    struct node node;
    struct str file;
    struct str code;
    struct str reason;
    int64_t offset, length;
    enum flag compared;
    struct facts_place *at;
};

/* facts_classes.c: what of the root is bound, one after the other. */
extern const struct class class_facts_made;
extern const struct class class_facts_summit;
extern const struct class class_facts_spelling;
extern const struct class class_facts_suppression;
#define FACTS_ROOTS 4
extern const struct class *const facts_roots[FACTS_ROOTS];

/* facts_text.c: the type `bytes` of facts.xsd. Appends; and the text again,
 * which ends with a NUL. */
void facts_escape(struct buf *to, struct str bytes);
struct str facts_unescape(struct arena *arena, struct str text);

/* By what facts are made and read, in the arena. */
struct facts_made facts_made_by(struct arena *arena, const char *tool,
                                const struct schema *schema,
                                const struct registry *registry);

/*
 * facts_write.c: writes the facts of all parts, each spelling once, in the
 * order of files and places: the same whatever the order they were kept in.
 * False where memory fails; what the writer cannot do, it tells itself.
 */
bool facts_write(struct xml_writer *writer, const struct rule_run *words,
                 const struct facts_made *by,
                 const struct corpus_facts *const *parts, size_t count);

/* facts_read.c: the reading of one file. */
struct facts_reading {
    struct corpus_facts *facts; /* what is read; memory fails in its arena */
    struct rule_run run;        /* for what is wrong with it */
    struct facts_made by;
};

/* Takes over what stands in an element of one of the roots, or finds a fault
 * that the schema cannot see. */
void facts_take(struct facts_reading *reading, const struct node *root);

#endif
