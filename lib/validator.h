/* What a validator holds, for the sessions that use it. */
/* SPDX-License-Identifier: MIT */
#ifndef LIB_VALIDATOR_H
#define LIB_VALIDATOR_H

#include "options.h"
#include "registry/registry.h"
#include "schema/bind.h"

#include <cisvalidate/validator.h>

struct cis_validator {
    struct cis_allocator from;
    struct guard_limits limits;
    bool rules;
    enum cis_severity fail_level;
    unsigned char levels[CODE_COUNT]; /* enum cis_level */
    struct arena arena;               /* of everything below */
    const struct schema *schema;
    const struct binding *binding; /* what validating needs */
    const struct binding *whole;   /* every field, for records */
    struct registry registry;
};

#endif
