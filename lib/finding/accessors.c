/* What hosts may ask of findings and facts. */
/* SPDX-License-Identifier: MIT */
#include "finding/finding.h"

const char *cis_severity_name(enum cis_severity severity)
{
    static const char *const names[] = {"note", "warning", "error"};

    return severity <= CIS_ERROR ? names[severity] : "";
}

const char *cis_finding_code(const struct cis_finding *finding)
{
    return rule_of(finding->code)->code;
}

const char *cis_finding_name(const struct cis_finding *finding)
{
    return rule_of(finding->code)->name;
}

enum cis_severity cis_finding_severity(const struct cis_finding *finding)
{
    unsigned level = finding_level(finding);

    return level > 0 ? (enum cis_severity)(level - 1) : CIS_NOTE;
}

const char *cis_finding_message(const struct cis_finding *finding)
{
    return finding->message;
}

const char *cis_finding_file(const struct cis_finding *finding)
{
    return finding->file;
}

const struct cis_place *cis_finding_place(const struct cis_finding *finding)
{
    return &finding->place;
}

const char *cis_finding_path(const struct cis_finding *finding)
{
    return finding->path;
}

const char *cis_finding_hint(const struct cis_finding *finding)
{
    return finding->hint;
}

struct cis_excerpt cis_finding_excerpt(const struct cis_finding *finding)
{
    return finding->excerpt;
}

size_t cis_finding_fact_count(const struct cis_finding *finding)
{
    return finding->fact_count;
}

const struct cis_fact *cis_finding_fact(const struct cis_finding *finding,
                                        size_t index)
{
    const struct cis_fact *fact = finding->facts;

    for (; fact != NULL && index > 0; index--)
        fact = fact->next;
    return fact;
}

const char *cis_fact_message(const struct cis_fact *fact)
{
    return fact->message;
}

const char *cis_fact_source(const struct cis_fact *fact)
{
    return fact->source;
}

const char *cis_fact_path(const struct cis_fact *fact)
{
    return fact->path;
}

const char *cis_fact_file(const struct cis_fact *fact)
{
    return fact->file;
}

const struct cis_place *cis_fact_place(const struct cis_fact *fact)
{
    return &fact->place;
}

struct cis_excerpt cis_fact_excerpt(const struct cis_fact *fact)
{
    return fact->excerpt;
}
