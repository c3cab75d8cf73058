/* Runs small records, and compares what rules find across them. */
/* SPDX-License-Identifier: MIT */
#include <cisvalidate/cisvalidate.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "corpus_edges.h"

struct outcome {
    char codes[64];
};

static void on_finding(void *context, const struct cis_finding *finding)
{
    struct outcome *o = context;
    size_t length = strlen(o->codes);

    snprintf(o->codes + length, sizeof o->codes - length, "%s ",
             cis_finding_code(finding));
}

static void run(const struct cis_validator *validator, const struct edge *edge)
{
    struct outcome outcome = {""};
    struct cis_session *session;
    struct cis_corpus *corpus;
    char file[2] = "1";

    assert_int_equal(cis_session_new(validator, &session), CIS_OK);
    assert_int_equal(cis_corpus_new(validator, &corpus), CIS_OK);
    assert_int_equal(cis_session_set_corpus(session, corpus), CIS_OK);
    for (size_t i = 0; i < MOST && edge->records[i] != NULL; i++, file[0]++)
        assert_int_equal(cis_session_memory(session, edge->records[i],
                                            strlen(edge->records[i]), file),
                         CIS_OK);
    assert_int_equal(cis_corpus_finish(corpus, on_finding, &outcome), CIS_OK);
    if (strcmp(outcome.codes, edge->codes) != 0)
        fail_msg("%s: '%s', not '%s'", edge->name, outcome.codes, edge->codes);
    cis_corpus_free(corpus);
    cis_session_free(session);
}

void corpus_edges_hold(const struct edge *edges, size_t count)
{
    struct cis_validator *validator;

    assert_int_equal(cis_validator_new(NULL, &validator), CIS_OK);
    for (size_t i = 0; i < count; i++)
        run(validator, &edges[i]);
    cis_validator_free(validator);
}
