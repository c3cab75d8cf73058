/* Reports: what is found is told to any number of writers at once. */
/* SPDX-License-Identifier: MIT */
#include "report.h"

#include <errno.h>
#include <string.h>

static const struct writer *const writers[] = {
    &text_writer,  &json_writer,   &ndjson_writer, &sarif_writer,
    &junit_writer, &github_writer, &gitlab_writer,
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

uint64_t report_unshown(const struct report_input *input)
{
    uint64_t all = 0;

    for (int severity = CIS_NOTE; severity <= CIS_ERROR; severity++) {
        all += input->findings[severity];
    }
    return all > input->shown ? all - input->shown : 0;
}

uint64_t report_corpus_unshown(const struct report_corpus *corpus)
{
    uint64_t all = 0;

    for (int severity = CIS_NOTE; severity <= CIS_ERROR; severity++) {
        all += corpus->findings[severity];
    }
    return all > corpus->shown ? all - corpus->shown : 0;
}

const char *report_fact_file(const struct cis_finding *finding,
                             const struct cis_fact *fact)
{
    const char *file = cis_fact_file(fact);

    return file != NULL ? file : cis_finding_file(finding);
}

static bool is_within(const struct report *report, uint64_t *shown)
{
    return (*shown)++ < report->show;
}

enum report_fate report_fate(const struct report *report,
                             struct report_tally *tally,
                             const struct cis_finding *finding,
                             const char *reason, const char *fingerprint)
{
    if (reason != NULL) {
        return is_within(report, &tally->excused_shown) ? FATE_EXCUSED
                                                        : FATE_HIDDEN;
    }
    if (fingerprint != NULL &&
        baseline_has(report->baseline, finding, fingerprint)) {
        tally->suppressed[cis_finding_severity(finding)]++;
        return is_within(report, &tally->known_shown) ? FATE_KNOWN
                                                      : FATE_HIDDEN;
    }
    if (tally->shown == report->show) {
        return FATE_HIDDEN;
    }
    tally->shown++;
    return FATE_SHOWN;
}

void report_tell(struct page *page, const struct writer *writer,
                 const struct cis_finding *finding, const char *reason,
                 enum report_fate fate)
{
    switch (fate) {
    case FATE_SHOWN:
        writer->finding(page, finding);
        break;
    case FATE_KNOWN:
    case FATE_EXCUSED:
        if (writer->suppressed != NULL) {
            writer->suppressed(page, finding, reason);
        }
        break;
    case FATE_HIDDEN:
        if (writer->hidden != NULL && reason == NULL) {
            writer->hidden(page, finding);
        }
        break;
    }
}

static struct page page_of(FILE *to, const struct report_look *look,
                           const char *file)
{
    const bool colour = file == NULL ? look->colour : look->colour_files;

    return (struct page){.to = to,
                         .look = look,
                         .colour = colour,
                         .links = file == NULL && look->links,
                         .across = true};
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
            page_of(copy->output.stream, &report->look, targets[i].file);
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

bool report_add(struct report *report, size_t index, const char *bytes,
                size_t size, bool failed)
{
    struct report_copy *copy = &report->copies[index];
    const char *between = copy->writer->between;

    if (size > 0 && copy->page.begun && between != NULL) {
        fputs(between, copy->output.stream);
    }
    fwrite(bytes, 1, size, copy->output.stream);
    copy->page.begun = copy->page.begun || size > 0;
    copy->page.failed = copy->page.failed || failed;
    flush(copy);
    return copy->output.error == 0;
}

void report_finding(struct report *report, struct report_tally *tally,
                    const struct cis_finding *finding, const char *reason,
                    const char *fingerprint)
{
    const enum report_fate fate =
        report_fate(report, tally, finding, reason, fingerprint);

    for (size_t i = 0; i < report->count; i++) {
        struct page *page = &report->copies[i].page;
        page->failed = page->failed || fingerprint == NULL;
        page->fingerprint = fingerprint;
        report_tell(page, report->copies[i].writer, finding, reason, fate);
        page->fingerprint = NULL;
    }
}

void report_corpus(struct report *report, const struct report_corpus *corpus)
{
    for (size_t i = 0; i < report->count; i++) {
        struct report_copy *copy = &report->copies[i];
        if (copy->writer->corpus != NULL) {
            copy->writer->corpus(&copy->page, corpus);
        }
    }
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

void report_abandon(struct report *report)
{
    for (size_t i = 0; i < report->count; i++) {
        report->copies[i].output.abandoned = true;
    }
}

void report_close(struct report *report)
{
    for (size_t i = 0; i < report->count; i++) {
        flush(&report->copies[i]);
        output_close(&report->copies[i].output);
    }
}
