/* Reports: what is found is told to any number of writers at once. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "baseline.h"
#include "output.h"
#include "writer.h"

/* The writer of that name, of so many characters; NULL where there is none. */
const struct writer *writer_find(const char *name, size_t length);
/* By number, NULL past the last. */
const struct writer *writer_at(size_t index);

enum {
    REPORT_TARGETS = 16
};

struct report_target {
    const struct writer *writer;
    const char *file; /* NULL: standard output */
};

struct report {
    struct report_look look;
    struct baseline *baseline; /* NULL: none */
    enum cis_severity fail_on;
    size_t count;
    struct report_copy {
        const struct writer *writer;
        struct page page;
        struct output output;
    } copies[REPORT_TARGETS];
};

/* Opens at most REPORT_TARGETS outputs; false where one of them failed. */
bool report_open(struct report *report, const struct report_target *targets,
                 size_t count, struct report_look look);

void report_begin(struct report *report, const struct report_tool *tool);
/* What an input says on the copy of that number; failed: not all of it. false
 * where the copy cannot be written any more. */
bool report_add(struct report *report, size_t index, const char *bytes,
                size_t size, bool failed);
/* To one writer. */
void report_tell(struct page *page, const struct writer *writer,
                 const struct cis_finding *finding, bool suppressed);

/* After the last input: one that is found across them, then the last word on
 * them. fingerprint may be NULL, for want of memory. false where the baseline
 * suppresses it. */
bool report_finding(struct report *report, const struct cis_finding *finding,
                    const char *fingerprint);
void report_corpus(struct report *report, const struct report_corpus *corpus);
void report_end(struct report *report, const struct report_summary *summary);

/* Nothing was checked: files stay as they were. */
void report_abandon(struct report *report);

/* Closes the outputs, and puts in place the files that are whole; the errors
 * stay in copies[].output.error. */
void report_close(struct report *report);

#endif
