/* What every function of the library may answer. */
/* SPDX-License-Identifier: MIT */
#ifndef CISVALIDATE_STATUS_H
#define CISVALIDATE_STATUS_H

#if defined(__GNUC__)
#define CIS_EXPORT __attribute__((visibility("default")))
#define CIS_CHECK_RESULT __attribute__((warn_unused_result))
#else
#define CIS_EXPORT
#define CIS_CHECK_RESULT
#endif

#ifdef __cplusplus
extern "C" {
#endif

enum cis_status {
    CIS_OK = 0,           /* the work was done, whatever the verdict */
    CIS_NO_MEMORY = 1,    /* an allocation failed; the verdict is unchecked */
    CIS_IO_ERROR = 2,     /* an input could not be read: unchecked */
    CIS_MISUSE = 3,       /* a call out of order, or a bad argument */
    CIS_BAD_REGISTRY = 4, /* the registry given is not one */
    CIS_INTERNAL = 5,     /* a fault of the library itself: unchecked */
    CIS_BAD_PROFILE = 6,  /* the profile given is not one */
    CIS_BAD_FACTS = 7     /* the facts given cannot be used */
};

/* What it means, in English; never NULL, never freed. */
CIS_EXPORT const char *cis_status_text(enum cis_status status);

#ifdef __cplusplus
}
#endif

#endif
