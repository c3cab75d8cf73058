/* What a session holds, for the files that feed it. */
/* SPDX-License-Identifier: MIT */
#ifndef LIB_SESSION_H
#define LIB_SESSION_H

#include "corpus.h"
#include "record/access.h"
#include "rules/driver.h"
#include "stream.h"
#include "validator.h"

enum session_stage {
    STAGE_IDLE,
    STAGE_READING
};

#define SESSION_CHUNK 65536 /* bytes that are read at a time */

struct cis_session {
    const struct cis_validator *validator;
    struct stream stream;
    struct cis_corpus *corpus; /* or NULL */
    enum session_stage stage;
    enum cis_verdict verdict;
    uint64_t summits;
    struct arena kept;  /* what outlives a summit: names, skips */
    const char *summit; /* the id of the one under way, or "" */
    struct cis_skip *skips;
    size_t skip_count, skip_capacity;
    const char **unseen; /* paths */
    size_t unseen_count, unseen_capacity;
    bool ran[CODE_COUNT];
    bool skipped[CODE_COUNT]; /* for the record that has just ended */
    cis_summit_fn *on_summit;
    void *summit_context;
    bool wants_invalid;
    bool valid;                         /* the record that has just ended */
    unsigned char chunk[SESSION_CHUNK]; /* not on the stack: it may be small */
};

/* Ends the input with a finding about the whole of it (W004, W006). */
enum cis_status session_refuse(struct cis_session *session, enum code code,
                               const char *message);

#endif
