/* A: appointments and awards. In office is who was so the day before. */
/* SPDX-License-Identifier: MIT */
#include "rules/checks.h"
#include "rules/query.h"

static struct cis_date day_before(struct cis_date day)
{
    return date_from_days(date_first_day(day) - 1);
}

/* What the registry has to say of an appointee on the eve of the session;
 * false where something is not known. */
struct appointee {
    const struct person *person;
    const struct reg_office *office;
    struct cis_date eve;
    struct holders holders;
};

static bool look_up(struct rule_run *run, const struct appointment *appointment,
                    unsigned action, struct appointee *appointee)
{
    const struct node *node = &appointment->node;
    const struct dates *dates = run->summit->dates;

    if (!rule_given(run, node, "action") || appointment->action != action ||
        !rule_given(run, &dates->node, "session") ||
        !rule_given(run, node, "office"))
        return false;
    appointee->eve = day_before(dates->session);
    appointee->person = query_person(run, node, "person", appointment->person);
    appointee->office = registry_office(run->registry, appointment->office);
    return appointee->person != NULL && appointee->office != NULL &&
           query_holders(run, appointee->office, appointee->eve,
                         appointee->person, &appointee->holders);
}

void check_extends_non_incumbent(struct rule_run *run)
{
    const struct list *all = &run->summit->appointments->appointments;
    struct appointee who;

    for (const struct node *n = all->first; n != NULL; n = n->next) {
        if (!look_up(run, (const struct appointment *)n, ACTION_EXTEND, &who) ||
            !holders_exclude(&who.holders, who.office))
            continue;
        struct cis_finding *finding = rule_emit(run, n, "person");
        finding_say(finding, "there is no term to extend: %s was not %s on %s",
                    rule_person(run, who.person),
                    rule_quote(run, reg_name(&who.office->names)),
                    rule_date(run, who.eve));
        query_name_holders(run, finding, who.office, who.eve);
        query_session_fact(run, finding);
        finding_hint(finding, "did you mean action=\"appoint\"?");
    }
}

void check_appoints_incumbent(struct rule_run *run)
{
    const struct list *all = &run->summit->appointments->appointments;
    struct appointee who;

    for (const struct node *n = all->first; n != NULL; n = n->next) {
        if (!look_up(run, (const struct appointment *)n, ACTION_APPOINT,
                     &who) ||
            who.holders.best.match != NAME_SAME ||
            registry_holds(run->registry, who.holders.nearest->span, who.eve) !=
                TRUTH_YES)
            continue;
        const struct reg_holder *holder = who.holders.nearest;
        struct cis_finding *finding = rule_emit(run, n, "action");
        finding_say(finding, "%s is appointed, and was %s before",
                    rule_person(run, who.person),
                    rule_quote(run, reg_name(&who.office->names)));
        rule_source(run, finding, holder->source, "%s held it %s",
                    rule_quote(run, reg_name(&holder->names)),
                    rule_span(run, holder->span));
        query_session_fact(run, finding);
        finding_hint(finding, "did you mean 'extend'?");
    }
}

void check_appointment_to_unknown_office(struct rule_run *run)
{
    const struct list *all = &run->summit->appointments->appointments;

    for (const struct node *n = all->first; n != NULL; n = n->next)
        query_office_known(run, n, ((const struct appointment *)n)->office);
}

static void judge_honour(struct rule_run *run, const struct node *node,
                         struct str id)
{
    if (!rule_given(run, node, "honour") ||
        registry_honour(run->registry, id) != NULL)
        return;
    struct cis_finding *finding = rule_emit(run, node, "honour");
    finding_say(finding, "the registry knows no honour '%s'",
                rule_quote(run, id));
    query_suggest(run, finding, &run->registry->honours, id);
}

void check_unknown_honour(struct rule_run *run)
{
    const struct list *awards = &run->summit->awards->awards;

    if (run->registry->root->honours == NULL)
        return;
    for (const struct node *n = awards->first; n != NULL; n = n->next)
        judge_honour(run, n, ((const struct award *)n)->honour);
}

/* Whether the person presides over the organisation's bodies on that day:
 * the record's chair does, and nobody of a state whose turn it is not. */
static enum truth presides(struct rule_run *run, const struct person *person,
                           struct cis_date day)
{
    const struct presidency *presidency = run->summit->presidency;
    const struct reg_term *term;

    if (presidency != NULL && str_equal(presidency->chair, person->id))
        return TRUTH_YES;
    if (person->state.at == NULL)
        return TRUTH_UNKNOWN;
    return registry_presides(run->registry, person->state, day, &term);
}

/* Whether this conferrer of an honour may be the person; unknown counts. */
static bool may_confer(struct rule_run *run,
                       const struct reg_conferrer *conferrer,
                       const struct person *person, struct cis_date day)
{
    const struct reg_office *office =
        registry_office(run->registry, conferrer->office);
    struct holders holders;

    if (conferrer->body.at != NULL)
        return presides(run, person, day) != TRUTH_NO;
    if (conferrer->organisation.at != NULL)
        return person->body.at == NULL
                   ? !role_of_state(person->role)
                   : str_equal(person->body, conferrer->organisation);
    return office == NULL ||
           !query_holders(run, office, day, person, &holders) ||
           !holders_exclude(&holders, office);
}

static const char *conferrer_words(struct rule_run *run,
                                   const struct reg_conferrer *conferrer)
{
    const struct reg_office *office =
        registry_office(run->registry, conferrer->office);
    const struct reg_body *body = registry_body(run->registry, conferrer->body);
    const struct reg_organisation *organisation =
        registry_organisation(run->registry, conferrer->organisation);

    if (office != NULL)
        return arena_format(run->arena, "the %s",
                            rule_quote(run, reg_name(&office->names)));
    if (body != NULL)
        return arena_format(run->arena, "whoever presides over the %s",
                            rule_quote(run, reg_name(&body->names)));
    /* the schema has seen to it that it is there, as it is neither */
    return arena_format(run->arena, "the %s",
                        rule_quote(run, reg_name(&organisation->names)));
}

/* Who may confer the honour, and who that was on the day. */
static void conferrer_facts(struct rule_run *run, struct cis_finding *finding,
                            const struct reg_honour *honour,
                            const struct reg_conferrer *conferrer,
                            struct cis_date day)
{
    const struct reg_office *office =
        registry_office(run->registry, conferrer->office);
    const struct reg_term *term = NULL;

    rule_source(run, finding, honour->source, "it is conferred by %s",
                conferrer_words(run, conferrer));
    if (office != NULL)
        query_name_holders(run, finding, office, day);
    else if (conferrer->body.at != NULL)
        registry_presides(run->registry, (struct str){NULL, 0}, day, &term);
    if (term != NULL)
        query_term_fact(run, finding, term);
}

static void judge_conferrer(struct rule_run *run, const struct award *award,
                            struct cis_date day)
{
    const struct reg_honour *honour =
        registry_honour(run->registry, award->honour);
    const struct person *person = index_person(run->index, award->conferred_by);

    if (honour == NULL || person == NULL || !rule_whole(run, &person->node))
        return;
    for (const struct node *n = honour->conferrers.first; n; n = n->next)
        if (may_confer(run, (const struct reg_conferrer *)n, person, day))
            return;
    struct cis_finding *finding = rule_emit(run, &award->node, "conferredBy");
    finding_say(finding, "it is not for %s to confer '%s'",
                rule_person(run, person),
                rule_quote(run, reg_name(&honour->names)));
    for (const struct node *n = honour->conferrers.first; n; n = n->next)
        conferrer_facts(run, finding, honour, (const struct reg_conferrer *)n,
                        day);
}

void check_honour_not_theirs_to_confer(struct rule_run *run)
{
    const struct list *awards = &run->summit->awards->awards;

    for (const struct node *n = awards->first; n != NULL; n = n->next) {
        const struct award *award = (const struct award *)n;
        if (rule_given(run, n, "date"))
            judge_conferrer(run, award, award->date);
        else if (rule_whole(run, n) && date_given(rule_session(run)))
            judge_conferrer(run, award, rule_session(run));
    }
}

void check_self_award(struct rule_run *run)
{
    const struct list *awards = &run->summit->awards->awards;

    for (const struct node *n = awards->first; n != NULL; n = n->next) {
        const struct award *award = (const struct award *)n;
        if (!rule_given(run, n, "recipient") ||
            !rule_given(run, n, "conferredBy") ||
            !str_equal(award->recipient, award->conferred_by))
            continue;
        const struct person *person =
            index_person(run->index, award->recipient);
        struct cis_finding *finding = rule_emit(run, n, "recipient");
        finding_say(finding, "%s confers the award, and receives it",
                    person != NULL ? rule_person(run, person)
                                   : rule_quote(run, award->recipient));
        rule_fact(run, finding, n, "conferredBy", "it is conferred by '%s'",
                  rule_quote(run, award->conferred_by));
    }
}

/* The appointments of a record to one office, as far as later ones are
 * compared with them: more than a few past its seats tell nothing new. */
enum {
    BEYOND_SEATS = 16
};

struct post {
    const struct appointment **filled;
    size_t count, capacity;
    size_t seats;
};

/* Whether a term may be over when the other begins: they may share a day, and
 * of a month that both name either day may be the one. */
static bool may_precede(const struct appointment *a,
                        const struct appointment *b)
{
    return date_given(a->to) && date_given(b->from) &&
           date_not_after(a->to, b->from) != TRUTH_NO;
}

/* Terms without dates are those that this summit decides on: not apart. */
static bool apart(const struct appointment *a, const struct appointment *b)
{
    return may_precede(a, b) || may_precede(b, a);
}

/* NULL where the registry does not know the office. */
static struct post *post_of(struct rule_run *run, struct map *posts,
                            const struct appointment *appointment)
{
    const struct reg_office *office =
        registry_office(run->registry, appointment->office);
    struct post *post = map_get(posts, appointment->office);

    if (post != NULL || office == NULL)
        return post;
    post = arena_new(run->arena, sizeof *post);
    if (post == NULL)
        return NULL;
    post->seats = office_seats(office);
    map_put(posts, run->arena, appointment->office, post);
    return post;
}

static void fill(struct rule_run *run, struct post *post,
                 const struct appointment *appointment)
{
    if (post->count >= post->seats + BEYOND_SEATS)
        return;
    post->filled = arena_grow(run->arena, post->filled, post->count,
                              &post->capacity, sizeof *post->filled);
    if (post->filled == NULL)
        post->count = 0;
    else
        post->filled[post->count++] = appointment;
}

static void judge_post(struct rule_run *run, const struct post *post,
                       const struct appointment *appointment)
{
    size_t beside = 0;

    for (size_t i = 0; i < post->count; i++)
        beside += !apart(post->filled[i], appointment);
    if (beside < post->seats)
        return;
    struct cis_finding *finding = rule_emit(run, &appointment->node, "office");
    finding_say(finding, "'%s' is filled %zu times, and has %zu seat%s",
                rule_quote(run, appointment->office), beside + 1, post->seats,
                post->seats == 1 ? "" : "s");
    for (size_t i = 0; i < post->count; i++)
        if (!apart(post->filled[i], appointment))
            rule_fact(run, finding, &post->filled[i]->node, "office",
                      "'%s' is filled here already",
                      rule_quote(run, appointment->office));
}

void check_post_filled_twice(struct rule_run *run)
{
    const struct list *all = &run->summit->appointments->appointments;
    struct map posts = {NULL, 0};

    for (const struct node *n = all->first; n != NULL; n = n->next) {
        const struct appointment *appointment = (const struct appointment *)n;
        if (!rule_given(run, n, "action") || !rule_given(run, n, "office") ||
            appointment->action == ACTION_RELEASE)
            continue;
        struct post *post = post_of(run, &posts, appointment);
        if (post == NULL)
            continue;
        judge_post(run, post, appointment);
        fill(run, post, appointment);
    }
}

/* Whether no term of so many months fits: a day more or less, and what is
 * not known of the dates, is let pass. */
static bool other_length(struct span span, int64_t months)
{
    struct cis_date first = date_from_days(date_first_day(span.from));
    struct cis_date last = date_from_days(date_last_day(span.from));
    int64_t earliest = date_first_day(date_months_later(first, months)) - 2;
    int64_t latest = date_first_day(date_months_later(last, months));

    return date_last_day(span.to) < earliest ||
           date_first_day(span.to) > latest;
}

void check_term_differs_from_practice(struct rule_run *run)
{
    const struct list *all = &run->summit->appointments->appointments;

    for (const struct node *n = all->first; n != NULL; n = n->next) {
        const struct appointment *appointment = (const struct appointment *)n;
        struct span span = {appointment->from, appointment->to};
        const struct reg_office *office =
            registry_office(run->registry, appointment->office);
        if (office == NULL || office->months == NUMBER_ABSENT ||
            !rule_given(run, n, "from") || !rule_given(run, n, "to") ||
            !other_length(span, office->months))
            continue;
        struct cis_finding *finding = rule_emit(run, n, "to");
        finding_say(finding, "the term, %s, is not of %d months",
                    rule_span(run, span), (int)office->months);
        rule_fact(run, finding, n, "from", "it begins %s",
                  rule_when(run, span.from));
        rule_source(run, finding, office->source,
                    "the terms of '%s' are mostly of %d months",
                    rule_quote(run, office->id), (int)office->months);
    }
}
