/* Makes whole inputs of the examples in codes.def. */
/* SPDX-License-Identifier: MIT */
#ifndef LIB_EXAMPLE_H
#define LIB_EXAMPLE_H

#include "base/str.h"

/*
 * The example of a code as an input that can be validated, appended to out:
 * see the head of codes.def for what an example is. W006 gives nothing, for
 * it is about an input that cannot be read.
 */
void example_write(struct buf *out, const char *code, const char *example);

#endif
