/* Replaces or collapses white space, in place wherever that is possible. */
/* SPDX-License-Identifier: MIT */
#include "schema/white_space.h"

#include <stdint.h>
#include <string.h>

#define EACH_BYTE (UINT64_MAX / 0xFF) /* times a byte: eight of it */

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* Whether white space has to change: another than a space, or (to be
 * collapsed) one beside another. To be collapsed, text ends without any. */
static bool has_odd_space(struct str text, bool collapse)
{
    for (size_t i = 0; i < text.length; i++) {
        if ((unsigned char)text.at[i] > ' ' || !is_space(text.at[i]))
            continue;
        if (text.at[i] != ' ' || (collapse && is_space(text.at[i + 1])))
            return true;
    }
    return false;
}

static uint64_t load(const char *at)
{
    uint64_t word;

    memcpy(&word, at, sizeof word);
    return word;
}

/* The high bit of each byte that is a space. */
static uint64_t spaces(uint64_t word)
{
    const uint64_t low = EACH_BYTE * 0x7F;

    word ^= EACH_BYTE * ' ';
    return ~(((word & low) + low) | word | low);
}

/* Whether eight bytes, and the one after them, may have white space that has
 * to change: a control character, or two spaces. */
static bool may_change(const char *at)
{
    uint64_t word = load(at);

    return (((word - EACH_BYTE * ' ') & ~word & EACH_BYTE * 0x80) |
            (spaces(word) & spaces(load(at + 1)))) != 0;
}

/* What almost every value is, told eight bytes at a time; false says nothing.
 * The last bytes are looked at twice rather than one by one. */
static bool is_settled(struct str text)
{
    size_t last;

    if (text.length < 9 || (unsigned char)text.at[0] <= ' ' ||
        (unsigned char)text.at[text.length - 1] <= ' ')
        return false;
    last = text.length - 9;
    for (size_t i = 0; i < last; i += 8)
        if (may_change(text.at + i))
            return false;
    return !may_change(text.at + last);
}

static struct str rewrite(struct str text, bool collapse, struct buf *scratch)
{
    buf_empty(scratch);
    char *out = buf_reserve(scratch, text.length);
    if (out == NULL)
        return text;
    size_t length = 0;
    bool space = false;
    for (size_t i = 0; i < text.length; i++) {
        bool again = space && collapse;
        space = is_space(text.at[i]);
        if (!space)
            out[length++] = text.at[i];
        else if (!again)
            out[length++] = ' ';
    }
    scratch->length += length;
    return buf_str(scratch);
}

struct str space_apply(struct str raw, enum space space, struct buf *scratch)
{
    if (space == SPACE_PRESERVE || is_settled(raw))
        return raw;
    bool collapse = space == SPACE_COLLAPSE;
    struct str text = collapse ? str_trim(raw) : raw;
    if (!has_odd_space(text, collapse))
        return text;
    return rewrite(text, collapse, scratch);
}
