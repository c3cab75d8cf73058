/* Reads the reports again that are JSON. */
/* SPDX-License-Identifier: MIT */
#include "formats.h"

#include "../cli/report/plain.h"

#include <jansson.h>
#include <string.h>

static json_t *load(const char *text, size_t size)
{
    json_error_t error;
    json_t *value = json_loadb(text, size, JSON_REJECT_DUPLICATES, &error);

    demand(value != NULL, error.text, text);
    return value;
}

/* JSON has any UTF-8; where it was none, at least one character is new. */
static void same_words(const json_t *value, const char *words, const char *text)
{
    const char *got = json_string_value(value);
    json_t *as_it_is = json_string(words);

    demand(got != NULL, "no string", text);
    if (as_it_is != NULL)
        demand(strcmp(got, words) == 0, words, text);
    else
        demand(strstr(got, "\xEF\xBF\xBD") != NULL, "U+FFFD", text);
    json_decref(as_it_is);
}

static void check_findings(const json_t *array, const struct findings *findings,
                           const char *text)
{
    const struct cis_finding *finding = findings->first;

    demand(json_is_array(array) && json_array_size(array) == findings->count,
           "as many findings", text);
    for (size_t i = 0; i < findings->count; i++, finding = finding->next) {
        const json_t *value = json_array_get(array, i);
        const json_t *facts = json_object_get(value, "facts");

        same_words(json_object_get(value, "code"), cis_finding_code(finding),
                   text);
        same_words(json_object_get(value, "message"), finding->message, text);
        same_words(json_object_get(value, "path"), finding->path, text);
        if (finding->hint != NULL)
            same_words(json_object_get(value, "hint"), finding->hint, text);
        demand(json_array_size(facts) == finding->fact_count, "facts", text);
        for (size_t n = 0; n < finding->fact_count; n++)
            same_words(json_object_get(json_array_get(facts, n), "message"),
                       cis_fact_message(cis_finding_fact(finding, n)), text);
    }
}

/* In both arrays; what the record suppresses is there with its reason. */
static void check_both(const json_t *value, const struct made_input *made,
                       const char *text)
{
    const json_t *excused = json_object_get(value, "suppressed");

    check_findings(json_object_get(value, "findings"), &made->findings, text);
    check_findings(excused, &made->excused, text);
    for (size_t i = 0; i < made->excused.count; i++)
        same_words(json_object_get(json_array_get(excused, i), "reason"),
                   made->reason, text);
}

static void check_input(const json_t *value, const struct made_input *made,
                        const char *text)
{
    same_words(json_object_get(value, "path"), made->input.path, text);
    same_words(json_object_get(value, "verdict"),
               cis_verdict_name(made->input.verdict), text);
    check_both(value, made, text);
    demand(json_array_size(json_object_get(value, "skipped")) ==
               cis_session_skip_count(made->input.session),
           "skipped", text);
    for (size_t i = 0; i < cis_session_unseen_count(made->input.session); i++)
        same_words(json_array_get(json_object_get(value, "unseen"), i),
                   cis_session_unseen(made->input.session, i), text);
}

void check_json(const struct made *made, const char *text, size_t size)
{
    json_t *value = load(text, size);
    const json_t *inputs = json_object_get(value, "inputs");

    demand(json_object_size(value) == 4, "four members", text);
    demand(json_array_size(inputs) == made->count, "as many inputs", text);
    for (size_t i = 0; i < made->count; i++)
        check_input(json_array_get(inputs, i), &made->inputs[i], text);
    check_both(json_object_get(value, "corpus"), &made->across, text);
    json_decref(value);
}

/* One value a line: as many as inputs, then the corpus and the summary. */
void check_ndjson(const struct made *made, const char *text, size_t size)
{
    const char *at = text;

    for (size_t i = 0; i < made->count + 2; i++) {
        const char *end = memchr(at, '\n', size - (size_t)(at - text));
        json_t *value, *corpus;

        demand(end != NULL, "one more line", text);
        value = load(at, (size_t)(end - at));
        corpus = json_object_get(value, "corpus");
        if (i < made->count)
            check_input(value, &made->inputs[i], text);
        else if (i == made->count)
            check_both(corpus, &made->across, text);
        else
            demand(json_object_get(value, "summary") != NULL, "summary", text);
        json_decref(value);
        at = end + 1;
    }
    demand((size_t)(at - text) == size, "no further line", text);
}

/* Where the message of a finding stands that has neither facts nor hint. */
static void check_message(const json_t *message,
                          const struct cis_finding *finding, const char *text)
{
    if (finding->fact_count == 0 && finding->hint == NULL)
        same_words(json_object_get(message, "text"), finding->message, text);
    else
        demand(json_is_string(json_object_get(message, "text")), "message",
               text);
}

static void check_result(const json_t *result,
                         const struct cis_finding *finding, const char *reason,
                         const char *text)
{
    const json_t *why =
        json_array_get(json_object_get(result, "suppressions"), 0);

    same_words(json_object_get(result, "ruleId"), cis_finding_code(finding),
               text);
    check_message(json_object_get(result, "message"), finding, text);
    if (reason != NULL)
        same_words(json_object_get(why, "justification"), reason, text);
    else
        demand(why == NULL, "no suppression", text);
}

void check_sarif(const struct made *made, const char *text, size_t size)
{
    json_t *value = load(text, size);
    const json_t *runs = json_object_get(value, "runs");
    const json_t *results = json_object_get(json_array_get(runs, 0), "results");
    size_t nth = 0;

    demand(json_array_size(runs) == 1, "one run", text);
    for (size_t i = 0; i <= made->count; i++) {
        const struct made_input *part = made_part(made, i);
        const struct cis_finding *f;

        for (f = part->findings.first; f != NULL; f = f->next)
            check_result(json_array_get(results, nth++), f, NULL, text);
        for (f = part->excused.first; f != NULL; f = f->next)
            check_result(json_array_get(results, nth++), f, part->reason, text);
    }
    demand(json_array_size(results) == nth, "as many results", text);
    json_decref(value);
}

static void check_issue(const json_t *issue, const struct cis_finding *finding,
                        const char *text)
{
    const json_t *location = json_object_get(issue, "location");

    same_words(json_object_get(issue, "description"), finding->message, text);
    same_words(json_object_get(location, "path"), plain_path(finding->file),
               text);
    demand(strlen(json_string_value(json_object_get(issue, "fingerprint"))) ==
               16,
           "fingerprint", text);
}

void check_gitlab(const struct made *made, const char *text, size_t size)
{
    json_t *value = load(text, size);
    size_t nth = 0;

    demand(json_is_array(value), "an array", text);
    for (size_t i = 0; i <= made->count; i++) {
        const struct made_input *of = made_part(made, i);
        const struct cis_finding *finding = of->findings.first;

        for (; finding != NULL; finding = finding->next)
            check_issue(json_array_get(value, nth++), finding, text);
        nth += i < made->count && told_unchecked(&of->input);
    }
    demand(json_array_size(value) == nth, "as many issues", text);
    json_decref(value);
}

/* All but what no baseline may suppress. */
void check_baseline(const struct made *made, const char *text, size_t size)
{
    json_t *value = load(text, size);
    const json_t *findings = json_object_get(value, "findings");
    size_t nth = 0;

    for (size_t i = 0; i < made_findings(made); i++) {
        const struct cis_finding *finding = made_finding(made, i);
        const json_t *entry = json_array_get(findings, nth);

        if (strchr("WSX", cis_finding_code(finding)[0]) != NULL)
            continue;
        same_words(json_object_get(entry, "message"), finding->message, text);
        same_words(json_object_get(entry, "file"), finding->file, text);
        nth++;
    }
    demand(json_array_size(findings) == nth, "as many entries", text);
    json_decref(value);
}
