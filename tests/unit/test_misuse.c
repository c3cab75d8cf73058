/* Calls out of order and arguments out of range have an answer, too. */
/* SPDX-License-Identifier: MIT */
#include <cisvalidate/cisvalidate.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static struct cis_validator *validator;

static int start(void **state)
{
    (void)state;
    return cis_validator_new(NULL, &validator) != CIS_OK;
}

static int stop(void **state)
{
    (void)state;
    cis_validator_free(validator);
    return 0;
}

static void test_limits(void **state)
{
    struct cis_options *options = cis_options_new(NULL);
    enum cis_limit limit = CIS_LIMIT_COUNT;

    (void)state;
    assert_int_equal(cis_options_set_limit(options, CIS_LIMIT_COUNT, 1),
                     CIS_MISUSE);
    assert_int_equal(cis_options_set_limit(options, CIS_LIMIT_DEPTH, 0),
                     CIS_MISUSE);
    assert_int_equal(cis_options_get_limit(options, CIS_LIMIT_COUNT), 0);
    assert_int_equal(cis_options_get_limit(options, CIS_LIMIT_DEPTH), 64);
    assert_null(cis_limit_name(CIS_LIMIT_COUNT));
    assert_false(cis_limit_find("depths", &limit));
    assert_false(cis_limit_find(NULL, &limit));
    assert_int_equal(limit, CIS_LIMIT_COUNT);
    cis_options_free(options);
    cis_options_free(NULL);
}

static void test_names(void **state)
{
    (void)state;
    assert_string_equal(cis_severity_name((enum cis_severity)3), "");
    assert_string_equal(cis_verdict_name(CIS_UNCHECKED), "unchecked");
    for (int i = 0; i <= CIS_INTERNAL; i++)
        assert_true(cis_status_text((enum cis_status)i)[0] != '\0');
    assert_non_null(cis_rule_find("d001"));
    assert_null(cis_rule_find("{001"));
    assert_null(cis_rule_find("d00"));
    assert_null(cis_rule_find("d0011"));
    assert_null(cis_rule_find(""));
}

static void test_registry(void **state)
{
    const struct cis_date none = {0, 0, 0};

    (void)state;
    assert_null(cis_validator_office_of(validator, CIS_ROLE_GUEST, NULL));
    assert_null(
        cis_validator_office_of(validator, CIS_ROLE_HEAD_OF_STATE, NULL));
    assert_non_null(
        cis_validator_office_of(validator, CIS_ROLE_HEAD_OF_STATE, "TJ"));
    assert_non_null(cis_validator_office_of(
        validator, CIS_ROLE_SECRETARY_GENERAL, "excom"));
    assert_null(cis_validator_next_term(validator, NULL));
    assert_null(cis_validator_previous_term(validator, NULL));
    assert_int_equal(cis_validator_presides(
                         validator, "TJ", (struct cis_date){2024, 0, 0}, NULL),
                     CIS_NO);
    assert_int_equal(cis_validator_presides(
                         validator, "KZ", (struct cis_date){2006, 0, 0}, NULL),
                     CIS_UNKNOWN);
    assert_null(cis_validator_holder(validator, NULL, none, NULL));
}

static void test_session(void **state)
{
    struct cis_session *session;

    (void)state;
    assert_int_equal(cis_session_new(validator, &session), CIS_OK);
    assert_int_equal(cis_session_feed(session, "x", 1), CIS_MISUSE);
    assert_int_equal(cis_session_end(session), CIS_MISUSE);
    assert_int_equal(cis_session_begin(session, NULL), CIS_OK);
    assert_int_equal(cis_session_end(session), CIS_OK);
    assert_int_equal(cis_session_count(session, (enum cis_severity)3), 0);
    assert_null(cis_session_skip(session, 0).code);
    assert_null(cis_session_unseen(session, 0));
    cis_session_free(session);
    cis_session_free(NULL);
}

static enum cis_status build(void (*call)(struct cis_builder *builder))
{
    struct cis_builder *builder;
    struct cis_record *record;
    enum cis_status status;

    assert_int_equal(cis_builder_new(validator, &builder), CIS_OK);
    call(builder);
    status = cis_builder_record(builder, NULL, NULL, &record);
    assert_int_equal(status == CIS_OK, record != NULL);
    cis_record_free(record);
    /* it begins anew, whatever was */
    cis_builder_start(builder, "summit");
    cis_builder_end(builder);
    assert_int_equal(cis_builder_record(builder, NULL, NULL, &record), CIS_OK);
    cis_record_free(record);
    cis_builder_free(builder);
    return status;
}

static void nothing(struct cis_builder *builder)
{
    (void)builder;
}

static void end_alone(struct cis_builder *builder)
{
    cis_builder_end(builder);
    cis_builder_start(builder, "summit");
    cis_builder_end(builder);
}

static void two_roots(struct cis_builder *builder)
{
    for (int i = 0; i < 2; i++) {
        cis_builder_start(builder, "summit");
        cis_builder_end(builder);
    }
}

static void open_root(struct cis_builder *builder)
{
    cis_builder_start(builder, "summit");
}

static void text_alone(struct cis_builder *builder)
{
    cis_builder_text(builder, "text");
    two_roots(builder);
}

static void late_attribute(struct cis_builder *builder)
{
    cis_builder_start(builder, "summit");
    cis_builder_words(builder, "title", "en", "Title");
    cis_builder_attribute(builder, "id", "x");
    cis_builder_end(builder);
}

/* What is not there is not written, and no mistake. */
static void absent_values(struct cis_builder *builder)
{
    cis_builder_start(builder, "summit");
    cis_builder_attribute(builder, "id", NULL);
    cis_builder_date(builder, "recorded", (struct cis_date){0, 0, 0});
    cis_builder_text(builder, NULL);
    cis_builder_text(builder, "");
    cis_builder_words(builder, "title", "en", NULL);
    cis_builder_end(builder);
}

static void test_builder(void **state)
{
    (void)state;
    assert_int_equal(build(nothing), CIS_MISUSE);
    assert_int_equal(build(end_alone), CIS_MISUSE);
    assert_int_equal(build(two_roots), CIS_MISUSE);
    assert_int_equal(build(open_root), CIS_MISUSE);
    assert_int_equal(build(text_alone), CIS_MISUSE);
    assert_int_equal(build(late_attribute), CIS_MISUSE);
    assert_int_equal(build(absent_values), CIS_OK);
    cis_builder_free(NULL);
}

/* Takes so many bytes. */
static long take(void *context, const void *bytes, size_t size)
{
    size_t *left = context;

    (void)bytes;
    if (size > *left)
        return -1;
    *left -= size;
    return (long)size;
}

struct writing {
    enum cis_form form;
    size_t room;
    int count;
    enum cis_status added, ended;
};

static void write_it(void *context, const struct cis_summit *summit)
{
    struct writing *writing = context;
    struct cis_writer *writer;

    assert_int_equal(
        cis_writer_new(validator, writing->form, take, &writing->room, &writer),
        CIS_OK);
    writing->added = CIS_OK;
    for (int i = 0; i < writing->count; i++)
        writing->added = cis_writer_add(writer, summit);
    writing->ended = cis_writer_end(writer);
    assert_int_not_equal(cis_writer_end(writer), CIS_OK);
    assert_int_not_equal(cis_writer_add(writer, summit), CIS_OK);
    cis_writer_free(writer);
}

static void write_records(struct writing *writing)
{
    static const char record[] = "<summit xmlns='urn:cisvalidate:summit:1'/>";
    struct cis_session *session;

    assert_int_equal(cis_session_new(validator, &session), CIS_OK);
    cis_session_on_summit(session, write_it, writing);
    cis_session_want_invalid(session, true);
    assert_int_equal(
        cis_session_memory(session, record, sizeof record - 1, "record"),
        CIS_OK);
    cis_session_free(session);
}

static void test_writer(void **state)
{
    struct writing cases[] = {
        {CIS_ONE_RECORD, 100000, 1, CIS_OK, CIS_OK},
        {CIS_ONE_RECORD, 100000, 2, CIS_MISUSE, CIS_MISUSE},
        {CIS_ONE_RECORD, 100000, 0, CIS_OK, CIS_MISUSE},
        {CIS_ARCHIVE, 100000, 0, CIS_OK, CIS_OK},
        {CIS_ARCHIVE, 100000, 3, CIS_OK, CIS_OK},
        {CIS_ARCHIVE, 0, 500, CIS_IO_ERROR, CIS_IO_ERROR},
    };
    struct cis_writer *writer;
    size_t room = 100;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct writing writing = cases[i];

        write_records(&writing);
        assert_int_equal(writing.added, cases[i].added);
        assert_int_equal(writing.ended, cases[i].ended);
    }
    assert_int_equal(
        cis_writer_new(validator, CIS_ARCHIVE, take, &room, &writer), CIS_OK);
    assert_int_equal(cis_writer_add(writer, NULL), CIS_MISUSE);
    cis_writer_free(writer);
    cis_writer_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_limits),   cmocka_unit_test(test_names),
        cmocka_unit_test(test_registry), cmocka_unit_test(test_session),
        cmocka_unit_test(test_builder),  cmocka_unit_test(test_writer),
    };

    return cmocka_run_group_tests(tests, start, stop);
}
