/* Every schema error is found, once, in its place, also after another one. */
/* SPDX-License-Identifier: MIT */

/*
 * recovery.txt has the cases, one paragraph each: "= name"; then edits of
 * whole.xml, each of one or more lines "-text" that are found there and the
 * lines "+text" that take their place (joined by line ends); then what is
 * found, in order, as "CODE@LINE:COLUMN part of the message". A "#" begins a
 * comment. With --rewrite the findings are written anew, for a person to
 * judge.
 */
#include <cisvalidate/cisvalidate.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text {
    char *at;
    size_t length;
};

struct test {
    struct cis_session *session;
    const char *record;
    struct text cases, found, rewritten;
    int count, failed;
    bool rewrite;
};

static void append(struct text *text, const char *more, size_t length)
{
    text->at = realloc(text->at, text->length + length + 1);
    if (text->at == NULL)
        abort();
    memcpy(text->at + text->length, more, length);
    text->length += length;
    text->at[text->length] = '\0';
}

static bool read_file(const char *path, struct text *text)
{
    const char *top = getenv("top_srcdir");
    char full[4096], block[4096];
    size_t got;
    FILE *in;

    snprintf(full, sizeof full, "%s/%s", top != NULL ? top : ".", path);
    in = fopen(full, "rb");
    if (in == NULL)
        return false;
    append(text, "", 0);
    while ((got = fread(block, 1, sizeof block, in)) > 0)
        append(text, block, got);
    fclose(in);
    return true;
}

/* A line of the cases, without its end; moves on. NULL: no more of this
 * paragraph. */
static const char *next_line(const char **at, size_t *length)
{
    const char *line = *at;

    *length = strcspn(line, "\n");
    if (*length == 0)
        return NULL;
    *at = line + *length + (line[*length] == '\n');
    return line;
}

/* The lines that begin with `sign`, without it. */
static void take_lines(const char **at, char sign, struct text *text)
{
    size_t length;

    append(text, "", 0);
    for (bool more = false; **at == sign; more = true) {
        const char *line = next_line(at, &length);

        if (more)
            append(text, "\n", 1);
        append(text, line + 1, length - 1);
    }
}

/* Applies the edits at *at to the record. */
static bool edit(const char **at, struct text *record)
{
    while (**at == '-') {
        struct text from = {0}, to = {0}, made = {0};
        const char *place;

        take_lines(at, '-', &from);
        take_lines(at, '+', &to);
        place = strstr(record->at, from.at);
        if (place == NULL) {
            printf("# not in the record: %s\n", from.at);
            return false;
        }
        append(&made, record->at, (size_t)(place - record->at));
        append(&made, to.at, to.length);
        append(&made, place + from.length, strlen(place + from.length));
        free(from.at);
        free(to.at);
        free(record->at);
        *record = made;
    }
    return true;
}

static void note(void *context, const struct cis_finding *finding)
{
    const struct cis_place *place = cis_finding_place(finding);
    struct test *test = context;
    char head[64];

    snprintf(head, sizeof head, "%s@%" PRIu64 ":%" PRIu64 " ",
             cis_finding_code(finding), place->line, place->column);
    append(&test->found, head, strlen(head));
    append(&test->found, cis_finding_message(finding),
           strlen(cis_finding_message(finding)));
    append(&test->found, "\n", 1);
}

/* Whether one line found has the code and place expected, and the words. */
static bool is_expected(const char *found, size_t length, const char *expected,
                        size_t expected_length)
{
    size_t head = strcspn(expected, " ");
    char part[512], line[512];

    if (head >= expected_length || expected_length >= sizeof part ||
        length >= sizeof line || strncmp(found, expected, head + 1) != 0)
        return false;
    snprintf(part, sizeof part, "%.*s", (int)(expected_length - head - 1),
             expected + head + 1);
    snprintf(line, sizeof line, "%.*s", (int)length, found);
    return strstr(line + head, part) != NULL;
}

static bool compare(const char **at, const char *found)
{
    size_t length, found_length;
    const char *line;
    bool good = true;

    while ((line = next_line(at, &length)) != NULL) {
        const char *one;

        if (line[0] == '#')
            continue;
        one = next_line(&found, &found_length);
        if (one == NULL || !is_expected(one, found_length, line, length)) {
            printf("# expected: %.*s\n", (int)length, line);
            good = false;
        }
    }
    return good && *found == '\0';
}

static void run_case(struct test *test, const char **at)
{
    struct text record = {0};
    const char *begin = *at, *name;
    size_t length = 0;
    bool good;

    name = next_line(at, &length);
    append(&record, test->record, strlen(test->record));
    test->found.length = 0;
    append(&test->found, "", 0);
    good = edit(at, &record) &&
           cis_session_memory(test->session, record.at, record.length,
                              "record") == CIS_OK;
    append(&test->rewritten, begin, (size_t)(*at - begin));
    append(&test->rewritten, test->found.at, test->found.length);
    good = compare(at, test->found.at) && good;
    if (!good)
        for (char *line = strtok(test->found.at, "\n"); line != NULL;
             line = strtok(NULL, "\n"))
            printf("# found: %s\n", line);
    printf("%s %d - %.*s\n", good ? "ok" : "not ok", ++test->count,
           (int)length - 2, name + 2);
    test->failed += !good;
    free(record.at);
}

static void run_cases(struct test *test)
{
    const char *at = test->cases.at;

    while (*at != '\0') {
        if (*at == '=') {
            run_case(test, &at);
            continue;
        }
        append(&test->rewritten, at, strcspn(at, "\n"));
        append(&test->rewritten, "\n", 1);
        at += strcspn(at, "\n");
        at += *at == '\n';
    }
}

static void write_cases(const struct test *test)
{
    const char *top = getenv("top_srcdir");
    char path[4096];
    FILE *out;

    snprintf(path, sizeof path, "%s/tests/schema/recovery.txt",
             top != NULL ? top : ".");
    out = fopen(path, "wb");
    if (out == NULL)
        return;
    fputs(test->rewritten.at, out);
    fclose(out);
}

int main(int argc, char **argv)
{
    struct test test = {0};
    struct text record = {0};
    struct cis_options *options = cis_options_new(NULL);
    struct cis_validator *validator;

    test.rewrite = argc > 1 && strcmp(argv[1], "--rewrite") == 0;
    if (options == NULL || !read_file("tests/schema/whole.xml", &record) ||
        !read_file("tests/schema/recovery.txt", &test.cases)) {
        printf("Bail out! no record, or no cases\n");
        return 99;
    }
    cis_options_set_rules(options, false);
    if (cis_validator_new(options, &validator) != CIS_OK ||
        cis_session_new(validator, &test.session) != CIS_OK) {
        printf("Bail out! no validator\n");
        return 99;
    }
    cis_session_on_finding(test.session, note, &test);
    test.record = record.at;
    run_cases(&test);
    printf("1..%d\n", test.count);
    if (test.rewrite)
        write_cases(&test);
    cis_session_free(test.session);
    cis_validator_free(validator);
    cis_options_free(options);
    free(record.at);
    free(test.cases.at);
    free(test.found.at);
    free(test.rewritten.at);
    return test.failed > 0;
}
