/* The version of the library, and the words for its answers. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <cisvalidate/validator.h>

const char *cis_version(void)
{
    return PACKAGE_VERSION;
}

const char *cis_status_text(enum cis_status status)
{
    switch (status) {
    case CIS_OK:
        return "done";
    case CIS_NO_MEMORY:
        return "out of memory";
    case CIS_IO_ERROR:
        return "the input could not be read";
    case CIS_MISUSE:
        return "a call out of order, or a bad argument";
    case CIS_BAD_REGISTRY:
        return "the registry is not valid";
    case CIS_BAD_PROFILE:
        return "the profile is not valid";
    case CIS_BAD_FACTS:
        return "the facts cannot be used";
    case CIS_INTERNAL:
        break;
    }
    return "a fault of the library";
}

const char *cis_verdict_name(enum cis_verdict verdict)
{
    switch (verdict) {
    case CIS_VALID:
        return "valid";
    case CIS_INVALID:
        return "invalid";
    case CIS_UNCHECKED:
        break;
    }
    return "unchecked";
}
