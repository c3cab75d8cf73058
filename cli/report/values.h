/* What is found, as JSON values. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_VALUES_H
#define REPORT_VALUES_H

#include "writer.h"

#include <jansson.h>

/* One member of an object, or the last of an array. Takes over the value.
 * Where that, or the whole, could not be made, the whole is given up: it is
 * NULL from then on. */
void put(json_t **object, const char *key, json_t *value);
void put_text(json_t **object, const char *key, const char *text);
void put_number(json_t **object, const char *key, uint64_t number);
void add(json_t **array, json_t *value);

/* Takes over the value, and says on the page if it is NULL. */
void print_value(struct page *page, json_t *value);

/* New references; NULL where memory fails, and these take NULL as failed. */

/* Text of any bytes: what is no UTF-8 becomes U+FFFD; null for NULL. */
json_t *text_value(const char *text);
json_t *tool_value(const struct report_tool *tool);
/* with_file: says which input it is of. */
json_t *finding_value(const struct cis_finding *finding, bool with_file);
/* These take over the references to the arrays of findings. */
json_t *input_value(const struct report_input *input, json_t *findings,
                    json_t *suppressed);
json_t *corpus_value(json_t *findings, json_t *suppressed);
json_t *summary_value(const struct report_summary *summary);
json_t *rule_value(const struct cis_rule *rule);

#endif
