/* G: terms, holders, spans and turns of a registry that cannot be so. */
/* SPDX-License-Identifier: MIT */
#include "rules/registry_rules.h"

#include <stdlib.h>
#include <string.h>

/* Facts of one kind that a finding gives, at most. */
enum {
    FACTS_SHOWN = 8
};

/* Someone at a place for a time: a state that presides, or a holder. */
struct stay {
    const struct node *node;
    struct span span;
    struct str source;
    const char *who;
    int64_t from; /* there from this day on, at the latest */
    int64_t end;  /* and up to this one, at least */
};

struct stays {
    struct stay *at;
    size_t count;
};

static int compare_stays(const void *a, const void *b)
{
    const struct stay *one = a;
    const struct stay *other = b;

    if (one->from != other->from)
        return one->from < other->from ? -1 : 1;
    return (one->node->tag > other->node->tag) -
           (one->node->tag < other->node->tag);
}

/* A stay whose beginning is unknown, or that runs backwards, says nothing of
 * who else was there; one of the other version of a fact may overlap. */
static void add_stay(struct stays *stays, struct stay stay, struct str variant)
{
    if (variant.at != NULL || !date_given(stay.span.from) ||
        date_before(stay.span.to, stay.span.from) == TRUTH_YES)
        return;
    stay.from = date_last_day(stay.span.from);
    stay.end =
        date_given(stay.span.to) ? date_first_day(stay.span.to) : INT64_MAX;
    stays->at[stays->count++] = stay;
}

static struct stays terms_in_order(struct rule_run *run)
{
    const struct reg_root *root = run->registry->root;
    const struct list *terms = root->terms ? &root->terms->terms : NULL;
    struct stays stays = {NULL, 0};

    if (terms == NULL)
        return stays;
    stays.at = arena_array(run->arena, terms->count, sizeof *stays.at);
    if (stays.at == NULL)
        return stays;
    for (const struct node *n = terms->first; n != NULL; n = n->next) {
        const struct reg_term *term = (const struct reg_term *)n;
        add_stay(&stays,
                 (struct stay){.node = n,
                               .span = term->span,
                               .source = term->source,
                               .who = rule_state(run, term->state)},
                 term->variant);
    }
    qsort(stays.at, stays.count, sizeof *stays.at, compare_stays);
    return stays;
}

static struct stays holders_in_order(struct rule_run *run,
                                     const struct reg_office *office)
{
    struct stays stays = {NULL, 0};

    stays.at = arena_array(run->arena, office->holders.count, sizeof *stays.at);
    if (stays.at == NULL)
        return stays;
    for (const struct node *n = office->holders.first; n; n = n->next) {
        const struct reg_holder *holder = (const struct reg_holder *)n;
        add_stay(
            &stays,
            (struct stay){.node = n,
                          .span = holder->span,
                          .source = holder->source,
                          .who = rule_quote(run, reg_name(&holder->names))},
            holder->variant);
    }
    qsort(stays.at, stays.count, sizeof *stays.at, compare_stays);
    return stays;
}

/* The entry, with its place and where it has it from. */
static void prove(struct rule_run *run, struct cis_finding *finding,
                  const struct stay *stay, const char *attribute)
{
    struct str source = arena_copy(run->arena, stay->source);

    rule_fact(run, finding, stay->node, attribute, "%s: %s", stay->who,
              rule_span(run, stay->span));
    if (finding->last_fact != NULL)
        finding->last_fact->source = source.at;
}

/* Whether both were there for longer than the day of a handover. */
static bool overlap(const struct stay *earlier, const struct stay *later)
{
    return (earlier->end < later->end ? earlier->end : later->end) >
           later->from;
}

/* Those who are seated, as a heap: nobody stays longer than those below. */
struct seated {
    const struct stay **at;
    size_t count, seats;
};

static void swap(const struct stay **a, const struct stay **b)
{
    const struct stay *other = *a;

    *a = *b;
    *b = other;
}

static void sink(struct seated *seated)
{
    const struct stay **at = seated->at;

    for (size_t i = 0, low = 1; low < seated->count; i = low, low = 2 * i + 1) {
        if (low + 1 < seated->count && at[low + 1]->end < at[low]->end)
            low++;
        if (at[i]->end <= at[low]->end)
            return;
        swap(&at[i], &at[low]);
    }
}

static void rise(struct seated *seated)
{
    const struct stay **at = seated->at;

    for (size_t i = seated->count - 1; i > 0; i = (i - 1) / 2) {
        if (at[(i - 1) / 2]->end <= at[i]->end)
            return;
        swap(&at[i], &at[(i - 1) / 2]);
    }
}

/* Keeps those that stay longest, at most as many as there are seats. How long
 * one without an end stayed is not known. */
static void take_seat(struct seated *seated, const struct stay *stay)
{
    if (!date_given(stay->span.to))
        return;
    if (seated->count < seated->seats) {
        seated->at[seated->count++] = stay;
        rise(seated);
    } else if (seated->at[0]->end < stay->end) {
        seated->at[0] = stay;
        sink(seated);
    }
}

/* Tells of each stay for which no seat was free. */
static void find_crowd(struct rule_run *run, const struct stays *stays,
                       size_t seats, const char *place)
{
    struct seated seated = {NULL, 0, seats};

    if (seats >= stays->count)
        return;
    seated.at = arena_array(run->arena, seats, sizeof *seated.at);
    for (size_t i = 0; seated.at != NULL && i < stays->count; i++) {
        const struct stay *later = &stays->at[i];
        if (seated.count == seats && overlap(seated.at[0], later)) {
            struct cis_finding *finding = rule_emit(run, later->node, "from");
            finding_say(finding, "%s and %s %s at once", later->who,
                        seated.at[0]->who, place);
            for (size_t j = 0; j < seats && j < 3; j++)
                prove(run, finding, seated.at[j], "to");
            prove(run, finding, later, "from");
        }
        take_seat(&seated, later);
    }
}

static void check_overlapping_terms(struct rule_run *run)
{
    struct stays terms = terms_in_order(run);

    find_crowd(run, &terms, 1, "preside");
}

static void check_gap_in_terms(struct rule_run *run)
{
    struct stays terms = terms_in_order(run);
    const struct stay *last = terms.at;

    for (size_t i = 1; i < terms.count; i++) {
        const struct stay *next = &terms.at[i];
        if (date_given(last->span.to) && date_last_day(last->span.to) + 1 <
                                             date_first_day(next->span.from)) {
            struct cis_finding *finding = rule_emit(run, next->node, "from");
            finding_say(finding, "nobody is known to preside between %s and %s",
                        last->who, next->who);
            prove(run, finding, last, "to");
            prove(run, finding, next, "from");
        }
        if (next->end >= last->end)
            last = next;
    }
}

/* The dates of the node under these names, if its class has them. */
static bool has_span(const struct node *node, struct span *span)
{
    const struct class *class = node->class;
    bool found = false;

    for (size_t i = 0; i < class->field_count; i++) {
        const struct field *field = &class->fields[i];
        const struct cis_date *date =
            (const void *)((const char *)node + field->offset);
        if (field->kind == FIELD_DATE && strcmp(field->name, "from") == 0) {
            span->from = *date;
            found = true;
        } else if (field->kind == FIELD_DATE && strcmp(field->name, "to") == 0)
            span->to = *date;
    }
    return found;
}

static void judge_span(struct rule_run *run, const struct node *node)
{
    struct span span = {{0, 0, 0}, {0, 0, 0}};

    if (!has_span(node, &span) || date_before(span.to, span.from) != TRUTH_YES)
        return;
    struct cis_finding *finding = rule_emit(run, node, "to");
    finding_say(finding, "the span ends %s, before it begins",
                rule_when(run, span.to));
    rule_fact(run, finding, node, "from", "it begins %s",
              rule_when(run, span.from));
}

/* Every entry with a span, whatever it is of: the classes say which. */
static void judge_spans(struct rule_run *run, const struct node *node)
{
    const struct class *class = node->class;

    judge_span(run, node);
    for (size_t i = 0; i < class->child_count; i++) {
        const void *at = (const char *)node + class->children[i].offset;
        const struct node *child = class->children[i].several
                                       ? ((const struct list *)at)->first
                                       : *(struct node *const *)at;
        for (; child != NULL; child = child->next)
            judge_spans(run, child);
    }
}

static void check_span_reversed(struct rule_run *run)
{
    judge_spans(run, &run->registry->root->node);
}

/* When a state takes part, by beginning; up to each of them, how far any
 * reaches. */
struct part_taken {
    int64_t from, reach;
};

struct participation {
    struct part_taken *parts;
    size_t count;
};

static int compare_parts(const void *left, const void *right)
{
    const struct part_taken *a = left;
    const struct part_taken *b = right;

    return (a->from > b->from) - (a->from < b->from);
}

/* The earliest beginning and the latest end that are possible. */
static struct part_taken widest(struct span span)
{
    return (struct part_taken){
        date_given(span.from) ? date_first_day(span.from) : INT64_MIN,
        date_given(span.to) ? date_last_day(span.to) : INT64_MAX};
}

static struct participation *participation_of(struct rule_run *run,
                                              struct map *known,
                                              const struct reg_state *state)
{
    struct participation *of = map_get(known, state->code);

    if (of != NULL || (of = arena_new(run->arena, sizeof *of)) == NULL)
        return of;
    of->parts = arena_array(run->arena, state->memberships.count + 1,
                            sizeof *of->parts);
    if (of->parts == NULL)
        return NULL;
    for (const struct node *n = state->memberships.first; n; n = n->next) {
        const struct reg_membership *own = (const struct reg_membership *)n;
        if (membership_participates(own))
            of->parts[of->count++] = widest(own->span);
    }
    qsort(of->parts, of->count, sizeof *of->parts, compare_parts);
    for (size_t i = 1; i < of->count; i++)
        if (of->parts[i].reach < of->parts[i - 1].reach)
            of->parts[i].reach = of->parts[i - 1].reach;
    return map_put(known, run->arena, state->code, of);
}

/* Whether the state may take part on any day of the span. */
static bool may_participate(const struct participation *of, struct span span)
{
    struct part_taken asked = widest(span);
    size_t low = 0, high = of->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (of->parts[middle].from <= asked.reach)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && of->parts[low - 1].reach >= asked.from;
}

/* When it did take part, as facts; a few will do. */
static void participation_facts(struct rule_run *run,
                                struct cis_finding *finding,
                                const struct reg_state *state)
{
    size_t left = FACTS_SHOWN;

    for (const struct node *n = state->memberships.first; n != NULL && left > 0;
         n = n->next) {
        const struct reg_membership *own = (const struct reg_membership *)n;
        if (!membership_participates(own))
            continue;
        rule_fact(run, finding, n, date_given(own->span.to) ? "to" : "from",
                  "it took part %s", rule_span(run, own->span));
        left--;
    }
}

static void judge_turn(struct rule_run *run, struct map *known,
                       const struct reg_rotation *rotation,
                       const struct reg_turn *turn)
{
    const struct reg_state *state = registry_state(run->registry, turn->state);
    const struct participation *of;

    /* what is wrong with the span, or its state, is told as such */
    if (state == NULL ||
        date_before(rotation->span.to, rotation->span.from) == TRUTH_YES ||
        (of = participation_of(run, known, state)) == NULL ||
        may_participate(of, rotation->span))
        return;
    struct cis_finding *finding = rule_emit(run, &turn->node, "state");
    finding_say(finding, "%s takes no part in the organisation %s",
                rule_state(run, turn->state), rule_span(run, rotation->span));
    rule_fact(run, finding, &rotation->node, "from", "the rotation applies %s",
              rule_span(run, rotation->span));
    participation_facts(run, finding, state);
}

static void check_rotation_names_non_participant(struct rule_run *run)
{
    const struct reg_rotations *rotations = run->registry->root->rotations;
    struct map known = {NULL, 0};
    const struct node *n = rotations ? rotations->rotations.first : NULL;

    for (; n != NULL; n = n->next) {
        const struct reg_rotation *rotation = (const struct reg_rotation *)n;
        for (const struct node *t = rotation->turns.first; t; t = t->next)
            judge_turn(run, &known, rotation, (const struct reg_turn *)t);
    }
}

static void check_holders_overlap(struct rule_run *run)
{
    const struct reg_offices *offices = run->registry->root->offices;
    const struct node *n = offices != NULL ? offices->offices.first : NULL;

    for (; n != NULL; n = n->next) {
        const struct reg_office *office = (const struct reg_office *)n;
        struct stays holders = holders_in_order(run, office);
        find_crowd(
            run, &holders, office_seats(office),
            arena_format(run->arena, "hold '%s'", rule_quote(run, office->id)));
    }
}

static bool ends_with(const char *path, const char *end)
{
    size_t length = strlen(path);

    return length >= strlen(end) &&
           strcmp(path + length - strlen(end), end) == 0;
}

/* What the keys of the schema found, by the names it has in a registry. */
static void retell(const struct rule_run *run, struct cis_finding *finding)
{
    const char *value =
        finding_quote(run->arena, source_text(run->source, finding->where));

    if (finding->code == CODE_X001) {
        finding->code = CODE_G007;
        finding_say(finding, "'%s' is taken: an id names one entry", value);
    } else if (finding->code == CODE_X002 &&
               ends_with(finding->path, "/@state")) {
        finding->code = CODE_G003;
        finding_say(finding, "the registry has no state '%s'", value);
    }
}

static const struct {
    enum code code;
    rule_check *check;
} checks[] = {
    {CODE_G001, check_overlapping_terms},
    {CODE_G002, check_gap_in_terms},
    {CODE_G004, check_span_reversed},
    {CODE_G005, check_rotation_names_non_participant},
    {CODE_G006, check_holders_overlap},
};

void registry_rules_run(const struct rule_run *on)
{
    struct rule_run run = *on;

    for (struct cis_finding *f = run.findings->first; f; f = f->next)
        retell(&run, f);
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        run.code = checks[i].code;
        checks[i].check(&run);
    }
}
