/* Baselines: findings that were known when one was written. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_BASELINE_H
#define REPORT_BASELINE_H

#include "writer.h"

#include <stdbool.h>

/* Shared by threads: what is marked in it are entries that were met. */
struct baseline;

enum {
    BASELINE_WHY = 256
};

/* NULL, and why, where it cannot be read. */
struct baseline *baseline_read(const char *file, char why[static BASELINE_WHY]);
void baseline_free(struct baseline *baseline);

/* Whether the finding is in it, which may be NULL: never one of XML, schema
 * or references (W, S, X). */
bool baseline_has(struct baseline *baseline, const struct cis_finding *finding,
                  const char *fingerprint);

/* The next entry that no finding has met, from *index on, which begins at 0:
 * what was found, and the file; NULL, of one past --max-findings. false after
 * the last. */
bool baseline_unused(const struct baseline *baseline, size_t *index,
                     const char **file, const char **message);

/* Writes one; no name of --format. */
extern const struct writer baseline_writer;

#endif
