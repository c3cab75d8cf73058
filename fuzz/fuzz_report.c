/* Fuzzes the writers of reports with findings made up from bytes. */
/* SPDX-License-Identifier: MIT */

/*
 * Oracles: every report is read again in its format, by libraries where there
 * are any, and has just the findings that were made, in their order and words:
 * no text ends what it stands in. In text and commands there is no control
 * character; with colours the text is the same but for them.
 */
#include "../cli/report/part.h"
#include "formats.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct {
    const struct writer *writer;
    format_check *check;
    bool colour;
} formats[] = {
    {&text_writer, check_text, false},
    {&text_writer, NULL, true}, /* after that without */
    {&json_writer, check_json, false},
    {&ndjson_writer, check_ndjson, false},
    {&sarif_writer, check_sarif, false},
    {&junit_writer, check_junit, false},
    {&github_writer, check_github, false},
    {&gitlab_writer, check_gitlab, false},
    {&baseline_writer, check_baseline, false},
};

enum {
    FORMATS = sizeof formats / sizeof *formats
};

struct written {
    char *text;
    size_t size;
};

static void begin(struct report *report, const struct made *made,
                  struct written *written)
{
    static const struct report_tool tool = {"1", "2", "3", 4};

    *report = (struct report){
        .look = made->look, .show = UINT64_MAX, .count = FORMATS};
    for (size_t i = 0; i < FORMATS; i++) {
        FILE *to = open_memstream(&written[i].text, &written[i].size);

        if (to == NULL)
            abort();
        report->copies[i] =
            (struct report_copy){.writer = formats[i].writer,
                                 .page = {.to = to,
                                          .look = &report->look,
                                          .colour = formats[i].colour,
                                          .across = true},
                                 .output = {.stream = to}};
    }
    report_begin(report, &tool);
}

/* As a worker does, and the main thread after it. */
static void report_input(struct report *report, const struct made_input *made)
{
    const struct cis_finding *finding;
    struct part part;

    part_open(&part, report);
    for (finding = made->findings.first; finding; finding = finding->next)
        part_finding(&part, finding, NULL);
    for (finding = made->excused.first; finding; finding = finding->next)
        part_finding(&part, finding, made->reason);
    part_input(&part, &made->input);
    if (!part_join(&part, report))
        abort();
}

static void tell_across(struct report *report, const struct findings *findings,
                        const char *reason, struct fingerprints *known)
{
    struct report_tally tally = {.shown = 0};
    char fingerprint[FINGERPRINT_SIZE];

    for (const struct cis_finding *f = findings->first; f; f = f->next) {
        if (!fingerprint_make(known, f, fingerprint))
            abort();
        report_finding(report, &tally, f, reason, fingerprint);
    }
}

static void report_across(struct report *report, const struct made *made)
{
    const struct made_input *across = &made->across;
    struct fingerprints known = {.slots = NULL};

    tell_across(report, &across->findings, NULL, &known);
    tell_across(report, &across->excused, across->reason, &known);
    fingerprints_free(&known);
    report_corpus(report, &made->corpus);
    report_end(report, &made->summary);
}

static void close_all(struct report *report)
{
    for (size_t i = 0; i < FORMATS; i++) {
        if (report->copies[i].output.error != 0)
            abort();
        fclose(report->copies[i].output.stream);
    }
}

/* Takes out "\033[", numbers and ';', and "m": nothing else may act. */
static void check_colours(struct written *coloured, const char *plain)
{
    char *to = coloured->text;

    for (const char *at = coloured->text; *at != '\0';) {
        if (*at != '\033') {
            *to++ = *at++;
            continue;
        }
        demand(at[1] == '[', "a colour", at);
        at += 2 + strspn(at + 2, "0123456789;");
        demand(*at == 'm', "a colour", at);
        at++;
    }
    *to = '\0';
    demand(strcmp(coloured->text, plain) == 0, plain, coloured->text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct written written[FORMATS];
    struct made made;
    struct report report;

    made_init(&made, data, size);
    begin(&report, &made, written);
    for (size_t i = 0; i < made.count; i++)
        report_input(&report, &made.inputs[i]);
    report_across(&report, &made);
    close_all(&report);
    for (size_t i = 0; i < FORMATS; i++) {
        if (formats[i].colour)
            check_colours(&written[i], written[i - 1].text);
        else
            formats[i].check(&made, written[i].text, written[i].size);
    }
    for (size_t i = 0; i < FORMATS; i++)
        free(written[i].text);
    made_free(&made);
    return 0;
}
