/* The profile that the command line names, with all that it includes. */
/* SPDX-License-Identifier: MIT */
#ifndef PROFILE_H
#define PROFILE_H

#include "args.h"
#include "complain.h"

/* Sets what it says; EXIT_GOOD too where there is none. Any other class comes
 * after a complaint, with the options as they were. */
enum exit_class profile_read(const struct args *args,
                             struct cis_options *options,
                             cis_finding_fn *on_finding);

#endif
