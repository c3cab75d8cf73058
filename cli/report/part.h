/* What one input adds to every report: made apart, joined in order. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PART_H
#define REPORT_PART_H

#include "fingerprint.h"
#include "report.h"

/* Made by one thread, while others make theirs. */
struct part {
    const struct report *report;
    struct part_copy {
        struct page page;
        char *bytes;
        size_t size;
    } copies[REPORT_TARGETS];
    struct fingerprints known;
    struct report_tally tally;
};

/* Failures of memory are kept: part_join hands them on to the report. */
void part_open(struct part *part, const struct report *report);
/* reason: why the record suppresses it, or NULL. */
void part_finding(struct part *part, const struct cis_finding *finding,
                  const char *reason);
void part_input(struct part *part, const struct report_input *input);

/* Adds it to the report, and frees it. false where nothing is left that could
 * be written to. */
bool part_join(struct part *part, struct report *report);

/* Frees what part_input has left, and adds it to nothing. */
void part_free(struct part *part);

#endif
