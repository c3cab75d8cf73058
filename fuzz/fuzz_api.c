/* Fuzzes sequences of calls on several sessions, with failing memory. */
/* SPDX-License-Identifier: MIT */

/*
 * Bytes choose the calls. Oracles: a call out of order is CIS_MISUSE and
 * nothing else is; CIS_NO_MEMORY only where memory has failed; a document that
 * went in whole has the verdict that it has alone, a part of one is never
 * valid, and whatever is not CIS_OK leaves the verdict unchecked; all memory
 * is given back.
 */
#include "../tests/support/failing.h"

#include <cisvalidate/cisvalidate.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define HEAD(id)                                                               \
    "<summit xmlns='urn:cisvalidate:summit:1' id='" id "' version='1.0' "      \
    "body='chs' kind='regular' status='announced' recorded='1991-12-07'>"
#define BODY                                                                   \
    "<title xml:lang='en'>A session by video</title>"                          \
    "<dates start='1991-12-07' end='1991-12-08' session='1991-12-08'/>"        \
    "<venue><videoconference host='BY'/></venue>"                              \
    "<people><person id='a' role='guest'><name xml:lang='en'>A</name>"         \
    "</person></people><delegations><delegation state='BY' "                   \
    "presence='absent'/></delegations><sources><source publisher='P'>"         \
    "<title xml:lang='en'>T</title></source></sources></summit>"

static struct document {
    const char *text;
    enum cis_verdict verdict;
    uint64_t summits;
} documents[] = {
    {HEAD("one") BODY, CIS_UNCHECKED, 0},
    {"<summits xmlns='urn:cisvalidate:summit:1'>" HEAD("one") BODY HEAD("two")
         BODY "<!-- c --></summits>",
     CIS_UNCHECKED, 0},
    {HEAD("One") "<dates start='1991-12-09' end='1991-12-31x'/><titel/>" BODY,
     CIS_UNCHECKED, 0},
    {HEAD("one") "<title xml:lang='en'>&#0;</title></summit>", CIS_UNCHECKED,
     0},
    {"<summit xmlns='urn:cisvalidate:summit:1' id='a' a='&lt;' b='\xff'/>",
     CIS_UNCHECKED, 0},
    {"", CIS_UNCHECKED, 0},
};

enum {
    DOCUMENTS = sizeof documents / sizeof *documents,
    SLOTS = 3
};

struct slot {
    struct cis_session *session;
    const struct document *document;
    size_t fed;   /* bytes of the document */
    bool reading; /* between begin and end */
    bool foreign; /* other bytes have been fed too */
};

struct world {
    struct failing memory;
    struct cis_validator *validator;
    struct slot slots[SLOTS];
    const uint8_t *data;
    size_t left;
    size_t calls_before; /* of the allocator, when the call began */
    size_t seen;         /* bytes of findings */
};

/* What the last finding said, for whoever looks into a failure. */
static char last_words[200];

static void insist(bool true_of_it, const char *what)
{
    if (true_of_it)
        return;
    fprintf(stderr, "%s; the last finding: %s\n", what, last_words);
    abort();
}

static unsigned take(struct world *w)
{
    if (w->left == 0)
        return 0;
    w->left--;
    return *w->data++;
}

/* Whether an allocation has failed since the call began. */
static bool memory_failed(const struct world *w)
{
    const struct failing *m = &w->memory;

    return m->fails_at != 0 && m->calls >= m->fails_at &&
           (m->lasting ? m->calls > w->calls_before
                       : m->fails_at > w->calls_before);
}

static void look(void *context, const struct cis_finding *f)
{
    size_t *seen = context;

    snprintf(last_words, sizeof last_words, "%s %s: %s", cis_finding_code(f),
             cis_finding_path(f), cis_finding_message(f));
    *seen += strlen(cis_finding_message(f)) + strlen(cis_finding_path(f)) +
             strlen(cis_finding_file(f)) + strlen(cis_finding_code(f));
    for (size_t i = 0; i < cis_finding_fact_count(f); i++)
        *seen += strlen(cis_fact_message(cis_finding_fact(f, i)));
    if (cis_finding_hint(f) != NULL)
        *seen += strlen(cis_finding_hint(f));
    if (cis_finding_excerpt(f).text != NULL)
        *seen += strlen(cis_finding_excerpt(f).text);
}

static void look_suppressed(void *context, const struct cis_finding *finding,
                            const char *reason)
{
    insist(reason[0] != '\0', "reason");
    look(context, finding);
}

/* What holds after any call that may end an input. */
static void check_status(struct world *w, struct slot *s,
                         enum cis_status status, bool in_order)
{
    insist(status != CIS_INTERNAL && status != CIS_BAD_REGISTRY, "status");
    insist((status == CIS_MISUSE) == !in_order, "order");
    insist(status != CIS_NO_MEMORY || memory_failed(w),
           "memory had not failed");
    if (status != CIS_OK)
        insist(cis_session_verdict(s->session) == CIS_UNCHECKED || !in_order,
               "verdict after a failure");
    if (status != CIS_OK && in_order)
        s->reading = false;
}

/* After an end that was well. */
static void check_verdict(const struct slot *s)
{
    const struct document *d = s->document;
    enum cis_verdict verdict = cis_session_verdict(s->session);

    if (s->foreign) {
        insist(verdict != CIS_UNCHECKED, "unchecked");
    } else if (s->fed == strlen(d->text)) {
        insist(verdict == d->verdict, "verdict");
        insist(cis_session_summits(s->session) == d->summits, "summits");
    } else {
        insist(verdict == CIS_INVALID, "verdict of a part");
    }
}

static void call_new(struct world *w, struct slot *s)
{
    enum cis_status status;

    if (s->session != NULL) {
        cis_session_free(s->session);
        s->session = NULL;
        return;
    }
    status = cis_session_new(w->validator, &s->session);
    insist(status == CIS_OK || (status == CIS_NO_MEMORY && memory_failed(w)),
           "new");
    insist((status == CIS_OK) == (s->session != NULL), "session or none");
    if (s->session != NULL)
        cis_session_on_finding(s->session, look, &w->seen);
    s->document = &documents[take(w) % DOCUMENTS];
    s->reading = false;
}

static void call_begin(struct world *w, struct slot *s)
{
    enum cis_status status;

    s->document = &documents[take(w) % DOCUMENTS];
    s->fed = 0;
    s->foreign = false;
    s->reading = true;
    status = cis_session_begin(s->session, take(w) % 4 == 0 ? NULL : "n");
    check_status(w, s, status, true);
}

static void call_feed(struct world *w, struct slot *s, bool rest)
{
    size_t left = strlen(s->document->text) - s->fed;
    size_t piece = rest ? left : take(w) * 3;
    enum cis_status status;

    if (piece > left)
        piece = left;
    if (!s->reading)
        piece = 0;
    status = cis_session_feed(s->session, s->document->text + s->fed, piece);
    check_status(w, s, status, s->reading || status != CIS_MISUSE);
    insist((status == CIS_MISUSE) <= !s->reading, "feed");
    s->fed += piece;
}

/* Some bytes of the input itself. */
static void call_feed_bytes(struct world *w, struct slot *s)
{
    size_t piece = take(w);
    bool reading = s->reading;

    if (piece > w->left)
        piece = w->left;
    s->foreign = s->foreign || piece > 0;
    check_status(w, s, cis_session_feed(s->session, w->data, piece), reading);
    w->data += piece;
    w->left -= piece;
}

static void call_end(struct world *w, struct slot *s)
{
    bool reading = s->reading;
    enum cis_status status = cis_session_end(s->session);

    s->reading = false;
    check_status(w, s, status, reading);
    if (status == CIS_OK)
        check_verdict(s);
}

struct source {
    const char *text;
    size_t left, step;
    size_t fails_after; /* bytes */
    size_t given;
};

static long give(void *context, void *buffer, size_t size)
{
    struct source *source = context;
    size_t piece = source->step < size ? source->step : size;

    if (source->given >= source->fails_after)
        return -EIO;
    if (piece > source->left)
        piece = source->left;
    memcpy(buffer, source->text, piece);
    source->text += piece;
    source->left -= piece;
    source->given += piece;
    return (long)piece;
}

static enum cis_status from_file(struct cis_session *session, const char *text)
{
    char *copy = strdup(text[0] != '\0' ? text : "-");
    FILE *file = copy != NULL ? fmemopen(copy, strlen(copy), "rb") : NULL;
    enum cis_status status;

    if (file == NULL)
        abort();
    if (text[0] == '\0')
        getc(file);
    status = cis_session_file(session, file, "f");
    fclose(file);
    free(copy);
    return status;
}

/* A whole document at once, by one of the inputs. */
static void call_whole(struct world *w, struct slot *s, unsigned way)
{
    const struct document *d = &documents[take(w) % DOCUMENTS];
    size_t length = strlen(d->text);
    struct source source = {d->text, length, take(w) + 1, SIZE_MAX, 0};
    enum cis_status status;

    if (way == 1)
        source.fails_after = take(w) * 16;
    if (way < 2)
        status = cis_session_read(s->session, give, &source, "r");
    else if (source.step % 2 == 0)
        status = cis_session_memory(s->session, d->text, length, "m");
    else
        status = from_file(s->session, d->text);
    *s = (struct slot){.session = s->session, .document = d, .fed = length};
    if (status == CIS_IO_ERROR)
        insist(way == 1 && source.given >= source.fails_after, "error");
    check_status(w, s, status, true);
    if (status == CIS_OK)
        check_verdict(s);
}

static void call_path(struct world *w, struct slot *s)
{
    static const char *const paths[] = {"/nonexistent", "/", "/dev/null", ""};
    enum cis_status status =
        cis_session_path(s->session, paths[take(w) % 4], NULL);

    s->reading = false;
    insist(status == CIS_IO_ERROR ||
               (status == CIS_NO_MEMORY && memory_failed(w)),
           "path");
    insist(cis_session_verdict(s->session) == CIS_UNCHECKED, "path's verdict");
}

static void call_questions(struct world *w, struct slot *s)
{
    size_t seen = 0;

    for (size_t i = 0; i <= cis_session_skip_count(s->session); i++) {
        struct cis_skip skip = cis_session_skip(s->session, i);

        seen += skip.code != NULL ? strlen(skip.summit) : 0;
        seen += skip.code != NULL ? strlen(skip.reason) : 0;
    }
    for (size_t i = 0; i < cis_rule_count(); i++)
        seen += cis_session_ran(s->session, cis_rule_at(i));
    for (unsigned i = 0; i < 5; i++)
        seen += cis_session_count(s->session, (enum cis_severity)i) > 0;
    insist(cis_session_summits(s->session) + seen < SIZE_MAX, "sum");
    (void)w;
}

static void set_failure(struct world *w, unsigned how)
{
    w->memory.lasting = how == 2;
    w->memory.fails_at = 0;
    if (how != 0)
        w->memory.fails_at = w->memory.calls + 1 + take(w);
}

static void call(struct world *w, unsigned what)
{
    struct slot *s = &w->slots[what / 16 % SLOTS];

    w->calls_before = w->memory.calls;
    if (what % 16 < 3) {
        set_failure(w, what % 16);
        return;
    }
    if (what % 16 == 3 || s->session == NULL) {
        call_new(w, s);
        return;
    }
    switch (what % 16) {
    case 4:
    case 5:
        call_begin(w, s);
        break;
    case 6:
    case 7:
    case 8:
        call_feed(w, s, what % 16 == 8);
        break;
    case 9:
        call_feed_bytes(w, s);
        break;
    case 10:
        call_end(w, s);
        break;
    case 11:
    case 12:
    case 13:
        call_whole(w, s, what % 16 - 11);
        break;
    case 14:
        call_path(w, s);
        break;
    default:
        call_questions(w, s);
        cis_session_on_finding(s->session, take(w) % 2 ? look : NULL, &w->seen);
        cis_session_on_suppressed(
            s->session, w->seen % 2 ? look_suppressed : NULL, &w->seen);
        break;
    }
}

static void learn_verdicts(const struct cis_validator *validator)
{
    static bool learnt;
    struct cis_session *session;

    if (learnt)
        return;
    for (size_t i = 0; i < DOCUMENTS; i++) {
        struct document *d = &documents[i];

        if (cis_session_new(validator, &session) != CIS_OK ||
            cis_session_memory(session, d->text, strlen(d->text), "d") !=
                CIS_OK)
            abort();
        d->verdict = cis_session_verdict(session);
        d->summits = cis_session_summits(session);
        cis_session_free(session);
    }
    insist(documents[0].verdict == CIS_VALID && documents[1].summits == 2 &&
               documents[2].verdict == CIS_INVALID,
           "documents");
    learnt = true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct world w = {.data = data, .left = size};
    struct cis_options *options;

    failing_init(&w.memory, 0);
    options = cis_options_new(&w.memory.from);
    if (options == NULL || cis_validator_new(options, &w.validator) != CIS_OK)
        abort();
    cis_options_free(options);
    learn_verdicts(w.validator);
    while (w.left > 0)
        call(&w, take(&w));
    for (size_t i = 0; i < SLOTS; i++)
        cis_session_free(w.slots[i].session);
    cis_validator_free(w.validator);
    insist(w.memory.live == 0, "memory is left");
    return 0;
}
