/* Options of a validator: limits, rules, registry, memory. */
/* SPDX-License-Identifier: MIT */
#ifndef CISVALIDATE_OPTIONS_H
#define CISVALIDATE_OPTIONS_H

#include <cisvalidate/finding.h>
#include <cisvalidate/status.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The host's memory functions, like malloc, realloc and free, with a pointer
 * of the host's own. They must be thread-safe where sessions run in several
 * threads. libxml2 allocates with its own functions (xmlMemSetup).
 */
struct cis_allocator {
    void *(*allocate)(void *context, size_t size);
    void *(*resize)(void *context, void *block, size_t size);
    void (*release)(void *context, void *block);
    void *context;
};

enum cis_limit {
    CIS_LIMIT_BYTES,      /* bytes of one input: 2 GiB */
    CIS_LIMIT_DEPTH,      /* elements within each other: 64 */
    CIS_LIMIT_ATTRIBUTES, /* attributes of one element: 256 */
    CIS_LIMIT_NAME,       /* bytes of one name: 256 */
    CIS_LIMIT_VALUE,      /* bytes of one value or text: 1 MiB */
    CIS_LIMIT_TAG,        /* bytes of one tag: 4 MiB */
    CIS_LIMIT_FINDINGS,   /* findings shown of one input: 1,000; all are
                             counted, and none is lost to the verdict */
    CIS_LIMIT_COUNT       /* here; a later library may have more */
};

struct cis_options;

/* NULL where memory fails. allocator may be NULL for malloc and friends; it
 * is copied, and serves everything made from these options. Free with
 * cis_options_free; a validator keeps no reference to it. */
CIS_EXPORT struct cis_options *
cis_options_new(const struct cis_allocator *allocator);
CIS_EXPORT void cis_options_free(struct cis_options *options);

/* CIS_MISUSE for a value of 0 or an unknown limit. */
CIS_EXPORT enum cis_status cis_options_set_limit(struct cis_options *options,
                                                 enum cis_limit limit,
                                                 uint64_t value);
CIS_EXPORT uint64_t cis_options_get_limit(const struct cis_options *options,
                                          enum cis_limit limit);

/* Finds "bytes", "depth", …, as --limit names them; false, and *limit as it
 * was, for any other name. */
CIS_EXPORT bool cis_limit_find(const char *name, enum cis_limit *limit);
/* NULL past the last limit that the library has. */
CIS_EXPORT const char *cis_limit_name(enum cis_limit limit);

/* Whether the rules beyond the schema run (D, R, T, P, …); they do. */
CIS_EXPORT void cis_options_set_rules(struct cis_options *options, bool run);

/* How much a finding of a rule weighs; off: there is none. */
enum cis_level {
    CIS_LEVEL_OFF,
    CIS_LEVEL_NOTE,
    CIS_LEVEL_WARNING,
    CIS_LEVEL_ERROR
};

/* Weighs the rule of that code or name otherwise than the catalogue does.
 * CIS_MISUSE where there is none, and for W, S and X: what is not well-formed
 * or against the schema is an error for everybody. */
CIS_EXPORT enum cis_status cis_options_set_rule(struct cis_options *options,
                                                const char *code_or_name,
                                                enum cis_level level);

/* The severity from which on a finding makes its input invalid: CIS_ERROR
 * unless it is set. */
CIS_EXPORT void cis_options_set_fail_level(struct cis_options *options,
                                           enum cis_severity severity);

/*
 * A registry file to use instead of the bundled one. The bytes are borrowed
 * until cis_validator_new; name is for its findings. Its faults go to
 * on_finding (may be NULL), and cis_validator_new answers CIS_BAD_REGISTRY.
 */
CIS_EXPORT void cis_options_set_registry(struct cis_options *options,
                                         const char *name, const void *bytes,
                                         size_t size,
                                         cis_finding_fn *on_finding,
                                         void *context);

/* A profile that another one includes. What it points to is borrowed until
 * cis_options_read_profile returns. */
struct cis_included {
    const char *name; /* for findings; a file has one, however it is named */
    const void *bytes;
    size_t size;
    const char *why; /* why it cannot be read; may be NULL */
};

/*
 * Finds the profile that `href` means in the one called `from`. CIS_OK: all
 * but `why` is set. CIS_IO_ERROR: it cannot be read, which is a finding at the
 * include. Anything else ends the reading with that status.
 */
typedef enum cis_status cis_include_fn(void *context, const char *from,
                                       const char *href,
                                       struct cis_included *found);

/*
 * Sets what the profile (see profile.xsd) sets: the levels of rules, limits,
 * and the fail level; the rest stays as it is, and what is set afterwards
 * prevails. The library opens no file: included profiles come from `include`
 * (NULL: there are none), at most 63 of them, up to eight deep, each of at
 * most 1 MiB.
 * Faults go to on_finding (may be NULL), and are answered by CIS_BAD_PROFILE.
 * On anything but CIS_OK the options are as they were. name is not NULL.
 */
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_options_read_profile(struct cis_options *options, const char *name,
                         const void *bytes, size_t size,
                         cis_include_fn *include, cis_finding_fn *on_finding,
                         void *context);

#ifdef __cplusplus
}
#endif

#endif
