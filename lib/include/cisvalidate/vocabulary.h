/* The enumerations of the record, and their words. */
/* SPDX-License-Identifier: MIT */
#ifndef CISVALIDATE_VOCABULARY_H
#define CISVALIDATE_VOCABULARY_H

#include <cisvalidate/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * They count from 1 in the order of summit.xsd, which says what each value
 * means; a later version adds at the end. 0 is a value that is not given, or
 * was refused in an invalid record.
 */

/* Of a session, and of one to come. */
enum cis_session_kind {
    CIS_SESSION_REGULAR = 1,
    CIS_SESSION_EXTRAORDINARY,
    CIS_SESSION_INFORMAL,
    CIS_SESSION_FOUNDING
};

/* What the record tells. */
enum cis_record_status {
    CIS_RECORD_ANNOUNCED = 1,
    CIS_RECORD_HELD,
    CIS_RECORD_POSTPONED,
    CIS_RECORD_CANCELLED
};

/* Of a state up to CIS_ROLE_MILITARY_COMMANDER, then of a body. */
enum cis_role {
    CIS_ROLE_HEAD_OF_STATE = 1,
    CIS_ROLE_HEAD_OF_GOVERNMENT,
    CIS_ROLE_DEPUTY_HEAD_OF_GOVERNMENT,
    CIS_ROLE_FOREIGN_MINISTER,
    CIS_ROLE_MINISTER,
    CIS_ROLE_AMBASSADOR,
    CIS_ROLE_AIDE,
    CIS_ROLE_MILITARY_COMMANDER,
    CIS_ROLE_SECRETARY_GENERAL,
    CIS_ROLE_DEPUTY_SECRETARY_GENERAL,
    CIS_ROLE_BODY_CHAIR,
    CIS_ROLE_BODY_HEAD,
    CIS_ROLE_PLENIPOTENTIARY_REPRESENTATIVE,
    CIS_ROLE_ORGANISATION_HEAD,
    CIS_ROLE_GUEST
};

/* Of documents and instruments. */
enum cis_document_type {
    CIS_DOCUMENT_DECISION = 1,
    CIS_DOCUMENT_STATEMENT,
    CIS_DOCUMENT_JOINT_STATEMENT,
    CIS_DOCUMENT_ADDRESS,
    CIS_DOCUMENT_DECLARATION,
    CIS_DOCUMENT_AGREEMENT,
    CIS_DOCUMENT_TREATY,
    CIS_DOCUMENT_CONVENTION,
    CIS_DOCUMENT_PROTOCOL,
    CIS_DOCUMENT_AMENDING_PROTOCOL,
    CIS_DOCUMENT_TERMINATING_PROTOCOL,
    CIS_DOCUMENT_CONCEPT,
    CIS_DOCUMENT_PROGRAMME,
    CIS_DOCUMENT_STRATEGY,
    CIS_DOCUMENT_PLAN,
    CIS_DOCUMENT_REGULATION,
    CIS_DOCUMENT_CHARTER,
    CIS_DOCUMENT_RULES_OF_PROCEDURE
};

/* How far a document has come. */
enum cis_document_status {
    CIS_STATUS_EXPECTED = 1,
    CIS_STATUS_ADOPTED,
    CIS_STATUS_SIGNED,
    CIS_STATUS_WITHDRAWN
};

/* Whether and how someone takes part. */
enum cis_presence {
    CIS_PRESENCE_ATTENDED = 1,
    CIS_PRESENCE_EXPECTED,
    CIS_PRESENCE_REMOTE,
    CIS_PRESENCE_ABSENT
};

/* Of the programme. */
enum cis_event_kind {
    CIS_EVENT_BILATERAL = 1,
    CIS_EVENT_INFORMAL_MEETING,
    CIS_EVENT_PHOTO,
    CIS_EVENT_NARROW_SESSION,
    CIS_EVENT_EXTENDED_SESSION,
    CIS_EVENT_SIGNING,
    CIS_EVENT_BRIEFING,
    CIS_EVENT_AWARD_CEREMONY,
    CIS_EVENT_RECEPTION,
    CIS_EVENT_OTHER
};

/* Of the agenda. */
enum cis_item_kind {
    CIS_ITEM_REPORT = 1,
    CIS_ITEM_REVIEW,
    CIS_ITEM_EXCHANGE,
    CIS_ITEM_DECISION
};

/* Of an appointment. */
enum cis_action {
    CIS_ACTION_APPOINT = 1,
    CIS_ACTION_EXTEND,
    CIS_ACTION_RELEASE
};

/* "regular", "head-of-state", …: as the record has it; "" for 0. */
CIS_EXPORT const char *cis_session_kind_word(enum cis_session_kind value);
CIS_EXPORT const char *cis_record_status_word(enum cis_record_status value);
CIS_EXPORT const char *cis_role_word(enum cis_role value);
CIS_EXPORT const char *cis_document_type_word(enum cis_document_type value);
CIS_EXPORT const char *cis_document_status_word(enum cis_document_status value);
CIS_EXPORT const char *cis_presence_word(enum cis_presence value);
CIS_EXPORT const char *cis_event_kind_word(enum cis_event_kind value);
CIS_EXPORT const char *cis_item_kind_word(enum cis_item_kind value);
CIS_EXPORT const char *cis_action_word(enum cis_action value);

#ifdef __cplusplus
}
#endif

#endif
