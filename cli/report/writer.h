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
    bool quiet;        /* findings only, no verdicts */
    bool verbose;      /* skipped rules too */
    bool colour;       /* on standard output */
    bool colour_files; /* in files */
    bool links;        /* to inputs, where there is colour */
};

/* One input, after its last finding. */
struct report_input {
    const char *path;
    enum cis_status status;
    const char *reason; /* why it could not be read, or NULL */
    uint64_t shown;     /* findings that the writer has been given */
    enum cis_verdict verdict;
    uint64_t findings[CIS_ERROR + 1]; /* these do without what the baseline */
    uint64_t suppressed;              /* has, which are so many */
    const struct cis_session *session;
};

/* The records of all inputs, judged by each other. */
struct report_corpus {
    uint64_t summits;
    uint64_t shown;
    uint64_t findings[CIS_ERROR + 1];
};

/* How many findings are counted, and were not given. */
uint64_t report_unshown(const struct report_input *input);
uint64_t report_corpus_unshown(const struct report_corpus *corpus);

/* Of the inputs and of what is found across them. */
struct report_summary {
    uint64_t inputs;
    uint64_t verdicts[CIS_VALID + 1];
    uint64_t findings[CIS_ERROR + 1];
};

/* The input that a fact of that finding stands in. */
const char *report_fact_file(const struct cis_finding *finding,
                             const struct cis_fact *fact);

/* Where a writer writes, and what it keeps. */
struct page {
    FILE *to;
    const struct report_look *look;
    bool colour;
    bool links;
    bool across;             /* findings are of any input, after the last one */
    bool begun;              /* something stands before what comes */
    const char *fingerprint; /* of the finding that is given */
    void *state; /* of the current input: made by finding, freed by input */
    bool failed; /* for want of memory: the report is not whole */
};

/*
 * A row of the table in report.c. Writers test no result of printing: it is
 * tested once, when the page is flushed. All but finding and input may be NULL.
 * Between two inputs a writer keeps nothing: each has a page of its own, maybe
 * in another thread, and the pages are joined in the order of the inputs.
 * Findings across inputs come after them, on the page of begin and end.
 */
struct writer {
    const char *name;
    const char *between; /* two inputs that have said something, or NULL */
    void (*begin)(struct page *page, const struct report_tool *tool);
    void (*finding)(struct page *page, const struct cis_finding *finding);
    /* by the record, for that reason; or, NULL, by the baseline */
    void (*suppressed)(struct page *page, const struct cis_finding *finding,
                       const char *reason);
    /* past --max-findings: known only where there is a baseline */
    void (*hidden)(struct page *page, const struct cis_finding *finding);
    void (*input)(struct page *page, const struct report_input *input);
    void (*corpus)(struct page *page, const struct report_corpus *corpus);
    void (*end)(struct page *page, const struct report_summary *summary);
};

extern const struct writer github_writer;
extern const struct writer gitlab_writer;
extern const struct writer json_writer;
extern const struct writer junit_writer;
extern const struct writer ndjson_writer;
extern const struct writer sarif_writer;
extern const struct writer text_writer;

#endif
