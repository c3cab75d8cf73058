/* The catalogue of codes, as SARIF describes a tool. */
/* SPDX-License-Identifier: MIT */
#include "sarif_rules.h"

#include <stdlib.h>

size_t sarif_rule_index(const struct cis_finding *finding)
{
    const struct cis_rule *rule = cis_rule_find(cis_finding_code(finding));
    size_t i = 0;

    while (i < cis_rule_count() && cis_rule_at(i) != rule) {
        i++;
    }
    return i;
}

static json_t *text_object(const char *text)
{
    json_t *value = json_object();

    put_text(&value, "text", text);
    return value;
}

/* Why it matters, with both examples; NULL where memory fails. */
static char *help_text(const struct cis_rule *rule, const char *before,
                       const char *after)
{
    char *text = NULL;
    size_t size = 0;
    FILE *to = open_memstream(&text, &size);

    if (to == NULL) {
        return NULL;
    }
    fprintf(to, "%s\n\nBad:\n%s%s\n%s\nGood:\n%s%s\n%s", cis_rule_why(rule),
            before, cis_rule_bad(rule), after, before, cis_rule_good(rule),
            after);
    const bool good = !ferror(to);
    if (fclose(to) == 0 && good) {
        return text;
    }
    free(text);
    return NULL;
}

static json_t *help_value(const struct cis_rule *rule)
{
    char *text = help_text(rule, "", "");
    char *markdown = help_text(rule, "\n```xml\n", "```\n");
    json_t *value = json_object();

    put(&value, "text", text == NULL ? NULL : text_value(text));
    put(&value, "markdown", markdown == NULL ? NULL : text_value(markdown));
    free(text);
    free(markdown);
    return value;
}

static json_t *properties_value(const struct cis_rule *rule)
{
    static const char *const severities[] = {"recommendation", "warning",
                                             "error"};
    json_t *value = json_object();
    json_t *tags = json_array();

    add(&tags, json_string("xml"));
    add(&tags, json_string("correctness"));
    put(&value, "tags", tags);
    put_text(&value, "precision", "very-high");
    put_text(&value, "problem.severity", severities[cis_rule_severity(rule)]);
    return value;
}

static json_t *descriptor_value(const struct cis_rule *rule)
{
    json_t *value = json_object();
    json_t *configuration = json_object();

    put_text(&configuration, "level",
             cis_severity_name(cis_rule_severity(rule)));
    put_text(&value, "id", cis_rule_code(rule));
    put_text(&value, "name", cis_rule_name(rule));
    put(&value, "shortDescription", text_object(cis_rule_title(rule)));
    put(&value, "fullDescription", text_object(cis_rule_why(rule)));
    put(&value, "help", help_value(rule));
    put(&value, "defaultConfiguration", configuration);
    put(&value, "properties", properties_value(rule));
    return value;
}

json_t *sarif_tool_value(const struct report_tool *tool)
{
    json_t *value = json_object();
    json_t *driver = json_object();
    json_t *rules = json_array();

    for (size_t i = 0; i < cis_rule_count(); i++) {
        add(&rules, descriptor_value(cis_rule_at(i)));
    }
    put_text(&driver, "name", "cisvalidate");
    put_text(&driver, "version", tool->version);
    put_text(&driver, "semanticVersion", tool->version);
    put(&driver, "rules", rules);
    put(&value, "driver", driver);
    return value;
}
