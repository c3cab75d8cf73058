/* What a person at a terminal is shown: colours, links, progress. */
/* SPDX-License-Identifier: MIT */
#ifndef TERMINAL_H
#define TERMINAL_H

#include "args.h"

/* The look that the options, the environment and the terminal ask for. */
struct report_look terminal_look(const struct args *args);

/* Whether there is a progress line on stderr. */
bool terminal_progress(const struct args *args);

#endif
