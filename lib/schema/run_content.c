/* The runner's recovery: a child that the content model does not expect. */
/* SPDX-License-Identifier: MIT */
#include "base/suggest.h"
#include "schema/runner.h"
#include "xml/tag.h"

#include <string.h>

#define MAX_PATH_STATES 256

static const struct edge *find_edge(const struct schema *s, uint16_t state,
                                    uint16_t name)
{
    const struct state *from = &s->states[state];

    for (uint16_t i = 0; i < from->edge_count; i++)
        if (s->edges[from->first_edge + i].name == name)
            return &s->edges[from->first_edge + i];
    return NULL;
}

static const struct edge *take(struct frame *frame, const struct edge *edge)
{
    frame->state = edge->target;
    frame->replaced = false;
    return edge;
}

/* The states of one content model stand together: those reachable from its
 * first state. Breadth first, so that the fewest children are missing. */
struct search {
    uint16_t states[MAX_PATH_STATES];
    uint16_t from[MAX_PATH_STATES]; /* position in states */
    uint16_t by[MAX_PATH_STATES];   /* the edge that led there */
    size_t count;
};

static bool seen(const struct search *search, uint16_t state)
{
    for (size_t i = 0; i < search->count; i++)
        if (search->states[i] == state)
            return true;
    return false;
}

static void visit(struct search *search, uint16_t state, size_t from,
                  uint16_t by)
{
    if (search->count == MAX_PATH_STATES || seen(search, state))
        return;
    search->states[search->count] = state;
    search->from[search->count] = (uint16_t)from;
    search->by[search->count] = by;
    search->count++;
}

/*
 * The nearest state, beyond the present one, that has an edge for the name
 * (or, for SCHEMA_NONE, that accepts). Gives the position in the search, or
 * SIZE_MAX.
 */
static size_t search_state(const struct schema *s, struct search *search,
                           uint16_t start, uint16_t name)
{
    search->count = 0;
    visit(search, start, 0, 0);
    for (size_t at = 0; at < search->count; at++) {
        const struct state *state = &s->states[search->states[at]];

        if (name == SCHEMA_NONE ? state->accepts
                                : find_edge(s, search->states[at], name) !=
                                      NULL)
            return at;
        for (uint16_t i = 0; i < state->edge_count; i++) {
            uint16_t edge = (uint16_t)(state->first_edge + i);

            visit(search, s->edges[edge].target, at, edge);
        }
    }
    return SIZE_MAX;
}

/* The first child missing on the way that the search found. */
static uint16_t first_missing(const struct search *search, size_t at)
{
    uint16_t edge = 0;

    while (at != 0) {
        edge = search->by[at];
        at = search->from[at];
    }
    return edge;
}

/* How many children are missing on the way. */
static size_t missing_count(const struct search *search, size_t at)
{
    size_t count = 0;

    for (; at != 0; at = search->from[at])
        count++;
    return count;
}

static const char *join(struct arena *arena, const char *list,
                        const char *more, bool last)
{
    if (list[0] == '\0')
        return more;
    return arena_format(arena, "%s%s%s", list, last ? " or " : ", ", more);
}

/* "'title' or 'dates'": what the state expects, in the schema's order. */
static const char *expected(struct run *run, uint16_t state_index,
                            bool with_end)
{
    const struct schema *s = run->schema;
    const struct state *state = &s->states[state_index];
    struct arena *arena = run->findings->arena;
    bool end = with_end && state->accepts;
    const char *list = "";

    for (uint16_t i = 0; i < state->edge_count; i++) {
        const struct edge *edge = &s->edges[state->first_edge + i];
        const char *one =
            edge->name == SCHEMA_NONE
                ? "an element of another namespace"
                : arena_format(arena, "'%s'", run_name(run, edge->name));

        list = join(arena, list, one,
                    i + 1 == state->edge_count && !end);
    }
    if (end)
        list = join(arena, list, "the end of the element", true);
    return list;
}

/* Several names may be missing where there is a choice. */
static const char *missing_names(struct run *run, uint16_t state,
                                 uint16_t edge)
{
    const struct schema *s = run->schema;

    if (s->states[state].accepts || s->states[state].edge_count == 1)
        return arena_format(run->findings->arena, "'%s'",
                            run_name(run, s->edges[edge].name));
    return expected(run, state, false);
}

static struct cis_finding *raise_missing(struct run *run, struct frame *frame,
                                         struct extent where,
                                         const struct search *search,
                                         size_t at, const char *before)
{
    uint16_t edge = first_missing(search, at);
    struct arena *arena = run->findings->arena;
    struct cis_finding *f = finding_add(run->findings, CODE_S002, where,
                                        run_path(run, NULL, NULL));
    const char *names = missing_names(run, search->states[0], edge);

    finding_say(f, "%s is missing in '%s', before %s", names,
                run_name(run, frame->name), before);
    finding_fact(f, run_at_name(run, frame->tag), run_path(run, NULL, NULL),
                 "'%s' begins here",
                 finding_quote(arena, str_of(run_name(run, frame->name))));
    frame->missing = missing_count(search, at) == 1 ? f : NULL;
    frame->missing_name = run->schema->edges[edge].name;
    run_damage(run);
    return f;
}

/* A child is there, but something before it is not. */
static const struct edge *bridge(struct run *run, struct frame *frame,
                                 const struct xml_element *child,
                                 uint16_t name)
{
    struct search search;
    size_t at = search_state(run->schema, &search, frame->state, name);
    const char *before;

    if (at == SIZE_MAX)
        return NULL;
    if (!frame->replaced) {
        before = arena_format(run->findings->arena, "'%s'",
                              run_name(run, name));
        raise_missing(run, frame, run_at_name(run, child->tag), &search, at,
                      before);
        frame->missing_before = name;
    }
    return take(frame, find_edge(run->schema, search.states[at], name));
}

/* The edge of that name anywhere in the content model. */
static const struct edge *edge_anywhere(struct run *run,
                                        const struct frame *frame,
                                        uint16_t name)
{
    uint16_t start = run->schema->types[frame->type].start;
    struct search search;
    size_t at = search_state(run->schema, &search, start, name);

    if (at == SIZE_MAX)
        return NULL;
    return find_edge(run->schema, search.states[at], name);
}

/* The child whose absence was told before comes after all: it was not
 * missing but out of order. One cause, one finding. */
static const struct edge *out_of_order(struct run *run, struct frame *frame,
                                       const struct xml_element *child,
                                       const struct edge *edge)
{
    struct cis_finding *f = frame->missing;
    const char *name = run_name(run, edge->name);
    const char *next = run_name(run, frame->missing_before);
    struct extent there = f->where;

    frame->missing = NULL;
    f->code = CODE_S001;
    f->where = run_at_name(run, child->tag);
    f->path = run_path(run, name, NULL);
    f->facts = NULL;
    f->last_fact = NULL;
    f->fact_count = 0;
    finding_say(f, "'%s' is out of order in '%s'", name,
                run_name(run, frame->name));
    finding_fact(f, there, run_path(run, next, NULL),
                 "it belongs before '%s'", next);
    return edge;
}

static struct cis_finding *raise_unexpected(struct run *run,
                                            struct frame *frame,
                                            const struct xml_element *child,
                                            const char *why)
{
    struct arena *arena = run->findings->arena;
    const char *name = finding_quote(arena, str_of(child->local));
    struct cis_finding *f =
        finding_add(run->findings, CODE_S001, run_at_name(run, child->tag),
                    run_path(run, name, NULL));
    const char *list = expected(run, frame->state, true);

    finding_say(f, "'%s' %s in '%s': expected %s", name, why,
                run_name(run, frame->name),
                list[0] != '\0' ? list : "nothing");
    run_damage(run);
    return f;
}

/* A known child in a place where it cannot come any more. */
static const struct edge *misplaced(struct run *run, struct frame *frame,
                                    const struct xml_element *child,
                                    const struct edge *edge, bool *shadow)
{
    if (frame->missing != NULL && frame->missing_name == edge->name)
        return out_of_order(run, frame, child, edge);
    *shadow = true;
    raise_unexpected(run, frame, child,
                     frame->last_child == edge->name && !edge->repeats
                         ? "stands more than once"
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

    search_state(run->schema, &search,
                 run->schema->types[frame->type].start, NAME_UNKNOWN - 1);
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
    struct cis_finding *f =
        raise_unexpected(run, frame, child, "is not known");
    struct suggestion suggestion;

    suggest_start(&suggestion, str_of(child->local));
    consider_edges(run, frame->state, &suggestion);
    for (uint16_t i = 0; i < state->edge_count; i++) {
        const struct edge *edge = &s->edges[state->first_edge + i];

        if (suggestion.best.at != NULL &&
            str_is(suggestion.best, run_name(run, edge->name))) {
            finding_hint(f, "did you mean '%s'?", run_name(run, edge->name));
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
    const struct edge *any = find_edge(run->schema, frame->state,
                                       SCHEMA_NONE);
    struct cis_finding *f;

    if (any != NULL && child->ns != NULL) {
        take(frame, any);
        return NULL;
    }
    f = raise_unexpected(run, frame, child, "does not belong here");
    frame->replaced = true;
    finding_hint(f,
                 child->ns == NULL
                     ? "it is in no namespace; elements of a record are in "
                       "'%s'%s%s"
                     : "elements of a record are in the namespace '%s', "
                       "this one is in '%s'%s",
                 run->schema->target,
                 child->ns == NULL
                     ? ""
                     : finding_quote(arena, str_of(child->ns)),
                 "");
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
    edge = edge_anywhere(run, frame, slot->name);
    if (edge == NULL)
        return unknown(run, frame, child);
    if (!(frame->missing != NULL && frame->missing_name == slot->name)) {
        const struct edge *later = bridge(run, frame, child, slot->name);

        if (later != NULL)
            return later;
    }
    return misplaced(run, frame, child, edge, shadow);
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
    if (at == SIZE_MAX)
        return;
    where = tag == frame->tag ? run_at_name(run, tag)
                              : tag_whole(run->source, tag);
    raise_missing(run, frame, where, &search, at, "its end");
}
