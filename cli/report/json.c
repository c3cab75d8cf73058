/* The report for programs: one JSON object, each input on its own line. */
/* SPDX-License-Identifier: MIT */
#include "values.h"

/* Takes over the reference. */
static void print_value(struct page *page, json_t *value)
{
    if (value == NULL ||
        (json_dumpf(value, page->to, JSON_COMPACT) != 0 && !ferror(page->to))) {
        page->failed = true;
    }
    json_decref(value);
}

static void json_begin(struct page *page, const struct report_tool *tool)
{
    fputs("{\"tool\":", page->to);
    print_value(page, tool_value(tool));
    fputs(",\n\"inputs\":[", page->to);
}

static void json_finding(struct page *page, const struct cis_finding *finding)
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
    fputs(input->index == 0 ? "\n" : ",\n", page->to);
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
    .begin = json_begin,
    .finding = json_finding,
    .input = json_input,
    .end = json_end,
};
