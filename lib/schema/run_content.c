/* The runner's recovery: a child that the content model does not expect. */
/* SPDX-License-Identifier: MIT */
#include "base/suggest.h"
#include "schema/run_search.h"
#include "xml/tag.h"

#include <string.h>

static const struct edge *take(struct frame *frame, const struct edge *edge)
{
    frame->state = edge->target;
    frame->replaced = false;
    return edge;
}

/* Tells what is missing before the goal: a child, or (SCHEMA_NONE) the end.
 * What was told to be out of order is not missing. */
static void raise_missing(struct run *run, struct frame *frame,
                          struct extent where, const struct search *search,
                          size_t at, uint16_t goal)
{
    struct arena *arena = run->findings->arena;
    const char *names = missing_names(run, search, at, goal, frame->early);
    size_t count = missing_count(search, at);
    struct cis_finding *f;

    if (names[0] == '\0' && frame->early != SCHEMA_NONE)
        return;
    f = finding_add(run->findings, CODE_S002, where, run_path(run, NULL, NULL));
    if (goal == SCHEMA_NONE)
        finding_say(f, "%s missing at the end of '%s'", names,
                    run_name(run, frame->name));
    else
        finding_say(f, "%s missing in '%s', before '%s'", names,
                    run_name(run, frame->name), run_name(run, goal));
    finding_fact(f, run_at_name(run, frame->tag), run_path(run, NULL, NULL),
                 "'%s' begins here",
                 finding_quote(arena, str_of(run_name(run, frame->name))));
    frame->missing = f;
    frame->missing_name = run->schema->edges[first_missing(search, at)].name;
    frame->missing_count = (uint16_t)count;
    frame->missing_before = goal;
    frame->back = frame->state;
    for (; at != 0; at = search->from[at])
        constraints_miss(run, run->schema->edges[search->by[at]].name);
    run_damage(run);
}

/* A child is there, but something before it is not. */
static const struct edge *bridge(struct run *run, struct frame *frame,
                                 const struct xml_element *child, uint16_t name)
{
    struct search search;
    size_t at = search_state(run->schema, &search, frame->state, name);

    if (at == SIZE_MAX)
        return NULL;
    if (!frame->replaced)
        raise_missing(run, frame, run_at_name(run, child->tag), &search, at,
                      name);
    return take(frame, find_edge(run->schema, search.states[at], name));
}

/* The edge of that name anywhere in the content model. */
static const struct edge *
edge_anywhere(struct run *run, const struct frame *frame, uint16_t name)
{
    uint16_t start = run->schema->types[frame->type].start;
    struct search search;
    size_t at = search_state(run->schema, &search, start, name);

    if (at == SIZE_MAX)
        return NULL;
    return find_edge(run->schema, search.states[at], name);
}

/* What was told to be missing was out of order: the finding becomes that, at
 * the child `name`, whose place is before or after `other`. */
static void retell(struct run *run, struct frame *frame, struct extent where,
                   uint16_t name, struct extent there, const char *relation,
                   uint16_t other)
{
    struct cis_finding *f = frame->missing;

    frame->missing = NULL;
    f->code = CODE_S001;
    f->where = where;
    f->path = run_path(run, run_name(run, name), NULL);
    f->facts = NULL;
    f->last_fact = NULL;
    f->fact_count = 0;
    finding_say(f, "'%s' is out of order in '%s'", run_name(run, name),
                run_name(run, frame->name));
    finding_fact(f, there, run_path(run, run_name(run, other), NULL),
                 "it belongs %s '%s'", relation, run_name(run, other));
}

/* The child whose absence was told before comes after all: it was not
 * missing but late. One cause, one finding, for all of that name in a row. */
static bool is_late(struct run *run, struct frame *frame,
                    const struct xml_element *child, const struct edge *edge)
{
    if (frame->missing != NULL && frame->missing_count == 1 &&
        frame->missing_name == edge->name) {
        retell(run, frame, run_at_name(run, child->tag), edge->name,
               frame->missing->where, "before", frame->missing_before);
        frame->late = edge->name;
        return true;
    }
    return frame->late == edge->name && frame->last_child == edge->name &&
           edge->repeats;
}

/* Several children were told to be missing, and now they come: the child
 * before which they were missed was too early. */
static const struct edge *go_back(struct run *run, struct frame *frame,
                                  const struct xml_element *child,
                                  uint16_t name)
{
    const struct edge *edge;

    if (frame->missing == NULL || frame->missing_count < 2)
        return NULL;
    edge = find_edge(run->schema, frame->back, name);
    if (edge == NULL)
        return NULL;
    frame->early = frame->missing_before;
    retell(run, frame, frame->missing->where, frame->early,
           run_at_name(run, child->tag), "after", name);
    return take(frame, edge);
}

/* Forgets what was found within the element that a guess took for another:
 * what begins after its name. */
static void drop_guess(struct run *run, struct frame *frame)
{
    struct findings *list = run->findings;
    struct cis_finding *guess = frame->guess;

    for (struct cis_finding *f = guess->next; f != NULL; f = f->next)
        list->count--;
    guess->next = NULL;
    guess->hint = NULL;
    list->last = guess;
}

static struct cis_finding *raise_unexpected(struct run *run,
                                            struct frame *frame,
                                            const struct xml_element *child,
                                            const char *why)
{
    struct arena *arena = run->findings->arena;
    const char *name = finding_quote(arena, str_of(child->local));
    const char *prefix = child->prefix != NULL && child->prefix[0] != '\0'
                             ? finding_quote(arena, str_of(child->prefix))
                             : NULL;
    struct cis_finding *f =
        finding_add(run->findings, CODE_S001, run_at_name(run, child->tag),
                    run_path(run, name, NULL));
    const char *list = expected(run, frame->state);

    finding_say(f, "'%s%s%s' %s in '%s': expected %s",
                prefix != NULL ? prefix : "", prefix != NULL ? ":" : "", name,
                why, run_name(run, frame->name),
                list[0] != '\0' ? list : "nothing");
    run->lossy = true;
    run_damage(run);
    return f;
}

/* A known child in a place where it cannot come any more. */
static const struct edge *misplaced(struct run *run, struct frame *frame,
                                    const struct xml_element *child,
                                    const struct edge *edge, bool *shadow)
{
    bool again = frame->last_child == edge->name && !edge->repeats;

    if (is_late(run, frame, child, edge))
        return edge;
    *shadow = true;
    if (again && frame->guess != NULL && frame->guess_name == edge->name)
        drop_guess(run, frame);
    else
        raise_unexpected(run, frame, child,
                         again ? "stands more than once"
                               : "does not belong here");
    return edge;
}

static void consider_edges(struct run *run, uint16_t state_index,
                           struct suggestion *suggestion)
{
    const struct schema *s = run->schema;
    const struct state *state = &s->states[state_index];

    for (uint16_t i = 0; i < state->edge_count; i++)
        suggest_consider(
            suggestion,
            str_of(run_name(run, s->edges[state->first_edge + i].name)));
}

/* All names of the content model. */
static void consider_model(struct run *run, const struct frame *frame,
                           struct suggestion *suggestion)
{
    struct search search;

    search_state(run->schema, &search, run->schema->types[frame->type].start,
                 SEARCH_ALL);
    for (size_t i = 0; i < search.count; i++)
        consider_edges(run, search.states[i], suggestion);
}

/* An unknown name. Where it is nearly one that could come here it is taken
 * for that; elsewhere the subtree is skipped. */
static const struct edge *unknown(struct run *run, struct frame *frame,
                                  const struct xml_element *child)
{
    const struct schema *s = run->schema;
    const struct state *state = &s->states[frame->state];
    struct cis_finding *f = raise_unexpected(run, frame, child, "is not known");
    struct suggestion suggestion;

    suggest_start(&suggestion, str_of(child->local));
    consider_edges(run, frame->state, &suggestion);
    for (uint16_t i = 0; i < state->edge_count; i++) {
        const struct edge *edge = &s->edges[state->first_edge + i];

        if (suggestion.best.at != NULL &&
            str_is(suggestion.best, run_name(run, edge->name))) {
            finding_hint(f, "did you mean '%s'?", run_name(run, edge->name));
            frame->guess = f;
            frame->guess_name = edge->name;
            return take(frame, edge);
        }
    }
    frame->replaced = true;
    consider_model(run, frame, &suggestion);
    if (suggestion.best.at != NULL)
        finding_hint(f, "did you mean '%.*s'?", STR_ARGS(suggestion.best));
    return NULL;
}

/* An element of another namespace: the wildcard, or nothing. */
static const struct edge *foreign(struct run *run, struct frame *frame,
                                  const struct xml_element *child)
{
    struct arena *arena = run->findings->arena;
    const struct edge *any = find_edge(run->schema, frame->state, SCHEMA_NONE);
    struct cis_finding *f;

    if (any != NULL && child->ns != NULL) {
        take(frame, any);
        run->lossy = false;
        return NULL;
    }
    f = raise_unexpected(run, frame, child, "does not belong here");
    frame->replaced = true;
    finding_hint(
        f,
        child->ns == NULL
            ? "it is in no namespace; elements of a record are in "
              "'%s'%s%s"
            : "elements of a record are in the namespace '%s', "
              "this one is in '%s'%s",
        run->schema->target,
        child->ns == NULL ? "" : finding_quote(arena, str_of(child->ns)), "");
    return NULL;
}

/* A child where none can be. */
static const struct edge *childless(struct run *run, struct frame *frame,
                                    const struct xml_element *child)
{
    struct arena *arena = run->findings->arena;
    const char *name = finding_quote(arena, str_of(child->local));
    struct cis_finding *f =
        finding_add(run->findings, CODE_S001, run_at_name(run, child->tag),
                    run_path(run, name, NULL));

    finding_say(f, "'%s' does not belong here: '%s' has %s", name,
                run_name(run, frame->name),
                run->schema->types[frame->type].content == CONTENT_EMPTY
                    ? "attributes only"
                    : "text only");
    run->lossy = true;
    run_damage(run);
    return NULL;
}

const struct edge *run_child(struct run *run, const struct xml_element *child,
                             const struct name_slot *slot, bool *shadow)
{
    struct frame *frame = run_top(run);
    const struct schema *s = run->schema;
    const struct edge *edge;

    if (s->types[frame->type].content != CONTENT_ELEMENTS)
        return childless(run, frame, child);
    if (slot->other || child->ns == NULL)
        return foreign(run, frame, child);
    if (slot->name == NAME_UNKNOWN)
        return unknown(run, frame, child);
    edge = find_edge(s, frame->state, slot->name);
    if (edge != NULL)
        return take(frame, edge);
    edge = go_back(run, frame, child, slot->name);
    if (edge != NULL)
        return edge;
    edge = edge_anywhere(run, frame, slot->name);
    if (edge == NULL)
        return unknown(run, frame, child);
    if (!(frame->missing != NULL && frame->missing_count == 1 &&
          frame->missing_name == slot->name)) {
        const struct edge *later = bridge(run, frame, child, slot->name);

        if (later != NULL)
            return later;
    }
    return misplaced(run, frame, child, edge, shadow);
}

/* So much is missing that no search goes as far. */
static void raise_far(struct run *run, const struct frame *frame,
                      struct extent where)
{
    struct cis_finding *f =
        finding_add(run->findings, CODE_S002, where, run_path(run, NULL, NULL));

    finding_say(f, "%s and more is missing at the end of '%s'",
                expected(run, frame->state), run_name(run, frame->name));
    run_damage(run);
}

void run_check_end(struct run *run, uint64_t tag)
{
    struct frame *frame = run_top(run);
    struct search search;
    struct extent where;
    size_t at;

    if (frame->replaced)
        return;
    at = search_state(run->schema, &search, frame->state, SCHEMA_NONE);
    where =
        tag == frame->tag ? run_at_name(run, tag) : tag_whole(run->source, tag);
    if (at != SIZE_MAX)
        raise_missing(run, frame, where, &search, at, SCHEMA_NONE);
    else
        raise_far(run, frame, where);
}
