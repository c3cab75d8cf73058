/* Finds entries of one person, by the forms of their names. */
/* SPDX-License-Identifier: MIT */
#include "rules/twins.h"

#include "base/name.h"

/* The people of one state. Most states have one in a record: as long as they
 * are alone, their names need not be read. */
struct people_of {
    const struct person *alone;
    struct map forms; /* struct person by the turns of their names */
};

struct putting {
    struct rule_run *run;
    struct people_of *of;
    const struct person *person;
};

static void put_turn(void *context, struct str form)
{
    struct putting *putting = context;
    struct arena *arena = putting->run->arena;
    struct str key = arena_copy(arena, form);

    if (key.at != NULL)
        map_put(&putting->of->forms, arena, key, (void *)putting->person);
}

static void put_names(struct rule_run *run, struct people_of *of,
                      const struct person *person)
{
    struct putting putting = {run, of, person};

    for (const struct node *n = person->names.first; n != NULL; n = n->next) {
        struct str name = ((const struct text *)n)->value;
        if (name.at != NULL)
            name_each_turn(name, put_turn, &putting);
    }
}

static const struct person *find_same(const struct people_of *of,
                                      const struct person *person)
{
    char room[NAME_FORM];
    const struct person *found = NULL;

    for (const struct node *n = person->names.first; n != NULL && !found;
         n = n->next) {
        struct str name = ((const struct text *)n)->value;
        if (name.at != NULL)
            found = map_get(&of->forms, name_form(name, room));
    }
    return found;
}

/* The twin of the person, who is put to the others otherwise. */
static const struct person *meet(struct rule_run *run, struct people_of *of,
                                 const struct person *person)
{
    const struct person *twin;

    if (of->alone == NULL && of->forms.count == 0) {
        of->alone = person;
        return NULL;
    }
    if (of->alone != NULL)
        put_names(run, of, of->alone);
    of->alone = NULL;
    twin = find_same(of, person);
    if (twin == NULL)
        put_names(run, of, person);
    return twin;
}

static struct people_of *people_of(struct rule_run *run, struct map *states,
                                   const struct person *person)
{
    struct str state = person->state.at != NULL ? person->state : str_of("");
    struct people_of *of = map_get(states, state);

    if (of != NULL)
        return of;
    of = arena_new(run->arena, sizeof *of);
    return of != NULL ? map_put(states, run->arena, state, of) : NULL;
}

const struct person **query_twins(struct rule_run *run)
{
    const struct list *persons = &run->summit->people->persons;
    const struct person **twins =
        arena_array(run->arena, persons->count + 1, sizeof *twins);
    struct map states = {NULL, 0};
    size_t i = 0;

    for (const struct node *n = persons->first; n != NULL && twins != NULL;
         n = n->next, i++) {
        const struct person *person = (const struct person *)n;
        struct people_of *of;
        if (person->state.at == NULL && !rule_whole(run, n))
            continue;
        of = people_of(run, &states, person);
        if (of == NULL)
            return NULL;
        twins[i] = meet(run, of, person);
    }
    return twins;
}
