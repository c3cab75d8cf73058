/* Values of options: each is understood, or complained about. */
/* SPDX-License-Identifier: MIT */
#ifndef ARGS_VALUES_H
#define ARGS_VALUES_H

#include "args.h"

#include <cisvalidate/options.h>
#include <cisvalidate/rule.h>
#include <stdio.h>

/* All of these return false where they have complained. */

/* CODE or its name. */
bool value_rule(const char *value, const struct cis_rule **rule);
/* error, warning, note. */
bool value_severity(const char *value, enum cis_severity *severity);
/* CODE=LEVEL: an error, a warning, a note, or off. */
bool value_level(const char *value, const struct cis_rule **rule,
                 enum cis_level *level);
/* NAME or NAME:FILE. */
bool value_target(const char *value, struct report_target *target);
/* No two reports go to the same place. */
bool targets_differ(const struct args *args);
/* NAME=N; sets limits[NAME]. */
bool value_limit(const char *value, uint64_t limits[static CIS_LIMIT_COUNT]);
/* From 1 on, with K, M or G; what is the option's name. */
bool value_number(const char *what, const char *value, uint64_t *number);
/* auto, always, never; what is the option's name. */
bool value_sandbox(const char *value, enum sandbox *sandbox);
bool value_when(const char *what, const char *value, enum when *when);
/* From 1 to 1024, without K, M and G. */
bool value_jobs(const char *value, unsigned *jobs);
/* The name of a bundled file. */
bool value_bundled(const char *value);

/* The words that the value of an option may be, or begin with, by number; the
 * value as args_option calls it. NULL past the last, or where it is free. */
const char *value_word(const char *value, size_t index);

/* Lists the formats and limits, for --help; false for want of memory. */
bool values_help(FILE *to);

#endif
