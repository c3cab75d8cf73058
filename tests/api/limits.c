/* Each limit: one below it, at it, one above it, by every kind of input. */
/* SPDX-License-Identifier: MIT */
#include <cisvalidate/cisvalidate.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROOT "<summits xmlns='urn:cisvalidate:summit:1'"

struct text {
    char *bytes;
    size_t size;
    FILE *out;
};

static void repeat(struct text *t, char byte, size_t count)
{
    for (; count > 0; count--)
        fputc(byte, t->out);
}

/* What has n of the quantity that is limited. */
typedef void build_fn(struct text *t, size_t n);

static void bytes(struct text *t, size_t n)
{
    fputs(ROOT "/>", t->out);
    repeat(t, '\n', n - strlen(ROOT "/>"));
}

static void depth(struct text *t, size_t n)
{
    fputs(ROOT ">", t->out);
    for (size_t i = 1; i < n; i++)
        fputs("<a>", t->out);
    for (size_t i = 1; i < n; i++)
        fputs("</a>", t->out);
    fputs("</summits>", t->out);
}

static void attributes(struct text *t, size_t n)
{
    fputs(ROOT "><summit", t->out);
    for (size_t i = 0; i < n; i++)
        fprintf(t->out, " a%zu=''", i);
    fputs("/></summits>", t->out);
}

/* The root has one already. */
static void namespaces(struct text *t, size_t n)
{
    fputs(ROOT "><summit", t->out);
    for (size_t i = 1; i < n; i++)
        fprintf(t->out, " xmlns:a%zu='urn:a'", i);
    fputs("/></summits>", t->out);
}

static void within(struct text *t, const char *start, char byte, size_t n,
                   const char *end)
{
    fprintf(t->out, ROOT ">%s", start);
    repeat(t, byte, n);
    fprintf(t->out, "%s</summits>", end);
}

static void element_name(struct text *t, size_t n)
{
    within(t, "<", 'a', n, "/>");
}

static void attribute_name(struct text *t, size_t n)
{
    within(t, "<summit ", 'a', n, "=''/>");
}

static void target_name(struct text *t, size_t n)
{
    within(t, "<?", 'a', n, "?>");
}

static void value(struct text *t, size_t n)
{
    within(t, "<summit id='", 'a', n, "'/>");
}

static void plain_text(struct text *t, size_t n)
{
    within(t, "", ' ', n, "");
}

static void cdata(struct text *t, size_t n)
{
    within(t, "<![CDATA[", ' ', n, "]]>");
}

/* A text is one, however it is written. */
static void mixed_text(struct text *t, size_t n)
{
    within(t, " <!-- --> <![CDATA[ ]]>", ' ', n - 3, "");
}

static void comment(struct text *t, size_t n)
{
    within(t, "<!--", ' ', n, "-->");
}

static void instruction(struct text *t, size_t n)
{
    within(t, "<?a ", 'b', n - strlen("a "), "?>");
}

/* From '<' to '>', in values that are within their own limit. */
static void tag(struct text *t, size_t n)
{
    size_t left = n - strlen("<summit"
                             " e=''/>"),
           most = n / 5;

    fputs(ROOT "><summit", t->out);
    for (char name = 'a'; name < 'e'; name++) {
        fprintf(t->out, " %c='", name);
        repeat(t, 'x', most);
        fputs("'", t->out);
        left -= most + strlen(" a=''");
    }
    fputs(" e='", t->out);
    repeat(t, 'x', left);
    fputs("'/></summits>", t->out);
}

static void findings(struct text *t, size_t n)
{
    fputs(ROOT ">", t->out);
    for (size_t i = 0; i < n; i++)
        fputs("<a/>", t->out);
    fputs("</summits>", t->out);
}

static const struct shape {
    const char *name;
    enum cis_limit limit;
    uint64_t lowered;
    build_fn *build;
} shapes[] = {
    {"bytes", CIS_LIMIT_BYTES, 70000, bytes},
    {"depth", CIS_LIMIT_DEPTH, 5, depth},
    {"attributes", CIS_LIMIT_ATTRIBUTES, 3, attributes},
    {"namespaces", CIS_LIMIT_ATTRIBUTES, 3, namespaces},
    {"name of an element", CIS_LIMIT_NAME, 33, element_name},
    {"name of an attribute", CIS_LIMIT_NAME, 33, attribute_name},
    {"name of an instruction", CIS_LIMIT_NAME, 33, target_name},
    {"value of an attribute", CIS_LIMIT_VALUE, 100, value},
    {"text", CIS_LIMIT_VALUE, 100, plain_text},
    {"CDATA", CIS_LIMIT_VALUE, 100, cdata},
    {"text in pieces", CIS_LIMIT_VALUE, 100, mixed_text},
    {"comment", CIS_LIMIT_VALUE, 100, comment},
    {"instruction", CIS_LIMIT_VALUE, 100, instruction},
    {"tag", CIS_LIMIT_TAG, 5000, tag},
    {"findings", CIS_LIMIT_FINDINGS, 7, findings},
};

enum {
    SHAPES = sizeof shapes / sizeof *shapes
};

/* What a session made of an input. */
struct outcome {
    enum cis_status status;
    enum cis_verdict verdict;
    uint64_t shown;
    uint64_t counted;
    bool over; /* told of a limit */
};

static void on_finding(void *context, const struct cis_finding *finding)
{
    struct outcome *outcome = context;

    outcome->shown++;
    if (strcmp(cis_finding_code(finding), "W004") == 0)
        outcome->over = true;
}

typedef enum cis_status input_fn(struct cis_session *session,
                                 const struct text *t);

static enum cis_status from_memory(struct cis_session *session,
                                   const struct text *t)
{
    return cis_session_memory(session, t->bytes, t->size, "it");
}

/* Byte by byte, where that does not take too long. */
static enum cis_status from_push(struct cis_session *session,
                                 const struct text *t)
{
    size_t piece = t->size < 100000 ? 1 : 4093;
    enum cis_status status = cis_session_begin(session, "it");

    for (size_t at = 0; status == CIS_OK && at < t->size; at += piece)
        status = cis_session_feed(session, t->bytes + at,
                                  at + piece > t->size ? t->size - at : piece);
    return status == CIS_OK ? cis_session_end(session) : status;
}

static long read_some(void *context, void *buffer, size_t size)
{
    struct text *rest = context;
    size_t got = rest->size < size / 3 ? rest->size : size / 3;

    memcpy(buffer, rest->bytes, got);
    rest->bytes += got;
    rest->size -= got;
    return (long)got;
}

static enum cis_status from_callback(struct cis_session *session,
                                     const struct text *t)
{
    struct text rest = *t;

    return cis_session_read(session, read_some, &rest, "it");
}

static char file_name[] = "/tmp/cisvalidate-limits-XXXXXX";
static FILE *file;

static enum cis_status from_path(struct cis_session *session,
                                 const struct text *t)
{
    (void)t;
    return cis_session_path(session, file_name, NULL);
}

static enum cis_status from_fd(struct cis_session *session,
                               const struct text *t)
{
    (void)t;
    rewind(file);
    return cis_session_fd(session, fileno(file), "it");
}

static enum cis_status from_file(struct cis_session *session,
                                 const struct text *t)
{
    (void)t;
    rewind(file);
    return cis_session_file(session, file, "it");
}

static const struct {
    const char *name;
    input_fn *run;
} inputs[] = {
    {"memory", from_memory}, {"push", from_push}, {"callback", from_callback},
    {"path", from_path},     {"fd", from_fd},     {"FILE", from_file},
};

enum {
    INPUTS = sizeof inputs / sizeof *inputs
};

static bool write_file(const struct text *t)
{
    return ftruncate(fileno(file), 0) == 0 && fseek(file, 0, SEEK_SET) == 0 &&
           fwrite(t->bytes, 1, t->size, file) == t->size && fflush(file) == 0;
}

static struct outcome run(struct cis_session *session, const struct text *t,
                          input_fn *input)
{
    struct outcome outcome = {CIS_OK, CIS_UNCHECKED, 0, 0, false};

    cis_session_on_finding(session, on_finding, &outcome);
    outcome.status = input(session, t);
    outcome.verdict = cis_session_verdict(session);
    for (int i = CIS_NOTE; i <= CIS_ERROR; i++)
        outcome.counted += cis_session_count(session, (enum cis_severity)i);
    return outcome;
}

/* A limit on what is shown is none on what is counted. */
static bool is_right(const struct outcome *o, const struct shape *shape,
                     uint64_t n, uint64_t limit)
{
    if (o->status != CIS_OK || o->verdict == CIS_UNCHECKED)
        return false;
    if (shape->limit == CIS_LIMIT_FINDINGS)
        return !o->over && o->verdict == CIS_INVALID && o->counted == n &&
               o->shown == (n < limit ? n : limit);
    return o->over == (n > limit) &&
           (o->verdict == CIS_VALID) == (o->counted == 0);
}

static bool try_inputs(struct cis_session *session, const struct shape *shape,
                       uint64_t n, uint64_t limit)
{
    struct text t = {NULL, 0, NULL};
    bool good = true;

    t.out = open_memstream(&t.bytes, &t.size);
    if (t.out == NULL)
        exit(99);
    shape->build(&t, n);
    if (fclose(t.out) != 0 || !write_file(&t))
        exit(99);
    for (size_t i = 0; i < INPUTS; i++) {
        struct outcome o = run(session, &t, inputs[i].run);
        if (is_right(&o, shape, n, limit))
            continue;
        good = false;
        printf("# %s: status %d, verdict %d, %llu findings, %llu shown%s\n",
               inputs[i].name, o.status, o.verdict,
               (unsigned long long)o.counted, (unsigned long long)o.shown,
               o.over ? ", over the limit" : "");
    }
    free(t.bytes);
    return good;
}

/* Three test points: n is one below, at, and one above the limit. */
static bool try_shape(const struct shape *shape, uint64_t limit, int *count)
{
    struct cis_options *options = cis_options_new(NULL);
    struct cis_validator *validator = NULL;
    struct cis_session *session = NULL;
    bool all = true;

    if (cis_options_set_limit(options, shape->limit, limit) != CIS_OK ||
        cis_validator_new(options, &validator) != CIS_OK ||
        cis_session_new(validator, &session) != CIS_OK)
        exit(99);
    for (uint64_t n = limit - 1; n <= limit + 1; n++) {
        bool good = try_inputs(session, shape, n, limit);
        printf("%s %d - %s: %llu of %llu\n", good ? "ok" : "not ok", ++*count,
               shape->name, (unsigned long long)n, (unsigned long long)limit);
        all = all && good;
    }
    cis_session_free(session);
    cis_validator_free(validator);
    cis_options_free(options);
    return all;
}

int main(void)
{
    struct cis_options *defaults = cis_options_new(NULL);
    bool all = true;
    int count = 0;
    int fd = mkstemp(file_name);

    file = fd >= 0 ? fdopen(fd, "w+b") : NULL;
    if (file == NULL || defaults == NULL)
        return 99;
    for (size_t i = 0; i < SHAPES; i++) {
        all = try_shape(&shapes[i], shapes[i].lowered, &count) && all;
        if (shapes[i].limit != CIS_LIMIT_BYTES) /* 2 GiB: bad-inputs.t, B040 */
            all = try_shape(&shapes[i],
                            cis_options_get_limit(defaults, shapes[i].limit),
                            &count) &&
                  all;
    }
    printf("1..%d\n", count);
    cis_options_free(defaults);
    fclose(file);
    unlink(file_name);
    return !all;
}
