/* Sessions: one input after another, its verdict and its counts. */
/* SPDX-License-Identifier: MIT */
#include "session.h"

#include "record/record.h"
#include "xml/tag.h"

#include <string.h>

#define MAX_SKIPS 1000
#define MAX_UNSEEN 1000

static void add_skip(void *context, enum code code, const char *reason)
{
    struct cis_session *s = context;
    struct cis_skip *skips;
    struct str text, id;

    if (s->skip_count == MAX_SKIPS ||
        s->validator->levels[code] == CIS_LEVEL_OFF)
        return;
    skips = arena_grow(&s->kept, s->skips, s->skip_count, &s->skip_capacity,
                       sizeof *skips);
    text = arena_copy(&s->kept, str_of(reason));
    id = arena_copy(&s->kept, str_of(s->summit));
    if (skips == NULL || text.at == NULL || id.at == NULL)
        return;
    s->skips = skips;
    skips[s->skip_count++] = (struct cis_skip){
        .code = rule_of(code)->code, .summit = id.at, .reason = text.at};
}

static void add_unseen(void *context, const struct node *part)
{
    struct cis_session *s = context;
    const char **unseen;
    struct str path;

    if (s->unseen_count == MAX_UNSEEN)
        return;
    unseen = arena_grow(&s->kept, s->unseen, s->unseen_count,
                        &s->unseen_capacity, sizeof *unseen);
    path =
        arena_copy(&s->kept, str_of(node_path(&s->stream.arena, part, NULL)));
    if (unseen == NULL || path.at == NULL)
        return;
    s->unseen = unseen;
    unseen[s->unseen_count++] = path.at;
}

/* Reasons are not even put into words once there are enough of them. */
static void run_rules(struct cis_session *s, const struct rule_run *run)
{
    unsigned judged = rules_run(run, s->ran, s->skipped,
                                s->skip_count < MAX_SKIPS ? add_skip : NULL, s);

    if (s->unseen_count < MAX_UNSEEN)
        rules_unseen(run->summit, judged, add_unseen, s);
}

/* What stood before the record is not held against it, nor what it suppresses.
 */
static bool has_error(const struct findings *findings, const struct node *root,
                      unsigned fail_level)
{
    for (const struct cis_finding *f = findings->first; f != NULL; f = f->next)
        if (f->where.offset >= root->tag && f->reason == NULL &&
            finding_level(f) > fail_level)
            return true;
    return false;
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

    s->summits++;
    s->summit = summit->id.at != NULL ? summit->id.at : "";
    if (s->validator->rules) {
        run_rules(s, &run);
        suppress_settle(&s->stream.suppress, s->skipped, s->validator->levels);
    }
    s->valid = !has_error(&s->stream.findings, root, s->validator->fail_level);
    if (s->validator->rules && s->corpus != NULL)
        corpus_keep(&s->corpus->facts, &run, s->stream.file,
                    s->stream.suppress.first);
}

/* Gives the record to the host; what it has goes when this returns. */
static void tell_summit(void *context, struct node *root, uint64_t end)
{
    struct cis_session *s = context;
    struct source *source = reader_source(s->stream.reader);
    struct summit *summit = (struct summit *)root;
    struct record record = {.from = &s->validator->from,
                            .schema = s->validator->schema,
                            .source = source,
                            .where = {root->tag, tag_whole(source, end).end},
                            .valid = s->valid};

    if (s->on_summit == NULL || (!record.valid && !s->wants_invalid))
        return;
    summit_index(&record.index, &s->stream.arena, summit);
    if (s->stream.arena.failed)
        return;
    summit->record = &record;
    s->on_summit(s->summit_context, (const struct cis_summit *)summit);
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
    s->stream.levels = validator->levels;
    s->stream.suppress.on = validator->rules;
    s->stream.done = on_summit;
    s->stream.told = tell_summit;
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

void cis_session_on_suppressed(struct cis_session *session,
                               cis_suppressed_fn *call, void *context)
{
    session->stream.on_suppressed = call;
    session->stream.suppressed_context = context;
}

enum cis_status cis_session_set_corpus(struct cis_session *session,
                                       struct cis_corpus *corpus)
{
    if (corpus != NULL && corpus->validator != session->validator)
        return CIS_MISUSE;
    session->corpus = corpus;
    return CIS_OK;
}

static bool out_of_memory(const struct cis_session *s)
{
    return s->kept.failed ||
           (s->corpus != NULL && s->corpus->facts.arena.failed);
}

void cis_session_on_summit(struct cis_session *session, cis_summit_fn *call,
                           void *context)
{
    session->on_summit = call;
    session->summit_context = context;
}

void cis_session_want_invalid(struct cis_session *session, bool wanted)
{
    session->wants_invalid = wanted;
}

/* Whether records are kept whole is settled before an input begins. */
static void choose_binding(struct cis_session *s)
{
    s->stream.keeps_xml = s->on_summit != NULL;
    bind_use(s->stream.bind, s->on_summit != NULL ? s->validator->whole
                                                  : s->validator->binding);
}

/* Whatever is not CIS_OK ends the input: its verdict stays unchecked. */
static enum cis_status become(struct cis_session *s, enum cis_status status)
{
    if (status == CIS_OK && out_of_memory(s))
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
    s->unseen = NULL;
    s->unseen_count = 0;
    s->unseen_capacity = 0;
    s->summits = 0;
    s->verdict = CIS_UNCHECKED;
    memset(s->ran, 0, sizeof s->ran);
    copy = arena_copy(&s->kept, str_of(name != NULL ? name : ""));
    s->stage = STAGE_READING;
    choose_binding(s);
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

/* Whether a finding reaches the fail level. */
static bool fails(const struct cis_session *s)
{
    for (unsigned i = s->validator->fail_level; i <= CIS_ERROR; i++)
        if (s->stream.counts[i] > 0)
            return true;
    return false;
}

enum cis_status cis_session_end(struct cis_session *s)
{
    enum cis_status status;

    if (s->stage != STAGE_READING)
        return CIS_MISUSE;
    status = become(s, stream_end(&s->stream));
    s->stage = STAGE_IDLE;
    if (status == CIS_OK)
        s->verdict = fails(s) ? CIS_INVALID : CIS_VALID;
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
    enum code code = rule_index(rule);

    return session->ran[code] &&
           session->validator->levels[code] != CIS_LEVEL_OFF;
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

size_t cis_session_unseen_count(const struct cis_session *session)
{
    return session->unseen_count;
}

const char *cis_session_unseen(const struct cis_session *session, size_t index)
{
    return index < session->unseen_count ? session->unseen[index] : NULL;
}
