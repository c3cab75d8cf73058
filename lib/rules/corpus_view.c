/* The facts of all records in order, and findings about several of them. */
/* SPDX-License-Identifier: MIT */
#include "rules/corpus.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

int corpus_compare_places(const char *file, const struct token *at,
                          const char *other_file, const struct token *other)
{
    int order = strcmp(file, other_file);

    if (order != 0)
        return order;
    return (at->place.offset > other->place.offset) -
           (at->place.offset < other->place.offset);
}

static int compare_records(const struct summit_facts *a,
                           const struct summit_facts *b)
{
    return corpus_compare_places(a->file, &a->at_summit, b->file,
                                 &b->at_summit);
}

static int compare_days(const struct summit_facts *a,
                        const struct summit_facts *b)
{
    int64_t one = date_first_day(a->session);
    int64_t other = date_first_day(b->session);

    return (one > other) - (one < other);
}

static int by_identity(const void *left, const void *right)
{
    const struct summit_facts *a = *(const struct summit_facts *const *)left;
    const struct summit_facts *b = *(const struct summit_facts *const *)right;
    int order = str_compare(a->body, b->body);

    if (order == 0)
        order = (a->kind > b->kind) - (a->kind < b->kind);
    if (order == 0)
        order = compare_days(a, b);
    if (order == 0)
        order = (a->status > b->status) - (a->status < b->status);
    return order != 0 ? order : compare_records(a, b);
}

static int by_day(const void *left, const void *right)
{
    const struct summit_facts *a = *(const struct summit_facts *const *)left;
    const struct summit_facts *b = *(const struct summit_facts *const *)right;
    int order = compare_days(a, b);

    return order != 0 ? order : by_identity(left, right);
}

static int by_use(const struct spelling *a, const struct spelling *b)
{
    int64_t one = date_first_day(a->session);
    int64_t other = date_first_day(b->session);

    if (one != other)
        return one < other ? -1 : 1;
    return corpus_compare_places(a->file, &a->at, b->file, &b->at);
}

static int by_office(const struct spelling *a, const struct spelling *b)
{
    int order = str_compare(a->office, b->office);

    return order != 0 ? order : str_compare(a->language, b->language);
}

static int by_name(const void *left, const void *right)
{
    const struct spelling *a = *(const struct spelling *const *)left;
    const struct spelling *b = *(const struct spelling *const *)right;
    int order = by_office(a, b);

    if (order == 0)
        order = str_compare(a->name, b->name);
    return order != 0 ? order : by_use(a, b);
}

static int by_first_use(const void *left, const void *right)
{
    const struct spelling *a = *(const struct spelling *const *)left;
    const struct spelling *b = *(const struct spelling *const *)right;
    int order = by_office(a, b);

    return order != 0 ? order : by_use(a, b);
}

bool corpus_compares(const struct summit_facts *summit)
{
    return summit->body.at != NULL && summit->kind != 0 &&
           date_given(summit->session);
}

static void view_summits(struct corpus_view *view,
                         const struct corpus_facts *facts)
{
    const struct summit_facts *at = facts->summits;

    for (; at != NULL; at = at->next)
        if (corpus_compares(at))
            view->summits[view->summit_count++] = at;
}

static void view_spellings(struct corpus_view *view,
                           const struct corpus_facts *facts)
{
    const struct spelling *at = facts->first_spelling;

    for (; at != NULL; at = at->next)
        view->spellings[view->spelling_count++] = at;
}

/* Of one spelling in several corpora, the earliest use. */
static void keep_earliest(struct corpus_view *view)
{
    size_t kept = 0;

    qsort(view->spellings, view->spelling_count, sizeof *view->spellings,
          by_name);
    for (size_t i = 0; i < view->spelling_count; i++) {
        const struct spelling *at = view->spellings[i];
        if (kept == 0 || by_office(view->spellings[kept - 1], at) != 0 ||
            !str_equal(view->spellings[kept - 1]->name, at->name))
            view->spellings[kept++] = at;
    }
    view->spelling_count = kept;
    qsort(view->spellings, kept, sizeof *view->spellings, by_first_use);
}

static bool fill_view(struct corpus_view *view, struct arena *arena,
                      const struct corpus_facts *const *parts, size_t count)
{
    size_t summits = 1, spellings = 1;

    for (size_t i = 0; i < count; i++) {
        summits += parts[i]->summit_count;
        spellings += parts[i]->spelling_count;
    }
    view->summits = arena_array(arena, summits, sizeof *view->summits);
    view->by_day = arena_array(arena, summits, sizeof *view->by_day);
    view->spellings = arena_array(arena, spellings, sizeof *view->spellings);
    if (arena->failed)
        return false;
    for (size_t i = 0; i < count; i++) {
        view_summits(view, parts[i]);
        view_spellings(view, parts[i]);
    }
    return true;
}

static void sort_view(struct corpus_view *view)
{
    size_t size = view->summit_count * sizeof *view->summits;

    qsort(view->summits, view->summit_count, sizeof *view->summits,
          by_identity);
    memcpy(view->by_day, view->summits, size);
    qsort(view->by_day, view->summit_count, sizeof *view->by_day, by_day);
    keep_earliest(view);
}

bool corpus_view_of(struct corpus_view *view, struct arena *arena,
                    const struct corpus_facts *const *parts, size_t count)
{
    *view = (struct corpus_view){0};
    if (!fill_view(view, arena, parts, count))
        return false;
    sort_view(view);
    return true;
}

size_t corpus_first_on(const struct corpus_run *run, int64_t day)
{
    size_t low = 0, high = run->view.summit_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (date_first_day(run->view.by_day[middle]->session) < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct cis_finding *corpus_emit(struct corpus_run *run, const char *file,
                                const struct token *at)
{
    struct extent where = {at->place.offset, at->place.end_offset};
    struct cis_finding *finding = finding_add(run->run.findings, run->run.code,
                                              where, at->path ? at->path : "");

    finding->file = file;
    finding->place = at->place;
    finding->excerpt = at->excerpt;
    return finding;
}

void corpus_fact(struct cis_finding *finding, const char *file,
                 const struct token *at, const char *format, ...)
{
    struct extent where = {at->place.offset, at->place.end_offset};
    struct cis_fact *before = finding->last_fact;
    va_list list;

    va_start(list, format);
    finding_fact(finding, where, at->path ? at->path : "", "%s",
                 arena_format_list(finding->list->arena, format, list));
    va_end(list);
    if (finding->last_fact == before)
        return;
    finding->last_fact->file = file;
    finding->last_fact->place = at->place;
    finding->last_fact->excerpt = at->excerpt;
}

static const struct {
    enum code code;
    corpus_check *check;
} checks[] = {
    {CODE_C001, check_same_summit_twice},
    {CODE_C002, check_presidency_contradiction},
    {CODE_C003, check_successor_did_not_follow},
    {CODE_C004, check_promise_not_kept},
    {CODE_C005, check_amended_text_missing},
    {CODE_C006, check_extension_without_appointment},
    {CODE_C007, check_session_number_gap},
    {CODE_C008, check_person_spelled_differently},
    {CODE_C009, check_announced_and_held_differ},
};

void corpus_rules_run(const struct rule_run *words,
                      const struct corpus_facts *const *parts, size_t count)
{
    struct corpus_run run = {.run = *words};

    if (!corpus_view_of(&run.view, words->arena, parts, count))
        return;
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        run.run.code = checks[i].code;
        checks[i].check(&run);
    }
}
