/* One input on its way through a session, and what came of it. */
/* SPDX-License-Identifier: MIT */
#include "job.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct work {
    struct job *job;
    char *reason; /* why the input could not be read, or NULL */
};

static void free_text(char **text)
{
    free(*text);
}

static void note_finding(void *context, const struct cis_finding *finding)
{
    struct work *work = context;

    if (strcmp(cis_finding_code(finding), "W006") == 0) {
        free(work->reason);
        work->reason = strdup(cis_finding_message(finding));
    }
    part_finding(&work->job->part, finding, NULL);
}

static void note_suppressed(void *context, const struct cis_finding *finding,
                            const char *reason)
{
    struct work *work = context;

    part_finding(&work->job->part, finding, reason);
}

const char *job_name(const struct job *job)
{
    return job->input.path == NULL ? "<stdin>" : job->input.path;
}

/* Reads what could not even be listed. */
static long read_error(void *context, void *buffer, size_t size)
{
    const int *error = context;

    (void)buffer;
    (void)size;
    return -(long)*error;
}

static enum cis_status validate(struct job *job, struct cis_session *session)
{
    const char *path = job->input.path;
    struct stat info;

    if (job->input.error != 0) {
        return cis_session_read(session, read_error, &job->input.error, path);
    }
    if (path == NULL) {
        return cis_session_fd(session, STDIN_FILENO, job_name(job));
    }
    if (stat(path, &info) == 0 && S_ISREG(info.st_mode)) {
        job->bytes = (uint64_t)info.st_size;
    }
    return cis_session_path(session, path, NULL);
}

/* Counts what is found, and judges by that, where the baseline has some of
 * it; returns how many it has. */
static uint64_t count(struct job *job, const struct cis_session *session,
                      enum cis_severity fail_on)
{
    const uint64_t *known = job->part.tally.suppressed;
    uint64_t suppressed = 0;
    uint64_t failures = 0;

    for (int i = CIS_NOTE; i <= CIS_ERROR; i++) {
        job->findings[i] =
            cis_session_count(session, (enum cis_severity)i) - known[i];
        suppressed += known[i];
        failures += i >= (int)fail_on ? job->findings[i] : 0;
    }
    job->verdict = cis_session_verdict(session);
    if (job->verdict == CIS_INVALID && suppressed > 0 && failures == 0) {
        job->verdict = CIS_VALID;
    }
    return suppressed;
}

void job_run(struct job *job, struct cis_session *session,
             const struct report *report)
{
    struct work work = {.job = job};
    __attribute__((cleanup(free_text))) char *reason = NULL;

    part_open(&job->part, report);
    cis_session_on_finding(session, note_finding, &work);
    cis_session_on_suppressed(session, note_suppressed, &work);
    job->status = validate(job, session);
    reason = work.reason;
    job->explained = reason != NULL;
    const uint64_t suppressed = count(job, session, report->fail_on);
    struct report_input input = {.path = job_name(job),
                                 .status = job->status,
                                 .reason = reason,
                                 .shown = job->part.tally.shown,
                                 .verdict = job->verdict,
                                 .suppressed = suppressed,
                                 .session = session};
    memcpy(input.findings, job->findings, sizeof input.findings);
    part_input(&job->part, &input);
}
