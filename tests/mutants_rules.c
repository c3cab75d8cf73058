/* One fault injected into a real record gives its code, there, and no other. */
/* SPDX-License-Identifier: MIT */

/*
 * For each code that a record can have, the record of what was announced in
 * 2024 with one fault: the finding must stand at `path`, on the bytes `token`,
 * and be the only one but for listed companions; each of its facts that has a
 * place must stand on what its path names; and changing any attribute that it
 * or a fact stands on must change the finding, or make it go. Where that
 * record cannot have the fault, its example of codes.def is put into it.
 */
#include "example.h"
#include "finding/code.h"

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

#define PLACES 16

struct trial {
    const struct mutant *mutant;
    struct buf bytes;
    size_t own;
    struct buf text;                 /* of its finding */
    struct buf faults;               /* what is wrong, in lines */
    struct cis_place places[PLACES]; /* the attributes that it rests on */
    size_t place_count;
};

static struct str token_at(const struct trial *t, const struct cis_place *at)
{
    return (struct str){t->bytes.at + at->offset,
                        (size_t)(at->end_offset - at->offset)};
}

/* "…/@end" stands in quotes, "…/dates" after a '<'; S002 and S007 stand where
 * something is missing or too much. */
static bool is_at_its_path(const struct trial *t, const struct cis_place *at,
                           const char *path)
{
    const char *last = strrchr(path, '/');
    char before = at->offset > 0 ? t->bytes.at[at->offset - 1] : '\0';

    if (last == NULL || last[1] != '@')
        return before == '<' || before == '/' || before == '>';
    return before == '"' || before == '\'' || str_is(token_at(t, at), last + 2);
}

/* Of an attribute by its value; xsi:nil is refused whatever it says. */
static void note_place(struct trial *t, const char *path,
                       const struct cis_place *place)
{
    const char *last = strrchr(path, '/');

    if (last != NULL && last[1] == '@' && t->place_count < PLACES &&
        strchr(last, ':') == NULL && !str_is(token_at(t, place), last + 2))
        t->places[t->place_count++] = *place;
}

/* All that the finding says. */
static void note_own(struct trial *t, const struct cis_finding *finding)
{
    buf_format(&t->text, "%s\n%s\n", cis_finding_path(finding),
               cis_finding_message(finding));
    note_place(t, cis_finding_path(finding), cis_finding_place(finding));
    for (size_t i = 0; i < cis_finding_fact_count(finding); i++) {
        const struct cis_fact *fact = cis_finding_fact(finding, i);
        buf_format(&t->text, "%s\n", cis_fact_message(fact));
        if (cis_fact_path(fact) != NULL)
            note_place(t, cis_fact_path(fact), cis_fact_place(fact));
    }
}

static void check_own(struct trial *t, const struct cis_finding *finding)
{
    const char *path = strchr(cis_finding_path(finding), ']');
    struct str token = token_at(t, cis_finding_place(finding));

    path = path != NULL ? path + 1 : cis_finding_path(finding);
    if (strcmp(path, t->mutant->path) != 0)
        buf_format(&t->faults, "#   is at %s, not %s\n", path, t->mutant->path);
    if (!str_is(token, t->mutant->token))
        buf_format(&t->faults, "#   stands on '%.*s', not '%s'\n",
                   STR_ARGS(token), t->mutant->token);
}

static void on_finding(void *context, const struct cis_finding *finding)
{
    struct trial *t = context;
    const char *code = cis_finding_code(finding);
    const char *companions = t->mutant->companions;

    for (size_t i = 0; i < cis_finding_fact_count(finding); i++) {
        const struct cis_fact *fact = cis_finding_fact(finding, i);
        if (cis_fact_path(fact) != NULL &&
            !is_at_its_path(t, cis_fact_place(fact), cis_fact_path(fact)))
            buf_format(&t->faults, "#   a fact is not at %s\n",
                       cis_fact_path(fact));
    }
    if (strcmp(code, t->mutant->code) == 0) {
        if (t->own++ == 0) {
            note_own(t, finding);
            check_own(t, finding);
        }
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

static void make(struct trial *t)
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

static void trial_init(struct trial *t, const struct mutant *mutant)
{
    *t = (struct trial){.mutant = mutant};
    buf_init(&t->bytes, &alloc_default);
    buf_init(&t->text, &alloc_default);
    buf_init(&t->faults, &alloc_default);
}

static void trial_free(struct trial *t)
{
    buf_free(&t->bytes);
    buf_free(&t->text);
    buf_free(&t->faults);
}

/* Another value of the same shape: a year later or earlier, another state,
 * another word. */
static void write_other(struct buf *out, struct str token)
{
    bool number = token.at[0] >= '0' && token.at[0] <= '9';
    size_t at = number && token.length >= 4 ? 3 : token.length - 1;

    if (token.length == 2 && !number) {
        buf_text(out, str_is(token, "UZ") ? "KZ" : "UZ");
        return;
    }
    buf_append(out, token);
    if (number)
        out->at[out->length - token.length + at] ^= 1;
    else
        buf_byte(out, 'x');
}

/* The same with another token at that place must not say the same. */
static void change_token(struct cis_session *session, struct trial *t,
                         const struct cis_place *place)
{
    struct trial other;
    struct str all = buf_str(&t->bytes);

    trial_init(&other, t->mutant);
    buf_append(&other.bytes, (struct str){all.at, place->offset});
    write_other(&other.bytes, token_at(t, place));
    buf_append(&other.bytes,
               (struct str){all.at + place->end_offset,
                            all.length - (size_t)place->end_offset});
    cis_session_on_finding(session, on_finding, &other);
    if (cis_session_memory(session, other.bytes.at, other.bytes.length,
                           "other") != CIS_OK)
        buf_text(&t->faults, "#   there is no verdict\n");
    if (str_equal(buf_str(&other.text), buf_str(&t->text)))
        buf_format(&t->faults, "#   does not rest on '%.*s'\n",
                   STR_ARGS(token_at(t, place)));
    trial_free(&other);
}

static bool run(struct cis_session *session, const struct mutant *mutant)
{
    struct trial t;
    bool good;

    trial_init(&t, mutant);
    make(&t);
    cis_session_on_finding(session, on_finding, &t);
    if (cis_session_memory(session, t.bytes.at, t.bytes.length, "mutant") !=
        CIS_OK)
        buf_text(&t.faults, "#   there is no verdict\n");
    if (t.own != 1)
        buf_format(&t.faults, "#   has its finding %d times\n", (int)t.own);
    for (size_t i = 0; i < t.place_count; i++)
        change_token(session, &t, &t.places[i]);
    good = t.faults.length == 0;
    if (!good)
        printf("%.*s", STR_ARGS(buf_str(&t.faults)));
    trial_free(&t);
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
        bool good = run(session, &mutants[i]);

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
