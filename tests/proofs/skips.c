/* What the schema refused silences a rule, and the rule says so and why. */
/* SPDX-License-Identifier: MIT */

/*
 * For each rule of a record its bad example of codes.def, once with each part
 * that the rule needs under a name that the schema does not know, and once
 * with each attribute that its finding stands on refused. The finding must
 * go, and the rule must be among those that were skipped, with a reason.
 */
#include "example.h"
#include "finding/code.h"
#include "rules/rule.h"

#include <cisvalidate/cisvalidate.h>
#include <stdio.h>
#include <string.h>

static const struct row {
    const char *code;
    unsigned needs;
} rows[] = {
#define CODE(id, name, severity, title, why, bad, good, needs, unless, check)  \
    {#id, needs},
#include "finding/codes.def"
#undef CODE
};

static const struct {
    unsigned part;
    const char *name; /* of its element */
} parts[] = {
    {PART_DATES, "dates"},
    {PART_VENUE, "venue"},
    {PART_PRESIDENCY, "presidency"},
    {PART_PEOPLE, "people"},
    {PART_DELEGATIONS, "delegations"},
    {PART_PROGRAMME, "programme"},
    {PART_AGENDA, "agenda"},
    {PART_DOCUMENTS, "documents"},
    {PART_APPOINTMENTS, "appointments"},
    {PART_AWARDS, "awards"},
    {PART_ANNIVERSARIES, "anniversaries"},
    {PART_NEXT, "next"},
};

enum {
    PLACES = 32
};

/* An input, and what came of it. */
struct outcome {
    const char *code; /* the rule that is watched */
    struct cis_place places[PLACES];
    size_t place_count;
    size_t own;
};

/* The attributes that the finding and its facts stand on. */
static void note(struct outcome *o, const char *path,
                 const struct cis_place *place)
{
    const char *last = path != NULL ? strrchr(path, '/') : NULL;

    if (last != NULL && last[1] == '@' && o->place_count < PLACES)
        o->places[o->place_count++] = *place;
}

static void on_finding(void *context, const struct cis_finding *finding)
{
    struct outcome *o = context;

    if (strcmp(cis_finding_code(finding), o->code) != 0)
        return;
    o->own++;
    note(o, cis_finding_path(finding), cis_finding_place(finding));
    for (size_t i = 0; i < cis_finding_fact_count(finding); i++) {
        const struct cis_fact *fact = cis_finding_fact(finding, i);
        note(o, cis_fact_path(fact), cis_fact_place(fact));
    }
}

static struct outcome run(struct cis_session *session, const char *code,
                          const struct buf *input)
{
    struct outcome o = {.code = code};

    cis_session_on_finding(session, on_finding, &o);
    if (cis_session_memory(session, input->at, input->length, code) != CIS_OK)
        printf("#   there is no verdict\n");
    return o;
}

static bool is_skipped(const struct cis_session *session, const char *code)
{
    for (size_t i = 0; i < cis_session_skip_count(session); i++) {
        struct cis_skip skip = cis_session_skip(session, i);
        if (strcmp(skip.code, code) == 0 && skip.reason[0] != '\0')
            return true;
    }
    return false;
}

/* Whether the rule is silent, and says why. */
static bool is_told(struct cis_session *session, const char *code,
                    const struct buf *input, const char *without)
{
    struct outcome o = run(session, code, input);
    bool skipped = is_skipped(session, code);

    if (o.own > 0)
        printf("#   %s is found without %s\n", code, without);
    else if (!skipped)
        printf("#   %s does not say that it lacks %s\n", code, without);
    return o.own == 0 && skipped;
}

static void append(struct buf *out, const char *from, const char *to)
{
    buf_append(out, (struct str){from, (size_t)(to - from)});
}

/* The input with every element of that name called otherwise. */
static void rename_part(struct buf *out, const struct buf *input,
                        const char *name)
{
    size_t length = strlen(name);
    const char *from = input->at;

    for (const char *at = from; (at = strchr(at, '<')) != NULL;) {
        at += at[1] == '/' ? 2 : 1;
        if (strncmp(at, name, length) != 0 ||
            strchr(" \n/>", at[length]) == NULL)
            continue;
        append(out, from, at);
        buf_text(out, "quite-another");
        from = at + length;
    }
    append(out, from, input->at + input->length);
}

/* The input with something refused in place of those bytes. */
static void refuse(struct buf *out, const struct buf *input, size_t from,
                   size_t to)
{
    append(out, input->at, input->at + from);
    buf_text(out, "?");
    append(out, input->at + to, input->at + input->length);
}

static bool lacks_part(struct cis_session *session, const char *code,
                       const struct buf *input, const char *part)
{
    struct buf other;
    bool good;

    buf_init(&other, &alloc_default);
    rename_part(&other, input, part);
    good = is_told(session, code, &other, part);
    buf_free(&other);
    return good;
}

static bool lacks_value(struct cis_session *session, const char *code,
                        const struct buf *input, const struct cis_place *place)
{
    struct buf other;
    char value[64];
    bool good;

    buf_init(&other, &alloc_default);
    snprintf(value, sizeof value, "'%.*s' at byte %d",
             (int)(place->end_offset - place->offset),
             input->at + place->offset, (int)place->offset);
    refuse(&other, input, (size_t)place->offset, (size_t)place->end_offset);
    good = is_told(session, code, &other, value);
    buf_free(&other);
    return good;
}

static bool run_row(struct cis_session *session, const struct row *row)
{
    const struct cis_rule *rule = cis_rule_find(row->code);
    struct outcome o;
    struct buf input;
    bool good;

    buf_init(&input, &alloc_default);
    example_write(&input, row->code, cis_rule_bad(rule));
    buf_byte(&input, '\0');
    input.length--;
    o = run(session, row->code, &input);
    good = o.own > 0;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if ((row->needs & parts[i].part) != 0)
            good &= lacks_part(session, row->code, &input, parts[i].name);
    for (size_t i = 0; i < o.place_count; i++)
        good &= lacks_value(session, row->code, &input, &o.places[i]);
    buf_free(&input);
    return good;
}

int main(void)
{
    struct cis_validator *validator;
    struct cis_session *session;
    int count = 0, failed = 0;

    if (cis_validator_new(NULL, &validator) != CIS_OK ||
        cis_session_new(validator, &session) != CIS_OK) {
        printf("Bail out! no session\n");
        return 99;
    }
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].needs == PART_NONE)
            continue;
        bool good = run_row(session, &rows[i]);
        printf("%s %d - %s\n", good ? "ok" : "not ok", ++count, rows[i].code);
        failed += !good;
    }
    printf("1..%d\n", count);
    cis_session_free(session);
    cis_validator_free(validator);
    return failed > 0;
}
