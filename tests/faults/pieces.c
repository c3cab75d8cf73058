/* Each piece of memory fails, however small, where arenas give many at once. */
/* SPDX-License-Identifier: MIT */

/*
 * An arena takes blocks from its allocator, so that a failing allocator meets
 * few of the calls that ask the arena. Here those calls themselves fail, from
 * the Nth on, as they do after the first failure: ours are put before them by
 * the linker. What is made must be nothing, and said to be for want of memory,
 * or be right.
 */
#include "../api/corpus.h"
#include "schema/compile.h"

#include <cisvalidate/cisvalidate.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SCHEMA_TRIES = 60, /* pieces that fail in turn, the same ones each time */
    RECORD_TRIES = 12,
    LARGEST = 4000 /* bytes of a record that is tried */
};

/* The first piece that fails of so many, and how far the next one is: others
 * for other inputs, so that all places are met. */
struct walk {
    size_t first, step;
};

static struct {
    size_t calls, fails_at; /* 0: none */
    size_t failed;
} pieces;

static void count(struct arena *arena)
{
    if (++pieces.calls != pieces.fails_at)
        return;
    pieces.failed++;
    arena->failed = true;
}

void *__real_arena_new(struct arena *arena, size_t size);
void *__wrap_arena_new(struct arena *arena, size_t size);
void *__real_arena_room(struct arena *arena, size_t size);
void *__wrap_arena_room(struct arena *arena, size_t size);
void *__real_arena_array(struct arena *arena, size_t length, size_t size);
void *__wrap_arena_array(struct arena *arena, size_t length, size_t size);
struct str __real_arena_copy(struct arena *arena, struct str text);
struct str __wrap_arena_copy(struct arena *arena, struct str text);
void *__real_arena_grow(struct arena *arena, void *array, size_t length,
                        size_t *capacity, size_t size);
void *__wrap_arena_grow(struct arena *arena, void *array, size_t length,
                        size_t *capacity, size_t size);

void *__wrap_arena_new(struct arena *arena, size_t size)
{
    count(arena);
    return __real_arena_new(arena, size);
}

void *__wrap_arena_room(struct arena *arena, size_t size)
{
    count(arena);
    return __real_arena_room(arena, size);
}

void *__wrap_arena_array(struct arena *arena, size_t length, size_t size)
{
    count(arena);
    return __real_arena_array(arena, length, size);
}

struct str __wrap_arena_copy(struct arena *arena, struct str text)
{
    count(arena);
    return __real_arena_copy(arena, text);
}

/* Where nothing has to grow nothing can fail. */
void *__wrap_arena_grow(struct arena *arena, void *array, size_t length,
                        size_t *capacity, size_t size)
{
    if (length >= *capacity)
        count(arena);
    return __real_arena_grow(arena, array, length, capacity, size);
}

static struct walk walk_of(size_t calls, size_t tries)
{
    static size_t phase;
    size_t step = calls / tries + 1;

    return (struct walk){1 + phase++ % step, step};
}

static void begin(size_t fails_at)
{
    pieces.calls = pieces.failed = 0;
    pieces.fails_at = fails_at;
}

/* Compiles it: what is said where memory does not fail, or that it does. */
static bool compile(const struct input *input, size_t fails_at,
                    struct compile_error *error)
{
    struct arena arena;
    const struct schema *schema;
    bool failed;

    arena_init(&arena, &alloc_default);
    begin(fails_at);
    schema = schema_compile(&arena, input->bytes, input->size, error);
    if (schema != NULL)
        error->message[0] = '\0';
    failed = arena.failed;
    arena_free(&arena);
    return !failed || schema == NULL;
}

static bool compile_all(const struct input *input)
{
    struct compile_error wanted, error;
    bool good = compile(input, 0, &wanted);
    size_t calls = pieces.calls;
    struct walk walk = walk_of(calls, SCHEMA_TRIES);

    for (size_t at = walk.first; good && at <= calls; at += walk.step) {
        good =
            compile(input, at, &error) &&
            (pieces.failed > 0 || strcmp(error.message, wanted.message) == 0);
        if (!good)
            printf("# %s: piece %zu of %zu: '%s'\n", input->path, at, calls,
                   error.message);
    }
    return good;
}

static int is_schema(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);

    return length > 4 && strcmp(entry->d_name + length - 4, ".xsd") == 0;
}

static bool compile_folder(const char *folder)
{
    const char *top = getenv("top_srcdir");
    char path[4096];
    struct dirent **names;
    bool good = true;
    int total;

    snprintf(path, sizeof path, "%s/%s", top != NULL ? top : ".", folder);
    total = scandir(path, &names, is_schema, alphasort);
    for (int i = 0; i < total; i++) {
        struct input input = {.path = path};

        snprintf(path, sizeof path, "%s/%s/%s", top != NULL ? top : ".", folder,
                 names[i]->d_name);
        input.bytes = read_file(path, &input.size);
        good = good && input.bytes != NULL && compile_all(&input);
        free(input.bytes);
        free(names[i]);
    }
    if (total >= 0)
        free(names);
    return good && total > 0;
}

/* A validator, and what came of an input. */
struct trial {
    const struct cis_validator *validator;
    FILE *to;
    bool unheld; /* a record could not be, which is said to whom it concerns */
};

static void on_finding(void *context, const struct cis_finding *finding)
{
    struct trial *trial = context;

    fprintf(trial->to, "%s %s\n", cis_finding_code(finding),
            cis_finding_message(finding));
    for (size_t i = 0; i < cis_finding_fact_count(finding); i++)
        fprintf(trial->to, "  %s\n",
                cis_fact_message(cis_finding_fact(finding, i)));
}

static void on_summit(void *context, const struct cis_summit *summit)
{
    struct trial *trial = context;
    struct cis_record *record;

    if (cis_record_hold(summit, &record) != CIS_OK)
        trial->unheld = true;
    else
        fprintf(trial->to, "held %s\n", cis_summit_id(cis_record_get(record)));
    cis_record_free(record);
}

static long write_bytes(void *context, const void *bytes, size_t size)
{
    (void)context;
    (void)bytes;
    return (long)size;
}

/* The input twice into one corpus, which then is judged and written. */
static enum cis_status judge(struct trial *trial, const struct input *input,
                             struct cis_session *session,
                             struct cis_corpus *corpus)
{
    enum cis_status status = cis_session_set_corpus(session, corpus);

    cis_session_on_finding(session, on_finding, trial);
    cis_session_on_summit(session, on_summit, trial);
    cis_session_want_invalid(session, true);
    for (int i = 0; i < 2 && status == CIS_OK; i++)
        status = cis_session_memory(session, input->bytes, input->size,
                                    i == 0 ? "one" : "other");
    if (status == CIS_OK)
        status = cis_corpus_finish(corpus, on_finding, trial);
    if (status == CIS_OK)
        status = cis_corpus_write(corpus, write_bytes, NULL);
    return status;
}

/* What is told; NULL where memory failed. */
static char *run(struct trial *trial, const struct input *input,
                 size_t fails_at)
{
    char *text = NULL;
    size_t size;
    struct cis_session *session = NULL;
    struct cis_corpus *corpus = NULL;
    enum cis_status status;

    begin(fails_at);
    trial->unheld = false;
    trial->to = open_memstream(&text, &size);
    status = cis_session_new(trial->validator, &session);
    if (status == CIS_OK)
        status = cis_corpus_new(trial->validator, &corpus);
    if (status == CIS_OK)
        status = judge(trial, input, session, corpus);
    cis_corpus_free(corpus);
    cis_session_free(session);
    fclose(trial->to);
    if (status == CIS_OK && !trial->unheld)
        return text;
    if (status != CIS_OK && status != CIS_NO_MEMORY)
        printf("# %s\n", cis_status_text(status));
    free(text);
    return status == CIS_OK || status == CIS_NO_MEMORY ? NULL : strdup("");
}

static bool try_input(void *context, const struct input *input)
{
    struct trial *trial = context;
    bool good = true;
    struct walk walk;
    size_t calls;
    char *wanted;

    if (input->size > LARGEST || strstr(input->path, "/registry") != NULL)
        return true;
    wanted = run(trial, input, 0);
    calls = pieces.calls;
    walk = walk_of(calls, RECORD_TRIES);
    for (size_t at = walk.first; good && at <= calls; at += walk.step) {
        char *text = run(trial, input, at);

        good = text == NULL ? pieces.failed > 0 : strcmp(text, wanted) == 0;
        if (!good)
            printf("# %s: piece %zu of %zu\n%s", input->path, at, calls, text);
        free(text);
    }
    free(wanted);
    return good;
}

int main(void)
{
    struct trial trial = {.to = NULL};
    struct cis_validator *validator;

    if (cis_validator_new(NULL, &validator) != CIS_OK)
        return 99;
    trial.validator = validator;
    report(compile_folder("tests/schema/cases"), "schemas that are good");
    report(compile_folder("tests/schema/refused"), "schemas that are not");
    report(each_input(try_input, &trial), "records");
    cis_validator_free(validator);
    return done();
}
