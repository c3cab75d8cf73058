/* The pseudo-attributes of a processing instruction, each with its place. */
/* SPDX-License-Identifier: MIT */
#include "xml/pseudo.h"

#include "base/utf8.h"

#include <string.h>

void pseudo_begin(struct pseudo *pseudo, const struct source *source,
                  uint64_t offset, const char *target, struct extent *whole)
{
    struct str text = source_from(source, offset);
    const char *end =
        text.length > 0 ? memmem(text.at, text.length, "?>", 2) : NULL;
    size_t start = strlen("<?") + strlen(target);
    size_t length = end != NULL ? (size_t)(end - text.at) : text.length;

    *whole = (struct extent){offset, offset + length + (end != NULL ? 2 : 0)};
    if (start > length)
        start = length;
    text.at += start;
    text.length = length - start;
    *pseudo = (struct pseudo){.text = text, .base = offset + start};
}

static bool fail(struct pseudo *pseudo, size_t from, const char *fault)
{
    struct str rest = {pseudo->text.at + from, pseudo->text.length - from};
    size_t size = strlen("?>");

    if (rest.length > 0)
        utf8_decode(rest, &size);
    pseudo->fault = fault;
    pseudo->where =
        (struct extent){pseudo->base + from, pseudo->base + from + size};
    return false;
}

static bool is_one_of(char byte, const char *bytes)
{
    return byte != '\0' && strchr(bytes, byte) != NULL;
}

/* Over all bytes that are (or are not) one of these. */
static size_t span(const struct pseudo *pseudo, size_t at, const char *bytes,
                   bool are)
{
    while (at < pseudo->text.length &&
           is_one_of(pseudo->text.at[at], bytes) == are)
        at++;
    return at;
}

static const char space[] = " \t\r\n";

static bool is_at(const struct pseudo *pseudo, size_t at, char byte)
{
    return at < pseudo->text.length && pseudo->text.at[at] == byte;
}

static struct extent part_of(const struct pseudo *pseudo, size_t from,
                             size_t to)
{
    return (struct extent){pseudo->base + from, pseudo->base + to};
}

static bool read_value(struct pseudo *pseudo, size_t at, struct tag_part *part)
{
    const char *open = pseudo->text.at + at, *close;
    size_t length = pseudo->text.length - at;

    if (length == 0 || (*open != '"' && *open != '\''))
        return fail(pseudo, at, "a value in quotation marks must stand here");
    close = memchr(open + 1, *open, length - 1);
    if (close == NULL)
        return fail(pseudo, at, "this quotation mark is not closed");
    pseudo->at = at + (size_t)(close - open) + 1;
    part->value = part_of(pseudo, at + 1, pseudo->at - 1);
    return true;
}

bool pseudo_next(struct pseudo *pseudo, struct tag_part *part)
{
    size_t name = span(pseudo, pseudo->at, space, true);
    size_t end = span(pseudo, name, " \t\r\n=\"'", false);
    size_t equals = span(pseudo, end, space, true);

    if (pseudo->fault != NULL || name == pseudo->text.length)
        return false;
    if (name == pseudo->at)
        return fail(pseudo, name, "white space must stand before this");
    if (end == name)
        return fail(pseudo, name, "a name must stand here");
    part->name = part_of(pseudo, name, end);
    if (!is_at(pseudo, equals, '='))
        return fail(pseudo, equals, "a '=' must stand here");
    return read_value(pseudo, span(pseudo, equals + 1, space, true), part);
}
