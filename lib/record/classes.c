/* The record's types, row by row as schema/summit.xsd has them. */
/* SPDX-License-Identifier: MIT */
#include "record/record.h"

#define ROWS(array) array, sizeof(array) / sizeof((array)[0])
#define NO_ROWS NULL, 0

static const struct field text_fields[] = {
    {"", offsetof(struct text, value), FIELD_TEXT},
    {"lang", offsetof(struct text, lang), FIELD_TEXT},
};
static const struct class class_text = {"text", sizeof(struct text),
                                        ROWS(text_fields), NO_ROWS};

static const struct field state_ref_fields[] = {
    {"state", offsetof(struct state_ref, state), FIELD_TEXT},
};
static const struct class class_state_ref = {
    "stateRef", sizeof(struct state_ref), ROWS(state_ref_fields), NO_ROWS};

static const struct field person_ref_fields[] = {
    {"ref", offsetof(struct person_ref, ref), FIELD_TEXT},
};
static const struct class class_person_ref = {
    "personRef", sizeof(struct person_ref), ROWS(person_ref_fields), NO_ROWS};

static const struct field document_ref_fields[] = {
    {"document", offsetof(struct document_ref, document), FIELD_TEXT},
};
static const struct class class_document_ref = {
    "documentRef", sizeof(struct document_ref), ROWS(document_ref_fields),
    NO_ROWS};

static const struct field anniversary_ref_fields[] = {
    {"anniversary", offsetof(struct anniversary_ref, anniversary), FIELD_TEXT},
};
static const struct class class_anniversary_ref = {
    "anniversaryRef", sizeof(struct anniversary_ref),
    ROWS(anniversary_ref_fields), NO_ROWS};

static const struct field honour_ref_fields[] = {
    {"honour", offsetof(struct honour_ref, honour), FIELD_TEXT},
};
static const struct class class_honour_ref = {
    "honourRef", sizeof(struct honour_ref), ROWS(honour_ref_fields), NO_ROWS};

static const struct field dates_fields[] = {
    {"start", offsetof(struct dates, start), FIELD_DATE},
    {"end", offsetof(struct dates, end), FIELD_DATE},
    {"session", offsetof(struct dates, session), FIELD_DATE},
};
static const struct class class_dates = {"dates", sizeof(struct dates),
                                         ROWS(dates_fields), NO_ROWS};

static const struct field place_fields[] = {
    {"state", offsetof(struct place, state), FIELD_TEXT},
    {"receivedBy", offsetof(struct place, received_by), FIELD_TEXT},
};
static const struct child place_children[] = {
    {"city", &class_text, offsetof(struct place, cities), true},
    {"site", &class_text, offsetof(struct place, sites), true},
};
static const struct class class_place = {
    "place", sizeof(struct place), ROWS(place_fields), ROWS(place_children)};

static const struct field videoconference_fields[] = {
    {"host", offsetof(struct videoconference, host), FIELD_TEXT},
};
static const struct class class_videoconference = {
    "videoconference", sizeof(struct videoconference),
    ROWS(videoconference_fields), NO_ROWS};

static const struct child venue_children[] = {
    {"place", &class_place, offsetof(struct venue, place), false},
    {"videoconference", &class_videoconference,
     offsetof(struct venue, videoconference), false},
};
static const struct class class_venue = {"venue", sizeof(struct venue), NO_ROWS,
                                         ROWS(venue_children)};

static const struct field successor_fields[] = {
    {"state", offsetof(struct successor, state), FIELD_TEXT},
    {"from", offsetof(struct successor, from), FIELD_DATE},
    {"to", offsetof(struct successor, to), FIELD_DATE},
};
static const struct class class_successor = {
    "successor", sizeof(struct successor), ROWS(successor_fields), NO_ROWS};

static const struct field presidency_fields[] = {
    {"state", offsetof(struct presidency, state), FIELD_TEXT},
    {"from", offsetof(struct presidency, from), FIELD_DATE},
    {"to", offsetof(struct presidency, to), FIELD_DATE},
    {"chair", offsetof(struct presidency, chair), FIELD_TEXT},
};
static const struct child presidency_children[] = {
    {"cochair", &class_state_ref, offsetof(struct presidency, cochairs), true},
    {"successor", &class_successor, offsetof(struct presidency, successor),
     false},
};
static const struct class class_presidency = {
    "presidency", sizeof(struct presidency), ROWS(presidency_fields),
    ROWS(presidency_children)};

static const struct field person_fields[] = {
    {"id", offsetof(struct person, id), FIELD_TEXT},
    {"role", offsetof(struct person, role), FIELD_CHOICE},
    {"state", offsetof(struct person, state), FIELD_TEXT},
    {"body", offsetof(struct person, body), FIELD_TEXT},
    {"office", offsetof(struct person, office), FIELD_TEXT},
};
static const struct child person_children[] = {
    {"name", &class_text, offsetof(struct person, names), true},
    {"title", &class_text, offsetof(struct person, titles), true},
};
static const struct class class_person = {"person", sizeof(struct person),
                                          ROWS(person_fields),
                                          ROWS(person_children)};

static const struct child people_children[] = {
    {"person", &class_person, offsetof(struct people, persons), true},
};
static const struct class class_people = {"people", sizeof(struct people),
                                          NO_ROWS, ROWS(people_children)};

static const struct field delegation_fields[] = {
    {"state", offsetof(struct delegation, state), FIELD_TEXT},
    {"presence", offsetof(struct delegation, presence), FIELD_CHOICE},
    {"head", offsetof(struct delegation, head), FIELD_TEXT},
};
static const struct child delegation_children[] = {
    {"member", &class_person_ref, offsetof(struct delegation, members), true},
};
static const struct class class_delegation = {
    "delegation", sizeof(struct delegation), ROWS(delegation_fields),
    ROWS(delegation_children)};

static const struct field representative_fields[] = {
    {"ref", offsetof(struct representative, ref), FIELD_TEXT},
    {"presence", offsetof(struct representative, presence), FIELD_CHOICE},
};
static const struct class class_representative = {
    "representative", sizeof(struct representative),
    ROWS(representative_fields), NO_ROWS};

static const struct field delegations_fields[] = {
    {"complete", offsetof(struct delegations, complete), FIELD_FLAG},
};
static const struct child delegations_children[] = {
    {"delegation", &class_delegation, offsetof(struct delegations, delegations),
     true},
    {"representative", &class_representative,
     offsetof(struct delegations, representatives), true},
};
static const struct class class_delegations = {
    "delegations", sizeof(struct delegations), ROWS(delegations_fields),
    ROWS(delegations_children)};

static const struct field event_fields[] = {
    {"kind", offsetof(struct event, kind), FIELD_CHOICE},
    {"date", offsetof(struct event, date), FIELD_DATE},
    {"start", offsetof(struct event, start), FIELD_TIME},
    {"end", offsetof(struct event, end), FIELD_TIME},
};
static const struct child event_children[] = {
    {"party", &class_person_ref, offsetof(struct event, parties), true},
    {"topic", &class_text, offsetof(struct event, topics), true},
    {"basis", &class_document_ref, offsetof(struct event, bases), true},
};
static const struct class class_event = {
    "event", sizeof(struct event), ROWS(event_fields), ROWS(event_children)};

static const struct child programme_children[] = {
    {"event", &class_event, offsetof(struct programme, events), true},
};
static const struct class class_programme = {
    "programme", sizeof(struct programme), NO_ROWS, ROWS(programme_children)};

static const struct field item_fields[] = {
    {"kind", offsetof(struct item, kind), FIELD_CHOICE},
    {"by", offsetof(struct item, by), FIELD_TEXT},
    {"document", offsetof(struct item, document), FIELD_TEXT},
};
static const struct child item_children[] = {
    {"title", &class_text, offsetof(struct item, titles), true},
};
static const struct class class_item = {"item", sizeof(struct item),
                                        ROWS(item_fields), ROWS(item_children)};

static const struct child agenda_children[] = {
    {"item", &class_item, offsetof(struct agenda, items), true},
};
static const struct class class_agenda = {"agenda", sizeof(struct agenda),
                                          NO_ROWS, ROWS(agenda_children)};

static const struct field validity_fields[] = {
    {"from", offsetof(struct validity, from), FIELD_DATE},
    {"to", offsetof(struct validity, to), FIELD_DATE},
};
static const struct class class_validity = {"validity", sizeof(struct validity),
                                            ROWS(validity_fields), NO_ROWS};

static const struct field signature_fields[] = {
    {"state", offsetof(struct signature, state), FIELD_TEXT},
    {"date", offsetof(struct signature, date), FIELD_DATE},
    {"by", offsetof(struct signature, by), FIELD_TEXT},
};
static const struct child signature_children[] = {
    {"reservation", &class_text, offsetof(struct signature, reservations),
     true},
};
static const struct class class_signature = {
    "signature", sizeof(struct signature), ROWS(signature_fields),
    ROWS(signature_children)};

static const struct field document_fields[] = {
    {"id", offsetof(struct document, id), FIELD_TEXT},
    {"type", offsetof(struct document, type), FIELD_CHOICE},
    {"status", offsetof(struct document, status), FIELD_CHOICE},
    {"date", offsetof(struct document, date), FIELD_DATE},
};
static const struct child document_children[] = {
    {"title", &class_text, offsetof(struct document, titles), true},
    {"initiator", &class_state_ref, offsetof(struct document, initiators),
     true},
    {"addressee", &class_text, offsetof(struct document, addressees), true},
    {"validity", &class_validity, offsetof(struct document, validity), false},
    {"amends", &class_document_ref, offsetof(struct document, amends), true},
    {"commemorates", &class_anniversary_ref,
     offsetof(struct document, commemorates), true},
    {"establishes", &class_honour_ref, offsetof(struct document, establishes),
     true},
    {"signature", &class_signature, offsetof(struct document, signatures),
     true},
};
static const struct class class_document = {"document", sizeof(struct document),
                                            ROWS(document_fields),
                                            ROWS(document_children)};

static const struct field instrument_fields[] = {
    {"id", offsetof(struct instrument, id), FIELD_TEXT},
    {"type", offsetof(struct instrument, type), FIELD_CHOICE},
    {"date", offsetof(struct instrument, date), FIELD_DATE},
};
static const struct child instrument_children[] = {
    {"title", &class_text, offsetof(struct instrument, titles), true},
    {"party", &class_state_ref, offsetof(struct instrument, parties), true},
};
static const struct class class_instrument = {
    "instrument", sizeof(struct instrument), ROWS(instrument_fields),
    ROWS(instrument_children)};

static const struct field documents_fields[] = {
    {"complete", offsetof(struct documents, complete), FIELD_FLAG},
    {"total", offsetof(struct documents, total), FIELD_NUMBER},
};
static const struct child documents_children[] = {
    {"subject", &class_text, offsetof(struct documents, subjects), true},
    {"document", &class_document, offsetof(struct documents, documents), true},
    {"instrument", &class_instrument, offsetof(struct documents, instruments),
     true},
};
static const struct class class_documents = {
    "documents", sizeof(struct documents), ROWS(documents_fields),
    ROWS(documents_children)};

static const struct field appointment_fields[] = {
    {"action", offsetof(struct appointment, action), FIELD_CHOICE},
    {"person", offsetof(struct appointment, person), FIELD_TEXT},
    {"office", offsetof(struct appointment, office), FIELD_TEXT},
    {"from", offsetof(struct appointment, from), FIELD_DATE},
    {"to", offsetof(struct appointment, to), FIELD_DATE},
    {"document", offsetof(struct appointment, document), FIELD_TEXT},
};
static const struct class class_appointment = {
    "appointment", sizeof(struct appointment), ROWS(appointment_fields),
    NO_ROWS};

static const struct child appointments_children[] = {
    {"appointment", &class_appointment,
     offsetof(struct appointments, appointments), true},
};
static const struct class class_appointments = {
    "appointments", sizeof(struct appointments), NO_ROWS,
    ROWS(appointments_children)};

static const struct field award_fields[] = {
    {"honour", offsetof(struct award, honour), FIELD_TEXT},
    {"recipient", offsetof(struct award, recipient), FIELD_TEXT},
    {"conferredBy", offsetof(struct award, conferred_by), FIELD_TEXT},
    {"date", offsetof(struct award, date), FIELD_DATE},
};
static const struct child award_children[] = {
    {"recipientName", &class_text, offsetof(struct award, recipient_names),
     true},
    {"reason", &class_text, offsetof(struct award, reasons), true},
};
static const struct class class_award = {
    "award", sizeof(struct award), ROWS(award_fields), ROWS(award_children)};

static const struct child awards_children[] = {
    {"award", &class_award, offsetof(struct awards, awards), true},
};
static const struct class class_awards = {"awards", sizeof(struct awards),
                                          NO_ROWS, ROWS(awards_children)};

static const struct field anniversary_fields[] = {
    {"id", offsetof(struct anniversary, id), FIELD_TEXT},
    {"event", offsetof(struct anniversary, event), FIELD_TEXT},
    {"ordinal", offsetof(struct anniversary, ordinal), FIELD_NUMBER},
    {"of", offsetof(struct anniversary, of), FIELD_DATE},
    {"on", offsetof(struct anniversary, on), FIELD_DATE},
};
static const struct child anniversary_children[] = {
    {"title", &class_text, offsetof(struct anniversary, titles), true},
};
static const struct class class_anniversary = {
    "anniversary", sizeof(struct anniversary), ROWS(anniversary_fields),
    ROWS(anniversary_children)};

static const struct child anniversaries_children[] = {
    {"anniversary", &class_anniversary,
     offsetof(struct anniversaries, anniversaries), true},
};
static const struct class class_anniversaries = {
    "anniversaries", sizeof(struct anniversaries), NO_ROWS,
    ROWS(anniversaries_children)};

static const struct field next_session_fields[] = {
    {"body", offsetof(struct next_session, body), FIELD_TEXT},
    {"kind", offsetof(struct next_session, kind), FIELD_CHOICE},
    {"date", offsetof(struct next_session, date), FIELD_DATE},
    {"state", offsetof(struct next_session, state), FIELD_TEXT},
};
static const struct child next_session_children[] = {
    {"city", &class_text, offsetof(struct next_session, cities), true},
};
static const struct class class_next_session = {
    "next", sizeof(struct next_session), ROWS(next_session_fields),
    ROWS(next_session_children)};

static const struct field credit_fields[] = {
    {"", offsetof(struct credit, value), FIELD_TEXT},
    {"of", offsetof(struct credit, of), FIELD_TEXT},
    {"lang", offsetof(struct credit, lang), FIELD_TEXT},
};
static const struct class class_credit = {"credit", sizeof(struct credit),
                                          ROWS(credit_fields), NO_ROWS};

static const struct field source_note_fields[] = {
    {"publisher", offsetof(struct source_note, publisher), FIELD_TEXT},
    {"basis", offsetof(struct source_note, basis), FIELD_TEXT},
    {"date", offsetof(struct source_note, date), FIELD_DATE},
    {"href", offsetof(struct source_note, href), FIELD_TEXT},
};
static const struct child source_note_children[] = {
    {"title", &class_text, offsetof(struct source_note, titles), true},
    {"credit", &class_credit, offsetof(struct source_note, credits), true},
};
static const struct class class_source_note = {
    "source", sizeof(struct source_note), ROWS(source_note_fields),
    ROWS(source_note_children)};

static const struct child sources_children[] = {
    {"source", &class_source_note, offsetof(struct sources, sources), true},
};
static const struct class class_sources = {"sources", sizeof(struct sources),
                                           NO_ROWS, ROWS(sources_children)};

static const struct field summit_fields[] = {
    {"id", offsetof(struct summit, id), FIELD_TEXT},
    {"version", offsetof(struct summit, version), FIELD_TEXT},
    {"body", offsetof(struct summit, body), FIELD_TEXT},
    {"kind", offsetof(struct summit, kind), FIELD_CHOICE},
    {"status", offsetof(struct summit, status), FIELD_CHOICE},
    {"recorded", offsetof(struct summit, recorded), FIELD_DATE},
    {"number", offsetof(struct summit, number), FIELD_NUMBER},
};
static const struct child summit_children[] = {
    {"title", &class_text, offsetof(struct summit, titles), true},
    {"dates", &class_dates, offsetof(struct summit, dates), false},
    {"venue", &class_venue, offsetof(struct summit, venue), false},
    {"presidency", &class_presidency, offsetof(struct summit, presidency),
     false},
    {"people", &class_people, offsetof(struct summit, people), false},
    {"delegations", &class_delegations, offsetof(struct summit, delegations),
     false},
    {"programme", &class_programme, offsetof(struct summit, programme), false},
    {"agenda", &class_agenda, offsetof(struct summit, agenda), false},
    {"documents", &class_documents, offsetof(struct summit, documents), false},
    {"appointments", &class_appointments, offsetof(struct summit, appointments),
     false},
    {"awards", &class_awards, offsetof(struct summit, awards), false},
    {"anniversaries", &class_anniversaries,
     offsetof(struct summit, anniversaries), false},
    {"next", &class_next_session, offsetof(struct summit, next), true},
    {"sources", &class_sources, offsetof(struct summit, sources), false},
};
const struct class class_summit = {"summit", sizeof(struct summit),
                                   ROWS(summit_fields), ROWS(summit_children)};
