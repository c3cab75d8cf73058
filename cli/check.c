/* The inputs, through the workers, and what is reported of them. */
/* SPDX-License-Identifier: MIT */
#include "check.h"

#include "corpus.h"
#include "facts.h"
#include "pool.h"
#include "progress.h"
#include "sandbox.h"
#include "setup.h"
#include "terminal.h"

#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

struct check {
    const struct args *args;
    const struct cis_validator *validator;
    struct cis_corpus *corpus; /* of --corpus and --write-facts, or NULL */
    unsigned jobs;
    struct report report;
    struct report_summary summary;
    struct progress progress;
    enum exit_class worst;
};

static void free_validator(struct cis_validator **validator)
{
    cis_validator_free(*validator);
}

static void count(struct report_summary *summary, const struct job *job)
{
    summary->inputs++;
    summary->verdicts[job->verdict]++;
    for (int i = CIS_NOTE; i <= CIS_ERROR; i++) {
        summary->findings[i] += job->findings[i];
    }
}

static enum exit_class judge(const struct job *job)
{
    if (job->status != CIS_OK || job->verdict == CIS_UNCHECKED) {
        return EXIT_UNCHECKED;
    }
    return job->verdict == CIS_INVALID ? EXIT_INVALID : EXIT_GOOD;
}

/* false where no report can be written any more. */
static bool take_in(struct check *check, struct job *job)
{
    progress_pause(&check->progress);
    if (job->status != CIS_OK && !job->explained) {
        progress_hide(&check->progress);
        complain("%s: %s", job_name(job), cis_status_text(job->status));
    }
    count(&check->summary, job);
    progress_count(&check->progress, job->bytes);
    check->worst = exit_worse(check->worst, judge(job));
    free(job->input.path);
    const bool works = part_join(&job->part, &check->report);
    progress_draw(&check->progress);
    return works;
}

/* As many as there are cores, which only files tell that the sandbox closes. */
static unsigned jobs_of(const struct args *args)
{
    const long cores =
        args->jobs != 0 ? (long)args->jobs : sysconf(_SC_NPROCESSORS_ONLN);

    return cores < 1 ? 1 : (unsigned)cores;
}

/* One needs no thread beside ours, unless ours has the progress to show. */
static unsigned threads_for(const struct check *check)
{
    return check->jobs == 1 && !check->progress.on ? 0 : check->jobs;
}

/* The oldest input that is under way, once it is done. */
static struct job *wait_for(struct check *check, struct pool *pool)
{
    const unsigned step = check->progress.on ? PROGRESS_STEP : 0;
    struct job *job;

    while ((job = pool_take(pool, step)) == NULL) {
        progress_draw(&check->progress);
    }
    return job;
}

/* false after the last input. */
static bool put_more(struct pool *pool, struct walk *walk)
{
    struct input input;

    while (!pool_is_full(pool)) {
        if (!walk_next(walk, &input)) {
            return false;
        }
        pool_put(pool, input);
    }
    return true;
}

/* false where no report can be written any more. */
static bool check_through(struct check *check, struct pool *pool)
{
    struct walk walk;
    bool more = true;
    bool works = true;

    walk_open(&walk, check->args);
    while (works && (more || !pool_is_empty(pool))) {
        more = more && put_more(pool, &walk);
        works = pool_is_empty(pool) || take_in(check, wait_for(check, pool));
    }
    progress_hide(&check->progress);
    check->worst = exit_worse(check->worst, walk_close(&walk));
    return works;
}

static void use_corpus(struct check *check, struct pool *pool)
{
    pool_gather(pool);
    facts_save(check->corpus, &check->report);
    if (!check->args->corpus) {
        return;
    }
    check->worst =
        exit_worse(check->worst, corpus_judge(check->corpus, &check->report,
                                              &check->summary));
}

static void check_all(struct check *check)
{
    struct pool *pool = NULL;

    progress_begin(&check->progress, check->args);
    const enum cis_status status =
        pool_new(check->validator, &check->report, threads_for(check),
                 check->corpus, &pool);
    if (status == CIS_OK) {
        if (check_through(check, pool) && check->corpus != NULL) {
            use_corpus(check, pool);
        }
    } else {
        complain("%s", cis_status_text(status));
        check->worst = EXIT_UNCHECKED;
        report_abandon(&check->report);
    }
    report_end(&check->report, &check->summary);
    pool_free(pool);
}

/* The corpus, with what is known of records beside the inputs. */
static enum exit_class prepare(struct check *check)
{
    const struct args *args = check->args;

    if (!sandbox_enter(args)) {
        return EXIT_UNCHECKED;
    }
    if (!args->corpus && args->write_facts == NULL) {
        return EXIT_GOOD;
    }
    const enum cis_status status =
        cis_corpus_new(check->validator, &check->corpus);
    if (status != CIS_OK) {
        complain("%s", cis_status_text(status));
        return EXIT_UNCHECKED;
    }
    return facts_read(args, check->corpus);
}

static void report_all(struct check *check)
{
    const struct args *args = check->args;
    const struct report_tool tool = {
        cis_version(), cis_validator_schema(check->validator),
        cis_validator_registry(check->validator), cis_rule_count()};

    check->report.fail_on = cis_validator_fail_level(check->validator);
    if (report_open(&check->report, args->targets, args->target_count,
                    terminal_look(args))) {
        check->jobs = jobs_of(args);
        check->worst = prepare(check);
        if (check->worst == EXIT_GOOD) {
            report_begin(&check->report, &tool);
            check_all(check);
        } else {
            report_abandon(&check->report);
        }
    }
    report_close(&check->report);
    cis_corpus_free(check->corpus);
}

static enum exit_class read_baseline(struct check *check)
{
    const char *file = check->args->baseline;
    char why[BASELINE_WHY];

    if (file == NULL) {
        return EXIT_GOOD;
    }
    check->report.baseline = baseline_read(file, why);
    if (check->report.baseline == NULL) {
        complain("cannot use the baseline %s: %s", file, why);
        return EXIT_USAGE;
    }
    return EXIT_GOOD;
}

static void complain_of_unmet(const struct baseline *baseline)
{
    uint64_t nameless = 0;
    const char *file;
    const char *message;
    size_t index = 0;

    while (baseline_unused(baseline, &index, &file, &message)) {
        if (file != NULL && message != NULL) {
            complain("the baseline is met no more by %s: %s", file, message);
        } else {
            nameless++;
        }
    }
    if (nameless > 0) {
        complain("the baseline is met no more by %" PRIu64
                 " past --max-findings",
                 nameless);
    }
}

static void forget_baseline(struct check *check)
{
    if (check->report.baseline != NULL && check->args->look.verbose) {
        complain_of_unmet(check->report.baseline);
    }
    baseline_free(check->report.baseline);
    check->report.baseline = NULL;
}

enum exit_class check_inputs(const struct args *args)
{
    __attribute__((cleanup(free_validator))) struct cis_validator *validator =
        NULL;
    uint64_t show = 0;
    const enum exit_class made = setup_validator(args, &validator, &show);

    if (made != EXIT_GOOD) {
        return made;
    }
    struct check check = {
        .args = args, .validator = validator, .report.show = show};
    const enum exit_class known = read_baseline(&check);
    if (known != EXIT_GOOD) {
        return known;
    }
    report_all(&check);
    forget_baseline(&check);
    return exit_worse(check.worst, complain_outputs(&check.report));
}
