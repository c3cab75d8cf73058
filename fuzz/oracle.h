/* libxml2's schema validator as an oracle, kept clear of its known faults. */
/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_ORACLE_H
#define FUZZ_ORACLE_H

#include "outcome.h"

/* Aborts where libxml2's verdict on the bytes, by the bundled schema of that
 * name, is not the outcome's. Says nothing of inputs that ours
 * could not read, or that libxml2 cannot. */
void oracle_compare(const char *schema, const void *bytes, size_t size,
                    const struct outcome *outcome);

#endif
