/* What the registry knows: look-ups by id, and by day. */
/* SPDX-License-Identifier: MIT */
#include "registry/registry.h"

/* The children of a container that may be missing. */
#define LIST_OF(container, list) ((container) ? (container)->list.first : NULL)

/* Puts each node from there on under the key that stands at that offset. */
static void put_all(struct map *map, struct arena *arena, struct node *first,
                    size_t offset)
{
    for (struct node *node = first; node != NULL; node = node->next) {
        struct str key = *(const struct str *)((const char *)node + offset);
        if (key.at != NULL)
            map_put(map, arena, key, node);
    }
}

static struct str office_owner(const struct reg_office *office)
{
    if (office->state.at != NULL)
        return office->state;
    return office->body.at != NULL ? office->body : office->organisation;
}

static void put_office(struct map *map, struct arena *arena,
                       const struct reg_office *office)
{
    struct str owner = office_owner(office);
    struct reg_offices_of *entry = arena_new(arena, sizeof *entry);

    if (owner.at == NULL || entry == NULL)
        return;
    entry->office = office;
    struct reg_offices_of *first = map_put(map, arena, owner, entry);
    if (first != NULL && first != entry) {
        entry->next = first->next;
        first->next = entry;
    }
}

bool registry_index(struct registry *registry, struct arena *arena,
                    const struct reg_root *root)
{
    struct node *offices = LIST_OF(root->offices, offices);

    *registry = (struct registry){.root = root};
    put_all(&registry->states, arena, LIST_OF(root->states, states),
            offsetof(struct reg_state, code));
    put_all(&registry->bodies, arena, LIST_OF(root->bodies, bodies),
            offsetof(struct reg_body, id));
    put_all(&registry->organisations, arena,
            LIST_OF(root->organisations, organisations),
            offsetof(struct reg_organisation, id));
    put_all(&registry->offices, arena, offices,
            offsetof(struct reg_office, id));
    put_all(&registry->types, arena, LIST_OF(root->types, types),
            offsetof(struct reg_document_type, id));
    put_all(&registry->honours, arena, LIST_OF(root->honours, honours),
            offsetof(struct reg_honour, id));
    put_all(&registry->events, arena, LIST_OF(root->events, events),
            offsetof(struct reg_event, id));
    for (const struct node *node = offices; node != NULL; node = node->next)
        put_office(&registry->offices_of, arena,
                   (const struct reg_office *)node);
    return !arena->failed;
}

static const void *get(const struct map *map, struct str key)
{
    return key.at != NULL ? map_get(map, key) : NULL;
}

const struct reg_state *registry_state(const struct registry *registry,
                                       struct str code)
{
    return get(&registry->states, code);
}

const struct reg_office *registry_office(const struct registry *registry,
                                         struct str id)
{
    return get(&registry->offices, id);
}

const struct reg_body *registry_body(const struct registry *registry,
                                     struct str id)
{
    return get(&registry->bodies, id);
}

const struct reg_organisation *
registry_organisation(const struct registry *registry, struct str id)
{
    return get(&registry->organisations, id);
}

const struct reg_document_type *registry_type(const struct registry *registry,
                                              struct str id)
{
    return get(&registry->types, id);
}

const struct reg_event *registry_event(const struct registry *registry,
                                       struct str id)
{
    return get(&registry->events, id);
}

const struct reg_honour *registry_honour(const struct registry *registry,
                                         struct str id)
{
    return get(&registry->honours, id);
}

const struct reg_office *registry_office_of(const struct registry *registry,
                                            unsigned role, struct str state,
                                            struct str body)
{
    const struct reg_office *found = NULL;
    const struct reg_offices_of *entry =
        get(&registry->offices_of, state.at != NULL ? state : body);

    for (; entry != NULL; entry = entry->next) {
        if (entry->office->role != role)
            continue;
        if (found != NULL)
            return NULL;
        found = entry->office;
    }
    return found;
}

size_t office_seats(const struct reg_office *office)
{
    return office->seats >= 1 ? (size_t)office->seats : 1;
}

struct str reg_name(const struct list *names)
{
    const struct reg_text *first = (const struct reg_text *)names->first;

    for (const struct node *node = names->first; node; node = node->next) {
        const struct reg_text *name = (const struct reg_text *)node;
        if (str_is(name->lang, "en") && name->value.at != NULL)
            return name->value;
    }
    return first != NULL ? first->value : (struct str){NULL, 0};
}

struct str registry_state_name(const struct registry *registry, struct str code)
{
    const struct reg_state *state = registry_state(registry, code);
    struct str name = {NULL, 0};

    if (state != NULL)
        name = reg_name(&state->names);
    return name.at != NULL ? name : code;
}

enum truth registry_holds(const struct registry *registry, struct span span,
                          struct cis_date day)
{
    enum truth holds = span_holds(span, day);

    if (holds != TRUTH_NO && !date_given(span.to) &&
        date_not_after(day, registry->root->recorded) != TRUTH_YES)
        return TRUTH_UNKNOWN;
    return holds;
}

const struct reg_membership *
registry_membership(const struct registry *registry, struct str state,
                    struct cis_date day)
{
    const struct reg_state *of = registry_state(registry, state);

    if (of == NULL)
        return NULL;
    for (const struct node *node = of->memberships.first; node;
         node = node->next) {
        const struct reg_membership *membership =
            (const struct reg_membership *)node;
        if (registry_holds(registry, membership->span, day) == TRUTH_YES)
            return membership;
    }
    return NULL;
}

bool membership_participates(const struct reg_membership *membership)
{
    switch (membership->status) {
    case MEMBERSHIP_SIGNATORY:
    case MEMBERSHIP_PARTICIPATING:
    case MEMBERSHIP_MEMBER:
    case MEMBERSHIP_ASSOCIATE:
    case MEMBERSHIP_SUSPENDED:
    case MEMBERSHIP_WITHDRAWING:
        return true;
    default:
        return false;
    }
}

enum truth registry_standing(const struct registry *registry, struct str state,
                             struct cis_date day,
                             bool (*counts)(const struct reg_membership *))
{
    const struct reg_state *of = registry_state(registry, state);
    const struct node *node = of != NULL ? of->memberships.first : NULL;
    enum truth standing =
        date_not_after(day, registry->root->recorded) == TRUTH_YES
            ? TRUTH_NO
            : TRUTH_UNKNOWN;

    for (; node != NULL; node = node->next) {
        const struct reg_membership *membership =
            (const struct reg_membership *)node;
        enum truth holds = registry_holds(registry, membership->span, day);
        if (holds == TRUTH_NO || !counts(membership))
            continue;
        if (holds == TRUTH_YES)
            return TRUTH_YES;
        standing = TRUTH_UNKNOWN;
    }
    return standing;
}
