/* A line on stderr that says how far the work has come, gone at its end. */
/* SPDX-License-Identifier: MIT */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "args.h"

struct progress {
    bool on;
    bool shared;     /* reports go to a terminal, too */
    bool shown;      /* the line is on the terminal now */
    double patience; /* seconds before it is shown */
    double begun;
    double drawn;
    uint64_t inputs;
    uint64_t bytes;
    uint64_t all_inputs; /* 0: not known before the end */
    uint64_t all_bytes;
};

enum {
    PROGRESS_STEP = 100 /* milliseconds from one line to the next */
};

void progress_begin(struct progress *progress, const struct args *args);
/* One input more is done. */
void progress_count(struct progress *progress, uint64_t bytes);
/* Draws the line, if it is time. */
void progress_draw(struct progress *progress);
/* Before a report is written, and after it progress_draw: takes the line away
 * in between, where the report goes to a terminal. */
void progress_pause(struct progress *progress);
/* Takes it away. */
void progress_hide(struct progress *progress);

#endif
