/* Where a report goes: standard output, or a file that appears whole. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_OUTPUT_H
#define REPORT_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

struct output {
    FILE *stream;     /* NULL where it could not be opened */
    const char *file; /* as it was asked for; NULL: standard output */
    char *place;      /* the file that is replaced at the end, or NULL */
    char *temporary;  /* what is written until then, in the same folder */
    int error;        /* errno of the first failure, or 0 */
    bool abandoned;   /* the file is to stay as it was */
};

/* Opens it; output->error says whether that failed. Regular and new files are
 * written beside and renamed; devices and pipes are written to as they are. */
void output_open(struct output *output, const char *file);

/* Hands on what is buffered, and notes a failure. */
void output_flush(struct output *output);

/* Closes it. After a failure, or abandoned, the file is left as it was. */
void output_close(struct output *output);

#endif
