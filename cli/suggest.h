/* Which word of a list was likely meant. */
/* SPDX-License-Identifier: MIT */
#ifndef SUGGEST_H
#define SUGGEST_H

#include <stddef.h>

/* The word by number, NULL past the last. */
typedef const char *word_at_fn(size_t index);

/* The nearest one, or NULL where none is near. The word ends at '='. */
const char *suggest(const char *wanted, word_at_fn *word_at);

#endif
