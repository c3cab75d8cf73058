/* Reference data: states, terms, bodies, offices, types, honours, events. */
/* SPDX-License-Identifier: MIT */
#ifndef REGISTRY_REGISTRY_H
#define REGISTRY_REGISTRY_H

#include "base/date.h"
#include "base/map.h"
#include "schema/bind.h"

/* One struct per complex type of registry.xsd, which documents each field
 * under the same name. Enumerations count from 1 in its order. */
enum membership_status {
    MEMBERSHIP_SIGNATORY = 1,
    MEMBERSHIP_PARTICIPATING,
    MEMBERSHIP_MEMBER,
    MEMBERSHIP_ASSOCIATE,
    MEMBERSHIP_OBSERVER,
    MEMBERSHIP_SUSPENDED,
    MEMBERSHIP_WITHDRAWING,
    MEMBERSHIP_CEASED,
    MEMBERSHIP_WITHDRAWN
};

enum validity_trait {
    VALIDITY_REQUIRED = 1,
    VALIDITY_ALLOWED,
    VALIDITY_UNEXPECTED
};
enum target_trait {
    TARGET_REQUIRED = 1,
    TARGET_OPTIONAL
};
enum addressee_trait {
    ADDRESSEE_EXPECTED = 1,
    ADDRESSEE_OPTIONAL
};

struct reg_text {
    struct node node;
    struct str value;
    struct str lang;
};

struct reg_state_ref {
    struct node node;
    struct str state;
};

struct reg_membership {
    struct node node;
    unsigned status; /* enum membership_status */
    struct span span;
    struct str source;
};

struct reg_capital {
    struct node node;
    struct span span;
};

struct reg_state {
    struct node node;
    struct list names;       /* struct reg_text */
    struct list capitals;    /* struct reg_capital */
    struct list memberships; /* struct reg_membership */
    struct str code;
    struct str source;
};

struct reg_turn {
    struct node node;
    struct str state;
    enum flag takes;
};

struct reg_rotation {
    struct node node;
    struct list turns; /* struct reg_turn */
    struct str id;
    struct span span;
    int64_t months;
    struct str source;
};

struct reg_term {
    struct node node;
    struct list cochairs; /* struct reg_state_ref */
    struct reg_text *exception;
    struct str state;
    struct span span;
    struct str source;
    struct str variant;
};

struct reg_represented {
    struct node node;
    unsigned role; /* enum role of record.h */
    struct str state;
    struct span span;
    enum flag substitute;
    struct str source;
};

struct reg_type_ref {
    struct node node;
    struct str type;
};

struct reg_body {
    struct node node;
    struct list names;       /* struct reg_text */
    struct list represented; /* struct reg_represented */
    struct list adopts;      /* struct reg_type_ref */
    struct str id;
    struct str source;
};

struct reg_organisation {
    struct node node;
    struct list names; /* struct reg_text */
    struct str id;
    struct str source;
};

struct reg_holder {
    struct node node;
    struct list names; /* struct reg_text, spelling variants too */
    struct span span;
    enum flag acting;
    struct str source;
    struct str variant;
};

struct reg_office {
    struct node node;
    struct list names;   /* struct reg_text */
    struct list holders; /* struct reg_holder */
    struct str id;
    unsigned role;                        /* enum role of record.h */
    struct str state, body, organisation; /* at most one is given */
    int64_t seats;                        /* NUMBER_ABSENT: 1 */
    int64_t months; /* of a usual term; or NUMBER_ABSENT */
    struct str source;
};

struct reg_document_type {
    struct node node;
    struct list names; /* struct reg_text */
    struct str id;
    unsigned validity;  /* enum validity_trait */
    unsigned target;    /* enum target_trait */
    unsigned addressee; /* enum addressee_trait */
    struct str source;
};

struct reg_conferrer {
    struct node node;
    struct str office, body, organisation;
};

struct reg_honour {
    struct node node;
    struct list names;      /* struct reg_text */
    struct list conferrers; /* struct reg_conferrer */
    struct str id;
    struct str source;
};

struct reg_event {
    struct node node;
    struct list names; /* struct reg_text */
    struct str id;
    struct cis_date on;
    struct str source;
};

/* The containers of the file. */
struct reg_states {
    struct node node;
    struct list states;
};
struct reg_rotations {
    struct node node;
    struct list rotations;
};
struct reg_terms {
    struct node node;
    struct list terms;
};
struct reg_bodies {
    struct node node;
    struct list bodies;
};
struct reg_organisations {
    struct node node;
    struct list organisations;
};
struct reg_offices {
    struct node node;
    struct list offices;
};
struct reg_document_types {
    struct node node;
    struct list types;
};
struct reg_honours {
    struct node node;
    struct list honours;
};
struct reg_events {
    struct node node;
    struct list events;
};

struct reg_root {
    struct node node;
    struct list names; /* struct reg_text */
    struct reg_states *states;
    struct reg_rotations *rotations;
    struct reg_terms *terms;
    struct reg_bodies *bodies;
    struct reg_organisations *organisations;
    struct reg_offices *offices;
    struct reg_document_types *types;
    struct reg_honours *honours;
    struct reg_events *events;
    struct str id;
    struct str version;
    struct cis_date recorded;
};

extern const struct class class_registry;

/* The offices of one state, body or organisation. */
struct reg_offices_of {
    const struct reg_office *office;
    struct reg_offices_of *next;
};

/* A registry that was read, with its indexes. Immutable, shared freely. */
struct registry {
    const struct reg_root *root;
    struct map states; /* struct reg_state by code */
    struct map bodies; /* struct reg_body by id */
    struct map organisations;
    struct map offices;    /* struct reg_office by id */
    struct map offices_of; /* struct reg_offices_of by state, body, … */
    struct map types;      /* struct reg_document_type by id */
    struct map honours;
    struct map events;
};

/* Indexes what was bound; false where memory fails. */
bool registry_index(struct registry *registry, struct arena *arena,
                    const struct reg_root *root);

/* The same for registries that say the same, whatever file they are from. */
uint64_t registry_digest(const struct registry *registry);

/* NULL where nothing has that code or id, or none is given. */
const struct reg_state *registry_state(const struct registry *registry,
                                       struct str code);
const struct reg_office *registry_office(const struct registry *registry,
                                         struct str id);
const struct reg_body *registry_body(const struct registry *registry,
                                     struct str id);
const struct reg_organisation *
registry_organisation(const struct registry *registry, struct str id);
const struct reg_document_type *registry_type(const struct registry *registry,
                                              struct str id);
const struct reg_event *registry_event(const struct registry *registry,
                                       struct str id);
const struct reg_honour *registry_honour(const struct registry *registry,
                                         struct str id);

/* The one office with that role and that state, body or organisation; NULL
 * where there is none or more than one. */
const struct reg_office *registry_office_of(const struct registry *registry,
                                            unsigned role, struct str state,
                                            struct str body);

/* How many people may hold the office at a time. */
size_t office_seats(const struct reg_office *office);

/* "Russia" for "RU": the name in English, else the code itself. */
struct str registry_state_name(const struct registry *registry,
                               struct str code);

/* The first of the names that is in English, else the first; none if there
 * is none. */
struct str reg_name(const struct list *names);

/*
 * Whether a span of the registry holds the day. A span without end says
 * nothing of days after registry/@recorded.
 */
enum truth registry_holds(const struct registry *registry, struct span span,
                          struct cis_date day);

/*
 * Whether the state presides on that day, and the term that proves it. On a
 * boundary day shared by two terms either is right; variants count too.
 * *term: the one that fits, else the one that does not; NULL and
 * TRUTH_UNKNOWN where no term on record holds the day.
 */
enum truth registry_presides(const struct registry *registry, struct str state,
                             struct cis_date day, const struct reg_term **term);

/* The terms of presidency in their order: the first for NULL, NULL after the
 * last. */
const struct reg_term *registry_term(const struct registry *registry,
                                     const struct reg_term *before);

/* The term after it (without variants: the first one that begins when it
 * ends or on the next day) and the one before it, or NULL. */
const struct reg_term *registry_next_term(const struct registry *registry,
                                          const struct reg_term *term);
const struct reg_term *registry_previous_term(const struct registry *registry,
                                              const struct reg_term *term);

/* The rotation whose span surely holds that day, or NULL. A rotation without
 * end is in force until the registry says otherwise. */
const struct reg_rotation *registry_rotation(const struct registry *registry,
                                             struct cis_date day);

/* The state's standing that surely holds on that day, or NULL. */
const struct reg_membership *
registry_membership(const struct registry *registry, struct str state,
                    struct cis_date day);

/* Suspended and withdrawing states still participate. */
bool membership_participates(const struct reg_membership *membership);

/*
 * Whether the state has on that day a standing for which `counts` is true.
 * No: not one that may hold on that day does, and the registry speaks of
 * that day; a state that it does not list never belonged.
 */
enum truth registry_standing(const struct registry *registry, struct str state,
                             struct cis_date day,
                             bool (*counts)(const struct reg_membership *));

#endif
