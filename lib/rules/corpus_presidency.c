/* C: who presides, as several records say. */
/* SPDX-License-Identifier: MIT */
#include "rules/corpus.h"

#include <stdlib.h>

/* That a state presides on all days from one to another, surely. */
struct claim {
    const struct summit_facts *summit;
    int64_t from, to;
};

static struct claim claim_of(const struct summit_facts *summit)
{
    int64_t day = date_first_day(summit->session);
    struct claim claim = {summit, day, day};

    if (date_given(summit->term.from) && date_given(summit->term.to) &&
        date_last_day(summit->term.from) <= date_first_day(summit->term.to)) {
        claim.from = date_last_day(summit->term.from);
        claim.to = date_first_day(summit->term.to);
    }
    return claim;
}

static int compare_claims(const void *left, const void *right)
{
    const struct claim *a = left;
    const struct claim *b = right;
    int64_t one = date_first_day(a->summit->session);
    int64_t other = date_first_day(b->summit->session);

    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (one != other)
        return one < other ? -1 : 1;
    return corpus_compare_places(a->summit->file, &a->summit->at_summit,
                                 b->summit->file, &b->summit->at_summit);
}

static bool is_edge(const struct claim *claim, int64_t day)
{
    return claim->from < claim->to && (day == claim->from || day == claim->to);
}

/* Whether both hold on a day that is no handover; a begins first. */
static bool contradict(const struct claim *a, const struct claim *b)
{
    int64_t end = a->to < b->to ? a->to : b->to;

    if (end != b->from)
        return end > b->from;
    return !is_edge(a, end) && !is_edge(b, end);
}

static struct claim *claims_in_order(struct corpus_run *run, size_t *count)
{
    struct claim *claims =
        arena_array(run->run.arena, run->view.summit_count + 1, sizeof *claims);

    *count = 0;
    if (claims == NULL)
        return NULL;
    for (size_t i = 0; i < run->view.summit_count; i++)
        if (run->view.summits[i]->presiding.at != NULL)
            claims[(*count)++] = claim_of(run->view.summits[i]);
    qsort(claims, *count, sizeof *claims, compare_claims);
    return claims;
}

/* Of the claims before, the one that reaches farthest, and the one of another
 * state than that. */
struct reach {
    const struct claim *far;
    const struct claim *other;
};

static bool of_one_state(const struct claim *a, const struct claim *b)
{
    return str_equal(a->summit->presiding, b->summit->presiding);
}

static void extend(struct reach *reach, const struct claim *claim)
{
    if (reach->far == NULL || claim->to > reach->far->to) {
        if (reach->far != NULL && !of_one_state(reach->far, claim))
            reach->other = reach->far;
        reach->far = claim;
    } else if (!of_one_state(reach->far, claim) &&
               (reach->other == NULL || claim->to > reach->other->to))
        reach->other = claim;
}

static void claim_fact(struct corpus_run *run, struct cis_finding *finding,
                       const struct summit_facts *summit)
{
    bool term = date_given(summit->term.from) || date_given(summit->term.to);

    corpus_fact(finding, summit->file, &summit->at_presiding,
                "'%s': %s presides %s", rule_quote(&run->run, summit->id),
                rule_state(&run->run, summit->presiding),
                term ? rule_span(&run->run, summit->term)
                     : rule_when(&run->run, summit->session));
}

void check_presidency_contradiction(struct corpus_run *run)
{
    size_t count;
    const struct claim *claims = claims_in_order(run, &count);
    struct reach reach = {NULL, NULL};

    for (size_t i = 0; i < count && claims != NULL; i++) {
        const struct claim *claim = &claims[i];
        const struct claim *before =
            reach.far != NULL && of_one_state(reach.far, claim) ? reach.other
                                                                : reach.far;
        extend(&reach, claim);
        if (before == NULL || !contradict(before, claim))
            continue;
        struct cis_finding *finding =
            corpus_emit(run, claim->summit->file, &claim->summit->at_presiding);
        finding_say(finding, "%s presides here, and %s in another record",
                    rule_state(&run->run, claim->summit->presiding),
                    rule_state(&run->run, before->summit->presiding));
        claim_fact(run, finding, before->summit);
        claim_fact(run, finding, claim->summit);
    }
}

/* The day on which the successor begins, at the latest; false: not known. */
static bool succession(const struct summit_facts *summit, int64_t *day)
{
    if (date_given(summit->successor_term.from))
        *day = date_last_day(summit->successor_term.from);
    else if (date_given(summit->term.to))
        *day = date_last_day(summit->term.to) + 1;
    else
        return false;
    return summit->successor.at != NULL;
}

/* Whether the session is surely of the term that begins on that day: its own
 * record says so, or the plan. */
static bool in_next_term(const struct summit_facts *from, int64_t day,
                         const struct summit_facts *next)
{
    if (date_given(next->term.from))
        return date_last_day(next->term.from) <= day + 1;
    return date_given(from->successor_term.to) &&
           date_first_day(next->session) <
               date_first_day(from->successor_term.to);
}

/* The first record after that day that says who presides. For each summit the
 * next one that does is known, so that no stretch is walked twice. */
static const struct summit_facts **next_presiding(struct corpus_run *run)
{
    size_t count = run->view.summit_count;
    const struct summit_facts **next =
        arena_array(run->run.arena, count + 1, sizeof *next);

    for (size_t i = count; i > 0 && next != NULL; i--)
        next[i - 1] = run->view.by_day[i - 1]->presiding.at != NULL
                          ? run->view.by_day[i - 1]
                          : next[i];
    return next;
}

void check_successor_did_not_follow(struct corpus_run *run)
{
    const struct summit_facts **next = next_presiding(run);
    int64_t day;

    for (size_t i = 0; i < run->view.summit_count && next != NULL; i++) {
        const struct summit_facts *from = run->view.by_day[i];
        if (!succession(from, &day))
            continue;
        const struct summit_facts *then = next[corpus_first_on(run, day + 1)];
        if (then == NULL || !in_next_term(from, day, then) ||
            str_equal(then->presiding, from->successor))
            continue;
        struct cis_finding *finding =
            corpus_emit(run, from->file, &from->at_successor);
        finding_say(finding, "%s was to preside next, and %s did",
                    rule_state(&run->run, from->successor),
                    rule_state(&run->run, then->presiding));
        claim_fact(run, finding, then);
        finding_hint(finding, "did you mean '%s'?",
                     rule_quote(&run->run, then->presiding));
    }
}
