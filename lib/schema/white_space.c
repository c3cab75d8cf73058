/* Replaces or collapses white space, in place wherever that is possible. */
/* SPDX-License-Identifier: MIT */
#include "schema/white_space.h"

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

static struct str rewrite(struct str text, bool collapse, struct buf *scratch)
{
    buf_clear(scratch);
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
    if (space == SPACE_PRESERVE)
        return raw;
    bool collapse = space == SPACE_COLLAPSE;
    struct str text = collapse ? str_trim(raw) : raw;
    if (!has_odd_space(text, collapse))
        return text;
    return rewrite(text, collapse, scratch);
}
