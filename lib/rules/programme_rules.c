/* M: the programme, as far as days and times are known. */
/* SPDX-License-Identifier: MIT */
#include "rules/checks.h"
#include "rules/query.h"

#include <stdlib.h>
#include <string.h>

/* Whether an event surely begins before another. */
static bool begins_before(const struct event *a, const struct event *b)
{
    if (!date_given(a->date) || !date_given(b->date))
        return false;
    if (!date_same(a->date, b->date))
        return date_before(a->date, b->date) == TRUTH_YES;
    return a->start != NUMBER_ABSENT && b->start != NUMBER_ABSENT &&
           a->start < b->start;
}

/* "09:30" */
static const char *clock_time(struct rule_run *run, int64_t seconds)
{
    return arena_format(run->arena, "%02d:%02d", (int)(seconds / 3600),
                        (int)(seconds / 60 % 60));
}

/* "on 2024-10-08 at 09:30", as far as it is known. */
static const char *beginning(struct rule_run *run, const struct event *event)
{
    const char *day = rule_when(run, event->date);

    return event->start == NUMBER_ABSENT
               ? day
               : arena_format(run->arena, "%s at %s", day,
                              clock_time(run, event->start));
}

/* "narrow session", as one says it. */
static const char *kind(struct rule_run *run, const struct event *event)
{
    const char *word = rule_word(run, "eventKind", event->kind);
    char *words = arena_new(run->arena, strlen(word) + 1);

    for (size_t i = 0; words != NULL && word[i] != '\0'; i++)
        words[i] = word[i] == '-' ? ' ' : word[i];
    return words != NULL ? words : "";
}

/* The different states of an event's parties, two of them by name. */
struct parties {
    struct str first, second;
    size_t count; /* 3 for more than two */
    bool unknown; /* somebody's state is not known */
};

static void count_states(struct rule_run *run, const struct event *event,
                         struct parties *parties)
{
    *parties = (struct parties){0};
    for (const struct node *n = event->parties.first; n; n = n->next) {
        const struct person *person =
            query_person(run, n, "ref", ((const struct person_ref *)n)->ref);
        if (person == NULL || !rule_given(run, &person->node, "state")) {
            parties->unknown = true;
        } else if (parties->count == 0) {
            parties->first = person->state;
            parties->count = 1;
        } else if (parties->count == 1 &&
                   !str_equal(person->state, parties->first)) {
            parties->second = person->state;
            parties->count = 2;
        } else if (parties->count == 2 &&
                   !str_equal(person->state, parties->first) &&
                   !str_equal(person->state, parties->second)) {
            parties->count = 3;
        }
    }
}

void check_bilateral_not_between_two(struct rule_run *run)
{
    const struct list *events = &run->summit->programme->events;
    struct parties parties;

    for (const struct node *n = events->first; n != NULL; n = n->next) {
        const struct event *event = (const struct event *)n;
        if (!rule_given(run, n, "kind") || event->kind != EVENT_BILATERAL ||
            !rule_whole(run, n))
            continue;
        count_states(run, event, &parties);
        if (parties.count == 2 || (parties.unknown && parties.count < 3))
            continue;
        struct cis_finding *finding = rule_emit(run, n, "kind");
        finding_say(finding, "a 'bilateral' is between two states, and %s",
                    parties.count == 0   ? "no party is named"
                    : parties.count == 1 ? "its parties are of one alone"
                                         : "its parties are of more than two");
        for (const struct node *p = event->parties.first; p; p = p->next) {
            const struct person *person =
                index_person(run->index, ((const struct person_ref *)p)->ref);
            if (person != NULL && person->state.at != NULL)
                rule_fact(run, finding, p, "ref", "%s is of %s",
                          rule_person(run, person),
                          rule_state(run, person->state));
        }
    }
}

/* Each event is compared with the one before it, so that one wrong day is
 * one finding. */
void check_programme_out_of_order(struct rule_run *run)
{
    const struct list *events = &run->summit->programme->events;
    const struct event *last = NULL;

    for (const struct node *n = events->first; n != NULL; n = n->next) {
        const struct event *event = (const struct event *)n;
        if (!rule_given(run, n, "date"))
            continue;
        if (last != NULL && begins_before(event, last)) {
            const char *by =
                date_same(event->date, last->date) ? "start" : "date";
            struct cis_finding *finding = rule_emit(run, n, by);
            finding_say(finding, "the %s %s stands after a later event",
                        kind(run, event), beginning(run, event));
            rule_fact(run, finding, &last->node, by, "the %s here is %s",
                      kind(run, last), beginning(run, last));
        }
        if (last == NULL || event->start != NUMBER_ABSENT ||
            !date_same(event->date, last->date))
            last = event;
    }
}

/* Somebody at an event whose day and beginning are known. */
struct visit {
    struct str person;
    const struct event *event;
    const struct node *reference;
};

/* When the visit begins and ends, in seconds since 1970; an unknown end is
 * the beginning. A reception may run past midnight. */
static int64_t begins(const struct visit *visit)
{
    return date_first_day(visit->event->date) * 86400 + visit->event->start;
}

static int64_t ends(const struct visit *visit)
{
    const struct event *event = visit->event;
    int64_t day = date_first_day(event->date) * 86400;

    if (event->end == NUMBER_ABSENT)
        return begins(visit);
    return day + event->end + (event->end < event->start ? 86400 : 0);
}

static int compare_visits(const void *left, const void *right)
{
    const struct visit *a = left;
    const struct visit *b = right;
    int order = str_compare(a->person, b->person);

    if (order != 0)
        return order;
    if (begins(a) != begins(b))
        return begins(a) < begins(b) ? -1 : 1;
    return (a->reference->tag > b->reference->tag) -
           (a->reference->tag < b->reference->tag);
}

static bool timed(const struct event *event)
{
    return date_given(event->date) && event->start != NUMBER_ABSENT &&
           (event->end == NUMBER_ABSENT || event->end >= event->start ||
            event->kind == EVENT_RECEPTION);
}

static struct visit *all_visits(struct rule_run *run, size_t *count)
{
    struct visit *visits = NULL;
    size_t capacity = 0;

    for (const struct node *n = run->summit->programme->events.first; n;
         n = n->next) {
        const struct event *event = (const struct event *)n;
        rule_given(run, n, "date");
        rule_given(run, n, "start");
        rule_given(run, n, "end");
        const struct node *p = timed(event) ? event->parties.first : NULL;
        for (; p != NULL; p = p->next) {
            struct str id = ((const struct person_ref *)p)->ref;
            if (!rule_given(run, p, "ref"))
                continue;
            visits = arena_grow(run->arena, visits, *count, &capacity,
                                sizeof *visits);
            if (visits == NULL)
                return NULL;
            visits[(*count)++] = (struct visit){id, event, p};
        }
    }
    return visits;
}

static void emit_two_places(struct rule_run *run, const struct visit *one,
                            const struct visit *two)
{
    const struct person *person = index_person(run->index, one->person);
    struct cis_finding *finding = rule_emit(run, two->reference, "ref");

    const char *name = person != NULL ? rule_person(run, person)
                                      : rule_quote(run, one->person);
    finding_say(finding, "%s is at two events at the same time", name);
    rule_fact(run, finding, one->reference, "ref", "%s is at the %s %s", name,
              kind(run, one->event), beginning(run, one->event));
    rule_fact(run, finding, two->reference, "ref", "%s is at the %s %s", name,
              kind(run, two->event), beginning(run, two->event));
}

void check_person_in_two_places(struct rule_run *run)
{
    size_t count = 0;
    struct visit *visits = all_visits(run, &count);
    const struct visit *longest = visits;

    if (visits == NULL)
        return;
    qsort(visits, count, sizeof *visits, compare_visits);
    for (size_t i = 1; i < count; i++) {
        const struct visit *now = &visits[i];
        if (!str_equal(now->person, longest->person)) {
            longest = now;
            continue;
        }
        if (now->event != longest->event &&
            (begins(now) < ends(longest) || begins(now) == begins(longest)))
            emit_two_places(run, longest, now);
        if (ends(now) > ends(longest))
            longest = now;
    }
}

/* Whether it is of one of the kinds. Without a day and a time it is before and
 * after nothing; that the schema refused one is said. */
static bool is_of_kind(struct rule_run *run, const struct event *event,
                       unsigned one_kind, unsigned other_kind)
{
    const struct node *node = &event->node;

    if (!rule_given(run, node, "kind") ||
        (event->kind != one_kind && event->kind != other_kind))
        return false;
    rule_given(run, node, "date");
    rule_given(run, node, "start");
    return true;
}

/* The first event of that kind to begin, as far as that is sure. */
static const struct event *earliest(struct rule_run *run, unsigned of_kind)
{
    const struct event *first = NULL;

    for (const struct node *n = run->summit->programme->events.first; n;
         n = n->next) {
        const struct event *event = (const struct event *)n;
        if (is_of_kind(run, event, of_kind, of_kind) &&
            (first == NULL || begins_before(event, first)))
            first = event;
    }
    return first;
}

static void emit_before(struct rule_run *run, const struct event *event,
                        const struct event *other)
{
    struct cis_finding *finding = rule_emit(
        run, &event->node, event->start != NUMBER_ABSENT ? "start" : "date");

    finding_say(finding, "the %s, %s, begins before the %s", kind(run, event),
                beginning(run, event), kind(run, other));
    rule_fact(run, finding, &other->node,
              other->start != NUMBER_ABSENT ? "start" : "date", "the %s is %s",
              kind(run, other), beginning(run, other));
}

/* Whether the event surely begins before every one of two kinds; *first is
 * one of those. */
static bool begins_before_all(struct rule_run *run, const struct event *event,
                              unsigned one_kind, unsigned other_kind,
                              const struct event **first)
{
    *first = NULL;
    for (const struct node *n = run->summit->programme->events.first; n;
         n = n->next) {
        const struct event *other = (const struct event *)n;
        if (!is_of_kind(run, other, one_kind, other_kind))
            continue;
        if (!begins_before(event, other))
            return false;
        if (*first == NULL)
            *first = other;
    }
    return *first != NULL;
}

void check_extended_before_narrow(struct rule_run *run)
{
    const struct event *extended = earliest(run, EVENT_EXTENDED_SESSION);
    const struct event *narrow;

    if (extended != NULL &&
        begins_before_all(run, extended, EVENT_NARROW_SESSION,
                          EVENT_NARROW_SESSION, &narrow))
        emit_before(run, extended, narrow);
}

void check_signing_before_talks(struct rule_run *run)
{
    const struct event *signing = earliest(run, EVENT_SIGNING);
    const struct event *talks;

    if (signing != NULL && begins_before_all(run, signing, EVENT_NARROW_SESSION,
                                             EVENT_EXTENDED_SESSION, &talks))
        emit_before(run, signing, talks);
}

void check_event_ends_before_it_starts(struct rule_run *run)
{
    const struct list *events = &run->summit->programme->events;

    for (const struct node *n = events->first; n != NULL; n = n->next) {
        const struct event *event = (const struct event *)n;
        if (!rule_given(run, n, "start") || !rule_given(run, n, "end") ||
            !rule_given(run, n, "kind") || event->kind == EVENT_RECEPTION ||
            event->end >= event->start)
            continue;
        struct cis_finding *finding = rule_emit(run, n, "end");
        finding_say(finding, "the %s ends at %s, before it starts",
                    kind(run, event), clock_time(run, event->end));
        rule_fact(run, finding, n, "start", "it starts at %s",
                  clock_time(run, event->start));
        finding_hint(finding, "are start and end mixed up?");
    }
}

void check_party_not_at_summit(struct rule_run *run)
{
    const struct list *events = &run->summit->programme->events;
    struct attendance attendance;

    query_attendance(run, &attendance);
    for (const struct node *n = events->first; n != NULL; n = n->next) {
        const struct event *event = (const struct event *)n;
        for (const struct node *p = event->parties.first; p; p = p->next) {
            const struct person *person = query_person(
                run, p, "ref", ((const struct person_ref *)p)->ref);
            if (person == NULL || attendance_expects(&attendance, person) ||
                !rule_whole(run, &person->node) ||
                !rule_whole(run, &run->summit->delegations->node))
                continue;
            struct cis_finding *finding = rule_emit(run, p, "ref");
            finding_say(finding,
                        "%s takes part in the %s, and is not among "
                        "the participants of the summit",
                        rule_person(run, person), kind(run, event));
            rule_fact(run, finding, &run->summit->delegations->node, NULL,
                      "the 'delegations' list the participants");
            finding_hint(finding, "add a member to a delegation, or a "
                                  "representative");
        }
    }
}

/* The reception of a day that begins first, by day. */
static void put_receptions(struct rule_run *run, struct map *days)
{
    for (struct node *n = run->summit->programme->events.first; n;
         n = n->next) {
        const struct event *event = (const struct event *)n;
        if (is_of_kind(run, event, EVENT_RECEPTION, EVENT_RECEPTION) &&
            date_given(event->date) && event->start != NUMBER_ABSENT)
            map_put(days, run->arena, str_of(rule_date(run, event->date)), n);
    }
}

void check_reception_not_last(struct rule_run *run)
{
    const struct list *events = &run->summit->programme->events;
    struct map days = {NULL, 0};

    put_receptions(run, &days);
    for (const struct node *n = events->first; n != NULL; n = n->next) {
        const struct event *event = (const struct event *)n;
        if (!rule_given(run, n, "date") || !rule_given(run, n, "start") ||
            days.count == 0 || event->kind == 0 ||
            event->kind == EVENT_RECEPTION || event->kind == EVENT_BRIEFING ||
            event->kind == EVENT_AWARD_CEREMONY)
            continue;
        const struct event *reception =
            map_get(&days, str_of(rule_date(run, event->date)));
        if (reception == NULL || !begins_before(reception, event))
            continue;
        struct cis_finding *finding = rule_emit(run, n, "start");
        finding_say(finding, "the %s %s begins after the reception",
                    kind(run, event), beginning(run, event));
        rule_fact(run, finding, &reception->node, "start",
                  "the reception is %s", beginning(run, reception));
    }
}
