/* Names of people: when two spellings are the same, or close. */
/* SPDX-License-Identifier: MIT */
#include "base/name.h"

enum name_match name_compare(struct str a, struct str b)
{
    return str_equal(a, b) ? NAME_SAME : NAME_OTHER;
}
