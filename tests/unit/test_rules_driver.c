/* The driver of the rules: needs, silencing, skips; and the helpers. */
/* SPDX-License-Identifier: MIT */
#include "rules/driver.h"

#include <cisvalidate/cisvalidate.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#define DAY(year, month, day) ((struct cis_date){year, month, day})

/* The elements of the hand-made record stand here. */
static const char text[] =
    "<summit id=\"s\" status=\"held\" recorded=\"2024-11-01\">"
    "<dates start=\"2024-10-07\" end=\"2024-10-08\""
    " session=\"2024-10-08\"/><presidency state=\"RU\"/></summit>";

enum {
    DATES_TAG = 51
};

static const struct field summit_fields[] = {
    FIELD("id", struct summit, id, FIELD_TEXT),
    FIELD("status", struct summit, status, FIELD_CHOICE),
    FIELD("recorded", struct summit, recorded, FIELD_DATE),
};
static const struct class summit_class = {
    "summit", CLASS_OF(struct summit), summit_fields, 3, NULL, 0};

static const struct field dates_fields[] = {
    FIELD("start", struct dates, start, FIELD_DATE),
    FIELD("end", struct dates, end, FIELD_DATE),
    FIELD("session", struct dates, session, FIELD_DATE),
};
static const struct class dates_class = {
    "dates", CLASS_OF(struct dates), dates_fields, 3, NULL, 0};

struct fixture {
    struct arena arena;
    struct source source;
    struct findings findings;
    struct reg_root root;
    struct registry registry;
    struct schema schema;
    struct dates dates;
    struct summit summit;
    bool ran[CODE_COUNT];
    bool skipped[CODE_COUNT];
    const char *reasons[CODE_COUNT];
    unsigned skips[CODE_COUNT];
};

static struct fixture f;

static int start(void **state)
{
    (void)state;
    memset(&f, 0, sizeof f);
    arena_init(&f.arena, &alloc_default);
    source_init(&f.source, &alloc_default);
    source_begin(&f.source, ENCODING_UTF8, 0);
    source_append(&f.source, str_of(text));
    findings_init(&f.findings, &f.arena);
    f.root.recorded = DAY(2026, 3, 31);
    registry_index(&f.registry, &f.arena, &f.root);
    f.summit.node.class = &summit_class;
    f.summit.node.name = "summit";
    f.summit.id = str_of("s");
    f.summit.status = RECORD_HELD;
    f.summit.recorded = DAY(2024, 11, 1);
    f.summit.dates = &f.dates;
    f.dates.node.class = &dates_class;
    f.dates.node.name = "dates";
    f.dates.node.parent = &f.summit.node;
    f.dates.node.tag = DATES_TAG;
    f.dates.start = DAY(2024, 10, 7);
    f.dates.end = f.dates.session = DAY(2024, 10, 8);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    source_free(&f.source);
    arena_free(&f.arena);
    return 0;
}

static void on_skip(void *context, enum code code, const char *reason)
{
    struct fixture *fixture = context;

    fixture->reasons[code] = reason;
    fixture->skips[code]++;
}

static void run_rules(void)
{
    const struct rule_run on = {.summit = &f.summit,
                                .registry = &f.registry,
                                .schema = &f.schema,
                                .source = &f.source,
                                .findings = &f.findings,
                                .arena = &f.arena};

    rules_run(&on, f.ran, f.skipped, on_skip, &f);
    assert_false(f.arena.failed);
}

static void test_good(void **state)
{
    (void)state;
    run_rules();
    assert_int_equal(f.findings.count, 0);
    assert_true(f.ran[CODE_D001]);
    assert_true(f.ran[CODE_D013]);
    assert_false(f.ran[CODE_S001]);
}

static void test_finding(void **state)
{
    (void)state;
    f.dates.session = DAY(2024, 10, 9);
    run_rules();
    assert_int_equal(f.findings.count, 1);
    const struct cis_finding *finding = f.findings.first;
    assert_int_equal(finding->code, CODE_D013);
    assert_string_equal(finding->path, "summit[s]/dates/@session");
    assert_memory_equal(text + finding->where.offset, "2024-10-08", 10);
    assert_int_equal(finding->fact_count, 1);
    assert_string_equal(finding->facts->message,
                        "the summit ends on 2024-10-08");
    assert_string_equal(finding->facts->path, "summit[s]/dates/@end");
}

/* One cause, one finding: D001 speaks, D013 is silent and says why. */
static void test_silenced(void **state)
{
    (void)state;
    f.dates.start = DAY(2024, 10, 9);
    run_rules();
    assert_int_equal(f.findings.count, 1);
    assert_int_equal(f.findings.first->code, CODE_D001);
    assert_false(f.ran[CODE_D013]);
    assert_string_equal(f.reasons[CODE_D013], "D001 was found");
}

static void test_no_presidency(void **state)
{
    (void)state;
    run_rules();
    assert_false(f.ran[CODE_P001]);
    assert_string_equal(f.reasons[CODE_P001], "the record has no presidency");
    /* nothing to judge, and nothing to say */
    assert_false(f.ran[CODE_T001]);
    assert_null(f.reasons[CODE_T001]);
}

static void test_part_taken(void **state)
{
    (void)state;
    f.summit.node.damaged = true;
    f.summit.dates = NULL;
    run_rules();
    assert_int_equal(f.findings.count, 0);
    assert_false(f.ran[CODE_D001]);
    assert_string_equal(f.reasons[CODE_D001],
                        "the schema left no dates of the record");
    assert_string_equal(f.reasons[CODE_P001],
                        "the schema left no dates of the record");
}

/* What was refused silences only what needs it. */
static void test_value_refused(void **state)
{
    (void)state;
    f.dates.start = DAY(0, 0, 0);
    f.dates.node.rejected = 1; /* start */
    f.dates.session = DAY(2024, 10, 9);
    run_rules();
    assert_int_equal(f.findings.count, 1);
    assert_int_equal(f.findings.first->code, CODE_D013);
    assert_int_equal(f.skips[CODE_D001], 1);
    assert_string_equal(f.reasons[CODE_D001],
                        "the schema left no value of summit[s]/dates/@start");
}

static void test_words(void **state)
{
    struct rule_run run = {
        .registry = &f.registry, .schema = &f.schema, .arena = &f.arena};
    const struct span both = {DAY(2024, 1, 1), DAY(2024, 12, 0)};
    const struct span from = {DAY(2024, 0, 0), DAY(0, 0, 0)};
    const struct span until = {DAY(0, 0, 0), DAY(2024, 12, 31)};

    (void)state;
    assert_string_equal(rule_span(&run, both), "2024-01-01 to 2024-12");
    assert_string_equal(rule_span(&run, from), "from 2024");
    assert_string_equal(rule_span(&run, until), "until 2024-12-31");
    assert_string_equal(rule_when(&run, DAY(2024, 10, 8)), "on 2024-10-08");
    assert_string_equal(rule_when(&run, DAY(2024, 0, 0)), "in 2024");
    assert_string_equal(rule_state(&run, str_of("FR")), "FR");
}

/* Parts that no rule had a say of, each once and in order. */
static void test_unseen(void **state)
{
    static const char record[] =
        "<summit xmlns='urn:cisvalidate:summit:1' id='s' version='1.0' "
        "body='chs' kind='regular' status='held' recorded='2025-10-13'>"
        "<dates start='2025-10-10' end='2025-10-10' session='2025-10-10'/>"
        "<venue><place state='TJ'/></venue><programme/><agenda/>"
        "<appointments/><sources/></summit>";
    struct cis_validator *validator;
    struct cis_session *session;
    char found[256] = "";

    (void)state;
    assert_int_equal(cis_validator_new(NULL, &validator), CIS_OK);
    assert_int_equal(cis_session_new(validator, &session), CIS_OK);
    assert_int_equal(
        cis_session_memory(session, record, sizeof record - 1, "it"), CIS_OK);
    for (size_t i = 0; i < cis_session_unseen_count(session); i++) {
        strcat(found, cis_session_unseen(session, i));
        strcat(found, " ");
    }
    assert_string_equal(found,
                        "summit[s]/venue summit[s]/agenda summit[s]/sources ");
    assert_null(cis_session_unseen(session, cis_session_unseen_count(session)));
    cis_session_free(session);
    cis_validator_free(validator);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_good, start, stop),
        cmocka_unit_test_setup_teardown(test_finding, start, stop),
        cmocka_unit_test_setup_teardown(test_silenced, start, stop),
        cmocka_unit_test_setup_teardown(test_no_presidency, start, stop),
        cmocka_unit_test_setup_teardown(test_part_taken, start, stop),
        cmocka_unit_test_setup_teardown(test_value_refused, start, stop),
        cmocka_unit_test_setup_teardown(test_words, start, stop),
        cmocka_unit_test(test_unseen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
