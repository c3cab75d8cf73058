/* Reads the reports again that are XML, commands or lines of text. */
/* SPDX-License-Identifier: MIT */
#include "formats.h"

#include "../cli/report/plain.h"
#include "mutator.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void demand(bool true_of_it, const char *what, const char *text)
{
    if (true_of_it)
        return;
    fprintf(stderr, "not so: %s, in:\n%s\n", what, text);
    abort();
}

const struct made_input *made_part(const struct made *made, size_t nth)
{
    return nth < made->count ? &made->inputs[nth] : &made->across;
}

size_t made_findings(const struct made *made)
{
    size_t count = 0;

    for (size_t i = 0; i <= made->count; i++)
        count += made_part(made, i)->findings.count;
    return count;
}

struct cis_finding *made_finding(const struct made *made, size_t nth)
{
    const struct made_input *part = made->inputs;
    struct cis_finding *finding;

    for (size_t i = 0; part = made_part(made, i), nth >= part->findings.count;
         i++)
        nth -= part->findings.count;
    for (finding = part->findings.first; nth > 0; nth--)
        finding = finding->next;
    return finding;
}

bool plain_words(const char *text)
{
    for (; *text != '\0'; text++)
        if (*text < ' ' || *text > '~')
            return false;
    return true;
}

bool told_unchecked(const struct report_input *input)
{
    return input->status != CIS_OK && input->reason == NULL;
}

/* What is said once for the whole input, as its verdict. */
static bool is_unreadable(const struct cis_finding *finding)
{
    return strcmp(cis_finding_code(finding), "W006") == 0;
}

static xmlNode *child_named(const xmlNode *node, const char *name)
{
    xmlNode *child = xmlFirstElementChild((xmlNode *)node);

    while (child != NULL && strcmp((const char *)child->name, name) != 0)
        child = xmlNextElementSibling(child);
    return child;
}

static void check_attribute(xmlNode *node, const char *name, const char *wanted,
                            const char *text)
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);

    demand(value != NULL, name, text);
    if (plain_words(wanted))
        demand(strcmp((const char *)value, wanted) == 0, wanted, text);
    xmlFree(value);
}

/* The element has so many children of that name, and its attribute says so. */
static void check_count(xmlNode *suite, const char *attribute, const char *name,
                        const char *text)
{
    char wanted[24];
    unsigned count = 0;

    for (xmlNode *test = xmlFirstElementChild(suite); test != NULL;
         test = xmlNextElementSibling(test)) {
        demand(strcmp((const char *)test->name, "testcase") == 0, "testcase",
               text);
        count += name == NULL || child_named(test, name) != NULL;
    }
    snprintf(wanted, sizeof wanted, "%u", count);
    check_attribute(suite, attribute, wanted, text);
}

/* The findings come first, in their order. */
static void check_suite(xmlNode *suite, const struct made_input *part,
                        const char *text)
{
    xmlNode *test = xmlFirstElementChild(suite);
    const struct cis_finding *finding = part->findings.first;

    check_count(suite, "tests", NULL, text);
    check_count(suite, "failures", "failure", text);
    check_count(suite, "errors", "error", text);
    check_count(suite, "skipped", "skipped", text);
    for (; finding != NULL; finding = finding->next) {
        if (is_unreadable(finding))
            continue;
        demand(test != NULL, "one more testcase", text);
        check_attribute(test, "classname", plain_path(finding->file), text);
        check_attribute(child_named(test, "failure"), "message",
                        finding->message, text);
        test = xmlNextElementSibling(test);
    }
}

void check_junit(const struct made *made, const char *text, size_t size)
{
    xmlDoc *document = mutator_parse(text, size, 0);
    xmlNode *suite;

    demand(document != NULL, "well-formed", text);
    suite = xmlFirstElementChild(xmlDocGetRootElement(document));
    for (size_t i = 0; i <= made->count; i++) {
        demand(suite != NULL, "one more suite", text);
        check_suite(suite, made_part(made, i), text);
        suite = xmlNextElementSibling(suite);
    }
    demand(suite == NULL, "no further suite", text);
    xmlFreeDoc(document);
}

/* The character that an escape stands for, or 0 where there is none. */
static char unescaped(const char *at, const char *escapes)
{
    static const char hex[] = "0123456789ABCDEF";
    const char *high = memchr(hex, at[1], 16);
    const char *low = high != NULL ? memchr(hex, at[2], 16) : NULL;
    char c = low != NULL ? (char)((high - hex) * 16 + (low - hex)) : '\0';

    return c != '\0' && strchr(escapes, c) != NULL ? c : '\0';
}

/* Reads up to one of the ends; escapes are those that the runner undoes. */
static const char *read_escaped(const char *at, const char *ends,
                                const char *escapes, char *to)
{
    for (; strchr(ends, *at) == NULL; to++) { /* which holds the NUL too */
        *to = *at != '%' ? *at : unescaped(at, escapes);
        demand(*to != '\0', "an escape", at);
        at += *at == '%' ? 3 : 1;
    }
    *to = '\0';
    return at;
}

static const char *skip(const char *at, const char *word)
{
    demand(strncmp(at, word, strlen(word)) == 0, word, at);
    return at + strlen(word);
}

static const char *skip_number(const char *at, const char *name)
{
    at = skip(at, name);
    demand(isdigit((unsigned char)*at), "a number", at);
    return at + strspn(at, "0123456789");
}

/* ::error file=…,line=N,endLine=N,col=N,endColumn=N,title=…::message */
static void check_command(const char *line, const struct cis_finding *finding,
                          char *room)
{
    static const char *const names[] = {"notice", "warning", "error"};
    const char *at =
        skip(skip(line, "::"), names[cis_finding_severity(finding)]);

    at = read_escaped(skip(at, " file="), ",:", "%\r\n:,", room);
    if (plain_words(finding->file))
        demand(strcmp(room, plain_path(finding->file)) == 0, finding->file,
               line);
    at = skip_number(skip_number(at, ",line="), ",endLine=");
    if (strncmp(at, ",col=", 5) == 0)
        at = skip_number(skip_number(at, ",col="), ",endColumn=");
    at = read_escaped(skip(at, ",title="), ",:", "%\r\n:,", room);
    demand(strncmp(room, cis_finding_code(finding), 4) == 0, "title", line);
    at = read_escaped(skip(at, "::"), "", "%\r\n", room);
    if (plain_words(finding->message))
        demand(strncmp(room, finding->message, strlen(finding->message)) == 0,
               finding->message, line);
}

/* One of those that are about no finding. */
static void check_other_command(const char *line, char *room)
{
    bool error = strncmp(line, "::error", 7) == 0;
    const char *at = skip(line, error ? "::error" : "::notice");

    if (*at == ' ')
        at = read_escaped(skip(at, " file="), ",:", "%\r\n:,", room);
    at = skip(at, "::");
    if (error)
        at = skip(at, "unchecked: ");
    else
        at = skip_number(at, "");
    read_escaped(at, "", "%\r\n", room);
}

/* One glyph after the other: nothing acts on a terminal or on the order of
 * what is shown, and all is UTF-8. */
static void check_visible(const char *text, size_t size)
{
    size_t i = 0;

    demand(strlen(text) == size && xmlCheckUTF8((const xmlChar *)text), "UTF-8",
           text);
    while (i < size) {
        int length = (int)(size - i);
        int c = xmlGetUTF8Char((const unsigned char *)text + i, &length);

        demand(c == '\n' || (c >= ' ' && c < 0x7f) || c >= 0xa0, "control",
               text + i);
        demand(c < 0x200e || (c > 0x200f && c < 0x2028) ||
                   (c > 0x202e && c < 0x2066) || c > 0x2069,
               "order", text + i);
        i += (size_t)length;
    }
}

static uint64_t unshown(const struct report_input *input)
{
    return input->findings[0] + input->findings[1] + input->findings[2] -
           input->shown;
}

/* The line after the one at *at, which loses its line end. */
static char *take_line(char **at)
{
    char *line = *at, *end = strchr(line, '\n');

    demand(end != NULL, "one more line", line);
    *end = '\0';
    *at = end + 1;
    return line;
}

void check_github(const struct made *made, const char *text, size_t size)
{
    char *copy = strdup(text), *room = malloc(size + 1), *at = copy;

    if (copy == NULL || room == NULL)
        abort();
    check_visible(text, size);
    for (size_t i = 0; i <= made->count; i++) {
        const struct made_input *part = made_part(made, i);
        const struct cis_finding *finding = part->findings.first;

        for (; finding != NULL; finding = finding->next)
            check_command(take_line(&at), finding, room);
        if (i < made->count && told_unchecked(&part->input))
            check_other_command(take_line(&at), room);
        if (unshown(&part->input) > 0)
            check_other_command(take_line(&at), room);
    }
    demand(*at == '\0', "no further command", at);
    free(copy);
    free(room);
}

static size_t lines_of(const struct findings *findings)
{
    size_t lines = 0;

    for (const struct cis_finding *f = findings->first; f != NULL; f = f->next)
        if (!is_unreadable(f))
            lines += 1u + (f->excerpt.text != NULL ? 2u : 0u) + f->fact_count +
                     (f->hint != NULL ? 1u : 0u);
    return lines;
}

static size_t lines_about(const struct made *made,
                          const struct made_input *part)
{
    const struct report_input *input = &part->input;
    size_t lines = unshown(input) > 0 ? 1u : 0u;

    if (made->look.verbose)
        lines += cis_session_skip_count(input->session) +
                 cis_session_unseen_count(input->session) +
                 (input->suppressed > 0 ? 1u : 0u) + part->excused.count;
    return lines + (input->status != CIS_OK || !made->look.quiet ? 1u : 0u);
}

/* As many lines as there are things to say: none is made by a text. */
void check_text(const struct made *made, const char *text, size_t size)
{
    size_t wanted = 0, got = 0;

    check_visible(text, size);
    for (size_t i = 0; i < made->count; i++)
        wanted += lines_of(&made->inputs[i].findings) +
                  lines_about(made, &made->inputs[i]);
    wanted += lines_of(&made->across.findings) +
              (unshown(&made->across.input) > 0 ? 1u : 0u);
    if (!made->look.quiet)
        wanted += made->count > 1 ? 2u : 1u;
    if (made->look.verbose)
        wanted += made->across.excused.count;
    for (size_t i = 0; i < size; i++)
        got += text[i] == '\n';
    demand(got == wanted && (size == 0 || text[size - 1] == '\n'),
           "as many lines", text);
}
