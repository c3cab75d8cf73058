/* Runs the table of rules over one summit. */
/* SPDX-License-Identifier: MIT */
#include "rules/driver.h"

#include "rules/checks.h"

/* Ids of the registry that are looked at for one summit, to find what unknown
 * ones may mean. */
enum {
    GUESSES = 1000000
};

/* A rule, as its row in codes.def has it. UNLESS names the codes whose
 * findings say already what this rule would; W001 never does, and ends. */
struct rule {
    rule_check *check;
    unsigned needs;
    enum code unless[6];
};

#define NONE                                                                   \
    {                                                                          \
        CODE_W001                                                              \
    }
#define UNLESS(...)                                                            \
    {                                                                          \
        __VA_ARGS__, CODE_W001                                                 \
    }
#define CODE(id, name, severity, title, why, bad, good, needs, unless, check)  \
    [CODE_##id] = {check, needs, unless},

static const struct rule rules[CODE_COUNT] = {
#include "finding/codes.def"
};

#undef CODE

/* Where a part begins in struct summit: a pointer, also that of a list. */
struct part_row {
    unsigned part;
    const char *name;
    size_t offset;
};

static const struct part_row parts[] = {
    {PART_DATES, "dates", offsetof(struct summit, dates)},
    {PART_VENUE, "venue", offsetof(struct summit, venue)},
    {PART_PRESIDENCY, "presidency", offsetof(struct summit, presidency)},
    {PART_PEOPLE, "people", offsetof(struct summit, people)},
    {PART_DELEGATIONS, "delegations", offsetof(struct summit, delegations)},
    {PART_PROGRAMME, "programme", offsetof(struct summit, programme)},
    {PART_AGENDA, "agenda", offsetof(struct summit, agenda)},
    {PART_DOCUMENTS, "documents", offsetof(struct summit, documents)},
    {PART_APPOINTMENTS, "appointments", offsetof(struct summit, appointments)},
    {PART_AWARDS, "awards", offsetof(struct summit, awards)},
    {PART_ANNIVERSARIES, "anniversaries",
     offsetof(struct summit, anniversaries)},
    {PART_NEXT, "next session", offsetof(struct summit, next.first)},
    {PART_SOURCES, "sources", offsetof(struct summit, sources)},
};

/*
 * Whether the record has the parts that the rule needs. Where the schema may
 * have taken one, or nobody says who presides, that is said; of a part that
 * a record need not have, there is nothing to judge.
 */
static bool has_parts(struct rule_run *run, const struct rule *rule)
{
    const char *summit = (const char *)run->summit;

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if ((rule->needs & parts[i].part) == 0 ||
            *(const void *const *)(summit + parts[i].offset) != NULL)
            continue;
        if (run->summit->node.damaged)
            rule_skip(run, "the schema left no %s of the record",
                      parts[i].name);
        else if (parts[i].part == PART_PRESIDENCY)
            rule_skip(run, "the record has no presidency");
        return false;
    }
    return true;
}

static bool silenced(struct rule_run *run, const struct rule *rule)
{
    for (const enum code *by = rule->unless; *by != CODE_W001; by++) {
        if (!findings_have(run->findings, *by))
            continue;
        rule_skip(run, "%s was found", rule_of(*by)->code);
        return true;
    }
    return false;
}

/* Whether every rule that may silence this one has had its turn. */
static bool is_due(const struct rule *rule, const bool done[])
{
    for (const enum code *by = rule->unless; *by != CODE_W001; by++)
        if (!done[*by])
            return false;
    return true;
}

/* Whether the rule has had its say; false where there is nothing for it. */
static bool judge(struct rule_run *run, const struct rule *rule)
{
    run->skipped = false;
    if (rule->check == NULL || silenced(run, rule) || !has_parts(run, rule))
        return false;
    rule->check(run);
    return true;
}

unsigned rules_run(const struct rule_run *on, bool ran[static CODE_COUNT],
                   bool skipped[static CODE_COUNT], rules_skip *skip,
                   void *context)
{
    unsigned judged = PART_NONE;
    bool done[CODE_COUNT] = {false};
    struct rule_run run = *on;
    struct summit_index index;
    bool again = true;

    summit_index(&index, on->arena, on->summit);
    run.index = &index;
    run.guesses = GUESSES;
    run.skip = skip;
    run.skip_context = context;
    while (again) {
        again = false;
        for (unsigned i = 0; i < CODE_COUNT; i++) {
            const struct rule *rule = &rules[i];
            if (done[i] || !is_due(rule, done))
                continue;
            done[i] = again = true;
            run.code = (enum code)i;
            if (judge(&run, rule)) {
                ran[i] = true;
                judged |= rule->needs;
            }
            skipped[i] = run.skipped;
        }
    }
    return judged;
}

void rules_unseen(const struct summit *summit, unsigned judged,
                  void (*visit)(void *context, const struct node *part),
                  void *context)
{
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        const struct node *const *part =
            (const void *)((const char *)summit + parts[i].offset);

        if ((judged & parts[i].part) == 0 && *part != NULL)
            visit(context, *part);
    }
}
