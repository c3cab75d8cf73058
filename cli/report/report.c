/* Reports: what is found is told to any number of writers at once. */
/* SPDX-License-Identifier: MIT */
#include "report.h"

#include <errno.h>
#include <string.h>

static const struct writer *const writers[] = {
    &text_writer,
    &json_writer,
};

const struct writer *writer_at(size_t index)
{
    return index < sizeof writers / sizeof *writers ? writers[index] : NULL;
}

const struct writer *writer_find(const char *name, size_t length)
{
    const struct writer *writer;

    for (size_t i = 0; (writer = writer_at(i)) != NULL; i++) {
        if (strlen(writer->name) == length &&
            memcmp(writer->name, name, length) == 0) {
            return writer;
        }
    }
    return NULL;
}

bool report_open(struct report *report, const struct report_target *targets,
                 size_t count, struct report_look look)
{
    bool opened = true;

    report->look = look;
    report->count = count;
    for (size_t i = 0; i < count; i++) {
        struct report_copy *copy = &report->copies[i];
        copy->writer = targets[i].writer;
        output_open(&copy->output, targets[i].file);
        copy->page =
            (struct page){copy->output.stream, &report->look, .failed = false};
        opened = opened && copy->output.error == 0;
    }
    return opened;
}

static void flush(struct report_copy *copy)
{
    if (copy->page.failed && copy->output.error == 0) {
        copy->output.error = ENOMEM;
    }
    output_flush(&copy->output);
}

void report_begin(struct report *report, const struct report_tool *tool)
{
    for (size_t i = 0; i < report->count; i++) {
        struct report_copy *copy = &report->copies[i];
        if (copy->writer->begin != NULL) {
            copy->writer->begin(&copy->page, tool);
        }
    }
}

void report_finding(struct report *report, const struct cis_finding *finding)
{
    for (size_t i = 0; i < report->count; i++) {
        struct report_copy *copy = &report->copies[i];
        copy->writer->finding(&copy->page, finding);
    }
}

bool report_input(struct report *report, const struct report_input *input)
{
    bool works = false;

    for (size_t i = 0; i < report->count; i++) {
        struct report_copy *copy = &report->copies[i];
        copy->writer->input(&copy->page, input);
        flush(copy);
        works = works || copy->output.error == 0;
    }
    return works;
}

void report_end(struct report *report, const struct report_summary *summary)
{
    for (size_t i = 0; i < report->count; i++) {
        struct report_copy *copy = &report->copies[i];
        if (copy->writer->end != NULL) {
            copy->writer->end(&copy->page, summary);
        }
        flush(copy);
    }
}

void report_close(struct report *report)
{
    for (size_t i = 0; i < report->count; i++) {
        flush(&report->copies[i]);
        output_close(&report->copies[i].output);
    }
}
