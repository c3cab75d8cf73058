/* The guard: limits at their edges, refusals, and safe places to cut. */
/* SPDX-License-Identifier: MIT */
#include "xml/guard.h"

#include "xml/limit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

enum {
    NAME = 8,
    VALUE = 16,
    TAG = 40,
    ATTRIBUTES = 3
};

static const struct guard_limits limits = {{[CIS_LIMIT_BYTES] = 1 << 20,
                                            [CIS_LIMIT_DEPTH] = 4,
                                            [CIS_LIMIT_ATTRIBUTES] = ATTRIBUTES,
                                            [CIS_LIMIT_NAME] = NAME,
                                            [CIS_LIMIT_VALUE] = VALUE,
                                            [CIS_LIMIT_TAG] = TAG}};

struct scanned {
    struct source source;
    struct guard guard;
    struct problem problem;
    enum guard_result result;
};

/* Looks at the text, step bytes more each time; then settles. */
static void scan_within(struct scanned *scanned, const struct guard_limits *of,
                        const char *text, uint64_t step)
{
    uint64_t end = strlen(text);

    source_init(&scanned->source, &alloc_default);
    source_begin(&scanned->source, ENCODING_UTF8, 0);
    source_append(&scanned->source, str_of(text));
    guard_init(&scanned->guard, &alloc_default, of);
    scanned->result = GUARD_GOOD;
    for (uint64_t until = 0; until < end && scanned->result == GUARD_GOOD;) {
        until = end - until < step ? end : until + step;
        scanned->result = guard_scan(&scanned->guard, &scanned->source, until,
                                     UINT64_MAX, &scanned->problem);
    }
    if (scanned->result != GUARD_BROKEN &&
        guard_settle(&scanned->guard, &scanned->source) == GUARD_BROKEN)
        scanned->result = GUARD_BROKEN;
}

static void scan(struct scanned *scanned, const char *text, uint64_t step)
{
    scan_within(scanned, &limits, text, step);
}

static void drop(struct scanned *scanned)
{
    guard_free(&scanned->guard);
    source_free(&scanned->source);
}

static const struct {
    const char *text;
    const char *limit; /* that is passed; NULL: none */
    uint64_t offset;
} edges[] = {
    {"<a12345678/>", "name", 1},
    {"<a1234567/>", NULL, 0},
    {"<a b2345678=''/>", NULL, 0},
    {"<a b23456789=''/>", "name", 3},
    {"<r></r123456789>", "name", 5},
    {"<?p12345678?><r/>", "name", 2},
    {"<a b='1234567890123456'/>", NULL, 0},
    {"<a b='12345678901234567'/>", "value", 6},
    {"<a>1234567890123456</a>", NULL, 0},
    {"<a>12345678901234567</a>", "value", 3},
    {"<a><!--1234567890123456--></a>", NULL, 0},
    {"<a><!--12345678901234567--></a>", "value", 10},
    {"<a><![CDATA[1234567890123456]]></a>", NULL, 0},
    {"<a><![CDATA[12345678901234567]]></a>", "value", 15},
    {"<a><?p 12345678901234?></a>", NULL, 0},
    {"<a><?p 123456789012345?></a>", "value", 7},
    {"<a b='' c='' d=''/>", NULL, 0},
    {"<r><a b='' c='' d='' e=''/></r>", "attributes", 3},
    {"<a b='12345678' c='12345678' d='12345'/>", NULL, 0},
    {"<r><a b='12345678' c='12345678' d='123456'/></r>", "tag", 3},
    {"<r><a b='12345678' c='12345678' d='1234567890'/></r>", "tag", 3},
    {"<r></r                                        ></r>", "tag", 3},
    {"<r><a                                          /></r>", "tag", 3},
};

static void test_limits(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        for (uint64_t step = 1; step < 64; step = 3 * step - 1 + (step == 1)) {
            struct scanned scanned;
            scan(&scanned, edges[i].text, step);
            if (scanned.result !=
                (edges[i].limit != NULL ? GUARD_PROBLEM : GUARD_GOOD))
                fail_msg("%s in %d: %d", edges[i].text, (int)step,
                         (int)scanned.result);
            if (edges[i].limit != NULL) {
                assert_int_equal(scanned.problem.code, CODE_W004);
                assert_int_equal(scanned.problem.where.offset, edges[i].offset);
                assert_non_null(
                    strstr(scanned.problem.message, edges[i].limit));
            }
            drop(&scanned);
        }
}

/* Without limits at all, and with one of tags that is below the others. */
static void test_odd_limits(void **state)
{
    static const char text[] = "<name-of-it attribute='1234567890'/>";
    struct guard_limits odd = limits;
    struct scanned scanned;

    (void)state;
    assert_int_equal(limit_default(CIS_LIMIT_COUNT), 0);
    for (size_t i = 0; i < CIS_LIMIT_COUNT; i++)
        odd.of[i] = UINT64_MAX;
    for (uint64_t step = 1; step < 40; step++) {
        scan_within(&scanned, &odd, text, step);
        assert_int_equal(scanned.result, GUARD_GOOD);
        drop(&scanned);
    }
    odd.of[CIS_LIMIT_TAG] = 30;
    for (uint64_t step = 1; step < 40; step++) {
        scan_within(&scanned, &odd, text, step);
        assert_int_equal(scanned.result, GUARD_PROBLEM);
        assert_int_equal(scanned.problem.where.end, 30);
        drop(&scanned);
    }
}

static void expect_safe(const char *text, enum guard_result result,
                        uint64_t safe)
{
    for (uint64_t step = 1; step < 40; step++) {
        struct scanned scanned;
        scan(&scanned, text, step);
        if (scanned.result != result ||
            (result != GUARD_BROKEN && scanned.guard.safe != safe))
            fail_msg("%s in %d: %d, %d", text, (int)step, (int)scanned.result,
                     (int)scanned.guard.safe);
        drop(&scanned);
    }
}

static void test_safe(void **state)
{
    (void)state;
    expect_safe("<a>b</a> ", GUARD_GOOD, 8);
    expect_safe("<a b='>'>c > d", GUARD_GOOD, 9);
    expect_safe("<a>b</a><c", GUARD_GOOD, 8);
    expect_safe("<a><b c='>'>> <!DOCTYPE", GUARD_PROBLEM, 12);
    expect_safe("<a><b c='>> <!DOCTYPE", GUARD_BROKEN, 0);
    expect_safe("<a><b c='> <!-- ", GUARD_BROKEN, 0);
    expect_safe("<a b=<c", GUARD_BROKEN, 0);
    expect_safe("<a><!-- > -- <b> --> <c", GUARD_GOOD, 20);
    expect_safe("<a><![CDATA[>]]>]", GUARD_GOOD, 16);
    expect_safe("<?a ><? >?><b/", GUARD_GOOD, 11);
    expect_safe("<a><b><c><", GUARD_GOOD, 9);
    expect_safe("<a><b><c>< ", GUARD_PROBLEM, 9);
}

static void test_pause(void **state)
{
    const char *text = "<a><b/><c>d</c><e/></a>";
    struct scanned scanned;

    (void)state;
    scan(&scanned, "", 1);
    source_append(&scanned.source, str_of(text));
    for (uint64_t pause = 1; pause <= strlen(text); pause++) {
        static const uint64_t ends[] = {3, 7, 10, 15, 19, 23};
        size_t i = 0;
        guard_begin(&scanned.guard);
        assert_int_equal(guard_scan(&scanned.guard, &scanned.source,
                                    strlen(text), pause, &scanned.problem),
                         GUARD_GOOD);
        while (ends[i] < pause)
            i++;
        assert_int_equal(scanned.guard.safe, ends[i]);
        assert_int_equal(scanned.guard.at, ends[i]);
        assert_int_equal(scanned.guard.tags.count, i + 1);
    }
    drop(&scanned);
}

static void test_tags(void **state)
{
    static const uint64_t begins[] = {0, 13, 17, 20};

    (void)state;
    for (uint64_t step = 1; step < 32; step++) {
        struct scanned scanned;
        scan(&scanned, "<a><!--<x>--><b/><c></a>", step);
        for (size_t i = 0; i < 4; i++)
            assert_int_equal(queue_take(&scanned.guard.tags), begins[i]);
        assert_int_equal(queue_next(&scanned.guard.tags), UINT64_MAX);
        drop(&scanned);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_limits), cmocka_unit_test(test_odd_limits),
        cmocka_unit_test(test_safe),   cmocka_unit_test(test_pause),
        cmocka_unit_test(test_tags),
    };

    return cmocka_run_group_tests_name("guard", tests, NULL, NULL);
}
