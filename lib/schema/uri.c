/* Takes a URI reference apart, only to see whether that can be done. */
/* SPDX-License-Identifier: MIT */
#include "schema/uri.h"

#include <string.h>

static bool letter(unsigned char byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

static bool digit(unsigned char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool hex(unsigned char byte)
{
    return digit(byte) || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'f');
}

/* 0 at the end, which no text holds itself. */
static unsigned char byte_at(struct str text, size_t at)
{
    return at < text.length ? (unsigned char)text.at[at] : 0;
}

/* Unreserved, a delimiter within a part, or one that has to be escaped. */
static bool plain(unsigned char byte)
{
    return letter(byte) || digit(byte) || byte <= ' ' || byte >= 0x7F ||
           strchr("-._~!$&'()*+,;=<>\"{}|\\^`", byte) != NULL;
}

/* Past plain characters, escapes, and those of `also`. */
static size_t skip(struct str text, size_t at, const char *also)
{
    while (at < text.length) {
        unsigned char byte = byte_at(text, at);
        if (plain(byte) || strchr(also, byte) != NULL)
            at++;
        else if (byte == '%' && hex(byte_at(text, at + 1)) &&
                 hex(byte_at(text, at + 2)))
            at += 3;
        else
            break;
    }
    return at;
}

/* Past [user@]host[:port]. */
static bool skip_authority(struct str text, size_t *at)
{
    size_t user = skip(text, *at, ":");
    if (byte_at(text, user) == '@')
        *at = user + 1;
    if (byte_at(text, *at) == '[') {
        const char *end = memchr(text.at + *at, ']', text.length - *at);
        if (end == NULL)
            return false;
        *at = (size_t)(end - text.at) + 1;
    } else {
        *at = skip(text, *at, "");
    }
    if (byte_at(text, *at) != ':')
        return true;
    size_t port = ++*at;
    while (digit(byte_at(text, *at)))
        ++*at;
    return *at > port;
}

/* What follows the scheme, or the whole where there is none: its first
 * segment holds no ":" then. */
static bool complete(struct str text, size_t at, bool relative)
{
    if (byte_at(text, at) == '/' && byte_at(text, at + 1) == '/') {
        at += 2;
        if (!skip_authority(text, &at))
            return false;
    } else if (byte_at(text, at) != '/') {
        at = skip(text, at, relative ? "@" : ":@");
    }
    if (byte_at(text, at) == '/')
        at = skip(text, at, ":@/");
    if (byte_at(text, at) == '?')
        at = skip(text, at + 1, ":@/?");
    if (byte_at(text, at) == '#')
        at = skip(text, at + 1, ":@/?[]");
    return at == text.length;
}

bool uri_reference(struct str text)
{
    size_t at = 0;
    if (letter(byte_at(text, 0)))
        while (letter(byte_at(text, at)) || digit(byte_at(text, at)) ||
               (at < text.length && strchr("+-.", text.at[at]) != NULL))
            at++;
    if (at > 0 && byte_at(text, at) == ':' && complete(text, at + 1, false))
        return true;
    return complete(text, 0, true);
}
