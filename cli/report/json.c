/* The reports for programs: one JSON object, or one for each input. */
/* SPDX-License-Identifier: MIT */
#include "values.h"

static void json_begin(struct page *page, const struct report_tool *tool)
{
    fputs("{\"tool\":", page->to);
    print_value(page, tool_value(tool));
    fputs(",\n\"inputs\":[\n", page->to);
}

/* In the array of that name. Takes over the value. */
static void keep(struct page *page, const char *name, json_t *value)
{
    if (page->state == NULL) {
        page->state = json_object();
    }
    if (json_object_get(page->state, name) == NULL) {
        json_object_set_new(page->state, name, json_array());
    }
    if (json_array_append_new(json_object_get(page->state, name), value) != 0) {
        page->failed = true;
    }
}

static void keep_finding(struct page *page, const struct cis_finding *finding)
{
    keep(page, "findings", finding_value(finding, page->across));
}

static void keep_suppressed(struct page *page,
                            const struct cis_finding *finding,
                            const char *reason)
{
    json_t *value = finding_value(finding, page->across);

    put_text(&value, "reason", reason != NULL ? reason : "baseline");
    keep(page, "suppressed", value);
}

/* The reference is the caller's. */
static json_t *kept(const struct page *page, const char *name)
{
    json_t *array = json_object_get(page->state, name);

    return array != NULL ? json_incref(array) : json_array();
}

static json_t *kept_corpus(struct page *page)
{
    json_t *value =
        corpus_value(kept(page, "findings"), kept(page, "suppressed"));

    json_decref(page->state);
    page->state = NULL;
    return value;
}

static void json_input(struct page *page, const struct report_input *input)
{
    print_value(page, input_value(input, kept(page, "findings"),
                                  kept(page, "suppressed")));
    json_decref(page->state);
    page->state = NULL;
}

static void json_end(struct page *page, const struct report_summary *summary)
{
    fputs("\n],\n\"corpus\":", page->to);
    print_value(page, kept_corpus(page));
    fputs(",\n\"summary\":", page->to);
    print_value(page, summary_value(summary));
    fputs("}\n", page->to);
}

const struct writer json_writer = {
    .name = "json",
    .between = ",\n",
    .begin = json_begin,
    .finding = keep_finding,
    .suppressed = keep_suppressed,
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
    print_line(page, "corpus", kept_corpus(page));
    print_line(page, "summary", summary_value(summary));
}

const struct writer ndjson_writer = {
    .name = "ndjson",
    .finding = keep_finding,
    .suppressed = keep_suppressed,
    .input = ndjson_input,
    .end = ndjson_end,
};
