/* Names of people: when two spellings are the same, or close. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_NAME_H
#define BASE_NAME_H

#include "base/str.h"

enum name_match {
    NAME_OTHER,
    NAME_CLOSE,
    NAME_SAME
};

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

enum {
    NAME_FORM = 512 /* bytes of a form, at most */
};

/*
 * What name_same compares, as keys: two names are the same where the form of
 * one is among the turns of the other, which begin with another word each. A
 * form may be in the room, or the name itself.
 */
struct str name_form(struct str name, char room[static NAME_FORM]);
void name_each_turn(struct str name,
                    void (*visit)(void *context, struct str form),
                    void *context);

#endif
