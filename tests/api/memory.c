/* Each allocation of ours fails once, over a full run, and nothing is lost. */
/* SPDX-License-Identifier: MIT */
#include "../support/failing.h"
#include "corpus.h"
#include <cisvalidate/cisvalidate.h>

#include <stdlib.h>
#include <string.h>

struct test {
    struct failing memory;
    char *text[3]; /* a registry, an archive, an invalid record */
    size_t size[3];
    bool with_registry;
    struct cis_validator *validator;
};

/* Everything that allocates, in one callback: hold, write, look. */
struct visit {
    const struct cis_validator *validator;
    FILE *to;
    bool failed;
};

static long write_bytes(void *context, const void *bytes, size_t size)
{
    return (long)fwrite(bytes, 1, size, context);
}

static bool write_held(struct visit *visit, const struct cis_record *record)
{
    struct cis_writer *writer;
    bool good;

    if (cis_writer_new(visit->validator, CIS_ARCHIVE, write_bytes, visit->to,
                       &writer) != CIS_OK)
        return false;
    cis_writer_add(writer, cis_record_get(record));
    good = cis_writer_end(writer) == CIS_OK;
    cis_writer_free(writer);
    return good;
}

static void on_summit(void *context, const struct cis_summit *summit)
{
    struct visit *visit = context;
    struct cis_record *record;

    if (cis_record_hold(summit, &record) != CIS_OK ||
        !write_held(visit, record))
        visit->failed = true;
    cis_record_free(record);
}

static void on_finding(void *context, const struct cis_finding *finding)
{
    struct visit *visit = context;

    fprintf(visit->to, "%s %s\n", cis_finding_code(finding),
            cis_finding_message(finding));
}

static enum cis_status build_one(struct visit *visit)
{
    struct cis_builder *builder;
    struct cis_record *record = NULL;
    enum cis_status status = cis_builder_new(visit->validator, &builder);

    if (status != CIS_OK)
        return status;
    cis_builder_start(builder, "summit");
    cis_builder_attribute(builder, "id", "built");
    cis_builder_words(builder, "title", "en", "Built");
    cis_builder_end(builder);
    status = cis_builder_record(builder, on_finding, visit, &record);
    cis_record_free(record);
    cis_builder_free(builder);
    return status;
}

static enum cis_status read_all(struct test *test, struct cis_session *session,
                                struct visit *visit)
{
    enum cis_status status = CIS_OK;

    cis_session_on_finding(session, on_finding, visit);
    cis_session_on_summit(session, on_summit, visit);
    cis_session_want_invalid(session, true);
    for (int i = 1; i < 3 && status == CIS_OK; i++) {
        status =
            cis_session_memory(session, test->text[i], test->size[i], "it");
        fprintf(visit->to, "%s\n",
                cis_verdict_name(cis_session_verdict(session)));
    }
    return status == CIS_OK ? build_one(visit) : status;
}

/* What a session of the validator tells; NULL where memory failed. */
static char *use(struct test *test)
{
    char *text = NULL;
    size_t size;
    struct visit visit = {test->validator, open_memstream(&text, &size), false};
    struct cis_session *session = NULL;
    enum cis_status status = cis_session_new(test->validator, &session);

    if (status == CIS_OK)
        status = read_all(test, session, &visit);
    cis_session_free(session);
    fclose(visit.to);
    if (status == CIS_OK && !visit.failed)
        return text;
    free(text);
    if (status != CIS_OK && status != CIS_NO_MEMORY)
        printf("# %s\n", cis_status_text(status));
    return NULL;
}

static enum cis_status make(struct test *test)
{
    struct cis_options *options = cis_options_new(&test->memory.from);
    enum cis_status status;

    if (options == NULL)
        return CIS_NO_MEMORY;
    if (test->with_registry)
        cis_options_set_registry(options, "cis.xml", test->text[0],
                                 test->size[0], NULL, NULL);
    status = cis_validator_new(options, &test->validator);
    cis_options_free(options);
    return status;
}

/* One full run in which that allocation fails: memory fails, or all is as it
 * should; afterwards the same validator does its work. */
static bool run(struct test *test, size_t fails_at, bool lasting,
                const char *expected)
{
    enum cis_status status;
    char *text;
    bool good = true;

    failing_init(&test->memory, fails_at);
    test->memory.lasting = lasting;
    status = make(test);
    if (status != CIS_OK)
        return status == CIS_NO_MEMORY && test->memory.live == 0;
    text = use(test);
    if (text != NULL)
        good = strcmp(text, expected) == 0;
    else
        good = test->memory.calls >= fails_at;
    free(text);
    test->memory.fails_at = 0;
    text = use(test);
    good = good && text != NULL && strcmp(text, expected) == 0;
    free(text);
    cis_validator_free(test->validator);
    return good && test->memory.live == 0;
}

static char *whole_run(struct test *test, size_t *calls)
{
    char *text;

    failing_init(&test->memory, 0);
    if (make(test) != CIS_OK)
        return NULL;
    text = use(test);
    *calls = test->memory.calls;
    cis_validator_free(test->validator);
    return text;
}

static bool every_one(struct test *test, bool lasting)
{
    size_t calls = 0;
    char *expected = whole_run(test, &calls);
    bool good = expected != NULL && test->memory.live == 0;

    for (size_t i = 1; i <= calls && good; i++) {
        good = run(test, i, lasting, expected);
        if (!good)
            printf("# allocation %zu of %zu, %zu blocks live\n", i, calls,
                   test->memory.live);
    }
    printf("# %zu allocations\n", calls);
    free(expected);
    return good;
}

static bool load(struct test *test)
{
    static const char *const names[] = {"schema/cis.xml",
                                        "tests/api/data/extension.xml",
                                        "tests/data/four-faults.xml"};
    const char *top = getenv("top_srcdir");
    bool good = true;

    for (int i = 0; i < 3; i++) {
        char path[4096];

        snprintf(path, sizeof path, "%s/%s", top != NULL ? top : ".", names[i]);
        test->text[i] = read_file(path, &test->size[i]);
        good = good && test->text[i] != NULL;
    }
    return good;
}

int main(void)
{
    struct test test = {.with_registry = false};

    if (!load(&test))
        return 99;
    report(every_one(&test, false), "each fails once");
    report(every_one(&test, true), "each fails, and all that follow");
    test.with_registry = true;
    report(every_one(&test, false), "each fails once, with a registry");
    for (int i = 0; i < 3; i++)
        free(test.text[i]);
    return done();
}
