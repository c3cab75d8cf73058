/* The report for test dashboards: JUnit, one suite for each input. */
/* SPDX-License-Identifier: MIT */
#include "plain.h"
#include "writer.h"

#include "xml/writer.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* The cases of the current input, kept until their number is known. */
struct suite {
    FILE *to;
    char *cases;
    size_t size;
    struct xml_writer *xml;
    uint64_t failures;
};

static int write_bytes(void *context, const char *bytes, int size)
{
    FILE *to = context;
    const size_t wanted = size < 0 ? 0 : (size_t)size;

    return fwrite(bytes, 1, wanted, to) == wanted ? size : -1;
}

static void attribute(struct xml_writer *xml, const char *name,
                      const char *value)
{
    char *text = plain_copy(value, plain_in_xml);

    /* without the value the report would not be whole: NULL fails it */
    xml_writer_attribute(xml, name, text);
    free(text);
}

static void number_attribute(struct xml_writer *xml, const char *name,
                             uint64_t number)
{
    char text[24];

    snprintf(text, sizeof text, "%" PRIu64, number);
    xml_writer_attribute(xml, name, text);
}

static void junit_begin(struct page *page, const struct report_tool *tool)
{
    struct xml_writer *xml = xml_writer_new(write_bytes, page->to);

    (void)tool;
    xml_writer_declaration(xml);
    xml_writer_start(xml, "testsuites");
    xml_writer_attribute(xml, "name", "cisvalidate");
    xml_writer_text(xml, "\n"); /* which ends the tag */
    page->failed = !xml_writer_free(xml) && !ferror(page->to);
}

static void suite_free(struct suite *suite)
{
    if (suite->to != NULL) {
        fclose(suite->to);
    }
    free(suite->cases);
    free(suite);
}

static struct suite *suite_of(struct page *page)
{
    struct suite *suite = page->state;

    if (suite != NULL) {
        return suite;
    }
    suite = calloc(1, sizeof *suite);
    if (suite == NULL) {
        page->failed = true;
        return NULL;
    }
    suite->to = open_memstream(&suite->cases, &suite->size);
    if (suite->to != NULL) {
        suite->xml = xml_writer_new(write_bytes, suite->to);
    }
    page->state = suite;
    return suite;
}

static void start_case(struct suite *suite, const char *path, const char *name)
{
    xml_writer_start(suite->xml, "testcase");
    attribute(suite->xml, "classname", plain_path(path));
    attribute(suite->xml, "name", name);
}

static void end_case(struct suite *suite)
{
    xml_writer_end(suite->xml);
    xml_writer_text(suite->xml, "\n");
}

/* What the text report says of the finding. */
static void write_details(struct page *page, struct xml_writer *xml,
                          const struct cis_finding *finding)
{
    char *text = NULL;
    size_t size = 0;
    struct page details = {.to = open_memstream(&text, &size),
                           .look = page->look};

    if (details.to != NULL) {
        text_writer.finding(&details, finding);
        fclose(details.to);
    }
    char *plain = text == NULL ? NULL : plain_copy(text, plain_in_xml);
    if (plain == NULL) {
        page->failed = true;
    } else {
        xml_writer_text(xml, plain);
    }
    free(plain);
    free(text);
}

/* That an input cannot be read is an error, not a failure: see below. */
static void junit_finding(struct page *page, const struct cis_finding *finding)
{
    struct suite *suite = suite_of(page);
    char name[160];

    if (suite == NULL || strcmp(cis_finding_code(finding), "W006") == 0) {
        return;
    }
    snprintf(name, sizeof name, "%s %s (line %" PRIu64 ", column %" PRIu64 ")",
             cis_finding_code(finding), cis_finding_name(finding),
             cis_finding_place(finding)->line,
             cis_finding_place(finding)->column);
    start_case(suite, cis_finding_file(finding), name);
    xml_writer_start(suite->xml, "failure");
    attribute(suite->xml, "type",
              cis_severity_name(cis_finding_severity(finding)));
    attribute(suite->xml, "message", cis_finding_message(finding));
    write_details(page, suite->xml, finding);
    xml_writer_end(suite->xml);
    end_case(suite);
    suite->failures++;
}

/* A case of one empty element with a message. */
static void write_case(struct suite *suite, const char *path, const char *name,
                       const char *element, const char *message)
{
    start_case(suite, path, name);
    xml_writer_start(suite->xml, element);
    if (strcmp(element, "skipped") != 0) {
        xml_writer_attribute(suite->xml, "type",
                             strcmp(element, "error") == 0 ? "unchecked"
                                                           : "unshown");
    }
    attribute(suite->xml, "message", message);
    xml_writer_end(suite->xml);
    end_case(suite);
}

static void write_skipped(struct suite *suite, const struct report_input *input)
{
    char name[256];

    for (size_t i = 0; i < cis_session_skip_count(input->session); i++) {
        const struct cis_skip skip = cis_session_skip(input->session, i);
        const struct cis_rule *rule = cis_rule_find(skip.code);
        snprintf(name, sizeof name, "%s %s%s%s", skip.code, cis_rule_name(rule),
                 skip.summit[0] == '\0' ? "" : " of ", skip.summit);
        write_case(suite, input->path, name, "skipped", skip.reason);
    }
}

static void write_unshown(struct suite *suite, const char *path, uint64_t count)
{
    char message[80];

    if (count > 0) {
        snprintf(message, sizeof message,
                 "%" PRIu64 " more not shown (--max-findings)", count);
        write_case(suite, path, "findings not shown", "failure", message);
        suite->failures++;
    }
}

/* The cases that are not findings; returns how many are errors. */
static unsigned write_rest(struct suite *suite,
                           const struct report_input *input)
{
    write_skipped(suite, input);
    write_unshown(suite, input->path, report_unshown(input));
    if (input->status != CIS_OK) {
        write_case(suite, input->path, "unchecked", "error",
                   input->reason != NULL ? input->reason
                                         : cis_status_text(input->status));
        return 1;
    }
    if (suite->failures == 0) {
        start_case(suite, input->path, "valid");
        end_case(suite);
    }
    return 0;
}

static void write_suite(struct page *page, const struct suite *suite,
                        const char *name, size_t skipped, unsigned errors)
{
    const bool clean = suite->failures == 0 && errors == 0;
    struct xml_writer *xml = xml_writer_new(write_bytes, page->to);

    xml_writer_start(xml, "testsuite");
    attribute(xml, "name", plain_path(name));
    number_attribute(xml, "tests",
                     suite->failures + errors + skipped + (clean ? 1 : 0));
    number_attribute(xml, "failures", suite->failures);
    number_attribute(xml, "errors", errors);
    number_attribute(xml, "skipped", skipped);
    xml_writer_text(xml, "\n");
    xml_writer_raw(xml, suite->cases);
    xml_writer_end(xml);
    xml_writer_text(xml, "\n");
    if (!xml_writer_free(xml)) {
        page->failed = true;
    }
}

static void end_suite(struct page *page, struct suite *suite, const char *name,
                      size_t skipped, unsigned errors)
{
    if (!xml_writer_free(suite->xml) || fflush(suite->to) != 0) {
        page->failed = true;
    } else {
        write_suite(page, suite, name, skipped, errors);
    }
    suite_free(suite);
    page->state = NULL;
}

static void junit_input(struct page *page, const struct report_input *input)
{
    struct suite *suite = suite_of(page);

    if (suite == NULL) {
        return;
    }
    const unsigned errors = write_rest(suite, input);
    end_suite(page, suite, input->path, cis_session_skip_count(input->session),
              errors);
}

static void junit_corpus(struct page *page, const struct report_corpus *corpus)
{
    struct suite *suite = suite_of(page);

    if (suite == NULL) {
        return;
    }
    write_unshown(suite, "corpus", report_corpus_unshown(corpus));
    if (suite->failures == 0) {
        start_case(suite, "corpus", "consistent");
        end_case(suite);
    }
    end_suite(page, suite, "corpus", 0, 0);
}

static void junit_end(struct page *page, const struct report_summary *summary)
{
    (void)summary;
    fputs("</testsuites>\n", page->to);
}

const struct writer junit_writer = {
    .name = "junit",
    .begin = junit_begin,
    .finding = junit_finding,
    .input = junit_input,
    .corpus = junit_corpus,
    .end = junit_end,
};
