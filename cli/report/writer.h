/* What a writer of reports is, and what it is told. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_WRITER_H
#define REPORT_WRITER_H

#include <cisvalidate/validator.h>

struct report_tool {
    const char *version;
    const char *schema;
    const char *registry;
    size_t rules;
};

struct report_look {
    bool quiet;   /* findings only, no verdicts */
    bool verbose; /* skipped rules too */
};

/* One input, after its last finding. */
struct report_input {
    uint64_t index; /* 0 is the first */
    const char *path;
    enum cis_status status;
    const char *reason; /* why it could not be read, or NULL */
    uint64_t shown;     /* findings that the writer has been given */
    const struct cis_session *session;
};

struct report_summary {
    uint64_t inputs;
    uint64_t verdicts[CIS_VALID + 1];
    uint64_t findings[CIS_ERROR + 1];
};

/* Where a writer writes, and what it keeps. */
struct page {
    FILE *to;
    const struct report_look *look;
    void *state; /* of the current input: made by finding, freed by input */
    bool failed; /* for want of memory: the report is not whole */
};

/*
 * A row of the table in report.c. Writers test no result of printing: it is
 * tested once, when the page is flushed. begin and end may be NULL. Between
 * two inputs a writer keeps nothing.
 */
struct writer {
    const char *name;
    void (*begin)(struct page *page, const struct report_tool *tool);
    void (*finding)(struct page *page, const struct cis_finding *finding);
    void (*input)(struct page *page, const struct report_input *input);
    void (*end)(struct page *page, const struct report_summary *summary);
};

extern const struct writer json_writer;
extern const struct writer text_writer;

#endif
