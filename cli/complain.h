/* What the command says about itself, on stderr, and its exit classes. */
/* SPDX-License-Identifier: MIT */
#ifndef COMPLAIN_H
#define COMPLAIN_H

#include "report/report.h"

/* The highest that applies wins. */
enum exit_class {
    EXIT_GOOD = 0,
    EXIT_INVALID = 1,   /* some input is */
    EXIT_USAGE = 2,     /* command line, profile, registry or facts are wrong */
    EXIT_UNCHECKED = 3, /* an input was not read, or a report not written */
};

enum exit_class exit_worse(enum exit_class a, enum exit_class b);

/* One line, whatever is in the texts. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* About the outputs that could not be opened, or wholly written. */
enum exit_class complain_outputs(const struct report *report);

#endif
