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
    uint64_t show;             /* findings of one input, at most */
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
/* The findings of one input, or across them, as far as they have come. */
struct report_tally {
    uint64_t shown;
    uint64_t suppressed[CIS_ERROR + 1]; /* by the baseline */
    uint64_t known_shown;               /* of these … */
    uint64_t excused_shown;             /* … and of those of the record */
};

/* What becomes of a finding in the reports. */
enum report_fate {
    FATE_SHOWN,
    FATE_KNOWN,
    FATE_EXCUSED,
    FATE_HIDDEN
};

/* Counts it. reason: why the record suppresses it, or NULL. fingerprint may
 * be NULL, for want of memory. */
enum report_fate report_fate(const struct report *report,
                             struct report_tally *tally,
                             const struct cis_finding *finding,
                             const char *reason, const char *fingerprint);

/* To one writer. */
void report_tell(struct page *page, const struct writer *writer,
                 const struct cis_finding *finding, const char *reason,
                 enum report_fate fate);

/* After the last input: one that is found across them, then the last word on
 * them. */
void report_finding(struct report *report, struct report_tally *tally,
                    const struct cis_finding *finding, const char *reason,
                    const char *fingerprint);
void report_corpus(struct report *report, const struct report_corpus *corpus);
void report_end(struct report *report, const struct report_summary *summary);

/* Nothing was checked: files stay as they were. */
void report_abandon(struct report *report);

/* Closes the outputs, and puts in place the files that are whole; the errors
 * stay in copies[].output.error. */
void report_close(struct report *report);

#endif
