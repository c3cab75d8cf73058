/* The table of all codes as data, and look-ups in it. */
/* SPDX-License-Identifier: MIT */
#include "finding/code.h"

#include "base/suggest.h"

#include <string.h>

#define ERROR CIS_ERROR
#define WARNING CIS_WARNING
#define NOTE CIS_NOTE
#define CODE(id, name, severity, title, why, bad, good, ...)                   \
    [CODE_##id] = {#id, name, severity, title, why, bad, good},

static const struct cis_rule rules[CODE_COUNT] = {
#include "finding/codes.def"
};

const struct cis_rule *rule_of(enum code code)
{
    return &rules[code];
}

enum code rule_index(const struct cis_rule *rule)
{
    return (enum code)(rule - rules);
}

size_t cis_rule_count(void)
{
    return CODE_COUNT;
}

const struct cis_rule *cis_rule_at(size_t index)
{
    return index < CODE_COUNT ? &rules[index] : NULL;
}

/* Codes are typed in either case. */
static bool same_code(const char *code, const char *typed)
{
    for (; *code != '\0'; code++, typed++) {
        char upper = *typed;

        if (upper >= 'a' && upper <= 'z')
            upper = (char)(upper - 'a' + 'A');
        if (upper != *code)
            return false;
    }
    return *typed == '\0';
}

const struct cis_rule *cis_rule_find(const char *code_or_name)
{
    if (code_or_name == NULL)
        return NULL;
    for (size_t i = 0; i < CODE_COUNT; i++)
        if (same_code(rules[i].code, code_or_name) ||
            strcmp(rules[i].name, code_or_name) == 0)
            return &rules[i];
    return NULL;
}

const char *cis_rule_suggest(const char *code_or_name)
{
    struct suggestion suggestion;
    const char *nearest = NULL;

    suggest_start(&suggestion, str_of(code_or_name));
    for (size_t i = 0; i < CODE_COUNT; i++) {
        unsigned before = suggestion.distance;

        suggest_consider(&suggestion, str_of(rules[i].code));
        suggest_consider(&suggestion, str_of(rules[i].name));
        if (suggestion.distance < before)
            nearest = rules[i].code;
    }
    return nearest;
}

const char *cis_rule_code(const struct cis_rule *rule)
{
    return rule->code;
}

const char *cis_rule_name(const struct cis_rule *rule)
{
    return rule->name;
}

enum cis_severity cis_rule_severity(const struct cis_rule *rule)
{
    return rule->severity;
}

const char *cis_rule_title(const struct cis_rule *rule)
{
    return rule->title;
}

const char *cis_rule_why(const struct cis_rule *rule)
{
    return rule->why;
}

const char *cis_rule_bad(const struct cis_rule *rule)
{
    return rule->bad;
}

const char *cis_rule_good(const struct cis_rule *rule)
{
    return rule->good;
}
