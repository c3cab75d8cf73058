/* Facts in files: the records of other runs, judged together with ours. */
/* SPDX-License-Identifier: MIT */
#include "facts.h"

#include "setup.h"

#include <errno.h>
#include <string.h>

static void say_nothing(struct page *page, const struct cis_finding *finding)
{
    (void)page;
    (void)finding;
}

static void say_no_input(struct page *page, const struct report_input *input)
{
    (void)page;
    (void)input;
}

const struct writer facts_writer = {
    .name = "facts",
    .finding = say_nothing,
    .input = say_no_input,
};

struct source {
    FILE *file;
    int error; /* errno of the first failure, or 0 */
};

static void close_source(struct source *source)
{
    if (source->file != NULL) {
        fclose(source->file);
    }
}

static int errno_or(int other)
{
    return errno != 0 ? errno : other;
}

static long read_more(void *context, void *buffer, size_t size)
{
    struct source *source = context;

    errno = 0;
    const size_t got = fread(buffer, 1, size, source->file);
    if (got > 0 || !ferror(source->file)) {
        return (long)got;
    }
    source->error = errno_or(EIO);
    return -(long)source->error;
}

static enum cis_status read_source(struct source *source, const char *file,
                                   struct cis_corpus *corpus,
                                   struct report_look *look)
{
    errno = 0;
    source->file = fopen(file, "rb");
    if (source->file == NULL) {
        source->error = errno_or(EIO);
        return CIS_IO_ERROR;
    }
    return cis_corpus_read(corpus, read_more, source, file, setup_show, look);
}

static enum exit_class read_one(const char *file, struct cis_corpus *corpus,
                                struct report_look *look)
{
    __attribute__((cleanup(close_source))) struct source source = {NULL, 0};
    const enum cis_status status = read_source(&source, file, corpus, look);

    if (status == CIS_OK) {
        return EXIT_GOOD;
    }
    if (status == CIS_IO_ERROR) {
        complain("cannot read the facts %s: %s", file, strerror(source.error));
        return EXIT_USAGE;
    }
    if (status == CIS_BAD_FACTS) {
        complain("the facts %s cannot be used", file);
        return EXIT_USAGE;
    }
    complain("%s: %s", file, cis_status_text(status));
    return EXIT_UNCHECKED;
}

enum exit_class facts_read(const struct args *args, struct cis_corpus *corpus)
{
    struct report_look look = args->look;
    enum exit_class worst = EXIT_GOOD;

    for (size_t i = 0; i < args->fact_count; i++) {
        worst = exit_worse(worst, read_one(args->facts[i], corpus, &look));
    }
    return worst;
}

static long write_more(void *context, const void *bytes, size_t size)
{
    struct output *output = context;

    errno = 0;
    const size_t put = fwrite(bytes, 1, size, output->stream);
    if (put != size && output->error == 0) {
        output->error = errno_or(EIO);
    }
    return (long)put;
}

void facts_save(const struct cis_corpus *corpus, struct report *report)
{
    for (size_t i = 0; i < report->count; i++) {
        struct report_copy *copy = &report->copies[i];
        if (copy->writer == &facts_writer &&
            cis_corpus_write(corpus, write_more, &copy->output) ==
                CIS_NO_MEMORY) {
            copy->page.failed = true;
        }
    }
}
