/* One pass in front of libxml2: limits, refusals, and where tags begin. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_GUARD_H
#define XML_GUARD_H

#include "xml/markup.h"

void guard_init(struct guard *guard, const struct cis_allocator *from,
                const struct guard_limits *limits);
void guard_free(struct guard *guard);
void guard_begin(struct guard *guard);

/*
 * Looks at the source from where it stopped, up to `until`; but stops at the
 * first tag, comment or instruction that ends at `pause` or later, and then
 * guard->safe is there. What it answers in the end does not depend on the
 * steps in which it is called.
 */
enum guard_result guard_scan(struct guard *guard, const struct source *source,
                             uint64_t until, uint64_t pause,
                             struct problem *problem);

/* After the last guard_scan, whatever it answered: makes guard->safe right.
 * GUARD_GOOD or GUARD_BROKEN. */
enum guard_result guard_settle(struct guard *guard,
                               const struct source *source);

#endif
