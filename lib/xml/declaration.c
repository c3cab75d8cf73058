/* What the XML declaration says, held against what the input is. */
/* SPDX-License-Identifier: MIT */
#include "xml/declaration.h"

#include "base/utf8.h"

#include <string.h>
#include <strings.h>

/* Encodings as a declaration may name them, by enum encoding. */
static const char *const names[][2] = {
    [ENCODING_UTF8] = {"UTF-8", "UTF-8"},
    [ENCODING_UTF16LE] = {"UTF-16", "UTF-16LE"},
    [ENCODING_UTF16BE] = {"UTF-16", "UTF-16BE"},
};

static size_t skip_space(struct str text, size_t at)
{
    while (at < text.length && strchr(" \t\r\n", text.at[at]) != NULL)
        at++;
    return at;
}

/* The value of a pseudo-attribute; empty where it is not there. */
static struct extent find_value(struct str text, const char *name)
{
    struct extent none = {0, 0};
    size_t at = strlen("<?xml");

    while (at < text.length) {
        size_t start = at = skip_space(text, at);
        size_t length;
        const char *end;
        while (at < text.length && strchr(" \t\r\n=?", text.at[at]) == NULL)
            at++;
        length = at - start;
        at = skip_space(text, at);
        if (at == text.length || text.at[at] != '=')
            return none;
        at = skip_space(text, at + 1);
        if (at == text.length || strchr("\"'", text.at[at]) == NULL)
            return none;
        end = memchr(text.at + at + 1, text.at[at], text.length - at - 1);
        if (end == NULL)
            return none;
        if (length == strlen(name) &&
            memcmp(text.at + start, name, length) == 0)
            return (struct extent){at + 1, (uint64_t)(end - text.at)};
        at = (size_t)(end - text.at) + 1;
    }
    return none;
}

static bool same_word(struct str a, const char *b)
{
    return a.length == strlen(b) && strncasecmp(a.at, b, a.length) == 0;
}

static bool check_version(const struct source *source, struct extent where,
                          struct problem *problem)
{
    struct str version = source_text(source, where);

    if (version.length == 0 || str_is(version, "1.0"))
        return true;
    if (version.length > 20)
        problem_set(problem, CODE_W001, where.offset, where.end,
                    "this XML version is not read: only 1.0 is");
    else
        problem_set(problem, CODE_W001, where.offset, where.end,
                    "XML version %.*s is not read: only 1.0 is",
                    STR_ARGS(version));
    return false;
}

/* Whether it is an encoding that is read, if not of this input. */
static bool is_known(struct str declared)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (same_word(declared, names[i][0]) ||
            same_word(declared, names[i][1]))
            return true;
    return false;
}

static bool check_encoding(const struct source *source, struct extent where,
                           struct problem *problem)
{
    struct str declared = source_text(source, where);
    const char *const *real = names[source->encoding];

    if (declared.length == 0 || same_word(declared, real[0]) ||
        same_word(declared, real[1]))
        return true;
    if (declared.length > 60)
        problem_set(problem, CODE_W002, where.offset, where.end,
                    "this encoding is not read, only UTF-8 and UTF-16 are");
    else if (is_known(declared))
        problem_set(problem, CODE_W002, where.offset, where.end,
                    "the declaration says %.*s, but the input is %s",
                    STR_ARGS(declared), real[1]);
    else
        problem_set(problem, CODE_W002, where.offset, where.end,
                    "the encoding %.*s is not read, only UTF-8 and UTF-16 are",
                    STR_ARGS(declared));
    problem_hint(problem, "save it as UTF-8, and let the declaration say so");
    return false;
}

/* libxml2 2.9 does not mind what stands right after the encoding. */
static bool check_space(const struct source *source, struct extent encoding,
                        uint64_t end, struct problem *problem)
{
    struct extent after = {encoding.end + 1, end};
    struct str rest = source_text(source, after);
    size_t length;

    if (encoding.end == 0 || rest.length == 0 ||
        strchr(" \t\r\n", rest.at[0]) != NULL || str_starts(rest, str_of("?>")))
        return true;
    utf8_decode(rest, &length);
    problem_set(problem, CODE_W001, after.offset, after.offset + length,
                "white space is missing here");
    return false;
}

bool declaration_check(const struct source *source, uint64_t end,
                       struct problem *problem)
{
    struct extent whole = {0, end};
    struct str text = source_text(source, whole);
    struct extent encoding = find_value(text, "encoding");

    return check_version(source, find_value(text, "version"), problem) &&
           check_encoding(source, encoding, problem) &&
           check_space(source, encoding, end, problem);
}
