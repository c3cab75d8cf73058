/* Runs the examples of all codes, and holds them to what they say. */
/* SPDX-License-Identifier: MIT */
#include "base/alloc.h"
#include "example.h"
#include "finding/code.h"

#include <cisvalidate/cisvalidate.h>
#include <string.h>

/* One example at work. */
struct trial {
    const struct cis_validator *validator;
    const struct cis_rule *rule;
    bool bad;
    struct buf input;
    struct buf given; /* the codes that it gave */
    size_t own;       /* how many were the rule's */
    size_t others;
};

static void on_finding(void *context, const struct cis_finding *finding)
{
    struct trial *trial = context;
    const char *code = cis_finding_code(finding);

    if (strcmp(code, trial->rule->code) == 0)
        trial->own++;
    else
        trial->others++;
    if (trial->given.length < 200)
        buf_format(&trial->given, "%s%s", trial->given.length > 0 ? " " : "",
                   code);
}

/* The records of an example across records are cut down to what it is about:
 * what each of them lacks is not counted. */
static enum cis_status run_corpus(struct trial *trial,
                                  struct cis_session *session)
{
    struct cis_corpus *corpus;
    enum cis_status status = cis_corpus_new(trial->validator, &corpus);

    if (status == CIS_OK)
        status = cis_session_set_corpus(session, corpus);
    if (status == CIS_OK)
        status = cis_session_memory(session, trial->input.at,
                                    trial->input.length, "example");
    if (status == CIS_OK)
        status = cis_corpus_finish(corpus, on_finding, trial);
    cis_corpus_free(corpus);
    return status;
}

/* There is no file without a name. */
static enum cis_status run_unreadable(struct trial *trial,
                                      struct cis_session *session)
{
    enum cis_status status;

    if (!trial->bad)
        return CIS_OK;
    cis_session_on_finding(session, on_finding, trial);
    status = cis_session_path(session, "", "example");
    return status == CIS_IO_ERROR ? CIS_OK : status;
}

static enum cis_status run_session(struct trial *trial)
{
    struct cis_session *session;
    enum cis_status status = cis_session_new(trial->validator, &session);

    if (status != CIS_OK)
        return status;
    if (trial->rule->code[0] == 'C') {
        status = run_corpus(trial, session);
    } else if (strcmp(trial->rule->code, "W006") == 0) {
        status = run_unreadable(trial, session);
    } else {
        cis_session_on_finding(session, on_finding, trial);
        status = cis_session_memory(session, trial->input.at,
                                    trial->input.length, "example");
    }
    cis_session_free(session);
    return status;
}

static enum cis_status run_registry(struct trial *trial)
{
    struct cis_options *options = cis_options_new(NULL);
    struct cis_validator *validator;
    enum cis_status status;

    if (options == NULL)
        return CIS_NO_MEMORY;
    cis_options_set_registry(options, "example", trial->input.at,
                             trial->input.length, on_finding, trial);
    status = cis_validator_new(options, &validator);
    cis_validator_free(validator);
    cis_options_free(options);
    return status == CIS_BAD_REGISTRY ? CIS_OK : status;
}

static bool has_passed(const struct trial *trial)
{
    return trial->others == 0 && (trial->own > 0) == trial->bad;
}

static enum cis_status run_trial(struct trial *trial, bool *passed,
                                 cis_self_test_fn *report, void *context)
{
    const struct cis_rule *rule = trial->rule;
    enum cis_status status;

    example_write(&trial->input, rule->code,
                  trial->bad ? rule->bad : rule->good);
    if (trial->input.at == NULL)
        buf_reserve(&trial->input, 1); /* an empty input is an input */
    if (trial->input.failed)
        return CIS_NO_MEMORY;
    status = rule->code[0] == 'G' ? run_registry(trial) : run_session(trial);
    if (status != CIS_OK)
        return status;
    *passed = has_passed(trial);
    if (trial->given.length == 0)
        buf_text(&trial->given, "no finding");
    buf_byte(&trial->given, '\0');
    if (trial->given.failed)
        return CIS_NO_MEMORY;
    if (report != NULL)
        report(context, rule->code, trial->bad, *passed,
               *passed ? NULL : trial->given.at);
    return CIS_OK;
}

static enum cis_status run_rule(const struct cis_validator *validator,
                                const struct cis_rule *rule, bool bad,
                                bool *passed, cis_self_test_fn *report,
                                void *context)
{
    struct trial trial = {.validator = validator, .rule = rule, .bad = bad};
    enum cis_status status;

    buf_init(&trial.input, &alloc_default);
    buf_init(&trial.given, &alloc_default);
    status = run_trial(&trial, passed, report, context);
    buf_free(&trial.input);
    buf_free(&trial.given);
    return status;
}

enum cis_status cis_self_test(cis_self_test_fn *report, void *context)
{
    struct cis_validator *validator;
    enum cis_status status = cis_validator_new(NULL, &validator);
    bool all = true;

    for (size_t i = 0; i < 2 * cis_rule_count() && status == CIS_OK; i++) {
        bool passed = false;
        status = run_rule(validator, cis_rule_at(i / 2), i % 2 == 0, &passed,
                          report, context);
        all &= passed;
    }
    cis_validator_free(validator);
    return status == CIS_OK && !all ? CIS_INTERNAL : status;
}
