/* Any bytes as text that XML can carry, and back. */
/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "rules/facts.h"

/* Whether those bytes are one character that XML can carry as it is, also in
 * an attribute, where a tab or a line end would have to be written apart. */
static bool carries(struct str bytes, size_t *size)
{
    uint32_t point = utf8_decode(bytes, size);
    struct str one = {bytes.at, *size};

    if (point == 0xFFFD)
        return str_is(one, "\xEF\xBF\xBD");
    return point >= ' ' && point != 0xFFFE && point != 0xFFFF;
}

void facts_escape(struct buf *to, struct str bytes)
{
    size_t size;

    for (; bytes.length > 0; bytes.at += size, bytes.length -= size) {
        bool good = carries(bytes, &size);

        if (*bytes.at == '\\')
            buf_text(to, "\\\\");
        else if (good)
            buf_append(to, (struct str){bytes.at, size});
        for (size_t i = 0; !good && i < size; i++)
            buf_format(to, "\\x%02X", (unsigned)(unsigned char)bytes.at[i]);
    }
}

static unsigned digit_of(char digit)
{
    return (unsigned)(digit <= '9' ? digit - '0' : digit - 'A' + 10);
}

/* The schema has seen to it that each backslash is followed by what it must
 * be; where it is not, it stands for itself. */
struct str facts_unescape(struct arena *arena, struct str text)
{
    char *out = arena_room(arena, text.length + 1);
    size_t length = 0;

    if (out == NULL || text.at == NULL)
        return (struct str){0};
    for (size_t i = 0; i < text.length; i++) {
        const char *at = text.at + i;

        if (*at == '\\' && i + 3 < text.length && at[1] == 'x') {
            out[length++] = (char)(digit_of(at[2]) << 4 | digit_of(at[3]));
            i += 3;
        } else {
            out[length++] = *at;
            i += *at == '\\' && i + 1 < text.length;
        }
    }
    out[length] = '\0';
    return (struct str){out, length};
}
