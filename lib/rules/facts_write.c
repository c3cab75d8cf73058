/* Writes the facts of a corpus as XML. */
/* SPDX-License-Identifier: MIT */
#include "rules/facts.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct writing {
    struct xml_writer *xml;
    const struct schema *schema; /* for the words of enumerations */
    struct buf text;             /* of the attribute under way */
};

static void free_writing(struct writing *w)
{
    buf_free(&w->text);
}

static void put_text(struct writing *w, const char *name, struct str value)
{
    if (value.at != NULL)
        xml_writer_attribute(w->xml, name, value.at);
}

static void put_bytes(struct writing *w, const char *name, struct str bytes)
{
    buf_empty(&w->text);
    facts_escape(&w->text, bytes);
    buf_byte(&w->text, '\0');
    if (!w->text.failed)
        xml_writer_attribute(w->xml, name, w->text.at);
}

static void put_date(struct writing *w, const char *name, struct cis_date date)
{
    char text[11];

    if (date_given(date))
        xml_writer_attribute(w->xml, name, date_write(date, text));
}

static void put_number(struct writing *w, const char *name, int64_t number)
{
    char text[24];

    snprintf(text, sizeof text, "%" PRId64, number);
    xml_writer_attribute(w->xml, name, text);
}

static void put_count(struct writing *w, const char *name, uint64_t count)
{
    put_number(w, name, (int64_t)count);
}

static void put_choice(struct writing *w, const char *name, const char *type,
                       unsigned choice)
{
    if (choice != 0)
        xml_writer_attribute(w->xml, name,
                             choice_word(w->schema, type, choice));
}

static void put_flag(struct writing *w, const char *name, bool flag)
{
    if (flag)
        xml_writer_attribute(w->xml, name, "true");
}

static void write_place(struct writing *w, const char *element,
                        const struct token *at)
{
    const struct cis_place *place = &at->place;
    const bool shown = at->excerpt.text != NULL;
    const uint64_t begins = shown ? at->excerpt.first_column : 1;
    const bool on_one_line = place->end_line == place->line;

    if (at->path == NULL)
        return;
    xml_writer_start(w->xml, element);
    xml_writer_attribute(w->xml, "path", at->path);
    put_count(w, "line", place->line);
    if (!on_one_line)
        put_count(w, "lines", place->end_line - place->line);
    if (begins != 1)
        put_count(w, "begins", begins);
    put_count(w, "after", place->column - begins);
    put_count(w, "width",
              place->end_column - (on_one_line ? place->column : 1));
    put_count(w, "offset", place->offset);
    put_count(w, "length", place->end_offset - place->offset);
    if (shown)
        put_bytes(w, "text", str_of(at->excerpt.text));
    xml_writer_end(w->xml);
}

static void write_titles(struct writing *w, const struct title_key *titles,
                         size_t count)
{
    char hash[17];

    for (size_t i = 0; i < count; i++) {
        xml_writer_start(w->xml, "title");
        snprintf(hash, sizeof hash, "%016" PRIx64, titles[i].title);
        xml_writer_attribute(w->xml, "hash", hash);
        put_count(w, "language", titles[i].language);
        put_flag(w, "first", titles[i].first);
        xml_writer_end(w->xml);
    }
}

static void write_promise(struct writing *w, const struct promise *promise)
{
    xml_writer_start(w->xml, "promise");
    put_text(w, "body", promise->body);
    put_text(w, "state", promise->state);
    put_date(w, "date", promise->date);
    write_place(w, "atState", &promise->at_state);
    write_place(w, "atDate", &promise->at_date);
    xml_writer_end(w->xml);
}

static void write_detail(struct writing *w, const struct detail *detail)
{
    xml_writer_start(w->xml, "detail");
    xml_writer_attribute(w->xml, "what", detail->what);
    put_text(w, "of", detail->of);
    put_text(w, "value", detail->value);
    put_flag(w, "name", detail->name);
    write_place(w, "at", &detail->at);
    xml_writer_end(w->xml);
}

static void write_post(struct writing *w, const struct post *post)
{
    xml_writer_start(w->xml, "post");
    put_choice(w, "action", "action", post->action);
    put_text(w, "office", post->office);
    put_text(w, "person", post->person);
    put_text(w, "name", post->name);
    put_date(w, "since", post->since);
    write_place(w, "at", &post->at);
    xml_writer_end(w->xml);
}

static void write_citation(struct writing *w, const struct citation *citation)
{
    xml_writer_start(w->xml, "citation");
    put_date(w, "date", citation->date);
    put_text(w, "words", citation->title);
    write_place(w, "at", &citation->at);
    write_titles(w, citation->titles, citation->title_count);
    xml_writer_end(w->xml);
}

static void write_values(struct writing *w, const struct summit_facts *from)
{
    put_bytes(w, "file", str_of(from->file));
    put_text(w, "id", from->id);
    put_text(w, "body", from->body);
    put_choice(w, "kind", "sessionKind", from->kind);
    put_choice(w, "status", "recordStatus", from->status);
    put_date(w, "session", from->session);
    if (from->number != NUMBER_ABSENT)
        put_number(w, "number", from->number);
    put_text(w, "presiding", from->presiding);
    put_date(w, "from", from->term.from);
    put_date(w, "to", from->term.to);
    put_text(w, "successor", from->successor);
    put_date(w, "successorFrom", from->successor_term.from);
    put_date(w, "successorTo", from->successor_term.to);
    put_text(w, "host", from->host);
    if (from->complete)
        put_count(w, "documents", from->document_count);
}

static void write_summit(struct writing *w, const struct summit_facts *from)
{
    xml_writer_start(w->xml, "summit");
    write_values(w, from);
    write_place(w, "at", &from->at_summit);
    write_place(w, "atSession", &from->at_session);
    write_place(w, "atNumber", &from->at_number);
    write_place(w, "atPresiding", &from->at_presiding);
    write_place(w, "atSuccessor", &from->at_successor);
    write_place(w, "atHost", &from->at_host);
    write_place(w, "atComplete", &from->at_complete);
    for (const struct promise *p = from->promises; p != NULL; p = p->next)
        write_promise(w, p);
    for (const struct detail *d = from->details; d != NULL; d = d->next)
        write_detail(w, d);
    for (const struct post *p = from->posts; p != NULL; p = p->next)
        write_post(w, p);
    for (const struct citation *c = from->citations; c != NULL; c = c->next)
        write_citation(w, c);
    write_titles(w, from->titles, from->title_count);
    xml_writer_end(w->xml);
}

static void write_spelling(struct writing *w, const struct spelling *from)
{
    xml_writer_start(w->xml, "spelling");
    put_bytes(w, "file", str_of(from->file));
    put_text(w, "office", from->office);
    if (from->known != NULL)
        put_text(w, "known", from->known->id);
    put_text(w, "language", from->language);
    put_text(w, "name", from->name);
    put_date(w, "session", from->session);
    write_place(w, "at", &from->at);
    xml_writer_end(w->xml);
}

static void write_suppression(struct writing *w,
                              const struct kept_suppression *from)
{
    const struct suppression *is = &from->is;

    xml_writer_start(w->xml, "suppression");
    put_bytes(w, "file", str_of(is->file));
    xml_writer_attribute(w->xml, "code", rule_of(is->code)->code);
    put_bytes(w, "reason", str_of(is->reason));
    put_count(w, "offset", is->scope.offset);
    put_count(w, "length", is->scope.end - is->scope.offset);
    put_flag(w, "compared", from->compared);
    write_place(w, "at", &from->at);
    xml_writer_end(w->xml);
}

static void write_made(struct writing *w, const struct facts_made *by)
{
    xml_writer_start(w->xml, "made");
    put_text(w, "tool", by->tool);
    put_text(w, "schema", by->schema);
    put_text(w, "registry", by->registry);
    xml_writer_end(w->xml);
}

static int by_place(const void *left, const void *right)
{
    const struct summit_facts *a = *(const struct summit_facts *const *)left;
    const struct summit_facts *b = *(const struct summit_facts *const *)right;

    return corpus_compare_places(a->file, &a->at_summit, b->file,
                                 &b->at_summit);
}

/* All summits, those too that are compared with none: they are counted. */
static const struct summit_facts **
summits_of(struct arena *arena, const struct corpus_facts *const *parts,
           size_t count, size_t *summits)
{
    const struct summit_facts **all;

    *summits = 0;
    for (size_t i = 0; i < count; i++)
        *summits += parts[i]->summit_count;
    all = arena_array(arena, *summits + 1, sizeof *all);
    *summits = 0;
    for (size_t i = 0; i < count && all != NULL; i++)
        for (const struct summit_facts *s = parts[i]->summits; s; s = s->next)
            all[(*summits)++] = s;
    if (all != NULL)
        qsort(all, *summits, sizeof *all, by_place);
    return all;
}

static int suppression_by_place(const void *left, const void *right)
{
    const struct kept_suppression *a =
        *(const struct kept_suppression *const *)left;
    const struct kept_suppression *b =
        *(const struct kept_suppression *const *)right;

    return corpus_compare_places(a->is.file, &a->at, b->is.file, &b->at);
}

static const struct kept_suppression **
suppressions_of(struct arena *arena, const struct corpus_facts *const *parts,
                size_t count, size_t *suppressions)
{
    const struct kept_suppression **all;

    *suppressions = 0;
    for (size_t i = 0; i < count; i++)
        *suppressions += parts[i]->suppression_count;
    all = arena_array(arena, *suppressions + 1, sizeof *all);
    *suppressions = 0;
    for (size_t i = 0; i < count && all != NULL; i++)
        for (const struct kept_suppression *s = parts[i]->suppressions; s;
             s = s->next)
            all[(*suppressions)++] = s;
    if (all != NULL)
        qsort(all, *suppressions, sizeof *all, suppression_by_place);
    return all;
}

bool facts_write(struct xml_writer *xml, const struct rule_run *words,
                 const struct facts_made *by,
                 const struct corpus_facts *const *parts, size_t count)
{
    __attribute__((cleanup(free_writing))) struct writing w = {
        .xml = xml, .schema = words->schema};
    struct corpus_view view = {0};
    const struct summit_facts **summits;
    const struct kept_suppression **suppressions;
    size_t summit_count, suppression_count;

    buf_init(&w.text, words->arena->from);
    summits = summits_of(words->arena, parts, count, &summit_count);
    suppressions =
        suppressions_of(words->arena, parts, count, &suppression_count);
    if (summits == NULL || suppressions == NULL ||
        !corpus_view_of(&view, words->arena, parts, count))
        return false;
    xml_writer_indent(xml);
    xml_writer_declaration(xml);
    xml_writer_start(xml, "facts");
    xml_writer_attribute(xml, "xmlns", FACTS_NAMESPACE);
    write_made(&w, by);
    for (size_t i = 0; i < summit_count; i++)
        write_summit(&w, summits[i]);
    for (size_t i = 0; i < view.spelling_count; i++)
        write_spelling(&w, view.spellings[i]);
    for (size_t i = 0; i < suppression_count; i++)
        write_suppression(&w, suppressions[i]);
    xml_writer_end(xml);
    return !w.text.failed;
}
