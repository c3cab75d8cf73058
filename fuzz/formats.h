/* Reads reports again, format by format, and asks for what was reported. */
/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_FORMATS_H
#define FUZZ_FORMATS_H

#include "made.h"

/*
 * Each aborts where the text is not in its format, has more or fewer findings
 * than were made, or not their words. Words are compared where they are plain
 * (plain_words): what becomes of others is each format's own affair.
 */
typedef void format_check(const struct made *made, const char *text,
                          size_t size);

format_check check_json, check_ndjson, check_sarif, check_gitlab,
    check_baseline, check_junit, check_github, check_text;

/* What formats.c and formats_json.c share. */
/* The inputs, then what is across them. */
const struct made_input *made_part(const struct made *made, size_t nth);
struct cis_finding *made_finding(const struct made *made, size_t nth);
size_t made_findings(const struct made *made);

/* Printable ASCII, which every format shows as it is. */
bool plain_words(const char *text);

/* Whether an input is told to be unchecked by the writer itself: its finding
 * would be that which has the reason. */
bool told_unchecked(const struct report_input *input);

/* Says both on stderr and aborts, if it is not true. */
void demand(bool true_of_it, const char *what, const char *text);

#endif
