/* C: the same summit twice, its number, what was announced and then held. */
/* SPDX-License-Identifier: MIT */
#include "rules/corpus.h"

#include "base/name.h"

#include <stdlib.h>
#include <string.h>

/* "the regular session of 'chs' on 2024-10-08" */
static const char *session_in_words(struct corpus_run *run,
                                    const struct summit_facts *summit)
{
    struct rule_run *words = &run->run;

    return arena_format(words->arena, "the %s session of '%s' on %s",
                        rule_word(words, "sessionKind", summit->kind),
                        rule_quote(words, summit->body),
                        rule_date(words, summit->session));
}

static bool same_line(const struct summit_facts *a,
                      const struct summit_facts *b)
{
    return str_equal(a->body, b->body) && a->kind == b->kind;
}

static bool same_summit(const struct summit_facts *a,
                        const struct summit_facts *b)
{
    return same_line(a, b) && date_same(a->session, b->session);
}

void check_same_summit_twice(struct corpus_run *run)
{
    for (size_t i = 1; i < run->view.summit_count; i++) {
        const struct summit_facts *before = run->view.summits[i - 1];
        const struct summit_facts *summit = run->view.summits[i];
        if (!same_summit(before, summit) || summit->status == 0 ||
            before->status != summit->status)
            continue;
        const char *words = session_in_words(run, summit);
        struct cis_finding *finding =
            corpus_emit(run, summit->file, &summit->at_summit);
        finding_say(finding, "%s is recorded twice as %s, here as '%s'", words,
                    rule_word(&run->run, "recordStatus", summit->status),
                    rule_quote(&run->run, summit->id));
        corpus_fact(finding, before->file, &before->at_summit,
                    "'%s' is %s, too", rule_quote(&run->run, before->id),
                    words);
    }
}

/* Whether it took its number, or is about to. */
static bool is_counted(const struct summit_facts *summit)
{
    return summit->number != NUMBER_ABSENT &&
           (summit->status == RECORD_HELD ||
            summit->status == RECORD_ANNOUNCED);
}

void check_session_number_gap(struct corpus_run *run)
{
    const struct summit_facts *before = NULL;

    for (size_t i = 0; i < run->view.summit_count; i++) {
        const struct summit_facts *summit = run->view.summits[i];
        if (!is_counted(summit))
            continue;
        if (before != NULL && same_line(before, summit) &&
            !same_summit(before, summit) &&
            summit->number != before->number + 1) {
            struct cis_finding *finding =
                corpus_emit(run, summit->file, &summit->at_number);
            finding_say(finding, "session %d follows session %d",
                        (int)summit->number, (int)before->number);
            corpus_fact(finding, before->file, &before->at_number,
                        "%s is number %d", session_in_words(run, before),
                        (int)before->number);
            if (summit->number > before->number)
                finding_hint(finding, "is a record missing between the two?");
        }
        before = summit;
    }
}

static bool says_the_same(const struct detail *a, const struct detail *b)
{
    return a->name ? name_same(a->value, b->value)
                   : str_equal(a->value, b->value);
}

static int compare_subjects(const struct detail *a, const struct detail *b)
{
    int order = strcmp(a->what, b->what);

    return order != 0 ? order : str_compare(a->of, b->of);
}

static int compare_details(const void *left, const void *right)
{
    const struct detail *a = *(const struct detail *const *)left;
    const struct detail *b = *(const struct detail *const *)right;
    int order = compare_subjects(a, b);

    if (order == 0)
        order = (a->at.place.offset > b->at.place.offset) -
                (a->at.place.offset < b->at.place.offset);
    return order;
}

/* The details of a summit in the order of what they are about. */
struct details {
    const struct detail **at;
    size_t count;
};

static struct details details_of(struct corpus_run *run,
                                 const struct summit_facts *summit)
{
    struct details all = {NULL, 0};
    size_t count = 0;

    for (const struct detail *d = summit->details; d != NULL; d = d->next)
        count++;
    all.at = arena_array(run->run.arena, count + 1, sizeof *all.at);
    if (all.at == NULL)
        return all;
    for (const struct detail *d = summit->details; d != NULL; d = d->next)
        all.at[all.count++] = d;
    qsort(all.at, all.count, sizeof *all.at, compare_details);
    return all;
}

/* What is said first of the same, or NULL. */
static const struct detail *same_detail(const struct details *all,
                                        const struct detail *wanted)
{
    size_t low = 0, high = all->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_subjects(all->at[middle], wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < all->count && compare_subjects(all->at[low], wanted) == 0
               ? all->at[low]
               : NULL;
}

static void tell_difference(struct corpus_run *run,
                            const struct summit_facts *announced,
                            const struct detail *promised,
                            const struct summit_facts *held,
                            const struct detail *done)
{
    struct rule_run *words = &run->run;
    struct cis_finding *finding = corpus_emit(run, held->file, &done->at);
    const char *of =
        done->of.at == NULL
            ? ""
            : arena_format(words->arena, " of %s", rule_state(words, done->of));

    finding_say(finding, "%s%s was announced as '%s', and then was '%s'",
                done->what, of, rule_quote(words, promised->value),
                rule_quote(words, done->value));
    corpus_fact(finding, announced->file, &promised->at, "announced: '%s'",
                rule_quote(words, promised->value));
    corpus_fact(finding, held->file, &done->at, "held: '%s'",
                rule_quote(words, done->value));
}

static void compare_summits(struct corpus_run *run,
                            const struct summit_facts *announced,
                            const struct details *promised,
                            const struct summit_facts *held)
{
    struct details done = details_of(run, held);

    for (size_t i = 0; i < done.count; i++) {
        const struct detail *before = same_detail(promised, done.at[i]);
        if (before != NULL && !says_the_same(before, done.at[i]))
            tell_difference(run, announced, before, held, done.at[i]);
    }
}

/* By their order an announcement stands before the records of what was held;
 * of several, the last one counts. */
void check_announced_and_held_differ(struct corpus_run *run)
{
    const struct summit_facts *announced = NULL;
    struct details promised = {NULL, 0};

    for (size_t i = 0; i < run->view.summit_count; i++) {
        const struct summit_facts *summit = run->view.summits[i];
        if (summit->status == RECORD_ANNOUNCED) {
            announced = summit;
            promised = details_of(run, announced);
        } else if (summit->status == RECORD_HELD && announced != NULL &&
                   same_summit(announced, summit))
            compare_summits(run, announced, &promised, summit);
    }
}

/* For each summit the first regular session of its body from there on that
 * was held, so that no stretch is walked twice. */
static const struct summit_facts **next_held(struct corpus_run *run)
{
    const struct corpus_view *view = &run->view;
    const struct summit_facts **next =
        arena_array(run->run.arena, view->summit_count + 1, sizeof *next);

    for (size_t left = view->summit_count; left > 0 && next != NULL; left--) {
        size_t i = left - 1;
        const struct summit_facts *at = view->summits[i];
        if (at->kind == SESSION_REGULAR && at->status == RECORD_HELD)
            next[i] = at;
        else if (next[i + 1] != NULL && same_line(at, next[i + 1]))
            next[i] = next[i + 1];
    }
    return next;
}

/* Where the regular sessions of the body after that day begin. */
static size_t first_after(const struct corpus_run *run, struct str body,
                          int64_t day)
{
    size_t low = 0, high = run->view.summit_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct summit_facts *at = run->view.summits[middle];
        int order = str_compare(at->body, body);
        if (order == 0)
            order = (at->kind > SESSION_REGULAR) - (at->kind < SESSION_REGULAR);
        if (order < 0 || (order == 0 && date_first_day(at->session) <= day))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether it is surely the session that was announced: no record between the
 * two is missing, or it is of the same year. */
static bool is_promised(const struct summit_facts *from,
                        const struct promise *promise,
                        const struct summit_facts *next)
{
    if (from->number != NUMBER_ABSENT && next->number != NUMBER_ABSENT)
        return next->number == from->number + 1;
    return promise->date.year == next->session.year;
}

static void judge_promise(struct corpus_run *run,
                          const struct summit_facts *from,
                          const struct promise *promise,
                          const struct summit_facts *next)
{
    struct rule_run *words = &run->run;
    bool elsewhere = promise->state.at != NULL && next->host.at != NULL &&
                     !str_equal(promise->state, next->host);
    bool other_day = date_before(promise->date, next->session) == TRUTH_YES ||
                     date_before(next->session, promise->date) == TRUTH_YES;

    if (!elsewhere && !other_day)
        return;
    struct cis_finding *finding = corpus_emit(
        run, from->file, elsewhere ? &promise->at_state : &promise->at_date);
    const char *id = rule_quote(words, next->id);
    const char *session = session_in_words(run, next);
    if (elsewhere) {
        finding_say(finding, "the next session was to be in %s, and was in %s",
                    rule_state(words, promise->state),
                    rule_state(words, next->host));
        corpus_fact(finding, next->file, &next->at_host, "'%s' is %s, in %s",
                    id, session, rule_state(words, next->host));
    } else {
        finding_say(finding, "the next session was to be %s, and was %s",
                    rule_when(words, promise->date),
                    rule_when(words, next->session));
        corpus_fact(finding, next->file, &next->at_session, "'%s' is %s", id,
                    session);
    }
}

void check_promise_not_kept(struct corpus_run *run)
{
    const struct summit_facts **held = next_held(run);

    for (size_t i = 0; i < run->view.summit_count && held != NULL; i++) {
        const struct summit_facts *from = run->view.summits[i];
        for (const struct promise *p = from->promises; p; p = p->next) {
            const struct summit_facts *next =
                held[first_after(run, p->body, date_last_day(from->session))];
            if (next != NULL && str_equal(next->body, p->body) &&
                is_promised(from, p, next))
                judge_promise(run, from, p, next);
        }
    }
}
