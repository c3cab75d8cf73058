/* The limits that the reader's tests read with. */
/* SPDX-License-Identifier: MIT */
#ifndef READER_LIMITS_H
#define READER_LIMITS_H

#include "xml/reader.h"

static const struct guard_limits limits = {{[CIS_LIMIT_BYTES] = 1 << 24,
                                            [CIS_LIMIT_DEPTH] = 8,
                                            [CIS_LIMIT_ATTRIBUTES] = 16,
                                            [CIS_LIMIT_NAME] = 64,
                                            [CIS_LIMIT_VALUE] = 4096,
                                            [CIS_LIMIT_TAG] = 8192}};

#endif
