/* Questions that rules of several families ask of a record. */
/* SPDX-License-Identifier: MIT */
#include "rules/query.h"

#include "base/suggest.h"

bool query_adopted(struct rule_run *run, const struct document *document,
                   struct dated *adopted)
{
    const struct dates *dates = run->summit->dates;

    if (rule_given(run, &document->node, "date")) {
        *adopted = (struct dated){document->date, &document->node, "date"};
        return true;
    }
    if (document->node.damaged ||
        node_rejected(&document->node, offsetof(struct document, date)) ||
        dates == NULL || !rule_given(run, &dates->node, "session"))
        return false;
    *adopted = (struct dated){dates->session, &dates->node, "session"};
    return true;
}

const struct person *query_person(struct rule_run *run, const struct node *node,
                                  const char *attribute, struct str id)
{
    return rule_given(run, node, attribute) ? index_person(run->index, id)
                                            : NULL;
}

const struct reg_office *query_office(struct rule_run *run,
                                      const struct person *person)
{
    const struct str none = {NULL, 0};

    if (rule_given(run, &person->node, "office"))
        return registry_office(run->registry, person->office);
    if (!rule_whole(run, &person->node))
        return NULL;
    if (role_of_state(person->role) && person->state.at != NULL)
        return registry_office_of(run->registry, person->role, person->state,
                                  none);
    if (role_of_body(person->role) && person->body.at != NULL)
        return registry_office_of(run->registry, person->role, none,
                                  person->body);
    return NULL;
}

/* Byte by byte: what almost every name turns out to be, and cheap to see. */
static bool same_spelling(const struct person *person,
                          const struct reg_holder *holder,
                          struct name_pair *pair)
{
    for (const struct node *a = person->names.first; a; a = a->next)
        for (const struct node *b = holder->names.first; b; b = b->next) {
            const struct text *own = (const struct text *)a;
            struct str known = ((const struct reg_text *)b)->value;
            if (str_equal(own->value, known)) {
                *pair = (struct name_pair){NAME_SAME, own, known};
                return true;
            }
        }
    return false;
}

/* Whether both begin with a Latin letter, or neither does; an empty name is
 * like none. */
static bool same_script(struct str a, struct str b)
{
    return ((unsigned char)a.at[0] < 0x80) == ((unsigned char)b.at[0] < 0x80);
}

/* Of two that compare alike, a known name in the script of the own one is
 * better: it is what was meant. */
static bool is_better(struct name_pair now, struct name_pair best)
{
    return now.match != best.match
               ? now.match > best.match
               : now.match != NAME_OTHER &&
                     same_script(now.own->value, now.known) &&
                     !same_script(best.own->value, best.known);
}

struct name_pair query_match(const struct person *person,
                             const struct reg_holder *holder)
{
    struct name_pair best = {.match = NAME_OTHER};

    if (same_spelling(person, holder, &best))
        return best;
    for (const struct node *a = person->names.first; a; a = a->next) {
        const struct text *own = (const struct text *)a;
        for (const struct node *b = holder->names.first; b; b = b->next) {
            struct str known = ((const struct reg_text *)b)->value;
            enum name_match match = name_compare(own->value, known);
            struct name_pair now = {match, own, known};
            if (is_better(now, best))
                best = now;
            if (match == NAME_SAME)
                return best;
        }
    }
    return best;
}

static void compare_holders(struct rule_run *run,
                            const struct reg_office *office,
                            struct cis_date day, const struct person *person,
                            struct holders *holders)
{
    *holders = (struct holders){.best = {.match = NAME_OTHER}};
    for (const struct node *n = office->holders.first; n; n = n->next) {
        const struct reg_holder *holder = (const struct reg_holder *)n;
        enum truth holds = registry_holds(run->registry, holder->span, day);
        if (holds == TRUTH_NO)
            continue;
        if (holds == TRUTH_YES && holder->variant.at == NULL)
            holders->sure++;
        struct name_pair now = query_match(person, holder);
        if (now.match > holders->best.match) {
            holders->best = now;
            holders->nearest = holder;
        }
    }
}

/* Several rules ask the same of a person, and names take long to compare. */
struct held {
    const struct person *person;
    const struct reg_office *office;
    struct cis_date day;
    struct holders holders;
};

enum {
    HELD_SLOTS = 64
};

/* Where the answer is, or may be kept; NULL without memory. */
static struct held *held_slot(struct rule_run *run,
                              const struct reg_office *office,
                              const struct person *person)
{
    uintptr_t mixed = (uintptr_t)person / 16 ^ (uintptr_t)office / 16;

    if (run->held == NULL)
        run->held = arena_array(run->arena, HELD_SLOTS, sizeof *run->held);
    return run->held != NULL ? &run->held[mixed % HELD_SLOTS] : NULL;
}

bool query_holders(struct rule_run *run, const struct reg_office *office,
                   struct cis_date day, const struct person *person,
                   struct holders *holders)
{
    struct held *slot = held_slot(run, office, person);

    *holders = (struct holders){.best = {.match = NAME_OTHER}};
    for (const struct node *n = person->names.first; n; n = n->next)
        if (!rule_given(run, n, ""))
            return false;
    if (slot == NULL || slot->person != person || slot->office != office ||
        !date_same(slot->day, day)) {
        compare_holders(run, office, day, person, holders);
        if (slot != NULL)
            *slot = (struct held){person, office, day, *holders};
    } else {
        *holders = slot->holders;
    }
    return person->names.first != NULL;
}

bool holders_exclude(const struct holders *holders,
                     const struct reg_office *office)
{
    return holders->best.match == NAME_OTHER &&
           holders->sure >= office_seats(office);
}

void query_name_holders(struct rule_run *run, struct cis_finding *finding,
                        const struct reg_office *office, struct cis_date day)
{
    for (const struct node *n = office->holders.first; n; n = n->next) {
        const struct reg_holder *holder = (const struct reg_holder *)n;
        if (registry_holds(run->registry, holder->span, day) != TRUTH_YES)
            continue;
        rule_source(run, finding, holder->source, "%s held it %s",
                    rule_quote(run, reg_name(&holder->names)),
                    rule_span(run, holder->span));
    }
}

const struct reg_term *query_own_term(struct rule_run *run)
{
    const struct reg_term *term;

    return registry_presides(run->registry, run->summit->presidency->state,
                             rule_session(run), &term) == TRUTH_YES
               ? term
               : NULL;
}

void query_term_fact(struct rule_run *run, struct cis_finding *finding,
                     const struct reg_term *term)
{
    rule_source(run, finding, term->source, "%s presides %s",
                rule_state(run, term->state), rule_span(run, term->span));
}

void query_session_fact(struct rule_run *run, struct cis_finding *finding)
{
    const struct dates *dates = run->summit->dates;

    rule_fact(run, finding, &dates->node, "session", "the session is on %s",
              rule_date(run, dates->session));
}

static const char *const standings[] = {
    "unknown",  "signatory", "participating", "member", "associate",
    "observer", "suspended", "withdrawing",   "ceased", "withdrawn"};

void query_standing_facts(struct rule_run *run, struct cis_finding *finding,
                          struct str state)
{
    struct cis_date session = rule_session(run);
    const struct reg_state *known = registry_state(run->registry, state);
    const struct reg_membership *now =
        registry_membership(run->registry, state, session);

    if (known == NULL) {
        struct str id = run->registry->root->id;
        rule_source(run, finding, id,
                    "the registry '%s' lists the states that belong to it, "
                    "or did, and %s is none",
                    rule_quote(run, id), rule_state(run, state));
        return;
    }
    for (const struct node *n = known->memberships.first; n; n = n->next) {
        const struct reg_membership *membership =
            (const struct reg_membership *)n;
        if (now != NULL && registry_holds(run->registry, membership->span,
                                          session) == TRUTH_NO)
            continue;
        rule_source(run, finding, membership->source, "%s: %s %s",
                    rule_state(run, state), standings[membership->status],
                    rule_span(run, membership->span));
    }
}

static void consider(void *context, struct str key, void *value)
{
    (void)value;
    suggest_consider(context, key);
}

/* Of many ids the registry may have many, too: enough is looked at for all
 * that a record may have mistyped. */
void query_suggest(struct rule_run *run, struct cis_finding *finding,
                   const struct map *map, struct str id)
{
    struct suggestion suggestion;

    if (run->guesses < map->count)
        return;
    run->guesses -= map->count;
    suggest_start(&suggestion, id);
    map_each(map, consider, &suggestion);
    if (suggestion.best.at != NULL)
        finding_hint(finding, "did you mean '%s'?",
                     rule_quote(run, suggestion.best));
}

static void list_person(struct rule_run *run, struct attendance *attendance,
                        struct str id, const struct node *node, bool absent)
{
    struct listing *listing = arena_new(run->arena, sizeof *listing);

    if (id.at == NULL || listing == NULL)
        return;
    *listing = (struct listing){node, absent};
    map_put(&attendance->people, run->arena, id, listing);
}

static void list_delegation(struct rule_run *run, struct attendance *attendance,
                            struct delegation *delegation, bool absent)
{
    const struct node *node = &delegation->node;

    if (delegation->state.at != NULL)
        map_put(&attendance->states, run->arena, delegation->state, delegation);
    list_person(run, attendance, delegation->head, node, absent);
    for (const struct node *n = delegation->members.first; n; n = n->next)
        list_person(run, attendance, ((const struct person_ref *)n)->ref, node,
                    absent);
}

/* Those who take part are listed first, so that they win. */
void query_attendance(struct rule_run *run, struct attendance *attendance)
{
    const struct delegations *all = run->summit->delegations;

    *attendance = (struct attendance){0};
    for (int absent = 0; all != NULL && absent < 2; absent++) {
        for (struct node *n = all->delegations.first; n; n = n->next) {
            struct delegation *delegation = (struct delegation *)n;
            if ((delegation->presence == PRESENCE_ABSENT) == absent)
                list_delegation(run, attendance, delegation, absent);
        }
        for (struct node *n = all->representatives.first; n; n = n->next) {
            struct representative *other = (struct representative *)n;
            if ((other->presence == PRESENCE_ABSENT) == absent)
                list_person(run, attendance, other->ref, n, absent);
        }
    }
}

void query_presence(struct rule_run *run)
{
    const struct delegations *all = run->summit->delegations;

    if (all == NULL)
        return;
    for (const struct node *n = all->delegations.first; n; n = n->next) {
        rule_given(run, n, "state");
        rule_given(run, n, "presence");
    }
    for (const struct node *n = all->representatives.first; n; n = n->next)
        rule_given(run, n, "presence");
}

const struct delegation *
attendance_delegation(const struct attendance *attendance, struct str state)
{
    return state.at != NULL ? map_get(&attendance->states, state) : NULL;
}

const struct node *attendance_absent(const struct attendance *attendance,
                                     const struct person *person)
{
    const struct listing *listing =
        person->id.at != NULL ? map_get(&attendance->people, person->id) : NULL;

    if (listing != NULL)
        return listing->absent ? listing->node : NULL;
    if (!role_of_state(person->role))
        return NULL;
    const struct delegation *delegation =
        attendance_delegation(attendance, person->state);
    return delegation != NULL && delegation->presence == PRESENCE_ABSENT
               ? &delegation->node
               : NULL;
}

bool attendance_expects(const struct attendance *attendance,
                        const struct person *person)
{
    return (person->id.at != NULL &&
            map_get(&attendance->people, person->id) != NULL) ||
           attendance_delegation(attendance, person->state) != NULL;
}

void query_office_known(struct rule_run *run, const struct node *node,
                        struct str id)
{
    struct cis_finding *finding;

    if (run->registry->root->offices == NULL ||
        !rule_given(run, node, "office") ||
        registry_office(run->registry, id) != NULL)
        return;
    finding = rule_emit(run, node, "office");
    finding_say(finding, "the registry knows no office '%s'",
                rule_quote(run, id));
    query_suggest(run, finding, &run->registry->offices, id);
}
