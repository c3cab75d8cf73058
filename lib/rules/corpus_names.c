/* Takes from a record how people of an office are spelled, each way once. */
/* SPDX-License-Identifier: MIT */
#include "rules/corpus_keeper.h"
#include "rules/query.h"
#include "xml/tag.h"

/* The one office by which people of different records are compared, in
 * words; none where several may hold it. */
static const char *office_in_words(struct keeper *k,
                                   const struct person *person,
                                   const struct reg_office *known)
{
    struct rule_run *run = k->run;
    struct str of = person->state.at != NULL ? person->state : person->body;

    if (known != NULL)
        return arena_format(run->arena, "'%s'", rule_quote(run, known->id));
    if (person->office.at != NULL)
        return arena_format(run->arena, "'%s'",
                            rule_quote(run, person->office));
    switch (person->role) {
    case ROLE_HEAD_OF_STATE:
    case ROLE_HEAD_OF_GOVERNMENT:
    case ROLE_FOREIGN_MINISTER:
    case ROLE_SECRETARY_GENERAL:
    case ROLE_BODY_HEAD:
    case ROLE_ORGANISATION_HEAD:
        return of.at == NULL
                   ? NULL
                   : arena_format(run->arena, "%s of %s",
                                  rule_word(run, "role", person->role),
                                  rule_quote(run, of));
    default:
        return NULL;
    }
}

/* Whether this record uses it before the one that was the first so far. */
static bool comes_first(struct keeper *k, const struct spelling *spelling,
                        const struct node *name)
{
    int64_t known = date_first_day(spelling->session);
    int64_t day = date_first_day(k->summit->session);
    struct token at;

    if (day != known)
        return day < known;
    source_resolve(k->run->source, tag_name(k->run->source, name->tag),
                   &at.place);
    return corpus_compare_places(k->summit->file, &at, spelling->file,
                                 &spelling->at) < 0;
}

static struct spelling *new_spelling(struct keeper *k, const char *office,
                                     const struct reg_office *known,
                                     const struct text *name)
{
    struct corpus_facts *facts = k->facts;
    struct spelling *spelling = arena_new(&facts->arena, sizeof *spelling);

    if (spelling == NULL)
        return NULL;
    *spelling =
        (struct spelling){.next = facts->first_spelling,
                          .office = corpus_intern(facts, str_of(office)),
                          .known = known,
                          .language = corpus_intern(facts, name->lang),
                          .name = corpus_intern(facts, name->value)};
    facts->first_spelling = spelling;
    facts->spelling_count++;
    return spelling;
}

static void keep_spelling(struct keeper *k, const char *office,
                          const struct reg_office *known,
                          const struct text *name)
{
    struct map *map = &k->facts->spellings;
    struct str key =
        str_of(arena_format(k->run->arena, "%s\n%.*s\n%.*s", office,
                            STR_ARGS(name->lang), STR_ARGS(name->value)));
    struct spelling *spelling = map_get(map, key);

    if (spelling == NULL) {
        spelling = new_spelling(k, office, known, name);
        if (spelling == NULL)
            return;
        map_put(map, &k->facts->arena, corpus_intern(k->facts, key), spelling);
    } else if (!comes_first(k, spelling, &name->node))
        return;
    spelling->session = k->summit->session;
    spelling->file = k->summit->file;
    spelling->at = corpus_keep_token(k, &name->node, NULL);
}

/* The first of the names in each language. */
static void keep_names(struct keeper *k, const struct person *person)
{
    const struct reg_office *known = query_office(k->run, person);
    const char *office = office_in_words(k, person, known);
    struct str seen[CORPUS_NAMES] = {{NULL, 0}};
    size_t count = 0;

    if (office == NULL)
        return;
    for (const struct node *n = person->names.first;
         n != NULL && count < CORPUS_NAMES; n = n->next) {
        const struct text *name = (const struct text *)n;
        bool other = name->lang.at != NULL && name->value.at != NULL;
        for (size_t i = 0; i < count; i++)
            other &= !str_equal(seen[i], name->lang);
        if (!other)
            continue;
        seen[count++] = name->lang;
        keep_spelling(k, office, known, name);
    }
}

void corpus_keep_people(struct keeper *k)
{
    const struct people *people = k->run->summit->people;

    if (!date_given(k->summit->session))
        return;
    for (const struct node *n = people ? people->persons.first : NULL; n;
         n = n->next)
        keep_names(k, (const struct person *)n);
}
