/* What a corpus holds, for the sessions that fill it. */
/* SPDX-License-Identifier: MIT */
#ifndef LIB_CORPUS_H
#define LIB_CORPUS_H

#include "rules/corpus.h"
#include "validator.h"

#include <cisvalidate/corpus.h>

struct cis_corpus {
    const struct cis_validator *validator;
    struct corpus_facts facts;
    struct cis_corpus *next;        /* what was taken, and goes with it */
    uint64_t counts[CIS_ERROR + 1]; /* by severity */
    cis_suppressed_fn *on_suppressed;
    void *suppressed_context;
};

/* The facts of the corpus and all it has taken; NULL where memory failed. */
const struct corpus_facts **corpus_parts(const struct cis_corpus *corpus,
                                         struct arena *arena, size_t *count);

#endif
