/* The runner's keys: unique values and references, within one element. */
/* SPDX-License-Identifier: MIT */
#include "base/suggest.h"
#include "schema/runner.h"
#include "xml/tag.h"

#include <string.h>

/* Candidates looked at in one record to find what a dangling reference may
 * mean: enough for people, and no way to make a record slow. */
#define GUESSES 100000

static uint16_t add_trie(struct run *run, uint16_t name)
{
    struct trie *grown = arena_grow(&run->tables, run->tries,
                                    run->trie_count, &run->trie_capacity,
                                    sizeof *grown);

    if (grown == NULL || run->trie_count >= SCHEMA_NONE)
        return 0;
    run->tries = grown;
    grown[run->trie_count] = (struct trie){.name = name};
    return (uint16_t)run->trie_count++;
}

static uint16_t find_child(const struct run *run, uint16_t trie,
                           uint16_t name)
{
    uint16_t child = run->tries[trie].first_child;

    while (child != 0 && run->tries[child].name != name)
        child = run->tries[child].next;
    return child;
}

static bool add_mark(struct run *run, uint16_t trie, uint16_t constraint)
{
    struct trie_mark *grown = arena_grow(&run->tables, run->marks,
                                         run->mark_count,
                                         &run->mark_capacity, sizeof *grown);

    if (grown == NULL || run->mark_count >= SCHEMA_NONE)
        return false;
    run->marks = grown;
    grown[run->mark_count].constraint = constraint;
    grown[run->mark_count].next = run->tries[trie].first_mark;
    run->tries[trie].first_mark = (uint16_t)run->mark_count++;
    return true;
}

static bool add_path(struct run *run, uint16_t root, const struct path *path,
                     uint16_t constraint)
{
    uint16_t at = root;

    for (uint16_t i = 0; i < path->step_count; i++) {
        uint16_t name = run->schema->path_steps[path->first_step + i];
        uint16_t child = find_child(run, at, name);

        if (child == 0) {
            child = add_trie(run, name);
            if (child == 0)
                return false;
            run->tries[child].next = run->tries[at].first_child;
            run->tries[at].first_child = child;
        }
        at = child;
    }
    return add_mark(run, at, constraint);
}

static bool prepare_element(struct run *run,
                            const struct global_element *element,
                            uint16_t *root)
{
    const struct schema *s = run->schema;

    if (element->constraint_count == 0)
        return true;
    *root = add_trie(run, element->name);
    if (*root == 0)
        return false;
    for (uint16_t i = 0; i < element->constraint_count; i++) {
        uint16_t index = (uint16_t)(element->first_constraint + i);
        const struct constraint *c = &s->constraints[index];

        for (uint16_t p = 0; p < c->path_count; p++)
            if (!add_path(run, *root, &s->paths[c->first_path + p], index))
                return false;
    }
    return true;
}

/* Row 0 of both tables stays unused: 0 means none. */
bool constraints_prepare(struct run *run)
{
    run->scope_tries = arena_array(&run->tables, run->schema->element_count,
                                   sizeof *run->scope_tries);
    if (run->scope_tries == NULL)
        return false;
    add_trie(run, SCHEMA_NONE);
    if (run->tries == NULL)
        return false;
    run->marks = arena_grow(&run->tables, NULL, 0, &run->mark_capacity,
                            sizeof *run->marks);
    run->mark_count = 1;
    if (run->marks == NULL)
        return false;
    for (uint16_t i = 0; i < run->schema->element_count; i++)
        if (!prepare_element(run, &run->schema->elements[i],
                             &run->scope_tries[i]))
            return false;
    return true;
}

void constraints_clear(struct run *run)
{
    run->scope = NULL;
    arena_reset(&run->scopes);
}

static void open_scope(struct run *run, uint16_t element)
{
    struct scope *scope = arena_new(&run->scopes, sizeof *scope);
    struct frame *frame = run_top(run);

    if (scope == NULL)
        return;
    scope->outer = run->scope;
    scope->element = &run->schema->elements[element];
    run->scope = scope;
    frame->opens_scope = true;
    frame->trie = run->scope_tries[element];
}

void constraints_enter(struct run *run, const struct edge *edge,
                       uint16_t element)
{
    struct frame *frame = run_top(run);
    const struct frame *parent =
        run->depth > 1 ? &run->frames[run->depth - 2] : NULL;

    if (element != SCHEMA_NONE && run->scope_tries[element] != 0)
        open_scope(run, element);
    else if (parent != NULL && parent->trie != 0)
        frame->trie = find_child(run, parent->trie, edge->name);
}

/* Anchors of the frames from the scope's element down to the present one. */
static struct anchor *frame_anchor(struct run *run)
{
    struct anchor *anchor = NULL;
    size_t first = run->depth - 1;

    while (!run->frames[first].opens_scope)
        first--;
    for (size_t i = first; i < run->depth; i++) {
        struct frame *frame = &run->frames[i];

        if (frame->anchor == NULL) {
            frame->anchor = arena_new(&run->scopes, sizeof *frame->anchor);
            if (frame->anchor == NULL)
                return NULL;
            *frame->anchor =
                (struct anchor){.parent = anchor,
                                .tag = frame->tag,
                                .name = frame->name,
                                .position = frame->position,
                                .repeats = frame->repeats && i > first};
        }
        anchor = frame->anchor;
    }
    return anchor;
}

static void add_entry(struct run *run, uint16_t constraint, struct str value,
                      bool refused)
{
    struct entry *entry = arena_new(&run->scopes, sizeof *entry);
    struct str copy = arena_copy(&run->scopes, value);
    struct anchor *anchor = frame_anchor(run);

    if (entry == NULL || copy.at == NULL || anchor == NULL)
        return;
    *entry = (struct entry){.anchor = anchor,
                            .value = copy,
                            .constraint = constraint,
                            .refused = refused};
    if (run->scope->last != NULL)
        run->scope->last->next = entry;
    else
        run->scope->first = entry;
    run->scope->last = entry;
}

void constraints_value(struct run *run, uint16_t attribute_name,
                       struct str value, bool refused)
{
    uint16_t mark = run->tries[run_top(run)->trie].first_mark;

    for (; mark != 0; mark = run->marks[mark].next) {
        uint16_t index = run->marks[mark].constraint;

        if (run->schema->constraints[index].field == attribute_name)
            add_entry(run, index, value, refused);
    }
}

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
                 "'%s' is first used here, of '%s'",
                 finding_quote(arena, entry->value),
                 run_name(run, first->anchor->name));
}

/* Fills one map per key of the scope. */
static void collect_keys(struct run *run, struct map *maps)
{
    const struct global_element *element = run->scope->element;

    for (struct entry *e = run->scope->first; e != NULL; e = e->next) {
        const struct constraint *c =
            &run->schema->constraints[e->constraint];
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
static const struct entry *find_other(struct run *run,
                                      const struct map *maps,
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
        uint16_t last =
            s->path_steps[path->first_step + path->step_count - 1];

        kinds = arena_format(arena, "%s%s'%s'", kinds,
                             i > 0 ? " or " : "", run_name(run, last));
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
        finding_say(f, "'%s' is the id of '%s', and a %s is wanted here",
                    value, run_name(run, other->anchor->name),
                    key_kinds(run, c->refer));
        finding_fact(f, entry_place(run, other), entry_path(run, other),
                     "'%s' is this '%s'", value,
                     run_name(run, other->anchor->name));
        return;
    }
    finding_say(f, "no %s of this record has the id '%s'",
                key_kinds(run, c->refer), value);
    suggest_start(&guess.suggestion, ref->value);
    map_each(&maps[c->refer - run->scope->element->first_constraint],
             consider_key, &guess);
    if (guess.suggestion.best.at != NULL)
        finding_hint(f, "did you mean '%s'?",
                     finding_quote(arena, guess.suggestion.best));
}

static void check_references(struct run *run, const struct map *maps)
{
    uint16_t first = run->scope->element->first_constraint;

    run->guesses = GUESSES;
    for (struct entry *e = run->scope->first; e != NULL; e = e->next) {
        const struct constraint *c =
            &run->schema->constraints[e->constraint];

        if (c->kind == CONSTRAINT_KEYREF && !e->refused &&
            map_get(&maps[c->refer - first], e->value) == NULL)
            raise_dangling(run, maps, e);
    }
}

void constraints_leave(struct run *run)
{
    struct frame *frame = run_top(run);
    struct map *maps;

    if (!frame->opens_scope || run->scope == NULL)
        return;
    maps = arena_array(&run->scopes, run->scope->element->constraint_count,
                       sizeof *maps);
    if (maps != NULL) {
        collect_keys(run, maps);
        check_references(run, maps);
    }
    run->scope = run->scope->outer;
    if (run->scope == NULL && !run->scopes.failed)
        arena_reset(&run->scopes);
}
