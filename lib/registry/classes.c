/* The registry's types, row by row as schema/registry.xsd has them. */
/* SPDX-License-Identifier: MIT */
#include "registry/registry.h"

#define ROWS(array) array, sizeof(array) / sizeof((array)[0])
#define NO_ROWS NULL, 0

static const struct field text_fields[] = {
    {"", offsetof(struct reg_text, value), FIELD_TEXT},
    {"lang", offsetof(struct reg_text, lang), FIELD_TEXT},
};
static const struct class class_text = {"text", sizeof(struct reg_text),
                                        ROWS(text_fields), NO_ROWS};

static const struct field state_ref_fields[] = {
    {"state", offsetof(struct reg_state_ref, state), FIELD_TEXT},
};
static const struct class class_state_ref = {
    "stateRef", sizeof(struct reg_state_ref), ROWS(state_ref_fields), NO_ROWS};

static const struct field membership_fields[] = {
    {"status", offsetof(struct reg_membership, status), FIELD_CHOICE},
    {"from", offsetof(struct reg_membership, span.from), FIELD_DATE},
    {"to", offsetof(struct reg_membership, span.to), FIELD_DATE},
    {"source", offsetof(struct reg_membership, source), FIELD_TEXT},
};
static const struct class class_membership = {"membership",
                                              sizeof(struct reg_membership),
                                              ROWS(membership_fields), NO_ROWS};

static const struct field state_fields[] = {
    {"code", offsetof(struct reg_state, code), FIELD_TEXT},
    {"source", offsetof(struct reg_state, source), FIELD_TEXT},
};
static const struct child state_children[] = {
    {"name", &class_text, offsetof(struct reg_state, names), true},
    {"membership", &class_membership, offsetof(struct reg_state, memberships),
     true},
};
static const struct class class_state = {"state", sizeof(struct reg_state),
                                         ROWS(state_fields),
                                         ROWS(state_children)};

static const struct child states_children[] = {
    {"state", &class_state, offsetof(struct reg_states, states), true},
};
static const struct class class_states = {"states", sizeof(struct reg_states),
                                          NO_ROWS, ROWS(states_children)};

static const struct field turn_fields[] = {
    {"state", offsetof(struct reg_turn, state), FIELD_TEXT},
    {"takes", offsetof(struct reg_turn, takes), FIELD_FLAG},
};
static const struct class class_turn = {"turn", sizeof(struct reg_turn),
                                        ROWS(turn_fields), NO_ROWS};

static const struct field rotation_fields[] = {
    {"id", offsetof(struct reg_rotation, id), FIELD_TEXT},
    {"from", offsetof(struct reg_rotation, span.from), FIELD_DATE},
    {"to", offsetof(struct reg_rotation, span.to), FIELD_DATE},
    {"months", offsetof(struct reg_rotation, months), FIELD_NUMBER},
    {"source", offsetof(struct reg_rotation, source), FIELD_TEXT},
};
static const struct child rotation_children[] = {
    {"turn", &class_turn, offsetof(struct reg_rotation, turns), true},
};
static const struct class class_rotation = {
    "rotation", sizeof(struct reg_rotation), ROWS(rotation_fields),
    ROWS(rotation_children)};

static const struct child rotations_children[] = {
    {"rotation", &class_rotation, offsetof(struct reg_rotations, rotations),
     true},
};
static const struct class class_rotations = {"rotations",
                                             sizeof(struct reg_rotations),
                                             NO_ROWS, ROWS(rotations_children)};

static const struct field term_fields[] = {
    {"state", offsetof(struct reg_term, state), FIELD_TEXT},
    {"from", offsetof(struct reg_term, span.from), FIELD_DATE},
    {"to", offsetof(struct reg_term, span.to), FIELD_DATE},
    {"source", offsetof(struct reg_term, source), FIELD_TEXT},
    {"variant", offsetof(struct reg_term, variant), FIELD_TEXT},
};
static const struct child term_children[] = {
    {"cochair", &class_state_ref, offsetof(struct reg_term, cochairs), true},
    {"exception", &class_text, offsetof(struct reg_term, exception), false},
};
static const struct class class_term = {"term", sizeof(struct reg_term),
                                        ROWS(term_fields), ROWS(term_children)};

static const struct child terms_children[] = {
    {"term", &class_term, offsetof(struct reg_terms, terms), true},
};
static const struct class class_terms = {"terms", sizeof(struct reg_terms),
                                         NO_ROWS, ROWS(terms_children)};

static const struct field represented_fields[] = {
    {"role", offsetof(struct reg_represented, role), FIELD_CHOICE},
    {"state", offsetof(struct reg_represented, state), FIELD_TEXT},
    {"from", offsetof(struct reg_represented, span.from), FIELD_DATE},
    {"to", offsetof(struct reg_represented, span.to), FIELD_DATE},
    {"substitute", offsetof(struct reg_represented, substitute), FIELD_FLAG},
    {"source", offsetof(struct reg_represented, source), FIELD_TEXT},
};
static const struct class class_represented = {
    "represented", sizeof(struct reg_represented), ROWS(represented_fields),
    NO_ROWS};

static const struct field type_ref_fields[] = {
    {"type", offsetof(struct reg_type_ref, type), FIELD_TEXT},
};
static const struct class class_type_ref = {
    "typeRef", sizeof(struct reg_type_ref), ROWS(type_ref_fields), NO_ROWS};

static const struct field body_fields[] = {
    {"id", offsetof(struct reg_body, id), FIELD_TEXT},
    {"source", offsetof(struct reg_body, source), FIELD_TEXT},
};
static const struct child body_children[] = {
    {"name", &class_text, offsetof(struct reg_body, names), true},
    {"represented", &class_represented, offsetof(struct reg_body, represented),
     true},
    {"adopts", &class_type_ref, offsetof(struct reg_body, adopts), true},
};
static const struct class class_body = {"body", sizeof(struct reg_body),
                                        ROWS(body_fields), ROWS(body_children)};

static const struct child bodies_children[] = {
    {"body", &class_body, offsetof(struct reg_bodies, bodies), true},
};
static const struct class class_bodies = {"bodies", sizeof(struct reg_bodies),
                                          NO_ROWS, ROWS(bodies_children)};

static const struct field organisation_fields[] = {
    {"id", offsetof(struct reg_organisation, id), FIELD_TEXT},
    {"source", offsetof(struct reg_organisation, source), FIELD_TEXT},
};
static const struct child organisation_children[] = {
    {"name", &class_text, offsetof(struct reg_organisation, names), true},
};
static const struct class class_organisation = {
    "organisation", sizeof(struct reg_organisation), ROWS(organisation_fields),
    ROWS(organisation_children)};

static const struct child organisations_children[] = {
    {"organisation", &class_organisation,
     offsetof(struct reg_organisations, organisations), true},
};
static const struct class class_organisations = {
    "organisations", sizeof(struct reg_organisations), NO_ROWS,
    ROWS(organisations_children)};

static const struct field holder_fields[] = {
    {"from", offsetof(struct reg_holder, span.from), FIELD_DATE},
    {"to", offsetof(struct reg_holder, span.to), FIELD_DATE},
    {"acting", offsetof(struct reg_holder, acting), FIELD_FLAG},
    {"source", offsetof(struct reg_holder, source), FIELD_TEXT},
    {"variant", offsetof(struct reg_holder, variant), FIELD_TEXT},
};
static const struct child holder_children[] = {
    {"name", &class_text, offsetof(struct reg_holder, names), true},
};
static const struct class class_holder = {"holder", sizeof(struct reg_holder),
                                          ROWS(holder_fields),
                                          ROWS(holder_children)};

static const struct field office_fields[] = {
    {"id", offsetof(struct reg_office, id), FIELD_TEXT},
    {"role", offsetof(struct reg_office, role), FIELD_CHOICE},
    {"state", offsetof(struct reg_office, state), FIELD_TEXT},
    {"body", offsetof(struct reg_office, body), FIELD_TEXT},
    {"organisation", offsetof(struct reg_office, organisation), FIELD_TEXT},
    {"seats", offsetof(struct reg_office, seats), FIELD_NUMBER},
};
static const struct child office_children[] = {
    {"name", &class_text, offsetof(struct reg_office, names), true},
    {"holder", &class_holder, offsetof(struct reg_office, holders), true},
};
static const struct class class_office = {"office", sizeof(struct reg_office),
                                          ROWS(office_fields),
                                          ROWS(office_children)};

static const struct child offices_children[] = {
    {"office", &class_office, offsetof(struct reg_offices, offices), true},
};
static const struct class class_offices = {
    "offices", sizeof(struct reg_offices), NO_ROWS, ROWS(offices_children)};

static const struct field document_type_fields[] = {
    {"id", offsetof(struct reg_document_type, id), FIELD_TEXT},
    {"validity", offsetof(struct reg_document_type, validity), FIELD_CHOICE},
    {"target", offsetof(struct reg_document_type, target), FIELD_CHOICE},
    {"addressee", offsetof(struct reg_document_type, addressee), FIELD_CHOICE},
    {"source", offsetof(struct reg_document_type, source), FIELD_TEXT},
};
static const struct child document_type_children[] = {
    {"name", &class_text, offsetof(struct reg_document_type, names), true},
};
static const struct class class_document_type = {
    "documentType", sizeof(struct reg_document_type),
    ROWS(document_type_fields), ROWS(document_type_children)};

static const struct child document_types_children[] = {
    {"documentType", &class_document_type,
     offsetof(struct reg_document_types, types), true},
};
static const struct class class_document_types = {
    "documentTypes", sizeof(struct reg_document_types), NO_ROWS,
    ROWS(document_types_children)};

static const struct field conferrer_fields[] = {
    {"office", offsetof(struct reg_conferrer, office), FIELD_TEXT},
    {"body", offsetof(struct reg_conferrer, body), FIELD_TEXT},
    {"organisation", offsetof(struct reg_conferrer, organisation), FIELD_TEXT},
};
static const struct class class_conferrer = {
    "conferrer", sizeof(struct reg_conferrer), ROWS(conferrer_fields), NO_ROWS};

static const struct field honour_fields[] = {
    {"id", offsetof(struct reg_honour, id), FIELD_TEXT},
    {"source", offsetof(struct reg_honour, source), FIELD_TEXT},
};
static const struct child honour_children[] = {
    {"name", &class_text, offsetof(struct reg_honour, names), true},
    {"conferrer", &class_conferrer, offsetof(struct reg_honour, conferrers),
     true},
};
static const struct class class_honour = {"honour", sizeof(struct reg_honour),
                                          ROWS(honour_fields),
                                          ROWS(honour_children)};

static const struct child honours_children[] = {
    {"honour", &class_honour, offsetof(struct reg_honours, honours), true},
};
static const struct class class_honours = {
    "honours", sizeof(struct reg_honours), NO_ROWS, ROWS(honours_children)};

static const struct field event_fields[] = {
    {"id", offsetof(struct reg_event, id), FIELD_TEXT},
    {"on", offsetof(struct reg_event, on), FIELD_DATE},
    {"source", offsetof(struct reg_event, source), FIELD_TEXT},
};
static const struct child event_children[] = {
    {"name", &class_text, offsetof(struct reg_event, names), true},
};
static const struct class class_event = {"event", sizeof(struct reg_event),
                                         ROWS(event_fields),
                                         ROWS(event_children)};

static const struct child events_children[] = {
    {"event", &class_event, offsetof(struct reg_events, events), true},
};
static const struct class class_events = {"events", sizeof(struct reg_events),
                                          NO_ROWS, ROWS(events_children)};

static const struct field root_fields[] = {
    {"id", offsetof(struct reg_root, id), FIELD_TEXT},
    {"version", offsetof(struct reg_root, version), FIELD_TEXT},
    {"recorded", offsetof(struct reg_root, recorded), FIELD_DATE},
};
static const struct child root_children[] = {
    {"name", &class_text, offsetof(struct reg_root, names), true},
    {"states", &class_states, offsetof(struct reg_root, states), false},
    {"rotations", &class_rotations, offsetof(struct reg_root, rotations),
     false},
    {"terms", &class_terms, offsetof(struct reg_root, terms), false},
    {"bodies", &class_bodies, offsetof(struct reg_root, bodies), false},
    {"organisations", &class_organisations,
     offsetof(struct reg_root, organisations), false},
    {"offices", &class_offices, offsetof(struct reg_root, offices), false},
    {"documentTypes", &class_document_types, offsetof(struct reg_root, types),
     false},
    {"honours", &class_honours, offsetof(struct reg_root, honours), false},
    {"events", &class_events, offsetof(struct reg_root, events), false},
};
const struct class class_registry = {"registry", sizeof(struct reg_root),
                                     ROWS(root_fields), ROWS(root_children)};
