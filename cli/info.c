/* What the command can tell: codes, bundled files, versions, help. */
/* SPDX-License-Identifier: MIT */
#include "info.h"

#include "report/unicode.h"
#include "report/values.h"
#include "setup.h"

#include <string.h>

enum {
    WIDTH = 78,
    INDENT = 4
};

static void free_validator(struct cis_validator **validator)
{
    cis_validator_free(*validator);
}

static int width_of(const char *text, size_t size)
{
    int width = 0;

    for (size_t at = 0; at < size;) {
        const struct glyph glyph = glyph_at(text + at);
        width += glyph_width(glyph.point);
        at += glyph.size;
    }
    return width;
}

/* The words in lines of at most WIDTH columns. */
static void print_filled(FILE *to, const char *text)
{
    int at = 0;

    text += strspn(text, " \n");
    while (*text != '\0') {
        const size_t size = strcspn(text, " \n");
        const int width = width_of(text, size);
        if (at > 0) {
            const bool fits = at + 1 + width <= WIDTH;
            fputc(fits ? ' ' : '\n', to);
            at = fits ? at + 1 : 0;
        }
        fwrite(text, 1, size, to);
        at += width;
        text += size + strspn(text + size, " \n");
    }
    fputc('\n', to);
}

static void print_example(FILE *to, const char *title, const char *text)
{
    fprintf(to, "\n%s:\n", title);
    while (*text != '\0') {
        const size_t size = strcspn(text, "\n");
        fprintf(to, "%*s%.*s\n", INDENT, "", (int)size, text);
        text += size + (text[size] == '\n');
    }
}

static bool explain_text(FILE *to, const struct cis_rule *rule)
{
    fprintf(to, "%s %s (%s)\n", cis_rule_code(rule), cis_rule_name(rule),
            cis_severity_name(cis_rule_severity(rule)));
    print_filled(to, cis_rule_title(rule));
    fputc('\n', to);
    print_filled(to, cis_rule_why(rule));
    print_example(to, "Bad", cis_rule_bad(rule));
    print_example(to, "Good", cis_rule_good(rule));
    return true;
}

static int longest_name(void)
{
    int longest = 0;

    for (size_t i = 0; i < cis_rule_count(); i++) {
        const int length = (int)strlen(cis_rule_name(cis_rule_at(i)));
        longest = length > longest ? length : longest;
    }
    return longest;
}

static bool list_text(FILE *to)
{
    const int width = longest_name();

    for (size_t i = 0; i < cis_rule_count(); i++) {
        const struct cis_rule *rule = cis_rule_at(i);
        fprintf(to, "%s  %-7s  %-*s  %s\n", cis_rule_code(rule),
                cis_severity_name(cis_rule_severity(rule)), width,
                cis_rule_name(rule), cis_rule_title(rule));
    }
    return true;
}

/* Takes over the reference; false for want of memory. */
static bool dump_value(FILE *to, json_t *value)
{
    const bool good = value != NULL &&
                      (json_dumpf(value, to, JSON_COMPACT) == 0 || ferror(to));

    json_decref(value);
    return good;
}

static bool explain_json(FILE *to, const struct cis_rule *rule)
{
    const bool good = dump_value(to, rule_value(rule));

    fputc('\n', to);
    return good;
}

static bool list_json(FILE *to)
{
    bool good = true;

    fputc('[', to);
    for (size_t i = 0; i < cis_rule_count(); i++) {
        fputs(i == 0 ? "\n" : ",\n", to);
        good = dump_value(to, rule_value(cis_rule_at(i))) && good;
    }
    fputs("\n]\n", to);
    return good;
}

/* The formats in which codes can be told; false for want of memory. */
static const struct telling {
    const struct writer *writer;
    bool (*explain)(FILE *to, const struct cis_rule *rule);
    bool (*list)(FILE *to);
} tellings[] = {
    {&text_writer, explain_text, list_text},
    {&json_writer, explain_json, list_json},
};

/* The first where there is none for that format. */
static const struct telling *telling_of(const struct writer *writer)
{
    size_t last = sizeof tellings / sizeof *tellings - 1;

    while (last > 0 && tellings[last].writer != writer) {
        last--;
    }
    return &tellings[last];
}

static bool print_bundled(FILE *to, const char *name)
{
    size_t size = 0;
    const void *bytes = cis_bundled_file(name, &size);

    fwrite(bytes, 1, size, to);
    return true;
}

static bool print_version(FILE *to, const struct cis_validator *validator)
{
    fprintf(to, "cisvalidate %s\nschema %s\nregistry %s\n", cis_version(),
            cis_validator_schema(validator), cis_validator_registry(validator));
    return true;
}

static bool tell(const struct args *args, struct report_copy *copy,
                 const struct cis_validator *validator)
{
    const struct telling *telling = telling_of(copy->writer);
    FILE *to = copy->output.stream;

    switch (args->action) {
    case ACTION_EXPLAIN:
        return telling->explain(to, args->rule);
    case ACTION_LIST_RULES:
        return telling->list(to);
    case ACTION_PRINT:
        return print_bundled(to, args->print);
    case ACTION_VERSION:
        return print_version(to, validator);
    default:
        return args_help(to);
    }
}

static bool targets_can_tell(const struct args *args)
{
    for (size_t i = 0; i < args->target_count; i++) {
        const struct writer *writer = args->targets[i].writer;
        if (telling_of(writer)->writer != writer) {
            complain("%s has no format %s", args->asked_by, writer->name);
            return false;
        }
    }
    return true;
}

enum exit_class info_print(const struct args *args)
{
    __attribute__((cleanup(free_validator))) struct cis_validator *validator =
        NULL;
    enum exit_class made = EXIT_GOOD;
    struct report report;

    if (args->action == ACTION_VERSION) {
        made = setup_validator(args, &validator, &(uint64_t){0});
    }
    if (made != EXIT_GOOD || !targets_can_tell(args)) {
        return exit_worse(made, EXIT_USAGE);
    }
    if (report_open(&report, args->targets, args->target_count, args->look)) {
        for (size_t i = 0; i < report.count; i++) {
            struct report_copy *copy = &report.copies[i];
            copy->page.failed = !tell(args, copy, validator);
        }
    }
    report_close(&report);
    return complain_outputs(&report);
}
