/* The decoded text still needed, and its offsets as lines and columns. */
/* SPDX-License-Identifier: MIT */
#include "xml/source.h"

#include "base/utf8.h"

#include <string.h>

enum {
    MARK_DISTANCE = 4096,
    DISCARD_LEAST = 64 * 1024,
    COUNT_STEP = 64 /* fixed, so that the compiler makes vectors of it */
};

void source_init(struct source *source, const struct cis_allocator *from)
{
    *source = (struct source){.encoding = ENCODING_UTF8};
    buf_init(&source->text, from);
}

void source_free(struct source *source)
{
    alloc_free(source->text.from, source->marks);
    source->marks = NULL;
    source->mark_count = source->mark_capacity = 0;
    buf_free(&source->text);
}

void source_clear(struct source *source)
{
    buf_clear(&source->text);
    source->base = source->keep = source->reach = source->forgotten = 0;
    source->encoding = ENCODING_UTF8;
    source->mark_count = 0;
}

/* Without memory a mark is left out: only the way to the next one is longer. */
static void add_mark(struct source *source, struct source_mark mark)
{
    size_t capacity = source->mark_capacity;

    if (source->mark_count == capacity) {
        struct source_mark *marks;
        capacity = capacity == 0 ? 32 : 2 * capacity;
        marks = alloc_resize(source->text.from, source->marks,
                             capacity * sizeof *marks);
        if (marks == NULL)
            return;
        source->marks = marks;
        source->mark_capacity = capacity;
    }
    source->marks[source->mark_count++] = mark;
}

void source_begin(struct source *source, enum encoding encoding,
                  size_t mark_bytes)
{
    struct source_mark start = {0, mark_bytes, 1, 1};

    source->encoding = encoding;
    source->mark_count = 0;
    add_mark(source, start);
    /* All places rest on this one. */
    if (source->mark_count == 0)
        source->text.failed = true;
}

void source_append(struct source *source, struct str text)
{
    buf_append(&source->text, text);
}

uint64_t source_end(const struct source *source)
{
    return source->base + source->text.length;
}

uint64_t source_reach(const struct source *source)
{
    return source->reach;
}

bool source_failed(const struct source *source)
{
    return source->text.failed;
}

struct str source_from(const struct source *source, uint64_t offset)
{
    struct extent rest = {offset, source_end(source)};

    return source_text(source, rest);
}

struct str source_text(const struct source *source, struct extent where)
{
    uint64_t end = source_end(source);

    if (where.end > end)
        where.end = end;
    if (where.offset < source->base || where.offset >= where.end)
        return (struct str){"", 0};
    return (struct str){source->text.at + (where.offset - source->base),
                        (size_t)(where.end - where.offset)};
}

static size_t count_byte(struct str text, char byte)
{
    size_t count = 0;
    size_t i = 0;

    for (; i + COUNT_STEP <= text.length; i += COUNT_STEP) {
        unsigned char found = 0;
        for (size_t j = 0; j < COUNT_STEP; j++)
            found = (unsigned char)(found + (text.at[i + j] == byte));
        count += found;
    }
    for (; i < text.length; i++)
        count += text.at[i] == byte;
    return count;
}

/* In UTF-16, a character of four bytes in UTF-8 has two units. */
static uint64_t original_size(const struct source *source, struct str text)
{
    uint64_t units;

    if (source->encoding == ENCODING_UTF8)
        return text.length;
    units = utf8_count(text);
    for (size_t i = 0; i < text.length; i++)
        units += (unsigned char)text.at[i] >= 0xF0;
    return 2 * units;
}

/* Whether the byte at i of the text, which goes on in the source, ends a line:
 * of CR LF it is the LF that does. */
static bool ends_line(const struct source *source, struct str text, size_t i)
{
    const char *next = text.at + i + 1;

    if (text.at[i] == '\n')
        return true;
    return text.at[i] == '\r' &&
           (next == source->text.at + source->text.length || *next != '\n');
}

/* How many lines end in the text; *last is where the last line in it begins. */
static uint64_t count_lines(const struct source *source, struct str text,
                            size_t *last)
{
    uint64_t count = 0;
    const char *feed;

    *last = 0;
    if (text.length == 0)
        return 0;
    if (memchr(text.at, '\r', text.length) == NULL) {
        feed = memrchr(text.at, '\n', text.length);
        *last = feed == NULL ? 0 : (size_t)(feed - text.at) + 1;
        return feed == NULL ? 0 : count_byte(text, '\n');
    }
    for (size_t i = 0; i < text.length; i++) {
        if (ends_line(source, text, i)) {
            count++;
            *last = i + 1;
        }
    }
    return count;
}

static void advance(const struct source *source, struct source_mark *mark,
                    uint64_t to)
{
    struct extent way = {mark->offset, to};
    struct str text = source_text(source, way);
    size_t last;
    uint64_t lines = count_lines(source, text, &last);
    struct str line = {text.at + last, text.length - last};

    mark->column = (lines > 0 ? 1 : mark->column) + utf8_count(line);
    mark->line += lines;
    mark->original += original_size(source, text);
    mark->offset += text.length;
}

/* The last mark at or before offset. */
static struct source_mark nearest(const struct source *source, uint64_t offset)
{
    size_t low = 0;
    size_t high = source->mark_count;

    if (high == 0)
        return (struct source_mark){0, 0, 1, 1};
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->marks[middle].offset <= offset)
            low = middle;
        else
            high = middle;
    }
    return source->marks[low];
}

/* Back to where a character begins. */
static uint64_t character_start(const struct source *source, uint64_t offset)
{
    while (offset > source->base && offset < source_end(source) &&
           (source->text.at[offset - source->base] & 0xC0) == 0x80)
        offset--;
    return offset;
}

static struct source_mark mark_at(struct source *source, uint64_t offset)
{
    struct source_mark mark = nearest(source, offset);

    while (offset - mark.offset > MARK_DISTANCE) {
        advance(source, &mark,
                character_start(source, mark.offset + MARK_DISTANCE));
        add_mark(source, mark);
    }
    advance(source, &mark, offset);
    return mark;
}

/* As mark_at, and beyond the end. */
static struct source_mark resolve(struct source *source, uint64_t offset)
{
    uint64_t end = source_end(source);
    uint64_t known = offset < end ? offset : end;
    struct source_mark mark;

    if (known < source->base)
        known = source->base;
    mark = mark_at(source, known);
    if (offset > end) {
        mark.original += offset - end;
        mark.column += offset - end;
    }
    return mark;
}

void source_resolve(struct source *source, struct extent where,
                    struct cis_place *place)
{
    struct source_mark start = resolve(source, where.offset);
    struct source_mark end = start;

    if (where.end > where.offset)
        end = resolve(source, where.end);
    place->line = start.line;
    place->column = start.column;
    place->offset = start.original;
    place->end_line = end.line;
    place->end_column = end.column;
    place->end_offset = end.original;
}

bool source_copy(struct source *to, const struct cis_allocator *from,
                 struct source *source, struct extent part)
{
    struct str text = source_text(source, part);

    source_init(to, from);
    to->encoding = source->encoding;
    to->base = to->forgotten = part.offset;
    to->mark_capacity = text.length / (MARK_DISTANCE / 2) + 1;
    to->marks = alloc_new(from, to->mark_capacity * sizeof *to->marks);
    source_append(to, text);
    if (to->marks == NULL || source_failed(to))
        return false;
    add_mark(to, resolve(source, part.offset));
    mark_at(to, source_end(to));
    return true;
}

/* How much of the text before offset belongs to its line, as far as an excerpt
 * may need it. */
static size_t line_before(const struct source *source, uint64_t offset)
{
    size_t there = (size_t)(offset - source->base);
    size_t least = there > SOURCE_AROUND ? there - SOURCE_AROUND : 0;
    size_t start = there;
    struct str text = buf_str(&source->text);

    while (start > least && !ends_line(source, text, start - 1))
        start--;
    return there - start;
}

/* Makes offset the new base. */
static void drop(struct source *source, uint64_t offset)
{
    struct source_mark base = nearest(source, offset);
    size_t kept = source->mark_count;

    advance(source, &base, offset);
    while (kept > 0 &&
           source->marks[source->mark_count - kept].offset <= offset)
        kept--;
    /* One at least is dropped, marks[0]: there is room for the new one. */
    memmove(source->marks + 1, source->marks + (source->mark_count - kept),
            kept * sizeof *source->marks);
    source->marks[0] = base;
    source->mark_count = kept + 1;
    buf_drop(&source->text, (size_t)(offset - source->base));
    source->base = offset;
}

void source_discard(struct source *source, uint64_t offset)
{
    size_t dead;

    if (offset > source->keep)
        offset = source->keep;
    if (offset <= source->forgotten)
        return;
    source->forgotten = offset;
    dead = (size_t)(offset - source->base);
    if (dead < DISCARD_LEAST || dead <= source->text.length / 2)
        return;
    offset = character_start(source, offset - line_before(source, offset));
    if (offset > source->base && source->mark_count > 0)
        drop(source, offset);
}

bool source_knows(const struct source *source, uint64_t offset)
{
    return offset >= source->forgotten;
}

/* The text from offset to the end of its line, as far as an excerpt may need
 * it. */
static struct str line_after(const struct source *source, uint64_t offset)
{
    struct extent reach = {offset, offset + SOURCE_AROUND};
    struct str text = source_text(source, reach);
    size_t length = 0;

    while (length < text.length && text.at[length] != '\n' &&
           text.at[length] != '\r')
        length++;
    return utf8_start((struct str){text.at, length}, SOURCE_EXCERPT);
}

/* The last characters of the text, at most so many. */
static struct str last_characters(struct str text, size_t characters)
{
    size_t start = text.length;

    while (start > 0 && characters > 0) {
        start--;
        characters -= (text.at[start] & 0xC0) != 0x80;
    }
    while (start < text.length && (text.at[start] & 0xC0) == 0x80)
        start++;
    return (struct str){text.at + start, text.length - start};
}

struct cis_excerpt source_excerpt(struct source *source, struct extent where,
                                  struct arena *arena)
{
    uint64_t end = source_end(source);
    uint64_t offset = where.offset < end ? where.offset : end;
    struct cis_excerpt excerpt = {NULL, 0};
    struct str before, after, both;
    size_t room;

    if (offset < source->base || source->text.length == 0)
        return excerpt;
    after = line_after(source, offset);
    room = SOURCE_EXCERPT - utf8_count(after);
    if (room < SOURCE_EXCERPT / 3)
        room = SOURCE_EXCERPT / 3;
    before.length = line_before(source, offset);
    before.at = source->text.at + (offset - source->base) - before.length;
    before = last_characters(before, room);
    both = (struct str){before.at, before.length + after.length};
    both = utf8_start(both, SOURCE_EXCERPT);
    excerpt.text = arena_copy(arena, both).at;
    excerpt.first_column = mark_at(source, offset - before.length).column;
    return excerpt;
}
