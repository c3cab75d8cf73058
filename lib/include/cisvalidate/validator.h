/* Validators and sessions: bytes in; a verdict and findings out. */
/* SPDX-License-Identifier: MIT */
#ifndef CISVALIDATE_VALIDATOR_H
#define CISVALIDATE_VALIDATOR_H

#include <cisvalidate/options.h>
#include <cisvalidate/rule.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Schema, registry and options, ready for use. Never changes once made: any
 * number of threads may share one, each with sessions of its own.
 */
struct cis_validator;

/* options may be NULL for the defaults. On anything but CIS_OK *validator is
 * NULL. Free with cis_validator_free, after its sessions. */
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_validator_new(const struct cis_options *options,
                  struct cis_validator **validator);
CIS_EXPORT void cis_validator_free(struct cis_validator *validator);

/* The version of the library, and the versions of the record vocabulary and
 * of the registry that a validator judges by. */
CIS_EXPORT const char *cis_version(void);
CIS_EXPORT const char *cis_validator_schema(const struct cis_validator *v);
CIS_EXPORT const char *cis_validator_registry(const struct cis_validator *v);

/* The severity from which on a finding makes its input invalid. */
CIS_EXPORT enum cis_severity
cis_validator_fail_level(const struct cis_validator *v);

/* The bundled "summit.xsd", "registry.xsd", "profile.xsd", "facts.xsd",
 * "xml.xsd" and "cis.xml", and the record "chs-2024-10-08-announced.xml" that
 * the examples of rules are parts of; NULL for any other name. */
CIS_EXPORT const void *cis_bundled_file(const char *name, size_t *size);

/* Three verdicts, never two: what was not wholly checked is not valid. */
enum cis_verdict {
    CIS_UNCHECKED,
    CIS_INVALID,
    CIS_VALID
};

/* "unchecked", "invalid", "valid". */
CIS_EXPORT const char *cis_verdict_name(enum cis_verdict verdict);

/* One input at a time; used again for the next one. Not for two threads. */
struct cis_session;

CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_session_new(const struct cis_validator *validator,
                struct cis_session **session);
CIS_EXPORT void cis_session_free(struct cis_session *session);

/* Called for each finding shown, in the order of the input. NULL: none. */
CIS_EXPORT void cis_session_on_finding(struct cis_session *session,
                                       cis_finding_fn *call, void *context);

/* Called, in the same order, for each finding that the record suppresses by
 * <?cisvalidate suppress="CODE …" reason="…"?>: it counts for nothing. At
 * most as many as are shown. NULL: none. */
CIS_EXPORT void cis_session_on_suppressed(struct cis_session *session,
                                          cis_suppressed_fn *call,
                                          void *context);

/*
 * Validate one whole input. name is what findings call it (path, where it is
 * NULL). CIS_OK says that the verdict stands, valid or invalid; on anything
 * else it is unchecked. The fd or FILE is read from where it stands to its
 * end, and stays open. Only regular files, pipes and the like are read from
 * a path: a directory, or a FIFO without writer, is CIS_IO_ERROR.
 */
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_session_path(struct cis_session *session, const char *path,
                 const char *name);
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_session_fd(struct cis_session *session, int fd, const char *name);
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_session_file(struct cis_session *session, FILE *file, const char *name);
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_session_memory(struct cis_session *session, const void *bytes, size_t size,
                   const char *name);

/* Fills buffer with up to size bytes; returns how many, 0 at the end, or a
 * negative errno value. */
typedef long cis_read_fn(void *context, void *buffer, size_t size);

CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_session_read(struct cis_session *session, cis_read_fn *read, void *context,
                 const char *name);

/*
 * The same in pieces, of any size; the verdict and the findings do not
 * depend on the cuts. After a status other than CIS_OK only
 * cis_session_begin goes on. cis_session_end gives the verdict its standing.
 */
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_session_begin(struct cis_session *session, const char *name);
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_session_feed(struct cis_session *session, const void *bytes, size_t size);
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_session_end(struct cis_session *session);

/* Of the last input. Counts include findings past the limit on what is
 * shown. */
CIS_EXPORT enum cis_verdict
cis_session_verdict(const struct cis_session *session);
CIS_EXPORT uint64_t cis_session_summits(const struct cis_session *session);
CIS_EXPORT uint64_t cis_session_count(const struct cis_session *session,
                                      enum cis_severity severity);

/* Whether the rule of that code ran on any summit of the last input. */
CIS_EXPORT bool cis_session_ran(const struct cis_session *session,
                                const struct cis_rule *rule);

/* A rule that could not judge a summit. At most 1,000 of one input are kept;
 * texts live until the session's next input. */
struct cis_skip {
    const char *code;
    const char *summit; /* its id, or "" */
    const char *reason;
};

CIS_EXPORT size_t cis_session_skip_count(const struct cis_session *session);
CIS_EXPORT struct cis_skip cis_session_skip(const struct cis_session *session,
                                            size_t index);

/* The parts of records that no rule looked at, as paths: the schema alone
 * vouches for them. At most 1,000 of one input; NULL past the end. */
CIS_EXPORT size_t cis_session_unseen_count(const struct cis_session *session);
CIS_EXPORT const char *cis_session_unseen(const struct cis_session *session,
                                          size_t index);

#ifdef __cplusplus
}
#endif

#endif
