/* The runner's keys: the values that constraints compare are collected. */
/* SPDX-License-Identifier: MIT */
#include "schema/runner.h"

#include <string.h>

static uint16_t add_trie(struct run *run, uint16_t name)
{
    struct trie *grown = arena_grow(&run->tables, run->tries, run->trie_count,
                                    &run->trie_capacity, sizeof *grown);

    if (grown == NULL || run->trie_count >= SCHEMA_NONE)
        return 0;
    run->tries = grown;
    grown[run->trie_count] = (struct trie){.name = name};
    return (uint16_t)run->trie_count++;
}

static uint16_t find_child(const struct run *run, uint16_t trie, uint16_t name)
{
    uint16_t child = run->tries[trie].first_child;

    while (child != 0 && run->tries[child].name != name)
        child = run->tries[child].next;
    return child;
}

static bool add_mark(struct run *run, uint16_t trie, uint16_t constraint)
{
    struct trie_mark *grown =
        arena_grow(&run->tables, run->marks, run->mark_count,
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
    if (refused) {
        entry->next_refused = run->scope->first_refused;
        run->scope->first_refused = entry;
    }
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

static bool is_key_field(const struct run *run, uint16_t name)
{
    const struct global_element *element = run->scope->element;
    const struct constraint *rows =
        &run->schema->constraints[element->first_constraint];

    for (uint16_t i = 0; i < element->constraint_count; i++)
        if (rows[i].kind != CONSTRAINT_KEYREF && rows[i].field == name)
            return true;
    return false;
}

void constraints_lose(struct run *run, const struct xml_element *element)
{
    for (size_t i = 0; run->scope != NULL && i < element->attribute_count;
         i++) {
        const struct xml_attribute *a = &element->attributes[i];
        struct str copy;

        if (a->ns != NULL ||
            !is_key_field(run, run_find_name(run, a->local, NULL)->name))
            continue;
        copy = arena_copy(&run->scopes, str_trim(a->value));
        if (copy.at != NULL)
            map_put(&run->scope->lost, &run->scopes, copy, run->scope);
    }
}

void constraints_miss(struct run *run, uint16_t name)
{
    if (run->scope != NULL)
        map_put(&run->scope->absent, &run->scopes, str_of(run_name(run, name)),
                run->scope);
}

void constraints_leave(struct run *run)
{
    if (!run_top(run)->opens_scope || run->scope == NULL)
        return;
    keys_check(run);
    run->scope = run->scope->outer;
    if (run->scope == NULL && !run->scopes.failed)
        arena_reset(&run->scopes);
}
