/* The catalogue of codes: what each one says, and why it matters. */
/* SPDX-License-Identifier: MIT */
#ifndef CISVALIDATE_RULE_H
#define CISVALIDATE_RULE_H

#include <cisvalidate/finding.h>

#ifdef __cplusplus
extern "C" {
#endif

struct cis_rule;

/* Rules in the order of their codes; NULL past the end. */
CIS_EXPORT size_t cis_rule_count(void);
CIS_EXPORT const struct cis_rule *cis_rule_at(size_t index);

/* By code ("D001") or by name; NULL where there is none. */
CIS_EXPORT const struct cis_rule *cis_rule_find(const char *code_or_name);

/* The code nearest to what was asked for, or NULL. */
CIS_EXPORT const char *cis_rule_suggest(const char *code_or_name);

CIS_EXPORT const char *cis_rule_code(const struct cis_rule *rule);
CIS_EXPORT const char *cis_rule_name(const struct cis_rule *rule);
CIS_EXPORT enum cis_severity cis_rule_severity(const struct cis_rule *rule);
CIS_EXPORT const char *cis_rule_title(const struct cis_rule *rule);
CIS_EXPORT const char *cis_rule_why(const struct cis_rule *rule);
/* Examples: a piece of a record, or of the input, in XML. */
CIS_EXPORT const char *cis_rule_bad(const struct cis_rule *rule);
CIS_EXPORT const char *cis_rule_good(const struct cis_rule *rule);

#ifdef __cplusplus
}
#endif

#endif
