/* P: the order of the rotation, its length, and the host. */
/* SPDX-License-Identifier: MIT */
#include "rules/checks.h"
#include "rules/query.h"

/* The turn of a state in the rotation, or NULL. */
static const struct reg_turn *turn_of(const struct reg_rotation *rotation,
                                      struct str state)
{
    for (const struct node *n = rotation->turns.first; n; n = n->next)
        if (str_equal(((const struct reg_turn *)n)->state, state))
            return (const struct reg_turn *)n;
    return NULL;
}

/* Who takes the next turn after that one, round the end; NULL: nobody. */
static const struct reg_turn *next_turn(const struct reg_rotation *rotation,
                                        const struct reg_turn *turn)
{
    const struct node *n = turn->node.next;

    for (size_t left = rotation->turns.count; left > 0; left--) {
        if (n == NULL)
            n = rotation->turns.first;
        if (((const struct reg_turn *)n)->takes == FLAG_YES)
            return (const struct reg_turn *)n;
        n = n->next;
    }
    return NULL;
}

void check_rotation_broken(struct rule_run *run)
{
    const struct presidency *presidency = run->summit->presidency;
    const struct successor *successor = presidency->successor;
    const struct reg_rotation *rotation =
        registry_rotation(run->registry, rule_session(run));
    const struct reg_term *term;

    if (successor == NULL || rotation == NULL ||
        !rule_given(run, &presidency->node, "state") ||
        !rule_given(run, &successor->node, "state"))
        return;
    term = query_own_term(run);
    const struct reg_turn *turn = turn_of(rotation, presidency->state);
    const struct reg_turn *next =
        turn != NULL ? next_turn(rotation, turn) : NULL;
    if (next == NULL || str_equal(next->state, successor->state) ||
        (term != NULL && registry_next_term(run->registry, term) != NULL))
        return;
    struct cis_finding *finding = rule_emit(run, &successor->node, "state");
    finding_say(finding, "it is not the turn of %s after %s",
                rule_state(run, successor->state),
                rule_state(run, presidency->state));
    rule_source(run, finding, rotation->source,
                "after %s comes %s, among the states that take a turn",
                rule_state(run, presidency->state),
                rule_state(run, next->state));
    finding_hint(finding, "did you mean '%s'?", rule_quote(run, next->state));
}

static bool names_state(const struct list *references, struct str state)
{
    for (const struct node *n = references->first; n != NULL; n = n->next)
        if (str_equal(((const struct reg_state_ref *)n)->state, state))
            return true;
    return false;
}

void check_cochairs_not_neighbours(struct rule_run *run)
{
    const struct presidency *presidency = run->summit->presidency;
    const struct registry *registry = run->registry;
    const struct reg_term *term = query_own_term(run);

    if (term == NULL || registry_rotation(registry, rule_session(run)) == NULL)
        return;
    const struct reg_term *before = registry_previous_term(registry, term);
    const struct reg_term *after = registry_next_term(registry, term);
    if (before == NULL || after == NULL)
        return;
    for (const struct node *n = presidency->cochairs.first; n; n = n->next) {
        struct str state = ((const struct state_ref *)n)->state;
        if (!rule_given(run, n, "state") || str_equal(state, before->state) ||
            str_equal(state, after->state) ||
            names_state(&term->cochairs, state))
            continue;
        struct cis_finding *finding = rule_emit(run, n, "state");
        finding_say(finding,
                    "%s co-chairs, and presides neither before nor after",
                    rule_state(run, state));
        query_term_fact(run, finding, before);
        query_term_fact(run, finding, term);
        query_term_fact(run, finding, after);
    }
}

void check_host_not_presiding(struct rule_run *run)
{
    const struct summit *summit = run->summit;
    const struct presidency *presidency = summit->presidency;
    const struct meeting_place *place = summit->venue->place;

    if (!rule_given(run, &summit->node, "kind") ||
        summit->kind != SESSION_REGULAR || place == NULL ||
        !rule_given(run, &place->node, "state") ||
        !rule_given(run, &presidency->node, "state") ||
        str_equal(place->state, presidency->state))
        return;
    struct cis_finding *finding = rule_emit(run, &place->node, "state");
    finding_say(finding, "%s hosts the regular session, and does not preside",
                rule_state(run, place->state));
    rule_fact(run, finding, &presidency->node, "state", "%s presides",
              rule_state(run, presidency->state));
}

/* Who presides on the day of the next session, as the registry knows or else
 * the record says; the fact goes to the finding. */
static bool other_presides(struct rule_run *run,
                           const struct next_session *next,
                           const struct reg_term **term)
{
    const struct successor *successor = run->summit->presidency->successor;
    enum truth presides =
        registry_presides(run->registry, next->state, next->date, term);

    if (presides != TRUTH_UNKNOWN)
        return presides == TRUTH_NO;
    *term = NULL;
    return successor != NULL && date_given(successor->from) &&
           date_given(successor->to) && successor->state.at != NULL &&
           span_holds((struct span){successor->from, successor->to},
                      next->date) == TRUTH_YES &&
           !str_equal(successor->state, next->state);
}

void check_next_host_not_presiding(struct rule_run *run)
{
    const struct summit *summit = run->summit;
    const struct successor *successor = summit->presidency->successor;
    const struct reg_term *term;

    for (const struct node *n = summit->next.first; n != NULL; n = n->next) {
        const struct next_session *next = (const struct next_session *)n;
        if (!rule_given(run, n, "kind") || next->kind != SESSION_REGULAR ||
            !rule_given(run, n, "date") || !rule_given(run, n, "state") ||
            !str_equal(next->body, summit->body) ||
            !other_presides(run, next, &term))
            continue;
        struct cis_finding *finding = rule_emit(run, n, "state");
        finding_say(finding,
                    "the next session is in %s, which does not "
                    "preside then",
                    rule_state(run, next->state));
        rule_fact(run, finding, n, "date", "the next session is %s",
                  rule_when(run, next->date));
        if (term != NULL)
            query_term_fact(run, finding, term);
        else
            rule_fact(run, finding, &successor->node, "state",
                      "%s presides then", rule_state(run, successor->state));
    }
}

void check_term_too_long(struct rule_run *run)
{
    const struct presidency *presidency = run->summit->presidency;
    const struct reg_rotation *rotation =
        registry_rotation(run->registry, rule_session(run));
    const struct reg_term *term = query_own_term(run);

    if (rotation == NULL || !rule_given(run, &presidency->node, "from") ||
        !rule_given(run, &presidency->node, "to") ||
        (term != NULL && term->exception != NULL))
        return;
    struct cis_date latest = date_from_days(date_last_day(presidency->from));
    struct cis_date after = date_months_later(latest, rotation->months);
    if (date_first_day(presidency->to) < date_first_day(after))
        return;
    struct cis_finding *finding = rule_emit(run, &presidency->node, "to");
    finding_say(finding, "the term, %s, is longer than %d months",
                rule_span(run, (struct span){presidency->from, presidency->to}),
                (int)rotation->months);
    rule_source(run, finding, rotation->source, "a term is %d months",
                (int)rotation->months);
}
