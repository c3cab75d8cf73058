/* P: who presides, for how long, and who comes next. */
/* SPDX-License-Identifier: MIT */
#include "rules/checks.h"
#include "rules/query.h"

/* Whether both are given; a missing one is said. */
static bool stands(struct rule_run *run)
{
    return rule_given(run, &run->summit->presidency->node, "state") &&
           rule_given(run, &run->summit->dates->node, "session");
}

void check_wrong_presiding_state(struct rule_run *run)
{
    const struct presidency *presidency = run->summit->presidency;
    struct cis_date session = rule_session(run);
    const struct reg_term *term;

    if (!stands(run) || registry_presides(run->registry, presidency->state,
                                          session, &term) != TRUTH_NO)
        return;
    struct cis_finding *finding = rule_emit(run, &presidency->node, "state");
    finding_say(finding, "%s does not preside on %s",
                rule_state(run, presidency->state), rule_date(run, session));
    query_term_fact(run, finding, term);
    query_session_fact(run, finding);
    finding_hint(finding, "did you mean '%s'?", rule_quote(run, term->state));
}

/* Two dates contradict each other when they share no day. */
static bool contradict(struct cis_date a, struct cis_date b)
{
    return date_before(a, b) == TRUTH_YES || date_before(b, a) == TRUTH_YES;
}

/* Whether some term of the state that may hold the day has such dates. */
static bool dates_fit(struct rule_run *run)
{
    const struct presidency *presidency = run->summit->presidency;
    const struct registry *registry = run->registry;

    for (const struct reg_term *term = registry_term(registry, NULL); term;
         term = registry_term(registry, term))
        if (str_equal(term->state, presidency->state) &&
            registry_holds(registry, term->span, rule_session(run)) !=
                TRUTH_NO &&
            !contradict(term->span.from, presidency->from) &&
            !contradict(term->span.to, presidency->to))
            return true;
    return false;
}

void check_term_dates_differ(struct rule_run *run)
{
    const struct presidency *presidency = run->summit->presidency;
    const struct node *node = &presidency->node;
    const struct reg_term *term;

    rule_given(run, node, "from");
    rule_given(run, node, "to");
    if (!stands(run) || (term = query_own_term(run)) == NULL || dates_fit(run))
        return;
    bool from = contradict(term->span.from, presidency->from);
    struct cis_finding *finding = rule_emit(run, node, from ? "from" : "to");
    finding_say(
        finding, "%s presides %s, not %s", rule_state(run, presidency->state),
        rule_span(run, term->span),
        rule_span(run, (struct span){presidency->from, presidency->to}));
    query_term_fact(run, finding, term);
    finding_hint(finding, "did you mean '%s'?",
                 rule_date(run, from ? term->span.from : term->span.to));
}

/* Whether a term after the given one, variants included, is the state's. */
static bool may_follow(struct rule_run *run, const struct reg_term *next,
                       struct str state)
{
    const struct registry *registry = run->registry;

    for (const struct reg_term *term = registry_term(registry, NULL); term;
         term = registry_term(registry, term))
        if (str_equal(term->state, state) &&
            !contradict(term->span.from, next->span.from))
            return true;
    return false;
}

void check_wrong_successor(struct rule_run *run)
{
    const struct successor *successor = run->summit->presidency->successor;
    const struct reg_term *term;
    const struct reg_term *next;

    if (successor == NULL || !stands(run) ||
        !rule_given(run, &successor->node, "state") ||
        (term = query_own_term(run)) == NULL ||
        (next = registry_next_term(run->registry, term)) == NULL ||
        may_follow(run, next, successor->state))
        return;
    struct cis_finding *finding = rule_emit(run, &successor->node, "state");
    finding_say(finding, "%s does not follow %s",
                rule_state(run, successor->state),
                rule_state(run, term->state));
    query_term_fact(run, finding, term);
    query_term_fact(run, finding, next);
    finding_hint(finding, "did you mean '%s'?", rule_quote(run, next->state));
}

void check_gap_or_overlap(struct rule_run *run)
{
    const struct presidency *presidency = run->summit->presidency;
    const struct successor *successor = presidency->successor;

    if (successor == NULL || !rule_given(run, &presidency->node, "to") ||
        !rule_given(run, &successor->node, "from"))
        return;
    bool gap =
        date_first_day(successor->from) > date_last_day(presidency->to) + 1;
    if (!gap &&
        date_last_day(successor->from) >= date_first_day(presidency->to))
        return;
    struct cis_finding *finding = rule_emit(run, &successor->node, "from");
    finding_say(finding, "the terms of %s and %s %s",
                rule_state(run, presidency->state),
                rule_state(run, successor->state),
                gap ? "leave a gap" : "overlap");
    rule_fact(run, finding, &presidency->node, "to", "the term ends %s",
              rule_when(run, presidency->to));
    rule_fact(run, finding, &successor->node, "from", "the next term begins %s",
              rule_when(run, successor->from));
}

/* Whether the state is among the co-chairs, or a refused one may be it. */
static bool may_cochair(struct rule_run *run, struct str state)
{
    const struct presidency *presidency = run->summit->presidency;

    for (const struct node *n = presidency->cochairs.first; n; n = n->next)
        if (!rule_given(run, n, "state") ||
            str_equal(((const struct state_ref *)n)->state, state))
            return true;
    return false;
}

void check_chair_from_elsewhere(struct rule_run *run)
{
    const struct presidency *presidency = run->summit->presidency;
    const struct person *chair =
        query_person(run, &presidency->node, "chair", presidency->chair);

    if (chair == NULL || !rule_given(run, &chair->node, "state") ||
        !rule_given(run, &presidency->node, "state") ||
        str_equal(chair->state, presidency->state) ||
        may_cochair(run, chair->state) || !rule_whole(run, &presidency->node))
        return;
    struct cis_finding *finding = rule_emit(run, &presidency->node, "chair");
    finding_say(finding, "%s, who is of %s, chairs for %s",
                rule_person(run, chair), rule_state(run, chair->state),
                rule_state(run, presidency->state));
    rule_fact(run, finding, &chair->node, "state", "%s is of %s",
              rule_person(run, chair), rule_state(run, chair->state));
    rule_fact(run, finding, &presidency->node, "state", "%s presides",
              rule_state(run, presidency->state));
}

void check_session_outside_term(struct rule_run *run)
{
    const struct presidency *presidency = run->summit->presidency;
    struct cis_date session = rule_session(run);
    bool before = date_before(session, presidency->from) == TRUTH_YES;
    bool after = date_before(presidency->to, session) == TRUTH_YES;

    if (!rule_given(run, &run->summit->dates->node, "session") ||
        (!rule_given(run, &presidency->node, "from") && !after) ||
        (!rule_given(run, &presidency->node, "to") && !before) ||
        (!before && !after))
        return;
    const char *bound = before ? "from" : "to";
    struct cis_finding *finding = rule_emit(run, &presidency->node, bound);
    finding_say(
        finding, "the session on %s is outside the term, %s",
        rule_date(run, session),
        rule_span(run, (struct span){presidency->from, presidency->to}));
    query_session_fact(run, finding);
}

void check_presiding_state_not_participating(struct rule_run *run)
{
    const struct presidency *presidency = run->summit->presidency;
    struct cis_date session = rule_session(run);

    if (!stands(run) ||
        registry_standing(run->registry, presidency->state, session,
                          membership_participates) != TRUTH_NO)
        return;
    struct cis_finding *finding = rule_emit(run, &presidency->node, "state");
    finding_say(finding, "%s presides, and does not participate on %s",
                rule_state(run, presidency->state), rule_date(run, session));
    query_standing_facts(run, finding, presidency->state);
    query_session_fact(run, finding);
}

/* The term that surely holds the session, whoever presides; or NULL. */
static const struct reg_term *session_term(struct rule_run *run)
{
    const struct registry *registry = run->registry;

    for (const struct reg_term *term = registry_term(registry, NULL); term;
         term = registry_term(registry, term))
        if (term->variant.at == NULL &&
            registry_holds(registry, term->span, rule_session(run)) ==
                TRUTH_YES)
            return term;
    return NULL;
}

void check_presidency_missing(struct rule_run *run)
{
    const struct summit *summit = run->summit;
    const struct reg_term *term;

    if (summit->presidency != NULL || !rule_whole(run, &summit->node) ||
        !rule_given(run, &summit->dates->node, "session") ||
        (term = session_term(run)) == NULL)
        return;
    struct cis_finding *finding = rule_emit(run, &summit->node, NULL);
    finding_say(finding, "the record does not say who presides");
    query_term_fact(run, finding, term);
    query_session_fact(run, finding);
    finding_hint(finding, "add presidency with state, from and to");
}
