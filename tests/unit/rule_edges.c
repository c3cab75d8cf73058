/* Runs small records, and compares what rules find in them. */
/* SPDX-License-Identifier: MIT */
#include <cisvalidate/cisvalidate.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "rule_edges.h"

struct outcome {
    char codes[256];
};

static void on_finding(void *context, const struct cis_finding *finding)
{
    struct outcome *o = context;
    const char *code = cis_finding_code(finding);
    size_t length = strlen(o->codes);

    if (strchr("SX", code[0]) == NULL)
        snprintf(o->codes + length, sizeof o->codes - length, "%s ", code);
}

static void hold(struct cis_session *session, const struct edge *edge)
{
    struct outcome o = {""};

    cis_session_on_finding(session, on_finding, &o);
    assert_int_equal(cis_session_memory(session, edge->record,
                                        strlen(edge->record), edge->name),
                     CIS_OK);
    if (strcmp(o.codes, edge->codes) != 0)
        fail_msg("%s: '%s', not '%s'", edge->name, o.codes, edge->codes);
}

void edges_hold_by(const char *registry, const struct edge *edges, size_t count)
{
    struct cis_options *options = cis_options_new(NULL);
    struct cis_validator *validator;
    struct cis_session *session;

    if (registry != NULL)
        cis_options_set_registry(options, "registry", registry,
                                 strlen(registry), NULL, NULL);
    assert_int_equal(cis_validator_new(options, &validator), CIS_OK);
    assert_int_equal(cis_session_new(validator, &session), CIS_OK);
    for (size_t i = 0; i < count; i++)
        hold(session, &edges[i]);
    cis_session_free(session);
    cis_validator_free(validator);
    cis_options_free(options);
}

void edges_hold(const struct edge *edges, size_t count)
{
    edges_hold_by(NULL, edges, count);
}
