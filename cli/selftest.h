/* The examples of all codes, tried on this very build. */
/* SPDX-License-Identifier: MIT */
#ifndef SELFTEST_H
#define SELFTEST_H

#include "args.h"
#include "complain.h"

/* Prints which examples fail, or all with --verbose, and a summary; one that
 * fails is EXIT_INVALID. */
enum exit_class self_test(const struct args *args);

#endif
