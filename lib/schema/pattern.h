/* Pattern facets: XSD regular expressions as byte automata. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_PATTERN_H
#define SCHEMA_PATTERN_H

#include "base/arena.h"
#include "schema/schema.h"

/*
 * Compiles the regular expression of XSD 1.0, appendix F: literals, ".",
 * classes with ranges, negation and subtraction, the escapes \s \S \d \D \i
 * \I \c \C \n \r \t and of single characters, groups (64 within each other),
 * "|", "?", "*", "+", "{n}", "{n,}", "{n,m}". What only tables of Unicode's
 * categories could tell, \p{...} and \w, is refused; \d means the decimal
 * digits of every script. False, with a reason in the arena in *reason, where
 * it cannot be compiled; also where memory fails (then arena->failed).
 */
bool pattern_compile(struct arena *arena, struct str text,
                     struct pattern *pattern, const char **reason);

/* Whether the whole text matches; linear in its length, for any pattern. */
bool pattern_matches(const struct pattern *pattern, struct str text);

#endif
