/* The record of a summit as typed structs, each field with its place. */
/* SPDX-License-Identifier: MIT */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include "base/date.h"
#include "base/map.h"
#include "schema/bind.h"

/*
 * One struct per complex type of summit.xsd; what each field means is
 * documented there, under the same names. Enumerations count from 1 in the
 * order of the XSD (a test holds them together); 0 is absent or rejected.
 */
enum session_kind {
    SESSION_REGULAR = 1,
    SESSION_EXTRAORDINARY,
    SESSION_INFORMAL,
    SESSION_FOUNDING
};

enum record_status {
    RECORD_ANNOUNCED = 1,
    RECORD_HELD,
    RECORD_POSTPONED,
    RECORD_CANCELLED
};

enum role {
    ROLE_HEAD_OF_STATE = 1,
    ROLE_HEAD_OF_GOVERNMENT,
    ROLE_DEPUTY_HEAD_OF_GOVERNMENT,
    ROLE_FOREIGN_MINISTER,
    ROLE_MINISTER,
    ROLE_AMBASSADOR,
    ROLE_AIDE,
    ROLE_MILITARY_COMMANDER,
    ROLE_SECRETARY_GENERAL,
    ROLE_DEPUTY_SECRETARY_GENERAL,
    ROLE_BODY_CHAIR,
    ROLE_BODY_HEAD,
    ROLE_PLENIPOTENTIARY_REPRESENTATIVE,
    ROLE_ORGANISATION_HEAD,
    ROLE_GUEST
};

enum document_type {
    DOCUMENT_DECISION = 1,
    DOCUMENT_STATEMENT,
    DOCUMENT_JOINT_STATEMENT,
    DOCUMENT_ADDRESS,
    DOCUMENT_DECLARATION,
    DOCUMENT_AGREEMENT,
    DOCUMENT_TREATY,
    DOCUMENT_CONVENTION,
    DOCUMENT_PROTOCOL,
    DOCUMENT_AMENDING_PROTOCOL,
    DOCUMENT_TERMINATING_PROTOCOL,
    DOCUMENT_CONCEPT,
    DOCUMENT_PROGRAMME,
    DOCUMENT_STRATEGY,
    DOCUMENT_PLAN,
    DOCUMENT_REGULATION,
    DOCUMENT_CHARTER,
    DOCUMENT_RULES_OF_PROCEDURE
};

enum document_status {
    STATUS_EXPECTED = 1,
    STATUS_ADOPTED,
    STATUS_SIGNED,
    STATUS_WITHDRAWN
};

enum presence {
    PRESENCE_ATTENDED = 1,
    PRESENCE_EXPECTED,
    PRESENCE_REMOTE,
    PRESENCE_ABSENT
};

enum event_kind {
    EVENT_BILATERAL = 1,
    EVENT_INFORMAL_MEETING,
    EVENT_PHOTO,
    EVENT_NARROW_SESSION,
    EVENT_EXTENDED_SESSION,
    EVENT_SIGNING,
    EVENT_BRIEFING,
    EVENT_AWARD_CEREMONY,
    EVENT_RECEPTION,
    EVENT_OTHER
};

enum item_kind {
    ITEM_REPORT = 1,
    ITEM_REVIEW,
    ITEM_EXCHANGE,
    ITEM_DECISION
};

enum action {
    ACTION_APPOINT = 1,
    ACTION_EXTEND,
    ACTION_RELEASE
};

/* Words and their language (BCP 47). */
struct text {
    struct node node;
    struct str value;
    struct str lang;
};

struct state_ref {
    struct node node;
    struct str state;
};

struct person_ref {
    struct node node;
    struct str ref;
};

struct document_ref {
    struct node node;
    struct str document;
};

struct anniversary_ref {
    struct node node;
    struct str anniversary;
};

struct honour_ref {
    struct node node;
    struct str honour;
};

struct dates {
    struct node node;
    struct cis_date start, end, session;
};

struct meeting_place {
    struct node node;
    struct list cities; /* struct text */
    struct list sites;  /* struct text */
    struct str state;
    struct str received_by;
};

struct videoconference {
    struct node node;
    struct str host;
};

struct venue {
    struct node node;
    struct meeting_place *place;
    struct videoconference *videoconference;
};

struct successor {
    struct node node;
    struct str state;
    struct cis_date from, to;
};

struct presidency {
    struct node node;
    struct list cochairs; /* struct state_ref */
    struct successor *successor;
    struct str state;
    struct cis_date from, to;
    struct str chair;
};

struct person {
    struct node node;
    struct list names;  /* struct text */
    struct list titles; /* struct text */
    struct str id;
    unsigned role; /* enum role */
    struct str state;
    struct str body;
    struct str office;
};

struct people {
    struct node node;
    struct list persons; /* struct person */
};

struct delegation {
    struct node node;
    struct list members; /* struct person_ref */
    struct str state;
    unsigned presence; /* enum presence */
    struct str head;
};

struct representative {
    struct node node;
    struct str ref;
    unsigned presence; /* enum presence */
};

struct delegations {
    struct node node;
    struct list delegations;     /* struct delegation */
    struct list representatives; /* struct representative */
    enum flag complete;
};

struct event {
    struct node node;
    struct list parties; /* struct person_ref */
    struct list topics;  /* struct text */
    struct list bases;   /* struct document_ref */
    unsigned kind;       /* enum event_kind */
    struct cis_date date;
    int64_t start, end; /* seconds of the day */
};

struct programme {
    struct node node;
    struct list events; /* struct event */
};

struct item {
    struct node node;
    struct list titles; /* struct text */
    unsigned kind;      /* enum item_kind */
    struct str by;
    struct str document;
};

struct agenda {
    struct node node;
    struct list items; /* struct item */
};

struct validity {
    struct node node;
    struct cis_date from, to; /* years */
};

struct signature {
    struct node node;
    struct list reservations; /* struct text */
    struct str state;
    struct cis_date date;
    struct str by;
};

struct document {
    struct node node;
    struct list titles;     /* struct text */
    struct list initiators; /* struct state_ref */
    struct list addressees; /* struct text */
    struct validity *validity;
    struct list amends;       /* struct document_ref */
    struct list commemorates; /* struct anniversary_ref */
    struct list establishes;  /* struct honour_ref */
    struct list signatures;   /* struct signature */
    struct str id;
    unsigned type;   /* enum document_type */
    unsigned status; /* enum document_status */
    struct cis_date date;
};

struct instrument {
    struct node node;
    struct list titles;  /* struct text */
    struct list parties; /* struct state_ref */
    struct str id;
    unsigned type; /* enum document_type */
    struct cis_date date;
};

struct documents {
    struct node node;
    struct list subjects;    /* struct text */
    struct list documents;   /* struct document */
    struct list instruments; /* struct instrument */
    enum flag complete;
    int64_t total;
};

struct appointment {
    struct node node;
    unsigned action; /* enum action */
    struct str person;
    struct str office;
    struct cis_date from, to;
    struct str document;
};

struct appointments {
    struct node node;
    struct list appointments; /* struct appointment */
};

struct award {
    struct node node;
    struct list recipient_names; /* struct text */
    struct list reasons;         /* struct text */
    struct str honour;
    struct str recipient;
    struct str conferred_by;
    struct cis_date date;
};

struct awards {
    struct node node;
    struct list awards; /* struct award */
};

struct anniversary {
    struct node node;
    struct list titles; /* struct text */
    struct str id;
    struct str event;
    int64_t ordinal;
    struct cis_date of, on;
};

struct anniversaries {
    struct node node;
    struct list anniversaries; /* struct anniversary */
};

struct next_session {
    struct node node;
    struct list cities; /* struct text */
    struct str body;
    unsigned kind; /* enum session_kind */
    struct cis_date date;
    struct str state;
};

struct credit {
    struct node node;
    struct str value;
    struct str of;
    struct str lang;
};

struct source_note {
    struct node node;
    struct list titles;  /* struct text */
    struct list credits; /* struct credit */
    struct str publisher;
    struct str basis;
    struct cis_date date;
    struct str href;
};

struct sources {
    struct node node;
    struct list sources; /* struct source_note */
};

/* What another namespace adds, as canonical XML; kept where records are given
 * out. */
struct extension {
    struct node node;
    struct str xml;
};

struct summit {
    struct node node;
    const struct record *record; /* for the public accessors, or NULL */
    struct list titles;          /* struct text */
    struct dates *dates;
    struct venue *venue;
    struct presidency *presidency;
    struct people *people;
    struct delegations *delegations;
    struct programme *programme;
    struct agenda *agenda;
    struct documents *documents;
    struct appointments *appointments;
    struct awards *awards;
    struct anniversaries *anniversaries;
    struct list next; /* struct next_session */
    struct sources *sources;
    struct extension *extension;
    struct str id;
    struct str version;
    struct str body;
    unsigned kind;   /* enum session_kind */
    unsigned status; /* enum record_status */
    struct cis_date recorded;
    int64_t number;
};

/* How the schema's type "summit" is bound; the root of the record. */
extern const struct class class_summit;

/* The same with nothing but its id, for who only counts records. */
extern const struct class class_summit_shell;

/* What the references of one record may name, by id; of two things with one
 * id, the first. */
struct summit_index {
    struct map persons;
    struct map documents;
    struct map instruments;
    struct map anniversaries;
};

/* Where memory fails (arena->failed), the index lacks entries. */
void summit_index(struct summit_index *index, struct arena *arena,
                  const struct summit *summit);

/* NULL where nothing has that id, or none is given. */
const struct person *index_person(const struct summit_index *index,
                                  struct str id);
const struct document *index_document(const struct summit_index *index,
                                      struct str id);
const struct instrument *index_instrument(const struct summit_index *index,
                                          struct str id);
const struct anniversary *index_anniversary(const struct summit_index *index,
                                            struct str id);

/* Whether a role belongs to a state, or to a body or organisation. */
bool role_of_state(unsigned role);
bool role_of_body(unsigned role);

/* The first text in English, else the first of all; none if there is none. */
struct str text_preferred(const struct list *texts);

/* "regular", "head-of-state", …: the word for an enumeration's number, from
 * the type of that name in the record's schema; "" for 0. */
const char *choice_word(const struct schema *schema, const char *type,
                        unsigned choice);

#endif
