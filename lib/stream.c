/* Joins reader, schema and builder, and gives out what they find. */
/* SPDX-License-Identifier: MIT */
#include "stream.h"

#include <string.h>

static bool out_of_memory(const struct stream *d);
static enum cis_status give_out(struct stream *d);
static void forget(struct stream *d);

static void on_start(void *context, const struct xml_element *element)
{
    struct stream *d = context;

    run_start(d->run, element);
    suppress_start(&d->suppress);
    if (d->keeps_xml) {
        canonical_start(&d->canonical, element);
        if (bind_takes_xml(d->bind))
            canonical_capture(&d->canonical);
    }
    if (run_refused(d->run) || run_failed(d->run)) {
        d->over = true;
        reader_stop(d->reader);
    }
}

static void on_end(void *context, uint64_t tag)
{
    struct stream *d = context;
    struct str content;

    if (d->keeps_xml) {
        if (canonical_content(&d->canonical, &content))
            bind_xml(d->bind, content);
        canonical_end(&d->canonical);
    }
    suppress_end(&d->suppress, tag);
    run_end(d->run, tag);
}

static void on_text(void *context, struct str text)
{
    struct stream *d = context;

    if (d->keeps_xml)
        canonical_text(&d->canonical, text);
    run_text(d->run, text);
}

static void on_instruction(void *context, uint64_t offset, uint64_t parent)
{
    struct stream *d = context;

    if (d->suppress.on)
        suppress_read(&d->suppress, offset, parent, bind_under_way(d->bind));
}

/* Between records nothing is needed: an archive may have a flood of comments
 * there. */
static void on_pause(void *context, uint64_t offset)
{
    struct stream *d = context;

    if (!bind_under_way(d->bind) && d->findings.count == 0)
        source_discard(reader_source(d->reader), offset);
}

static const struct reader_events events = {.start = on_start,
                                            .end = on_end,
                                            .text = on_text,
                                            .pause = on_pause,
                                            .instruction = on_instruction};

/* What stands before the end of a record is needed no more. */
static void on_built(void *context, struct node *root, uint64_t end)
{
    struct stream *d = context;

    if (d->done != NULL)
        d->done(d->context, root);
    if (give_out(d) != CIS_OK)
        return;
    if (d->told != NULL)
        d->told(d->context, root, end);
    if (out_of_memory(d)) /* and so it was not told */
        return;
    forget(d);
    source_discard(reader_source(d->reader), end);
}

bool stream_init(struct stream *d, const struct cis_allocator *from,
                 const struct guard_limits *limits, const struct schema *schema,
                 const struct binding *binding, struct arena *nodes)
{
    *d = (struct stream){.from = from};
    d->show = limits->of[CIS_LIMIT_FINDINGS];
    arena_init(&d->arena, from);
    arena_init(&d->shown, from);
    findings_init(&d->findings, &d->arena);
    canonical_init(&d->canonical, from, schema->target);
    d->reader = reader_new(from, limits, &events, d);
    d->bind =
        bind_new(from, binding, nodes != NULL ? nodes : &d->arena, on_built, d);
    if (d->reader == NULL || d->bind == NULL)
        return false;
    d->run =
        run_new(from, schema, reader_source(d->reader), &bind_events, d->bind);
    d->suppress = (struct suppress){.findings = &d->findings,
                                    .source = reader_source(d->reader),
                                    .run = d->run};
    return d->run != NULL;
}

void stream_free(struct stream *d)
{
    run_free(d->run);
    bind_free(d->bind);
    reader_free(d->reader);
    canonical_free(&d->canonical);
    arena_free(&d->shown);
    arena_free(&d->arena);
}

static void clear_findings(struct stream *d)
{
    findings_init(&d->findings, &d->arena);
    d->findings.levels = d->levels;
}

static bool out_of_memory(const struct stream *d)
{
    return d->arena.failed || d->shown.failed ||
           canonical_failed(&d->canonical) || run_failed(d->run) ||
           bind_failed(d->bind) || source_failed(reader_source(d->reader));
}

/* After a problem of the input what was found before it still stands. */
static enum cis_status settle(struct stream *d, enum reader_status status)
{
    const struct problem *problem;
    struct cis_finding *f;

    if (status == READER_NO_MEMORY || out_of_memory(d))
        return CIS_NO_MEMORY;
    if (status == READER_OK || d->over)
        return CIS_OK;
    d->over = true;
    problem = reader_problem(d->reader);
    f = finding_add(&d->findings, problem->code, problem->where, "");
    finding_say(f, "%s", problem->message);
    if (problem->hint[0] != '\0')
        finding_hint(f, "%s", problem->hint);
    return stream_flush(d);
}

enum cis_status stream_begin(struct stream *d, const char *file)
{
    enum reader_status status;

    arena_reset(&d->arena);
    arena_reset(&d->shown);
    clear_findings(d);
    suppress_begin(&d->suppress);
    memset(d->counts, 0, sizeof d->counts);
    d->suppressed = 0;
    d->over = false;
    d->file = file;
    status = reader_begin(d->reader);
    run_begin(d->run, &d->findings);
    bind_begin(d->bind);
    canonical_begin(&d->canonical);
    return settle(d, status);
}

enum cis_status stream_feed(struct stream *d, const void *bytes, size_t size)
{
    if (d->over)
        return CIS_OK;
    return settle(d, reader_feed(d->reader, bytes, size));
}

enum cis_status stream_end(struct stream *d)
{
    enum cis_status status = CIS_OK;

    if (!d->over)
        status = settle(d, reader_end(d->reader));
    return status == CIS_OK ? stream_flush(d) : status;
}

/* Excerpts are the larger part of a finding, and each is soon over. */
static bool resolve(struct stream *d, struct cis_finding *f)
{
    struct source *source = reader_source(d->reader);
    struct cis_fact *fact;

    arena_reset(&d->shown);
    f->file = d->file;
    source_resolve(source, f->where, &f->place);
    f->excerpt = source_excerpt(source, f->where, &d->shown);
    for (fact = f->facts; fact != NULL; fact = fact->next) {
        if (fact->path == NULL)
            continue;
        fact->file = d->file;
        source_resolve(source, fact->where, &fact->place);
        fact->excerpt = source_excerpt(source, fact->where, &d->shown);
    }
    return !out_of_memory(d);
}

static uint64_t counted(const struct stream *d)
{
    return d->counts[CIS_NOTE] + d->counts[CIS_WARNING] + d->counts[CIS_ERROR];
}

/* False where memory fails. */
static bool tell(struct stream *d, struct cis_finding *f)
{
    if (counted(d) < d->show && d->on_finding != NULL) {
        if (!resolve(d, f))
            return false;
        d->on_finding(d->finding_context, f);
    }
    d->counts[cis_finding_severity(f)]++;
    return true;
}

static bool tell_suppressed(struct stream *d, struct cis_finding *f)
{
    if (d->suppressed < d->show && d->on_suppressed != NULL) {
        if (!resolve(d, f))
            return false;
        d->on_suppressed(d->suppressed_context, f, f->reason);
    }
    d->suppressed++;
    return true;
}

static enum cis_status give_out(struct stream *d)
{
    bool good = !out_of_memory(d);

    if (good)
        findings_sort(&d->findings);
    for (struct cis_finding *f = d->findings.first; f && good; f = f->next)
        if (finding_level(f) != CIS_LEVEL_OFF)
            good = f->reason != NULL ? tell_suppressed(d, f) : tell(d, f);
    return good ? CIS_OK : CIS_NO_MEMORY;
}

static void forget(struct stream *d)
{
    run_forget(d->run);
    arena_reset(&d->arena);
    clear_findings(d);
    suppress_forget(&d->suppress);
}

enum cis_status stream_flush(struct stream *d)
{
    enum cis_status status = give_out(d);

    if (status == CIS_OK)
        forget(d);
    return status;
}
