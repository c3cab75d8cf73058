/* The limits on inputs: their names, and what they are unless told. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_LIMIT_H
#define XML_LIMIT_H

#include <cisvalidate/options.h>

/* 0 for what is no limit. */
uint64_t limit_default(enum cis_limit limit);

#endif
