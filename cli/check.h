/* The inputs, one by one through a session, and what is reported of them. */
/* SPDX-License-Identifier: MIT */
#ifndef CHECK_H
#define CHECK_H

#include "args.h"
#include "complain.h"

enum exit_class check_inputs(const struct args *args);

#endif
