/* The words of the enumerations. */
/* SPDX-License-Identifier: MIT */
#include <cisvalidate/vocabulary.h>

#include <stddef.h>

/* The words as summit.xsd has them, from 1; "" for any other number. */
#define WORD(words, value) word(words, sizeof(words) / sizeof *(words), value)

static const char *word(const char *const *words, size_t count, unsigned value)
{
    return value > 0 && value < count ? words[value] : "";
}

const char *cis_session_kind_word(enum cis_session_kind value)
{
    static const char *const words[] = {
        [CIS_SESSION_REGULAR] = "regular",
        [CIS_SESSION_EXTRAORDINARY] = "extraordinary",
        [CIS_SESSION_INFORMAL] = "informal",
        [CIS_SESSION_FOUNDING] = "founding",
    };

    return WORD(words, (unsigned)value);
}

const char *cis_record_status_word(enum cis_record_status value)
{
    static const char *const words[] = {
        [CIS_RECORD_ANNOUNCED] = "announced",
        [CIS_RECORD_HELD] = "held",
        [CIS_RECORD_POSTPONED] = "postponed",
        [CIS_RECORD_CANCELLED] = "cancelled",
    };

    return WORD(words, (unsigned)value);
}

const char *cis_role_word(enum cis_role value)
{
    static const char *const words[] = {
        [CIS_ROLE_HEAD_OF_STATE] = "head-of-state",
        [CIS_ROLE_HEAD_OF_GOVERNMENT] = "head-of-government",
        [CIS_ROLE_DEPUTY_HEAD_OF_GOVERNMENT] = "deputy-head-of-government",
        [CIS_ROLE_FOREIGN_MINISTER] = "foreign-minister",
        [CIS_ROLE_MINISTER] = "minister",
        [CIS_ROLE_AMBASSADOR] = "ambassador",
        [CIS_ROLE_AIDE] = "aide",
        [CIS_ROLE_MILITARY_COMMANDER] = "military-commander",
        [CIS_ROLE_SECRETARY_GENERAL] = "secretary-general",
        [CIS_ROLE_DEPUTY_SECRETARY_GENERAL] = "deputy-secretary-general",
        [CIS_ROLE_BODY_CHAIR] = "body-chair",
        [CIS_ROLE_BODY_HEAD] = "body-head",
        [CIS_ROLE_PLENIPOTENTIARY_REPRESENTATIVE] =
            "plenipotentiary-representative",
        [CIS_ROLE_ORGANISATION_HEAD] = "organisation-head",
        [CIS_ROLE_GUEST] = "guest",
    };

    return WORD(words, (unsigned)value);
}

const char *cis_document_type_word(enum cis_document_type value)
{
    static const char *const words[] = {
        [CIS_DOCUMENT_DECISION] = "decision",
        [CIS_DOCUMENT_STATEMENT] = "statement",
        [CIS_DOCUMENT_JOINT_STATEMENT] = "joint-statement",
        [CIS_DOCUMENT_ADDRESS] = "address",
        [CIS_DOCUMENT_DECLARATION] = "declaration",
        [CIS_DOCUMENT_AGREEMENT] = "agreement",
        [CIS_DOCUMENT_TREATY] = "treaty",
        [CIS_DOCUMENT_CONVENTION] = "convention",
        [CIS_DOCUMENT_PROTOCOL] = "protocol",
        [CIS_DOCUMENT_AMENDING_PROTOCOL] = "amending-protocol",
        [CIS_DOCUMENT_TERMINATING_PROTOCOL] = "terminating-protocol",
        [CIS_DOCUMENT_CONCEPT] = "concept",
        [CIS_DOCUMENT_PROGRAMME] = "programme",
        [CIS_DOCUMENT_STRATEGY] = "strategy",
        [CIS_DOCUMENT_PLAN] = "plan",
        [CIS_DOCUMENT_REGULATION] = "regulation",
        [CIS_DOCUMENT_CHARTER] = "charter",
        [CIS_DOCUMENT_RULES_OF_PROCEDURE] = "rules-of-procedure",
    };

    return WORD(words, (unsigned)value);
}

const char *cis_document_status_word(enum cis_document_status value)
{
    static const char *const words[] = {
        [CIS_STATUS_EXPECTED] = "expected",
        [CIS_STATUS_ADOPTED] = "adopted",
        [CIS_STATUS_SIGNED] = "signed",
        [CIS_STATUS_WITHDRAWN] = "withdrawn",
    };

    return WORD(words, (unsigned)value);
}

const char *cis_presence_word(enum cis_presence value)
{
    static const char *const words[] = {
        [CIS_PRESENCE_ATTENDED] = "attended",
        [CIS_PRESENCE_EXPECTED] = "expected",
        [CIS_PRESENCE_REMOTE] = "remote",
        [CIS_PRESENCE_ABSENT] = "absent",
    };

    return WORD(words, (unsigned)value);
}

const char *cis_event_kind_word(enum cis_event_kind value)
{
    static const char *const words[] = {
        [CIS_EVENT_BILATERAL] = "bilateral",
        [CIS_EVENT_INFORMAL_MEETING] = "informal-meeting",
        [CIS_EVENT_PHOTO] = "photo",
        [CIS_EVENT_NARROW_SESSION] = "narrow-session",
        [CIS_EVENT_EXTENDED_SESSION] = "extended-session",
        [CIS_EVENT_SIGNING] = "signing",
        [CIS_EVENT_BRIEFING] = "briefing",
        [CIS_EVENT_AWARD_CEREMONY] = "award-ceremony",
        [CIS_EVENT_RECEPTION] = "reception",
        [CIS_EVENT_OTHER] = "other",
    };

    return WORD(words, (unsigned)value);
}

const char *cis_item_kind_word(enum cis_item_kind value)
{
    static const char *const words[] = {
        [CIS_ITEM_REPORT] = "report",
        [CIS_ITEM_REVIEW] = "review",
        [CIS_ITEM_EXCHANGE] = "exchange",
        [CIS_ITEM_DECISION] = "decision",
    };

    return WORD(words, (unsigned)value);
}

const char *cis_action_word(enum cis_action value)
{
    static const char *const words[] = {
        [CIS_ACTION_APPOINT] = "appoint",
        [CIS_ACTION_EXTEND] = "extend",
        [CIS_ACTION_RELEASE] = "release",
    };

    return WORD(words, (unsigned)value);
}
