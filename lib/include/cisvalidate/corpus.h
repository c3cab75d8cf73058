/* Corpora: what records say of each other, over any number of inputs. */
/* SPDX-License-Identifier: MIT */
#ifndef CISVALIDATE_CORPUS_H
#define CISVALIDATE_CORPUS_H

#include <cisvalidate/write.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The facts that rules across records (C) rest on. Of each summit some facts
 * are kept, with their places and the lines they stand on: about 10 KB of a
 * record as rich as the bundled ones (300 bytes for each date, delegation,
 * appointment and citation, 16 for each title), whatever else is in the
 * input. Not for two threads at once: give each thread a corpus of its own,
 * and join them with cis_corpus_take.
 */
struct cis_corpus;

/* For records judged by sessions of this validator, which must outlive it.
 * On anything but CIS_OK *corpus is NULL. Free with cis_corpus_free. */
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_corpus_new(const struct cis_validator *validator,
               struct cis_corpus **corpus);
CIS_EXPORT void cis_corpus_free(struct cis_corpus *corpus);

/*
 * From now on the session keeps the facts of each summit that it validates
 * in the corpus; NULL: no more. A session without rules keeps none. Findings
 * about an input, and its verdict, are the same with and without a corpus.
 * CIS_MISUSE where the two are of different validators.
 */
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_session_set_corpus(struct cis_session *session, struct cis_corpus *corpus);

/* Everything in `other` is in `corpus` from now on, which frees it; no
 * session may use `other` any more. CIS_MISUSE as above, or for itself. */
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_corpus_take(struct cis_corpus *corpus, struct cis_corpus *other);

/* How many summits its facts are of. */
CIS_EXPORT uint64_t cis_corpus_summits(const struct cis_corpus *corpus);

/*
 * Judges the records kept so far by each other. Findings come by file, then
 * place, at most as many as CIS_LIMIT_FINDINGS says; they do not depend on
 * the order in which inputs or summits came. Facts may be of other files:
 * see cis_fact_file. More records may follow, and another call.
 */
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_corpus_finish(struct cis_corpus *corpus, cis_finding_fn *on_finding,
                  void *context);

/* Called by cis_corpus_finish, in the same order, for each finding that the
 * record it stands in suppresses; at most as many as are shown. A suppression
 * of C codes that nothing was found for is found here (U001). NULL: none. */
CIS_EXPORT void cis_corpus_on_suppressed(struct cis_corpus *corpus,
                                         cis_suppressed_fn *call,
                                         void *context);

/* How many the last cis_corpus_finish found, also past that limit. */
CIS_EXPORT uint64_t cis_corpus_count(const struct cis_corpus *corpus,
                                     enum cis_severity severity);

/*
 * Writes the facts kept so far as XML (schema/facts.xsd), for cis_corpus_read
 * in another process. What has the same facts is written as the same bytes,
 * whatever the order they came in. CIS_IO_ERROR: the callback failed.
 */
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_corpus_write(const struct cis_corpus *corpus, cis_write_fn *write,
                 void *context);

/*
 * Adds what cis_corpus_write wrote; cis_corpus_finish then finds what it
 * would have found had the records been read here. All or nothing: after
 * CIS_BAD_FACTS (not whole, not such facts, or made by another version of
 * this library or with another registry) and CIS_IO_ERROR the corpus is as
 * it was. Why goes to on_finding, which may be NULL, under that name. The
 * limits of the validator hold, and no more memory is needed than for the
 * facts themselves.
 */
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_corpus_read(struct cis_corpus *corpus, cis_read_fn *read, void *context,
                const char *name, cis_finding_fn *on_finding,
                void *finding_context);

#ifdef __cplusplus
}
#endif

#endif
