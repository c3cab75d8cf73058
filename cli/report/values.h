/* What is found, as JSON values. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_VALUES_H
#define REPORT_VALUES_H

#include "writer.h"

#include <jansson.h>

/* New references; NULL where memory fails, and these take NULL as failed. */

/* Text of any bytes: what is no UTF-8 becomes U+FFFD; null for NULL. */
json_t *text_value(const char *text);
json_t *tool_value(const struct report_tool *tool);
json_t *finding_value(const struct cis_finding *finding);
/* Takes over the reference to the array of the input's findings. */
json_t *input_value(const struct report_input *input, json_t *findings);
json_t *corpus_value(void);
json_t *summary_value(const struct report_summary *summary);
json_t *rule_value(const struct cis_rule *rule);

#endif
