/* The runner's keys: values taken twice, references that lead nowhere. */
/* SPDX-License-Identifier: MIT */
#include "base/suggest.h"
#include "schema/runner.h"

#include <string.h>

/* Candidates looked at in one record to find what a dangling reference may
 * mean: enough for people, and no way to make a record slow. */
#define GUESSES 100000

static const char *field_name(struct run *run, const struct entry *entry)
{
    return run_name(run, run->schema->constraints[entry->constraint].field);
}

static struct extent entry_place(struct run *run, const struct entry *entry)
{
    return run_at_value(run, entry->anchor->tag, field_name(run, entry));
}

static const char *entry_path(struct run *run, const struct entry *entry)
{
    return anchor_path(run, entry->anchor, field_name(run, entry));
}

/* The same element may be in several keys: it is told of once. */
static void raise_duplicate(struct run *run, struct entry *entry,
                            const struct entry *first)
{
    struct arena *arena = run->findings->arena;
    struct cis_finding *f;

    if (entry->anchor->reported)
        return;
    entry->anchor->reported = true;
    f = finding_add(run->findings, CODE_X001, entry_place(run, entry),
                    entry_path(run, entry));
    finding_say(f, "'%s' is taken: an id names one thing in a record",
                finding_quote(arena, entry->value));
    finding_fact(f, entry_place(run, first), entry_path(run, first),
                 "'%s' is first used here, by the element '%s'",
                 finding_quote(arena, entry->value),
                 run_name(run, first->anchor->name));
}

/* Fills one map per key of the scope. */
static void collect_keys(struct run *run, struct map *maps)
{
    const struct global_element *element = run->scope->element;

    for (struct entry *e = run->scope->first; e != NULL; e = e->next) {
        const struct constraint *c = &run->schema->constraints[e->constraint];
        struct entry *first;

        if (c->kind == CONSTRAINT_KEYREF)
            continue;
        first = map_put(&maps[e->constraint - element->first_constraint],
                        &run->scopes, e->value, e);
        if (first != NULL && first != e && !e->refused)
            raise_duplicate(run, e, first);
    }
}

struct guess {
    struct run *run;
    struct suggestion suggestion;
};

static void consider_key(void *context, struct str key, void *value)
{
    struct guess *guess = context;

    (void)value;
    if (guess->run->guesses == 0)
        return;
    guess->run->guesses--;
    suggest_consider(&guess->suggestion, key);
}

/* The same value among the other keys of the scope. */
static const struct entry *find_other(struct run *run, const struct map *maps,
                                      struct str value)
{
    const struct global_element *element = run->scope->element;

    for (uint16_t i = 0; i < element->constraint_count; i++) {
        const struct entry *other = map_get(&maps[i], value);

        if (other != NULL)
            return other;
    }
    return NULL;
}

/* "a person": the elements that the key's paths lead to. */
static const char *key_kinds(struct run *run, uint16_t key)
{
    const struct schema *s = run->schema;
    const struct constraint *c = &s->constraints[key];
    struct arena *arena = run->findings->arena;
    const char *kinds = "";

    for (uint16_t i = 0; i < c->path_count; i++) {
        const struct path *path = &s->paths[c->first_path + i];
        uint16_t last = s->path_steps[path->first_step + path->step_count - 1];

        kinds = arena_format(arena, "%s%s'%s'", kinds, i > 0 ? " or " : "",
                             run_name(run, last));
    }
    return kinds;
}

static void raise_dangling(struct run *run, const struct map *maps,
                           const struct entry *ref)
{
    const struct constraint *c = &run->schema->constraints[ref->constraint];
    struct arena *arena = run->findings->arena;
    const struct entry *other = find_other(run, maps, ref->value);
    const char *value = finding_quote(arena, ref->value);
    struct guess guess = {.run = run};
    struct cis_finding *f =
        finding_add(run->findings, other != NULL ? CODE_X003 : CODE_X002,
                    entry_place(run, ref), entry_path(run, ref));

    if (other != NULL) {
        finding_say(f, "'%s' is the id of the element '%s', not of %s", value,
                    run_name(run, other->anchor->name),
                    key_kinds(run, c->refer));
        finding_fact(f, entry_place(run, other), entry_path(run, other),
                     "'%s' is this element '%s'", value,
                     run_name(run, other->anchor->name));
        return;
    }
    finding_say(f, "no %s of this record has the id '%s'",
                key_kinds(run, c->refer), value);
    suggest_start(&guess.suggestion, ref->value);
    if (run->guesses > 0)
        map_each(&maps[c->refer - run->scope->element->first_constraint],
                 consider_key, &guess);
    if (guess.suggestion.best.at != NULL)
        finding_hint(f, "did you mean '%s'?",
                     finding_quote(arena, guess.suggestion.best));
}

/* Whether an element on the way to the key's elements is missing. */
static bool is_absent(struct run *run, uint16_t key)
{
    const struct schema *s = run->schema;
    const struct constraint *c = &s->constraints[key];

    for (uint16_t i = 0; i < c->path_count; i++) {
        const struct path *path = &s->paths[c->first_path + i];

        for (uint16_t j = 0; j < path->step_count; j++)
            if (map_get(&run->scope->absent,
                        str_of(run_name(
                            run, s->path_steps[path->first_step + j]))) != NULL)
                return true;
    }
    return false;
}

/*
 * Whether the reference may name what an error has kept from being a key: an
 * element that was not looked at, one whose own value was refused, or, where
 * there are none at all, one that was told to be missing.
 */
static bool is_consequence(struct run *run, const struct map *maps,
                           const struct entry *ref)
{
    uint16_t key = run->schema->constraints[ref->constraint].refer;
    uint16_t nth = (uint16_t)(key - run->scope->element->first_constraint);
    struct suggestion suggestion;

    if (map_get(&run->scope->lost, ref->value) != NULL ||
        (maps[nth].count == 0 && run->scope->absent.count > 0 &&
         is_absent(run, key)))
        return true;
    suggest_start(&suggestion, ref->value);
    for (struct entry *e = run->scope->first_refused;
         e != NULL && run->guesses > 0; e = e->next_refused) {
        run->guesses--;
        if (e->constraint == key)
            suggest_consider(&suggestion, e->value);
    }
    return suggestion.best.at != NULL;
}

static void check_references(struct run *run, const struct map *maps)
{
    uint16_t first = run->scope->element->first_constraint;

    run->guesses = GUESSES;
    for (struct entry *e = run->scope->first; e != NULL; e = e->next) {
        const struct constraint *c = &run->schema->constraints[e->constraint];

        if (c->kind == CONSTRAINT_KEYREF && !e->refused &&
            map_get(&maps[c->refer - first], e->value) == NULL &&
            !is_consequence(run, maps, e))
            raise_dangling(run, maps, e);
    }
}

void keys_check(struct run *run)
{
    struct map *maps = arena_array(
        &run->scopes, run->scope->element->constraint_count, sizeof *maps);

    if (maps == NULL)
        return;
    collect_keys(run, maps);
    check_references(run, maps);
}
