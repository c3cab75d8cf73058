/* The record's types, row by row as schema/summit.xsd has them. */
/* SPDX-License-Identifier: MIT */
#include "record/record.h"

#define ROWS(array) array, sizeof(array) / sizeof((array)[0])
#define NO_ROWS NULL, 0

static const struct field text_fields[] = {
    FIELD("", struct text, value, FIELD_TEXT),
    FIELD("lang", struct text, lang, FIELD_TEXT),
};
static const struct class class_text = {"text", CLASS_OF(struct text),
                                        ROWS(text_fields), NO_ROWS};

static const struct field state_ref_fields[] = {
    FIELD("state", struct state_ref, state, FIELD_TEXT),
};
static const struct class class_state_ref = {
    "stateRef", CLASS_OF(struct state_ref), ROWS(state_ref_fields), NO_ROWS};

static const struct field person_ref_fields[] = {
    FIELD("ref", struct person_ref, ref, FIELD_TEXT),
};
static const struct class class_person_ref = {
    "personRef", CLASS_OF(struct person_ref), ROWS(person_ref_fields), NO_ROWS};

static const struct field document_ref_fields[] = {
    FIELD("document", struct document_ref, document, FIELD_TEXT),
};
static const struct class class_document_ref = {
    "documentRef", CLASS_OF(struct document_ref), ROWS(document_ref_fields),
    NO_ROWS};

static const struct field anniversary_ref_fields[] = {
    FIELD("anniversary", struct anniversary_ref, anniversary, FIELD_TEXT),
};
static const struct class class_anniversary_ref = {
    "anniversaryRef", CLASS_OF(struct anniversary_ref),
    ROWS(anniversary_ref_fields), NO_ROWS};

static const struct field honour_ref_fields[] = {
    FIELD("honour", struct honour_ref, honour, FIELD_TEXT),
};
static const struct class class_honour_ref = {
    "honourRef", CLASS_OF(struct honour_ref), ROWS(honour_ref_fields), NO_ROWS};

static const struct field dates_fields[] = {
    FIELD("start", struct dates, start, FIELD_DATE),
    FIELD("end", struct dates, end, FIELD_DATE),
    FIELD("session", struct dates, session, FIELD_DATE),
};
static const struct class class_dates = {"dates", CLASS_OF(struct dates),
                                         ROWS(dates_fields), NO_ROWS};

static const struct field place_fields[] = {
    FIELD("state", struct meeting_place, state, FIELD_TEXT),
    FIELD("receivedBy", struct meeting_place, received_by, FIELD_TEXT),
};
static const struct child place_children[] = {
    CHILD("city", &class_text, struct meeting_place, cities, true),
    CHILD("site", &class_text, struct meeting_place, sites, true),
};
static const struct class class_place = {
    "place", CLASS_OF(struct meeting_place), ROWS(place_fields),
    ROWS(place_children)};

static const struct field videoconference_fields[] = {
    FIELD("host", struct videoconference, host, FIELD_TEXT),
};
static const struct class class_videoconference = {
    "videoconference", CLASS_OF(struct videoconference),
    ROWS(videoconference_fields), NO_ROWS};

static const struct child venue_children[] = {
    CHILD("place", &class_place, struct venue, place, false),
    CHILD("videoconference", &class_videoconference, struct venue,
          videoconference, false),
};
static const struct class class_venue = {"venue", CLASS_OF(struct venue),
                                         NO_ROWS, ROWS(venue_children)};

static const struct field successor_fields[] = {
    FIELD("state", struct successor, state, FIELD_TEXT),
    FIELD("from", struct successor, from, FIELD_DATE),
    FIELD("to", struct successor, to, FIELD_DATE),
};
static const struct class class_successor = {
    "successor", CLASS_OF(struct successor), ROWS(successor_fields), NO_ROWS};

static const struct field presidency_fields[] = {
    FIELD("state", struct presidency, state, FIELD_TEXT),
    FIELD("from", struct presidency, from, FIELD_DATE),
    FIELD("to", struct presidency, to, FIELD_DATE),
    FIELD("chair", struct presidency, chair, FIELD_TEXT),
};
static const struct child presidency_children[] = {
    CHILD("cochair", &class_state_ref, struct presidency, cochairs, true),
    CHILD("successor", &class_successor, struct presidency, successor, false),
};
static const struct class class_presidency = {
    "presidency", CLASS_OF(struct presidency), ROWS(presidency_fields),
    ROWS(presidency_children)};

static const struct field person_fields[] = {
    FIELD("id", struct person, id, FIELD_TEXT),
    FIELD("role", struct person, role, FIELD_CHOICE),
    FIELD("state", struct person, state, FIELD_TEXT),
    FIELD("body", struct person, body, FIELD_TEXT),
    FIELD("office", struct person, office, FIELD_TEXT),
};
static const struct child person_children[] = {
    CHILD("name", &class_text, struct person, names, true),
    CHILD("title", &class_text, struct person, titles, true),
};
static const struct class class_person = {"person", CLASS_OF(struct person),
                                          ROWS(person_fields),
                                          ROWS(person_children)};

static const struct child people_children[] = {
    CHILD("person", &class_person, struct people, persons, true),
};
static const struct class class_people = {"people", CLASS_OF(struct people),
                                          NO_ROWS, ROWS(people_children)};

static const struct field delegation_fields[] = {
    FIELD("state", struct delegation, state, FIELD_TEXT),
    FIELD("presence", struct delegation, presence, FIELD_CHOICE),
    FIELD("head", struct delegation, head, FIELD_TEXT),
};
static const struct child delegation_children[] = {
    CHILD("member", &class_person_ref, struct delegation, members, true),
};
static const struct class class_delegation = {
    "delegation", CLASS_OF(struct delegation), ROWS(delegation_fields),
    ROWS(delegation_children)};

static const struct field representative_fields[] = {
    FIELD("ref", struct representative, ref, FIELD_TEXT),
    FIELD("presence", struct representative, presence, FIELD_CHOICE),
};
static const struct class class_representative = {
    "representative", CLASS_OF(struct representative),
    ROWS(representative_fields), NO_ROWS};

static const struct field delegations_fields[] = {
    FIELD("complete", struct delegations, complete, FIELD_FLAG),
};
static const struct child delegations_children[] = {
    CHILD("delegation", &class_delegation, struct delegations, delegations,
          true),
    CHILD("representative", &class_representative, struct delegations,
          representatives, true),
};
static const struct class class_delegations = {
    "delegations", CLASS_OF(struct delegations), ROWS(delegations_fields),
    ROWS(delegations_children)};

static const struct field event_fields[] = {
    FIELD("kind", struct event, kind, FIELD_CHOICE),
    FIELD("date", struct event, date, FIELD_DATE),
    FIELD("start", struct event, start, FIELD_TIME),
    FIELD("end", struct event, end, FIELD_TIME),
};
static const struct child event_children[] = {
    CHILD("party", &class_person_ref, struct event, parties, true),
    CHILD("topic", &class_text, struct event, topics, true),
    CHILD("basis", &class_document_ref, struct event, bases, true),
};
static const struct class class_event = {
    "event", CLASS_OF(struct event), ROWS(event_fields), ROWS(event_children)};

static const struct child programme_children[] = {
    CHILD("event", &class_event, struct programme, events, true),
};
static const struct class class_programme = {
    "programme", CLASS_OF(struct programme), NO_ROWS, ROWS(programme_children)};

static const struct field item_fields[] = {
    FIELD("kind", struct item, kind, FIELD_CHOICE),
    FIELD("by", struct item, by, FIELD_TEXT),
    FIELD("document", struct item, document, FIELD_TEXT),
};
static const struct child item_children[] = {
    CHILD("title", &class_text, struct item, titles, true),
};
static const struct class class_item = {"item", CLASS_OF(struct item),
                                        ROWS(item_fields), ROWS(item_children)};

static const struct child agenda_children[] = {
    CHILD("item", &class_item, struct agenda, items, true),
};
static const struct class class_agenda = {"agenda", CLASS_OF(struct agenda),
                                          NO_ROWS, ROWS(agenda_children)};

static const struct field validity_fields[] = {
    FIELD("from", struct validity, from, FIELD_DATE),
    FIELD("to", struct validity, to, FIELD_DATE),
};
static const struct class class_validity = {
    "validity", CLASS_OF(struct validity), ROWS(validity_fields), NO_ROWS};

static const struct field signature_fields[] = {
    FIELD("state", struct signature, state, FIELD_TEXT),
    FIELD("date", struct signature, date, FIELD_DATE),
    FIELD("by", struct signature, by, FIELD_TEXT),
};
static const struct child signature_children[] = {
    CHILD("reservation", &class_text, struct signature, reservations, true),
};
static const struct class class_signature = {
    "signature", CLASS_OF(struct signature), ROWS(signature_fields),
    ROWS(signature_children)};

static const struct field document_fields[] = {
    FIELD("id", struct document, id, FIELD_TEXT),
    FIELD("type", struct document, type, FIELD_CHOICE),
    FIELD("status", struct document, status, FIELD_CHOICE),
    FIELD("date", struct document, date, FIELD_DATE),
};
static const struct child document_children[] = {
    CHILD("title", &class_text, struct document, titles, true),
    CHILD("initiator", &class_state_ref, struct document, initiators, true),
    CHILD("addressee", &class_text, struct document, addressees, true),
    CHILD("validity", &class_validity, struct document, validity, false),
    CHILD("amends", &class_document_ref, struct document, amends, true),
    CHILD("commemorates", &class_anniversary_ref, struct document, commemorates,
          true),
    CHILD("establishes", &class_honour_ref, struct document, establishes, true),
    CHILD("signature", &class_signature, struct document, signatures, true),
};
static const struct class class_document = {
    "document", CLASS_OF(struct document), ROWS(document_fields),
    ROWS(document_children)};

static const struct field instrument_fields[] = {
    FIELD("id", struct instrument, id, FIELD_TEXT),
    FIELD("type", struct instrument, type, FIELD_CHOICE),
    FIELD("date", struct instrument, date, FIELD_DATE),
};
static const struct child instrument_children[] = {
    CHILD("title", &class_text, struct instrument, titles, true),
    CHILD("party", &class_state_ref, struct instrument, parties, true),
};
static const struct class class_instrument = {
    "instrument", CLASS_OF(struct instrument), ROWS(instrument_fields),
    ROWS(instrument_children)};

static const struct field documents_fields[] = {
    FIELD("complete", struct documents, complete, FIELD_FLAG),
    FIELD("total", struct documents, total, FIELD_NUMBER),
};
static const struct child documents_children[] = {
    CHILD("subject", &class_text, struct documents, subjects, true),
    CHILD("document", &class_document, struct documents, documents, true),
    CHILD("instrument", &class_instrument, struct documents, instruments, true),
};
static const struct class class_documents = {
    "documents", CLASS_OF(struct documents), ROWS(documents_fields),
    ROWS(documents_children)};

static const struct field appointment_fields[] = {
    FIELD("action", struct appointment, action, FIELD_CHOICE),
    FIELD("person", struct appointment, person, FIELD_TEXT),
    FIELD("office", struct appointment, office, FIELD_TEXT),
    FIELD("from", struct appointment, from, FIELD_DATE),
    FIELD("to", struct appointment, to, FIELD_DATE),
    FIELD("document", struct appointment, document, FIELD_TEXT),
};
static const struct class class_appointment = {
    "appointment", CLASS_OF(struct appointment), ROWS(appointment_fields),
    NO_ROWS};

static const struct child appointments_children[] = {
    CHILD("appointment", &class_appointment, struct appointments, appointments,
          true),
};
static const struct class class_appointments = {
    "appointments", CLASS_OF(struct appointments), NO_ROWS,
    ROWS(appointments_children)};

static const struct field award_fields[] = {
    FIELD("honour", struct award, honour, FIELD_TEXT),
    FIELD("recipient", struct award, recipient, FIELD_TEXT),
    FIELD("conferredBy", struct award, conferred_by, FIELD_TEXT),
    FIELD("date", struct award, date, FIELD_DATE),
};
static const struct child award_children[] = {
    CHILD("recipientName", &class_text, struct award, recipient_names, true),
    CHILD("reason", &class_text, struct award, reasons, true),
};
static const struct class class_award = {
    "award", CLASS_OF(struct award), ROWS(award_fields), ROWS(award_children)};

static const struct child awards_children[] = {
    CHILD("award", &class_award, struct awards, awards, true),
};
static const struct class class_awards = {"awards", CLASS_OF(struct awards),
                                          NO_ROWS, ROWS(awards_children)};

static const struct field anniversary_fields[] = {
    FIELD("id", struct anniversary, id, FIELD_TEXT),
    FIELD("event", struct anniversary, event, FIELD_TEXT),
    FIELD("ordinal", struct anniversary, ordinal, FIELD_NUMBER),
    FIELD("of", struct anniversary, of, FIELD_DATE),
    FIELD("on", struct anniversary, on, FIELD_DATE),
};
static const struct child anniversary_children[] = {
    CHILD("title", &class_text, struct anniversary, titles, true),
};
static const struct class class_anniversary = {
    "anniversary", CLASS_OF(struct anniversary), ROWS(anniversary_fields),
    ROWS(anniversary_children)};

static const struct child anniversaries_children[] = {
    CHILD("anniversary", &class_anniversary, struct anniversaries,
          anniversaries, true),
};
static const struct class class_anniversaries = {
    "anniversaries", CLASS_OF(struct anniversaries), NO_ROWS,
    ROWS(anniversaries_children)};

static const struct field next_session_fields[] = {
    FIELD("body", struct next_session, body, FIELD_TEXT),
    FIELD("kind", struct next_session, kind, FIELD_CHOICE),
    FIELD("date", struct next_session, date, FIELD_DATE),
    FIELD("state", struct next_session, state, FIELD_TEXT),
};
static const struct child next_session_children[] = {
    CHILD("city", &class_text, struct next_session, cities, true),
};
static const struct class class_next_session = {
    "next", CLASS_OF(struct next_session), ROWS(next_session_fields),
    ROWS(next_session_children)};

static const struct field credit_fields[] = {
    FIELD("", struct credit, value, FIELD_TEXT),
    FIELD("of", struct credit, of, FIELD_TEXT),
    FIELD("lang", struct credit, lang, FIELD_TEXT),
};
static const struct class class_credit = {"credit", CLASS_OF(struct credit),
                                          ROWS(credit_fields), NO_ROWS};

static const struct field source_note_fields[] = {
    FIELD("publisher", struct source_note, publisher, FIELD_TEXT),
    FIELD("basis", struct source_note, basis, FIELD_TEXT),
    FIELD("date", struct source_note, date, FIELD_DATE),
    FIELD("href", struct source_note, href, FIELD_TEXT),
};
static const struct child source_note_children[] = {
    CHILD("title", &class_text, struct source_note, titles, true),
    CHILD("credit", &class_credit, struct source_note, credits, true),
};
static const struct class class_source_note = {
    "source", CLASS_OF(struct source_note), ROWS(source_note_fields),
    ROWS(source_note_children)};

static const struct child sources_children[] = {
    CHILD("source", &class_source_note, struct sources, sources, true),
};
static const struct class class_sources = {"sources", CLASS_OF(struct sources),
                                           NO_ROWS, ROWS(sources_children)};

static const struct field extension_fields[] = {
    FIELD("", struct extension, xml, FIELD_XML),
};
static const struct class class_extension = {
    "extension", CLASS_OF(struct extension), ROWS(extension_fields), NO_ROWS};

static const struct field summit_fields[] = {
    FIELD("id", struct summit, id, FIELD_TEXT),
    FIELD("version", struct summit, version, FIELD_TEXT),
    FIELD("body", struct summit, body, FIELD_TEXT),
    FIELD("kind", struct summit, kind, FIELD_CHOICE),
    FIELD("status", struct summit, status, FIELD_CHOICE),
    FIELD("recorded", struct summit, recorded, FIELD_DATE),
    FIELD("number", struct summit, number, FIELD_NUMBER),
};
static const struct child summit_children[] = {
    CHILD("title", &class_text, struct summit, titles, true),
    CHILD("dates", &class_dates, struct summit, dates, false),
    CHILD("venue", &class_venue, struct summit, venue, false),
    CHILD("presidency", &class_presidency, struct summit, presidency, false),
    CHILD("people", &class_people, struct summit, people, false),
    CHILD("delegations", &class_delegations, struct summit, delegations, false),
    CHILD("programme", &class_programme, struct summit, programme, false),
    CHILD("agenda", &class_agenda, struct summit, agenda, false),
    CHILD("documents", &class_documents, struct summit, documents, false),
    CHILD("appointments", &class_appointments, struct summit, appointments,
          false),
    CHILD("awards", &class_awards, struct summit, awards, false),
    CHILD("anniversaries", &class_anniversaries, struct summit, anniversaries,
          false),
    CHILD("next", &class_next_session, struct summit, next, true),
    CHILD("sources", &class_sources, struct summit, sources, false),
    CHILD("extension", &class_extension, struct summit, extension, false),
};
const struct class class_summit = {"summit", CLASS_OF(struct summit),
                                   ROWS(summit_fields), ROWS(summit_children)};

static const struct field shell_fields[] = {
    FIELD("id", struct summit, id, FIELD_TEXT),
};
const struct class class_summit_shell = {"summit", CLASS_OF(struct summit),
                                         ROWS(shell_fields), NO_ROWS};
