/* The validator that the command line asks for. */
/* SPDX-License-Identifier: MIT */
#include "setup.h"

#include "profile.h"
#include "whole.h"

#include <errno.h>
#include <string.h>

/* Reference data are some hundred kilobytes: a larger file is a mistake. */
enum {
    REGISTRY_MOST = 64 << 20
};

static void free_options(struct cis_options **options)
{
    cis_options_free(*options);
}

void setup_show(void *context, const struct cis_finding *finding)
{
    const struct report_look *look = context;
    struct page page = {.to = stderr, .look = look};

    if (cis_finding_severity(finding) > CIS_NOTE || look->verbose) {
        text_writer.finding(&page, finding);
    }
}

static enum exit_class read_registry(const char *path, struct whole *bytes)
{
    const int error = path == NULL ? 0 : whole_read(bytes, path, REGISTRY_MOST);

    if (error == 0) {
        return EXIT_GOOD;
    }
    complain("cannot read the registry %s: %s", path, strerror(error));
    return error == ENOMEM ? EXIT_UNCHECKED : EXIT_USAGE;
}

static bool set_options(struct cis_options *options, const struct args *args)
{
    bool good = true;

    for (int i = 0; i < CIS_LIMIT_COUNT; i++) {
        good = good && (args->limits[i] == 0 ||
                        cis_options_set_limit(options, (enum cis_limit)i,
                                              args->limits[i]) == CIS_OK);
    }
    for (size_t i = 0; i < args->level_count; i++) {
        const struct rule_level *level = &args->levels[i];
        good = good && cis_options_set_rule(options, cis_rule_code(level->rule),
                                            level->level) == CIS_OK;
    }
    cis_options_set_rules(options, !args->no_rules);
    if (args->fail_on_given) {
        cis_options_set_fail_level(options, args->fail_on);
    }
    return good;
}

static enum exit_class made(enum cis_status status, const struct args *args)
{
    if (status == CIS_OK) {
        return EXIT_GOOD;
    }
    if (status == CIS_BAD_REGISTRY) {
        complain("the registry %s cannot be used", args->registry);
        return EXIT_USAGE;
    }
    complain("%s", cis_status_text(status));
    return EXIT_UNCHECKED;
}

static bool tell_all(struct cis_options *options, const struct args *args)
{
    return (args->baseline == NULL && args->write_baseline == NULL) ||
           cis_options_set_limit(options, CIS_LIMIT_FINDINGS, UINT64_MAX) ==
               CIS_OK;
}

enum exit_class setup_validator(const struct args *args,
                                struct cis_validator **validator,
                                uint64_t *show)
{
    __attribute__((cleanup(free_options))) struct cis_options *options =
        cis_options_new(NULL);
    __attribute__((cleanup(whole_free))) struct whole registry = {NULL, 0};
    struct report_look look = args->look;

    *validator = NULL;
    if (options == NULL) {
        return made(CIS_NO_MEMORY, args);
    }
    enum exit_class read = profile_read(args, options, setup_show);
    if (read != EXIT_GOOD) {
        return read;
    }
    if (!set_options(options, args)) {
        return made(CIS_MISUSE, args);
    }
    *show = cis_options_get_limit(options, CIS_LIMIT_FINDINGS);
    if (!tell_all(options, args)) {
        return made(CIS_MISUSE, args);
    }
    read = read_registry(args->registry, &registry);
    if (read != EXIT_GOOD) {
        return read;
    }
    if (args->registry != NULL) {
        cis_options_set_registry(options, args->registry, registry.bytes,
                                 registry.size, setup_show, &look);
    }
    return made(cis_validator_new(options, validator), args);
}
