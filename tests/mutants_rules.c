/* One fault injected into a real record gives its code, there, and no other. */
/* SPDX-License-Identifier: MIT */

/*
 * For each code that a record can have, the record of what was announced in
 * 2024 with one fault: the finding must stand at `path`, on the bytes `token`,
 * be the only one but for listed companions, and prove itself (proofs/prove.h).
 * Where that record cannot have the fault, its example of codes.def is put
 * into it.
 */
#include "example.h"
#include "finding/code.h"
#include "proofs/prove.h"

#include <cisvalidate/cisvalidate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct edit {
    const char *from; /* its first occurrence; NULL: no edit */
    const char *to;
};

struct mutant {
    const char *code;
    struct edit edits[3]; /* none: the example */
    const char *path;     /* after "summit[…]" */
    const char *token;
    const char *companions; /* codes that cannot be kept away */
};

#define RECEPTION "<event kind=\"reception\" date=\"2024-10-08\"/>"
#define SIGNING "<event kind=\"signing\" date=\"2024-10-08\"/>"
#define NARROW "<event kind=\"narrow-session\" date=\"2024-10-08\"/>"
#define EXTENDED "<event kind=\"extended-session\" date=\"2024-10-08\"/>"
#define AT(kind, start)                                                        \
    "<event kind=\"" kind "\" date=\"2024-10-08\" start=\"" start "\"/>"
#define ATC "office=\"atc-head\"/>"

static const struct mutant mutants[] = {
#include "mutants_rules.def"
};

struct mutation {
    const struct mutant *mutant;
    struct buf bytes;
    size_t own;
    struct buf faults; /* what is wrong, in lines */
};

static void check_own(struct mutation *t, const struct cis_finding *finding)
{
    const char *path = strchr(cis_finding_path(finding), ']');
    const struct cis_place *at = cis_finding_place(finding);
    struct str token = {t->bytes.at + at->offset,
                        (size_t)(at->end_offset - at->offset)};

    path = path != NULL ? path + 1 : cis_finding_path(finding);
    if (strcmp(path, t->mutant->path) != 0)
        buf_format(&t->faults, "#   is at %s, not %s\n", path, t->mutant->path);
    if (!str_is(token, t->mutant->token))
        buf_format(&t->faults, "#   stands on '%.*s', not '%s'\n",
                   STR_ARGS(token), t->mutant->token);
}

static void on_finding(void *context, const struct cis_finding *finding)
{
    struct mutation *t = context;
    const char *code = cis_finding_code(finding);
    const char *companions = t->mutant->companions;

    if (strcmp(code, t->mutant->code) == 0) {
        if (t->own++ == 0)
            check_own(t, finding);
        return;
    }
    if (companions == NULL || strstr(companions, code) == NULL)
        buf_format(&t->faults, "#   also %s at %s: %s\n", code,
                   cis_finding_path(finding), cis_finding_message(finding));
}

/* The first occurrence of `from` becomes `to`; false where there is none. */
static bool apply(struct buf *bytes, const struct edit *edit)
{
    struct buf out;
    char *at;

    buf_byte(bytes, '\0');
    bytes->length--;
    at = strstr(bytes->at, edit->from);
    if (at == NULL)
        return false;
    buf_init(&out, &alloc_default);
    buf_append(&out, (struct str){bytes->at, (size_t)(at - bytes->at)});
    buf_text(&out, edit->to);
    buf_text(&out, at + strlen(edit->from));
    buf_free(bytes);
    *bytes = out;
    return true;
}

static void make(struct mutation *t)
{
    const struct mutant *m = t->mutant;
    size_t size;
    const char *record =
        cis_bundled_file("chs-2024-10-08-announced.xml", &size);

    if (m->edits[0].from == NULL) {
        example_write(&t->bytes, m->code, cis_rule_find(m->code)->bad);
        return;
    }
    buf_append(&t->bytes, (struct str){record, size});
    for (size_t i = 0; i < 3 && m->edits[i].from != NULL; i++)
        if (!apply(&t->bytes, &m->edits[i]))
            buf_format(&t->faults, "#   the record has no '%s'\n",
                       m->edits[i].from);
}

static bool has_proof(const struct cis_validator *validator,
                      const struct mutation *t)
{
    struct trial trial = {.kind = TRIAL_RECORD, .validator = validator};
    size_t places = 0;

    trial.registry.at = cis_bundled_file("cis.xml", &trial.registry.length);
    trial.inputs[0].name = "mutant";
    trial.inputs[0].bytes = buf_str(&t->bytes);
    trial.count = 1;
    return prove(&trial, &places);
}

static bool run(const struct cis_validator *validator,
                struct cis_session *session, const struct mutant *mutant)
{
    struct mutation t = {.mutant = mutant};
    bool good;

    buf_init(&t.bytes, &alloc_default);
    buf_init(&t.faults, &alloc_default);
    make(&t);
    buf_byte(&t.bytes, '\0');
    t.bytes.length--;
    cis_session_on_finding(session, on_finding, &t);
    if (cis_session_memory(session, t.bytes.at, t.bytes.length, "mutant") !=
        CIS_OK)
        buf_text(&t.faults, "#   there is no verdict\n");
    if (t.own != 1)
        buf_format(&t.faults, "#   has its finding %d times\n", (int)t.own);
    good = t.faults.length == 0;
    if (!good)
        printf("%.*s", STR_ARGS(buf_str(&t.faults)));
    good &= has_proof(validator, &t);
    buf_free(&t.bytes);
    buf_free(&t.faults);
    return good;
}

/* Whether every code of a record has a mutant; the others are about inputs
 * (tests/data, tests/cli), corpora and registries (tests/corpus, tests/unit).
 */
static bool has_mutant(const char *code)
{
    for (size_t i = 0; i < sizeof mutants / sizeof *mutants; i++)
        if (strcmp(mutants[i].code, code) == 0)
            return true;
    return strchr("WCG", code[0]) != NULL;
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
    for (size_t i = 0; i < sizeof mutants / sizeof *mutants; i++) {
        bool good = run(validator, session, &mutants[i]);

        printf("%s %d - %s\n", good ? "ok" : "not ok", ++count,
               mutants[i].code);
        failed += !good;
    }
    for (size_t i = 0; i < cis_rule_count(); i++) {
        const char *code = cis_rule_code(cis_rule_at(i));

        if (has_mutant(code))
            continue;
        printf("not ok %d - %s has no mutant\n", ++count, code);
        failed++;
    }
    printf("1..%d\n", count);
    cis_session_free(session);
    cis_validator_free(validator);
    return failed > 0;
}
