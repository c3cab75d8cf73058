/* The inputs, one by one through a session, and what is reported of them. */
/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "setup.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct check {
    const struct args *args;
    struct cis_session *session;
    struct report report;
    struct report_input input; /* the current one */
    struct report_summary summary;
    char *reason; /* why the current input could not be read, or NULL */
};

static void free_validator(struct cis_validator **validator)
{
    cis_validator_free(*validator);
}

static void free_session(struct cis_session **session)
{
    cis_session_free(*session);
}

static void note_finding(void *context, const struct cis_finding *finding)
{
    struct check *check = context;

    check->input.shown++;
    if (strcmp(cis_finding_code(finding), "W006") == 0) {
        free(check->reason);
        check->reason = strdup(cis_finding_message(finding));
    }
    report_finding(&check->report, finding);
}

static enum cis_status run(struct check *check, const char *operand)
{
    if (strcmp(operand, "-") == 0) {
        return cis_session_fd(check->session, STDIN_FILENO, check->input.path);
    }
    return cis_session_path(check->session, operand, NULL);
}

static void count(struct check *check)
{
    struct report_summary *summary = &check->summary;

    summary->inputs++;
    summary->verdicts[cis_session_verdict(check->session)]++;
    for (int i = CIS_NOTE; i <= CIS_ERROR; i++) {
        summary->findings[i] +=
            cis_session_count(check->session, (enum cis_severity)i);
    }
}

static enum exit_class judge(const struct check *check)
{
    const enum cis_verdict verdict = cis_session_verdict(check->session);
    bool failed = verdict == CIS_INVALID;

    if (check->input.status != CIS_OK || verdict == CIS_UNCHECKED) {
        return EXIT_UNCHECKED;
    }
    for (int i = (int)check->args->fail_on; i <= CIS_ERROR; i++) {
        failed = failed ||
                 cis_session_count(check->session, (enum cis_severity)i) > 0;
    }
    return failed ? EXIT_INVALID : EXIT_GOOD;
}

/* false where no report can be written any more. */
static bool check_one(struct check *check, const char *operand,
                      enum exit_class *worst)
{
    const bool from_stdin = strcmp(operand, "-") == 0;
    struct report_input *input = &check->input;

    *input = (struct report_input){.index = check->summary.inputs,
                                   .path = from_stdin ? "<stdin>" : operand,
                                   .session = check->session};
    input->status = run(check, operand);
    input->reason = check->reason;
    if (input->status != CIS_OK && input->reason == NULL) {
        complain("%s: %s", input->path, cis_status_text(input->status));
    }
    count(check);
    *worst = exit_worse(*worst, judge(check));
    const bool written = report_input(&check->report, input);
    free(check->reason);
    check->reason = NULL;
    return written;
}

static enum exit_class check_all(struct check *check)
{
    const struct args *args = check->args;
    enum exit_class worst = EXIT_GOOD;

    cis_session_on_finding(check->session, note_finding, check);
    for (size_t i = 0; i < args->operand_count; i++) {
        if (!check_one(check, args->operands[i], &worst)) {
            break;
        }
    }
    report_end(&check->report, &check->summary);
    return worst;
}

static enum exit_class report_all(struct check *check,
                                  const struct cis_validator *validator)
{
    const struct args *args = check->args;
    const struct report_tool tool = {
        cis_version(), cis_validator_schema(validator),
        cis_validator_registry(validator), cis_rule_count()};
    enum exit_class worst = EXIT_GOOD;

    if (report_open(&check->report, args->targets, args->target_count,
                    args->look)) {
        report_begin(&check->report, &tool);
        worst = check_all(check);
    }
    report_close(&check->report);
    return exit_worse(worst, complain_outputs(&check->report));
}

enum exit_class check_inputs(const struct args *args)
{
    __attribute__((cleanup(free_validator))) struct cis_validator *validator =
        NULL;
    __attribute__((cleanup(free_session))) struct cis_session *session = NULL;
    const enum exit_class made = setup_validator(args, &validator);

    if (made != EXIT_GOOD) {
        return made;
    }
    const enum cis_status status = cis_session_new(validator, &session);
    if (status != CIS_OK) {
        complain("%s", cis_status_text(status));
        return EXIT_UNCHECKED;
    }
    struct check check = {.args = args, .session = session};
    return report_all(&check, validator);
}
