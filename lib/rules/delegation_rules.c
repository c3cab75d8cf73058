/* R: delegations, who heads them, and who must or may have one. */
/* SPDX-License-Identifier: MIT */
#include "rules/checks.h"
#include "rules/query.h"

/* Whether the role may speak for the state in the body on that day; unknown
 * where the registry has no entry for the state and day. */
static enum truth may_represent(struct rule_run *run,
                                const struct reg_body *body, unsigned role,
                                struct str state)
{
    enum truth represents = TRUTH_UNKNOWN;

    for (const struct node *n = body->represented.first; n; n = n->next) {
        const struct reg_represented *entry = (const struct reg_represented *)n;
        enum truth holds =
            registry_holds(run->registry, entry->span, rule_session(run));
        if (holds == TRUTH_NO ||
            (entry->state.at != NULL && !str_equal(entry->state, state)))
            continue;
        if (entry->role == role)
            return holds;
        if (holds == TRUTH_YES)
            represents = TRUTH_NO;
    }
    return represents;
}

/* Who speaks for the state as a rule, as facts. */
static void represented_facts(struct rule_run *run, struct cis_finding *finding,
                              const struct reg_body *body, struct str state)
{
    for (const struct node *n = body->represented.first; n; n = n->next) {
        const struct reg_represented *entry = (const struct reg_represented *)n;
        if (registry_holds(run->registry, entry->span, rule_session(run)) ==
                TRUTH_YES &&
            (entry->state.at == NULL || str_equal(entry->state, state)))
            rule_source(run, finding, entry->source, "'%s' speaks for %s%s",
                        rule_word(run, "role", entry->role),
                        entry->state.at != NULL ? rule_state(run, state)
                                                : "every state",
                        entry->substitute == FLAG_YES ? ", as a substitute"
                                                      : "");
    }
}

void check_wrong_role_for_delegation(struct rule_run *run)
{
    const struct summit *summit = run->summit;
    const struct reg_body *body = registry_body(run->registry, summit->body);

    if (!rule_given(run, &summit->node, "body") || body == NULL)
        return;
    for (const struct node *n = summit->delegations->delegations.first; n;
         n = n->next) {
        const struct delegation *delegation = (const struct delegation *)n;
        const struct person *head =
            query_person(run, n, "head", delegation->head);
        if (head == NULL || delegation->presence == PRESENCE_ABSENT ||
            !rule_given(run, &head->node, "role") ||
            !rule_given(run, n, "state") ||
            may_represent(run, body, head->role, delegation->state) != TRUTH_NO)
            continue;
        struct cis_finding *finding = rule_emit(run, n, "head");
        finding_say(finding, "%s, '%s', is not known to speak for %s",
                    rule_person(run, head), rule_word(run, "role", head->role),
                    rule_state(run, delegation->state));
        represented_facts(run, finding, body, delegation->state);
        rule_fact(run, finding, &head->node, "role", "the role is '%s'",
                  rule_word(run, "role", head->role));
    }
}

void check_state_represented_twice(struct rule_run *run)
{
    const struct list *all = &run->summit->delegations->delegations;
    struct map states = {NULL, 0};

    for (struct node *n = all->first; n != NULL; n = n->next) {
        struct delegation *delegation = (struct delegation *)n;
        if (!rule_given(run, n, "state"))
            continue;
        const struct delegation *first =
            map_put(&states, run->arena, delegation->state, delegation);
        if (first == NULL || first == delegation)
            continue;
        struct cis_finding *finding = rule_emit(run, n, "state");
        finding_say(finding, "%s has a second delegation",
                    rule_state(run, delegation->state));
        rule_fact(run, finding, &first->node, "state",
                  "the first delegation of %s is here",
                  rule_state(run, delegation->state));
    }
}

/* Members in the sense of the charter, those on their way out included. */
static bool is_member(const struct reg_membership *membership)
{
    return membership->status == MEMBERSHIP_MEMBER ||
           membership->status == MEMBERSHIP_SUSPENDED ||
           membership->status == MEMBERSHIP_WITHDRAWING;
}

static void emit_missing(struct rule_run *run, const struct reg_state *state)
{
    const struct delegations *all = run->summit->delegations;
    struct cis_finding *finding = rule_emit(run, &all->node, "complete");

    finding_say(finding, "%s is a member, and has no delegation",
                rule_state(run, state->code));
    query_standing_facts(run, finding, state->code);
    query_session_fact(run, finding);
    finding_hint(finding,
                 "add <delegation state=\"%s\" presence=\"absent\"/> "
                 "if it stayed away",
                 rule_quote(run, state->code));
}

void check_member_not_accounted_for(struct rule_run *run)
{
    const struct delegations *all = run->summit->delegations;
    const struct reg_states *states = run->registry->root->states;
    struct attendance attendance;

    if (!rule_given(run, &all->node, "complete") || all->complete != FLAG_YES ||
        !rule_whole(run, &all->node) || states == NULL)
        return;
    for (const struct node *n = all->delegations.first; n; n = n->next)
        if (!rule_given(run, n, "state"))
            return;
    query_attendance(run, &attendance);
    for (const struct node *n = states->states.first; n; n = n->next) {
        const struct reg_state *state = (const struct reg_state *)n;
        if (attendance_delegation(&attendance, state->code) == NULL &&
            registry_standing(run->registry, state->code, rule_session(run),
                              is_member) == TRUTH_YES)
            emit_missing(run, state);
    }
}

static bool takes_part(const struct reg_membership *membership)
{
    return membership_participates(membership) ||
           membership->status == MEMBERSHIP_OBSERVER;
}

void check_delegation_of_outsider(struct rule_run *run)
{
    const struct list *all = &run->summit->delegations->delegations;

    for (const struct node *n = all->first; n != NULL; n = n->next) {
        const struct delegation *delegation = (const struct delegation *)n;
        if (!rule_given(run, n, "state") || !rule_given(run, n, "presence") ||
            delegation->presence == PRESENCE_ABSENT ||
            registry_standing(run->registry, delegation->state,
                              rule_session(run), takes_part) != TRUTH_NO)
            continue;
        struct cis_finding *finding = rule_emit(run, n, "state");
        finding_say(finding, "%s neither participates nor observes on %s",
                    rule_state(run, delegation->state),
                    rule_date(run, rule_session(run)));
        query_standing_facts(run, finding, delegation->state);
        query_session_fact(run, finding);
    }
}

void check_delegation_head_from_elsewhere(struct rule_run *run)
{
    const struct list *all = &run->summit->delegations->delegations;

    for (const struct node *n = all->first; n != NULL; n = n->next) {
        const struct delegation *delegation = (const struct delegation *)n;
        const struct person *head =
            query_person(run, n, "head", delegation->head);
        if (head == NULL || !rule_given(run, n, "state") ||
            !rule_given(run, &head->node, "state") ||
            str_equal(head->state, delegation->state))
            continue;
        struct cis_finding *finding = rule_emit(run, n, "head");
        finding_say(finding, "%s, who is of %s, heads the delegation of %s",
                    rule_person(run, head), rule_state(run, head->state),
                    rule_state(run, delegation->state));
        rule_fact(run, finding, &head->node, "state", "%s is of %s",
                  rule_person(run, head), rule_state(run, head->state));
    }
}

/* What somebody who stayed away is said to have done, and where. */
static void judge_active(struct rule_run *run,
                         const struct attendance *attendance,
                         const struct node *node, const char *attribute,
                         struct str id, const char *deed)
{
    const struct person *person = query_person(run, node, attribute, id);
    const struct node *absent =
        person != NULL ? attendance_absent(attendance, person) : NULL;

    if (absent == NULL)
        return;
    struct cis_finding *finding = rule_emit(run, node, attribute);
    finding_say(finding, "%s %s, and was absent", rule_person(run, person),
                deed);
    rule_fact(run, finding, absent, "presence", "here they are 'absent'");
}

/* Whether a day given is one after the summit. */
static bool after_summit(struct rule_run *run, struct cis_date day)
{
    const struct dates *dates = run->summit->dates;

    return date_given(day) && dates != NULL &&
           date_not_after(day, dates->end) != TRUTH_YES;
}

static void judge_meetings(struct rule_run *run,
                           const struct attendance *attendance)
{
    const struct programme *programme = run->summit->programme;
    const struct node *n = programme != NULL ? programme->events.first : NULL;

    for (; n != NULL; n = n->next) {
        const struct event *event = (const struct event *)n;
        if (after_summit(run, event->date))
            continue;
        for (const struct node *p = event->parties.first; p; p = p->next)
            judge_active(run, attendance, p, "ref",
                         ((const struct person_ref *)p)->ref,
                         "takes part in an event");
    }
}

/* The signatures of absent states are T007. */
static void judge_signatures(struct rule_run *run,
                             const struct attendance *attendance,
                             const struct document *document)
{
    for (const struct node *n = document->signatures.first; n; n = n->next) {
        const struct signature *signature = (const struct signature *)n;
        const struct delegation *delegation =
            attendance_delegation(attendance, signature->state);
        if ((delegation != NULL && delegation->presence == PRESENCE_ABSENT) ||
            after_summit(run, signature->date) ||
            (!date_given(signature->date) &&
             (after_summit(run, document->date) || !rule_whole(run, n))))
            continue;
        judge_active(run, attendance, n, "by", signature->by, "signs");
    }
}

void check_absent_but_active(struct rule_run *run)
{
    const struct summit *summit = run->summit;
    const struct node *n;
    struct attendance attendance;

    query_attendance(run, &attendance);
    query_presence(run);
    n = summit->agenda != NULL ? summit->agenda->items.first : NULL;
    for (; n != NULL; n = n->next)
        judge_active(run, &attendance, n, "by", ((const struct item *)n)->by,
                     "speaks");
    judge_meetings(run, &attendance);
    n = summit->documents != NULL ? summit->documents->documents.first : NULL;
    for (; n != NULL; n = n->next)
        judge_signatures(run, &attendance, (const struct document *)n);
}
