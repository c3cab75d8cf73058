/* What somebody may have meant: the nearest of several words. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_SUGGEST_H
#define BASE_SUGGEST_H

#include "base/str.h"

/*
 * Edit distance in characters (insert, delete, replace, swap of neighbours),
 * or limit + 1 where it is more. Words over 128 characters are that far.
 */
unsigned edit_distance(struct str a, struct str b, unsigned limit);

/*
 * Collects candidates one by one and keeps the nearest; the first wins a
 * tie. A candidate counts when its distance is at most 2, and at most a
 * third of the longer word's length (case alone always counts).
 */
struct suggestion {
    struct str wanted;
    struct str best; /* none until a candidate counts */
    unsigned distance;
};

void suggest_start(struct suggestion *suggestion, struct str wanted);
void suggest_consider(struct suggestion *suggestion, struct str candidate);

#endif
