/* The registry's types, row by row as schema/registry.xsd has them. */
/* SPDX-License-Identifier: MIT */
#include "registry/registry.h"

#define ROWS(array) array, sizeof(array) / sizeof((array)[0])
#define NO_ROWS NULL, 0

static const struct field text_fields[] = {
    FIELD("", struct reg_text, value, FIELD_TEXT),
    FIELD("lang", struct reg_text, lang, FIELD_TEXT),
};
static const struct class class_text = {"text", CLASS_OF(struct reg_text),
                                        ROWS(text_fields), NO_ROWS};

static const struct field state_ref_fields[] = {
    FIELD("state", struct reg_state_ref, state, FIELD_TEXT),
};
static const struct class class_state_ref = {"stateRef",
                                             CLASS_OF(struct reg_state_ref),
                                             ROWS(state_ref_fields), NO_ROWS};

static const struct field membership_fields[] = {
    FIELD("status", struct reg_membership, status, FIELD_CHOICE),
    FIELD("from", struct reg_membership, span.from, FIELD_DATE),
    FIELD("to", struct reg_membership, span.to, FIELD_DATE),
    FIELD("source", struct reg_membership, source, FIELD_TEXT),
};
static const struct class class_membership = {"membership",
                                              CLASS_OF(struct reg_membership),
                                              ROWS(membership_fields), NO_ROWS};

static const struct field capital_fields[] = {
    FIELD("from", struct reg_capital, span.from, FIELD_DATE),
    FIELD("to", struct reg_capital, span.to, FIELD_DATE),
};
static const struct class class_capital = {
    "capital", CLASS_OF(struct reg_capital), ROWS(capital_fields), NO_ROWS};

static const struct field state_fields[] = {
    FIELD("code", struct reg_state, code, FIELD_TEXT),
    FIELD("source", struct reg_state, source, FIELD_TEXT),
};
static const struct child state_children[] = {
    CHILD("name", &class_text, struct reg_state, names, true),
    CHILD("capital", &class_capital, struct reg_state, capitals, true),
    CHILD("membership", &class_membership, struct reg_state, memberships, true),
};
static const struct class class_state = {"state", CLASS_OF(struct reg_state),
                                         ROWS(state_fields),
                                         ROWS(state_children)};

static const struct child states_children[] = {
    CHILD("state", &class_state, struct reg_states, states, true),
};
static const struct class class_states = {"states", CLASS_OF(struct reg_states),
                                          NO_ROWS, ROWS(states_children)};

static const struct field turn_fields[] = {
    FIELD("state", struct reg_turn, state, FIELD_TEXT),
    FIELD("takes", struct reg_turn, takes, FIELD_FLAG),
};
static const struct class class_turn = {"turn", CLASS_OF(struct reg_turn),
                                        ROWS(turn_fields), NO_ROWS};

static const struct field rotation_fields[] = {
    FIELD("id", struct reg_rotation, id, FIELD_TEXT),
    FIELD("from", struct reg_rotation, span.from, FIELD_DATE),
    FIELD("to", struct reg_rotation, span.to, FIELD_DATE),
    FIELD("months", struct reg_rotation, months, FIELD_NUMBER),
    FIELD("source", struct reg_rotation, source, FIELD_TEXT),
};
static const struct child rotation_children[] = {
    CHILD("turn", &class_turn, struct reg_rotation, turns, true),
};
static const struct class class_rotation = {
    "rotation", CLASS_OF(struct reg_rotation), ROWS(rotation_fields),
    ROWS(rotation_children)};

static const struct child rotations_children[] = {
    CHILD("rotation", &class_rotation, struct reg_rotations, rotations, true),
};
static const struct class class_rotations = {"rotations",
                                             CLASS_OF(struct reg_rotations),
                                             NO_ROWS, ROWS(rotations_children)};

static const struct field term_fields[] = {
    FIELD("state", struct reg_term, state, FIELD_TEXT),
    FIELD("from", struct reg_term, span.from, FIELD_DATE),
    FIELD("to", struct reg_term, span.to, FIELD_DATE),
    FIELD("source", struct reg_term, source, FIELD_TEXT),
    FIELD("variant", struct reg_term, variant, FIELD_TEXT),
};
static const struct child term_children[] = {
    CHILD("cochair", &class_state_ref, struct reg_term, cochairs, true),
    CHILD("exception", &class_text, struct reg_term, exception, false),
};
static const struct class class_term = {"term", CLASS_OF(struct reg_term),
                                        ROWS(term_fields), ROWS(term_children)};

static const struct child terms_children[] = {
    CHILD("term", &class_term, struct reg_terms, terms, true),
};
static const struct class class_terms = {"terms", CLASS_OF(struct reg_terms),
                                         NO_ROWS, ROWS(terms_children)};

static const struct field represented_fields[] = {
    FIELD("role", struct reg_represented, role, FIELD_CHOICE),
    FIELD("state", struct reg_represented, state, FIELD_TEXT),
    FIELD("from", struct reg_represented, span.from, FIELD_DATE),
    FIELD("to", struct reg_represented, span.to, FIELD_DATE),
    FIELD("substitute", struct reg_represented, substitute, FIELD_FLAG),
    FIELD("source", struct reg_represented, source, FIELD_TEXT),
};
static const struct class class_represented = {
    "represented", CLASS_OF(struct reg_represented), ROWS(represented_fields),
    NO_ROWS};

static const struct field type_ref_fields[] = {
    FIELD("type", struct reg_type_ref, type, FIELD_TEXT),
};
static const struct class class_type_ref = {
    "typeRef", CLASS_OF(struct reg_type_ref), ROWS(type_ref_fields), NO_ROWS};

static const struct field body_fields[] = {
    FIELD("id", struct reg_body, id, FIELD_TEXT),
    FIELD("source", struct reg_body, source, FIELD_TEXT),
};
static const struct child body_children[] = {
    CHILD("name", &class_text, struct reg_body, names, true),
    CHILD("represented", &class_represented, struct reg_body, represented,
          true),
    CHILD("adopts", &class_type_ref, struct reg_body, adopts, true),
};
static const struct class class_body = {"body", CLASS_OF(struct reg_body),
                                        ROWS(body_fields), ROWS(body_children)};

static const struct child bodies_children[] = {
    CHILD("body", &class_body, struct reg_bodies, bodies, true),
};
static const struct class class_bodies = {"bodies", CLASS_OF(struct reg_bodies),
                                          NO_ROWS, ROWS(bodies_children)};

static const struct field organisation_fields[] = {
    FIELD("id", struct reg_organisation, id, FIELD_TEXT),
    FIELD("source", struct reg_organisation, source, FIELD_TEXT),
};
static const struct child organisation_children[] = {
    CHILD("name", &class_text, struct reg_organisation, names, true),
};
static const struct class class_organisation = {
    "organisation", CLASS_OF(struct reg_organisation),
    ROWS(organisation_fields), ROWS(organisation_children)};

static const struct child organisations_children[] = {
    CHILD("organisation", &class_organisation, struct reg_organisations,
          organisations, true),
};
static const struct class class_organisations = {
    "organisations", CLASS_OF(struct reg_organisations), NO_ROWS,
    ROWS(organisations_children)};

static const struct field holder_fields[] = {
    FIELD("from", struct reg_holder, span.from, FIELD_DATE),
    FIELD("to", struct reg_holder, span.to, FIELD_DATE),
    FIELD("acting", struct reg_holder, acting, FIELD_FLAG),
    FIELD("source", struct reg_holder, source, FIELD_TEXT),
    FIELD("variant", struct reg_holder, variant, FIELD_TEXT),
};
static const struct child holder_children[] = {
    CHILD("name", &class_text, struct reg_holder, names, true),
};
static const struct class class_holder = {"holder", CLASS_OF(struct reg_holder),
                                          ROWS(holder_fields),
                                          ROWS(holder_children)};

static const struct field office_fields[] = {
    FIELD("id", struct reg_office, id, FIELD_TEXT),
    FIELD("role", struct reg_office, role, FIELD_CHOICE),
    FIELD("state", struct reg_office, state, FIELD_TEXT),
    FIELD("body", struct reg_office, body, FIELD_TEXT),
    FIELD("organisation", struct reg_office, organisation, FIELD_TEXT),
    FIELD("seats", struct reg_office, seats, FIELD_NUMBER),
    FIELD("months", struct reg_office, months, FIELD_NUMBER),
    FIELD("source", struct reg_office, source, FIELD_TEXT),
};
static const struct child office_children[] = {
    CHILD("name", &class_text, struct reg_office, names, true),
    CHILD("holder", &class_holder, struct reg_office, holders, true),
};
static const struct class class_office = {"office", CLASS_OF(struct reg_office),
                                          ROWS(office_fields),
                                          ROWS(office_children)};

static const struct child offices_children[] = {
    CHILD("office", &class_office, struct reg_offices, offices, true),
};
static const struct class class_offices = {
    "offices", CLASS_OF(struct reg_offices), NO_ROWS, ROWS(offices_children)};

static const struct field document_type_fields[] = {
    FIELD("id", struct reg_document_type, id, FIELD_TEXT),
    FIELD("validity", struct reg_document_type, validity, FIELD_CHOICE),
    FIELD("target", struct reg_document_type, target, FIELD_CHOICE),
    FIELD("addressee", struct reg_document_type, addressee, FIELD_CHOICE),
    FIELD("source", struct reg_document_type, source, FIELD_TEXT),
};
static const struct child document_type_children[] = {
    CHILD("name", &class_text, struct reg_document_type, names, true),
};
static const struct class class_document_type = {
    "documentType", CLASS_OF(struct reg_document_type),
    ROWS(document_type_fields), ROWS(document_type_children)};

static const struct child document_types_children[] = {
    CHILD("documentType", &class_document_type, struct reg_document_types,
          types, true),
};
static const struct class class_document_types = {
    "documentTypes", CLASS_OF(struct reg_document_types), NO_ROWS,
    ROWS(document_types_children)};

static const struct field conferrer_fields[] = {
    FIELD("office", struct reg_conferrer, office, FIELD_TEXT),
    FIELD("body", struct reg_conferrer, body, FIELD_TEXT),
    FIELD("organisation", struct reg_conferrer, organisation, FIELD_TEXT),
};
static const struct class class_conferrer = {"conferrer",
                                             CLASS_OF(struct reg_conferrer),
                                             ROWS(conferrer_fields), NO_ROWS};

static const struct field honour_fields[] = {
    FIELD("id", struct reg_honour, id, FIELD_TEXT),
    FIELD("source", struct reg_honour, source, FIELD_TEXT),
};
static const struct child honour_children[] = {
    CHILD("name", &class_text, struct reg_honour, names, true),
    CHILD("conferrer", &class_conferrer, struct reg_honour, conferrers, true),
};
static const struct class class_honour = {"honour", CLASS_OF(struct reg_honour),
                                          ROWS(honour_fields),
                                          ROWS(honour_children)};

static const struct child honours_children[] = {
    CHILD("honour", &class_honour, struct reg_honours, honours, true),
};
static const struct class class_honours = {
    "honours", CLASS_OF(struct reg_honours), NO_ROWS, ROWS(honours_children)};

static const struct field event_fields[] = {
    FIELD("id", struct reg_event, id, FIELD_TEXT),
    FIELD("on", struct reg_event, on, FIELD_DATE),
    FIELD("source", struct reg_event, source, FIELD_TEXT),
};
static const struct child event_children[] = {
    CHILD("name", &class_text, struct reg_event, names, true),
};
static const struct class class_event = {"event", CLASS_OF(struct reg_event),
                                         ROWS(event_fields),
                                         ROWS(event_children)};

static const struct child events_children[] = {
    CHILD("event", &class_event, struct reg_events, events, true),
};
static const struct class class_events = {"events", CLASS_OF(struct reg_events),
                                          NO_ROWS, ROWS(events_children)};

static const struct field root_fields[] = {
    FIELD("id", struct reg_root, id, FIELD_TEXT),
    FIELD("version", struct reg_root, version, FIELD_TEXT),
    FIELD("recorded", struct reg_root, recorded, FIELD_DATE),
};
static const struct child root_children[] = {
    CHILD("name", &class_text, struct reg_root, names, true),
    CHILD("states", &class_states, struct reg_root, states, false),
    CHILD("rotations", &class_rotations, struct reg_root, rotations, false),
    CHILD("terms", &class_terms, struct reg_root, terms, false),
    CHILD("bodies", &class_bodies, struct reg_root, bodies, false),
    CHILD("organisations", &class_organisations, struct reg_root, organisations,
          false),
    CHILD("offices", &class_offices, struct reg_root, offices, false),
    CHILD("documentTypes", &class_document_types, struct reg_root, types,
          false),
    CHILD("honours", &class_honours, struct reg_root, honours, false),
    CHILD("events", &class_events, struct reg_root, events, false),
};
const struct class class_registry = {"registry", CLASS_OF(struct reg_root),
                                     ROWS(root_fields), ROWS(root_children)};
