/* Facts out of a corpus, and back into one. */
/* SPDX-License-Identifier: MIT */
#include "corpus.h"

#include "frozen.h"
#include "rules/facts.h"
#include "stream.h"

#define CHUNK 65536

struct output {
    cis_write_fn *write;
    void *context;
    bool failed;
};

static int write_bytes(void *context, const char *bytes, int size)
{
    struct output *to = context;

    to->failed =
        to->failed || to->write(to->context, bytes, (size_t)size) != (long)size;
    return to->failed ? -1 : size;
}

static bool write_parts(const struct cis_corpus *corpus, struct arena *arena,
                        struct xml_writer *xml)
{
    const struct cis_validator *v = corpus->validator;
    struct rule_run words = {.schema = v->schema, .arena = arena};
    struct facts_made by =
        facts_made_by(arena, cis_version(), v->schema, &v->registry);
    size_t count;
    const struct corpus_facts **parts = corpus_parts(corpus, arena, &count);

    return parts != NULL && facts_write(xml, &words, &by, parts, count) &&
           !arena->failed;
}

enum cis_status cis_corpus_write(const struct cis_corpus *corpus,
                                 cis_write_fn *write, void *context)
{
    __attribute__((cleanup(arena_free))) struct arena arena;
    struct output to = {write, context, false};
    struct xml_writer *xml = xml_writer_new(write_bytes, &to);
    bool whole;

    arena_init(&arena, &corpus->validator->from);
    whole = write_parts(corpus, &arena, xml);
    whole = xml_writer_free(xml) && whole;
    if (to.failed)
        return CIS_IO_ERROR;
    return whole ? CIS_OK : CIS_NO_MEMORY;
}

struct facts_input {
    cis_read_fn *read;
    void *context;
    const char *name;
    cis_finding_fn *on_finding;
    void *finding_context;
};

/* What the reading of facts comes to. */
struct facts_load {
    struct stream stream;
    struct facts_reading reading;
};

/* Of what has a fault nothing is wanted. */
static void on_facts(void *context, struct node *root)
{
    struct facts_load *load = context;

    if (load->stream.findings.count == 0 && load->stream.counts[CIS_ERROR] == 0)
        facts_take(&load->reading, root);
}

static enum cis_status pump(struct stream *d, cis_read_fn *read, void *context)
{
    unsigned char chunk[CHUNK];
    enum cis_status status = CIS_OK;
    long got;

    while (status == CIS_OK) {
        got = read(context, chunk, sizeof chunk);
        if (got == 0)
            return stream_end(d);
        if (got < 0 || (unsigned long)got > sizeof chunk)
            return CIS_IO_ERROR;
        status = stream_feed(d, chunk, (size_t)got);
    }
    return status;
}

static void free_load(struct facts_load *load)
{
    stream_free(&load->stream);
}

static struct facts_reading reading_of(struct stream *d, struct arena *arena,
                                       struct cis_corpus *to)
{
    const struct cis_validator *v = to->validator;

    return (struct facts_reading){
        .facts = &to->facts,
        .run = {.registry = &v->registry,
                .schema = v->schema,
                .source = reader_source(d->reader),
                .findings = &d->findings,
                .arena = &d->arena},
        .by = facts_made_by(arena, cis_version(), v->schema, &v->registry)};
}

/* What is read with a fault, or not to its end, is of no use. */
static enum cis_status settle(const struct facts_load *load,
                              enum cis_status status)
{
    if (status == CIS_OK && load->reading.facts->arena.failed)
        return CIS_NO_MEMORY;
    if (status == CIS_OK && load->stream.counts[CIS_ERROR] > 0)
        return CIS_BAD_FACTS;
    return status;
}

static enum cis_status read_into(struct cis_corpus *to,
                                 const struct facts_input *input)
{
    const struct cis_validator *v = to->validator;
    __attribute__((cleanup(arena_free))) struct arena arena;
    __attribute__((cleanup(free_load))) struct facts_load load;
    const struct binding *binding;
    enum cis_status status;

    load.stream = (struct stream){0};
    arena_init(&arena, &v->from);
    binding = binding_new_of(&arena, &frozen_facts, facts_roots, FACTS_ROOTS);
    if (binding == NULL || !stream_init(&load.stream, &v->from, &v->limits,
                                        &frozen_facts, binding, NULL))
        return CIS_NO_MEMORY;
    load.reading = reading_of(&load.stream, &arena, to);
    if (arena.failed)
        return CIS_NO_MEMORY;
    load.stream.done = on_facts;
    load.stream.context = &load;
    load.stream.on_finding = input->on_finding;
    load.stream.finding_context = input->finding_context;
    status = stream_begin(&load.stream, input->name);
    if (status == CIS_OK)
        status = pump(&load.stream, input->read, input->context);
    return settle(&load, status);
}

enum cis_status cis_corpus_read(struct cis_corpus *corpus, cis_read_fn *read,
                                void *context, const char *name,
                                cis_finding_fn *on_finding,
                                void *finding_context)
{
    struct facts_input input = {read, context, name != NULL ? name : "",
                                on_finding, finding_context};
    struct cis_corpus *part;
    enum cis_status status = cis_corpus_new(corpus->validator, &part);

    if (status == CIS_OK)
        status = read_into(part, &input);
    if (status == CIS_OK)
        return cis_corpus_take(corpus, part);
    cis_corpus_free(part);
    return status;
}
