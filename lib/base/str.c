/* String views, and the buffer that remembers a failed allocation. */
/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct str str_of(const char *text)
{
    if (text == NULL)
        return (struct str){0};
    return (struct str){text, strlen(text)};
}

const char *str_start(struct str a)
{
    return a.at != NULL ? a.at : "";
}

bool str_equal(struct str a, struct str b)
{
    return a.length == b.length &&
           (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

bool str_is(struct str a, const char *text)
{
    return str_equal(a, str_of(text));
}

int str_compare(struct str a, struct str b)
{
    size_t common = a.length < b.length ? a.length : b.length;
    int order = common > 0 ? memcmp(a.at, b.at, common) : 0;

    if (order != 0)
        return order;
    return (a.length > b.length) - (a.length < b.length);
}

bool str_starts(struct str a, struct str prefix)
{
    return a.length >= prefix.length &&
           (prefix.length == 0 || memcmp(a.at, prefix.at, prefix.length) == 0);
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

struct str str_trim(struct str text)
{
    while (text.length > 0 && is_space(text.at[0])) {
        text.at++;
        text.length--;
    }
    while (text.length > 0 && is_space(text.at[text.length - 1]))
        text.length--;
    return text;
}

/* Mostly what an element is indented by: a line end and spaces. */
bool str_blank(struct str text)
{
    static const char eight[] = "        ";

    while (text.length > 0) {
        size_t step = text.length < 8 || memcmp(text.at, eight, 8) != 0 ? 1 : 8;

        if (!is_space(*text.at))
            return false;
        text.at += step;
        text.length -= step;
    }
    return true;
}

void buf_init(struct buf *buf, const struct cis_allocator *from)
{
    *buf = (struct buf){.from = from};
}

void buf_free(struct buf *buf)
{
    alloc_free(buf->from, buf->at);
    buf_init(buf, buf->from);
}

void buf_clear(struct buf *buf)
{
    buf->length = 0;
    buf->failed = false;
}

void buf_empty(struct buf *buf)
{
    buf->length = 0;
}

char *buf_reserve(struct buf *buf, size_t more)
{
    size_t capacity = buf->capacity > 0 ? buf->capacity : 64;
    char *grown;

    if (buf->failed || more > SIZE_MAX / 2 - buf->length) {
        buf->failed = true;
        return NULL;
    }
    if (buf->at != NULL && more <= buf->capacity - buf->length)
        return buf->at + buf->length;
    while (capacity < buf->length + more)
        capacity *= 2;
    grown = alloc_resize(buf->from, buf->at, capacity);
    if (grown == NULL) {
        buf->failed = true;
        return NULL;
    }
    buf->at = grown;
    buf->capacity = capacity;
    return grown + buf->length;
}

void buf_append(struct buf *buf, struct str text)
{
    char *room = buf_reserve(buf, text.length);

    if (room == NULL || text.length == 0)
        return;
    memcpy(room, text.at, text.length);
    buf->length += text.length;
}

void buf_byte(struct buf *buf, char byte)
{
    buf_append(buf, (struct str){&byte, 1});
}

void buf_text(struct buf *buf, const char *text)
{
    buf_append(buf, str_of(text));
}

void buf_format(struct buf *buf, const char *format, ...)
{
    va_list arguments, again;
    char *room = NULL;
    int length;

    va_start(arguments, format);
    va_copy(again, arguments);
    length = vsnprintf(NULL, 0, format, arguments);
    if (length >= 0)
        room = buf_reserve(buf, (size_t)length + 1);
    if (room != NULL) {
        vsnprintf(room, (size_t)length + 1, format, again);
        buf->length += (size_t)length;
    }
    va_end(again);
    va_end(arguments);
}

void buf_drop(struct buf *buf, size_t count)
{
    if (count > buf->length)
        count = buf->length;
    if (count == 0)
        return;
    memmove(buf->at, buf->at + count, buf->length - count);
    buf->length -= count;
}

struct str buf_str(const struct buf *buf)
{
    return (struct str){buf->at, buf->length};
}
