/* The report for people and editors: GNU style, with the source. */
/* SPDX-License-Identifier: MIT */
#include "escape.h"
#include "ink.h"
#include "snippet.h"
#include "writer.h"

#include <inttypes.h>
#include <string.h>

static void print_place(const struct page *page, const char *file,
                        const struct cis_place *place)
{
    ink_on(page, INK_PLACE);
    link_on(page, file);
    escape_print(page->to, file);
    fprintf(page->to, ":%" PRIu64 ":%" PRIu64, place->line, place->column);
    link_off(page);
    fputc(':', page->to);
    ink_off(page);
    fputc(' ', page->to);
}

static void print_word(const struct page *page, enum ink ink, const char *word)
{
    ink_on(page, ink);
    fprintf(page->to, "%s:", word);
    ink_off(page);
    fputc(' ', page->to);
}

static void print_fact(const struct page *page, const char *file,
                       const struct cis_fact *fact)
{
    const char *source = cis_fact_source(fact);
    FILE *to = page->to;

    if (cis_fact_path(fact) != NULL) {
        print_place(page, file, cis_fact_place(fact));
    }
    print_word(page, INK_NOTE, "note");
    escape_print(to, cis_fact_message(fact));
    if (source != NULL) {
        fputs(" (source: ", to);
        escape_print(to, source);
        fputc(')', to);
    }
    fputc('\n', to);
}

static void print_finding(const struct page *page,
                          const struct cis_finding *finding)
{
    const enum cis_severity severity = cis_finding_severity(finding);
    FILE *to = page->to;
    const char *file = cis_finding_file(finding);
    const struct cis_place *place = cis_finding_place(finding);
    const char *hint = cis_finding_hint(finding);

    print_place(page, file, place);
    print_word(page, (enum ink)severity, cis_severity_name(severity));
    escape_print(to, cis_finding_message(finding));
    fprintf(to, " [%s %s]\n", cis_finding_code(finding),
            cis_finding_name(finding));
    snippet_print(page, cis_finding_excerpt(finding), place);
    for (size_t i = 0; i < cis_finding_fact_count(finding); i++) {
        const struct cis_fact *fact = cis_finding_fact(finding, i);
        print_fact(page, report_fact_file(finding, fact), fact);
    }
    if (hint != NULL) {
        print_word(page, INK_HINT, "hint");
        escape_print(to, hint);
        fputc('\n', to);
    }
}

/* That an input cannot be read is said once, as its verdict. */
static void text_finding(struct page *page, const struct cis_finding *finding)
{
    if (strcmp(cis_finding_code(finding), "W006") != 0) {
        print_finding(page, finding);
    }
}

/* On one line, with -v. */
static void text_suppressed(struct page *page,
                            const struct cis_finding *finding,
                            const char *reason)
{
    if (!page->look->verbose || reason == NULL) {
        return;
    }
    print_place(page, cis_finding_file(finding), cis_finding_place(finding));
    fputs("suppressed: ", page->to);
    escape_print(page->to, cis_finding_message(finding));
    fprintf(page->to, " [%s %s]: ", cis_finding_code(finding),
            cis_finding_name(finding));
    escape_print(page->to, reason);
    fputc('\n', page->to);
}

static void print_count(FILE *to, const char **separator, uint64_t count,
                        const char *what)
{
    if (count > 0) {
        fprintf(to, "%s%" PRIu64 " %s%s", *separator, count, what,
                count == 1 ? "" : "s");
        *separator = ", ";
    }
}

static void print_counts(FILE *to, const struct report_input *input)
{
    const struct cis_session *session = input->session;
    const char *separator = " (";

    if (input->verdict == CIS_VALID) {
        print_count(to, &separator, cis_session_summits(session), "summit");
    }
    for (int severity = CIS_ERROR; severity >= CIS_NOTE; severity--) {
        print_count(to, &separator, input->findings[severity],
                    cis_severity_name((enum cis_severity)severity));
    }
    fputs(separator[0] == ',' ? ")\n" : "\n", to);
}

static void print_unchecked(const struct page *page,
                            const struct report_input *input)
{
    FILE *to = page->to;

    escape_print(to, input->path);
    fputs(": ", to);
    ink_on(page, INK_ERROR);
    fputs("unchecked", to);
    ink_off(page);
    fputs(": ", to);
    if (input->reason != NULL) {
        escape_print(to, input->reason);
        fputs(" [W006 unreadable-input]\n", to);
    } else {
        fprintf(to, "%s\n", cis_status_text(input->status));
    }
}

static void print_verdict(const struct page *page,
                          const struct report_input *input)
{
    const enum cis_verdict verdict = input->verdict;

    escape_print(page->to, input->path);
    fputs(": ", page->to);
    ink_on(page, verdict == CIS_VALID ? INK_GOOD : INK_ERROR);
    fputs(cis_verdict_name(verdict), page->to);
    ink_off(page);
    print_counts(page->to, input);
}

static void print_unshown(FILE *to, const struct report_input *input)
{
    const uint64_t unshown = report_unshown(input);

    if (unshown > 0) {
        escape_print(to, input->path);
        fprintf(to, ": note: %" PRIu64 " more not shown (--max-findings)\n",
                unshown);
    }
}

static void print_skipped(FILE *to, const struct report_input *input)
{
    const size_t count = cis_session_skip_count(input->session);

    for (size_t i = 0; i < count; i++) {
        const struct cis_skip skip = cis_session_skip(input->session, i);
        const struct cis_rule *rule = cis_rule_find(skip.code);
        escape_print(to, input->path);
        fprintf(to, ": skipped: %s %s", skip.code, cis_rule_name(rule));
        if (skip.summit[0] != '\0') {
            fputs(" of ", to);
            escape_print(to, skip.summit);
        }
        fputs(": ", to);
        escape_print(to, skip.reason);
        fputc('\n', to);
    }
}

static void print_unseen(FILE *to, const struct report_input *input)
{
    const size_t count = cis_session_unseen_count(input->session);

    for (size_t i = 0; i < count; i++) {
        escape_print(to, input->path);
        fputs(": no rule looked at ", to);
        escape_print(to, cis_session_unseen(input->session, i));
        fputc('\n', to);
    }
}

static void print_suppressed(FILE *to, const struct report_input *input)
{
    if (input->suppressed > 0) {
        escape_print(to, input->path);
        fprintf(to, ": suppressed: %" PRIu64 " by the baseline\n",
                input->suppressed);
    }
}

static void text_input(struct page *page, const struct report_input *input)
{
    if (page->look->verbose) {
        print_skipped(page->to, input);
        print_suppressed(page->to, input);
        print_unseen(page->to, input);
    }
    print_unshown(page->to, input);
    if (input->status != CIS_OK) {
        print_unchecked(page, input);
    } else if (!page->look->quiet) {
        print_verdict(page, input);
    }
}

static void text_corpus(struct page *page, const struct report_corpus *corpus)
{
    const uint64_t unshown = report_corpus_unshown(corpus);
    const char *separator = " (";

    if (unshown > 0) {
        fprintf(page->to,
                "corpus: note: %" PRIu64 " more not shown (--max-findings)\n",
                unshown);
    }
    if (page->look->quiet) {
        return;
    }
    fprintf(page->to, "corpus: %" PRIu64 " summit%s", corpus->summits,
            corpus->summits == 1 ? "" : "s");
    for (int severity = CIS_ERROR; severity >= CIS_NOTE; severity--) {
        print_count(page->to, &separator, corpus->findings[severity],
                    cis_severity_name((enum cis_severity)severity));
    }
    fputs(separator[0] == ',' ? ")\n" : "\n", page->to);
}

static void text_end(struct page *page, const struct report_summary *summary)
{
    const char *separator = ": ";

    if (page->look->quiet || summary->inputs < 2) {
        return;
    }
    fprintf(page->to, "%" PRIu64 " inputs", summary->inputs);
    for (int verdict = CIS_VALID; verdict >= CIS_UNCHECKED; verdict--) {
        if (summary->verdicts[verdict] > 0) {
            fprintf(page->to, "%s%" PRIu64 " %s", separator,
                    summary->verdicts[verdict],
                    cis_verdict_name((enum cis_verdict)verdict));
            separator = ", ";
        }
    }
    separator = "; ";
    for (int severity = CIS_ERROR; severity >= CIS_NOTE; severity--) {
        print_count(page->to, &separator, summary->findings[severity],
                    cis_severity_name((enum cis_severity)severity));
    }
    fputc('\n', page->to);
}

const struct writer text_writer = {
    .name = "text",
    .finding = text_finding,
    .suppressed = text_suppressed,
    .input = text_input,
    .corpus = text_corpus,
    .end = text_end,
};
