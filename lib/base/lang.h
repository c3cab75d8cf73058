/* Chains of languages, "ru;en;*", and the tags that they match. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_LANG_H
#define BASE_LANG_H

#include "base/str.h"

/* Takes the first range off the chain; false where there is none left. */
bool lang_next(struct str *chain, struct str *range);

/* Whether the range ("ru", "zh-Hans", "*") is the tag or the beginning of its
 * subtags, in any letter case: the basic filtering of RFC 4647. */
bool lang_matches(struct str range, struct str tag);

#endif
