/* Names of people: when two spellings are the same, or close. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_NAME_H
#define BASE_NAME_H

#include "base/str.h"

enum name_match { NAME_OTHER, NAME_CLOSE, NAME_SAME };

/*
 * Same: equal after case folding, without diacritics, hyphens and
 * patronymics, in either order of given and family name, Latin or Cyrillic
 * alike. Close: edit distance at most 2, as they are written or, with
 * Cyrillic put into Latin, as they sound; a name of less than five letters
 * is close to none. Names of more than 128 characters are the same only
 * byte by byte.
 */
enum name_match name_compare(struct str a, struct str b);

/* Whether name_compare would say NAME_SAME, and much faster. */
bool name_same(struct str a, struct str b);

#endif
