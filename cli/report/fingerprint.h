/* Names of findings that stay the same while lines move. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_FINGERPRINT_H
#define REPORT_FINGERPRINT_H

#include <cisvalidate/finding.h>
#include <stdbool.h>
#include <stdint.h>

enum {
    FINGERPRINT_SIZE = 17 /* sixteen hexadecimal digits */
};

/* Of one input: findings that are alike in all that counts are told apart by
 * their order. Begins as all zeros. */
struct fingerprints {
    struct fingerprint_slot {
        uint64_t hash;
        uint64_t count; /* 0: the slot is free */
    } * slots;
    size_t size; /* a power of two, or 0 */
    size_t used;
};

/* From the code, the path in the record, the message, and the file. false
 * where memory fails. */
bool fingerprint_make(struct fingerprints *known,
                      const struct cis_finding *finding,
                      char text[static FINGERPRINT_SIZE]);
void fingerprints_free(struct fingerprints *known);

#endif
