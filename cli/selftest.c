/* The examples of all codes, tried on this very build. */
/* SPDX-License-Identifier: MIT */
#include "selftest.h"

#include "report/escape.h"

#include <cisvalidate/selftest.h>

struct trials {
    FILE *to;
    bool verbose;
    size_t passed;
    size_t failed;
};

static void note_trial(void *context, const char *code, bool bad, bool passed,
                       const char *why)
{
    struct trials *trials = context;
    const char *which = bad ? "bad" : "good";

    trials->passed += passed;
    trials->failed += !passed;
    if (!passed) {
        fprintf(trials->to, "%s: failed: the %s example gave ", code, which);
        escape_print(trials->to, why);
        fputc('\n', trials->to);
    } else if (trials->verbose) {
        fprintf(trials->to, "%s: passed: the %s example\n", code, which);
    }
}

static enum exit_class run(struct trials *trials)
{
    const enum cis_status status = cis_self_test(note_trial, trials);

    fprintf(trials->to, "%zu codes: %zu examples passed, %zu failed\n",
            cis_rule_count(), trials->passed, trials->failed);
    if (status == CIS_OK) {
        return EXIT_GOOD;
    }
    if (trials->failed > 0) {
        return EXIT_INVALID;
    }
    complain("%s", cis_status_text(status));
    return EXIT_UNCHECKED;
}

enum exit_class self_test(const struct args *args)
{
    enum exit_class worst = EXIT_GOOD;
    struct report report;

    if (report_open(&report, args->targets, args->target_count, args->look)) {
        struct trials trials = {.to = report.copies[0].output.stream,
                                .verbose = args->look.verbose};
        worst = run(&trials);
    }
    report_close(&report);
    return exit_worse(worst, complain_outputs(&report));
}
