/* Takes facts from the XML that an earlier run wrote. */
/* SPDX-License-Identifier: MIT */
#include "rules/facts.h"

#include <inttypes.h>
#include <stdlib.h>

struct facts_made facts_made_by(struct arena *arena, const char *tool,
                                const struct schema *schema,
                                const struct registry *registry)
{
    const struct reg_root *root = registry->root;
    char recorded[11];

    return (struct facts_made){
        .tool = str_of(tool),
        .schema = str_of(schema->version),
        .registry = str_of(arena_format(
            arena, "%.*s/%s/%016" PRIx64, STR_ARGS(root->id),
            date_write(root->recorded, recorded), registry_digest(registry)))};
}

/* A fault that the schema cannot see: it is told with the schema's codes. */
static struct cis_finding *emit(struct facts_reading *r, enum code code,
                                const struct node *node, const char *attribute)
{
    r->run.code = code;
    return rule_emit(&r->run, node, attribute);
}

static void hold(struct facts_reading *r, const struct facts_made *made,
                 const char *attribute, struct str given, struct str wanted)
{
    struct cis_finding *finding;

    if (given.at == NULL || str_equal(given, wanted))
        return;
    finding = emit(r, CODE_S005, &made->node, attribute);
    finding_say(finding, "the facts were made with %s '%s', and this is '%s'",
                attribute, rule_quote(&r->run, given),
                rule_quote(&r->run, wanted));
    finding_hint(finding, "write them anew, with this cisvalidate and the same "
                          "--registry");
}

static void take_made(struct facts_reading *r, const struct facts_made *made)
{
    hold(r, made, "tool", made->tool, r->by.tool);
    hold(r, made, "schema", made->schema, r->by.schema);
    hold(r, made, "registry", made->registry, r->by.registry);
}

static struct str keep(struct facts_reading *r, struct str text)
{
    return corpus_intern(r->facts, text);
}

static struct str keep_bytes(struct facts_reading *r, struct str text)
{
    return keep(r, facts_unescape(r->run.arena, text));
}

static uint64_t count_of(int64_t number, uint64_t absent)
{
    return number != NUMBER_ABSENT ? (uint64_t)number : absent;
}

static struct token token_of(struct facts_reading *r,
                             const struct facts_place *from)
{
    const uint64_t line = count_of(from->line, 1);
    const uint64_t lines = count_of(from->lines, 0);
    const uint64_t begins = count_of(from->begins, 1);
    const uint64_t column = begins + count_of(from->after, 0);
    const uint64_t offset = count_of(from->offset, 0);
    struct token token = {
        .place = {.line = line,
                  .column = column,
                  .end_line = line + lines,
                  .end_column =
                      (lines > 0 ? 1 : column) + count_of(from->width, 0),
                  .offset = offset,
                  .end_offset = offset + count_of(from->length, 0)},
        .path = keep(r, from->path).at};

    if (from->text.at != NULL)
        token.excerpt =
            (struct cis_excerpt){keep_bytes(r, from->text).at, begins};
    return token;
}

/* The place that a value of the element must have, if there is a value. */
static struct token place_of(struct facts_reading *r, const struct node *node,
                             const char *value, bool given,
                             const struct facts_place *place)
{
    if (given && place == NULL)
        finding_say(emit(r, CODE_S002, node, value),
                    "'%s' comes without its place", value);
    return given && place != NULL ? token_of(r, place) : (struct token){0};
}

static void *push(struct facts_reading *r, size_t size)
{
    return arena_new(&r->facts->arena, size);
}

static struct title_key *take_titles(struct facts_reading *r,
                                     const struct list *from, size_t *count)
{
    struct title_key *to =
        arena_array(&r->facts->arena, from->count, sizeof *to);

    *count = 0;
    for (const struct node *n = from->first; n != NULL && to != NULL;
         n = n->next) {
        const struct facts_title *title = (const struct facts_title *)n;
        to[(*count)++] = (struct title_key){
            .title = strtoull(title->hash.at != NULL ? title->hash.at : "",
                              NULL, 16),
            .language = (uint32_t)count_of(title->language, 0),
            .first = title->first == FLAG_YES};
    }
    return to;
}

static struct promise *take_promise(struct facts_reading *r,
                                    const struct facts_promise *from)
{
    struct promise *to = push(r, sizeof *to);

    if (to == NULL)
        return NULL;
    *to = (struct promise){.body = keep(r, from->body),
                           .state = keep(r, from->state),
                           .date = from->date};
    to->at_state =
        place_of(r, &from->node, "state", to->state.at != NULL, from->at_state);
    to->at_date =
        place_of(r, &from->node, "date", date_given(to->date), from->at_date);
    return to;
}

static struct detail *take_detail(struct facts_reading *r,
                                  const struct facts_detail *from)
{
    struct detail *to = push(r, sizeof *to);

    if (to != NULL)
        *to = (struct detail){.what = keep(r, from->what).at,
                              .of = keep(r, from->of),
                              .value = keep(r, from->value),
                              .name = from->name == FLAG_YES,
                              .at = token_of(r, from->at)};
    return to;
}

static struct post *take_post(struct facts_reading *r,
                              const struct facts_post *from)
{
    struct post *to = push(r, sizeof *to);

    if (to != NULL)
        *to = (struct post){.action = from->action,
                            .office = keep(r, from->office),
                            .person = keep(r, from->person),
                            .name = keep(r, from->name),
                            .since = from->since,
                            .at = token_of(r, from->at)};
    return to;
}

static struct citation *take_citation(struct facts_reading *r,
                                      const struct facts_citation *from)
{
    struct citation *to = push(r, sizeof *to);

    if (to == NULL)
        return NULL;
    *to = (struct citation){.date = from->date,
                            .title = keep(r, from->words),
                            .at = token_of(r, from->at)};
    to->titles = take_titles(r, &from->titles, &to->title_count);
    return to;
}

/* The lists of a record, each in its order. */
static void take_lists(struct facts_reading *r, struct summit_facts *to,
                       const struct facts_summit *from)
{
    struct promise **promise = &to->promises;
    struct detail **detail = &to->details;
    struct post **post = &to->posts;
    struct citation **citation = &to->citations;
    const struct node *n;

    for (n = from->promises.first; n != NULL; n = n->next)
        if ((*promise = take_promise(r, (const void *)n)) != NULL)
            promise = &(*promise)->next;
    for (n = from->details.first; n != NULL; n = n->next)
        if ((*detail = take_detail(r, (const void *)n)) != NULL)
            detail = &(*detail)->next;
    for (n = from->posts.first; n != NULL; n = n->next)
        if ((*post = take_post(r, (const void *)n)) != NULL)
            post = &(*post)->next;
    for (n = from->citations.first; n != NULL; n = n->next)
        if ((*citation = take_citation(r, (const void *)n)) != NULL)
            citation = &(*citation)->next;
    to->titles = take_titles(r, &from->titles, &to->title_count);
}

static void take_values(struct facts_reading *r, struct summit_facts *to,
                        const struct facts_summit *from)
{
    to->file = keep_bytes(r, from->file).at;
    to->id = keep(r, from->id);
    to->body = keep(r, from->body);
    to->kind = from->kind;
    to->status = from->status;
    to->session = from->session;
    to->number = from->number;
    to->presiding = keep(r, from->presiding);
    to->term = from->term;
    to->successor = keep(r, from->successor);
    to->successor_term = from->successor_term;
    to->host = keep(r, from->host);
    to->complete = from->documents != NUMBER_ABSENT;
    to->document_count = (size_t)count_of(from->documents, 0);
}

static void take_places(struct facts_reading *r, struct summit_facts *to,
                        const struct facts_summit *from)
{
    const struct node *node = &from->node;

    to->at_summit = token_of(r, from->at);
    to->at_session =
        place_of(r, node, "session", date_given(to->session), from->at_session);
    to->at_number = place_of(r, node, "number", to->number != NUMBER_ABSENT,
                             from->at_number);
    to->at_presiding = place_of(r, node, "presiding", to->presiding.at != NULL,
                                from->at_presiding);
    to->at_successor = place_of(r, node, "successor", to->successor.at != NULL,
                                from->at_successor);
    to->at_host = place_of(r, node, "host", to->host.at != NULL, from->at_host);
    to->at_complete =
        place_of(r, node, "documents", to->complete, from->at_complete);
}

static void take_summit(struct facts_reading *r,
                        const struct facts_summit *from)
{
    struct summit_facts *to = push(r, sizeof *to);

    if (to == NULL)
        return;
    take_values(r, to, from);
    if (to->file == NULL)
        return;
    take_places(r, to, from);
    take_lists(r, to, from);
    to->next = r->facts->summits;
    r->facts->summits = to;
    r->facts->summit_count++;
}

static void take_spelling(struct facts_reading *r,
                          const struct facts_spelling *from)
{
    struct spelling *to = push(r, sizeof *to);

    if (to == NULL)
        return;
    *to = (struct spelling){.next = r->facts->first_spelling,
                            .office = keep(r, from->office),
                            .known =
                                registry_office(r->run.registry, from->known),
                            .language = keep(r, from->language),
                            .name = keep(r, from->name),
                            .session = from->session,
                            .file = keep_bytes(r, from->file).at,
                            .at = token_of(r, from->at)};
    if (to->file == NULL)
        return;
    r->facts->first_spelling = to;
    r->facts->spelling_count++;
}

/* The rule across records of that code; CODE_COUNT where there is none. */
static enum code code_across(struct str code)
{
    for (unsigned i = 0; i < CODE_COUNT; i++)
        if (suppression_across((enum code)i) &&
            str_is(code, rule_of((enum code)i)->code))
            return (enum code)i;
    return CODE_COUNT;
}

static void take_suppression(struct facts_reading *r,
                             const struct facts_suppression *from)
{
    const enum code code = code_across(from->code);
    const uint64_t offset = count_of(from->offset, 0);
    struct kept_suppression *to = push(r, sizeof *to);

    if (to == NULL)
        return;
    if (code == CODE_COUNT) {
        finding_say(emit(r, CODE_S006, &from->node, "code"),
                    "'%s' is no rule across records",
                    rule_quote(&r->run, from->code));
        return;
    }
    to->at = token_of(r, from->at);
    to->compared = from->compared == FLAG_YES;
    to->is = (struct suppression){
        .code = code,
        .reason = keep_bytes(r, from->reason).at,
        .file = keep_bytes(r, from->file).at,
        .where = {to->at.place.offset, to->at.place.end_offset},
        .scope = {offset, offset + count_of(from->length, 0)}};
    if (to->is.file == NULL || to->is.reason == NULL)
        return;
    to->next = r->facts->suppressions;
    r->facts->suppressions = to;
    r->facts->suppression_count++;
}

void facts_take(struct facts_reading *reading, const struct node *root)
{
    if (root->class == &class_facts_made)
        take_made(reading, (const void *)root);
    else if (root->class == &class_facts_summit)
        take_summit(reading, (const void *)root);
    else if (root->class == &class_facts_spelling)
        take_spelling(reading, (const void *)root);
    else
        take_suppression(reading, (const void *)root);
}
