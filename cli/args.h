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
    ACTION_HELP,
    ACTION_VERSION,
};

struct args {
    enum action action;
    const char *asked_by;        /* the option that asked for the action */
    const struct cis_rule *rule; /* to explain */
    const char *print;           /* name of a bundled file */

    const char *registry;             /* NULL: the bundled one */
    uint64_t limits[CIS_LIMIT_COUNT]; /* 0: the default */
    bool no_rules;
    enum cis_severity fail_on;
    struct report_look look;
    struct report_target targets[REPORT_TARGETS];
    size_t target_count;
    char **operands; /* at the beginning of argv, in their order */
    size_t operand_count;
};

/* false where it has complained. Words of argv are moved, not copied. */
bool args_parse(struct args *args, int argc, char **argv);

/* false for want of memory. */
bool args_help(FILE *to);

#endif
