/* Corpora: collect facts of records, and judge the records by each other. */
/* SPDX-License-Identifier: MIT */
#include "corpus.h"

#include "base/alloc.h"

#include <stdlib.h>
#include <string.h>

enum cis_status cis_corpus_new(const struct cis_validator *validator,
                               struct cis_corpus **corpus)
{
    struct cis_corpus *c = alloc_new(&validator->from, sizeof *c);

    *corpus = c;
    if (c == NULL)
        return CIS_NO_MEMORY;
    *c = (struct cis_corpus){.validator = validator};
    corpus_facts_init(&c->facts, &validator->from);
    return CIS_OK;
}

void cis_corpus_free(struct cis_corpus *corpus)
{
    while (corpus != NULL) {
        struct cis_corpus *next = corpus->next;

        arena_free(&corpus->facts.arena);
        alloc_free(&corpus->validator->from, corpus);
        corpus = next;
    }
}

enum cis_status cis_corpus_take(struct cis_corpus *corpus,
                                struct cis_corpus *other)
{
    struct cis_corpus **end = &other->next;

    if (other->validator != corpus->validator || other == corpus)
        return CIS_MISUSE;
    while (*end != NULL)
        end = &(*end)->next;
    *end = corpus->next;
    corpus->next = other;
    return CIS_OK;
}

uint64_t cis_corpus_summits(const struct cis_corpus *corpus)
{
    uint64_t count = 0;

    for (; corpus != NULL; corpus = corpus->next)
        count += corpus->facts.summit_count;
    return count;
}

uint64_t cis_corpus_count(const struct cis_corpus *corpus,
                          enum cis_severity severity)
{
    return severity <= CIS_ERROR ? corpus->counts[severity] : 0;
}

/* By file and place; where those are the same, by what is said. */
static int compare_findings(const void *left, const void *right)
{
    const struct cis_finding *a = *(const struct cis_finding *const *)left;
    const struct cis_finding *b = *(const struct cis_finding *const *)right;
    int order = strcmp(a->file, b->file);

    if (order == 0)
        order = (a->where.offset > b->where.offset) -
                (a->where.offset < b->where.offset);
    if (order == 0)
        order = (a->code > b->code) - (a->code < b->code);
    return order != 0 ? order : strcmp(a->message, b->message);
}

/* Those that are not off; NULL where memory fails. */
static struct cis_finding **sort(struct findings *list, size_t *count)
{
    struct cis_finding **all =
        arena_array(list->arena, list->count + 1, sizeof *all);

    *count = 0;
    if (list->arena->failed)
        return NULL;
    for (struct cis_finding *f = list->first; f != NULL; f = f->next)
        if (finding_level(f) != CIS_LEVEL_OFF)
            all[(*count)++] = f;
    qsort(all, *count, sizeof *all, compare_findings);
    return all;
}

static void give_out(struct cis_corpus *c, struct cis_finding **all,
                     size_t count, cis_finding_fn *on_finding, void *context)
{
    uint64_t show = c->validator->limits.of[CIS_LIMIT_FINDINGS];
    uint64_t shown = 0, suppressed = 0;

    for (size_t i = 0; i < count; i++) {
        const struct cis_finding *f = all[i];

        if (f->reason == NULL) {
            c->counts[cis_finding_severity(f)]++;
            if (shown++ < show && on_finding != NULL)
                on_finding(context, f);
        } else if (suppressed++ < show && c->on_suppressed != NULL) {
            c->on_suppressed(c->suppressed_context, f, f->reason);
        }
    }
}

const struct corpus_facts **corpus_parts(const struct cis_corpus *corpus,
                                         struct arena *arena, size_t *count)
{
    const struct corpus_facts **parts;

    *count = 0;
    for (const struct cis_corpus *c = corpus; c != NULL; c = c->next)
        ++*count;
    parts = arena_array(arena, *count, sizeof *parts);
    *count = 0;
    for (const struct cis_corpus *c = corpus; c && parts; c = c->next) {
        if (c->facts.arena.failed)
            return NULL;
        parts[(*count)++] = &c->facts;
    }
    return parts;
}

enum cis_status cis_corpus_finish(struct cis_corpus *corpus,
                                  cis_finding_fn *on_finding, void *context)
{
    const struct cis_validator *v = corpus->validator;
    __attribute__((cleanup(arena_free))) struct arena arena;
    struct findings findings;
    struct rule_run words = {.registry = &v->registry,
                             .schema = v->schema,
                             .findings = &findings,
                             .arena = &arena};
    const struct corpus_facts **parts;
    struct cis_finding **all;
    size_t count, found;

    arena_init(&arena, &v->from);
    findings_init(&findings, &arena);
    findings.levels = v->levels;
    memset(corpus->counts, 0, sizeof corpus->counts);
    parts = corpus_parts(corpus, &arena, &count);
    if (parts == NULL)
        return CIS_NO_MEMORY;
    corpus_rules_run(&words, parts, count);
    all = sort(&findings, &found);
    if (all != NULL)
        corpus_suppress(&findings, all, found, parts, count, v->levels);
    all = sort(&findings, &found);
    if (all == NULL)
        return CIS_NO_MEMORY;
    give_out(corpus, all, found, on_finding, context);
    return CIS_OK;
}

void cis_corpus_on_suppressed(struct cis_corpus *corpus,
                              cis_suppressed_fn *call, void *context)
{
    corpus->on_suppressed = call;
    corpus->suppressed_context = context;
}
