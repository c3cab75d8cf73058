/* The records of all inputs, judged by each other. */
/* SPDX-License-Identifier: MIT */
#include "corpus.h"

#include "report/fingerprint.h"

struct judging {
    struct report *report;
    struct fingerprints known;
    struct report_tally tally;
};

static void note_suppressed(void *context, const struct cis_finding *finding,
                            const char *reason)
{
    struct judging *judging = context;
    char fingerprint[FINGERPRINT_SIZE];
    const bool named = fingerprint_make(&judging->known, finding, fingerprint);

    report_finding(judging->report, &judging->tally, finding, reason,
                   named ? fingerprint : NULL);
}

static void note_finding(void *context, const struct cis_finding *finding)
{
    note_suppressed(context, finding, NULL);
}

enum exit_class corpus_judge(struct cis_corpus *corpus, struct report *report,
                             struct report_summary *summary)
{
    struct judging judging = {.report = report};
    struct report_corpus told = {.summits = cis_corpus_summits(corpus)};
    enum exit_class worst = EXIT_GOOD;

    cis_corpus_on_suppressed(corpus, note_suppressed, &judging);
    const enum cis_status status =
        cis_corpus_finish(corpus, note_finding, &judging);
    fingerprints_free(&judging.known);
    if (status != CIS_OK) {
        complain("the records cannot be judged by each other: %s",
                 cis_status_text(status));
        return EXIT_UNCHECKED;
    }
    told.shown = judging.tally.shown;
    for (int i = CIS_NOTE; i <= CIS_ERROR; i++) {
        const enum cis_severity severity = (enum cis_severity)i;
        told.findings[i] =
            cis_corpus_count(corpus, severity) - judging.tally.suppressed[i];
        summary->findings[i] += told.findings[i];
        if (severity >= report->fail_on && told.findings[i] > 0) {
            worst = EXIT_INVALID;
        }
    }
    report_corpus(report, &told);
    return worst;
}
