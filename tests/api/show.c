/* A record as XML, by nothing but the public accessors. */
/* SPDX-License-Identifier: MIT */
#include "show.h"

#include <stdlib.h>

struct out {
    FILE *to;
    int depth;
    bool in_tag;   /* the start tag may get attributes */
    bool children; /* the end tag stands on its own line */
};

static void put_escaped(FILE *to, const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '&')
            fputs("&amp;", to);
        else if (*text == '<')
            fputs("&lt;", to);
        else if (*text == '>')
            fputs("&gt;", to);
        else if (*text == '"')
            fputs("&quot;", to);
        else
            fputc(*text, to);
    }
}

static void start(struct out *o, const char *name)
{
    if (o->in_tag)
        fputs(">\n", o->to);
    fprintf(o->to, "%*s<%s", 2 * o->depth++, "", name);
    o->in_tag = true;
    o->children = false;
}

static void end(struct out *o, const char *name)
{
    o->depth--;
    if (o->in_tag)
        fputs("/>\n", o->to);
    else if (o->children)
        fprintf(o->to, "%*s</%s>\n", 2 * o->depth, "", name);
    else
        fprintf(o->to, "</%s>\n", name);
    o->in_tag = false;
    o->children = true;
}

static void string(struct out *o, const char *name, const char *value)
{
    if (value == NULL)
        return;
    fprintf(o->to, " %s=\"", name);
    put_escaped(o->to, value);
    fputc('"', o->to);
}

static void word(struct out *o, const char *name, const char *value)
{
    if (value[0] != '\0')
        string(o, name, value);
}

static void date(struct out *o, const char *name, struct cis_date value)
{
    char text[11];

    string(o, name, cis_date_text(value, text));
}

static void number(struct out *o, const char *name, int value)
{
    if (value >= 0)
        fprintf(o->to, " %s=\"%d\"", name, value);
}

static void daytime(struct out *o, const char *name, int value)
{
    if (value >= 0)
        fprintf(o->to, " %s=\"%02d:%02d:%02d\"", name, value / 3600,
                value / 60 % 60, value % 60);
}

static void flag(struct out *o, const void *element, const char *name,
                 bool value)
{
    if (cis_element_given(element, name) == CIS_GIVEN)
        string(o, name, value ? "true" : "false");
}

static void words(struct out *o, const char *value)
{
    if (value == NULL || value[0] == '\0')
        return;
    fputc('>', o->to);
    put_escaped(o->to, value);
    o->in_tag = false;
}

static void texts(struct out *o, const char *name, const struct cis_text *t)
{
    for (; t != NULL; t = cis_text_next(t)) {
        start(o, name);
        string(o, "xml:lang", cis_text_lang(t));
        words(o, cis_text_value(t));
        end(o, name);
    }
}

static void states(struct out *o, const char *name,
                   const struct cis_state_ref *r)
{
    for (; r != NULL; r = cis_state_ref_next(r)) {
        start(o, name);
        string(o, "state", cis_state_ref_state(r));
        end(o, name);
    }
}

static void persons(struct out *o, const char *name,
                    const struct cis_person_ref *r)
{
    for (; r != NULL; r = cis_person_ref_next(r)) {
        start(o, name);
        string(o, "ref", cis_person_id(cis_person_ref_person(r)));
        end(o, name);
    }
}

/* One of both is NULL. */
static const char *text_id(const struct cis_document *document,
                           const struct cis_instrument *instrument)
{
    const char *id = cis_document_id(document);

    return id != NULL ? id : cis_instrument_id(instrument);
}

static void documents_named(struct out *o, const char *name,
                            const struct cis_document_ref *r)
{
    for (; r != NULL; r = cis_document_ref_next(r)) {
        start(o, name);
        string(o, "document",
               text_id(cis_document_ref_document(r),
                       cis_document_ref_instrument(r)));
        end(o, name);
    }
}

static void show_dates(struct out *o, const struct cis_dates *d)
{
    if (d == NULL)
        return;
    start(o, "dates");
    date(o, "start", cis_dates_start(d));
    date(o, "end", cis_dates_end(d));
    date(o, "session", cis_dates_session(d));
    end(o, "dates");
}

static void show_venue(struct out *o, const struct cis_venue *v)
{
    const struct cis_meeting_place *p = cis_venue_place(v);
    const struct cis_videoconference *c = cis_venue_videoconference(v);

    if (v == NULL)
        return;
    start(o, "venue");
    if (p != NULL) {
        start(o, "place");
        string(o, "state", cis_meeting_place_state(p));
        string(o, "receivedBy",
               cis_person_id(cis_meeting_place_received_by(p)));
        texts(o, "city", cis_meeting_place_cities(p));
        texts(o, "site", cis_meeting_place_sites(p));
        end(o, "place");
    }
    if (c != NULL) {
        start(o, "videoconference");
        string(o, "host", cis_videoconference_host(c));
        end(o, "videoconference");
    }
    end(o, "venue");
}

static void show_presidency(struct out *o, const struct cis_presidency *p)
{
    const struct cis_successor *s = cis_presidency_successor(p);

    if (p == NULL)
        return;
    start(o, "presidency");
    string(o, "state", cis_presidency_state(p));
    date(o, "from", cis_presidency_from(p));
    date(o, "to", cis_presidency_to(p));
    string(o, "chair", cis_person_id(cis_presidency_chair(p)));
    states(o, "cochair", cis_presidency_cochairs(p));
    if (s != NULL) {
        start(o, "successor");
        string(o, "state", cis_successor_state(s));
        date(o, "from", cis_successor_from(s));
        date(o, "to", cis_successor_to(s));
        end(o, "successor");
    }
    end(o, "presidency");
}

static void show_people(struct out *o, const struct cis_people *people)
{
    if (people == NULL)
        return;
    start(o, "people");
    for (const struct cis_person *p = cis_people_persons(people); p != NULL;
         p = cis_person_next(p)) {
        start(o, "person");
        string(o, "id", cis_person_id(p));
        word(o, "role", cis_role_word(cis_person_role(p)));
        string(o, "state", cis_person_state(p));
        string(o, "body", cis_person_body(p));
        string(o, "office", cis_person_office(p));
        texts(o, "name", cis_person_names(p));
        texts(o, "title", cis_person_titles(p));
        end(o, "person");
    }
    end(o, "people");
}

static void show_delegation(struct out *o, const struct cis_delegation *d)
{
    start(o, "delegation");
    string(o, "state", cis_delegation_state(d));
    word(o, "presence", cis_presence_word(cis_delegation_presence(d)));
    string(o, "head", cis_person_id(cis_delegation_head(d)));
    persons(o, "member", cis_delegation_members(d));
    end(o, "delegation");
}

static void show_delegations(struct out *o, const struct cis_delegations *all)
{
    const struct cis_delegation *d = cis_delegations_delegations(all);
    const struct cis_representative *r = cis_delegations_representatives(all);

    if (all == NULL)
        return;
    start(o, "delegations");
    flag(o, all, "complete", cis_delegations_complete(all));
    for (; d != NULL; d = cis_delegation_next(d))
        show_delegation(o, d);
    for (; r != NULL; r = cis_representative_next(r)) {
        start(o, "representative");
        string(o, "ref", cis_person_id(cis_representative_person(r)));
        word(o, "presence", cis_presence_word(cis_representative_presence(r)));
        end(o, "representative");
    }
    end(o, "delegations");
}

static void show_programme(struct out *o, const struct cis_programme *all)
{
    if (all == NULL)
        return;
    start(o, "programme");
    for (const struct cis_event *e = cis_programme_events(all); e != NULL;
         e = cis_event_next(e)) {
        start(o, "event");
        word(o, "kind", cis_event_kind_word(cis_event_kind(e)));
        date(o, "date", cis_event_date(e));
        daytime(o, "start", cis_event_start(e));
        daytime(o, "end", cis_event_end(e));
        persons(o, "party", cis_event_parties(e));
        texts(o, "topic", cis_event_topics(e));
        documents_named(o, "basis", cis_event_bases(e));
        end(o, "event");
    }
    end(o, "programme");
}

static void show_agenda(struct out *o, const struct cis_agenda *all)
{
    if (all == NULL)
        return;
    start(o, "agenda");
    for (const struct cis_item *i = cis_agenda_items(all); i != NULL;
         i = cis_item_next(i)) {
        start(o, "item");
        word(o, "kind", cis_item_kind_word(cis_item_kind(i)));
        string(o, "by", cis_person_id(cis_item_by(i)));
        string(o, "document",
               text_id(cis_item_document(i), cis_item_instrument(i)));
        texts(o, "title", cis_item_titles(i));
        end(o, "item");
    }
    end(o, "agenda");
}

static void show_validity(struct out *o, const struct cis_validity *v)
{
    if (v == NULL)
        return;
    start(o, "validity");
    date(o, "from", cis_validity_from(v));
    date(o, "to", cis_validity_to(v));
    end(o, "validity");
}

static void show_signature(struct out *o, const struct cis_signature *s)
{
    start(o, "signature");
    string(o, "state", cis_signature_state(s));
    date(o, "date", cis_signature_date(s));
    string(o, "by", cis_person_id(cis_signature_by(s)));
    texts(o, "reservation", cis_signature_reservations(s));
    end(o, "signature");
}

static void show_marks(struct out *o, const struct cis_document *d)
{
    const struct cis_anniversary_ref *a = cis_document_commemorates(d);
    const struct cis_honour_ref *h = cis_document_establishes(d);

    for (; a != NULL; a = cis_anniversary_ref_next(a)) {
        start(o, "commemorates");
        string(o, "anniversary",
               cis_anniversary_id(cis_anniversary_ref_anniversary(a)));
        end(o, "commemorates");
    }
    for (; h != NULL; h = cis_honour_ref_next(h)) {
        start(o, "establishes");
        string(o, "honour", cis_honour_ref_honour(h));
        end(o, "establishes");
    }
}

static void show_document(struct out *o, const struct cis_document *d)
{
    const struct cis_signature *s = cis_document_signatures(d);

    start(o, "document");
    string(o, "id", cis_document_id(d));
    word(o, "type", cis_document_type_word(cis_document_type(d)));
    word(o, "status", cis_document_status_word(cis_document_status(d)));
    date(o, "date", cis_document_date(d));
    texts(o, "title", cis_document_titles(d));
    states(o, "initiator", cis_document_initiators(d));
    texts(o, "addressee", cis_document_addressees(d));
    show_validity(o, cis_document_validity(d));
    documents_named(o, "amends", cis_document_amends(d));
    show_marks(o, d);
    for (; s != NULL; s = cis_signature_next(s))
        show_signature(o, s);
    end(o, "document");
}

static void show_documents(struct out *o, const struct cis_documents *all)
{
    const struct cis_document *d = cis_documents_documents(all);
    const struct cis_instrument *i = cis_documents_instruments(all);

    if (all == NULL)
        return;
    start(o, "documents");
    flag(o, all, "complete", cis_documents_complete(all));
    number(o, "total", cis_documents_total(all));
    texts(o, "subject", cis_documents_subjects(all));
    for (; d != NULL; d = cis_document_next(d))
        show_document(o, d);
    for (; i != NULL; i = cis_instrument_next(i)) {
        start(o, "instrument");
        string(o, "id", cis_instrument_id(i));
        word(o, "type", cis_document_type_word(cis_instrument_type(i)));
        date(o, "date", cis_instrument_date(i));
        texts(o, "title", cis_instrument_titles(i));
        states(o, "party", cis_instrument_parties(i));
        end(o, "instrument");
    }
    end(o, "documents");
}

static void show_appointments(struct out *o, const struct cis_appointments *all)
{
    const struct cis_appointment *a = cis_appointments_appointments(all);

    if (all == NULL)
        return;
    start(o, "appointments");
    for (; a != NULL; a = cis_appointment_next(a)) {
        start(o, "appointment");
        word(o, "action", cis_action_word(cis_appointment_action(a)));
        string(o, "person", cis_person_id(cis_appointment_person(a)));
        string(o, "office", cis_appointment_office(a));
        date(o, "from", cis_appointment_from(a));
        date(o, "to", cis_appointment_to(a));
        string(o, "document",
               text_id(cis_appointment_document(a),
                       cis_appointment_instrument(a)));
        end(o, "appointment");
    }
    end(o, "appointments");
}

static void show_awards(struct out *o, const struct cis_awards *all)
{
    if (all == NULL)
        return;
    start(o, "awards");
    for (const struct cis_award *a = cis_awards_awards(all); a != NULL;
         a = cis_award_next(a)) {
        start(o, "award");
        string(o, "honour", cis_award_honour(a));
        string(o, "recipient", cis_person_id(cis_award_recipient(a)));
        string(o, "conferredBy", cis_person_id(cis_award_conferred_by(a)));
        date(o, "date", cis_award_date(a));
        texts(o, "recipientName", cis_award_recipient_names(a));
        texts(o, "reason", cis_award_reasons(a));
        end(o, "award");
    }
    end(o, "awards");
}

static void show_anniversaries(struct out *o,
                               const struct cis_anniversaries *all)
{
    const struct cis_anniversary *a = cis_anniversaries_anniversaries(all);

    if (all == NULL)
        return;
    start(o, "anniversaries");
    for (; a != NULL; a = cis_anniversary_next(a)) {
        start(o, "anniversary");
        string(o, "id", cis_anniversary_id(a));
        string(o, "event", cis_anniversary_event(a));
        number(o, "ordinal", cis_anniversary_ordinal(a));
        date(o, "of", cis_anniversary_of(a));
        date(o, "on", cis_anniversary_on(a));
        texts(o, "title", cis_anniversary_titles(a));
        end(o, "anniversary");
    }
    end(o, "anniversaries");
}

static void show_next(struct out *o, const struct cis_next_session *n)
{
    for (; n != NULL; n = cis_next_session_next(n)) {
        start(o, "next");
        string(o, "body", cis_next_session_body(n));
        word(o, "kind", cis_session_kind_word(cis_next_session_kind(n)));
        date(o, "date", cis_next_session_date(n));
        string(o, "state", cis_next_session_state(n));
        texts(o, "city", cis_next_session_cities(n));
        end(o, "next");
    }
}

static void show_source(struct out *o, const struct cis_source_note *s)
{
    const struct cis_credit *c = cis_source_note_credits(s);

    start(o, "source");
    string(o, "publisher", cis_source_note_publisher(s));
    string(o, "basis", cis_source_note_basis(s));
    date(o, "date", cis_source_note_date(s));
    string(o, "href", cis_source_note_href(s));
    texts(o, "title", cis_source_note_titles(s));
    for (; c != NULL; c = cis_credit_next(c)) {
        start(o, "credit");
        string(o, "of", cis_credit_of(c));
        string(o, "xml:lang", cis_credit_lang(c));
        words(o, cis_credit_value(c));
        end(o, "credit");
    }
    end(o, "source");
}

static void show_sources(struct out *o, const struct cis_sources *all)
{
    const struct cis_source_note *s = cis_sources_sources(all);

    if (all == NULL)
        return;
    start(o, "sources");
    for (; s != NULL; s = cis_source_note_next(s))
        show_source(o, s);
    end(o, "sources");
}

static void show_extension(struct out *o, const struct cis_extension *e)
{
    const char *xml = cis_extension_xml(e);

    if (e == NULL)
        return;
    start(o, "extension");
    if (xml != NULL && xml[0] != '\0') {
        fprintf(o->to, ">%s", xml);
        o->in_tag = false;
    }
    end(o, "extension");
}

static void show(struct out *o, const struct cis_summit *s)
{
    start(o, "summit");
    string(o, "xmlns", "urn:cisvalidate:summit:1");
    string(o, "id", cis_summit_id(s));
    string(o, "version", cis_summit_version(s));
    string(o, "body", cis_summit_body(s));
    word(o, "kind", cis_session_kind_word(cis_summit_kind(s)));
    word(o, "status", cis_record_status_word(cis_summit_status(s)));
    date(o, "recorded", cis_summit_recorded(s));
    number(o, "number", cis_summit_number(s));
    texts(o, "title", cis_summit_titles(s));
    show_dates(o, cis_summit_dates(s));
    show_venue(o, cis_summit_venue(s));
    show_presidency(o, cis_summit_presidency(s));
    show_people(o, cis_summit_people(s));
    show_delegations(o, cis_summit_delegations(s));
    show_programme(o, cis_summit_programme(s));
    show_agenda(o, cis_summit_agenda(s));
    show_documents(o, cis_summit_documents(s));
    show_appointments(o, cis_summit_appointments(s));
    show_awards(o, cis_summit_awards(s));
    show_anniversaries(o, cis_summit_anniversaries(s));
    show_next(o, cis_summit_next(s));
    show_sources(o, cis_summit_sources(s));
    show_extension(o, cis_summit_extension(s));
    end(o, "summit");
}

char *show_summit(const struct cis_summit *summit)
{
    char *text = NULL;
    size_t size;
    struct out out = {.to = open_memstream(&text, &size)};

    if (out.to == NULL)
        return NULL;
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", out.to);
    show(&out, summit);
    fclose(out.to);
    return text;
}

static long write_bytes(void *context, const void *bytes, size_t size)
{
    return (long)fwrite(bytes, 1, size, context);
}

static bool write_to(const struct cis_validator *validator,
                     const struct cis_summit *summit, FILE *to)
{
    struct cis_writer *writer;
    bool good;

    if (cis_writer_new(validator, CIS_ONE_RECORD, write_bytes, to, &writer) !=
        CIS_OK)
        return false;
    cis_writer_add(writer, summit);
    good = cis_writer_end(writer) == CIS_OK;
    cis_writer_free(writer);
    return good;
}

char *write_summit(const struct cis_validator *validator,
                   const struct cis_summit *summit)
{
    char *text = NULL;
    size_t size;
    FILE *to = open_memstream(&text, &size);
    bool good;

    if (to == NULL)
        return NULL;
    good = write_to(validator, summit, to);
    fclose(to);
    if (good)
        return text;
    free(text);
    return NULL;
}
