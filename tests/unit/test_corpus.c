/* Corpora: what they keep, what they count, and what they leave alone. */
/* SPDX-License-Identifier: MIT */
#include <cisvalidate/cisvalidate.h>

#include "../support/failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct cis_validator *validator;
static struct cis_session *session;
static struct cis_corpus *corpus;

static int start(void **state)
{
    (void)state;
    return cis_validator_new(NULL, &validator) != CIS_OK ||
           cis_session_new(validator, &session) != CIS_OK ||
           cis_corpus_new(validator, &corpus) != CIS_OK;
}

static int stop(void **state)
{
    (void)state;
    cis_corpus_free(corpus);
    cis_session_free(session);
    cis_validator_free(validator);
    return 0;
}

/* A record of nothing but what is asked of it, and so not a valid one. */
static void add(struct cis_session *to, const char *file, const char *id,
                const char *day)
{
    char text[512];
    int size =
        snprintf(text, sizeof text,
                 "<summit xmlns='urn:cisvalidate:summit:1' id='%s' body='chs'"
                 " kind='regular' status='held'><dates start='%s' end='%s'"
                 " session='%s'/></summit>",
                 id, day, day, day);

    assert_int_equal(cis_session_memory(to, text, (size_t)size, file), CIS_OK);
}

static void count(void *context, const struct cis_finding *finding)
{
    assert_non_null(cis_finding_excerpt(finding).text);
    ++*(int *)context;
}

static void test_nothing(void **state)
{
    int found = 0;

    (void)state;
    assert_int_equal(cis_corpus_summits(corpus), 0);
    assert_int_equal(cis_corpus_finish(corpus, count, &found), CIS_OK);
    assert_int_equal(found, 0);
    assert_int_equal(cis_corpus_count(corpus, CIS_ERROR), 0);
}

static void test_more_records_may_follow(void **state)
{
    int found = 0;

    (void)state;
    assert_int_equal(cis_session_set_corpus(session, corpus), CIS_OK);
    add(session, "a", "one", "2024-10-08");
    assert_int_equal(cis_corpus_finish(corpus, count, &found), CIS_OK);
    assert_int_equal(found, 0);
    add(session, "b", "two", "2024-10-08");
    assert_int_equal(cis_corpus_finish(corpus, count, &found), CIS_OK);
    assert_int_equal(found, 1);
    assert_int_equal(cis_corpus_finish(corpus, NULL, NULL), CIS_OK);
    assert_int_equal(cis_corpus_count(corpus, CIS_ERROR), 1);
    assert_int_equal(cis_corpus_count(corpus, CIS_NOTE), 0);
    assert_int_equal(cis_corpus_count(corpus, (enum cis_severity)7), 0);
    /* and none is kept any more */
    assert_int_equal(cis_session_set_corpus(session, NULL), CIS_OK);
    add(session, "c", "three", "2024-10-08");
    assert_int_equal(cis_corpus_summits(corpus), 2);
}

static void test_one_file_twice(void **state)
{
    int found = 0;

    (void)state;
    assert_int_equal(cis_session_set_corpus(session, corpus), CIS_OK);
    add(session, "a", "one", "2024-10-08");
    add(session, "a", "one", "2024-10-08");
    assert_int_equal(cis_corpus_finish(corpus, count, &found), CIS_OK);
    assert_int_equal(found, 1);
}

static void test_input_is_left_alone(void **state)
{
    uint64_t errors;

    (void)state;
    add(session, "a", "one", "2024-10-08");
    errors = cis_session_count(session, CIS_ERROR);
    assert_int_equal(cis_session_set_corpus(session, corpus), CIS_OK);
    add(session, "a", "one", "2024-10-08");
    add(session, "b", "two", "2024-10-08");
    assert_int_equal(cis_session_count(session, CIS_ERROR), errors);
    assert_int_equal(cis_session_summits(session), 1);
}

static void test_misuse(void **state)
{
    struct cis_validator *other;
    struct cis_corpus *foreign;

    (void)state;
    assert_int_equal(cis_validator_new(NULL, &other), CIS_OK);
    assert_int_equal(cis_corpus_new(other, &foreign), CIS_OK);
    assert_int_equal(cis_session_set_corpus(session, foreign), CIS_MISUSE);
    assert_int_equal(cis_corpus_take(corpus, foreign), CIS_MISUSE);
    assert_int_equal(cis_corpus_take(corpus, corpus), CIS_MISUSE);
    cis_corpus_free(foreign);
    cis_validator_free(other);
    cis_corpus_free(NULL);
}

static void test_take(void **state)
{
    struct cis_corpus *other;
    int found = 0;

    (void)state;
    assert_int_equal(cis_corpus_new(validator, &other), CIS_OK);
    assert_int_equal(cis_session_set_corpus(session, corpus), CIS_OK);
    add(session, "a", "one", "2024-10-08");
    assert_int_equal(cis_session_set_corpus(session, other), CIS_OK);
    add(session, "b", "two", "2024-10-08");
    assert_int_equal(cis_corpus_take(corpus, other), CIS_OK);
    assert_int_equal(cis_corpus_summits(corpus), 2);
    assert_int_equal(cis_corpus_finish(corpus, count, &found), CIS_OK);
    assert_int_equal(found, 1);
}

static void test_without_rules(void **state)
{
    struct cis_options *options = cis_options_new(NULL);
    struct cis_validator *plain;
    struct cis_session *own;
    struct cis_corpus *kept;

    (void)state;
    cis_options_set_rules(options, false);
    assert_int_equal(cis_validator_new(options, &plain), CIS_OK);
    assert_int_equal(cis_session_new(plain, &own), CIS_OK);
    assert_int_equal(cis_corpus_new(plain, &kept), CIS_OK);
    assert_int_equal(cis_session_set_corpus(own, kept), CIS_OK);
    add(own, "a", "one", "2024-10-08");
    assert_int_equal(cis_corpus_summits(kept), 0);
    cis_corpus_free(kept);
    cis_session_free(own);
    cis_validator_free(plain);
    cis_options_free(options);
}

static void test_limit(void **state)
{
    struct cis_options *options = cis_options_new(NULL);
    struct cis_validator *short_one;
    struct cis_session *own;
    struct cis_corpus *kept;
    int found = 0;

    (void)state;
    assert_int_equal(cis_options_set_limit(options, CIS_LIMIT_FINDINGS, 2),
                     CIS_OK);
    assert_int_equal(cis_validator_new(options, &short_one), CIS_OK);
    assert_int_equal(cis_session_new(short_one, &own), CIS_OK);
    assert_int_equal(cis_corpus_new(short_one, &kept), CIS_OK);
    assert_int_equal(cis_session_set_corpus(own, kept), CIS_OK);
    for (int i = 0; i < 5; i++)
        add(own, "a", "one", "2024-10-08");
    assert_int_equal(cis_corpus_finish(kept, count, &found), CIS_OK);
    assert_int_equal(found, 2);
    assert_int_equal(cis_corpus_count(kept, CIS_ERROR), 4);
    cis_corpus_free(kept);
    cis_session_free(own);
    cis_validator_free(short_one);
    cis_options_free(options);
}

static const char rich[] =
    "<summit xmlns='urn:cisvalidate:summit:1' id='s' body='chs' number='7'"
    " kind='regular' status='held'><dates start='2024-10-08'"
    " end='2024-10-08' session='2024-10-08'/><venue><place state='RU'>"
    "<city xml:lang='en'>Moscow</city></place></venue>"
    "<presidency state='RU' chair='p'><successor state='TJ'/></presidency>"
    "<people><person id='p' role='head-of-state' state='RU'>"
    "<name xml:lang='en'>P</name></person></people><delegations>"
    "<delegation state='RU' presence='attended' head='p'/></delegations>"
    "<documents complete='true'><document id='d' type='agreement'>"
    "<title xml:lang='en'>D</title></document><instrument id='i'"
    " type='agreement' date='2023-10-13'><title xml:lang='en'>I</title>"
    "</instrument></documents><appointments><appointment action='extend'"
    " person='p' office='o'/></appointments><next body='chs' kind='regular'"
    " date='2025' state='TJ'/></summit>";

/* All of it with an allocator; the first status that is not good. */
static enum cis_status work(const struct cis_allocator *from)
{
    struct cis_options *options = cis_options_new(from);
    struct cis_validator *v = NULL;
    struct cis_session *s = NULL;
    struct cis_corpus *c = NULL;
    enum cis_status status = CIS_NO_MEMORY;

    if (options != NULL)
        status = cis_validator_new(options, &v);
    if (status == CIS_OK)
        status = cis_session_new(v, &s);
    if (status == CIS_OK)
        status = cis_corpus_new(v, &c);
    if (status == CIS_OK)
        status = cis_session_set_corpus(s, c);
    for (int i = 0; i < 2 && status == CIS_OK; i++)
        status = cis_session_memory(s, rich, sizeof rich - 1, "a");
    if (status == CIS_OK)
        status = cis_corpus_finish(c, NULL, NULL);
    if (status == CIS_OK)
        assert_int_equal(cis_corpus_count(c, CIS_ERROR), 1);
    cis_corpus_free(c);
    cis_session_free(s);
    cis_validator_free(v);
    cis_options_free(options);
    return status;
}

static void test_no_memory(void **state)
{
    enum cis_status status = CIS_NO_MEMORY;

    (void)state;
    for (size_t at = 1; status != CIS_OK; at++) {
        struct failing failing;

        failing_init(&failing, at);
        failing.lasting = true;
        status = work(&failing.from);
        assert_true(status == CIS_OK || status == CIS_NO_MEMORY);
        assert_int_equal(failing.live, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_nothing, start, stop),
        cmocka_unit_test_setup_teardown(test_more_records_may_follow, start,
                                        stop),
        cmocka_unit_test_setup_teardown(test_one_file_twice, start, stop),
        cmocka_unit_test_setup_teardown(test_input_is_left_alone, start, stop),
        cmocka_unit_test_setup_teardown(test_misuse, start, stop),
        cmocka_unit_test_setup_teardown(test_take, start, stop),
        cmocka_unit_test(test_without_rules),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_no_memory),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
