/* The report for code scanning: SARIF 2.1.0, one run. */
/* SPDX-License-Identifier: MIT */
#include "plain.h"
#include "sarif_rules.h"
#include "values.h"

#include <stdlib.h>
#include <string.h>

static void sarif_begin(struct page *page, const struct report_tool *tool)
{
    fputs("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\n"
          "\"version\":\"2.1.0\",\n\"runs\":[{\"tool\":",
          page->to);
    print_value(page, sarif_tool_value(tool));
    fputs(",\n\"columnKind\":\"unicodeCodePoints\",\n\"results\":[\n",
          page->to);
}

static json_t *artifact_value(const char *path)
{
    char *uri = plain_uri(path);
    json_t *value = json_object();

    put(&value, "uri", uri == NULL ? NULL : json_string(uri));
    free(uri);
    return value;
}

static json_t *message_value(const char *text)
{
    json_t *value = json_object();

    put_text(&value, "text", text);
    return value;
}

/* Services show regions of one line; a longer one ends with its first. */
static json_t *region_value(const struct cis_place *place)
{
    json_t *value = json_object();

    put_number(&value, "startLine", place->line);
    put_number(&value, "startColumn", place->column);
    if (place->end_line == place->line) {
        put_number(&value, "endLine", place->end_line);
        put_number(&value, "endColumn", place->end_column);
        put_number(&value, "byteOffset", place->offset);
        put_number(&value, "byteLength", place->end_offset - place->offset);
    }
    return value;
}

static json_t *context_value(const struct cis_place *place,
                             struct cis_excerpt excerpt)
{
    json_t *value = json_object();

    put_number(&value, "startLine", place->line);
    put(&value, "snippet", message_value(excerpt.text));
    return value;
}

static json_t *physical_value(const char *path, const struct cis_place *place,
                              struct cis_excerpt excerpt)
{
    json_t *value = json_object();

    put(&value, "artifactLocation", artifact_value(path));
    put(&value, "region", region_value(place));
    if (excerpt.text != NULL) {
        put(&value, "contextRegion", context_value(place, excerpt));
    }
    return value;
}

/* In an array, as the format has it. */
static json_t *only(json_t *value)
{
    json_t *array = json_array();

    add(&array, value);
    return array;
}

static json_t *logical_value(const char *path)
{
    json_t *value = json_object();

    put_text(&value, "fullyQualifiedName", path);
    put_text(&value, "kind", strchr(path, '@') ? "attribute" : "element");
    return value;
}

static json_t *location_value(const struct cis_finding *finding)
{
    const char *path = cis_finding_path(finding);
    json_t *value = json_object();

    put(&value, "physicalLocation",
        physical_value(cis_finding_file(finding), cis_finding_place(finding),
                       cis_finding_excerpt(finding)));
    if (path[0] != '\0') {
        put(&value, "logicalLocations", only(logical_value(path)));
    }
    return value;
}

static json_t *related_value(const struct cis_finding *finding)
{
    json_t *value = json_array();

    for (size_t i = 0; i < cis_finding_fact_count(finding); i++) {
        const struct cis_fact *fact = cis_finding_fact(finding, i);
        if (cis_fact_path(fact) == NULL) {
            continue;
        }
        json_t *location = json_object();
        put_number(&location, "id", i);
        put(&location, "physicalLocation",
            physical_value(report_fact_file(finding, fact),
                           cis_fact_place(fact), cis_fact_excerpt(fact)));
        put(&location, "message", message_value(cis_fact_message(fact)));
        add(&value, location);
    }
    return value;
}

/* The message, with the facts that stand in no file, and the hint. */
static char *whole_message(const struct cis_finding *finding)
{
    char *text = NULL;
    size_t size = 0;
    FILE *to = open_memstream(&text, &size);

    if (to == NULL) {
        return NULL;
    }
    fputs(cis_finding_message(finding), to);
    for (size_t i = 0; i < cis_finding_fact_count(finding); i++) {
        const struct cis_fact *fact = cis_finding_fact(finding, i);
        if (cis_fact_path(fact) == NULL) {
            fprintf(to, "\nNote: %s", cis_fact_message(fact));
        }
        if (cis_fact_path(fact) == NULL && cis_fact_source(fact) != NULL) {
            fprintf(to, " (source: %s)", cis_fact_source(fact));
        }
    }
    if (cis_finding_hint(finding) != NULL) {
        fprintf(to, "\nHint: %s", cis_finding_hint(finding));
    }
    const bool good = !ferror(to);
    if (fclose(to) == 0 && good) {
        return text;
    }
    free(text);
    return NULL;
}

static json_t *fingerprints_value(const struct page *page)
{
    json_t *value = json_object();

    put_text(&value, "primaryLocationLineHash", page->fingerprint);
    return value;
}

static json_t *result_value(const struct page *page,
                            const struct cis_finding *finding)
{
    char *message = whole_message(finding);
    json_t *value = json_object();

    put_text(&value, "ruleId", cis_finding_code(finding));
    put_number(&value, "ruleIndex", sarif_rule_index(finding));
    put_text(&value, "level", cis_severity_name(cis_finding_severity(finding)));
    put(&value, "message", message == NULL ? NULL : message_value(message));
    put(&value, "locations", only(location_value(finding)));
    put(&value, "relatedLocations", related_value(finding));
    put(&value, "partialFingerprints", fingerprints_value(page));
    free(message);
    return value;
}

static void print_result(struct page *page, json_t *value)
{
    fputs(page->begun ? ",\n" : "", page->to);
    page->begun = true;
    print_value(page, value);
}

static void sarif_finding(struct page *page, const struct cis_finding *finding)
{
    print_result(page, result_value(page, finding));
}

static json_t *suppression_value(const char *reason)
{
    json_t *value = json_object();

    put_text(&value, "kind", "inSource");
    put_text(&value, "justification", reason);
    return value;
}

/* What a baseline has is left out, as if it were not found. */
static void sarif_suppressed(struct page *page,
                             const struct cis_finding *finding,
                             const char *reason)
{
    if (reason == NULL) {
        return;
    }
    json_t *value = result_value(page, finding);
    put(&value, "suppressions", only(suppression_value(reason)));
    print_result(page, value);
}

static void sarif_input(struct page *page, const struct report_input *input)
{
    (void)page;
    (void)input;
}

static void sarif_end(struct page *page, const struct report_summary *summary)
{
    const bool whole = summary->verdicts[CIS_UNCHECKED] == 0;

    fprintf(page->to, "\n],\n\"invocations\":[{\"executionSuccessful\":%s}]",
            whole ? "true" : "false");
    fputs("}]}\n", page->to);
}

const struct writer sarif_writer = {
    .name = "sarif",
    .between = ",\n",
    .begin = sarif_begin,
    .finding = sarif_finding,
    .suppressed = sarif_suppressed,
    .input = sarif_input,
    .end = sarif_end,
};
