/* What a session holds, for the files that feed it. */
/* SPDX-License-Identifier: MIT */
#ifndef LIB_SESSION_H
#define LIB_SESSION_H

#include "stream.h"
#include "rules/driver.h"
#include "validator.h"

enum session_stage { STAGE_IDLE, STAGE_READING };

struct cis_session {
    const struct cis_validator *validator;
    struct stream stream;
    enum session_stage stage;
    enum cis_verdict verdict;
    uint64_t summits;
    struct arena kept; /* what outlives a summit: names, skips */
    const char *summit; /* the id of the one under way, or "" */
    struct cis_skip *skips;
    size_t skip_count, skip_capacity;
    bool ran[CODE_COUNT];
};

/* Ends the input with a finding about the whole of it (W004, W006). */
enum cis_status session_refuse(struct cis_session *session, enum code code,
                               const char *message);

#endif
