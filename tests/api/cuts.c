/* However the bytes come, findings and records are the same. */
/* SPDX-License-Identifier: MIT */
#include "corpus.h"
#include "digest.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    RUNS = 100
}; /* of each input, each cut in its own way */

struct test {
    struct cis_session *session;
    const struct input *input;
    uint64_t random;
    const char *failed; /* the way that gave something else */
    unsigned runs;
};

/* Numbers that are the same everywhere. */
static uint64_t draw(struct test *test, uint64_t below)
{
    test->random ^= test->random << 13;
    test->random ^= test->random >> 7;
    test->random ^= test->random << 17;
    return test->random % below;
}

static enum cis_status feed_all(struct test *test, uint64_t longest)
{
    const struct input *input = test->input;
    enum cis_status status = cis_session_begin(test->session, "it");

    for (size_t at = 0; status == CIS_OK && at < input->size;) {
        size_t size = longest > 1 ? (size_t)draw(test, longest + 1) : 1;

        if (size > input->size - at)
            size = input->size - at;
        status = cis_session_feed(test->session, input->bytes + at, size);
        at += size;
    }
    return status == CIS_OK ? cis_session_end(test->session) : status;
}

/* A piece of its own for each byte, small pieces, large pieces; two. */
static enum cis_status run_cut(struct test *test, unsigned run)
{
    static const uint64_t longest[] = {3, 17, 100, 1000, 5000, 70000};
    size_t first;
    enum cis_status status;

    if (run == 0)
        return feed_all(test, 1);
    if (run % 3 != 0)
        return feed_all(test, longest[draw(test, 6)]);
    first = (size_t)draw(test, test->input->size + 1);
    status = cis_session_begin(test->session, "it");
    if (status == CIS_OK)
        status = cis_session_feed(test->session, test->input->bytes, first);
    if (status == CIS_OK)
        status = cis_session_feed(test->session, test->input->bytes + first,
                                  test->input->size - first);
    return status == CIS_OK ? cis_session_end(test->session) : status;
}

static enum cis_status run_memory(struct test *test, unsigned run)
{
    (void)run;
    return cis_session_memory(test->session, test->input->bytes,
                              test->input->size, "it");
}

static enum cis_status run_path(struct test *test, unsigned run)
{
    (void)run;
    return cis_session_path(test->session, test->input->path, "it");
}

static enum cis_status run_fd(struct test *test, unsigned run)
{
    int fd = open(test->input->path, O_RDONLY);
    enum cis_status status = cis_session_fd(test->session, fd, "it");

    (void)run;
    close(fd);
    return status;
}

static enum cis_status run_file(struct test *test, unsigned run)
{
    FILE *file = fopen(test->input->path, "rb");
    enum cis_status status;

    (void)run;
    if (file == NULL)
        return CIS_IO_ERROR;
    status = cis_session_file(test->session, file, "it");
    fclose(file);
    return status;
}

struct reading {
    struct test *test;
    size_t at;
};

static long read_some(void *context, void *buffer, size_t size)
{
    struct reading *reading = context;
    const struct input *input = reading->test->input;
    size_t some = 1 + (size_t)draw(reading->test, 3000);

    if (some > input->size - reading->at)
        some = input->size - reading->at;
    if (some > size)
        some = size;
    memcpy(buffer, input->bytes + reading->at, some);
    reading->at += some;
    return (long)some;
}

static enum cis_status run_callback(struct test *test, unsigned run)
{
    struct reading reading = {test, 0};

    (void)run;
    return cis_session_read(test->session, read_some, &reading, "it");
}

static char *digest_of(struct test *test, unsigned run,
                       enum cis_status (*way)(struct test *, unsigned))
{
    struct digest digest;

    if (!digest_begin(&digest, test->session))
        return NULL;
    test->runs++;
    return digest_end(&digest, way(test, run));
}

static void compare(struct test *test, const char *expected, const char *name,
                    unsigned run,
                    enum cis_status (*way)(struct test *, unsigned))
{
    char *found;

    if (test->failed != NULL)
        return;
    found = digest_of(test, run, way);
    if (found == NULL || strcmp(found, expected) != 0)
        test->failed = name;
    free(found);
}

static bool on_input(void *context, const struct input *input)
{
    struct test *test = context;
    char *expected;

    test->input = input;
    test->failed = NULL;
    expected = digest_of(test, 0, run_memory);
    if (expected == NULL)
        return false;
    compare(test, expected, "path", 0, run_path);
    compare(test, expected, "fd", 0, run_fd);
    compare(test, expected, "FILE", 0, run_file);
    compare(test, expected, "callback", 0, run_callback);
    for (unsigned run = 0; run < RUNS; run++)
        compare(test, expected, "push", run, run_cut);
    if (test->failed != NULL) {
        printf("# %s: by %s\n", input->path, test->failed);
        report(false, input->path);
    }
    free(expected);
    return true;
}

int main(void)
{
    struct cis_validator *validator;
    struct test test = {.random = 0x2545f4914f6cdd1d};

    if (cis_validator_new(NULL, &validator) != CIS_OK ||
        cis_session_new(validator, &test.session) != CIS_OK)
        return 99;
    report(each_input(on_input, &test), "all inputs, in every way");
    printf("# %u runs\n", test.runs);
    cis_session_free(test.session);
    cis_validator_free(validator);
    return done();
}
