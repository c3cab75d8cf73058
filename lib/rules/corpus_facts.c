/* Takes from a record what the rules across records need, and no more. */
/* SPDX-License-Identifier: MIT */
#include "rules/corpus_keeper.h"
#include "rules/query.h"

#include <string.h>

void corpus_facts_init(struct corpus_facts *facts,
                       const struct cis_allocator *from)
{
    *facts = (struct corpus_facts){0};
    arena_init(&facts->arena, from);
}

struct str corpus_intern(struct corpus_facts *facts, struct str text)
{
    if (text.at == NULL)
        return text;
    const char *known = map_get(&facts->strings, text);
    if (known != NULL)
        return (struct str){known, text.length};
    struct str copy = arena_copy(&facts->arena, text);
    if (copy.at != NULL)
        map_put(&facts->strings, &facts->arena, copy, (void *)copy.at);
    return copy;
}

/* Facts often stand on one line: it is kept once. */
static struct cis_excerpt keep_excerpt(struct keeper *k,
                                       const struct cis_place *place,
                                       struct cis_excerpt excerpt)
{
    const struct cis_excerpt *last = &k->last.excerpt;

    if (excerpt.text == NULL)
        return excerpt;
    if (last->text != NULL && k->last.place.line == place->line &&
        last->first_column == excerpt.first_column &&
        strcmp(last->text, excerpt.text) == 0)
        return *last;
    excerpt.text = arena_copy(&k->facts->arena, str_of(excerpt.text)).at;
    return excerpt;
}

struct token corpus_keep_place(struct keeper *k, struct extent where,
                               const char *path)
{
    struct rule_run *run = k->run;
    struct token token;

    source_resolve(run->source, where, &token.place);
    token.excerpt = keep_excerpt(
        k, &token.place, source_excerpt(run->source, where, run->arena));
    token.path = arena_copy(&k->facts->arena, str_of(path)).at;
    k->last = token;
    return token;
}

struct token corpus_keep_token(struct keeper *k, const struct node *node,
                               const char *attribute)
{
    struct extent where = rule_place(k->run, node, &attribute);

    return corpus_keep_place(k, where,
                             node_path(k->run->arena, node, attribute));
}

/* NULL where memory fails; else the new first one of the list. */
static void *push(struct keeper *k, size_t size)
{
    return arena_new(&k->facts->arena, size);
}

static void keep_summit(struct keeper *k)
{
    const struct summit *summit = k->run->summit;
    struct summit_facts *to = k->summit;

    to->id = corpus_intern(k->facts, summit->id);
    to->body = corpus_intern(k->facts, summit->body);
    to->kind = summit->kind;
    to->status = summit->status;
    to->number = summit->number;
    to->at_summit = corpus_keep_token(k, &summit->node, "id");
    if (to->number != NUMBER_ABSENT)
        to->at_number = corpus_keep_token(k, &summit->node, "number");
    if (summit->dates == NULL || summit->dates->session.day == 0)
        return;
    to->session = summit->dates->session;
    to->at_session = corpus_keep_token(k, &summit->dates->node, "session");
}

static void keep_presidency(struct keeper *k)
{
    const struct presidency *presidency = k->run->summit->presidency;
    struct summit_facts *to = k->summit;

    if (presidency == NULL || presidency->state.at == NULL)
        return;
    to->presiding = corpus_intern(k->facts, presidency->state);
    to->term = (struct span){presidency->from, presidency->to};
    to->at_presiding = corpus_keep_token(k, &presidency->node, "state");
    const struct successor *successor = presidency->successor;
    if (successor == NULL || successor->state.at == NULL)
        return;
    to->successor = corpus_intern(k->facts, successor->state);
    to->successor_term = (struct span){successor->from, successor->to};
    to->at_successor = corpus_keep_token(k, &successor->node, "state");
}

static void keep_promises(struct keeper *k)
{
    for (const struct node *n = k->run->summit->next.first; n; n = n->next) {
        const struct next_session *next = (const struct next_session *)n;
        struct promise *promise;
        if (next->kind != SESSION_REGULAR || next->body.at == NULL ||
            (promise = push(k, sizeof *promise)) == NULL)
            continue;
        promise->body = corpus_intern(k->facts, next->body);
        promise->state = corpus_intern(k->facts, next->state);
        promise->date = next->date;
        if (promise->state.at != NULL)
            promise->at_state = corpus_keep_token(k, n, "state");
        if (date_given(promise->date))
            promise->at_date = corpus_keep_token(k, n, "date");
        promise->next = k->summit->promises;
        k->summit->promises = promise;
    }
}

static void keep_detail(struct keeper *k, const char *what, struct str of,
                        struct str value, bool name, struct token at)
{
    struct detail *detail = push(k, sizeof *detail);

    if (detail == NULL)
        return;
    *detail = (struct detail){.next = k->summit->details,
                              .what = what,
                              .of = corpus_intern(k->facts, of),
                              .value = corpus_intern(k->facts, value),
                              .name = name,
                              .at = at};
    k->summit->details = detail;
}

static const struct str none = {NULL, 0};

static void keep_date(struct keeper *k, const char *what,
                      const struct node *node, const char *attribute,
                      struct cis_date date)
{
    if (date_given(date))
        keep_detail(k, what, none, str_of(rule_date(k->run, date)), false,
                    corpus_keep_token(k, node, attribute));
}

static void keep_dates(struct keeper *k)
{
    const struct dates *dates = k->run->summit->dates;

    if (dates == NULL)
        return;
    keep_date(k, "the first day", &dates->node, "start", dates->start);
    keep_date(k, "the last day", &dates->node, "end", dates->end);
}

static void keep_venue(struct keeper *k)
{
    const struct venue *venue = k->run->summit->venue;
    const struct meeting_place *place = venue != NULL ? venue->place : NULL;

    if (place == NULL)
        return;
    if (place->state.at != NULL) {
        k->summit->host = corpus_intern(k->facts, place->state);
        k->summit->at_host = corpus_keep_token(k, &place->node, "state");
        keep_detail(k, "the host", none, place->state, false,
                    k->summit->at_host);
    }
    for (const struct node *n = place->cities.first; n; n = n->next) {
        const struct text *city = (const struct text *)n;
        if (str_is(city->lang, "en") && city->value.at != NULL) {
            keep_detail(k, "the city", none, city->value, true,
                        corpus_keep_token(k, n, NULL));
            return;
        }
    }
}

static struct str name_of(struct keeper *k, struct str id)
{
    const struct person *person = index_person(&k->index, id);

    return person != NULL ? text_preferred(&person->names) : none;
}

static void keep_chair(struct keeper *k)
{
    const struct presidency *presidency = k->run->summit->presidency;
    struct str name = presidency ? name_of(k, presidency->chair) : none;

    if (name.at != NULL)
        keep_detail(k, "the chair", none, name, true,
                    corpus_keep_token(k, &presidency->node, "chair"));
}

/* Who heads it where it takes part; that it does not, where it stays away. */
static void keep_delegation(struct keeper *k,
                            const struct delegation *delegation)
{
    struct str head = name_of(k, delegation->head);

    if (delegation->state.at == NULL)
        return;
    if (delegation->presence == PRESENCE_ABSENT)
        keep_detail(k, "the head of the delegation", delegation->state,
                    str_of("absent"), true,
                    corpus_keep_token(k, &delegation->node, "presence"));
    else if (head.at != NULL && delegation->presence != 0)
        keep_detail(k, "the head of the delegation", delegation->state, head,
                    true, corpus_keep_token(k, &delegation->node, "head"));
}

static void keep_details(struct keeper *k)
{
    const struct delegations *all = k->run->summit->delegations;

    keep_dates(k);
    keep_venue(k);
    keep_chair(k);
    for (const struct node *n = all ? all->delegations.first : NULL; n;
         n = n->next)
        keep_delegation(k, (const struct delegation *)n);
}

/* When the registry has them in that office from, through entries that follow
 * each other; none where it does not know. */
static struct cis_date first_held(struct keeper *k, struct str office_id,
                                  const struct person *person)
{
    const struct reg_office *office =
        registry_office(k->run->registry, office_id);
    struct cis_date first = {0, 0, 0};

    if (office == NULL || person == NULL)
        return first;
    for (const struct node *n = office->holders.first; n; n = n->next) {
        const struct reg_holder *holder = (const struct reg_holder *)n;
        if (query_match(person, holder).match != NAME_SAME)
            continue;
        if (!date_given(first) ||
            date_before(holder->span.from, first) == TRUTH_YES)
            first = holder->span.from;
    }
    return first;
}

static void keep_posts(struct keeper *k)
{
    const struct appointments *all = k->run->summit->appointments;

    for (const struct node *n = all ? all->appointments.first : NULL; n;
         n = n->next) {
        const struct appointment *from = (const struct appointment *)n;
        struct post *post;
        if (from->action == 0 || from->action == ACTION_RELEASE ||
            from->office.at == NULL || from->person.at == NULL ||
            (post = push(k, sizeof *post)) == NULL)
            continue;
        *post = (struct post){
            .next = k->summit->posts,
            .action = from->action,
            .office = corpus_intern(k->facts, from->office),
            .person = corpus_intern(k->facts, from->person),
            .name = corpus_intern(k->facts, name_of(k, from->person)),
            .since = first_held(k, from->office,
                                index_person(&k->index, from->person)),
            .at = corpus_keep_token(k, n, "person")};
        k->summit->posts = post;
    }
}

/* The keys of all titles, the first of each language marked as such. */
static void add_keys(struct title_key *keys, size_t *count,
                     const struct list *titles)
{
    size_t start = *count;

    for (const struct node *n = titles->first; n != NULL; n = n->next) {
        struct title_key key = title_key_of((const struct text *)n);
        key.first = true;
        for (size_t i = start; i < *count && i < start + CORPUS_NAMES; i++)
            key.first &= keys[i].language != key.language;
        keys[(*count)++] = key;
    }
}

static void keep_listed(struct keeper *k)
{
    const struct documents *all = k->run->summit->documents;
    struct summit_facts *to = k->summit;
    size_t count = 0;

    if (all == NULL || all->complete != FLAG_YES)
        return;
    for (const struct node *n = all->documents.first; n; n = n->next)
        count += ((const struct document *)n)->titles.count;
    to->titles = arena_array(&k->facts->arena, count, sizeof *to->titles);
    if (to->titles == NULL)
        return;
    for (const struct node *n = all->documents.first; n; n = n->next)
        add_keys(to->titles, &to->title_count,
                 &((const struct document *)n)->titles);
    to->complete = true;
    to->document_count = all->documents.count;
    to->at_complete = corpus_keep_token(k, &all->node, "complete");
}

static void keep_citations(struct keeper *k)
{
    const struct documents *all = k->run->summit->documents;
    struct arena *arena = &k->facts->arena;

    for (const struct node *n = all ? all->instruments.first : NULL; n;
         n = n->next) {
        const struct instrument *from = (const struct instrument *)n;
        struct citation *to;
        if (from->date.day == 0 || from->titles.count == 0 ||
            (to = push(k, sizeof *to)) == NULL)
            continue;
        to->date = from->date;
        to->title = corpus_intern(
            k->facts,
            str_of(rule_quote(k->run, text_preferred(&from->titles))));
        to->titles = arena_array(arena, from->titles.count, sizeof *to->titles);
        if (to->titles == NULL)
            return;
        add_keys(to->titles, &to->title_count, &from->titles);
        to->at = corpus_keep_token(k, n, "date");
        to->next = k->summit->citations;
        k->summit->citations = to;
    }
}

void corpus_keep(struct corpus_facts *facts, struct rule_run *run,
                 const char *file, const struct suppression *suppressions)
{
    struct keeper k = {.facts = facts, .run = run};

    k.summit = arena_new(&facts->arena, sizeof *k.summit);
    if (k.summit == NULL)
        return;
    run->skip = NULL; /* what is not known of a record is not kept */
    summit_index(&k.index, run->arena, run->summit);
    run->index = &k.index;
    k.summit->file = corpus_intern(facts, str_of(file)).at;
    if (k.summit->file == NULL)
        return;
    keep_summit(&k);
    keep_presidency(&k);
    keep_promises(&k);
    keep_details(&k);
    keep_posts(&k);
    keep_listed(&k);
    keep_citations(&k);
    corpus_keep_people(&k);
    corpus_keep_suppressions(&k, suppressions);
    k.summit->next = facts->summits;
    facts->summits = k.summit;
    facts->summit_count++;
}
