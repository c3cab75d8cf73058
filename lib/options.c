/* Options and their defaults. */
/* SPDX-License-Identifier: MIT */
#include "options.h"

#include "base/alloc.h"
#include "xml/limit.h"

#include <string.h>

void options_init(struct cis_options *options, const struct cis_allocator *from)
{
    *options = (struct cis_options){.rules = true, .fail_level = CIS_ERROR};
    options->from = from != NULL ? *from : alloc_default;
    for (int i = 0; i < CIS_LIMIT_COUNT; i++)
        options->limits.of[i] = limit_default((enum cis_limit)i);
    for (unsigned i = 0; i < CODE_COUNT; i++)
        options->levels[i] =
            (unsigned char)(rule_of((enum code)i)->severity + 1);
}

struct cis_options *cis_options_new(const struct cis_allocator *allocator)
{
    const struct cis_allocator *from =
        allocator != NULL ? allocator : &alloc_default;
    struct cis_options *options = alloc_new(from, sizeof *options);

    if (options != NULL)
        options_init(options, from);
    return options;
}

void cis_options_free(struct cis_options *options)
{
    struct cis_allocator from;

    if (options == NULL)
        return;
    from = options->from;
    alloc_free(&from, options);
}

enum cis_status cis_options_set_limit(struct cis_options *options,
                                      enum cis_limit limit, uint64_t value)
{
    if (limit >= CIS_LIMIT_COUNT || value == 0)
        return CIS_MISUSE;
    options->limits.of[limit] = value;
    return CIS_OK;
}

uint64_t cis_options_get_limit(const struct cis_options *options,
                               enum cis_limit limit)
{
    return limit < CIS_LIMIT_COUNT ? options->limits.of[limit] : 0;
}

void cis_options_set_rules(struct cis_options *options, bool run)
{
    options->rules = run;
}

enum cis_status cis_options_set_rule(struct cis_options *options,
                                     const char *code_or_name,
                                     enum cis_level level)
{
    const struct cis_rule *rule = cis_rule_find(code_or_name);

    if (rule == NULL || level > CIS_LEVEL_ERROR ||
        strchr("WSX", rule->code[0]) != NULL)
        return CIS_MISUSE;
    options->levels[rule_index(rule)] = (unsigned char)level;
    return CIS_OK;
}

void cis_options_set_fail_level(struct cis_options *options,
                                enum cis_severity severity)
{
    options->fail_level = severity;
}

void cis_options_set_registry(struct cis_options *options, const char *name,
                              const void *bytes, size_t size,
                              cis_finding_fn *on_finding, void *context)
{
    options->registry = (struct registry_input){.name = name,
                                                .bytes = bytes,
                                                .size = size,
                                                .on_finding = on_finding,
                                                .context = context};
}
