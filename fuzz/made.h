/* A run of the command made up from bytes, to be reported on. */
/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_MADE_H
#define FUZZ_MADE_H

#include "../cli/report/report.h"
#include "finding/finding.h"

enum {
    MADE_INPUTS = 3,
    MADE_FINDINGS = 4
};

/* One input, with what was found in it, or across all. Its session has just
 * what writers ask of one. */
struct made_input {
    struct report_input input;
    struct findings findings;
    struct findings excused; /* suppressed by the record … */
    const char *reason;      /* … for that reason */
};

struct made {
    struct arena arena;
    struct report_look look;
    size_t count; /* of inputs */
    struct made_input inputs[MADE_INPUTS];
    struct made_input across;
    struct report_corpus corpus;
    struct report_summary summary;
    const uint8_t *data;
    size_t left;
};

/* Texts and file names are any bytes but NUL, numbers are any numbers. */
void made_init(struct made *made, const uint8_t *data, size_t size);
void made_free(struct made *made);

#endif
