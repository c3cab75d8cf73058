/* Reads profiles: XML that is checked like a record, and sets options. */
/* SPDX-License-Identifier: MIT */
#include "profile/profile.h"

#include "frozen.h"
#include "options.h"
#include "rules/rule.h"
#include "stream.h"
#include "xml/limit.h"

#include <string.h>

/* What one profile may come to, whatever it says. */
enum {
    PROFILE_BYTES = 1 << 20,
    PROFILE_DEPTH = 8, /* profiles within each other */
    PROFILE_FILES = 64 /* in all, as often as they are included */
};

/* The reading of a profile with all that it includes. */
struct profile_reading {
    struct cis_options draft; /* what comes of it */
    struct guard_limits limits;
    const struct binding *binding;
    cis_include_fn *include;
    cis_finding_fn *on_finding;
    void *context;
    unsigned files;
    bool faulty;            /* a profile has an error */
    enum cis_status status; /* not CIS_OK: it ends for another reason */
};

/* One profile under way; `from` includes it, unless it is the first. */
struct profile_file {
    struct profile_reading *reading;
    const struct profile_file *from;
    const char *name;
    unsigned depth; /* of the first: 1 */
    struct stream stream;
};

static void read_file(struct profile_reading *reading,
                      const struct profile_file *from, const char *name,
                      const void *bytes, size_t size);

/* What the schema's keys found, told as what it is here. */
static void retell(const struct rule_run *run, struct cis_finding *finding)
{
    if (finding->code != CODE_X001)
        return;
    finding_say(
        finding, "'%s' comes a second time in this profile",
        finding_quote(run->arena, source_text(run->source, finding->where)));
}

static struct cis_finding *emit(struct rule_run *run, enum code code,
                                const struct node *node, const char *attribute)
{
    run->code = code;
    return rule_emit(run, node, attribute);
}

static bool is_under_way(const struct profile_file *file, const char *name)
{
    for (; file != NULL; file = file->from)
        if (strcmp(file->name, name) == 0)
            return true;
    return false;
}

/* Whether there is room for one more; if not, that is said. */
static bool has_room(const struct profile_file *file, struct rule_run *run,
                     const struct node *include)
{
    if (file->depth == PROFILE_DEPTH)
        finding_say(emit(run, CODE_W004, include, "href"),
                    "profiles include each other more than %d deep",
                    PROFILE_DEPTH);
    else if (file->reading->files == PROFILE_FILES)
        finding_say(emit(run, CODE_W004, include, "href"),
                    "more than %d profiles are included", PROFILE_FILES - 1);
    else
        return true;
    return false;
}

static void take_include(const struct profile_file *file, struct rule_run *run,
                         const struct profile_include *include)
{
    struct profile_reading *reading = file->reading;
    const struct node *node = &include->node;
    struct cis_included found = {0};
    enum cis_status status = CIS_IO_ERROR;

    if (include->href.at == NULL || reading->status != CIS_OK ||
        !has_room(file, run, node))
        return;
    if (reading->include != NULL)
        status = reading->include(reading->context, file->name,
                                  include->href.at, &found);
    if (status == CIS_IO_ERROR)
        finding_say(emit(run, CODE_X002, node, "href"),
                    "cannot read the profile '%s': %s",
                    rule_quote(run, include->href),
                    found.why != NULL ? found.why : "there is none");
    else if (status != CIS_OK)
        reading->status = status;
    else if (is_under_way(file, found.name))
        finding_say(emit(run, CODE_X003, node, "href"),
                    "'%s' includes itself, by way of this",
                    rule_quote(run, str_of(found.name)));
    else
        read_file(reading, file, found.name, found.bytes, found.size);
}

/* There is one spelling, so that the keys of the schema find all that is
 * there twice. */
static const struct cis_rule *find_rule(struct rule_run *run,
                                        const struct profile_rule *given)
{
    const struct cis_rule *rule = cis_rule_find(given->code.at);
    const char *meant;

    if (rule != NULL && strcmp(rule->code, given->code.at) == 0)
        return rule;
    meant = rule != NULL ? rule->code : cis_rule_suggest(given->code.at);
    struct cis_finding *f = emit(run, CODE_S006, &given->node, "code");
    finding_say(f, "there is no rule of the code '%s'",
                rule_quote(run, given->code));
    if (meant != NULL)
        finding_hint(f, "did you mean '%s'?", meant);
    return NULL;
}

static void take_rule(struct cis_options *draft, struct rule_run *run,
                      const struct profile_rule *given)
{
    const struct cis_rule *rule =
        given->code.at != NULL ? find_rule(run, given) : NULL;

    if (rule == NULL || given->level == 0)
        return;
    if (cis_options_set_rule(draft, rule->code,
                             (enum cis_level)(given->level - 1)) != CIS_OK)
        finding_say(emit(run, CODE_S006, &given->node, "code"),
                    "'%s' stays an error: W, S and X are what XML and the "
                    "schema say",
                    rule->code);
}

/* Of the form that the schema asks for, in which no number is too large. */
static uint64_t size_of(struct str text)
{
    uint64_t size = 0;

    for (size_t i = 0; i < text.length; i++) {
        switch (text.at[i]) {
        case 'K':
            return size << 10;
        case 'M':
            return size << 20;
        case 'G':
            return size << 30;
        default:
            size = size * 10 + (unsigned)(text.at[i] - '0');
        }
    }
    return size;
}

static void take_limit(struct cis_options *draft,
                       const struct profile_limit *given)
{
    if (given->name != 0 && given->value.at != NULL)
        draft->limits.of[given->name - 1] = size_of(given->value);
}

static void on_profile(void *context, struct node *root)
{
    struct profile_file *file = context;
    const struct profile *profile = (const struct profile *)root;
    struct cis_options *draft = &file->reading->draft;
    struct rule_run run = {.source = reader_source(file->stream.reader),
                           .findings = &file->stream.findings,
                           .arena = &file->stream.arena};

    for (struct cis_finding *f = run.findings->first; f != NULL; f = f->next)
        retell(&run, f);
    for (const struct node *n = profile->includes.first; n; n = n->next)
        take_include(file, &run, (const struct profile_include *)n);
    for (const struct node *n = profile->rules.first; n; n = n->next)
        take_rule(draft, &run, (const struct profile_rule *)n);
    for (const struct node *n = profile->limits.first; n; n = n->next)
        take_limit(draft, (const struct profile_limit *)n);
    if (profile->fail_on != 0)
        draft->fail_level = (enum cis_severity)(profile->fail_on - 1);
}

static enum cis_status run_through(struct profile_file *file, const void *bytes,
                                   size_t size)
{
    struct profile_reading *reading = file->reading;
    struct stream *stream = &file->stream;
    enum cis_status status;

    if (!stream_init(stream, &reading->draft.from, &reading->limits,
                     &frozen_profile_schema, reading->binding, NULL))
        return CIS_NO_MEMORY;
    stream->on_finding = reading->on_finding;
    stream->finding_context = reading->context;
    stream->done = on_profile;
    stream->context = file;
    status = stream_begin(stream, file->name);
    if (status == CIS_OK)
        status = stream_feed(stream, bytes, size);
    return status == CIS_OK ? stream_end(stream) : status;
}

static void free_file(struct profile_file *file)
{
    stream_free(&file->stream);
}

static void read_file(struct profile_reading *reading,
                      const struct profile_file *from, const char *name,
                      const void *bytes, size_t size)
{
    __attribute__((cleanup(free_file))) struct profile_file file = {
        .reading = reading,
        .from = from,
        .name = name,
        .depth = from != NULL ? from->depth + 1 : 1};

    reading->files++;
    const enum cis_status status = run_through(&file, bytes, size);
    if (reading->status == CIS_OK)
        reading->status = status;
    if (file.stream.counts[CIS_ERROR] > 0)
        reading->faulty = true;
}

enum cis_status cis_options_read_profile(struct cis_options *options,
                                         const char *name, const void *bytes,
                                         size_t size, cis_include_fn *include,
                                         cis_finding_fn *on_finding,
                                         void *context)
{
    struct profile_reading reading = {.draft = *options,
                                      .include = include,
                                      .on_finding = on_finding,
                                      .context = context};
    __attribute__((cleanup(arena_free))) struct arena arena;

    arena_init(&arena, &options->from);
    for (int i = 0; i < CIS_LIMIT_COUNT; i++)
        reading.limits.of[i] = limit_default((enum cis_limit)i);
    reading.limits.of[CIS_LIMIT_BYTES] = PROFILE_BYTES;
    reading.binding =
        binding_new(&arena, &frozen_profile_schema, &class_profile);
    if (reading.binding == NULL)
        return CIS_NO_MEMORY;
    read_file(&reading, NULL, name, bytes, size);
    if (reading.status != CIS_OK)
        return reading.status;
    if (reading.faulty)
        return CIS_BAD_PROFILE;
    *options = reading.draft;
    return CIS_OK;
}
