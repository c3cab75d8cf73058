/* The guard's steps, one for each part of the markup. */
/* SPDX-License-Identifier: MIT */
#include "xml/markup.h"

#include "xml/declaration.h"

#include <inttypes.h>
#include <string.h>

/* Bytes at which a name ends, whatever else is wrong with it. */
static const bool ends_name[256] = {
    [' '] = true, ['\t'] = true, ['\r'] = true, ['\n'] = true,
    ['<'] = true, ['>'] = true,  ['='] = true,  ['/'] = true,
    ['"'] = true, ['\''] = true, ['?'] = true,
};

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static void refuse(struct scan *scan, uint64_t end, const char *message)
{
    problem_set(scan->problem, CODE_W001, scan->guard->token, end, "%s",
                message);
    scan->result = GUARD_PROBLEM;
}

static void refuse_limit(struct scan *scan, enum cis_limit limit,
                         uint64_t offset, uint64_t end, const char *what)
{
    const char *name = cis_limit_name(limit);

    problem_set(scan->problem, CODE_W004, offset, end,
                "%s %" PRIu64 "%s (" GUARD_LIMIT_HELP ")", what,
                scan->guard->limits.of[limit],
                limit == CIS_LIMIT_ATTRIBUTES ? " attributes" : " bytes", name,
                name);
    scan->result = GUARD_PROBLEM;
}

/*
 * Whether a part that began at `start` is within its limit, and a tag within
 * that of tags; where both are not, the limit that is reached first counts, as
 * it does when the bytes come one by one.
 */
static bool within(struct scan *scan, enum cis_limit limit, uint64_t start,
                   const char *what)
{
    struct guard *guard = scan->guard;
    uint64_t at = scan_offset(scan);
    uint64_t most = start + guard->limits.of[limit];
    uint64_t tag = UINT64_MAX;

    if (guard->state >= GUARD_NAME)
        tag = guard->token + guard->limits.of[CIS_LIMIT_TAG];
    if (at <= most && at <= tag)
        return true;
    if (tag < most)
        refuse_limit(scan, CIS_LIMIT_TAG, guard->token, tag,
                     "a tag has more than");
    else
        refuse_limit(scan, limit, start, most, what);
    return false;
}

/* A tag, comment, instruction or CDATA section ends here. */
static void finish(struct scan *scan)
{
    struct guard *guard = scan->guard;

    guard->state = GUARD_TEXT;
    guard->safe = guard->part = scan_offset(scan);
}

static void open_markup(struct scan *scan)
{
    struct guard *guard = scan->guard;

    guard->passed = UINT64_MAX;
    guard->token = scan_offset(scan);
    guard->state = GUARD_OPEN;
    scan->at++;
}

/* Before the root element there is white space only. */
static void check_prolog(struct scan *scan, const char *end)
{
    struct guard *guard = scan->guard;

    while (scan->at < end && is_space(*scan->at))
        scan->at++;
    if (scan->at == end)
        return;
    guard->token = scan_offset(scan);
    if (guard->token == 0 &&
        str_starts(source_from(scan->source, 0), str_of("\xEF\xBB\xBF")))
        refuse(scan, 3, "there are two byte order marks");
    else
        refuse(scan, guard->token + 1, "there is text before the root element");
}

static void scan_text(struct scan *scan)
{
    struct guard *guard = scan->guard;
    const char *start = scan->at;
    const char *found = memchr(start, '<', (size_t)(scan->end - start));
    const char *end = found == NULL ? scan->end : found;

    if (!guard->rooted) {
        check_prolog(scan, end);
        if (scan->result != GUARD_GOOD)
            return;
    }
    scan->at = end;
    if (within(scan, CIS_LIMIT_VALUE, guard->part, "a text has more than") &&
        found != NULL)
        open_markup(scan);
}

/* The tag at the token is one that an event will be about. */
static void add_tag(struct scan *scan)
{
    struct guard *guard = scan->guard;

    if (!guard->settling && !queue_add(&guard->tags, guard->token))
        scan->result = GUARD_NO_MEMORY;
}

/* Passes by one tag after the other, and the texts between them, as far as
 * they are short. */
static void pass_by(struct scan *scan)
{
    struct guard *guard = scan->guard;
    const char *stop = scan->end < scan->pause ? scan->end : scan->pause;

    while (scan->at < stop && *scan->at != '!' &&
           (*scan->at == '/' || !ends_name[(unsigned char)*scan->at])) {
        size_t reach = (size_t)(stop - scan->at);
        const char *next =
            memchr(scan->at, '<', reach < guard->near ? reach : guard->near);
        if (next == NULL)
            return;
        add_tag(scan);
        guard->passed = guard->token;
        guard->token += (uint64_t)(next + 1 - scan->at);
        scan->at = next + 1;
    }
}

static void start_tag(struct scan *scan)
{
    struct guard *guard = scan->guard;
    uint64_t at = scan_offset(scan);

    if (ends_name[(unsigned char)*scan->at]) {
        refuse(scan, at, "'<' does not begin a tag here");
        problem_hint(scan->problem, "write &lt; for the character '<'");
        return;
    }
    guard->rooted = true;
    guard->attributes = 0;
    guard->part = at;
    guard->state = GUARD_NAME;
}

static void scan_open(struct scan *scan)
{
    struct guard *guard = scan->guard;

    if (guard->rooted)
        pass_by(scan);
    if (scan->at == scan->end || scan->result != GUARD_GOOD)
        return;
    if (*scan->at == '!')
        guard->state = GUARD_BANG;
    else if (*scan->at == '?')
        guard->state = GUARD_TARGET;
    else if (*scan->at == '/')
        guard->state = GUARD_END_NAME;
    else {
        start_tag(scan);
        return;
    }
    scan->at++;
    guard->part = scan_offset(scan);
    if (guard->state == GUARD_END_NAME && !guard->rooted)
        refuse(scan, guard->part, "there is an end tag without a start tag");
}

/* A start or end tag ends at the '>' here. */
static void finish_tag(struct scan *scan)
{
    scan->at++;
    if (!within(scan, CIS_LIMIT_TAG, scan->guard->token, "a tag has more than"))
        return;
    add_tag(scan);
    finish(scan);
}

/* What is known now of what stands after "<!". */
static void enter(struct scan *scan, enum guard_state state)
{
    struct guard *guard = scan->guard;

    guard->state = state;
    guard->part = scan_offset(scan);
    if (state == GUARD_BANG) {
        problem_set(scan->problem, CODE_W003, guard->token, guard->part,
                    "a document type declaration is not read");
        problem_hint(scan->problem, "take <!DOCTYPE …> out");
        scan->result = GUARD_PROBLEM;
    } else if (state == GUARD_CDATA && !guard->rooted) {
        refuse(scan, guard->part,
               "there is a CDATA section before the root element");
    }
}

/* One byte more of what may stand after "<!". */
static void scan_bang(struct scan *scan)
{
    static const struct {
        const char *text;
        enum guard_state state;
    } words[] = {{"--", GUARD_COMMENT},
                 {"[CDATA[", GUARD_CDATA},
                 {"DOCTYPE", GUARD_BANG}};
    struct guard *guard = scan->guard;
    size_t seen = (size_t)(scan_offset(scan) - guard->part) + 1;
    const char *word = scan->at - (seen - 1);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strncmp(words[i].text, word, seen) != 0)
            continue;
        scan->at++;
        if (words[i].text[seen] == '\0')
            enter(scan, words[i].state);
        return;
    }
    refuse(scan, guard->token + 2,
           "'<!' begins neither a comment nor a CDATA section here");
}

/* On to the '>' that ends a part of that ending; false if it is not there. */
static bool find_ending(struct scan *scan, const char *ending)
{
    struct guard *guard = scan->guard;
    size_t length = strlen(ending);

    while (scan->at < scan->end) {
        const char *found =
            memchr(scan->at, '>', (size_t)(scan->end - scan->at));
        scan->at = found == NULL ? scan->end : found + 1;
        if (found != NULL && scan_offset(scan) >= guard->part + length &&
            memcmp(scan->at - length, ending, length) == 0)
            return true;
    }
    return false;
}

static void scan_comment(struct scan *scan)
{
    bool found = find_ending(scan, "-->");

    if (within(scan, CIS_LIMIT_VALUE, scan->guard->part + strlen("-->"),
               "a comment has more than") &&
        found)
        finish(scan);
}

static void scan_cdata(struct scan *scan)
{
    bool found = find_ending(scan, "]]>");

    if (within(scan, CIS_LIMIT_VALUE, scan->guard->part + strlen("]]>"),
               "a CDATA section has more than") &&
        found)
        finish(scan);
}

/* Over a name; false if it goes on after what is there, or is too long. */
static bool pass_name(struct scan *scan)
{
    const char *at = scan->at;

    while (at < scan->end && !ends_name[(unsigned char)*at])
        at++;
    scan->at = at;
    return within(scan, CIS_LIMIT_NAME, scan->guard->part,
                  "a name has more than") &&
           at < scan->end;
}

static void scan_target(struct scan *scan)
{
    if (pass_name(scan))
        scan->guard->state = GUARD_INSTRUCTION;
}

/* Whether the instruction that ends here is the XML declaration. */
static bool is_declaration(const struct scan *scan)
{
    struct str text = source_from(scan->source, 0);

    return scan->guard->token == 0 && str_starts(text, str_of("<?xml")) &&
           is_space(text.at[strlen("<?xml")]);
}

/* The instruction that ends here is one that an event will be about, if it is
 * well-formed. */
static void add_instruction(struct scan *scan)
{
    struct guard *guard = scan->guard;
    struct extent all = {guard->token, scan_offset(scan)};
    struct str text = source_text(scan->source, all);
    struct str start = str_of("<?" MARKUP_TARGET);

    if (str_starts(text, start) &&
        (is_space(text.at[start.length]) || text.at[start.length] == '?') &&
        !queue_add(&guard->instructions, guard->token))
        scan->result = GUARD_NO_MEMORY;
}

static void scan_instruction(struct scan *scan)
{
    bool found = find_ending(scan, "?>");

    if (!within(scan, CIS_LIMIT_VALUE, scan->guard->part + strlen("?>"),
                "a processing instruction has more than") ||
        !found)
        return;
    if (is_declaration(scan) &&
        !declaration_check(scan->source, scan_offset(scan), scan->problem))
        scan->result = GUARD_PROBLEM;
    else {
        add_instruction(scan);
        finish(scan);
    }
}

static void scan_name(struct scan *scan)
{
    if (pass_name(scan))
        scan->guard->state = GUARD_INSIDE;
}

static void start_attribute(struct scan *scan)
{
    struct guard *guard = scan->guard;

    guard->part = scan_offset(scan);
    guard->state = GUARD_ATTRIBUTE;
    if (++guard->attributes > guard->limits.of[CIS_LIMIT_ATTRIBUTES])
        refuse_limit(scan, CIS_LIMIT_ATTRIBUTES, guard->token, guard->part,
                     "an element has more than");
}

/* libxml2 has better words for what is wrong with this tag. */
static void give_up(struct scan *scan)
{
    scan->at++;
    scan->result = GUARD_BROKEN;
}

static void scan_inside(struct scan *scan)
{
    struct guard *guard = scan->guard;

    while (scan->at < scan->end && is_space(*scan->at))
        scan->at++;
    if (!within(scan, CIS_LIMIT_TAG, guard->token, "a tag has more than") ||
        scan->at == scan->end)
        return;
    switch (*scan->at) {
    case '>':
        finish_tag(scan);
        return;
    case '<':
        give_up(scan);
        return;
    case '"':
    case '\'':
        guard->quote = *scan->at++;
        guard->part = scan_offset(scan);
        guard->state = GUARD_VALUE;
        return;
    case '=':
    case '/':
    case '?':
        scan->at++;
        return;
    default:
        start_attribute(scan);
    }
}

static void scan_attribute(struct scan *scan)
{
    if (pass_name(scan))
        scan->guard->state = GUARD_INSIDE;
}

static void scan_value(struct scan *scan)
{
    struct guard *guard = scan->guard;
    const char *at = scan->at;
    char quote = guard->quote;

    while (at < scan->end && *at != quote && *at != '<')
        at++;
    scan->at = at;
    if (!within(scan, CIS_LIMIT_VALUE, guard->part,
                "an attribute value has more than") ||
        at == scan->end)
        return;
    if (*at == '<') {
        give_up(scan);
        return;
    }
    scan->at++;
    guard->state = GUARD_INSIDE;
}

static void scan_end_name(struct scan *scan)
{
    if (pass_name(scan))
        scan->guard->state = GUARD_END;
}

static void scan_end(struct scan *scan)
{
    struct guard *guard = scan->guard;
    const char *at = scan->at;

    while (at < scan->end && *at != '>' && *at != '<')
        at++;
    scan->at = at;
    if (!within(scan, CIS_LIMIT_TAG, guard->token, "a tag has more than") ||
        at == scan->end)
        return;
    if (*at == '<') {
        give_up(scan);
        return;
    }
    finish_tag(scan);
}

void markup_step(struct scan *scan)
{
    static void (*const steps[])(struct scan *) = {
        [GUARD_TEXT] = scan_text,
        [GUARD_OPEN] = scan_open,
        [GUARD_BANG] = scan_bang,
        [GUARD_COMMENT] = scan_comment,
        [GUARD_CDATA] = scan_cdata,
        [GUARD_TARGET] = scan_target,
        [GUARD_INSTRUCTION] = scan_instruction,
        [GUARD_NAME] = scan_name,
        [GUARD_INSIDE] = scan_inside,
        [GUARD_ATTRIBUTE] = scan_attribute,
        [GUARD_VALUE] = scan_value,
        [GUARD_END_NAME] = scan_end_name,
        [GUARD_END] = scan_end,
    };

    steps[scan->guard->state](scan);
}
