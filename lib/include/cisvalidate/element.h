/* The elements of a record, and an accessor for each part of them. */
/* SPDX-License-Identifier: MIT */
#ifndef CISVALIDATE_ELEMENT_H
#define CISVALIDATE_ELEMENT_H

#include <cisvalidate/date.h>
#include <cisvalidate/vocabulary.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * One struct for each type of summit.xsd, which documents every part under
 * the same name: cis_TYPE_PART(element). What may occur more than once has a
 * name in the plural and gives the first; cis_TYPE_next(element) gives the
 * next, NULL after the last. Nothing is allocated, nothing fails, and NULL is
 * taken everywhere as an element that is not there, so that calls nest:
 *
 *     for (d = cis_documents_documents(cis_summit_documents(summit));
 *          d != NULL; d = cis_document_next(d))
 *
 * What is not given is NULL, a date of year 0, an enumeration of 0, -1 for a
 * number or a time, false for a claim to be complete. Times are seconds of
 * the day at the venue. Texts are UTF-8. States are ISO 3166-1 codes; body,
 * office, honour and event are ids of the registry (registry.h).
 *
 * References inside the record give what they name; one to a document gives
 * it under _document or _instrument. What they name is missing in invalid
 * records only: then cis_element_string (record.h) has the id.
 */
struct cis_text;
struct cis_summit;
struct cis_dates;
struct cis_venue;
struct cis_meeting_place;
struct cis_videoconference;
struct cis_presidency;
struct cis_successor;
struct cis_people;
struct cis_person;
struct cis_delegations;
struct cis_delegation;
struct cis_representative;
struct cis_programme;
struct cis_event;
struct cis_agenda;
struct cis_item;
struct cis_documents;
struct cis_document;
struct cis_validity;
struct cis_signature;
struct cis_instrument;
struct cis_appointments;
struct cis_appointment;
struct cis_awards;
struct cis_award;
struct cis_anniversaries;
struct cis_anniversary;
struct cis_next_session;
struct cis_sources;
struct cis_source_note;
struct cis_credit;
struct cis_state_ref;
struct cis_person_ref;
struct cis_document_ref;
struct cis_anniversary_ref;
struct cis_honour_ref;
struct cis_extension;

#if defined(__GNUC__)
#pragma GCC visibility push(default) /* as CIS_EXPORT, for all that follow */
#endif

/* Words for people, once in each language: cis_text_in finds one. */
const char *cis_text_value(const struct cis_text *);
const char *cis_text_lang(const struct cis_text *);
const struct cis_text *cis_text_next(const struct cis_text *);

/* The record itself; next are the sessions to come. */
const char *cis_summit_id(const struct cis_summit *);
const char *cis_summit_version(const struct cis_summit *);
const char *cis_summit_body(const struct cis_summit *);
enum cis_session_kind cis_summit_kind(const struct cis_summit *);
enum cis_record_status cis_summit_status(const struct cis_summit *);
struct cis_date cis_summit_recorded(const struct cis_summit *);
int cis_summit_number(const struct cis_summit *);
const struct cis_text *cis_summit_titles(const struct cis_summit *);
const struct cis_dates *cis_summit_dates(const struct cis_summit *);
const struct cis_venue *cis_summit_venue(const struct cis_summit *);
const struct cis_presidency *cis_summit_presidency(const struct cis_summit *);
const struct cis_people *cis_summit_people(const struct cis_summit *);
const struct cis_delegations *cis_summit_delegations(const struct cis_summit *);
const struct cis_programme *cis_summit_programme(const struct cis_summit *);
const struct cis_agenda *cis_summit_agenda(const struct cis_summit *);
const struct cis_documents *cis_summit_documents(const struct cis_summit *);
const struct cis_appointments *
cis_summit_appointments(const struct cis_summit *);
const struct cis_awards *cis_summit_awards(const struct cis_summit *);
const struct cis_anniversaries *
cis_summit_anniversaries(const struct cis_summit *);
const struct cis_next_session *cis_summit_next(const struct cis_summit *);
const struct cis_sources *cis_summit_sources(const struct cis_summit *);
const struct cis_extension *cis_summit_extension(const struct cis_summit *);

/* The whole span, and the day of the main session. */
struct cis_date cis_dates_start(const struct cis_dates *);
struct cis_date cis_dates_end(const struct cis_dates *);
struct cis_date cis_dates_session(const struct cis_dates *);

/* Where: a place or a videoconference; the other one is NULL. */
const struct cis_meeting_place *cis_venue_place(const struct cis_venue *);
const struct cis_videoconference *
cis_venue_videoconference(const struct cis_venue *);

/* The element place; received_by: by whom the leaders are. */
const char *cis_meeting_place_state(const struct cis_meeting_place *);
const struct cis_person *
cis_meeting_place_received_by(const struct cis_meeting_place *);
const struct cis_text *
cis_meeting_place_cities(const struct cis_meeting_place *);
const struct cis_text *
cis_meeting_place_sites(const struct cis_meeting_place *);

const char *cis_videoconference_host(const struct cis_videoconference *);

/* Who presides over the organisation; the chair need not be the host. */
const char *cis_presidency_state(const struct cis_presidency *);
struct cis_date cis_presidency_from(const struct cis_presidency *);
struct cis_date cis_presidency_to(const struct cis_presidency *);
const struct cis_person *cis_presidency_chair(const struct cis_presidency *);
const struct cis_state_ref *
cis_presidency_cochairs(const struct cis_presidency *);
const struct cis_successor *
cis_presidency_successor(const struct cis_presidency *);

/* The state that presides next. */
const char *cis_successor_state(const struct cis_successor *);
struct cis_date cis_successor_from(const struct cis_successor *);
struct cis_date cis_successor_to(const struct cis_successor *);

/* Everyone the record names. */
const struct cis_person *cis_people_persons(const struct cis_people *);

/* A person in the role held at the summit. */
const char *cis_person_id(const struct cis_person *);
enum cis_role cis_person_role(const struct cis_person *);
const char *cis_person_state(const struct cis_person *);
const char *cis_person_body(const struct cis_person *);
const char *cis_person_office(const struct cis_person *);
const struct cis_text *cis_person_names(const struct cis_person *);
const struct cis_text *cis_person_titles(const struct cis_person *);
const struct cis_person *cis_person_next(const struct cis_person *);

/* Who takes part, for states and for bodies; whether all are listed. */
bool cis_delegations_complete(const struct cis_delegations *);
const struct cis_delegation *
cis_delegations_delegations(const struct cis_delegations *);
const struct cis_representative *
cis_delegations_representatives(const struct cis_delegations *);

const char *cis_delegation_state(const struct cis_delegation *);
enum cis_presence cis_delegation_presence(const struct cis_delegation *);
const struct cis_person *cis_delegation_head(const struct cis_delegation *);
const struct cis_person_ref *
cis_delegation_members(const struct cis_delegation *);
const struct cis_delegation *cis_delegation_next(const struct cis_delegation *);

/* Someone who speaks for a body. */
const struct cis_person *
cis_representative_person(const struct cis_representative *);
enum cis_presence
cis_representative_presence(const struct cis_representative *);
const struct cis_representative *
cis_representative_next(const struct cis_representative *);

/* What happens, event by event. */
const struct cis_event *cis_programme_events(const struct cis_programme *);

enum cis_event_kind cis_event_kind(const struct cis_event *);
struct cis_date cis_event_date(const struct cis_event *);
int cis_event_start(const struct cis_event *);
int cis_event_end(const struct cis_event *);
const struct cis_person_ref *cis_event_parties(const struct cis_event *);
const struct cis_text *cis_event_topics(const struct cis_event *);
const struct cis_document_ref *cis_event_bases(const struct cis_event *);
const struct cis_event *cis_event_next(const struct cis_event *);

/* What the session deals with. */
const struct cis_item *cis_agenda_items(const struct cis_agenda *);

enum cis_item_kind cis_item_kind(const struct cis_item *);
const struct cis_person *cis_item_by(const struct cis_item *);
const struct cis_document *cis_item_document(const struct cis_item *);
const struct cis_instrument *cis_item_instrument(const struct cis_item *);
const struct cis_text *cis_item_titles(const struct cis_item *);
const struct cis_item *cis_item_next(const struct cis_item *);

/* The papers of the summit, and the older texts that it cites. */
bool cis_documents_complete(const struct cis_documents *);
int cis_documents_total(const struct cis_documents *);
const struct cis_text *cis_documents_subjects(const struct cis_documents *);
const struct cis_document *
cis_documents_documents(const struct cis_documents *);
const struct cis_instrument *
cis_documents_instruments(const struct cis_documents *);

const char *cis_document_id(const struct cis_document *);
enum cis_document_type cis_document_type(const struct cis_document *);
enum cis_document_status cis_document_status(const struct cis_document *);
struct cis_date cis_document_date(const struct cis_document *);
const struct cis_text *cis_document_titles(const struct cis_document *);
const struct cis_state_ref *
cis_document_initiators(const struct cis_document *);
const struct cis_text *cis_document_addressees(const struct cis_document *);
const struct cis_validity *cis_document_validity(const struct cis_document *);
const struct cis_document_ref *cis_document_amends(const struct cis_document *);
const struct cis_anniversary_ref *
cis_document_commemorates(const struct cis_document *);
const struct cis_honour_ref *
cis_document_establishes(const struct cis_document *);
const struct cis_signature *
cis_document_signatures(const struct cis_document *);
const struct cis_document *cis_document_next(const struct cis_document *);

/* A period of whole years; either end may be open. */
struct cis_date cis_validity_from(const struct cis_validity *);
struct cis_date cis_validity_to(const struct cis_validity *);

/* The signature of one state; without a date it is that of the document. */
const char *cis_signature_state(const struct cis_signature *);
struct cis_date cis_signature_date(const struct cis_signature *);
const struct cis_person *cis_signature_by(const struct cis_signature *);
const struct cis_text *cis_signature_reservations(const struct cis_signature *);
const struct cis_signature *cis_signature_next(const struct cis_signature *);

/* An older text. */
const char *cis_instrument_id(const struct cis_instrument *);
enum cis_document_type cis_instrument_type(const struct cis_instrument *);
struct cis_date cis_instrument_date(const struct cis_instrument *);
const struct cis_text *cis_instrument_titles(const struct cis_instrument *);
const struct cis_state_ref *
cis_instrument_parties(const struct cis_instrument *);
const struct cis_instrument *cis_instrument_next(const struct cis_instrument *);

/* Posts that the summit fills, extends or ends. */
const struct cis_appointment *
cis_appointments_appointments(const struct cis_appointments *);

enum cis_action cis_appointment_action(const struct cis_appointment *);
const struct cis_person *cis_appointment_person(const struct cis_appointment *);
const char *cis_appointment_office(const struct cis_appointment *);
struct cis_date cis_appointment_from(const struct cis_appointment *);
struct cis_date cis_appointment_to(const struct cis_appointment *);
const struct cis_document *
cis_appointment_document(const struct cis_appointment *);
const struct cis_instrument *
cis_appointment_instrument(const struct cis_appointment *);
const struct cis_appointment *
cis_appointment_next(const struct cis_appointment *);

/* Honours conferred at the summit. */
const struct cis_award *cis_awards_awards(const struct cis_awards *);

/* To a person, or to someone named in words. */
const char *cis_award_honour(const struct cis_award *);
const struct cis_person *cis_award_recipient(const struct cis_award *);
const struct cis_person *cis_award_conferred_by(const struct cis_award *);
struct cis_date cis_award_date(const struct cis_award *);
const struct cis_text *cis_award_recipient_names(const struct cis_award *);
const struct cis_text *cis_award_reasons(const struct cis_award *);
const struct cis_award *cis_award_next(const struct cis_award *);

/* Anniversaries that the summit or its papers mark. */
const struct cis_anniversary *
cis_anniversaries_anniversaries(const struct cis_anniversaries *);

const char *cis_anniversary_id(const struct cis_anniversary *);
const char *cis_anniversary_event(const struct cis_anniversary *);
int cis_anniversary_ordinal(const struct cis_anniversary *);
struct cis_date cis_anniversary_of(const struct cis_anniversary *);
struct cis_date cis_anniversary_on(const struct cis_anniversary *);
const struct cis_text *cis_anniversary_titles(const struct cis_anniversary *);
const struct cis_anniversary *
cis_anniversary_next(const struct cis_anniversary *);

/* The element next: a session or meeting to come. */
const char *cis_next_session_body(const struct cis_next_session *);
enum cis_session_kind cis_next_session_kind(const struct cis_next_session *);
struct cis_date cis_next_session_date(const struct cis_next_session *);
const char *cis_next_session_state(const struct cis_next_session *);
const struct cis_text *cis_next_session_cities(const struct cis_next_session *);
const struct cis_next_session *
cis_next_session_next(const struct cis_next_session *);

/* Where the record was taken from. */
const struct cis_source_note *cis_sources_sources(const struct cis_sources *);

/* The element source: a publication. */
const char *cis_source_note_publisher(const struct cis_source_note *);
const char *cis_source_note_basis(const struct cis_source_note *);
struct cis_date cis_source_note_date(const struct cis_source_note *);
const char *cis_source_note_href(const struct cis_source_note *);
const struct cis_text *cis_source_note_titles(const struct cis_source_note *);
const struct cis_credit *
cis_source_note_credits(const struct cis_source_note *);
const struct cis_source_note *
cis_source_note_next(const struct cis_source_note *);

/* Whom a publication credits for a part of it. */
const char *cis_credit_value(const struct cis_credit *);
const char *cis_credit_of(const struct cis_credit *);
const char *cis_credit_lang(const struct cis_credit *);
const struct cis_credit *cis_credit_next(const struct cis_credit *);

/* References that may be repeated, and what they name. */
const char *cis_state_ref_state(const struct cis_state_ref *);
const struct cis_state_ref *cis_state_ref_next(const struct cis_state_ref *);

const struct cis_person *cis_person_ref_person(const struct cis_person_ref *);
const struct cis_person_ref *cis_person_ref_next(const struct cis_person_ref *);

const struct cis_document *
cis_document_ref_document(const struct cis_document_ref *);
const struct cis_instrument *
cis_document_ref_instrument(const struct cis_document_ref *);
const struct cis_document_ref *
cis_document_ref_next(const struct cis_document_ref *);

const struct cis_anniversary *
cis_anniversary_ref_anniversary(const struct cis_anniversary_ref *);
const struct cis_anniversary_ref *
cis_anniversary_ref_next(const struct cis_anniversary_ref *);

const char *cis_honour_ref_honour(const struct cis_honour_ref *);
const struct cis_honour_ref *cis_honour_ref_next(const struct cis_honour_ref *);

/* What another namespace adds, as Canonical XML without comments or
 * processing instructions. */
const char *cis_extension_xml(const struct cis_extension *);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif

#ifdef __cplusplus
}
#endif

#endif
