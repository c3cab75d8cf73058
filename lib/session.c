/* Sessions: one input after another, its verdict and its counts. */
/* SPDX-License-Identifier: MIT */
#include "session.h"

#include "record/record.h"

#include <string.h>

#define MAX_SKIPS 1000

static void add_skip(void *context, enum code code, const char *reason)
{
    struct cis_session *s = context;
    struct cis_skip *skips;
    struct str text;

    if (s->skip_count == MAX_SKIPS)
        return;
    skips = arena_grow(&s->kept, s->skips, s->skip_count, &s->skip_capacity,
                       sizeof *skips);
    text = arena_copy(&s->kept, str_of(reason));
    if (skips == NULL || text.at == NULL)
        return;
    s->skips = skips;
    skips[s->skip_count++] = (struct cis_skip){
        .code = rule_of(code)->code, .summit = s->summit, .reason = text.at};
}

static void on_summit(void *context, struct node *root)
{
    struct cis_session *s = context;
    const struct summit *summit = (const struct summit *)root;
    struct rule_run run = {.summit = summit,
                           .registry = &s->validator->registry,
                           .schema = s->validator->schema,
                           .source = reader_source(s->stream.reader),
                           .findings = &s->stream.findings,
                           .arena = &s->stream.arena};
    struct str id = arena_copy(&s->kept, summit->id);

    s->summits++;
    s->summit = id.at != NULL ? id.at : "";
    if (s->validator->rules)
        rules_run(&run, s->ran, add_skip, s);
}

enum cis_status cis_session_new(const struct cis_validator *validator,
                                struct cis_session **session)
{
    struct cis_session *s = alloc_new(&validator->from, sizeof *s);

    *session = NULL;
    if (s == NULL)
        return CIS_NO_MEMORY;
    memset(s, 0, sizeof *s);
    s->validator = validator;
    arena_init(&s->kept, &validator->from);
    if (!stream_init(&s->stream, &validator->from, &validator->limits,
                     validator->schema, validator->binding, NULL)) {
        cis_session_free(s);
        return CIS_NO_MEMORY;
    }
    s->stream.done = on_summit;
    s->stream.context = s;
    *session = s;
    return CIS_OK;
}

void cis_session_free(struct cis_session *session)
{
    if (session == NULL)
        return;
    stream_free(&session->stream);
    arena_free(&session->kept);
    alloc_free(&session->validator->from, session);
}

void cis_session_on_finding(struct cis_session *session, cis_finding_fn *call,
                            void *context)
{
    session->stream.on_finding = call;
    session->stream.finding_context = context;
}

/* Whatever is not CIS_OK ends the input: its verdict stays unchecked. */
static enum cis_status become(struct cis_session *s, enum cis_status status)
{
    if (status == CIS_OK && s->kept.failed)
        status = CIS_NO_MEMORY;
    if (status != CIS_OK)
        s->stage = STAGE_IDLE;
    return status;
}

enum cis_status cis_session_begin(struct cis_session *s, const char *name)
{
    struct str copy;

    arena_reset(&s->kept);
    s->skips = NULL;
    s->skip_count = 0;
    s->skip_capacity = 0;
    s->summits = 0;
    s->verdict = CIS_UNCHECKED;
    memset(s->ran, 0, sizeof s->ran);
    copy = arena_copy(&s->kept, str_of(name != NULL ? name : ""));
    s->stage = STAGE_READING;
    if (copy.at == NULL)
        return become(s, CIS_NO_MEMORY);
    return become(s, stream_begin(&s->stream, copy.at));
}

enum cis_status cis_session_feed(struct cis_session *s, const void *bytes,
                                 size_t size)
{
    if (s->stage != STAGE_READING)
        return CIS_MISUSE;
    return become(s, stream_feed(&s->stream, bytes, size));
}

enum cis_status cis_session_end(struct cis_session *s)
{
    enum cis_status status;

    if (s->stage != STAGE_READING)
        return CIS_MISUSE;
    status = become(s, stream_end(&s->stream));
    s->stage = STAGE_IDLE;
    if (status == CIS_OK)
        s->verdict = s->stream.counts[CIS_ERROR] > 0 ? CIS_INVALID : CIS_VALID;
    return status;
}

enum cis_status session_refuse(struct cis_session *s, enum code code,
                               const char *message)
{
    struct extent start = {0, 0};
    struct cis_finding *f = finding_add(&s->stream.findings, code, start, "");
    enum cis_status status;

    finding_say(f, "%s", message);
    status = become(s, stream_flush(&s->stream));
    s->stage = STAGE_IDLE;
    if (status == CIS_OK && code != CODE_W006)
        s->verdict = CIS_INVALID;
    return status;
}

enum cis_verdict cis_session_verdict(const struct cis_session *session)
{
    return session->verdict;
}

uint64_t cis_session_summits(const struct cis_session *session)
{
    return session->summits;
}

uint64_t cis_session_count(const struct cis_session *session,
                           enum cis_severity severity)
{
    return severity <= CIS_ERROR ? session->stream.counts[severity] : 0;
}

bool cis_session_ran(const struct cis_session *session,
                     const struct cis_rule *rule)
{
    return session->ran[rule_index(rule)];
}

size_t cis_session_skip_count(const struct cis_session *session)
{
    return session->skip_count;
}

struct cis_skip cis_session_skip(const struct cis_session *session,
                                 size_t index)
{
    if (index >= session->skip_count)
        return (struct cis_skip){NULL, NULL, NULL};
    return session->skips[index];
}
