/* D: dates and orders of time within one record. */
/* SPDX-License-Identifier: MIT */
#include "rules/checks.h"
#include "rules/query.h"

/* One bound is enough to be beyond it; that the other was refused is said. */
static struct span summit_span(struct rule_run *run)
{
    const struct dates *dates = run->summit->dates;

    rule_given(run, &dates->node, "start");
    rule_given(run, &dates->node, "end");
    return (struct span){dates->start, dates->end};
}

/* The bound of the summit's span that a day lies beyond. */
static void bound_fact(struct rule_run *run, struct cis_finding *finding,
                       struct cis_date day)
{
    const struct dates *dates = run->summit->dates;

    if (date_before(day, dates->start) == TRUTH_YES)
        rule_fact(run, finding, &dates->node, "start",
                  "the summit starts on %s", rule_date(run, dates->start));
    else
        rule_fact(run, finding, &dates->node, "end", "the summit ends on %s",
                  rule_date(run, dates->end));
}

void check_summit_ends_before_it_starts(struct rule_run *run)
{
    const struct dates *dates = run->summit->dates;

    if (!rule_given(run, &dates->node, "start") ||
        !rule_given(run, &dates->node, "end") ||
        date_before(dates->end, dates->start) != TRUTH_YES)
        return;
    struct cis_finding *finding = rule_emit(run, &dates->node, "end");
    finding_say(finding, "the summit ends on %s, before it starts",
                rule_date(run, dates->end));
    rule_fact(run, finding, &dates->node, "start", "it starts on %s",
              rule_date(run, dates->start));
    finding_hint(finding, "are start and end mixed up?");
}

void check_event_outside_summit(struct rule_run *run)
{
    const struct list *events = &run->summit->programme->events;

    for (const struct node *n = events->first; n != NULL; n = n->next) {
        const struct event *event = (const struct event *)n;
        if (!rule_given(run, n, "date") ||
            span_holds(summit_span(run), event->date) != TRUTH_NO)
            continue;
        struct cis_finding *finding = rule_emit(run, n, "date");
        finding_say(finding, "the event is on %s, outside the summit",
                    rule_date(run, event->date));
        bound_fact(run, finding, event->date);
    }
}

void check_document_outside_summit(struct rule_run *run)
{
    const struct list *documents = &run->summit->documents->documents;

    for (const struct node *n = documents->first; n != NULL; n = n->next) {
        const struct document *document = (const struct document *)n;
        if (!rule_given(run, n, "date") ||
            span_holds(summit_span(run), document->date) != TRUTH_NO)
            continue;
        struct cis_finding *finding = rule_emit(run, n, "date");
        finding_say(finding, "%s is dated %s, outside the summit",
                    rule_document(run, document),
                    rule_date(run, document->date));
        bound_fact(run, finding, document->date);
    }
}

/* A cited text of this summit may be of the same day; an instrument stands
 * for something older. */
static void compare_cited(struct rule_run *run,
                          const struct document_ref *reference,
                          struct dated citing)
{
    const struct document *document =
        index_document(run->index, reference->document);
    const struct instrument *instrument =
        index_instrument(run->index, reference->document);
    const struct node *cited = NULL;
    struct cis_date date = {0, 0, 0};

    if (!rule_given(run, &reference->node, "document"))
        return;
    if (instrument != NULL && rule_given(run, &instrument->node, "date") &&
        date_not_after(citing.date, instrument->date) == TRUTH_YES) {
        cited = &instrument->node;
        date = instrument->date;
    } else if (document != NULL && rule_given(run, &document->node, "date") &&
               date_before(citing.date, document->date) == TRUTH_YES) {
        cited = &document->node;
        date = document->date;
    }
    if (cited == NULL)
        return;
    struct cis_finding *finding = rule_emit(run, &reference->node, "document");
    finding_say(finding, "'%s' is of %s, and so not older than what cites it",
                rule_quote(run, reference->document), rule_date(run, date));
    rule_fact(run, finding, citing.node, citing.attribute,
              "what cites it is of %s", rule_date(run, citing.date));
    rule_fact(run, finding, cited, "date", "'%s' is of %s",
              rule_quote(run, reference->document), rule_date(run, date));
}

static void compare_bases(struct rule_run *run, const struct event *event)
{
    const struct dates *dates = run->summit->dates;
    struct dated day = {event->date, &event->node, "date"};

    if (event->bases.first == NULL)
        return;
    if (!rule_given(run, &event->node, "date")) {
        if (!rule_whole(run, &event->node) || dates == NULL)
            return;
        day = (struct dated){dates->session, &dates->node, "session"};
    }
    for (const struct node *n = event->bases.first; n != NULL; n = n->next)
        compare_cited(run, (const struct document_ref *)n, day);
}

void check_amends_a_later_text(struct rule_run *run)
{
    const struct programme *programme = run->summit->programme;
    const struct list *documents = &run->summit->documents->documents;
    struct dated adopted;

    for (const struct node *n = documents->first; n != NULL; n = n->next) {
        const struct document *document = (const struct document *)n;
        const struct node *reference = document->amends.first;
        if (reference == NULL || !query_adopted(run, document, &adopted))
            continue;
        for (; reference != NULL; reference = reference->next)
            compare_cited(run, (const struct document_ref *)reference, adopted);
    }
    if (programme == NULL)
        return;
    for (const struct node *n = programme->events.first; n; n = n->next)
        compare_bases(run, (const struct event *)n);
}

void check_validity_reversed(struct rule_run *run)
{
    const struct list *documents = &run->summit->documents->documents;

    for (const struct node *n = documents->first; n != NULL; n = n->next) {
        const struct document *document = (const struct document *)n;
        const struct validity *validity = document->validity;
        if (validity == NULL || !rule_given(run, &validity->node, "from") ||
            !rule_given(run, &validity->node, "to") ||
            date_before(validity->to, validity->from) != TRUTH_YES)
            continue;
        struct cis_finding *finding = rule_emit(run, &validity->node, "to");
        finding_say(finding, "%s is valid until %s, before it begins",
                    rule_document(run, document), rule_date(run, validity->to));
        rule_fact(run, finding, &validity->node, "from", "it is valid from %s",
                  rule_date(run, validity->from));
        finding_hint(finding, "are from and to mixed up?");
    }
}

void check_validity_before_adoption(struct rule_run *run)
{
    const struct list *documents = &run->summit->documents->documents;
    struct dated adopted;

    for (const struct node *n = documents->first; n != NULL; n = n->next) {
        const struct document *document = (const struct document *)n;
        const struct validity *validity = document->validity;
        if (validity == NULL || !rule_given(run, &validity->node, "from") ||
            !query_adopted(run, document, &adopted) ||
            validity->from.year >= adopted.date.year)
            continue;
        struct cis_finding *finding = rule_emit(run, &validity->node, "from");
        finding_say(
            finding, "%s is valid from %s, before the year of its adoption",
            rule_document(run, document), rule_date(run, validity->from));
        rule_fact(run, finding, adopted.node, adopted.attribute,
                  "the day of adoption is %s", rule_date(run, adopted.date));
    }
}

void check_announced_after_the_fact(struct rule_run *run)
{
    const struct summit *summit = run->summit;
    const struct dates *dates = summit->dates;

    if (!rule_given(run, &summit->node, "status") ||
        !rule_given(run, &summit->node, "recorded") ||
        !rule_given(run, &dates->node, "end") ||
        summit->status != RECORD_ANNOUNCED ||
        date_before(dates->end, summit->recorded) != TRUTH_YES)
        return;
    struct cis_finding *finding = rule_emit(run, &summit->node, "status");
    finding_say(finding,
                "the record says 'announced', and was made after the summit");
    rule_fact(run, finding, &summit->node, "recorded", "the record is of %s",
              rule_date(run, summit->recorded));
    rule_fact(run, finding, &dates->node, "end", "the summit ends on %s",
              rule_date(run, dates->end));
    finding_hint(finding, "did you mean 'held'?");
}

void check_held_before_the_fact(struct rule_run *run)
{
    const struct summit *summit = run->summit;
    const struct dates *dates = summit->dates;

    if (!rule_given(run, &summit->node, "status") ||
        !rule_given(run, &summit->node, "recorded") ||
        !rule_given(run, &dates->node, "start") ||
        summit->status != RECORD_HELD ||
        date_before(summit->recorded, dates->start) != TRUTH_YES)
        return;
    struct cis_finding *finding = rule_emit(run, &summit->node, "status");
    finding_say(finding,
                "the record says 'held', and was made before the summit");
    rule_fact(run, finding, &summit->node, "recorded", "the record is of %s",
              rule_date(run, summit->recorded));
    rule_fact(run, finding, &dates->node, "start", "the summit starts on %s",
              rule_date(run, dates->start));
    finding_hint(finding, "did you mean 'announced'?");
}

/* Whether @of contradicts the day that the registry has of the event. */
static bool contradicts_event(struct rule_run *run,
                              const struct anniversary *anniversary)
{
    const struct reg_event *event =
        registry_event(run->registry, anniversary->event);

    if (event == NULL ||
        (date_before(event->on, anniversary->of) != TRUTH_YES &&
         date_before(anniversary->of, event->on) != TRUTH_YES))
        return false;
    struct cis_finding *finding = rule_emit(run, &anniversary->node, "of");
    finding_say(finding, "'%s' was not %s", rule_quote(run, anniversary->event),
                rule_when(run, anniversary->of));
    rule_source(run, finding, event->source, "%s was %s",
                rule_quote(run, reg_name(&event->names)),
                rule_when(run, event->on));
    finding_hint(finding, "did you mean '%s'?", rule_date(run, event->on));
    return true;
}

static void count_years(struct rule_run *run,
                        const struct anniversary *anniversary)
{
    int years = anniversary->on.year - anniversary->of.year;

    if (anniversary->ordinal == years)
        return;
    struct cis_finding *finding = rule_emit(run, &anniversary->node, "ordinal");
    finding_say(finding, "from %s to %s %s, not %d",
                rule_date(run, anniversary->of),
                rule_date(run, anniversary->on),
                years == 1 ? "is 1 year"
                           : arena_format(run->arena, "are %d years", years),
                (int)anniversary->ordinal);
    rule_fact(run, finding, &anniversary->node, "of", "the event was %s",
              rule_when(run, anniversary->of));
    rule_fact(run, finding, &anniversary->node, "on", "the anniversary is %s",
              rule_when(run, anniversary->on));
    if (years > 0)
        finding_hint(finding, "did you mean '%d'?", years);
}

void check_anniversary_miscounted(struct rule_run *run)
{
    const struct list *all = &run->summit->anniversaries->anniversaries;

    for (const struct node *n = all->first; n != NULL; n = n->next) {
        const struct anniversary *anniversary = (const struct anniversary *)n;
        if (!rule_given(run, n, "of") || contradicts_event(run, anniversary))
            continue;
        if (rule_given(run, n, "on") && rule_given(run, n, "ordinal"))
            count_years(run, anniversary);
    }
}

void check_next_session_not_later(struct rule_run *run)
{
    const struct dates *dates = run->summit->dates;

    if (!rule_given(run, &dates->node, "session"))
        return;
    for (const struct node *n = run->summit->next.first; n; n = n->next) {
        const struct next_session *next = (const struct next_session *)n;
        if (!rule_given(run, n, "date") ||
            date_not_after(next->date, dates->session) != TRUTH_YES)
            continue;
        struct cis_finding *finding = rule_emit(run, n, "date");
        finding_say(finding, "the next session, %s, is not after this one",
                    rule_date(run, next->date));
        rule_fact(run, finding, &dates->node, "session",
                  "this session is on %s", rule_date(run, dates->session));
    }
}

static void appointment_dates(struct rule_run *run,
                              const struct appointment *appointment)
{
    const struct dates *dates = run->summit->dates;
    const struct node *node = &appointment->node;
    struct cis_finding *finding;

    if (rule_given(run, node, "from") && rule_given(run, node, "to") &&
        date_before(appointment->to, appointment->from) == TRUTH_YES) {
        finding = rule_emit(run, node, "to");
        finding_say(finding, "the term ends %s, before it begins",
                    rule_when(run, appointment->to));
        rule_fact(run, finding, node, "from", "it begins %s",
                  rule_when(run, appointment->from));
        finding_hint(finding, "are from and to mixed up?");
    } else if (rule_given(run, node, "from") && dates != NULL &&
               rule_given(run, &dates->node, "start") &&
               date_before(appointment->from, dates->start) == TRUTH_YES) {
        finding = rule_emit(run, node, "from");
        finding_say(finding,
                    "the term begins %s, before the summit that decides",
                    rule_when(run, appointment->from));
        rule_fact(run, finding, &dates->node, "start",
                  "the summit starts on %s", rule_date(run, dates->start));
    }
}

void check_appointment_reversed(struct rule_run *run)
{
    const struct list *all = &run->summit->appointments->appointments;

    for (const struct node *n = all->first; n != NULL; n = n->next)
        appointment_dates(run, (const struct appointment *)n);
}

static void signature_dates(struct rule_run *run,
                            const struct document *document)
{
    for (const struct node *n = document->signatures.first; n; n = n->next) {
        const struct signature *signature = (const struct signature *)n;
        if (!rule_given(run, n, "date") ||
            date_before(signature->date, document->date) != TRUTH_YES)
            continue;
        struct cis_finding *finding = rule_emit(run, n, "date");
        finding_say(finding, "%s signed on %s, before the adoption",
                    rule_state(run, signature->state),
                    rule_date(run, signature->date));
        rule_fact(run, finding, &document->node, "date", "%s is of %s",
                  rule_document(run, document), rule_date(run, document->date));
    }
}

void check_signed_before_adoption(struct rule_run *run)
{
    const struct list *documents = &run->summit->documents->documents;

    for (const struct node *n = documents->first; n != NULL; n = n->next)
        if (rule_given(run, n, "date"))
            signature_dates(run, (const struct document *)n);
}

void check_session_outside_span(struct rule_run *run)
{
    const struct dates *dates = run->summit->dates;

    if (!rule_given(run, &dates->node, "session") ||
        span_holds(summit_span(run), dates->session) != TRUTH_NO)
        return;
    struct cis_finding *finding = rule_emit(run, &dates->node, "session");
    finding_say(finding, "the session is on %s, outside the summit",
                rule_date(run, dates->session));
    bound_fact(run, finding, dates->session);
}
