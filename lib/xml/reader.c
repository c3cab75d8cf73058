/* Bytes in, events out: libxml2's SAX2 parser behind decoder and guard. */
/* SPDX-License-Identifier: MIT */
#include "xml/reader.h"

#include "xml/decode.h"
#include "xml/fault.h"
#include "xml/version.h"

#include <inttypes.h>
#include <string.h>

enum {
    NAMES_TO_TAG = 4,  /* memory for all names, in longest tags */
    SLICE = 32 * 1024, /* of the input, decoded and looked at in one go */
    BLOCK = 64 * 1024  /* of the text, the least that libxml2 is fed */
};

struct reader {
    const struct cis_allocator *from;
    const struct reader_events *events;
    void *context;
    struct source source;
    struct decoder decoder;
    struct guard guard;
    xmlParserCtxtPtr parser;
    uint64_t fed; /* of the text, to libxml2 */
    struct xml_attribute *attributes;
    size_t attribute_capacity;
    struct xml_namespace *namespaces;
    size_t namespace_capacity;
    size_t namespaces_in_scope;
    struct open_element *open;
    size_t depth;
    size_t open_capacity;
    uint64_t tag; /* the last one that an event was about */
    uint64_t run; /* bytes of text since the last tag */
    struct fault fault;
    struct problem problem;
    enum reader_status status;
    bool stopped;
    bool closed; /* the root element has ended */
    bool ended;  /* so has the input */
};

/* Whether the reader has come to its end, one way or another. */
static bool is_done(const struct reader *reader)
{
    return reader->stopped || reader->status != READER_OK;
}

/* Whether events are told no more: libxml2 goes on to the end of its block. */
static bool is_mute(const struct reader *reader)
{
    return reader->fault.code != 0 || is_done(reader);
}

static void fail(struct reader *reader, enum reader_status status)
{
    if (!is_done(reader))
        reader->status = status;
}

/* Room for `count` things of `size` bytes, kept for the next time. */
static bool grow(struct reader *reader, void **things, size_t *capacity,
                 size_t count, size_t size)
{
    size_t wanted = *capacity == 0 ? 16 : *capacity;
    size_t bytes;
    void *grown;

    while (wanted < count)
        wanted *= 2;
    grown = size_multiply(wanted, size, &bytes)
                ? alloc_resize(reader->from, *things, bytes)
                : NULL;
    if (grown == NULL) {
        fail(reader, READER_NO_MEMORY);
        return false;
    }
    *things = grown;
    *capacity = wanted;
    return true;
}

static const char *name_of(const xmlChar *name)
{
    return (const char *)name;
}

static bool grow_attributes(struct reader *reader, size_t count)
{
    void *room = reader->attributes;
    bool good = grow(reader, &room, &reader->attribute_capacity, count,
                     sizeof *reader->attributes);

    reader->attributes = room;
    return good;
}

/* libxml2 has five pointers for each attribute. */
static bool take_attributes(struct reader *reader, size_t count,
                            const xmlChar **given)
{
    if (count > reader->attribute_capacity && !grow_attributes(reader, count))
        return false;
    for (size_t i = 0; i < count; i++, given += 5)
        reader->attributes[i] = (struct xml_attribute){
            .local = name_of(given[0]),
            .prefix = name_of(given[1]),
            .ns = name_of(given[2]),
            .value = {name_of(given[3]), (size_t)(given[4] - given[3])}};
    return true;
}

static void refuse_limit(struct reader *reader, enum cis_limit limit,
                         uint64_t offset, const char *what)
{
    const char *name = cis_limit_name(limit);

    problem_set(&reader->problem, CODE_W004, offset, offset + 1,
                "%s %" PRIu64 " (" GUARD_LIMIT_HELP ")", what,
                reader->guard.limits.of[limit], name, name);
    fail(reader, READER_PROBLEM);
}

static bool grow_namespaces(struct reader *reader, size_t count)
{
    void *room = reader->namespaces;
    bool good = grow(reader, &room, &reader->namespace_capacity, count,
                     sizeof *reader->namespaces);

    reader->namespaces = room;
    return good;
}

/* And two for each namespace declaration. It looks at all that are in scope
 * for each prefix, so they have a limit too. */
static bool take_namespaces(struct reader *reader, size_t count,
                            const xmlChar **given, uint64_t tag)
{
    if (count > reader->namespace_capacity && !grow_namespaces(reader, count))
        return false;
    for (size_t i = 0; i < count; i++)
        reader->namespaces[i] = (struct xml_namespace){
            name_of(given[2 * i]), name_of(given[2 * i + 1])};
    reader->namespaces_in_scope += count;
    if (reader->namespaces_in_scope <=
        reader->guard.limits.of[CIS_LIMIT_ATTRIBUTES])
        return true;
    refuse_limit(reader, CIS_LIMIT_ATTRIBUTES, tag,
                 "the namespace declarations in scope are more than");
    return false;
}

static bool grow_open(struct reader *reader)
{
    void *room = reader->open;
    bool good = grow(reader, &room, &reader->open_capacity, reader->depth + 1,
                     sizeof *reader->open);

    reader->open = room;
    return good;
}

static bool open_element(struct reader *reader,
                         const struct xml_element *element)
{
    if (reader->depth >= reader->guard.limits.of[CIS_LIMIT_DEPTH]) {
        refuse_limit(reader, CIS_LIMIT_DEPTH, element->tag,
                     "the depth of elements is more than");
        return false;
    }
    if (reader->depth == reader->open_capacity && !grow_open(reader))
        return false;
    reader->open[reader->depth++] =
        (struct open_element){.prefix = element->prefix,
                              .local = element->local,
                              .tag = element->tag,
                              .namespaces = element->namespace_count};
    return true;
}

/* The tag that a start is about. */
static uint64_t take_start(struct reader *reader)
{
    reader->tag = guard_next_tag(&reader->guard);
    guard_take_tag(&reader->guard);
    return reader->tag;
}

/* The tag that an end is about: the next one if the parser is beyond it, and
 * otherwise that of the start before, an empty-element tag. */
static uint64_t take_end(struct reader *reader)
{
    if (guard_next_tag(&reader->guard) < parser_position(reader->parser))
        return take_start(reader);
    return reader->tag;
}

static void on_start(void *context, const xmlChar *local, const xmlChar *prefix,
                     const xmlChar *ns, int namespace_count,
                     const xmlChar **namespaces, int attribute_count,
                     int defaulted, const xmlChar **attributes)
{
    struct reader *reader = context;
    struct xml_element element = {.local = name_of(local),
                                  .prefix = name_of(prefix),
                                  .ns = name_of(ns),
                                  .attribute_count = (size_t)attribute_count,
                                  .namespace_count = (size_t)namespace_count};

    (void)defaulted; /* none, without a DTD */
    if (is_mute(reader))
        return;
    element.tag = take_start(reader);
    reader->run = 0;
    if (!take_attributes(reader, element.attribute_count, attributes) ||
        (namespace_count > 0 &&
         !take_namespaces(reader, element.namespace_count, namespaces,
                          element.tag)) ||
        !open_element(reader, &element))
        return;
    element.attributes = reader->attributes;
    element.namespaces = reader->namespaces;
    reader->events->start(reader->context, &element);
}

static void on_end(void *context, const xmlChar *local, const xmlChar *prefix,
                   const xmlChar *ns)
{
    struct reader *reader = context;

    (void)local;
    (void)prefix;
    (void)ns;
    if (is_mute(reader) || reader->depth == 0)
        return;
    reader->run = 0;
    reader->depth--;
    reader->closed = reader->depth == 0;
    reader->namespaces_in_scope -= reader->open[reader->depth].namespaces;
    reader->events->end(reader->context, take_end(reader));
}

/* Comments and CDATA sections do not end a text: the guard knows its parts
 * only. */
static void on_text(void *context, const xmlChar *text, int length)
{
    struct reader *reader = context;

    if (is_mute(reader) || length <= 0)
        return;
    reader->run += (uint64_t)length;
    if (reader->run > reader->guard.limits.of[CIS_LIMIT_VALUE])
        refuse_limit(reader, CIS_LIMIT_VALUE, parser_position(reader->parser),
                     "the bytes of a text are more than");
    else
        reader->events->text(reader->context,
                             (struct str){name_of(text), (size_t)length});
}

static void on_error(void *context, parser_error *error)
{
    struct reader *reader = context;

    if (error->level >= XML_ERR_ERROR && !is_mute(reader))
        fault_note(&reader->fault, error, parser_position(reader->parser));
}

struct reader *reader_new(const struct cis_allocator *from,
                          const struct guard_limits *limits,
                          const struct reader_events *events, void *context)
{
    struct reader *reader = alloc_new(from, sizeof *reader);

    if (reader == NULL)
        return NULL;
    xmlInitParser();
    *reader = (struct reader){.from = from,
                              .events = events,
                              .context = context,
                              .status = READER_NO_MEMORY};
    source_init(&reader->source, from);
    guard_init(&reader->guard, from, limits);
    decoder_init(&reader->decoder);
    return reader;
}

void reader_free(struct reader *reader)
{
    if (reader == NULL)
        return;
    parser_free(reader->parser);
    alloc_free(reader->from, reader->attributes);
    alloc_free(reader->from, reader->namespaces);
    alloc_free(reader->from, reader->open);
    guard_free(&reader->guard);
    source_free(&reader->source);
    alloc_free(reader->from, reader);
}

/* A new parser for each input: 2.9 does not forget the namespaces in scope
 * when a parser is reset, and names would pile up. */
enum reader_status reader_begin(struct reader *reader)
{
    source_clear(&reader->source);
    decoder_init(&reader->decoder);
    guard_begin(&reader->guard);
    reader->fed = 0;
    reader->depth = reader->namespaces_in_scope = 0;
    reader->run = 0;
    reader->fault = (struct fault){.code = 0};
    reader->problem = (struct problem){.code = CODE_W001};
    reader->stopped = reader->closed = reader->ended = false;
    parser_free(reader->parser);
    reader->parser = parser_new(reader, on_start, on_end, on_text, on_error);
    reader->status = reader->parser != NULL ? READER_OK : READER_NO_MEMORY;
    return reader->status;
}

/* The first error of libxml2 is the problem. */
static void explain(struct reader *reader)
{
    const struct guard *guard = &reader->guard;
    struct scene scene = {
        .source = &reader->source,
        .start = reader->fed,
        .token = guard->token,
        .inside = reader->ended && guard->state != GUARD_TEXT,
        .rooted = guard->rooted,
        .closed = reader->closed,
        .ended = reader->ended,
        .open = reader->depth > 0 ? &reader->open[reader->depth - 1] : NULL};

    if (fault_internal(&reader->fault)) {
        fail(reader, READER_NO_MEMORY);
        return;
    }
    fault_explain(&reader->fault, &scene, &reader->problem);
    fail(reader, READER_PROBLEM);
}

/* A document of ever new names fills libxml2's table of them. */
static void check_names(struct reader *reader)
{
    uint64_t most = NAMES_TO_TAG * reader->guard.limits.of[CIS_LIMIT_TAG];

    if (parser_names(reader->parser) > most)
        refuse_limit(reader, CIS_LIMIT_TAG, reader->fed,
                     "all names together take "
                     "4"
                     " times more bytes than");
}

/* Feeds libxml2 the text up to `to`. */
static void push(struct reader *reader, uint64_t to, bool last)
{
    struct extent block = {reader->fed, to};
    struct str text = source_text(&reader->source, block);
    int error;

    if (is_done(reader) || (text.length == 0 && !last))
        return;
    error = xmlParseChunk(reader->parser, text.at, (int)text.length, last);
    if (is_done(reader))
        return;
    if (reader->fault.code != 0) {
        explain(reader);
        return;
    }
    reader->fed = reader->source.keep = to;
    /* It stopped and did not say why. */
    if (error != XML_ERR_OK)
        fail(reader, READER_NO_MEMORY);
    check_names(reader);
    if (!is_done(reader) && reader->events->pause != NULL)
        reader->events->pause(reader->context, to);
}

/* What is not well-formed by the guard's lights, but well by libxml2's. */
static void fail_anyway(struct reader *reader)
{
    uint64_t token = reader->guard.token;

    problem_set(&reader->problem, CODE_W001, token, token + 1,
                "the input is not well-formed");
    fail(reader, READER_PROBLEM);
}

/* libxml2 is to say what is wrong in the text up to guard->at. */
static void conclude_broken(struct reader *reader)
{
    push(reader, reader->guard.at, true);
    if (!is_done(reader))
        fail_anyway(reader);
}

/* The problem is what is wrong, unless libxml2 finds something before. */
static void conclude(struct reader *reader, const struct problem *problem)
{
    if (guard_settle(&reader->guard, &reader->source) == GUARD_BROKEN) {
        conclude_broken(reader);
        return;
    }
    push(reader, reader->guard.safe, false);
    if (is_done(reader))
        return;
    reader->problem = *problem;
    fail(reader, READER_PROBLEM);
}

/* Looks at the text up to `until`, and feeds libxml2 block by block. */
static void scan(struct reader *reader, uint64_t until)
{
    struct guard *guard = &reader->guard;
    struct problem problem;

    while (!is_done(reader)) {
        uint64_t pause = reader->fed + BLOCK;
        switch (guard_scan(guard, &reader->source, until, pause, &problem)) {
        case GUARD_GOOD:
            if (guard->safe < pause)
                return;
            push(reader, guard->safe, false);
            break;
        case GUARD_BROKEN:
            conclude_broken(reader);
            return;
        case GUARD_PROBLEM:
            conclude(reader, &problem);
            return;
        case GUARD_NO_MEMORY:
            fail(reader, READER_NO_MEMORY);
            return;
        }
    }
}

/* The text ends with a problem of the input. */
static void scan_last(struct reader *reader, const struct problem *problem)
{
    scan(reader, source_end(&reader->source));
    if (!is_done(reader))
        conclude(reader, problem);
}

static void decode(struct reader *reader, const unsigned char *bytes,
                   size_t size)
{
    struct problem problem;
    bool good =
        decoder_feed(&reader->decoder, bytes, size, &reader->source, &problem);
    uint64_t end = source_end(&reader->source);

    if (source_failed(&reader->source))
        fail(reader, READER_NO_MEMORY);
    else if (!good)
        scan_last(reader, &problem);
    else if (end > SOURCE_AROUND)
        scan(reader, end - SOURCE_AROUND);
}

static void refuse_bytes(struct reader *reader)
{
    uint64_t end = source_end(&reader->source);
    const char *limit = cis_limit_name(CIS_LIMIT_BYTES);
    struct problem problem;

    problem_set(&problem, CODE_W004, end, end,
                "the input has more bytes than %" PRIu64 " (" GUARD_LIMIT_HELP
                ")",
                reader->guard.limits.of[CIS_LIMIT_BYTES], limit, limit);
    scan_last(reader, &problem);
}

enum reader_status reader_feed(struct reader *reader, const void *bytes,
                               size_t size)
{
    const unsigned char *at = bytes;
    uint64_t most = reader->guard.limits.of[CIS_LIMIT_BYTES];

    while (size > 0 && !is_done(reader)) {
        uint64_t room = most - reader->decoder.read;
        size_t slice = size < SLICE ? size : SLICE;
        if (room == 0) {
            refuse_bytes(reader);
            break;
        }
        if (slice > room)
            slice = (size_t)room;
        decode(reader, at, slice);
        at += slice;
        size -= slice;
    }
    return reader->status;
}

/* Everything has been looked at: nothing is left to be fed but the rest. */
static void finish(struct reader *reader)
{
    const struct guard *guard = &reader->guard;

    if (guard->state == GUARD_TEXT && guard->safe == 0) {
        problem_set(&reader->problem, CODE_W005, 0, 0, "the input is empty");
        fail(reader, READER_PROBLEM);
        return;
    }
    reader->ended = true;
    push(reader, source_end(&reader->source), true);
    if (!is_done(reader) && !parser_satisfied(reader->parser))
        fail_anyway(reader);
}

enum reader_status reader_end(struct reader *reader)
{
    struct problem problem;

    if (is_done(reader))
        return reader->status;
    if (!decoder_end(&reader->decoder, &reader->source, &problem))
        scan_last(reader, &problem);
    else if (source_failed(&reader->source))
        fail(reader, READER_NO_MEMORY);
    else
        scan(reader, source_end(&reader->source));
    if (!is_done(reader))
        finish(reader);
    return reader->status;
}

void reader_stop(struct reader *reader)
{
    reader->stopped = true;
}

const struct problem *reader_problem(const struct reader *reader)
{
    return &reader->problem;
}

struct source *reader_source(struct reader *reader)
{
    return &reader->source;
}
