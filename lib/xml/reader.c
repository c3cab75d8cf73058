/* Bytes in, events out: libxml2's SAX2 parser behind decoder and guard. */
/* SPDX-License-Identifier: MIT */
#include "xml/reader.h"

#include "xml/decode.h"
#include "xml/sax.h"

#include <inttypes.h>
#include <string.h>

enum {
    NAMES_TO_TAG = 4,  /* memory for all names, in longest tags */
    SLICE = 32 * 1024, /* of the input, decoded and looked at in one go */
    BLOCK = 64 * 1024  /* of the text, the least that libxml2 is fed */
};

struct reader {
    struct source source;
    struct decoder decoder;
    struct guard guard;
    struct sax sax;
    uint64_t fed;  /* of the text, to libxml2 */
    uint64_t told; /* by it */
    bool ended;    /* the input */
};

void reader_prepare(void)
{
    xmlInitParser();
}

struct reader *reader_new(const struct cis_allocator *from,
                          const struct guard_limits *limits,
                          const struct reader_events *events, void *context)
{
    struct reader *reader = alloc_new(from, sizeof *reader);

    if (reader == NULL)
        return NULL;
    reader_prepare();
    *reader = (struct reader){.sax = {.from = from,
                                      .events = events,
                                      .context = context,
                                      .guard = &reader->guard,
                                      .status = READER_NO_MEMORY}};
    source_init(&reader->source, from);
    guard_init(&reader->guard, from, limits);
    decoder_init(&reader->decoder);
    return reader;
}

void reader_free(struct reader *reader)
{
    if (reader == NULL)
        return;
    sax_free(&reader->sax);
    guard_free(&reader->guard);
    source_free(&reader->source);
    alloc_free(reader->sax.from, reader);
}

enum reader_status reader_begin(struct reader *reader)
{
    source_clear(&reader->source);
    decoder_init(&reader->decoder);
    guard_begin(&reader->guard);
    reader->fed = reader->told = 0;
    reader->ended = false;
    sax_begin(&reader->sax);
    return reader->sax.status;
}

/* The first error of libxml2 is the problem. */
static void explain(struct reader *reader)
{
    const struct guard *guard = &reader->guard;
    struct scene scene = {.source = &reader->source,
                          .start = reader->told,
                          .token = guard->token,
                          .inside = reader->ended && guard->state != GUARD_TEXT,
                          .rooted = guard->rooted,
                          .closed = reader->sax.closed,
                          .ended = reader->ended,
                          .open = reader->sax.depth > 0
                                      ? &reader->sax.open[reader->sax.depth - 1]
                                      : NULL};

    if (fault_internal(&reader->sax.fault)) {
        sax_fail(&reader->sax, READER_NO_MEMORY);
        return;
    }
    fault_explain(&reader->sax.fault, &scene, &reader->sax.problem);
    sax_fail(&reader->sax, READER_PROBLEM);
}

/* A document of ever new names fills libxml2's table of them. */
static void check_names(struct reader *reader)
{
    uint64_t most = NAMES_TO_TAG * reader->guard.limits.of[CIS_LIMIT_TAG];

    if (parser_names(reader->sax.parser) > most)
        sax_refuse(&reader->sax, CIS_LIMIT_TAG, reader->fed,
                   "all names together take 4 times more bytes than");
}

/* What is not well-formed by the guard's lights, but well by libxml2's. */
static void fail_anyway(struct reader *reader)
{
    uint64_t token = reader->guard.token;

    problem_set(&reader->sax.problem, CODE_W001, token, token + 1,
                "the input is not well-formed");
    sax_fail(&reader->sax, READER_PROBLEM);
}

/* Gives libxml2 the text up to `to`; false where it has stopped. */
static bool parse(struct reader *reader, uint64_t to, bool last)
{
    struct extent block = {reader->fed, to};
    struct str text = source_text(&reader->source, block);

    reader->fed = reader->source.reach = to;
    return parser_feed(reader->sax.parser, text.at, text.length, last);
}

/* libxml2 has looked at everything before `position`. */
static void move_on(struct reader *reader, uint64_t position)
{
    reader->told = reader->source.keep = position;
    check_names(reader);
    if (!sax_done(&reader->sax) && reader->sax.events->pause != NULL)
        reader->sax.events->pause(reader->sax.context, position);
}

/*
 * Feeds libxml2 the text up to `to`. After an '&' it may wait for the ';', and
 * hold all text that comes: when it has not come over the end of one block by
 * that of the next, there is none, and it must say so.
 */
static void push(struct reader *reader, uint64_t to, bool last)
{
    struct sax *sax = &reader->sax;
    uint64_t before = reader->fed;
    uint64_t position;
    bool good = parse(reader, to, last);

    position = parser_position(sax->parser);
    if (!last && !sax_done(sax) && sax->fault.code == 0 && position < before)
        parse(reader, to, true);
    if (sax_done(sax))
        return;
    if (sax->fault.code != 0)
        explain(reader);
    else if (!good) /* it stopped and did not say why */
        sax_fail(sax, READER_NO_MEMORY);
    else if (position < before)
        fail_anyway(reader);
    else
        move_on(reader, position < to ? position : to);
}

/* libxml2 is to say what is wrong in the text up to guard->at. */
static void conclude_broken(struct reader *reader)
{
    push(reader, reader->guard.at, true);
    if (!sax_done(&reader->sax))
        fail_anyway(reader);
}

/* The problem is what is wrong, unless libxml2 finds something before. */
static void conclude(struct reader *reader, const struct problem *problem)
{
    struct sax *sax = &reader->sax;

    if (guard_settle(&reader->guard, &reader->source) == GUARD_BROKEN) {
        conclude_broken(reader);
        return;
    }
    parse(reader, reader->guard.safe, true);
    if (sax_done(sax))
        return;
    if (sax->fault.code != 0 && (sax->closed || !fault_short(&sax->fault))) {
        explain(reader);
        return;
    }
    sax->problem = *problem;
    sax_fail(sax, READER_PROBLEM);
}

/* Looks at the text up to `until`, and feeds libxml2 block by block. */
static void scan(struct reader *reader, uint64_t until)
{
    struct guard *guard = &reader->guard;
    struct problem problem;

    while (!sax_done(&reader->sax)) {
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
            sax_fail(&reader->sax, READER_NO_MEMORY);
            return;
        }
    }
}

/* The text ends with a problem of the input. */
static void scan_last(struct reader *reader, const struct problem *problem)
{
    scan(reader, source_end(&reader->source));
    if (!sax_done(&reader->sax))
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
        sax_fail(&reader->sax, READER_NO_MEMORY);
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

    while (size > 0 && !sax_done(&reader->sax)) {
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
    return reader->sax.status;
}

/* Everything has been looked at: nothing is left to be fed but the rest. */
static void finish(struct reader *reader)
{
    const struct guard *guard = &reader->guard;

    if (guard->state == GUARD_TEXT && guard->safe == 0) {
        problem_set(&reader->sax.problem, CODE_W005, 0, 0,
                    "the input is empty");
        sax_fail(&reader->sax, READER_PROBLEM);
        return;
    }
    if (guard_settle(&reader->guard, &reader->source) == GUARD_BROKEN) {
        conclude_broken(reader);
        return;
    }
    reader->ended = true;
    if (guard->state != GUARD_TEXT)
        reader->sax.unfinished = guard->token;
    push(reader, source_end(&reader->source), true);
    if (!sax_done(&reader->sax) && !parser_satisfied(reader->sax.parser))
        fail_anyway(reader);
}

enum reader_status reader_end(struct reader *reader)
{
    struct problem problem;

    if (sax_done(&reader->sax))
        return reader->sax.status;
    if (!decoder_end(&reader->decoder, &reader->source, &problem))
        scan_last(reader, &problem);
    else if (source_failed(&reader->source))
        sax_fail(&reader->sax, READER_NO_MEMORY);
    else
        scan(reader, source_end(&reader->source));
    if (!sax_done(&reader->sax))
        finish(reader);
    return reader->sax.status;
}

void reader_stop(struct reader *reader)
{
    reader->sax.stopped = true;
}

const struct problem *reader_problem(const struct reader *reader)
{
    return &reader->sax.problem;
}

struct source *reader_source(struct reader *reader)
{
    return &reader->source;
}
