/* Reads the regular expressions of XSD, and matches with what they become. */
/* SPDX-License-Identifier: MIT */
#include "schema/pattern.h"

#include "base/utf8.h"
#include "schema/automaton.h"
#include "schema/pattern_class.h"

#include <string.h>

#define MAX_NESTING 64
#define MAX_REPEAT 4096
#define END UINT32_MAX /* no character: the end of the text */

/* After a refusal nothing is read any more. */
struct parser {
    struct arena *arena; /* scratch */
    struct str text;
    size_t at;
    unsigned nesting;
    const char *reason; /* or NULL; in the arena of the caller */
    struct arena *keep;
};

static uint32_t peek_from(const struct parser *parser, size_t at, size_t *size)
{
    *size = 0;
    if (at >= parser->text.length || parser->reason != NULL)
        return END;
    struct str rest = {parser->text.at + at, parser->text.length - at};
    return utf8_decode(rest, size);
}

static uint32_t peek(const struct parser *parser)
{
    size_t size;
    return peek_from(parser, parser->at, &size);
}

static uint32_t peek_second(const struct parser *parser)
{
    size_t size, second;
    peek_from(parser, parser->at, &size);
    return peek_from(parser, parser->at + size, &second);
}

static uint32_t take(struct parser *parser)
{
    size_t size;
    uint32_t point = peek_from(parser, parser->at, &size);
    parser->at += size;
    return point;
}

static bool accept(struct parser *parser, uint32_t point)
{
    if (peek(parser) != point)
        return false;
    take(parser);
    return true;
}

/* Where: the character, counted from 1. */
static struct expression *refuse(struct parser *parser, const char *why)
{
    struct str before = {parser->text.at, parser->at};
    if (parser->reason == NULL)
        parser->reason = arena_format(parser->keep, "%s, at character %zu", why,
                                      utf8_count(before) + 1);
    return NULL;
}

static bool in(uint32_t point, const char *characters)
{
    return point < 0x80 && point != 0 && strchr(characters, (int)point) != NULL;
}

/* After "\". One character in *point, or a class (then END). */
static void parse_escape(struct parser *parser, struct character_class *class,
                         uint32_t *point)
{
    uint32_t letter = peek(parser);
    *point = END;
    if (letter == 'n')
        *point = '\n';
    else if (letter == 'r')
        *point = '\r';
    else if (letter == 't')
        *point = '\t';
    else if (in(letter, "\\|.-^?*+{}()[]"))
        *point = letter;
    else if (letter == 'p' || letter == 'P')
        refuse(parser, "\\p{...}, a category of Unicode, is not supported");
    else if (letter == 'w' || letter == 'W')
        refuse(parser, "\\w, defined by categories of Unicode, is not "
                       "supported");
    else if (letter == END)
        refuse(parser, "\"\\\" is followed by nothing");
    else if (!class_escape(class, letter))
        refuse(parser, "an unknown escape");
    take(parser);
}

/* The end of a range in a class. */
static uint32_t parse_range_end(struct parser *parser)
{
    struct character_class unused = {.arena = parser->arena};
    uint32_t point = take(parser);
    if (point == '\\')
        parse_escape(parser, &unused, &point);
    if (point == END)
        refuse(parser, "a range ends with a class");
    return point;
}

static void parse_class(struct parser *parser, struct character_class *class);

/* A character, a range or an escape of a class. */
static void parse_member(struct parser *parser, struct character_class *class)
{
    uint32_t first = take(parser);
    if (first == '\\')
        parse_escape(parser, class, &first);
    if (first == END)
        return;
    uint32_t last = first;
    uint32_t after = peek_second(parser);
    if (peek(parser) == '-' && after != ']' && after != '[') {
        take(parser);
        last = parse_range_end(parser);
        if (last < first)
            refuse(parser, "a range ends before it begins");
    }
    if (parser->reason == NULL) /* else `last` may be no character */
        class_add(class, first, last);
}

/* "-" stands for itself at the ends only; "-[" subtracts. True for the
 * latter. */
static bool parse_hyphen(struct parser *parser, struct character_class *class,
                         bool first)
{
    uint32_t after = peek_second(parser);
    if (after == '[' && !first)
        return true;
    if (first || after == ']')
        class_add(class, '-', '-');
    else
        refuse(parser, "\"-\" in the middle of a class is written \"\\-\"");
    take(parser);
    return false;
}

static bool parse_members(struct parser *parser, struct character_class *class)
{
    bool first = true;
    for (;; first = false) {
        uint32_t point = peek(parser);
        if (point == ']' && first)
            refuse(parser, "an empty class");
        else if (point == '[')
            refuse(parser, "\"[\" in a class is written \"\\[\"");
        else if (point == END)
            refuse(parser, "\"[\" is not closed");
        if (point == ']' || parser->reason != NULL)
            return false;
        if (point != '-')
            parse_member(parser, class);
        else if (parse_hyphen(parser, class, first))
            return true;
    }
}

/* After "[". */
static void parse_class(struct parser *parser, struct character_class *class)
{
    if (parser->nesting >= MAX_NESTING) {
        refuse(parser, "nested too deep");
        return;
    }
    parser->nesting++;
    bool negated = accept(parser, '^');
    bool subtracts = parse_members(parser, class);
    if (negated)
        class_negate(class);
    if (subtracts) {
        struct character_class what = {.arena = parser->arena};
        take(parser);
        take(parser);
        parse_class(parser, &what);
        class_remove(class, &what);
    }
    if (!accept(parser, ']'))
        refuse(parser, "\"[\" is not closed");
    parser->nesting--;
}

static struct expression *parse_choice(struct parser *parser);

static struct expression *parse_group(struct parser *parser)
{
    if (parser->nesting >= MAX_NESTING)
        return refuse(parser, "nested too deep");
    parser->nesting++;
    struct expression *inner = parse_choice(parser);
    parser->nesting--;
    if (!accept(parser, ')'))
        return refuse(parser, "\"(\" is not closed");
    return inner;
}

static struct expression *parse_atom(struct parser *parser)
{
    if (in(peek(parser), "?*+{}]"))
        return refuse(parser, "a character that has to be written with \"\\\""
                              " before it");
    struct character_class class = {.arena = parser->arena};
    uint32_t point = take(parser);
    if (point == '(')
        return parse_group(parser);
    if (point == '[') {
        parse_class(parser, &class);
        return class_expression(&class);
    }
    if (point == '\\') {
        parse_escape(parser, &class, &point);
    } else if (point == '.') {
        class_add(&class, '\n', '\n');
        class_add(&class, '\r', '\r');
        class_negate(&class);
        point = END;
    }
    if (point != END)
        class_add(&class, point, point);
    return class_expression(&class);
}

static uint32_t parse_number(struct parser *parser)
{
    if (!in(peek(parser), "0123456789"))
        refuse(parser, "a number is missing");
    uint32_t number = 0;
    while (in(peek(parser), "0123456789")) {
        number = number * 10 + (take(parser) - '0');
        if (number > MAX_REPEAT)
            refuse(parser, "a number of repetitions over 4096");
    }
    return number;
}

/* After "{". */
static struct expression *parse_count(struct parser *parser,
                                      struct expression *atom)
{
    uint32_t least = parse_number(parser);
    uint32_t most = least;
    if (accept(parser, ','))
        most = peek(parser) == '}' ? REPEAT_UNBOUNDED : parse_number(parser);
    if (most < least)
        return refuse(parser, "a greatest number below the least");
    if (!accept(parser, '}'))
        return refuse(parser, "\"{\" is not closed");
    return expression_repeat(parser->arena, atom, least, most);
}

static struct expression *parse_piece(struct parser *parser)
{
    struct expression *atom = parse_atom(parser);
    if (accept(parser, '?'))
        return expression_repeat(parser->arena, atom, 0, 1);
    if (accept(parser, '*'))
        return expression_repeat(parser->arena, atom, 0, REPEAT_UNBOUNDED);
    if (accept(parser, '+'))
        return expression_repeat(parser->arena, atom, 1, REPEAT_UNBOUNDED);
    if (accept(parser, '{'))
        return parse_count(parser, atom);
    return atom;
}

static struct expression *parse_branch(struct parser *parser)
{
    struct expression *branch = expression_empty(parser->arena);
    for (;;) {
        uint32_t point = peek(parser);
        if (point == END || point == '|' || point == ')')
            return branch;
        branch =
            expression_sequence(parser->arena, branch, parse_piece(parser));
    }
}

static struct expression *parse_choice(struct parser *parser)
{
    struct expression *choice = parse_branch(parser);
    while (accept(parser, '|'))
        choice = expression_choice(parser->arena, choice, parse_branch(parser));
    return choice;
}

static const char *explain(enum automaton_status status)
{
    return status == AUTOMATON_TOO_LARGE ? "the expression is too large"
                                         : "out of memory";
}

static bool compile(struct parser *parser, struct pattern *pattern)
{
    struct expression *expression = parse_choice(parser);
    if (peek(parser) == ')')
        refuse(parser, "\")\" closes nothing");
    if (parser->reason != NULL)
        return false;
    enum automaton_status status =
        automaton_make_bytes(parser->keep, expression, pattern);
    if (status != AUTOMATON_OK)
        parser->reason = explain(status);
    return status == AUTOMATON_OK;
}

bool pattern_compile(struct arena *arena, struct str text,
                     struct pattern *pattern, const char **reason)
{
    __attribute__((cleanup(arena_free))) struct arena scratch;
    arena_init(&scratch, arena->from);
    struct parser parser = {.arena = &scratch, .text = text, .keep = arena};
    *pattern = (struct pattern){.text = arena_copy(arena, text).at};
    bool good = compile(&parser, pattern);
    if (scratch.failed)
        arena->failed = true;
    *reason = parser.reason;
    return good && !arena->failed;
}

bool pattern_matches(const struct pattern *pattern, struct str text)
{
    const uint8_t *class_of = pattern->class_of;
    size_t classes = pattern->class_count;
    size_t state = 1;
    for (size_t i = 0; i < text.length; i++) {
        state =
            pattern
                ->next[state * classes + class_of[(unsigned char)text.at[i]]];
        if (state == 0)
            return false;
    }
    return pattern->accepts[state] != 0;
}
