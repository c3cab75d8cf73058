/* What one input adds to every report: made apart, joined in order. */
/* SPDX-License-Identifier: MIT */
#include "part.h"

#include <stdlib.h>

void part_open(struct part *part, const struct report *report)
{
    part->report = report;
    part->known = (struct fingerprints){.slots = NULL};
    part->tally = (struct report_tally){.shown = 0};
    for (size_t i = 0; i < report->count; i++) {
        /* the rest of the report's page is another thread's to write */
        const struct page *like = &report->copies[i].page;
        struct part_copy *copy = &part->copies[i];
        *copy = (struct part_copy){.page = {.look = like->look,
                                            .colour = like->colour,
                                            .links = like->links}};
        copy->page.to = open_memstream(&copy->bytes, &copy->size);
    }
}

void part_finding(struct part *part, const struct cis_finding *finding,
                  const char *reason)
{
    char fingerprint[FINGERPRINT_SIZE];
    const bool named = fingerprint_make(&part->known, finding, fingerprint);
    const enum report_fate fate =
        report_fate(part->report, &part->tally, finding, reason,
                    named ? fingerprint : NULL);

    for (size_t i = 0; i < part->report->count; i++) {
        struct page *page = &part->copies[i].page;
        page->failed = page->failed || !named || page->to == NULL;
        page->fingerprint = fingerprint;
        if (page->to != NULL) {
            report_tell(page, part->report->copies[i].writer, finding, reason,
                        fate);
        }
        page->fingerprint = NULL;
    }
}

void part_input(struct part *part, const struct report_input *input)
{
    for (size_t i = 0; i < part->report->count; i++) {
        struct page *page = &part->copies[i].page;
        if (page->to == NULL) {
            page->failed = true;
            continue;
        }
        part->report->copies[i].writer->input(page, input);
        const bool good = !ferror(page->to);
        page->failed = fclose(page->to) != 0 || !good || page->failed;
        page->to = NULL;
    }
    fingerprints_free(&part->known);
}

bool part_join(struct part *part, struct report *report)
{
    bool works = false;

    for (size_t i = 0; i < report->count; i++) {
        struct part_copy *copy = &part->copies[i];
        works =
            report_add(report, i, copy->bytes, copy->size, copy->page.failed) ||
            works;
    }
    part_free(part);
    return works;
}

void part_free(struct part *part)
{
    for (size_t i = 0; i < part->report->count; i++) {
        free(part->copies[i].bytes);
        part->copies[i].bytes = NULL;
    }
}
