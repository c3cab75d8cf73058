/* T004: documents that amend themselves, directly or in a circle. */
/* SPDX-License-Identifier: MIT */
#include "rules/checks.h"
#include "rules/query.h"

/* At most so many links of a circle are given as facts. */
enum {
    LINKS_SHOWN = 8
};

/* A document on the walk along amends: depth first, without recursion. */
struct step {
    const struct document *document;
    const struct node *reference; /* the amends to follow next */
    const struct node *followed;  /* and the one that led on */
    struct step *from;            /* who led here; NULL: the start */
    bool seen;
    bool under_way;
};

struct walk {
    struct rule_run *run;
    struct map steps; /* struct step by document id */
};

static void emit_direct(struct walk *walk, const struct step *step,
                        const struct node *reference)
{
    struct cis_finding *finding = rule_emit(walk->run, reference, "document");

    finding_say(finding, "'%s' amends itself",
                rule_quote(walk->run, step->document->id));
    rule_fact(walk->run, finding, &step->document->node, "id",
              "'%s' is this document",
              rule_quote(walk->run, step->document->id));
}

/* The walk stands at `step`, and the reference leads back to `start`. */
static void emit_circle(struct walk *walk, const struct step *step,
                        const struct node *reference, const struct step *start)
{
    struct rule_run *run = walk->run;
    struct cis_finding *finding = rule_emit(run, reference, "document");
    const struct step *links[LINKS_SHOWN];
    size_t shown = 0;

    finding_say(finding, "'%s' amends '%s', which amends it in turn%s",
                rule_quote(run, step->document->id),
                rule_quote(run, start->document->id),
                step->from == start ? "" : ", by way of others");
    for (const struct step *to = step; to != start && shown < LINKS_SHOWN;
         to = to->from)
        links[shown++] = to;
    while (shown > 0) {
        const struct step *to = links[--shown];
        rule_fact(run, finding, to->from->followed, "document",
                  "'%s' amends '%s'", rule_quote(run, to->from->document->id),
                  rule_quote(run, to->document->id));
    }
}

/* Follows one reference from the step; returns where the walk stands then. */
static struct step *follow(struct walk *walk, struct step *step)
{
    const struct node *reference = step->reference;
    struct str id = ((const struct document_ref *)reference)->document;
    struct step *next = rule_given(walk->run, reference, "document")
                            ? map_get(&walk->steps, id)
                            : NULL;

    step->reference = reference->next;
    if (next == NULL)
        return step;
    if (next == step)
        emit_direct(walk, step, reference);
    else if (next->under_way)
        emit_circle(walk, step, reference, next);
    if (next->seen)
        return step;
    next->seen = next->under_way = true;
    next->from = step;
    step->followed = reference;
    return next;
}

static void walk_from(struct walk *walk, struct step *step)
{
    step->seen = step->under_way = true;
    while (step != NULL) {
        if (step->reference != NULL) {
            step = follow(walk, step);
        } else {
            step->under_way = false;
            step = step->from;
        }
    }
}

void check_amends_itself(struct rule_run *run)
{
    const struct list *documents = &run->summit->documents->documents;
    struct walk walk = {.run = run};

    for (struct node *n = documents->first; n != NULL; n = n->next) {
        const struct document *document = (const struct document *)n;
        struct step *step = arena_new(run->arena, sizeof *step);
        if (step == NULL)
            return;
        step->document = document;
        step->reference = document->amends.first;
        if (rule_given(run, n, "id"))
            map_put(&walk.steps, run->arena, document->id, step);
    }
    for (const struct node *n = documents->first; n != NULL; n = n->next) {
        struct str id = ((const struct document *)n)->id;
        struct step *step = id.at != NULL ? map_get(&walk.steps, id) : NULL;
        if (step != NULL && !step->seen)
            walk_from(&walk, step);
    }
}
