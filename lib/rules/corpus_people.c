/* C: people over several records: their posts, and how they are spelled. */
/* SPDX-License-Identifier: MIT */
#include "rules/corpus.h"

#include "base/name.h"

#include <stdlib.h>

/* How many others of the same office are compared, the latest ones before;
 * what lies farther back is not known, and so no finding. */
#define NEAR_POSTS 32
#define NEAR_SPELLINGS 8

/* A post, and the record that tells of it. */
struct told {
    const struct post *post;
    const struct summit_facts *summit;
};

static int compare_told(const void *left, const void *right)
{
    const struct told *a = left;
    const struct told *b = right;
    int order = str_compare(a->post->office, b->post->office);
    int64_t one = date_first_day(a->summit->session);
    int64_t other = date_first_day(b->summit->session);

    if (order != 0)
        return order;
    if (one != other)
        return one < other ? -1 : 1;
    return corpus_compare_places(a->summit->file, &a->post->at, b->summit->file,
                                 &b->post->at);
}

static struct told *posts_in_order(struct corpus_run *run, size_t *count)
{
    struct told *all;

    *count = 0;
    for (size_t i = 0; i < run->view.summit_count; i++)
        for (const struct post *p = run->view.summits[i]->posts; p; p = p->next)
            ++*count;
    all = arena_array(run->run.arena, *count + 1, sizeof *all);
    if (all == NULL)
        return NULL;
    *count = 0;
    for (size_t i = 0; i < run->view.summit_count; i++)
        for (const struct post *p = run->view.summits[i]->posts; p; p = p->next)
            all[(*count)++] = (struct told){p, run->view.summits[i]};
    qsort(all, *count, sizeof *all, compare_told);
    return all;
}

/* By name; where a record does not tell it, by id. */
static bool same_person(const struct post *a, const struct post *b)
{
    if (a->name.at == NULL || b->name.at == NULL)
        return str_equal(a->person, b->person);
    return name_compare(a->name, b->name) != NAME_OTHER;
}

/* Whether an earlier record tells of the person in that office; where too
 * many stand between, that is not known, and taken for true. */
static bool told_before(const struct told *all, size_t at)
{
    const struct told *own = &all[at];

    for (size_t back = 1; back <= at; back++) {
        const struct told *earlier = &all[at - back];
        if (!str_equal(earlier->post->office, own->post->office))
            return false;
        if (back > NEAR_POSTS || same_person(earlier->post, own->post))
            return true;
    }
    return false;
}

static void judge_extension(struct corpus_run *run, const struct told *own)
{
    const struct summit_facts *first = run->view.by_day[0];
    struct rule_run *words = &run->run;
    struct str name =
        own->post->name.at != NULL ? own->post->name : own->post->person;

    if (date_before(first->session, own->post->since) != TRUTH_YES)
        return;
    struct cis_finding *finding =
        corpus_emit(run, own->summit->file, &own->post->at);
    finding_say(finding, "no record tells of the appointment of %s to '%s'",
                rule_quote(words, name), rule_quote(words, own->post->office));
    corpus_fact(finding, first->file, &first->at_session,
                "the records reach back to %s",
                rule_date(words, first->session));
    const struct reg_office *office =
        registry_office(words->registry, own->post->office);
    if (office == NULL)
        return;
    for (const struct node *n = office->holders.first; n; n = n->next) {
        const struct reg_holder *holder = (const struct reg_holder *)n;
        if (date_same(holder->span.from, own->post->since))
            rule_source(words, finding, holder->source, "%s held it %s",
                        rule_quote(words, reg_name(&holder->names)),
                        rule_span(words, holder->span));
    }
}

void check_extension_without_appointment(struct corpus_run *run)
{
    size_t count;
    const struct told *all = posts_in_order(run, &count);

    for (size_t i = 0; i < count && all != NULL; i++)
        if (all[i].post->action == ACTION_EXTEND &&
            date_given(all[i].post->since) && !told_before(all, i))
            judge_extension(run, &all[i]);
}

/* Whether the registry has a holder of exactly that name. */
static bool is_known(const struct spelling *spelling)
{
    const struct node *h =
        spelling->known != NULL ? spelling->known->holders.first : NULL;

    for (; h != NULL; h = h->next) {
        const struct reg_holder *holder = (const struct reg_holder *)h;
        for (const struct node *n = holder->names.first; n; n = n->next)
            if (name_same(((const struct reg_text *)n)->value, spelling->name))
                return true;
    }
    return false;
}

static void judge_spelling(struct corpus_run *run,
                           const struct spelling *earlier,
                           const struct spelling *own)
{
    struct rule_run *words = &run->run;

    if (name_compare(earlier->name, own->name) != NAME_CLOSE ||
        (is_known(earlier) && is_known(own)))
        return;
    struct cis_finding *finding = corpus_emit(run, own->file, &own->at);
    finding_say(finding, "'%s' is spelled '%s' in another record",
                rule_quote(words, own->name), rule_quote(words, earlier->name));
    corpus_fact(finding, own->file, &own->at, "%s: '%s'", own->office.at,
                rule_quote(words, own->name));
    corpus_fact(finding, earlier->file, &earlier->at, "%s: '%s'",
                earlier->office.at, rule_quote(words, earlier->name));
    if (is_known(earlier) != is_known(own))
        finding_hint(
            finding, "the registry has '%s'",
            rule_quote(words, is_known(earlier) ? earlier->name : own->name));
}

void check_person_spelled_differently(struct corpus_run *run)
{
    const struct corpus_view *view = &run->view;

    for (size_t i = 0; i < view->spelling_count; i++) {
        const struct spelling *own = view->spellings[i];
        for (size_t back = 1; back <= i && back <= NEAR_SPELLINGS; back++) {
            const struct spelling *earlier = view->spellings[i - back];
            if (!str_equal(earlier->office, own->office) ||
                !str_equal(earlier->language, own->language))
                break;
            judge_spelling(run, earlier, own);
        }
    }
}
