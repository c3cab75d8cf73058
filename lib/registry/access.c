/* What the public accessors tell of terms, offices, holders, memberships. */
/* SPDX-License-Identifier: MIT */
#include "registry/access.h"

#include "base/lang.h"

#include <cisvalidate/registry.h>

static const char *find_name(const struct list *names, struct str range)
{
    for (const struct node *node = names->first; node; node = node->next) {
        const struct reg_text *text = (const struct reg_text *)node;

        if (text->value.at != NULL && lang_matches(range, text->lang))
            return text->value.at;
    }
    return NULL;
}

const char *reg_name_in(const struct list *names, const char *languages)
{
    struct str rest = str_of(languages), range;
    const char *found = NULL;

    while (found == NULL && lang_next(&rest, &range))
        found = find_name(names, range);
    return found;
}

/* As in lib/record/access_fields.c: one row, one function, and NULL is an
 * entry that is not there. */
#define GET(type, result, name, none, found)                                   \
    result cis_##type##_##name(const struct cis_##type *entry)                 \
    {                                                                          \
        const struct reg_##type *e = (const struct reg_##type *)entry;         \
                                                                               \
        return e != NULL ? (found) : (none);                                   \
    }

#define STRING(type, name) GET(type, const char *, name, NULL, e->name.at)
#define DATE(type, name)                                                       \
    GET(type, struct cis_date, name, (struct cis_date){0}, e->span.name)

STRING(term, state)
DATE(term, from)
DATE(term, to)
STRING(term, source)
STRING(term, variant)
GET(term, const char *, exception, NULL,
    e->exception != NULL ? e->exception->value.at : NULL)

STRING(office, id)
GET(office, enum cis_role, role, (enum cis_role)0, (enum cis_role)e->role)
GET(office, int, seats, 0, (int)office_seats(e))

DATE(holder, from)
DATE(holder, to)
STRING(holder, source)
STRING(holder, variant)
GET(holder, bool, acting, false, e->acting == FLAG_YES)

GET(membership, enum cis_membership_status, status,
    (enum cis_membership_status)0, (enum cis_membership_status)e->status)
DATE(membership, from)
DATE(membership, to)
STRING(membership, source)

const char *cis_term_cochair(const struct cis_term *term, size_t index)
{
    const struct reg_term *e = (const struct reg_term *)term;
    const struct node *node = e != NULL ? e->cochairs.first : NULL;

    for (; node != NULL && index > 0; index--)
        node = node->next;
    return node != NULL ? ((const struct reg_state_ref *)node)->state.at : NULL;
}

const char *cis_office_of(const struct cis_office *office)
{
    const struct reg_office *e = (const struct reg_office *)office;

    if (e == NULL)
        return NULL;
    if (e->state.at != NULL)
        return e->state.at;
    return e->body.at != NULL ? e->body.at : e->organisation.at;
}

const char *cis_office_name(const struct cis_office *office,
                            const char *languages)
{
    const struct reg_office *e = (const struct reg_office *)office;

    return e != NULL ? reg_name_in(&e->names, languages) : NULL;
}

const char *cis_holder_name(const struct cis_holder *holder,
                            const char *languages)
{
    const struct reg_holder *e = (const struct reg_holder *)holder;

    return e != NULL ? reg_name_in(&e->names, languages) : NULL;
}

const char *cis_membership_status_word(enum cis_membership_status status)
{
    static const char *const words[] = {
        [CIS_MEMBERSHIP_SIGNATORY] = "signatory",
        [CIS_MEMBERSHIP_PARTICIPATING] = "participating",
        [CIS_MEMBERSHIP_MEMBER] = "member",
        [CIS_MEMBERSHIP_ASSOCIATE] = "associate",
        [CIS_MEMBERSHIP_OBSERVER] = "observer",
        [CIS_MEMBERSHIP_SUSPENDED] = "suspended",
        [CIS_MEMBERSHIP_WITHDRAWING] = "withdrawing",
        [CIS_MEMBERSHIP_CEASED] = "ceased",
        [CIS_MEMBERSHIP_WITHDRAWN] = "withdrawn",
    };
    unsigned value = (unsigned)status;

    return value > 0 && value < sizeof words / sizeof *words ? words[value]
                                                             : "";
}
