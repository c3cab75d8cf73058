/* Outcomes of inputs, for the oracles of fuzz targets. */
/* SPDX-License-Identifier: MIT */
#include "outcome.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct lines {
    char **at;
    size_t count, capacity;
    struct outcome *outcome;
};

static void add_line(struct lines *lines, char *line)
{
    if (lines->count == lines->capacity) {
        lines->capacity = lines->capacity * 2 + 16;
        lines->at = realloc(lines->at, lines->capacity * sizeof *lines->at);
    }
    if (line == NULL || lines->at == NULL)
        abort();
    lines->at[lines->count++] = line;
}

static void on_finding(void *context, const struct cis_finding *finding)
{
    struct lines *lines = context;
    const char *code = cis_finding_code(finding);
    char *line = NULL;

    if (asprintf(&line, "%s %s\n", code, cis_finding_path(finding)) < 0)
        abort();
    lines->outcome->unread |= code[0] == 'W' && code[3] < '7';
    lines->outcome->refused |= code[0] == 'W';
    add_line(lines, line);
}

static void on_suppressed(void *context, const struct cis_finding *finding,
                          const char *reason)
{
    struct lines *lines = context;
    char *line = NULL;

    if (asprintf(&line, "suppressed: %s %s\n", cis_finding_path(finding),
                 reason) < 0)
        abort();
    add_line(lines, line);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* In one piece, each of them freed. */
static char *join(struct lines *lines)
{
    size_t length = 0;
    char *text, *end;

    if (lines->count > 0)
        qsort(lines->at, lines->count, sizeof *lines->at, by_text);
    for (size_t i = 0; i < lines->count; i++)
        length += strlen(lines->at[i]);
    end = text = malloc(length + 1);
    if (text == NULL)
        abort();
    *end = '\0';
    for (size_t i = 0; i < lines->count; i++) {
        end = stpcpy(end, lines->at[i]);
        free(lines->at[i]);
    }
    free(lines->at);
    return text;
}

struct outcome outcome_of(const struct cis_validator *validator,
                          const void *bytes, size_t size)
{
    struct outcome outcome = {0};
    struct lines lines = {.outcome = &outcome};
    struct cis_session *session;

    if (cis_session_new(validator, &session) != CIS_OK)
        abort();
    cis_session_on_finding(session, on_finding, &lines);
    cis_session_on_suppressed(session, on_suppressed, &lines);
    outcome.status = cis_session_memory(session, bytes, size, "input");
    outcome.verdict = cis_session_verdict(session);
    outcome.shown = lines.count;
    cis_session_free(session);
    outcome.lines = join(&lines);
    return outcome;
}

void outcome_free(struct outcome *outcome)
{
    free(outcome->lines);
}

const struct cis_validator *outcome_validator(bool rules)
{
    static struct cis_validator *made[2];
    struct cis_options *options;

    if (made[rules] == NULL) {
        options = cis_options_new(NULL);
        if (options == NULL)
            abort();
        cis_options_set_rules(options, rules);
        if (cis_validator_new(options, &made[rules]) != CIS_OK)
            abort();
        cis_options_free(options);
    }
    return made[rules];
}

void outcome_differs(const char *what, const char *first, const char *second)
{
    fprintf(stderr, "%s:\n%s\nas against:\n%s\n", what, first, second);
    abort();
}
