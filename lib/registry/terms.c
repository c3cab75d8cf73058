/* Terms of presidency: who presides when, who before, and who next. */
/* SPDX-License-Identifier: MIT */
#include "registry/registry.h"

const struct reg_term *registry_term(const struct registry *registry,
                                     const struct reg_term *before)
{
    if (before != NULL)
        return (const struct reg_term *)before->node.next;
    return registry->root->terms == NULL
               ? NULL
               : (const struct reg_term *)registry->root->terms->terms.first;
}

enum truth registry_presides(const struct registry *registry, struct str state,
                             struct cis_date day, const struct reg_term **term)
{
    const struct reg_term *other = NULL;
    const struct reg_term *maybe = NULL;

    for (const struct reg_term *at = registry_term(registry, NULL); at;
         at = registry_term(registry, at)) {
        enum truth holds = registry_holds(registry, at->span, day);
        bool own = str_equal(at->state, state);
        *term = at;
        if (own && holds == TRUTH_YES)
            return TRUTH_YES;
        if (own && holds == TRUTH_UNKNOWN)
            maybe = at;
        else if (holds == TRUTH_YES && (!other || other->variant.at))
            other = at; /* rather the version that is no variant */
    }
    *term = maybe != NULL ? maybe : other;
    return maybe == NULL && other != NULL ? TRUTH_NO : TRUTH_UNKNOWN;
}

/* Whether `later` begins when `earlier` ends, or on the next day. */
static bool follows(const struct reg_term *later,
                    const struct reg_term *earlier)
{
    if (later == earlier || later->variant.at != NULL ||
        !date_given(later->span.from) || !date_given(earlier->span.to))
        return false;
    int64_t from = date_first_day(later->span.from);
    return from >= date_first_day(earlier->span.to) &&
           from <= date_last_day(earlier->span.to) + 1;
}

const struct reg_term *registry_next_term(const struct registry *registry,
                                          const struct reg_term *term)
{
    for (const struct reg_term *at = registry_term(registry, NULL); at;
         at = registry_term(registry, at))
        if (follows(at, term))
            return at;
    return NULL;
}

const struct reg_term *registry_previous_term(const struct registry *registry,
                                              const struct reg_term *term)
{
    for (const struct reg_term *at = registry_term(registry, NULL); at;
         at = registry_term(registry, at))
        if (at->variant.at == NULL && term->variant.at == NULL &&
            follows(term, at))
            return at;
    return NULL;
}

const struct reg_rotation *registry_rotation(const struct registry *registry,
                                             struct cis_date day)
{
    const struct node *node = registry->root->rotations == NULL
                                  ? NULL
                                  : registry->root->rotations->rotations.first;

    for (; node != NULL; node = node->next) {
        const struct reg_rotation *rotation = (const struct reg_rotation *)node;
        if (span_holds(rotation->span, day) == TRUTH_YES)
            return rotation;
    }
    return NULL;
}
