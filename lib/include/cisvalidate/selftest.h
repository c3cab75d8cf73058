/* The library tested by the examples of its own rules. */
/* SPDX-License-Identifier: MIT */
#ifndef CISVALIDATE_SELFTEST_H
#define CISVALIDATE_SELFTEST_H

#include <cisvalidate/status.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One example of a code: the bad one, which must give just that finding, or
 * the good one, which must give none. why: what it gave instead; NULL where
 * it passed. Texts live until the callback returns. */
typedef void cis_self_test_fn(void *context, const char *code, bool bad,
                              bool passed, const char *why);

/*
 * Runs the bad and the good example of every code through this library, in
 * the order of the codes. Reads and writes no file. CIS_OK where all have
 * passed, CIS_INTERNAL where one has not; on anything else not all were run.
 * report may be NULL.
 */
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_self_test(cis_self_test_fn *report, void *context);

#ifdef __cplusplus
}
#endif

#endif
