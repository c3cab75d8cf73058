/* Questions that rules of several families ask of a record. */
/* SPDX-License-Identifier: MIT */
#ifndef RULES_QUERY_H
#define RULES_QUERY_H

#include "base/name.h"
#include "rules/rule.h"

/* A date, and where in the record it stands. */
struct dated {
    struct cis_date date;
    const struct node *node;
    const char *attribute;
};

/* The day a document was adopted: its own, else the session's. False where
 * the schema refused what tells it. */
bool query_adopted(struct rule_run *run, const struct document *document,
                   struct dated *adopted);

/* The person that the attribute names; NULL where it names none, or the
 * schema refused it, which is said. */
const struct person *query_person(struct rule_run *run, const struct node *node,
                                  const char *attribute, struct str id);

/* The office that @office, or else role and state or body, determine; NULL
 * where the registry knows none or the schema refused what tells it. */
const struct reg_office *query_office(struct rule_run *run,
                                      const struct person *person);

/* Two names that compare as they do: a person's, and a holder's. */
struct name_pair {
    enum name_match match;
    const struct text *own;
    struct str known;
};

/* The best match of the person's names with those of the holder. */
struct name_pair query_match(const struct person *person,
                             const struct reg_holder *holder);

/* How a person compares with those who hold an office on a day. */
struct holders {
    size_t sure;                      /* how many surely do, no variants */
    struct name_pair best;            /* over all who may hold it */
    const struct reg_holder *nearest; /* whose name that is */
};

/* False where the schema refused a name of the person. */
bool query_holders(struct rule_run *run, const struct reg_office *office,
                   struct cis_date day, const struct person *person,
                   struct holders *holders);

/* Whether the office's seats are surely taken, and by others. */
bool holders_exclude(const struct holders *holders,
                     const struct reg_office *office);

/* Names those who surely held the office on that day as facts. */
void query_name_holders(struct rule_run *run, struct cis_finding *finding,
                        const struct reg_office *office, struct cis_date day);

/* The registry's term of the record's presiding state that surely holds the
 * session day, or NULL. */
const struct reg_term *query_own_term(struct rule_run *run);

/* The term, and the day of the session, as facts. */
void query_term_fact(struct rule_run *run, struct cis_finding *finding,
                     const struct reg_term *term);
void query_session_fact(struct rule_run *run, struct cis_finding *finding);

/* The state's standing on the session day as facts; where it has none, what
 * it had before and after. */
void query_standing_facts(struct rule_run *run, struct cis_finding *finding,
                          struct str state);

/* "did you mean" the key of the map that is nearest to the id, if any is. */
void query_suggest(struct rule_run *run, struct cis_finding *finding,
                   const struct map *map, struct str id);

/* Who takes part and who stays away. */
struct attendance {
    struct map states; /* struct delegation; one that takes part, if any */
    struct map people; /* struct listing by person */
};

struct listing {
    const struct node *node; /* the delegation or representative */
    bool absent;
};

void query_attendance(struct rule_run *run, struct attendance *attendance);

/* Says where the schema refused whether somebody takes part, or who it is. */
void query_presence(struct rule_run *run);

/* The delegation or representative entry that says that they stayed away,
 * or NULL. */
const struct node *attendance_absent(const struct attendance *attendance,
                                     const struct person *person);

/* Whether they are listed, or their state has a delegation, whose members
 * need not all be named. */
bool attendance_expects(const struct attendance *attendance,
                        const struct person *person);

const struct delegation *
attendance_delegation(const struct attendance *attendance, struct str state);

/* Emits where the node's @office, the id, is none that the registry knows. */
void query_office_known(struct rule_run *run, const struct node *node,
                        struct str id);

#endif
