/* The reports for programs: one JSON object, or one for each input. */
/* SPDX-License-Identifier: MIT */
#include "values.h"

static void json_begin(struct page *page, const struct report_tool *tool)
{
    fputs("{\"tool\":", page->to);
    print_value(page, tool_value(tool));
    fputs(",\n\"inputs\":[\n", page->to);
}

static void keep_finding(struct page *page, const struct cis_finding *finding)
{
    if (page->state == NULL) {
        page->state = json_array();
    }
    if (json_array_append_new(page->state, finding_value(finding)) != 0) {
        page->failed = true;
    }
}

static void json_input(struct page *page, const struct report_input *input)
{
    json_t *findings = page->state != NULL ? page->state : json_array();

    page->state = NULL;
    print_value(page, input_value(input, findings));
}

static void json_end(struct page *page, const struct report_summary *summary)
{
    fputs("\n],\n\"corpus\":", page->to);
    print_value(page, corpus_value());
    fputs(",\n\"summary\":", page->to);
    print_value(page, summary_value(summary));
    fputs("}\n", page->to);
}

const struct writer json_writer = {
    .name = "json",
    .between = ",\n",
    .begin = json_begin,
    .finding = keep_finding,
    .input = json_input,
    .end = json_end,
};

static void ndjson_input(struct page *page, const struct report_input *input)
{
    json_input(page, input);
    fputc('\n', page->to);
}

/* {"NAME":VALUE}; takes over the reference. */
static void print_line(struct page *page, const char *name, json_t *value)
{
    json_t *line = json_object();

    put(&line, name, value);
    print_value(page, line);
    fputc('\n', page->to);
}

static void ndjson_end(struct page *page, const struct report_summary *summary)
{
    print_line(page, "corpus", corpus_value());
    print_line(page, "summary", summary_value(summary));
}

const struct writer ndjson_writer = {
    .name = "ndjson",
    .finding = keep_finding,
    .input = ndjson_input,
    .end = ndjson_end,
};
