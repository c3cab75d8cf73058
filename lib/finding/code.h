/* The codes of all findings, and the table that describes them. */
/* SPDX-License-Identifier: MIT */
#ifndef FINDING_CODE_H
#define FINDING_CODE_H

#include <cisvalidate/rule.h>

/* CODE_W001, CODE_W002, …: in the order of the table. */
enum code {
#define CODE(id, ...) CODE_##id,
#include "finding/codes.def"
#undef CODE
    CODE_COUNT
};

struct cis_rule {
    const char *code;
    const char *name;
    enum cis_severity severity;
    const char *title;
    const char *why;
    const char *bad;
    const char *good;
};

const struct cis_rule *rule_of(enum code code);
enum code rule_index(const struct cis_rule *rule);

#endif
