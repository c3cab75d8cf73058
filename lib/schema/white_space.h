/* The whiteSpace facet: what of a raw text counts. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_WHITE_SPACE_H
#define SCHEMA_WHITE_SPACE_H

#include "base/str.h"

enum space {
    SPACE_PRESERVE,
    SPACE_REPLACE,
    SPACE_COLLAPSE
};

/* Points into raw, or into scratch where white space in the middle has to
 * change (scratch->failed tells of memory). */
struct str space_apply(struct str raw, enum space space, struct buf *scratch);

#endif
