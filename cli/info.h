/* What the command can tell: codes, bundled files, versions, help. */
/* SPDX-License-Identifier: MIT */
#ifndef INFO_H
#define INFO_H

#include "args.h"
#include "complain.h"

/* For every action but ACTION_CHECK. */
enum exit_class info_print(const struct args *args);

#endif
