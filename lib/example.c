/* Puts the elements of an example in their place in a record or registry. */
/* SPDX-License-Identifier: MIT */
#include "example.h"

#include "record/record.h"

#include <cisvalidate/validator.h>
#include <string.h>

#define RECORD "chs-2024-10-08-announced.xml"
#define REGISTRY "cis.xml"
#define NAMESPACE " xmlns=\"urn:cisvalidate:summit:1\""

/* An element of a text that is well-formed and has no CDATA section: the
 * examples and the bundled files alone come here. */
struct piece {
    struct str name;
    struct str tag;   /* "<next body='chs'>" */
    struct str whole; /* to the end of its end tag */
    struct str inner; /* what it contains; none if it has but a tag */
};

static struct str from_to(const char *from, const char *to)
{
    return (struct str){from, (size_t)(to - from)};
}

static const char *find(struct str in, const char *what)
{
    size_t length = strlen(what);

    for (size_t i = 0; i + length <= in.length; i++)
        if (memcmp(in.at + i, what, length) == 0)
            return in.at + i;
    return NULL;
}

/* After the '>' of the tag; values in quotes may have one, too. */
static const char *tag_end(struct str text)
{
    char quote = '\0';

    for (const char *at = text.at; at < text.at + text.length; at++) {
        if (quote != '\0')
            quote = *at == quote ? '\0' : quote;
        else if (*at == '"' || *at == '\'')
            quote = *at;
        else if (*at == '>')
            return at + 1;
    }
    return text.at + text.length;
}

/* The next tag of the text, start or end, past comments and the like. */
static bool next_tag(struct str *rest, struct str *tag)
{
    const char *end = rest->at + rest->length;
    const char *at;

    while ((at = find(*rest, "<")) != NULL) {
        *rest = from_to(at, end);
        const char *after = str_starts(*rest, str_of("<!--"))
                                ? find(*rest, "-->")
                                : tag_end(*rest);
        if (after == NULL)
            return false;
        *tag = from_to(at, after);
        *rest = from_to(after, end);
        if (at[1] != '!' && at[1] != '?')
            return true;
    }
    return false;
}

static bool is_closed(struct str tag)
{
    return tag.length > 2 && tag.at[tag.length - 2] == '/';
}

/* The next element of the text, whatever it contains. */
static bool next_piece(struct str *rest, struct piece *piece)
{
    struct str tag;
    size_t depth = 1;

    piece->inner = (struct str){NULL, 0};
    if (!next_tag(rest, &piece->tag))
        return false;
    piece->name =
        from_to(piece->tag.at + 1,
                piece->tag.at + 1 + strcspn(piece->tag.at + 1, " \t\r\n/>"));
    piece->whole = piece->tag;
    if (is_closed(piece->tag))
        return true;
    while (depth > 0) {
        if (!next_tag(rest, &tag))
            return false;
        if (tag.at[1] == '/')
            depth--;
        else if (!is_closed(tag))
            depth++;
    }
    piece->whole = from_to(piece->tag.at, rest->at);
    piece->inner = from_to(piece->tag.at + piece->tag.length, tag.at);
    return true;
}

/* The next attribute of a tag: its name, and the whole of it. */
static bool next_attribute(struct str *rest, struct str *name,
                           struct str *whole)
{
    const char *end = rest->at + rest->length;
    const char *equals = find(*rest, "=");
    const char *from, *quote;

    if (equals == NULL)
        return false;
    for (from = equals; from > rest->at && strchr(" \t\n", from[-1]) == NULL;)
        from--;
    quote = equals + strcspn(equals, "\"'");
    *name = from_to(from, equals);
    *whole = from_to(from, strchr(quote + 1, *quote) + 1);
    *rest = from_to(whole->at + whole->length, end);
    return true;
}

static bool has_attribute(struct str tag, struct str wanted)
{
    struct str name, whole;

    while (next_attribute(&tag, &name, &whole))
        if (str_equal(name, wanted))
            return true;
    return false;
}

static struct str attribute_of(struct str tag, const char *wanted)
{
    struct str name, whole;

    while (next_attribute(&tag, &name, &whole))
        if (str_is(name, wanted))
            return whole;
    return (struct str){NULL, 0};
}

static struct str bundled(const char *name)
{
    size_t size = 0;
    const char *bytes = cis_bundled_file(name, &size);

    return (struct str){bytes, size};
}

static void copy_attributes(struct buf *out, struct str tag, struct str unless)
{
    struct str name, whole;

    while (next_attribute(&tag, &name, &whole)) {
        if (unless.at != NULL && has_attribute(unless, name))
            continue;
        buf_byte(out, ' ');
        buf_append(out, whole);
    }
}

/* The elements of that name; whether there are any. */
static bool copy_named(struct buf *out, struct str text, const char *name)
{
    struct piece piece;
    bool any = false;

    while (next_piece(&text, &piece)) {
        if (!str_is(piece.name, name))
            continue;
        buf_append(out, piece.whole);
        buf_byte(out, '\n');
        any = true;
    }
    return any;
}

/* The base record, with what the example has in place of its own. */
static void write_record(struct buf *out, struct str example)
{
    struct str rest = bundled(RECORD);
    struct str first = example;
    struct piece base, own;
    struct str attributes = {NULL, 0};

    if (!next_piece(&rest, &base))
        return;
    if (next_piece(&first, &own) && str_is(own.name, "summit"))
        attributes = own.tag;
    buf_text(out, "<summit");
    copy_attributes(out, base.tag, attributes);
    if (attributes.at != NULL)
        copy_attributes(out, attributes, (struct str){NULL, 0});
    buf_text(out, ">\n");
    for (size_t i = 0; i < class_summit.child_count; i++) {
        const char *name = class_summit.children[i].name;
        if (!copy_named(out, example, name))
            copy_named(out, base.inner, name);
    }
    buf_text(out, "</summit>\n");
}

/* A whole record, which lacks but its namespace; or parts of one. */
static void write_summit(struct buf *out, struct str example)
{
    struct str rest = example;
    struct piece piece;

    if (!next_piece(&rest, &piece) || !str_is(piece.name, "summit") ||
        piece.inner.at == NULL) {
        write_record(out, example);
        return;
    }
    buf_text(out, "<summit" NAMESPACE);
    buf_append(out, from_to(piece.name.at + piece.name.length,
                            example.at + example.length));
}

/* Whether the example has it: by its id, else any of its name will do. */
static bool replaced(struct str example, const struct piece *piece)
{
    struct str id = attribute_of(piece->tag, "id");
    struct piece own;

    while (next_piece(&example, &own)) {
        struct str own_id = attribute_of(own.tag, "id");
        if (str_equal(own.name, piece->name) &&
            (own_id.at == NULL || str_equal(own_id, id)))
            return true;
    }
    return false;
}

/* What the entries of a part are called. */
static struct str entry_name(struct str part)
{
    struct piece entry;

    return next_piece(&part, &entry) ? entry.name : (struct str){NULL, 0};
}

static bool has_named(struct str example, struct str name)
{
    struct piece own;

    while (next_piece(&example, &own))
        if (str_equal(own.name, name))
            return true;
    return false;
}

/* A part of the registry, and at its end what the example has for it. Where
 * it has none, the terms are left out: the gaps in them are notes. */
static void write_part(struct buf *out, const struct piece *part,
                       struct str example)
{
    struct str name = entry_name(part->inner);
    struct str rest = part->inner;
    struct piece entry;

    if (str_is(part->name, "terms") && !has_named(example, name))
        return;
    buf_append(out, part->tag);
    while (next_piece(&rest, &entry))
        if (!replaced(example, &entry))
            buf_append(out, entry.whole);
    while (next_piece(&example, &entry))
        if (str_equal(entry.name, name))
            buf_append(out, entry.whole);
    buf_format(out, "</%.*s>\n", STR_ARGS(part->name));
}

static void write_registry(struct buf *out, struct str example)
{
    struct str rest = bundled(REGISTRY);
    struct piece base, part;

    if (!next_piece(&rest, &base))
        return;
    buf_append(out, base.tag);
    while (next_piece(&base.inner, &part)) {
        if (str_is(part.name, "name"))
            buf_append(out, part.whole);
        else
            write_part(out, &part, example);
    }
    buf_text(out, "</registry>\n");
}

void example_write(struct buf *out, const char *code, const char *example)
{
    struct str text = str_of(example);

    if (code[0] == 'C') {
        buf_text(out, "<summits" NAMESPACE ">\n");
        buf_append(out, text);
        buf_text(out, "</summits>\n");
    } else if (code[0] == 'G') {
        write_registry(out, text);
    } else if (code[0] != 'W') {
        write_summit(out, text);
    } else if (strcmp(code, "W006") != 0) {
        buf_append(out, text);
    }
}
