/* Questions to a validator's registry. */
/* SPDX-License-Identifier: MIT */
#include "validator.h"

#include "record/record.h"
#include "registry/access.h"

#include <cisvalidate/registry.h>

static enum cis_answer answer(enum truth truth)
{
    switch (truth) {
    case TRUTH_NO:
        return CIS_NO;
    case TRUTH_YES:
        return CIS_YES;
    case TRUTH_UNKNOWN:
        break;
    }
    return CIS_UNKNOWN;
}

const struct cis_term *cis_validator_term(const struct cis_validator *v,
                                          struct cis_date day,
                                          const struct cis_term *after)
{
    const struct reg_term *at =
        registry_term(&v->registry, (const struct reg_term *)after);

    while (at != NULL &&
           registry_holds(&v->registry, at->span, day) != TRUTH_YES)
        at = registry_term(&v->registry, at);
    return (const struct cis_term *)at;
}

enum cis_answer cis_validator_presides(const struct cis_validator *v,
                                       const char *state, struct cis_date day,
                                       const struct cis_term **proof)
{
    const struct reg_term *term = NULL;
    enum truth truth =
        registry_presides(&v->registry, str_of(state), day, &term);

    if (proof != NULL)
        *proof = (const struct cis_term *)term;
    return answer(truth);
}

const struct cis_term *cis_validator_next_term(const struct cis_validator *v,
                                               const struct cis_term *term)
{
    if (term == NULL)
        return NULL;
    return (const struct cis_term *)registry_next_term(
        &v->registry, (const struct reg_term *)term);
}

const struct cis_term *
cis_validator_previous_term(const struct cis_validator *v,
                            const struct cis_term *term)
{
    if (term == NULL)
        return NULL;
    return (const struct cis_term *)registry_previous_term(
        &v->registry, (const struct reg_term *)term);
}

const struct cis_office *cis_validator_office(const struct cis_validator *v,
                                              const char *id)
{
    return (const struct cis_office *)registry_office(&v->registry, str_of(id));
}

const struct cis_office *cis_validator_office_of(const struct cis_validator *v,
                                                 enum cis_role role,
                                                 const char *state_or_body)
{
    struct str of = str_of(state_or_body), none = {NULL, 0};
    bool state = role_of_state((unsigned)role);

    if (of.at == NULL)
        return NULL;
    return (const struct cis_office *)registry_office_of(
        &v->registry, (unsigned)role, state ? of : none, state ? none : of);
}

const struct cis_holder *cis_validator_holder(const struct cis_validator *v,
                                              const struct cis_office *office,
                                              struct cis_date day,
                                              const struct cis_holder *after)
{
    const struct reg_office *of = (const struct reg_office *)office;
    const struct node *node = NULL;

    if (after != NULL)
        node = ((const struct reg_holder *)after)->node.next;
    else if (of != NULL)
        node = of->holders.first;
    for (; node != NULL; node = node->next) {
        const struct reg_holder *holder = (const struct reg_holder *)node;

        if (registry_holds(&v->registry, holder->span, day) == TRUTH_YES)
            return (const struct cis_holder *)holder;
    }
    return NULL;
}

const struct cis_membership *
cis_validator_membership(const struct cis_validator *v, const char *state,
                         struct cis_date day)
{
    return (const struct cis_membership *)registry_membership(
        &v->registry, str_of(state), day);
}

enum cis_answer cis_validator_participates(const struct cis_validator *v,
                                           const char *state,
                                           struct cis_date day)
{
    return answer(registry_standing(&v->registry, str_of(state), day,
                                    membership_participates));
}

const char *cis_validator_state_name(const struct cis_validator *v,
                                     const char *code, const char *languages)
{
    const struct reg_state *state = registry_state(&v->registry, str_of(code));

    return state != NULL ? reg_name_in(&state->names, languages) : NULL;
}

const char *cis_validator_body_name(const struct cis_validator *v,
                                    const char *id, const char *languages)
{
    const struct reg_body *body = registry_body(&v->registry, str_of(id));
    const struct reg_organisation *organisation =
        registry_organisation(&v->registry, str_of(id));

    if (body != NULL)
        return reg_name_in(&body->names, languages);
    return organisation != NULL ? reg_name_in(&organisation->names, languages)
                                : NULL;
}

const char *cis_validator_honour_name(const struct cis_validator *v,
                                      const char *id, const char *languages)
{
    const struct reg_honour *honour = registry_honour(&v->registry, str_of(id));

    return honour != NULL ? reg_name_in(&honour->names, languages) : NULL;
}

const char *cis_validator_event_name(const struct cis_validator *v,
                                     const char *id, const char *languages)
{
    const struct reg_event *event = registry_event(&v->registry, str_of(id));

    return event != NULL ? reg_name_in(&event->names, languages) : NULL;
}

struct cis_date cis_validator_event_date(const struct cis_validator *v,
                                         const char *id)
{
    const struct reg_event *event = registry_event(&v->registry, str_of(id));

    return event != NULL ? event->on : (struct cis_date){0};
}
