/* The command line: one table of options that is parsed by and printed. */
/* SPDX-License-Identifier: MIT */
#include "args.h"

#include "args_values.h"
#include "complain.h"
#include "facts.h"
#include "suggest.h"

#include <stdlib.h>
#include <string.h>

static bool take_action(struct args *args, enum action action,
                        const char *asked_by)
{
    if (args->asked_by != NULL && strcmp(args->asked_by, asked_by) != 0) {
        complain("%s and %s cannot be combined", args->asked_by, asked_by);
        return false;
    }
    args->action = action;
    args->asked_by = asked_by;
    return true;
}

static bool take_baseline(struct args *args, const char *value)
{
    args->baseline = value;
    return true;
}

static bool take_color(struct args *args, const char *value)
{
    return value_when("--color", value, &args->colour);
}

static bool take_corpus(struct args *args, const char *value)
{
    (void)value;
    args->corpus = true;
    return true;
}

static bool take_explain(struct args *args, const char *value)
{
    return take_action(args, ACTION_EXPLAIN, "--explain") &&
           value_rule(value, &args->rule);
}

static bool take_facts(struct args *args, const char *value)
{
    const char **facts =
        realloc(args->facts, (args->fact_count + 1) * sizeof *facts);

    if (facts == NULL) {
        complain("%s", cis_status_text(CIS_NO_MEMORY));
        return false;
    }
    args->facts = facts;
    facts[args->fact_count++] = value;
    args->corpus = true;
    return true;
}

static bool take_fail_on(struct args *args, const char *value)
{
    args->fail_on_given = true;
    return value_severity(value, &args->fail_on);
}

static bool take_files_from(struct args *args, const char *value)
{
    args->files_from = value;
    return true;
}

static bool take_format(struct args *args, const char *value)
{
    if (args->target_count == REPORT_TARGETS) {
        complain("--format is given more than %d times", REPORT_TARGETS);
        return false;
    }
    return value_target(value, &args->targets[args->target_count++]);
}

static bool take_help(struct args *args, const char *value)
{
    (void)value;
    args->action = ACTION_HELP;
    return true;
}

static bool take_jobs(struct args *args, const char *value)
{
    return value_jobs(value, &args->jobs);
}

static bool take_limit(struct args *args, const char *value)
{
    return value_limit(value, args->limits);
}

static bool take_list_rules(struct args *args, const char *value)
{
    (void)value;
    return take_action(args, ACTION_LIST_RULES, "--list-rules");
}

static bool take_max_findings(struct args *args, const char *value)
{
    return value_number("--max-findings", value,
                        &args->limits[CIS_LIMIT_FINDINGS]);
}

static bool take_no_rules(struct args *args, const char *value)
{
    (void)value;
    args->no_rules = true;
    return true;
}

static bool take_print(struct args *args, const char *value)
{
    args->print = value;
    return take_action(args, ACTION_PRINT, "--print") && value_bundled(value);
}

static bool take_profile(struct args *args, const char *value)
{
    args->profile = value;
    return true;
}

static bool take_progress(struct args *args, const char *value)
{
    return value_when("--progress", value, &args->progress);
}

static bool take_quiet(struct args *args, const char *value)
{
    (void)value;
    args->look.quiet = true;
    return true;
}

static bool take_registry(struct args *args, const char *value)
{
    args->registry = value;
    return true;
}

static bool take_rule(struct args *args, const char *value)
{
    struct rule_level *levels =
        realloc(args->levels, (args->level_count + 1) * sizeof *levels);

    if (levels == NULL) {
        complain("%s", cis_status_text(CIS_NO_MEMORY));
        return false;
    }
    args->levels = levels;
    levels += args->level_count++;
    return value_level(value, &levels->rule, &levels->level);
}

static bool take_sandbox(struct args *args, const char *value)
{
    return value_sandbox(value, &args->sandbox);
}

static bool take_self_test(struct args *args, const char *value)
{
    (void)value;
    return take_action(args, ACTION_SELF_TEST, "--self-test");
}

static bool take_verbose(struct args *args, const char *value)
{
    (void)value;
    args->look.verbose = true;
    return true;
}

static bool take_version(struct args *args, const char *value)
{
    (void)value;
    args->action = ACTION_VERSION;
    return true;
}

static bool take_write_baseline(struct args *args, const char *value)
{
    args->write_baseline = value;
    return true;
}

static bool take_write_facts(struct args *args, const char *value)
{
    args->write_facts = value;
    return true;
}

static bool take_zero(struct args *args, const char *value)
{
    (void)value;
    args->zero = true;
    return true;
}

static const struct option {
    char letter; /* 0: none */
    const char *name;
    const char *value; /* what --help calls it; NULL: takes none */
    bool (*take)(struct args *args, const char *value);
    const char *help;
} options[] = {
    {'f', "format", "NAME[:FILE]", take_format,
     "write that report, to FILE if given; repeatable"},
    {0, "fail-on", "SEVERITY", take_fail_on,
     "exit 1 from it on: error (default), warning, note"},
    {0, "profile", "FILE", take_profile,
     "XML that sets severities, limits and what fails"},
    {0, "rule", "CODE=LEVEL", take_rule,
     "weigh it so: error, warning, note, off; repeatable"},
    {0, "corpus", NULL, take_corpus,
     "judge the records of all inputs by each other too"},
    {0, "facts", "FILE", take_facts,
     "judge those that FILE has facts of too; repeatable"},
    {0, "write-facts", "FILE", take_write_facts,
     "write the facts of all records, for --facts"},
    {0, "max-findings", "N", take_max_findings,
     "show at most N findings of one input"},
    {0, "baseline", "FILE", take_baseline,
     "suppress the findings that were known to FILE"},
    {0, "write-baseline", "FILE", take_write_baseline,
     "write all findings to FILE, for --baseline"},
    {'j', "jobs", "N", take_jobs,
     "check N inputs at a time; the default is the cores"},
    {0, "files-from", "FILE", take_files_from,
     "check what FILE (- is stdin) lists, one a line"},
    {'0', "null", NULL, take_zero, "the lines of that list end with NUL"},
    {0, "color", "WHEN", take_color, "in text: auto (default), always, never"},
    {0, "progress", "WHEN", take_progress,
     "a line on stderr: auto (default), always, never"},
    {'q', "quiet", NULL, take_quiet, "findings only, no verdicts"},
    {'v', "verbose", NULL, take_verbose,
     "also say which rules were skipped, and why"},
    {0, "no-rules", NULL, take_no_rules,
     "check XML, schema and references only"},
    {0, "registry", "FILE", take_registry,
     "reference data to use instead of the bundled"},
    {0, "limit", "NAME=N", take_limit,
     "refuse what is larger; N may end in K, M or G"},
    {0, "sandbox", "MODE", take_sandbox,
     "give up rights first: auto (default), require, off"},
    {0, "explain", "CODE", take_explain,
     "say what a code or its name means, and why"},
    {0, "list-rules", NULL, take_list_rules, "list all codes"},
    {0, "print", "NAME", take_print,
     "print cis.xml, or a schema such as summit.xsd"},
    {0, "self-test", NULL, take_self_test,
     "try the examples of all codes on this very build"},
    {'h', "help", NULL, take_help, "print this text"},
    {0, "version", NULL, take_version, "print the versions of all that judges"},
};

enum {
    OPTIONS = sizeof options / sizeof *options
};

static const char *option_name(size_t index)
{
    return index < OPTIONS ? options[index].name : NULL;
}

bool args_option(size_t index, struct option_info *info)
{
    if (index >= OPTIONS) {
        return false;
    }
    const struct option *option = &options[index];
    *info = (struct option_info){option->letter, option->name, option->value,
                                 option->help};
    return true;
}

/* The words that are not parsed yet. */
struct words {
    char **next;
    char **end;
};

static const struct option *find_long(const char *name, size_t length)
{
    for (size_t i = 0; i < OPTIONS; i++) {
        if (strlen(options[i].name) == length &&
            memcmp(options[i].name, name, length) == 0) {
            return &options[i];
        }
    }
    const char *near = suggest(name, option_name);
    if (near != NULL) {
        complain("unknown option --%.*s; did you mean --%s?", (int)length, name,
                 near);
    } else {
        complain("unknown option --%.*s; see --help", (int)length, name);
    }
    return NULL;
}

static const struct option *find_letter(char letter)
{
    for (size_t i = 0; i < OPTIONS; i++) {
        if (options[i].letter == letter) {
            return &options[i];
        }
    }
    complain("unknown option -%c; see --help", letter);
    return NULL;
}

/* given: the value in the word itself, or NULL. */
static bool take(struct args *args, const struct option *option,
                 const char *given, struct words *words)
{
    if (option->value == NULL && given != NULL) {
        complain("--%s takes no value", option->name);
        return false;
    }
    if (option->value != NULL && given == NULL) {
        if (words->next == words->end) {
            complain("--%s needs a value: %s", option->name, option->value);
            return false;
        }
        given = *words->next++;
    }
    return option->take(args, given);
}

static bool take_long(struct args *args, const char *word, struct words *words)
{
    const size_t length = strcspn(word, "=");
    const struct option *option = find_long(word, length);
    const char *given = word[length] == '=' ? word + length + 1 : NULL;

    return option != NULL && take(args, option, given, words);
}

static bool take_letters(struct args *args, const char *word,
                         struct words *words)
{
    while (*word != '\0') {
        const struct option *option = find_letter(*word++);
        if (option == NULL) {
            return false;
        }
        if (option->value != NULL) {
            return take(args, option, *word != '\0' ? word : NULL, words);
        }
        if (!take(args, option, NULL, words)) {
            return false;
        }
    }
    return true;
}

static bool parse_words(struct args *args, struct words *words)
{
    bool options_over = false;

    args->operands = words->next;
    while (words->next < words->end && args->action != ACTION_HELP &&
           args->action != ACTION_VERSION) {
        char *word = *words->next++;
        bool good = true;
        if (options_over || word[0] != '-' || word[1] == '\0') {
            args->operands[args->operand_count++] = word;
        } else if (strcmp(word, "--") == 0) {
            options_over = true;
        } else if (word[1] == '-') {
            good = take_long(args, word + 2, words);
        } else {
            good = take_letters(args, word + 1, words);
        }
        if (!good) {
            return false;
        }
    }
    return true;
}

static bool operands_fit(const struct args *args)
{
    size_t inputs_from_stdin = 0;

    if (args->asked_by != NULL && args->operand_count > 0) {
        complain("%s goes without files: '%s'", args->asked_by,
                 args->operands[0]);
        return false;
    }
    inputs_from_stdin +=
        args->files_from != NULL && strcmp(args->files_from, "-") == 0;
    for (size_t i = 0; i < args->operand_count; i++) {
        inputs_from_stdin += strcmp(args->operands[i], "-") == 0;
    }
    if (inputs_from_stdin > 1) {
        complain("standard input (-) can be read only once");
        return false;
    }
    if (args->zero && args->files_from == NULL) {
        complain("--null goes with --files-from");
        return false;
    }
    if (args->no_rules && (args->corpus || args->write_facts != NULL)) {
        complain("%s and --no-rules cannot be combined",
                 args->fact_count > 0 ? "--facts"
                 : args->corpus       ? "--corpus"
                                      : "--write-facts");
        return false;
    }
    if (args->action == ACTION_CHECK && args->operand_count == 0 &&
        args->files_from == NULL && args->fact_count == 0) {
        fputs("Usage: cisvalidate [OPTION]... FILE... (- is standard input); "
              "see --help\n",
              stderr);
        return false;
    }
    return true;
}

static bool add_target(struct args *args, const struct writer *writer,
                       const char *file)
{
    if (file == NULL) {
        return true;
    }
    if (args->target_count == REPORT_TARGETS) {
        complain("--format is given too often: %d files can be written",
                 REPORT_TARGETS);
        return false;
    }
    args->targets[args->target_count++] = (struct report_target){writer, file};
    return true;
}

/* What is written beside the reports, as whole as they are. */
static bool add_targets(struct args *args)
{
    return add_target(args, &baseline_writer, args->write_baseline) &&
           add_target(args, &facts_writer, args->write_facts);
}

void args_free(struct args *args)
{
    free(args->levels);
    free(args->facts);
}

bool args_parse(struct args *args, int argc, char **argv)
{
    struct words words = {argv, argv + argc};

    *args = (struct args){.action = ACTION_CHECK};
    if (argc > 0) {
        words.next++;
    }
    if (!parse_words(args, &words)) {
        return false;
    }
    if ((args->action == ACTION_PRINT || args->action == ACTION_SELF_TEST) &&
        args->target_count > 0) {
        complain("%s goes without --format", args->asked_by);
        return false;
    }
    if (args->action > ACTION_SELF_TEST) {
        args->target_count = 0;
    }
    if (args->target_count == 0) {
        args->targets[args->target_count++].writer = writer_at(0);
    }
    if (args->action == ACTION_CHECK && !add_targets(args)) {
        return false;
    }
    return args->action == ACTION_HELP || args->action == ACTION_VERSION ||
           (targets_differ(args) && operands_fit(args));
}
