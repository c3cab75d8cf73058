/* A run of the command made up from bytes, to be reported on. */
/* SPDX-License-Identifier: MIT */
#include "made.h"

#include "outcome.h"
#include "session.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_SKIPS = 2
};

static unsigned take(struct made *m)
{
    if (m->left == 0)
        return 0;
    m->left--;
    return *m->data++;
}

/* Half of them small, others up to the largest. */
static uint64_t take_number(struct made *m)
{
    unsigned first = take(m);

    return first < 128 ? first : UINT64_MAX >> take(m) % 64;
}

/* As many of the next bytes as there are until a NUL, or as the first says. */
static const char *take_text(struct made *m)
{
    size_t length = take(m) % 48;
    struct str text;

    if (length > m->left)
        length = m->left;
    text = arena_copy(&m->arena, (struct str){(const char *)m->data, length});
    if (text.at == NULL)
        abort();
    m->data += length;
    m->left -= length;
    return text.at;
}

static const char *take_text_or_none(struct made *m)
{
    return take(m) % 2 == 0 ? NULL : take_text(m);
}

static struct cis_place take_place(struct made *m)
{
    struct cis_place place;

    place.line = take_number(m);
    place.column = take_number(m);
    place.end_line = take(m) % 2 == 0 ? place.line : take_number(m);
    place.end_column = take_number(m);
    place.offset = take_number(m);
    place.end_offset = take_number(m);
    return place;
}

static struct cis_excerpt take_excerpt(struct made *m)
{
    struct cis_excerpt excerpt;

    excerpt.text = take_text_or_none(m);
    excerpt.first_column = take_number(m);
    return excerpt;
}

static void add_fact(struct made *m, struct cis_finding *finding)
{
    const struct extent nowhere = {0, 0};
    bool in_registry = take(m) % 2 == 0;
    const char *message = take_text(m), *from = take_text(m);

    if (in_registry) {
        finding_source(finding, from, "%s", message);
        return;
    }
    finding_fact(finding, nowhere, from, "%s", message);
    finding->last_fact->file = take_text_or_none(m);
    finding->last_fact->source = take_text_or_none(m);
    finding->last_fact->place = take_place(m);
    finding->last_fact->excerpt = take_excerpt(m);
}

static struct cis_finding *add_finding(struct made *m, struct made_input *of,
                                       struct findings *to)
{
    const struct extent nowhere = {0, 0};
    enum code code = (enum code)(take(m) % CODE_COUNT);
    struct cis_finding *finding = finding_add(to, code, nowhere, take_text(m));

    finding->file = of->input.path != NULL ? of->input.path : take_text(m);
    finding_say(finding, "%s", take_text(m));
    if (take(m) % 2 == 0)
        finding_hint(finding, "%s", take_text(m));
    finding->place = take_place(m);
    finding->excerpt = take_excerpt(m);
    for (unsigned n = take(m) % 3; n > 0; n--)
        add_fact(m, finding);
    return finding;
}

static void add_findings(struct made *m, struct made_input *of)
{
    for (unsigned n = take(m) % (MADE_FINDINGS + 1); n > 0; n--) {
        const struct cis_finding *f = add_finding(m, of, &of->findings);

        of->input.shown++;
        of->input.findings[cis_finding_severity(f)]++;
    }
    for (unsigned n = take(m) % 3; n > 0; n--)
        add_finding(m, of, &of->excused);
    of->reason = take_text(m);
}

static struct cis_session *make_session(struct made *m)
{
    struct cis_session *session = arena_new(&m->arena, sizeof *session);

    if (session == NULL)
        abort();
    session->validator = outcome_validator(true);
    session->skips = arena_array(&m->arena, MOST_SKIPS, sizeof *session->skips);
    session->unseen =
        arena_array(&m->arena, MOST_SKIPS, sizeof *session->unseen);
    session->skip_count = take(m) % (MOST_SKIPS + 1);
    for (size_t i = 0; i < session->skip_count; i++) {
        enum code code = (enum code)(take(m) % CODE_COUNT);

        session->skips[i].code = rule_of(code)->code;
        session->skips[i].summit = take_text(m);
        session->skips[i].reason = take_text(m);
    }
    session->unseen_count = take(m) % (MOST_SKIPS + 1);
    for (size_t i = 0; i < session->unseen_count; i++)
        session->unseen[i] = take_text(m);
    session->ran[take(m) % CODE_COUNT] = true;
    session->summits = take_number(m);
    return session;
}

/* What has no name is what is found across inputs. */
static void make_input(struct made *m, struct made_input *of, const char *name)
{
    struct report_input *input = &of->input;

    findings_init(&of->findings, &m->arena);
    findings_init(&of->excused, &m->arena);
    input->path = name;
    add_findings(m, of);
    if (take(m) % 4 == 0) /* some more than are shown */
        input->findings[take(m) % 3] += 1 + take(m);
    input->suppressed = take(m) % 4 == 0 ? take_number(m) : 0;
    input->session = make_session(m);
    input->verdict = (enum cis_verdict)(take(m) % 3);
    if (input->verdict == CIS_UNCHECKED) {
        input->status = take(m) % 2 == 0 ? CIS_IO_ERROR : CIS_NO_MEMORY;
        input->reason = take_text_or_none(m);
    }
}

static void count(struct made *m, const struct report_input *input)
{
    for (int i = CIS_NOTE; i <= CIS_ERROR; i++)
        m->summary.findings[i] += input->findings[i];
}

void made_init(struct made *m, const uint8_t *data, size_t size)
{
    unsigned look;

    *m = (struct made){.data = data, .left = size};
    arena_init(&m->arena, &alloc_default);
    look = take(m);
    m->look =
        (struct report_look){.quiet = look % 4 == 0, .verbose = look % 8 > 3};
    m->count = take(m) % (MADE_INPUTS + 1);
    for (size_t i = 0; i < m->count; i++) {
        make_input(m, &m->inputs[i], take_text(m));
        m->summary.inputs++;
        m->summary.verdicts[m->inputs[i].input.verdict]++;
        count(m, &m->inputs[i].input);
    }
    make_input(m, &m->across, NULL);
    count(m, &m->across.input);
    m->corpus.summits = take_number(m);
    m->corpus.shown = m->across.input.shown;
    memcpy(m->corpus.findings, m->across.input.findings,
           sizeof m->corpus.findings);
    if (m->arena.failed)
        abort();
}

void made_free(struct made *m)
{
    arena_free(&m->arena);
}
