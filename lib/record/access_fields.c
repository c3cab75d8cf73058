/* The accessors of each element, field by field. */
/* SPDX-License-Identifier: MIT */
#include "record/access.h"

/*
 * A public struct cis_person is the internal struct person, and so on: the
 * public headers leave them undefined. Each row below is one function; all
 * take NULL for an element that is not there.
 */
#define GET(type, result, name, none, found)                                   \
    result cis_##type##_##name(const struct cis_##type *element)               \
    {                                                                          \
        const struct type *e = (const struct type *)element;                   \
                                                                               \
        return e != NULL ? (found) : (none);                                   \
    }

#define STRING(type, name) GET(type, const char *, name, NULL, e->name.at)
#define DATE(type, name)                                                       \
    GET(type, struct cis_date, name, (struct cis_date){0}, e->name)
#define NUMBER(type, name) GET(type, int, name, -1, number(e->name))
#define FLAG(type, name) GET(type, bool, name, false, e->name == FLAG_YES)
#define CHOICE(type, name, choice)                                             \
    GET(type, enum cis_##choice, name, (enum cis_##choice)0,                   \
        (enum cis_##choice)e->name)
#define ONE(type, name, child)                                                 \
    GET(type, const struct cis_##child *, name, NULL,                          \
        (const struct cis_##child *)e->name)
#define LIST(type, name, child)                                                \
    GET(type, const struct cis_##child *, name, NULL,                          \
        (const struct cis_##child *)e->name.first)
#define NEXT(type)                                                             \
    GET(type, const struct cis_##type *, next, NULL,                           \
        (const struct cis_##type *)e->node.next)
#define PERSON(type, name, member)                                             \
    GET(type, const struct cis_person *, name, NULL,                           \
        person(&e->node, e->member))
#define DOCUMENT(type)                                                         \
    GET(type, const struct cis_document *, document, NULL,                     \
        document(&e->node, e->document))                                       \
    GET(type, const struct cis_instrument *, instrument, NULL,                 \
        instrument(&e->node, e->document))
#define ANNIVERSARY(type)                                                      \
    GET(type, const struct cis_anniversary *, anniversary, NULL,               \
        anniversary(&e->node, e->anniversary))

/* The vocabulary has no number that an int cannot hold. */
static int number(int64_t value)
{
    return value == NUMBER_ABSENT ? -1 : (int)value;
}

static const struct cis_person *person(const struct node *node, struct str id)
{
    const struct record *record = record_of(node);

    return record == NULL
               ? NULL
               : (const struct cis_person *)index_person(&record->index, id);
}

static const struct cis_document *document(const struct node *node,
                                           struct str id)
{
    const struct record *record = record_of(node);

    return record == NULL ? NULL
                          : (const struct cis_document *)index_document(
                                &record->index, id);
}

static const struct cis_instrument *instrument(const struct node *node,
                                               struct str id)
{
    const struct record *record = record_of(node);

    return record == NULL ? NULL
                          : (const struct cis_instrument *)index_instrument(
                                &record->index, id);
}

static const struct cis_anniversary *anniversary(const struct node *node,
                                                 struct str id)
{
    const struct record *record = record_of(node);

    return record == NULL ? NULL
                          : (const struct cis_anniversary *)index_anniversary(
                                &record->index, id);
}

STRING(text, value)
STRING(text, lang)
NEXT(text)

STRING(summit, id)
STRING(summit, version)
STRING(summit, body)
CHOICE(summit, kind, session_kind)
CHOICE(summit, status, record_status)
DATE(summit, recorded)
NUMBER(summit, number)
LIST(summit, titles, text)
ONE(summit, dates, dates)
ONE(summit, venue, venue)
ONE(summit, presidency, presidency)
ONE(summit, people, people)
ONE(summit, delegations, delegations)
ONE(summit, programme, programme)
ONE(summit, agenda, agenda)
ONE(summit, documents, documents)
ONE(summit, appointments, appointments)
ONE(summit, awards, awards)
ONE(summit, anniversaries, anniversaries)
LIST(summit, next, next_session)
ONE(summit, sources, sources)
ONE(summit, extension, extension)

DATE(dates, start)
DATE(dates, end)
DATE(dates, session)

ONE(venue, place, meeting_place)
ONE(venue, videoconference, videoconference)

STRING(meeting_place, state)
PERSON(meeting_place, received_by, received_by)
LIST(meeting_place, cities, text)
LIST(meeting_place, sites, text)

STRING(videoconference, host)

STRING(presidency, state)
DATE(presidency, from)
DATE(presidency, to)
PERSON(presidency, chair, chair)
LIST(presidency, cochairs, state_ref)
ONE(presidency, successor, successor)

STRING(successor, state)
DATE(successor, from)
DATE(successor, to)

LIST(people, persons, person)

STRING(person, id)
CHOICE(person, role, role)
STRING(person, state)
STRING(person, body)
STRING(person, office)
LIST(person, names, text)
LIST(person, titles, text)
NEXT(person)

FLAG(delegations, complete)
LIST(delegations, delegations, delegation)
LIST(delegations, representatives, representative)

STRING(delegation, state)
CHOICE(delegation, presence, presence)
PERSON(delegation, head, head)
LIST(delegation, members, person_ref)
NEXT(delegation)

PERSON(representative, person, ref)
CHOICE(representative, presence, presence)
NEXT(representative)

LIST(programme, events, event)

CHOICE(event, kind, event_kind)
DATE(event, date)
NUMBER(event, start)
NUMBER(event, end)
LIST(event, parties, person_ref)
LIST(event, topics, text)
LIST(event, bases, document_ref)
NEXT(event)

LIST(agenda, items, item)

CHOICE(item, kind, item_kind)
PERSON(item, by, by)
DOCUMENT(item)
LIST(item, titles, text)
NEXT(item)

FLAG(documents, complete)
NUMBER(documents, total)
LIST(documents, subjects, text)
LIST(documents, documents, document)
LIST(documents, instruments, instrument)

STRING(document, id)
CHOICE(document, type, document_type)
CHOICE(document, status, document_status)
DATE(document, date)
LIST(document, titles, text)
LIST(document, initiators, state_ref)
LIST(document, addressees, text)
ONE(document, validity, validity)
LIST(document, amends, document_ref)
LIST(document, commemorates, anniversary_ref)
LIST(document, establishes, honour_ref)
LIST(document, signatures, signature)
NEXT(document)

DATE(validity, from)
DATE(validity, to)

STRING(signature, state)
DATE(signature, date)
PERSON(signature, by, by)
LIST(signature, reservations, text)
NEXT(signature)

STRING(instrument, id)
CHOICE(instrument, type, document_type)
DATE(instrument, date)
LIST(instrument, titles, text)
LIST(instrument, parties, state_ref)
NEXT(instrument)

LIST(appointments, appointments, appointment)

CHOICE(appointment, action, action)
PERSON(appointment, person, person)
STRING(appointment, office)
DATE(appointment, from)
DATE(appointment, to)
DOCUMENT(appointment)
NEXT(appointment)

LIST(awards, awards, award)

STRING(award, honour)
PERSON(award, recipient, recipient)
PERSON(award, conferred_by, conferred_by)
DATE(award, date)
LIST(award, recipient_names, text)
LIST(award, reasons, text)
NEXT(award)

LIST(anniversaries, anniversaries, anniversary)

STRING(anniversary, id)
STRING(anniversary, event)
NUMBER(anniversary, ordinal)
DATE(anniversary, of)
DATE(anniversary, on)
LIST(anniversary, titles, text)
NEXT(anniversary)

STRING(next_session, body)
CHOICE(next_session, kind, session_kind)
DATE(next_session, date)
STRING(next_session, state)
LIST(next_session, cities, text)
NEXT(next_session)

LIST(sources, sources, source_note)

STRING(source_note, publisher)
STRING(source_note, basis)
DATE(source_note, date)
STRING(source_note, href)
LIST(source_note, titles, text)
LIST(source_note, credits, credit)
NEXT(source_note)

STRING(credit, value)
STRING(credit, of)
STRING(credit, lang)
NEXT(credit)

STRING(state_ref, state)
NEXT(state_ref)

PERSON(person_ref, person, ref)
NEXT(person_ref)

DOCUMENT(document_ref)
NEXT(document_ref)

ANNIVERSARY(anniversary_ref)
NEXT(anniversary_ref)

STRING(honour_ref, honour)
NEXT(honour_ref)

STRING(extension, xml)
