/* The command line: one table of options that is parsed by and printed. */
/* SPDX-License-Identifier: MIT */
#ifndef ARGS_H
#define ARGS_H

#include "report/report.h"

#include <cisvalidate/options.h>
#include <cisvalidate/rule.h>
#include <stdio.h>

enum action {
    ACTION_CHECK,
    ACTION_EXPLAIN,
    ACTION_LIST_RULES,
    ACTION_PRINT,
    ACTION_SELF_TEST,
    ACTION_HELP,
    ACTION_VERSION,
};

enum when {
    WHEN_AUTO,
    WHEN_ALWAYS,
    WHEN_NEVER
};

enum sandbox {
    SANDBOX_AUTO,
    SANDBOX_REQUIRE,
    SANDBOX_OFF
};

struct rule_level {
    const struct cis_rule *rule;
    enum cis_level level;
};

struct args {
    enum action action;
    const char *asked_by;        /* the option that asked for the action */
    const struct cis_rule *rule; /* to explain */
    const char *print;           /* name of a bundled file */

    const char *profile;              /* NULL: none */
    const char *registry;             /* NULL: the bundled one */
    uint64_t limits[CIS_LIMIT_COUNT]; /* 0: the default */
    const char *baseline;             /* NULL: none */
    const char *write_baseline;       /* NULL: none */
    bool no_rules;
    bool corpus;        /* judge the records by each other too */
    const char **facts; /* files of --facts, in their order */
    size_t fact_count;
    const char *write_facts; /* NULL: none */
    unsigned jobs;          /* inputs to check at the same time; 0: the cores */
    const char *files_from; /* a list of inputs, "-": standard input; or NULL */
    bool zero;              /* its lines end with NUL */
    bool fail_on_given;     /* if not: as the profile says, or the default */
    enum cis_severity fail_on;
    struct rule_level *levels; /* of --rule, in their order */
    size_t level_count;
    enum when colour;
    enum when progress;
    enum sandbox sandbox;
    struct report_look look; /* quiet and verbose; see terminal_look */
    struct report_target targets[REPORT_TARGETS];
    size_t target_count;
    char **operands; /* at the beginning of argv, in their order */
    size_t operand_count;
};

/* false where it has complained. Words of argv are moved, not copied. In any
 * case args_free is due. */
bool args_parse(struct args *args, int argc, char **argv);
void args_free(struct args *args);

struct option_info {
    char letter; /* 0: none */
    const char *name;
    const char *value; /* what it is called in --help; NULL: takes none */
    const char *help;
};

/* The options by number; false past the last. */
bool args_option(size_t index, struct option_info *info);

/* false for want of memory. */
bool args_help(FILE *to);

#endif
