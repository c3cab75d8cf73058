/* What can be wrong with an input before it is anyone's record. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_PROBLEM_H
#define XML_PROBLEM_H

#include "finding/finding.h"

/* One of W001 to W005, where, and why. */
struct problem {
    enum code code;
    struct extent where;
    char message[256];
    char hint[128]; /* "" for none */
};

/* Sets everything; the hint is none until problem_hint. */
void problem_set(struct problem *problem, enum code code, uint64_t offset,
                 uint64_t end, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
void problem_hint(struct problem *problem, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
