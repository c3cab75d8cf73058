/* Chains of languages, "ru;en;*", and the tags that they match. */
/* SPDX-License-Identifier: MIT */
#include "base/lang.h"

#include <string.h>

bool lang_next(struct str *chain, struct str *range)
{
    const char *end;

    while (chain->length > 0) {
        end = memchr(chain->at, ';', chain->length);
        range->at = chain->at;
        range->length = end != NULL ? (size_t)(end - chain->at) : chain->length;
        chain->at += range->length + (end != NULL);
        chain->length -= range->length + (end != NULL);
        *range = str_trim(*range);
        if (range->length > 0)
            return true;
    }
    return false;
}

/* Tags are ASCII; the locale has no say. */
static char lower(char byte)
{
    return (char)(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
}

bool lang_matches(struct str range, struct str tag)
{
    if (str_is(range, "*"))
        return true;
    if (range.length > tag.length)
        return false;
    for (size_t i = 0; i < range.length; i++)
        if (lower(range.at[i]) != lower(tag.at[i]))
            return false;
    return range.length == tag.length || tag.at[range.length] == '-';
}
