/* Judges inputs, and judges them again with one token changed. */
/* SPDX-License-Identifier: MIT */
#include "prove.h"

#include "base/arena.h"

#include <stdio.h>
#include <string.h>

/* Where something stands, as a finding or one of its facts has it. */
struct claim {
    const char *message; /* NULL: the finding itself */
    const char *path;    /* NULL: it stands nowhere */
    const char *source;
    struct cis_place place;
    size_t input;
};

struct saying {
    const char *code;
    const char *text; /* message, facts and hint */
    uint64_t offset;
    struct claim *claims;
    size_t claim_count;
};

struct judged {
    const struct trial *trial;
    struct arena arena;
    struct saying *sayings;
    size_t count, capacity;
};

static const char *copy(struct judged *j, const char *text)
{
    return text != NULL ? arena_copy(&j->arena, str_of(text)).at : NULL;
}

static size_t input_named(const struct trial *trial, const char *name)
{
    for (size_t i = 0; i < trial->count && name != NULL; i++)
        if (strcmp(trial->inputs[i].name, name) == 0)
            return i;
    return 0;
}

static void note_claims(struct judged *j, struct saying *saying,
                        const struct cis_finding *f)
{
    size_t facts = cis_finding_fact_count(f);

    saying->claims = arena_array(&j->arena, facts + 1, sizeof *saying->claims);
    saying->claim_count = facts + 1;
    saying->claims[0] =
        (struct claim){.path = copy(j, cis_finding_path(f)),
                       .place = *cis_finding_place(f),
                       .input = input_named(j->trial, cis_finding_file(f))};
    for (size_t i = 0; i < facts; i++) {
        const struct cis_fact *fact = cis_finding_fact(f, i);
        struct claim *claim = &saying->claims[i + 1];
        claim->message = copy(j, cis_fact_message(fact));
        claim->source = copy(j, cis_fact_source(fact));
        claim->path = copy(j, cis_fact_path(fact));
        claim->input = input_named(j->trial, cis_fact_file(fact));
        if (claim->path != NULL)
            claim->place = *cis_fact_place(fact);
    }
}

static void on_finding(void *context, const struct cis_finding *f)
{
    struct judged *j = context;
    const char *text = cis_finding_message(f);
    struct saying *saying;

    j->sayings = arena_grow(&j->arena, j->sayings, j->count, &j->capacity,
                            sizeof *j->sayings);
    saying = &j->sayings[j->count++];
    for (size_t i = 0; i < cis_finding_fact_count(f); i++)
        text = arena_format(&j->arena, "%s\n%s", text,
                            cis_fact_message(cis_finding_fact(f, i)));
    *saying = (struct saying){
        .code = copy(j, cis_finding_code(f)),
        .offset = cis_finding_place(f)->offset,
        .text = arena_format(&j->arena, "%s\n%s", text,
                             cis_finding_hint(f) ? cis_finding_hint(f) : "")};
    note_claims(j, saying, f);
}

static enum cis_status judge_registry(struct judged *j)
{
    const struct trial *trial = j->trial;
    struct cis_options *options = cis_options_new(NULL);
    struct cis_validator *validator;
    enum cis_status status;

    cis_options_set_registry(options, trial->inputs[0].name,
                             trial->inputs[0].bytes.at,
                             trial->inputs[0].bytes.length, on_finding, j);
    status = cis_validator_new(options, &validator);
    cis_validator_free(validator);
    cis_options_free(options);
    return status == CIS_BAD_REGISTRY ? CIS_OK : status;
}

static enum cis_status judge_inputs(struct judged *j,
                                    struct cis_session *session,
                                    struct cis_corpus *corpus)
{
    const struct trial *trial = j->trial;
    enum cis_status status = CIS_OK;

    if (corpus != NULL)
        status = cis_session_set_corpus(session, corpus);
    else
        cis_session_on_finding(session, on_finding, j);
    for (size_t i = 0; i < trial->count && status == CIS_OK; i++)
        status = cis_session_memory(session, trial->inputs[i].bytes.at,
                                    trial->inputs[i].bytes.length,
                                    trial->inputs[i].name);
    return corpus != NULL && status == CIS_OK
               ? cis_corpus_finish(corpus, on_finding, j)
               : status;
}

static bool judge(struct judged *j, const struct trial *trial)
{
    struct cis_session *session = NULL;
    struct cis_corpus *corpus = NULL;
    enum cis_status status = CIS_OK;

    *j = (struct judged){.trial = trial};
    arena_init(&j->arena, &alloc_default);
    if (trial->kind == TRIAL_REGISTRY)
        return judge_registry(j) == CIS_OK;
    if (trial->kind == TRIAL_CORPUS)
        status = cis_corpus_new(trial->validator, &corpus);
    if (status == CIS_OK)
        status = cis_session_new(trial->validator, &session);
    if (status == CIS_OK)
        status = judge_inputs(j, session, corpus);
    cis_session_free(session);
    cis_corpus_free(corpus);
    return status == CIS_OK;
}

static size_t count_alike(const struct judged *j, const struct saying *wanted)
{
    size_t count = 0;

    for (size_t i = 0; i < j->count; i++)
        count += strcmp(j->sayings[i].code, wanted->code) == 0 &&
                 strcmp(j->sayings[i].text, wanted->text) == 0;
    return count;
}

static struct str token_of(const struct trial *trial, const struct claim *claim)
{
    return (struct str){
        trial->inputs[claim->input].bytes.at + claim->place.offset,
        (size_t)(claim->place.end_offset - claim->place.offset)};
}

/* What the path names: "@end", "dates", "person". */
static struct str last_step(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *step = slash != NULL ? slash + 1 : path;

    return (struct str){step, strcspn(step, "[")};
}

static bool is_value(const struct claim *claim)
{
    return last_step(claim->path).at[0] == '@';
}

/* What belongs to XML Schema is refused whatever it says. */
static bool is_prefixed(const struct claim *claim)
{
    struct str step = last_step(claim->path);

    return memchr(step.at, ':', step.length) != NULL;
}

/* A whole value between its quotes, or the whole name of an element. */
static bool is_token(const struct trial *trial, const struct claim *claim)
{
    struct str bytes = trial->inputs[claim->input].bytes;
    struct str token = token_of(trial, claim);
    struct str step = last_step(claim->path);
    const char *quote = token.at - 1;

    if (claim->place.offset == 0 || claim->place.end_offset >= bytes.length)
        return false;
    if (!is_value(claim))
        return *quote == '<' && str_equal(token, step) &&
               strchr(" \t\r\n/>", token.at[token.length]) != NULL;
    return (*quote == '"' || *quote == '\'') && quote[-1] == '=' &&
           token.at[token.length] == *quote &&
           memchr(token.at, *quote, token.length) == NULL &&
           memcmp(quote - step.length, step.at + 1, step.length - 1) == 0;
}

/* Messages quote so many bytes of a longer text, at least. */
enum {
    QUOTED = 40
};

static const char *skip_blanks(const char *at)
{
    return at + strspn(at, " \t\r\n");
}

/* Whether the message begins with those words, however they are parted. */
static bool begins(const char *message, struct str words)
{
    const char *at = words.at, *end = words.at + words.length;

    while (at < end && *message != '\0' &&
           *message == (*at == '\n' ? ' ' : *at)) {
        at = *message == ' ' ? skip_blanks(at) : at + 1;
        message = *message == ' ' ? skip_blanks(message) : message + 1;
    }
    return at >= end;
}

/* Whether the message has those words in it. */
static bool has(const char *message, struct str words)
{
    for (; words.length > 0 && *message != '\0'; message++)
        if (begins(message, words))
            return true;
    return false;
}

/* From the name of an element to the end of it: where the next piece of its
 * text begins and ends. */
static bool next_text(struct str name, const char **at, const char *end,
                      struct str *text)
{
    char closing[64];

    snprintf(closing, sizeof closing, "</%.*s>", STR_ARGS(name));
    while (*at < end) {
        const char *from = memchr(*at, '>', (size_t)(end - *at));
        if (from == NULL || strncmp(*at, closing, strlen(closing)) == 0 ||
            (from[-1] == '/' && *at == name.at))
            return false;
        *at = from + 1 + strcspn(from + 1, "<");
        *text = str_trim((struct str){from + 1, (size_t)(*at - (from + 1))});
        if (text->length > 0)
            return true;
    }
    return false;
}

static bool has_quoted(const char *message, struct str word)
{
    char quoted[64];

    snprintf(quoted, sizeof quoted, "'%.*s'", STR_ARGS(word));
    return strstr(message, quoted) != NULL;
}

/* Whether the message names the element: by its name in quotation marks, its
 * id, or a text in it. */
static bool names_element(const char *message, struct str bytes,
                          struct str name)
{
    const char *at = name.at, *end = bytes.at + bytes.length;
    struct str tag = {name.at, strcspn(name.at, ">")};
    struct str text;
    const char *id = strstr(name.at, " id=\"");

    if (has_quoted(message, name) ||
        (id != NULL && id < tag.at + tag.length &&
         has(message, (struct str){id + 5, strcspn(id + 5, "\"")})))
        return true;
    while (next_text(name, &at, end, &text)) {
        if (text.length > QUOTED)
            text.length = QUOTED;
        if (has(message, text))
            return true;
    }
    return false;
}

/* Whether the message names what has the id: a reference is named by the
 * name of who is meant. */
static bool names_referred(const char *message, struct str bytes, struct str id)
{
    char attribute[300];
    const char *at;

    snprintf(attribute, sizeof attribute, " id=\"%.*s\"", STR_ARGS(id));
    at = strstr(bytes.at, attribute);
    if (at == NULL)
        return false;
    while (*at != '<')
        at--;
    return names_element(message, bytes,
                         (struct str){at + 1, strcspn(at + 1, " \n")});
}

static bool names_token(const struct trial *trial, const struct claim *claim)
{
    struct str bytes = trial->inputs[claim->input].bytes;
    struct str token = token_of(trial, claim);
    struct str step = last_step(claim->path);
    struct str minutes = {token.at, token.length > 3 ? token.length - 3 : 0};

    if (!is_value(claim))
        return names_element(claim->message, bytes, token);
    if (str_is(token, "true") || str_is(token, "false"))
        return has(claim->message, (struct str){step.at + 1, step.length - 1});
    return has(claim->message, token) ||
           (token.length == 8 && token.at[2] == ':' &&
            has(claim->message, minutes)) ||
           names_referred(claim->message, bytes, token);
}

/* The element with a name that is not like its own, and so is no slip. */
#define OTHER_NAME "quite-another"

static void write_renamed(struct buf *out, struct str bytes, struct str name)
{
    const char *end = bytes.at + bytes.length;
    char closing[64];

    snprintf(closing, sizeof closing, "</%.*s>", STR_ARGS(name));
    const char *rest = name.at + name.length;
    const char *tag_end = strchr(rest, '>');
    const char *close = tag_end[-1] == '/' ? NULL : strstr(rest, closing);
    buf_append(out, (struct str){bytes.at, (size_t)(name.at - bytes.at)});
    buf_text(out, OTHER_NAME);
    if (close != NULL) {
        buf_append(out, (struct str){rest, (size_t)(close - rest)});
        buf_text(out, "</" OTHER_NAME ">");
        rest = close + strlen(closing);
    }
    buf_append(out, (struct str){rest, (size_t)(end - rest)});
}

/* Other texts in the element in place of its own; without any, no element. */
static void write_other_element(struct buf *out, struct str bytes,
                                struct str name)
{
    const char *at = name.at, *end = bytes.at + bytes.length;
    const char *written = bytes.at;
    struct str text;

    while (next_text(name, &at, end, &text)) {
        buf_append(out, (struct str){written, (size_t)(text.at - written)});
        buf_text(out, "Quite Another Thing");
        written = text.at + text.length;
    }
    if (written == bytes.at) {
        buf_append(out, (struct str){written, (size_t)(name.at - 1 - written)});
        written = at + (at == name.at ? strcspn(at, ">") + 1 : 0);
    }
    buf_append(out, (struct str){written, (size_t)(end - written)});
}

static void write_changed(struct buf *out, const struct trial *trial,
                          const struct claim *claim)
{
    struct str bytes = trial->inputs[claim->input].bytes;
    struct str token = token_of(trial, claim);
    struct str step = last_step(claim->path);
    size_t after = (size_t)claim->place.end_offset;
    char attribute[64];

    if (!is_value(claim)) {
        if (has_quoted(claim->message, token))
            write_renamed(out, bytes, token);
        else
            write_other_element(out, bytes, token);
        return;
    }
    snprintf(attribute, sizeof attribute, "%.*s", (int)step.length - 1,
             step.at + 1);
    buf_append(out, (struct str){bytes.at, (size_t)claim->place.offset});
    write_other(out, bytes, attribute, token);
    buf_append(out, (struct str){bytes.at + after, bytes.length - after});
}

/* Whether the change at that place was to a value that the schema refuses. */
static bool is_refused(const struct judged *j, uint64_t offset)
{
    for (size_t i = 0; i < j->count; i++)
        if (j->sayings[i].offset == offset &&
            (strcmp(j->sayings[i].code, "S005") == 0 ||
             strcmp(j->sayings[i].code, "S006") == 0))
            return true;
    return false;
}

/* Whether the finding rests on the token: with another one it is another. */
static bool rests_on(const struct judged *before, const struct saying *saying,
                     const struct claim *claim)
{
    struct trial changed = *before->trial;
    struct judged after;
    struct buf bytes;
    bool good;

    buf_init(&bytes, &alloc_default);
    write_changed(&bytes, before->trial, claim);
    buf_byte(&bytes, '\0');
    changed.inputs[claim->input].bytes =
        (struct str){bytes.at, bytes.length - 1};
    good = judge(&after, &changed) &&
           count_alike(&after, saying) < count_alike(before, saying);
    if (good && is_value(claim) && !is_refused(before, claim->place.offset) &&
        is_refused(&after, claim->place.offset)) {
        printf("#   the schema refuses what was put in place of '%.*s'\n",
               STR_ARGS(token_of(before->trial, claim)));
        good = false;
    }
    arena_free(&after.arena);
    buf_free(&bytes);
    return good;
}

/* Whether it is the source of an entry of the registry, or the id of it. */
static bool has_source(const struct trial *trial, const char *source)
{
    struct str registry = trial->kind == TRIAL_REGISTRY ? trial->inputs[0].bytes
                                                        : trial->registry;
    struct buf wanted;
    bool found;

    buf_init(&wanted, &alloc_default);
    buf_byte(&wanted, '"');
    for (; *source != '\0'; source++)
        if (*source == '&')
            buf_text(&wanted, "&amp;");
        else
            buf_byte(&wanted, *source);
    buf_byte(&wanted, '"');
    buf_byte(&wanted, '\0');
    found = strstr(registry.at, wanted.at) != NULL;
    buf_free(&wanted);
    return found;
}

static bool prove_source(const struct trial *trial, const struct claim *claim)
{
    if (claim->source != NULL && claim->source[0] != '\0' &&
        has_source(trial, claim->source))
        return true;
    printf("#   the registry has no source of \"%s\"\n", claim->message);
    return false;
}

/* A finding may stand on what is no value: its own place is judged only where
 * it is one. */
static bool prove_claim(const struct judged *j, const struct saying *saying,
                        const struct claim *claim, size_t *places)
{
    bool is_fact = claim->message != NULL;

    if (claim->path == NULL)
        return prove_source(j->trial, claim);
    if (!is_token(j->trial, claim)) {
        if (is_fact)
            printf("#   %s: a fact is not at %s\n", saying->code, claim->path);
        return !is_fact;
    }
    if (!is_fact && (!is_value(claim) || is_prefixed(claim)))
        return true;
    ++*places;
    if (is_fact && !names_token(j->trial, claim)) {
        printf("#   %s: \"%s\" does not name what is at %s\n", saying->code,
               claim->message, claim->path);
        return false;
    }
    if (!rests_on(j, saying, claim)) {
        printf("#   %s does not rest on %s\n", saying->code, claim->path);
        return false;
    }
    return true;
}

bool prove(const struct trial *trial, size_t *places)
{
    struct judged j;
    bool good = judge(&j, trial);

    if (!good)
        printf("#   there is no verdict\n");
    for (size_t i = 0; i < j.count; i++)
        for (size_t k = 0; k < j.sayings[i].claim_count; k++)
            good &=
                prove_claim(&j, &j.sayings[i], &j.sayings[i].claims[k], places);
    arena_free(&j.arena);
    return good;
}
