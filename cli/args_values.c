/* Values of options: each is understood, or complained about. */
/* SPDX-License-Identifier: MIT */
#include "args_values.h"

#include "complain.h"
#include "suggest.h"

#include <inttypes.h>
#include <string.h>

enum {
    JOBS_MOST = 1024
};

static const char *writer_name(size_t index)
{
    const struct writer *writer = writer_at(index);

    return writer == NULL ? NULL : writer->name;
}

static const char *limit_name(size_t index)
{
    return index < CIS_LIMIT_COUNT ? cis_limit_name((enum cis_limit)index)
                                   : NULL;
}

static const char *severity_name(size_t index)
{
    return index <= CIS_ERROR ? cis_severity_name((enum cis_severity)index)
                              : NULL;
}

static const char *bundled_name(size_t index)
{
    static const char *const names[] = {
        "summit.xsd", "registry.xsd", "profile.xsd", "facts.xsd",
        "xml.xsd",    "cis.xml",      NULL};

    return names[index];
}

/* "unknown WHAT 'value'", and which was likely meant. */
static bool unknown(const char *what, const char *value, size_t length,
                    const char *near)
{
    if (near != NULL) {
        complain("unknown %s '%.*s'; did you mean %s?", what, (int)length,
                 value, near);
    } else {
        complain("unknown %s '%.*s'; see --help", what, (int)length, value);
    }
    return false;
}

bool value_rule(const char *value, const struct cis_rule **rule)
{
    const char *near;

    *rule = cis_rule_find(value);
    if (*rule != NULL) {
        return true;
    }
    near = cis_rule_suggest(value);
    if (near == NULL) {
        complain("unknown code '%s'; see --list-rules", value);
        return false;
    }
    return unknown("code", value, strlen(value), near);
}

bool value_severity(const char *value, enum cis_severity *severity)
{
    const char *name;

    for (size_t i = 0; (name = severity_name(i)) != NULL; i++) {
        if (strcmp(name, value) == 0) {
            *severity = (enum cis_severity)i;
            return true;
        }
    }
    return unknown("severity", value, strlen(value),
                   suggest(value, severity_name));
}

static const char *level_name(size_t index)
{
    return index == 0 ? "off" : severity_name(index - 1);
}

static bool find_level(const char *name, enum cis_level *level)
{
    const char *known;

    for (size_t i = 0; (known = level_name(i)) != NULL; i++) {
        if (strcmp(known, name) == 0) {
            *level = (enum cis_level)i;
            return true;
        }
    }
    return unknown("level", name, strlen(name), suggest(name, level_name));
}

bool value_level(const char *value, const struct cis_rule **rule,
                 enum cis_level *level)
{
    const size_t length = strcspn(value, "=");
    char code[64];

    if (value[length] == '\0') {
        complain("--rule=%s says no level: %s=off", value, value);
        return false;
    }
    snprintf(code, sizeof code, "%.*s", (int)length, value);
    if (!value_rule(code, rule) || !find_level(value + length + 1, level)) {
        return false;
    }
    if (strchr("WSX", cis_rule_code(*rule)[0]) != NULL) {
        complain("--rule: %s stays an error: W, S and X are what XML and the "
                 "schema say",
                 cis_rule_code(*rule));
        return false;
    }
    return true;
}

bool value_target(const char *value, struct report_target *target)
{
    const size_t length = strcspn(value, ":");
    char name[32];

    target->writer = writer_find(value, length);
    target->file = value[length] == ':' ? value + length + 1 : NULL;
    if (target->writer == NULL) {
        snprintf(name, sizeof name, "%.*s", (int)length, value);
        return unknown("format", value, length, suggest(name, writer_name));
    }
    if (target->file != NULL && *target->file == '\0') {
        complain("--format=%s names no file after the colon", value);
        return false;
    }
    return true;
}

static bool same_file(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

bool targets_differ(const struct args *args)
{
    for (size_t i = 0; i < args->target_count; i++) {
        const char *file = args->targets[i].file;
        for (size_t j = 0; j < i; j++) {
            if (same_file(args->targets[j].file, file)) {
                complain("two reports go to %s",
                         file == NULL ? "standard output" : file);
                return false;
            }
        }
    }
    return true;
}

static uint64_t unit_of(char letter)
{
    switch (letter) {
    case 'K':
        return UINT64_C(1) << 10;
    case 'M':
        return UINT64_C(1) << 20;
    case 'G':
        return UINT64_C(1) << 30;
    default:
        return 1;
    }
}

/* Digits and one unit; 0 where it is something else, or too large. */
static uint64_t number_of(const char *text)
{
    const uint64_t most = INT64_MAX;
    uint64_t number = 0;

    while (*text >= '0' && *text <= '9') {
        const unsigned digit = (unsigned)(*text++ - '0');
        if (number > (most - digit) / 10) {
            return 0;
        }
        number = number * 10 + digit;
    }
    const uint64_t unit = unit_of(*text);
    if (unit > 1) {
        text++;
    }
    return *text == '\0' && number <= most / unit ? number * unit : 0;
}

bool value_number(const char *what, const char *value, uint64_t *number)
{
    *number = number_of(value);
    if (*number == 0) {
        complain("%s: '%s' is no number from 1 on (K, M or G may end it)", what,
                 value);
    }
    return *number != 0;
}

static const char *when_name(size_t index)
{
    static const char *const names[] = {"auto", "always", "never", NULL};

    return names[index];
}

static const char *sandbox_name(size_t index)
{
    static const char *const names[] = {"auto", "require", "off", NULL};

    return names[index];
}

bool value_sandbox(const char *value, enum sandbox *sandbox)
{
    const char *name;

    for (size_t i = 0; (name = sandbox_name(i)) != NULL; i++) {
        if (strcmp(name, value) == 0) {
            *sandbox = (enum sandbox)i;
            return true;
        }
    }
    complain("--sandbox: '%s' is not auto, require or off", value);
    return false;
}

bool value_when(const char *what, const char *value, enum when *when)
{
    const char *name;

    for (size_t i = 0; (name = when_name(i)) != NULL; i++) {
        if (strcmp(name, value) == 0) {
            *when = (enum when)i;
            return true;
        }
    }
    complain("%s: '%s' is not auto, always or never", what, value);
    return false;
}

bool value_jobs(const char *value, unsigned *jobs)
{
    const uint64_t number = number_of(value);

    *jobs = number <= JOBS_MOST ? (unsigned)number : 0;
    if (*jobs == 0) {
        complain("--jobs: '%s' is no number from 1 to %d", value, JOBS_MOST);
    }
    return *jobs != 0;
}

bool value_limit(const char *value, uint64_t limits[static CIS_LIMIT_COUNT])
{
    const size_t length = strcspn(value, "=");
    const char *name;

    for (size_t i = 0; (name = limit_name(i)) != NULL; i++) {
        if (strlen(name) == length && memcmp(name, value, length) == 0) {
            if (value[length] == '\0') {
                complain("--limit=%s says no number: %s=N", name, name);
                return false;
            }
            return value_number("--limit", value + length + 1, &limits[i]);
        }
    }
    return unknown("limit", value, length, suggest(value, limit_name));
}

bool value_bundled(const char *value)
{
    size_t size;

    return cis_bundled_file(value, &size) != NULL ||
           unknown("file", value, strlen(value), suggest(value, bundled_name));
}

static const char *rule_code(size_t index)
{
    const struct cis_rule *rule = cis_rule_at(index);

    return rule == NULL ? NULL : cis_rule_code(rule);
}

const char *value_word(const char *value, size_t index)
{
    static const struct {
        const char *value;
        word_at_fn *word_at;
    } lists[] = {
        {"NAME[:FILE]", writer_name}, {"SEVERITY", severity_name},
        {"CODE=LEVEL", rule_code},    {"CODE", rule_code},
        {"WHEN", when_name},          {"NAME=N", limit_name},
        {"NAME", bundled_name},       {"MODE", sandbox_name},
    };

    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        if (strcmp(lists[i].value, value) == 0) {
            return lists[i].word_at(index);
        }
    }
    return NULL;
}

static void free_options(struct cis_options **options)
{
    cis_options_free(*options);
}

/* No limit is 0. */
static void print_number(FILE *to, uint64_t number)
{
    static const char units[] = "GMK";

    for (const char *unit = units; *unit != '\0'; unit++) {
        if (number % unit_of(*unit) == 0) {
            fprintf(to, "%" PRIu64 "%c", number / unit_of(*unit), *unit);
            return;
        }
    }
    fprintf(to, "%" PRIu64, number);
}

bool values_help(FILE *to)
{
    __attribute__((cleanup(free_options))) struct cis_options *defaults =
        cis_options_new(NULL);
    const char *name;

    fputs("Formats:", to);
    for (size_t i = 0; (name = writer_name(i)) != NULL; i++) {
        fprintf(to, " %s", name);
    }
    fputs("\nLimits: ", to);
    for (size_t i = 0; defaults != NULL && (name = limit_name(i)) != NULL;
         i++) {
        fprintf(to, " %s=", name);
        print_number(to, cis_options_get_limit(defaults, (enum cis_limit)i));
    }
    fputc('\n', to);
    return defaults != NULL;
}
