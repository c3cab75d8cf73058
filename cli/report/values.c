/* What is found, as JSON values. */
/* SPDX-License-Identifier: MIT */
#include "values.h"

#include "plain.h"

#include <stdlib.h>

json_t *text_value(const char *text)
{
    if (text == NULL) {
        return json_null();
    }
    json_t *value = json_string(text);
    if (value != NULL) {
        return value;
    }
    char *mended = plain_copy(text, NULL);
    value = mended == NULL ? NULL : json_string_nocheck(mended);
    free(mended);
    return value;
}

void put(json_t **object, const char *key, json_t *value)
{
    if (json_object_set_new_nocheck(*object, key, value) != 0) {
        json_decref(*object);
        *object = NULL;
    }
}

void put_text(json_t **object, const char *key, const char *text)
{
    put(object, key, text_value(text));
}

void put_number(json_t **object, const char *key, uint64_t number)
{
    put(object, key, json_integer((json_int_t)number));
}

void add(json_t **array, json_t *value)
{
    if (json_array_append_new(*array, value) != 0) {
        json_decref(*array);
        *array = NULL;
    }
}

void print_value(struct page *page, json_t *value)
{
    if (value == NULL ||
        (json_dumpf(value, page->to, JSON_COMPACT) != 0 && !ferror(page->to))) {
        page->failed = true;
    }
    json_decref(value);
}

json_t *tool_value(const struct report_tool *tool)
{
    json_t *value = json_object();

    put_text(&value, "name", "cisvalidate");
    put_text(&value, "version", tool->version);
    put_text(&value, "schema", tool->schema);
    put_text(&value, "registry", tool->registry);
    put_number(&value, "rules", tool->rules);
    return value;
}

/* A fact has only what there is of it. */
static json_t *fact_value(const struct cis_fact *fact, bool with_file)
{
    const struct cis_place *place = cis_fact_place(fact);
    json_t *value = json_object();

    put_text(&value, "message", cis_fact_message(fact));
    if (cis_fact_source(fact) != NULL) {
        put_text(&value, "source", cis_fact_source(fact));
    }
    if (cis_fact_path(fact) != NULL) {
        if (with_file && cis_fact_file(fact) != NULL) {
            put_text(&value, "file", cis_fact_file(fact));
        }
        put_text(&value, "path", cis_fact_path(fact));
        put_number(&value, "line", place->line);
        put_number(&value, "column", place->column);
        put_number(&value, "offset", place->offset);
        put_number(&value, "endOffset", place->end_offset);
    }
    return value;
}

static json_t *facts_value(const struct cis_finding *finding, bool with_file)
{
    json_t *value = json_array();

    for (size_t i = 0; i < cis_finding_fact_count(finding); i++) {
        add(&value, fact_value(cis_finding_fact(finding, i), with_file));
    }
    return value;
}

json_t *finding_value(const struct cis_finding *finding, bool with_file)
{
    const struct cis_place *place = cis_finding_place(finding);
    json_t *value = json_object();

    put_text(&value, "code", cis_finding_code(finding));
    put_text(&value, "name", cis_finding_name(finding));
    put_text(&value, "severity",
             cis_severity_name(cis_finding_severity(finding)));
    put_text(&value, "message", cis_finding_message(finding));
    put_number(&value, "line", place->line);
    put_number(&value, "column", place->column);
    put_number(&value, "endLine", place->end_line);
    put_number(&value, "endColumn", place->end_column);
    put_number(&value, "offset", place->offset);
    put_number(&value, "endOffset", place->end_offset);
    if (with_file) {
        put_text(&value, "file", cis_finding_file(finding));
    }
    put_text(&value, "path", cis_finding_path(finding));
    put_text(&value, "hint", cis_finding_hint(finding));
    put_text(&value, "snippet", cis_finding_excerpt(finding).text);
    put(&value, "facts", facts_value(finding, with_file));
    return value;
}

static json_t *skipped_value(const struct cis_session *session)
{
    json_t *value = json_array();

    for (size_t i = 0; i < cis_session_skip_count(session); i++) {
        const struct cis_skip skip = cis_session_skip(session, i);
        json_t *item = json_object();
        put_text(&item, "code", skip.code);
        put_text(&item, "summit", skip.summit);
        put_text(&item, "reason", skip.reason);
        add(&value, item);
    }
    return value;
}

static json_t *ran_value(const struct cis_session *session)
{
    json_t *value = json_array();

    for (size_t i = 0; i < cis_rule_count(); i++) {
        const struct cis_rule *rule = cis_rule_at(i);
        if (cis_session_ran(session, rule)) {
            add(&value, text_value(cis_rule_code(rule)));
        }
    }
    return value;
}

static json_t *unseen_value(const struct cis_session *session)
{
    json_t *value = json_array();

    for (size_t i = 0; i < cis_session_unseen_count(session); i++) {
        add(&value, text_value(cis_session_unseen(session, i)));
    }
    return value;
}

json_t *input_value(const struct report_input *input, json_t *findings,
                    json_t *suppressed)
{
    const struct cis_session *session = input->session;
    json_t *value = json_object();

    put_text(&value, "path", input->path);
    put_text(&value, "verdict", cis_verdict_name(input->verdict));
    put_number(&value, "summits", cis_session_summits(session));
    put(&value, "findings", findings);
    put(&value, "suppressed", suppressed);
    put(&value, "skipped", skipped_value(session));
    put(&value, "ran", ran_value(session));
    put(&value, "unseen", unseen_value(session));
    return value;
}

json_t *corpus_value(json_t *findings, json_t *suppressed)
{
    json_t *value = json_object();

    put(&value, "findings", findings);
    put(&value, "suppressed", suppressed);
    return value;
}

json_t *summary_value(const struct report_summary *summary)
{
    json_t *value = json_object();

    put_number(&value, "inputs", summary->inputs);
    put_number(&value, "valid", summary->verdicts[CIS_VALID]);
    put_number(&value, "invalid", summary->verdicts[CIS_INVALID]);
    put_number(&value, "unchecked", summary->verdicts[CIS_UNCHECKED]);
    put_number(&value, "errors", summary->findings[CIS_ERROR]);
    put_number(&value, "warnings", summary->findings[CIS_WARNING]);
    put_number(&value, "notes", summary->findings[CIS_NOTE]);
    return value;
}

json_t *rule_value(const struct cis_rule *rule)
{
    json_t *value = json_object();

    put_text(&value, "code", cis_rule_code(rule));
    put_text(&value, "name", cis_rule_name(rule));
    put_text(&value, "severity", cis_severity_name(cis_rule_severity(rule)));
    put_text(&value, "title", cis_rule_title(rule));
    put_text(&value, "why", cis_rule_why(rule));
    put_text(&value, "bad", cis_rule_bad(rule));
    put_text(&value, "good", cis_rule_good(rule));
    return value;
}
