/* Findings across records that one of the records suppresses. */
/* SPDX-License-Identifier: MIT */
#include "rules/corpus_keeper.h"

#include <string.h>

static struct extent extent_of(const struct cis_place *place)
{
    return (struct extent){place->offset, place->end_offset};
}

/* Offsets become those of the input: a corpus knows no other places. */
static void keep(struct keeper *k, const struct suppression *from)
{
    struct corpus_facts *facts = k->facts;
    struct kept_suppression *to = arena_new(&facts->arena, sizeof *to);
    struct cis_place scope;

    if (to == NULL)
        return;
    source_resolve(k->run->source, from->scope, &scope);
    to->at = corpus_keep_place(k, from->where, from->path);
    to->compared = corpus_compares(k->summit);
    to->is = (struct suppression){
        .code = from->code,
        .reason = corpus_intern(facts, str_of(from->reason)).at,
        .file = k->summit->file,
        .where = extent_of(&to->at.place),
        .scope = extent_of(&scope)};
    to->next = facts->suppressions;
    facts->suppressions = to;
    facts->suppression_count++;
}

void corpus_keep_suppressions(struct keeper *k,
                              const struct suppression *suppressions)
{
    for (; suppressions != NULL; suppressions = suppressions->next)
        if (suppression_across(suppressions->code))
            keep(k, suppressions);
}

/* Copies, for the same ones may be asked about again; NULL where memory fails
 * or there are none. */
static struct suppression **collect(struct arena *arena,
                                    const struct corpus_facts *const *parts,
                                    size_t count, size_t *all)
{
    struct suppression **sorted;

    *all = 0;
    for (size_t i = 0; i < count; i++)
        *all += parts[i]->suppression_count;
    if (*all == 0)
        return NULL;
    sorted = arena_array(arena, *all, sizeof *sorted);
    *all = 0;
    for (size_t i = 0; i < count && sorted != NULL; i++)
        for (const struct kept_suppression *s = parts[i]->suppressions;
             s != NULL; s = s->next) {
            struct kept_suppression *copy = arena_new(arena, sizeof *copy);
            if (copy == NULL)
                return NULL;
            *copy = *s;
            sorted[(*all)++] = &copy->is;
        }
    return sorted;
}

/* One input that was given twice has each of them twice. */
static size_t drop_repeated(struct suppression **sorted, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        const struct suppression *last = kept > 0 ? sorted[kept - 1] : NULL;
        if (last == NULL || last->where.offset != sorted[i]->where.offset ||
            strcmp(last->file, sorted[i]->file) != 0)
            sorted[kept++] = sorted[i];
    }
    return kept;
}

static void tell_unused(struct findings *list,
                        const struct suppression *suppression)
{
    /* it is the first member */
    const struct kept_suppression *kept =
        (const struct kept_suppression *)suppression;
    struct cis_finding *finding;

    if (suppression->used || !kept->compared)
        return;
    finding = finding_add(list, CODE_U001, suppression->where,
                          kept->at.path != NULL ? kept->at.path : "");
    finding->file = suppression->file;
    finding->place = kept->at.place;
    finding->excerpt = kept->at.excerpt;
    suppression_say_unused(suppression, finding);
}

void corpus_suppress(struct findings *list, struct cis_finding **sorted,
                     size_t sorted_count,
                     const struct corpus_facts *const *parts, size_t count,
                     const unsigned char levels[static CODE_COUNT])
{
    size_t all;
    struct suppression **known = collect(list->arena, parts, count, &all);
    struct sweep sweep;

    if (known == NULL)
        return;
    suppressions_sort(known, all);
    all = drop_repeated(known, all);
    sweep_begin(&sweep, known, all);
    for (size_t i = 0; i < sorted_count; i++)
        suppression_use(sweep_find(&sweep, sorted[i]->file,
                                   sorted[i]->where.offset, sorted[i]->code),
                        sorted[i]);
    for (size_t i = 0; i < all; i++)
        if (levels[known[i]->code] != CIS_LEVEL_OFF)
            tell_unused(list, known[i]);
}
