/* The report for GitHub Actions: workflow commands that annotate files. */
/* SPDX-License-Identifier: MIT */
#include "plain.h"
#include "unicode.h"
#include "writer.h"

#include <inttypes.h>
#include <string.h>

/*
 * Nothing that is written can end its command, begin another one, or act on
 * the log: line ends and '%' are escaped as the runner asks, in properties
 * also ':' and ','; every other control character becomes U+FFFD.
 */
static void print_escaped(FILE *to, const char *text, const char *also)
{
    while (*text != '\0') {
        const struct glyph glyph = glyph_at(text);
        const bool special = glyph.point == '\n' || glyph.point == '\r' ||
                             glyph.point == '%' ||
                             (glyph.size == 1 && strchr(also, *text) != NULL);
        if (special) {
            fprintf(to, "%%%02" PRIX32, glyph.point);
        } else if (glyph.malformed || glyph_acts(glyph.point)) {
            fputs("\xEF\xBF\xBD", to);
        } else {
            fwrite(text, 1, glyph.size, to);
        }
        text += glyph.size;
    }
}

static void print_property(FILE *to, const char *text)
{
    print_escaped(to, text, ":,");
}

static void print_data(FILE *to, const char *text)
{
    print_escaped(to, text, "");
}

static void print_command(FILE *to, const char *command, const char *path)
{
    fprintf(to, "::%s file=", command);
    print_property(to, plain_path(path));
}

/* The service counts the last column in; it wants columns on one line only. */
static void print_place(FILE *to, const struct cis_place *place)
{
    fprintf(to, ",line=%" PRIu64 ",endLine=%" PRIu64, place->line,
            place->end_line);
    if (place->line == place->end_line) {
        const uint64_t last = place->end_column > place->column
                                  ? place->end_column - 1
                                  : place->column;
        fprintf(to, ",col=%" PRIu64 ",endColumn=%" PRIu64, place->column, last);
    }
}

static void print_fact(FILE *to, const struct cis_finding *finding,
                       const struct cis_fact *fact)
{
    const char *file = report_fact_file(finding, fact);

    fputs("%0Anote: ", to);
    if (cis_fact_path(fact) != NULL) {
        if (strcmp(file, cis_finding_file(finding)) != 0) {
            print_data(to, plain_path(file));
            fputs(", ", to);
        }
        fprintf(to, "line %" PRIu64 ": ", cis_fact_place(fact)->line);
    }
    print_data(to, cis_fact_message(fact));
    if (cis_fact_source(fact) != NULL) {
        fputs(" (source: ", to);
        print_data(to, cis_fact_source(fact));
        fputc(')', to);
    }
}

static void github_finding(struct page *page, const struct cis_finding *finding)
{
    static const char *const commands[] = {"notice", "warning", "error"};
    FILE *to = page->to;

    print_command(to, commands[cis_finding_severity(finding)],
                  cis_finding_file(finding));
    print_place(to, cis_finding_place(finding));
    fprintf(to, ",title=%s %s::", cis_finding_code(finding),
            cis_finding_name(finding));
    print_data(to, cis_finding_message(finding));
    for (size_t i = 0; i < cis_finding_fact_count(finding); i++) {
        print_fact(to, finding, cis_finding_fact(finding, i));
    }
    if (cis_finding_hint(finding) != NULL) {
        fputs("%0Ahint: ", to);
        print_data(to, cis_finding_hint(finding));
    }
    fputc('\n', to);
}

static void github_input(struct page *page, const struct report_input *input)
{
    const uint64_t unshown = report_unshown(input);

    if (input->status != CIS_OK && input->reason == NULL) {
        print_command(page->to, "error", input->path);
        fprintf(page->to, "::unchecked: %s\n", cis_status_text(input->status));
    }
    if (unshown > 0) {
        print_command(page->to, "notice", input->path);
        fprintf(page->to, "::%" PRIu64 " more not shown (--max-findings)\n",
                unshown);
    }
}

static void github_corpus(struct page *page, const struct report_corpus *corpus)
{
    const uint64_t unshown = report_corpus_unshown(corpus);

    if (unshown > 0) {
        fprintf(page->to,
                "::notice::%" PRIu64
                " more across records not shown (--max-findings)\n",
                unshown);
    }
}

const struct writer github_writer = {
    .name = "github",
    .finding = github_finding,
    .input = github_input,
    .corpus = github_corpus,
};
