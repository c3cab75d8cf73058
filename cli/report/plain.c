/* Text that a format can carry: what it cannot becomes U+FFFD. */
/* SPDX-License-Identifier: MIT */
#include "plain.h"

#include "unicode.h"

#include <stdlib.h>
#include <string.h>

char *plain_copy(const char *text, bool (*carries)(uint32_t point))
{
    static const char replacement[] = "\xEF\xBF\xBD";
    char *copy = malloc(strlen(text) * (sizeof replacement - 1) + 1);
    size_t length = 0;

    if (copy == NULL) {
        return NULL;
    }
    while (*text != '\0') {
        const struct glyph glyph = glyph_at(text);
        const bool good =
            !glyph.malformed && (carries == NULL || carries(glyph.point));
        const size_t size = good ? glyph.size : sizeof replacement - 1;
        memcpy(copy + length, good ? text : replacement, size);
        length += size;
        text += glyph.size;
    }
    copy[length] = '\0';
    return copy;
}

bool plain_in_xml(uint32_t point)
{
    return point == '\t' || point == '\n' || point == '\r' ||
           (point >= 0x20 && point < 0x7F) ||
           (point >= 0xA0 && point < 0xFFFE) || point >= 0x10000;
}

const char *plain_path(const char *path)
{
    while (path[0] == '.' && path[1] == '/') {
        path += 2 + strspn(path + 2, "/");
    }
    return path;
}

/* Not the end of the text, which stands in any. */
static bool stays(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || strchr("-._~/", byte) != NULL;
}

char *plain_uri(const char *path)
{
    static const char digits[] = "0123456789ABCDEF";
    static const char scheme[] = "file://";
    const char *from = plain_path(path);
    char *uri = malloc(sizeof scheme + 3 * strlen(from));
    char *to = uri;

    if (uri == NULL) {
        return NULL;
    }
    if (from[0] == '/') {
        memcpy(to, scheme, sizeof scheme - 1);
        to += sizeof scheme - 1;
    }
    for (; *from != '\0'; from++) {
        if (stays(*from)) {
            *to++ = *from;
        } else {
            *to++ = '%';
            *to++ = digits[(unsigned char)*from >> 4];
            *to++ = digits[(unsigned char)*from & 15];
        }
    }
    *to = '\0';
    return uri;
}
