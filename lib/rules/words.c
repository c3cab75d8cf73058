/* The words of messages: values, dates, spans, states, people. */
/* SPDX-License-Identifier: MIT */
#include "rules/rule.h"

const char *rule_quote(struct rule_run *run, struct str value)
{
    return finding_quote(run->arena, value);
}

const char *rule_date(struct rule_run *run, struct cis_date date)
{
    char text[11];

    return arena_format(run->arena, "%s", date_write(date, text));
}

const char *rule_when(struct rule_run *run, struct cis_date date)
{
    return arena_format(run->arena, "%s %s", date.day != 0 ? "on" : "in",
                        rule_date(run, date));
}

const char *rule_span(struct rule_run *run, struct span span)
{
    bool from = date_given(span.from);
    bool to = date_given(span.to);

    if (from && to)
        return arena_format(run->arena, "%s to %s", rule_date(run, span.from),
                            rule_date(run, span.to));
    if (from)
        return arena_format(run->arena, "from %s", rule_date(run, span.from));
    if (to)
        return arena_format(run->arena, "until %s", rule_date(run, span.to));
    return "at all times";
}

const char *rule_state(struct rule_run *run, struct str code)
{
    struct str name = registry_state_name(run->registry, code);

    if (str_equal(name, code))
        return rule_quote(run, code);
    return arena_format(run->arena, "%s (%s)", rule_quote(run, name),
                        rule_quote(run, code));
}

const char *rule_person(struct rule_run *run, const struct person *person)
{
    struct str name = text_preferred(&person->names);

    return rule_quote(run, name.at != NULL ? name : person->id);
}

const char *rule_document(struct rule_run *run, const struct document *document)
{
    struct str id = document->id;

    return arena_format(
        run->arena, "'%s'",
        rule_quote(run,
                   id.at != NULL ? id : text_preferred(&document->titles)));
}

const char *rule_word(struct rule_run *run, const char *type, unsigned choice)
{
    return choice_word(run->schema, type, choice);
}

struct cis_date rule_session(struct rule_run *run)
{
    const struct dates *dates = run->summit->dates;

    if (dates == NULL || !rule_given(run, &dates->node, "session"))
        return (struct cis_date){0, 0, 0};
    return dates->session;
}
