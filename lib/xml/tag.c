/* Where the parts of a tag stand, found again in its source text. */
/* SPDX-License-Identifier: MIT */
#include "xml/tag.h"

#include "base/utf8.h"

#include <string.h>

static bool is_one_of(char byte, const char *bytes)
{
    return byte != '\0' && strchr(bytes, byte) != NULL;
}

static size_t skip(struct str text, size_t at, const char *bytes)
{
    while (at < text.length && is_one_of(text.at[at], bytes))
        at++;
    return at;
}

static size_t find(struct str text, size_t at, const char *bytes)
{
    while (at < text.length && !is_one_of(text.at[at], bytes))
        at++;
    return at;
}

static const char space[] = " \t\r\n";
static const char name_ends[] = " \t\r\n=/><\"'";

struct extent tag_name(const struct source *source, uint64_t tag)
{
    struct str text = source_from(source, tag);
    size_t start = skip(text, 0, "<");

    start = skip(text, start, "/");
    return (struct extent){tag + start, tag + find(text, start, name_ends)};
}

bool tag_next(const struct source *source, uint64_t offset,
              struct tag_part *part)
{
    struct str text = source_from(source, offset);
    size_t start = skip(text, 0, " \t\r\n\"'=/");
    size_t end = find(text, start, name_ends);
    size_t value;

    if (end == start)
        return false;
    part->name = (struct extent){offset + start, offset + end};
    part->value = (struct extent){offset + end, offset + end};
    value = skip(text, end, space);
    if (value == text.length || text.at[value] != '=')
        return true;
    value = skip(text, value + 1, space);
    if (value == text.length || !is_one_of(text.at[value], "\"'"))
        return true;
    end = find(text, value + 1, text.at[value] == '"' ? "\"<" : "'<");
    part->value = (struct extent){offset + value + 1, offset + end};
    return true;
}

struct extent tag_whole(const struct source *source, uint64_t tag)
{
    struct extent name = tag_name(source, tag);
    uint64_t end = name.end;
    struct tag_part part;
    struct str rest;

    while (tag_next(source, end, &part))
        end = part.value.end;
    rest = source_from(source, end);
    end += find(rest, 0, "><");
    if (str_starts(source_from(source, end), str_of(">")))
        end++;
    return (struct extent){tag, end};
}

bool tag_attribute(const struct source *source, uint64_t tag,
                   struct str qualified_name, struct extent *name,
                   struct extent *value)
{
    struct tag_part part = {.value = tag_name(source, tag)};

    while (tag_next(source, part.value.end, &part)) {
        if (!str_equal(source_text(source, part.name), qualified_name))
            continue;
        *name = part.name;
        *value = part.value;
        return true;
    }
    return false;
}

/* The length of what begins with `start`, up to after `end`; 0 if nothing
 * does. */
static size_t section(struct str text, const char *start, const char *end)
{
    size_t opening = strlen(start);
    const char *found;

    if (!str_starts(text, str_of(start)))
        return 0;
    found = memmem(text.at + opening, text.length - opening, end, strlen(end));
    if (found == NULL)
        return text.length;
    return (size_t)(found - text.at) + strlen(end);
}

/* The length of what counts as no content at the start of the text. */
static size_t skipped(struct str text)
{
    size_t length;

    if (is_one_of(*text.at, space))
        return 1;
    if (*text.at != '<')
        return 0;
    length = section(text, "<!--", "-->");
    return length > 0 ? length : section(text, "<?", "?>");
}

struct extent tag_content(const struct source *source, uint64_t tag,
                          uint64_t end)
{
    struct extent content = {tag_whole(source, tag).end, end};
    struct str text = source_text(source, content);
    uint64_t first = UINT64_MAX;
    uint64_t last = content.offset;

    for (size_t at = 0; at < text.length;) {
        struct str rest = {text.at + at, text.length - at};
        size_t length = skipped(rest);
        if (length == 0) {
            length = section(rest, "<![CDATA[", "]]>");
            length = length > 0 ? length : 1;
            if (first == UINT64_MAX)
                first = content.offset + at;
            last = content.offset + at + length;
        }
        at += length;
    }
    if (first == UINT64_MAX)
        first = last;
    return (struct extent){first, last};
}

/* "#65", "#x41" or a name, as between '&' and ';'; 0 where it is neither. */
static uint32_t referred(struct str reference)
{
    static const struct {
        const char *name;
        char means;
    } named[] = {
        {"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};
    const bool hex = str_starts(reference, str_of("#x"));
    const unsigned base = hex ? 16 : 10;
    uint32_t point = 0;

    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (str_equal(reference, str_of(named[i].name)))
            return (unsigned char)named[i].means;
    if (!str_starts(reference, str_of("#")))
        return 0;
    for (size_t i = hex ? 2 : 1; i < reference.length; i++) {
        unsigned char byte = (unsigned char)reference.at[i];
        unsigned digit =
            byte <= '9' ? byte - 0u - '0' : (byte | 0x20u) - 'a' + 10u;

        point = point * base + digit;
        if (digit >= base || point > 0x10ffff)
            return 0;
    }
    return point;
}

/* Writes what stands at `at` of the text, and moves past it. */
static size_t resolve(struct str text, size_t *at, char out[static 4])
{
    size_t end = text.at[*at] == '&' ? find(text, *at, ";") : text.length;
    struct str reference = {text.at + *at + 1, end - *at - 1};
    uint32_t point = end < text.length ? referred(reference) : 0;

    if (point > 0) {
        *at = end + 1;
        return utf8_put(point, out);
    }
    out[0] = is_one_of(text.at[*at], space) ? ' ' : text.at[*at];
    ++*at;
    return 1;
}

struct str tag_value(const struct source *source, struct extent value,
                     struct arena *arena)
{
    struct str text = source_text(source, value), made = {NULL, 0};
    char *out = arena_room(arena, text.length + 4);

    if (out == NULL)
        return made;
    for (size_t at = 0; at < text.length;)
        made.length += resolve(text, &at, out + made.length);
    made.at = out;
    return str_trim(made);
}
