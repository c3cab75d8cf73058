/* Baselines: findings that were known when one was written. */
/* SPDX-License-Identifier: MIT */
#include "baseline.h"

#include "fingerprint.h"
#include "values.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum {
    FORMAT = 1
};

struct entry {
    const char *fingerprint;
    const json_t *value;
    atomic_bool met;
};

struct baseline {
    json_t *value;         /* owns what the entries point to */
    struct entry *entries; /* by fingerprint */
    size_t count;
};

static bool may_suppress(const struct cis_finding *finding)
{
    return strchr("WSX", cis_finding_code(finding)[0]) == NULL;
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *left = a;
    const struct entry *right = b;

    return strcmp(left->fingerprint, right->fingerprint);
}

/* false where it is no baseline. */
static bool take_entries(struct baseline *baseline, const json_t *findings)
{
    for (size_t i = 0; i < baseline->count; i++) {
        const json_t *value = json_array_get(findings, i);
        const json_t *fingerprint = json_object_get(value, "fingerprint");
        if (json_string_length(fingerprint) != FINGERPRINT_SIZE - 1) {
            return false;
        }
        baseline->entries[i].fingerprint = json_string_value(fingerprint);
        baseline->entries[i].value = value;
        atomic_init(&baseline->entries[i].met, false);
    }
    qsort(baseline->entries, baseline->count, sizeof *baseline->entries,
          compare_entries);
    return true;
}

/* NULL, or what is wrong. */
static const char *fill(struct baseline *baseline)
{
    const json_t *findings = json_object_get(baseline->value, "findings");
    const json_t *format = json_object_get(baseline->value, "baseline");

    baseline->count = json_array_size(findings);
    baseline->entries = calloc(baseline->count + 1, sizeof *baseline->entries);
    if (baseline->entries == NULL) {
        return cis_status_text(CIS_NO_MEMORY);
    }
    if (json_integer_value(format) != FORMAT || !json_is_array(findings) ||
        !take_entries(baseline, findings)) {
        return "it is no baseline of --write-baseline";
    }
    return NULL;
}

struct baseline *baseline_read(const char *file, char why[static BASELINE_WHY])
{
    struct baseline *baseline = calloc(1, sizeof *baseline);
    const char *wrong = cis_status_text(CIS_NO_MEMORY);
    json_error_t error;

    if (baseline != NULL) {
        baseline->value = json_load_file(file, 0, &error);
        wrong = baseline->value == NULL ? error.text : fill(baseline);
    }
    if (wrong == NULL) {
        return baseline;
    }
    snprintf(why, BASELINE_WHY, "%s", wrong);
    baseline_free(baseline);
    return NULL;
}

void baseline_free(struct baseline *baseline)
{
    if (baseline != NULL) {
        json_decref(baseline->value);
        free(baseline->entries);
        free(baseline);
    }
}

bool baseline_has(struct baseline *baseline, const struct cis_finding *finding,
                  const char *fingerprint)
{
    const struct entry key = {.fingerprint = fingerprint};

    if (baseline == NULL || !may_suppress(finding)) {
        return false;
    }
    struct entry *entry = bsearch(&key, baseline->entries, baseline->count,
                                  sizeof *baseline->entries, compare_entries);
    if (entry == NULL) {
        return false;
    }
    atomic_store(&entry->met, true);
    return true;
}

static const char *text_of(const json_t *value, const char *key)
{
    return json_string_value(json_object_get(value, key));
}

bool baseline_unused(const struct baseline *baseline, size_t *index,
                     const char **file, const char **message)
{
    while (*index < baseline->count) {
        const struct entry *entry = &baseline->entries[(*index)++];
        if (!atomic_load(&entry->met)) {
            *file = text_of(entry->value, "file");
            *message = text_of(entry->value, "message");
            return true;
        }
    }
    return false;
}

static void baseline_begin(struct page *page, const struct report_tool *tool)
{
    (void)tool;
    fprintf(page->to, "{\"baseline\":%d,\n\"findings\":[\n", FORMAT);
}

/* Past what is shown, an entry has no words: there may be millions. */
static void write_entry(struct page *page, const struct cis_finding *finding,
                        bool in_words)
{
    json_t *value;

    if (!may_suppress(finding)) {
        return;
    }
    value = json_object();
    put_text(&value, "fingerprint", page->fingerprint);
    put_text(&value, "code", cis_finding_code(finding));
    if (in_words) {
        put_text(&value, "file", cis_finding_file(finding));
        put_text(&value, "message", cis_finding_message(finding));
    }
    fputs(page->begun ? ",\n" : "", page->to);
    page->begun = true;
    print_value(page, value);
}

static void baseline_finding(struct page *page,
                             const struct cis_finding *finding)
{
    write_entry(page, finding, true);
}

/* What a record suppresses needs no baseline. */
static void baseline_suppressed(struct page *page,
                                const struct cis_finding *finding,
                                const char *reason)
{
    if (reason == NULL) {
        write_entry(page, finding, true);
    }
}

static void baseline_hidden(struct page *page,
                            const struct cis_finding *finding)
{
    write_entry(page, finding, false);
}

static void baseline_input(struct page *page, const struct report_input *input)
{
    (void)page;
    (void)input;
}

static void baseline_end(struct page *page,
                         const struct report_summary *summary)
{
    (void)summary;
    fputs("\n]}\n", page->to);
}

const struct writer baseline_writer = {
    .name = "baseline",
    .between = ",\n",
    .begin = baseline_begin,
    .finding = baseline_finding,
    .suppressed = baseline_suppressed,
    .hidden = baseline_hidden,
    .input = baseline_input,
    .end = baseline_end,
};
