/* The validator that the command line asks for. */
/* SPDX-License-Identifier: MIT */
#ifndef SETUP_H
#define SETUP_H

#include "args.h"
#include "complain.h"

#include <cisvalidate/validator.h>

/* EXIT_GOOD, or the exit class after a complaint; *validator is then NULL.
 * *show: how many findings of an input are to be shown. Where there is a
 * baseline, which has all findings, the validator tells more. */
enum exit_class setup_validator(const struct args *args,
                                struct cis_validator **validator,
                                uint64_t *show);

/* Of what the run itself is given, and no input: goes to stderr. context: a
 * struct report_look. */
void setup_show(void *context, const struct cis_finding *finding);

#endif
