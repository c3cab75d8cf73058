/* The catalogue of codes, as SARIF describes a tool. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_SARIF_RULES_H
#define REPORT_SARIF_RULES_H

#include "values.h"

json_t *sarif_tool_value(const struct report_tool *tool);

/* The number of the finding's rule in that catalogue. */
size_t sarif_rule_index(const struct cis_finding *finding);

#endif
