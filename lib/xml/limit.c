/* The table of limits. */
/* SPDX-License-Identifier: MIT */
#include "xml/limit.h"

#include <string.h>

static const struct {
    const char *name;
    uint64_t value;
} limits[CIS_LIMIT_COUNT] = {
    [CIS_LIMIT_BYTES] = {"bytes", UINT64_C(2) << 30},
    [CIS_LIMIT_DEPTH] = {"depth", 64},
    [CIS_LIMIT_ATTRIBUTES] = {"attributes", 256},
    [CIS_LIMIT_NAME] = {"name", 256},
    [CIS_LIMIT_VALUE] = {"value", UINT64_C(1) << 20},
    [CIS_LIMIT_TAG] = {"tag", UINT64_C(4) << 20},
    [CIS_LIMIT_FINDINGS] = {"findings", 1000},
};

uint64_t limit_default(enum cis_limit limit)
{
    return limit < CIS_LIMIT_COUNT ? limits[limit].value : 0;
}

bool cis_limit_find(const char *name, enum cis_limit *limit)
{
    for (int i = 0; name != NULL && i < CIS_LIMIT_COUNT; i++) {
        if (strcmp(limits[i].name, name) == 0) {
            *limit = (enum cis_limit)i;
            return true;
        }
    }
    return false;
}

const char *cis_limit_name(enum cis_limit limit)
{
    return limit < CIS_LIMIT_COUNT ? limits[limit].name : NULL;
}
