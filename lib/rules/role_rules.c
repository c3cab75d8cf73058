/* R: people, their roles and offices, and the delegations. */
/* SPDX-License-Identifier: MIT */
#include "rules/checks.h"
#include "rules/query.h"
#include "rules/twins.h"

/* The key of an appointment in a map: person and office. */
static struct str appointment_key(struct rule_run *run, struct str person,
                                  struct str office)
{
    return str_of(arena_format(run->arena, "%.*s %.*s", STR_ARGS(person),
                               STR_ARGS(office)));
}

/*
 * Who is appointed here may be named with the new office already, unless it
 * begins after the session.
 */
static void put_appointments(struct rule_run *run, struct map *appointed)
{
    const struct appointments *all = run->summit->appointments;
    struct node *node = all != NULL ? all->appointments.first : NULL;
    struct cis_date session = rule_session(run);

    for (; node != NULL; node = node->next) {
        const struct appointment *appointment =
            (const struct appointment *)node;
        if (appointment->action != ACTION_RELEASE &&
            date_before(session, appointment->from) != TRUTH_YES)
            map_put(
                appointed, run->arena,
                appointment_key(run, appointment->person, appointment->office),
                node);
    }
}

/* When else the person held the office, if the registry knows. */
static void name_other_terms(struct rule_run *run, struct cis_finding *finding,
                             const struct reg_office *office,
                             const struct person *person)
{
    for (const struct node *n = office->holders.first; n; n = n->next) {
        const struct reg_holder *holder = (const struct reg_holder *)n;
        if (query_match(person, holder).match == NAME_SAME)
            rule_source(run, finding, holder->source, "%s held it %s",
                        rule_quote(run, reg_name(&holder->names)),
                        rule_span(run, holder->span));
    }
}

static void emit_not_held(struct rule_run *run, const struct person *person,
                          const struct reg_office *office)
{
    const struct dates *dates = run->summit->dates;
    struct cis_finding *finding = rule_emit(
        run, &person->node, person->office.at != NULL ? "office" : "role");

    finding_say(finding, "%s was not %s on %s", rule_person(run, person),
                rule_quote(run, reg_name(&office->names)),
                rule_date(run, dates->session));
    query_name_holders(run, finding, office, dates->session);
    name_other_terms(run, finding, office, person);
    rule_fact(run, finding, &dates->node, "session", "the session is on %s",
              rule_date(run, dates->session));
}

void check_office_not_held(struct rule_run *run)
{
    struct cis_date session = rule_session(run);
    struct map appointed = {NULL, 0};
    struct holders holders;

    if (!rule_given(run, &run->summit->dates->node, "session"))
        return;
    put_appointments(run, &appointed);
    for (const struct node *n = run->summit->people->persons.first; n;
         n = n->next) {
        const struct person *person = (const struct person *)n;
        const struct reg_office *office = query_office(run, person);
        if (office != NULL &&
            query_holders(run, office, session, person, &holders) &&
            holders_exclude(&holders, office) &&
            map_get(&appointed, appointment_key(run, person->id, office->id)) ==
                NULL)
            emit_not_held(run, person, office);
    }
}

void check_name_differs_from_registry(struct rule_run *run)
{
    struct cis_date session = rule_session(run);
    struct holders holders;

    if (!rule_given(run, &run->summit->dates->node, "session"))
        return;
    for (const struct node *n = run->summit->people->persons.first; n;
         n = n->next) {
        const struct person *person = (const struct person *)n;
        const struct reg_office *office = query_office(run, person);
        if (office == NULL ||
            !query_holders(run, office, session, person, &holders) ||
            holders.best.match != NAME_CLOSE)
            continue;
        const char *known = rule_quote(run, holders.best.known);
        struct cis_finding *finding =
            rule_emit(run, &holders.best.own->node, NULL);
        finding_say(finding, "'%s' is nearly the name of the %s, not quite",
                    rule_quote(run, holders.best.own->value),
                    rule_quote(run, reg_name(&office->names)));
        rule_source(run, finding, holders.nearest->source, "%s held it %s",
                    rule_quote(run, reg_name(&holders.nearest->names)),
                    rule_span(run, holders.nearest->span));
        finding_hint(finding, "did you mean '%s'?", known);
    }
}

void check_role_needs_state(struct rule_run *run)
{
    const struct list *persons = &run->summit->people->persons;

    for (const struct node *n = persons->first; n != NULL; n = n->next) {
        const struct person *person = (const struct person *)n;
        if (!rule_given(run, n, "role") || !role_of_state(person->role) ||
            rule_given(run, n, "state") || !rule_whole(run, n))
            continue;
        struct cis_finding *finding = rule_emit(run, n, "role");
        finding_say(finding, "'%s' is a role of a state, and '%s' has none",
                    rule_word(run, "role", person->role),
                    rule_quote(run, person->id));
        finding_hint(finding, "add the attribute state, such as state=\"KZ\"");
    }
}

void check_role_needs_body(struct rule_run *run)
{
    const struct list *persons = &run->summit->people->persons;

    for (const struct node *n = persons->first; n != NULL; n = n->next) {
        const struct person *person = (const struct person *)n;
        if (!rule_given(run, n, "role") || !role_of_body(person->role) ||
            rule_given(run, n, "body") || !rule_whole(run, n))
            continue;
        struct cis_finding *finding = rule_emit(run, n, "role");
        finding_say(finding, "'%s' is a role of a body, and '%s' has none",
                    rule_word(run, "role", person->role),
                    rule_quote(run, person->id));
        finding_hint(finding,
                     "add the attribute body with a registry id, such as "
                     "body=\"excom\"");
    }
}

/* The people of a record who hold one office. */
struct claims {
    const struct reg_office *office;
    const struct person *first;
    size_t count;
};

/* How many may hold the office on the session day: its seats, or more where
 * holders change on that day or sources disagree. */
static size_t holders_allowed(struct rule_run *run,
                              const struct reg_office *office)
{
    size_t seats = office_seats(office);
    size_t known = 0;

    for (const struct node *n = office->holders.first; n; n = n->next)
        if (registry_holds(run->registry, ((const struct reg_holder *)n)->span,
                           rule_session(run)) != TRUTH_NO)
            known++;
    return known > seats ? known : seats;
}

static void claim(struct rule_run *run, struct claims *claims,
                  const struct person *person)
{
    const struct reg_office *office = claims->office;

    if (++claims->count <= holders_allowed(run, office))
        return;
    struct cis_finding *finding = rule_emit(
        run, &person->node, person->office.at != NULL ? "office" : "role");
    finding_say(finding, "%s is one too many as %s", rule_person(run, person),
                rule_quote(run, reg_name(&office->names)));
    rule_fact(run, finding, &claims->first->node, NULL, "%s is it, too",
              rule_person(run, claims->first));
    finding_hint(finding, "the role and office are the ones held on the day "
                          "of the session");
}

/* The office that the person may hold; who surely does not is R001. */
static const struct reg_office *claimed_office(struct rule_run *run,
                                               const struct person *person)
{
    const struct reg_office *office = query_office(run, person);
    struct holders holders;

    return office == NULL ||
                   !query_holders(run, office, rule_session(run), person,
                                  &holders) ||
                   holders_exclude(&holders, office)
               ? NULL
               : office;
}

void check_office_claimed_twice(struct rule_run *run)
{
    const struct person **twins = query_twins(run);
    struct map offices = {NULL, 0};

    for (const struct node *n = run->summit->people->persons.first;
         n != NULL && twins != NULL; n = n->next, twins++) {
        const struct person *person = (const struct person *)n;
        const struct reg_office *office = claimed_office(run, person);
        struct claims *claims =
            office != NULL ? map_get(&offices, office->id) : NULL;
        if (office == NULL || *twins != NULL) /* that is R011 */
            continue;
        if (claims == NULL) {
            claims = arena_new(run->arena, sizeof *claims);
            if (claims == NULL)
                return;
            *claims = (struct claims){office, person, 0};
            map_put(&offices, run->arena, office->id, claims);
        }
        claim(run, claims, person);
    }
}

void check_unknown_office(struct rule_run *run)
{
    const struct list *persons = &run->summit->people->persons;

    for (const struct node *n = persons->first; n != NULL; n = n->next)
        query_office_known(run, n, ((const struct person *)n)->office);
}

void check_person_twice(struct rule_run *run)
{
    const struct person **twins = query_twins(run);

    for (const struct node *n = run->summit->people->persons.first;
         n != NULL && twins != NULL; n = n->next, twins++) {
        if (*twins == NULL)
            continue;
        struct cis_finding *finding = rule_emit(run, n, NULL);
        finding_say(finding, "%s is in the record twice",
                    rule_person(run, (const struct person *)n));
        rule_fact(run, finding, &(*twins)->node, NULL, "%s is here, too",
                  rule_person(run, *twins));
        finding_hint(finding, "someone with several posts is one person; "
                              "further posts are titles");
    }
}
