/* One input on its way through a session, and what came of it. */
/* SPDX-License-Identifier: MIT */
#ifndef JOB_H
#define JOB_H

#include "report/part.h"
#include "walk.h"

struct job {
    struct input input;
    struct part part; /* what the reports say of it */
    enum cis_status status;
    bool explained; /* the reports say why it was not read */
    enum cis_verdict verdict;
    uint64_t findings[CIS_ERROR + 1];
    uint64_t bytes; /* of a regular file */
};

/* What the input is called. */
const char *job_name(const struct job *job);

/* Validates and renders it; the session is this thread's alone. What is in the
 * baseline counts for nothing. */
void job_run(struct job *job, struct cis_session *session,
             const struct report *report);

#endif
