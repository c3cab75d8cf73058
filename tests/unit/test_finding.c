/* Findings: their order, what they quote, their facts, failing memory. */
/* SPDX-License-Identifier: MIT */
#include "finding/finding.h"

#include "../support/failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#define SIXTY "123456789 123456789 123456789 123456789 123456789 123456789 "
#define BYTES(text) ((struct str){(text), sizeof(text) - 1})

static struct arena arena;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, &alloc_default);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void test_what_hosts_see(void **state)
{
    struct findings list;
    struct cis_finding *finding;

    (void)state;
    findings_init(&list, &arena);
    assert_false(findings_have(&list, CODE_D001));
    finding = finding_add(&list, CODE_D001, (struct extent){3, 9}, "summit");
    assert_string_equal(cis_finding_message(finding), "");
    assert_string_equal(cis_finding_file(finding), "");
    assert_null(cis_finding_hint(finding));
    assert_null(cis_finding_excerpt(finding).text);
    finding_say(finding, "%s at %d", "wrong", 7);
    finding_hint(finding, "did you mean '%s'?", "right");
    assert_string_equal(cis_finding_code(finding), "D001");
    assert_string_equal(cis_finding_name(finding),
                        "summit-ends-before-it-starts");
    assert_int_equal(cis_finding_severity(finding), CIS_ERROR);
    assert_string_equal(cis_finding_message(finding), "wrong at 7");
    assert_string_equal(cis_finding_hint(finding), "did you mean 'right'?");
    assert_string_equal(cis_finding_path(finding), "summit");
    assert_ptr_equal(cis_finding_place(finding), &finding->place);
    assert_int_equal(finding->where.offset, 3);
    assert_int_equal(finding->where.end, 9);
    assert_true(findings_have(&list, CODE_D001));
    assert_false(findings_have(&list, CODE_D002));
    assert_int_equal(list.count, 1);
}

static void test_severities(void **state)
{
    (void)state;
    assert_string_equal(cis_severity_name(CIS_NOTE), "note");
    assert_string_equal(cis_severity_name(CIS_WARNING), "warning");
    assert_string_equal(cis_severity_name(CIS_ERROR), "error");
    assert_string_equal(cis_severity_name((enum cis_severity)3), "");
}

static void test_facts(void **state)
{
    struct findings list;
    struct cis_finding *finding;
    const struct cis_fact *fact;

    (void)state;
    findings_init(&list, &arena);
    finding = finding_add(&list, CODE_R001, (struct extent){0, 0}, "");
    assert_int_equal(cis_finding_fact_count(finding), 0);
    assert_null(cis_finding_fact(finding, 0));
    finding_fact(finding, (struct extent){5, 6}, "dates/@end", "ends %d", 1);
    finding_source(finding, "https://example.org", "since %s", "1991");
    finding_fact(finding, (struct extent){7, 8}, "dates/@start", "starts");
    assert_int_equal(cis_finding_fact_count(finding), 3);
    fact = cis_finding_fact(finding, 0);
    assert_string_equal(cis_fact_message(fact), "ends 1");
    assert_string_equal(cis_fact_path(fact), "dates/@end");
    assert_null(cis_fact_source(fact));
    assert_int_equal(fact->where.offset, 5);
    assert_ptr_equal(cis_fact_place(fact), &fact->place);
    assert_null(cis_fact_excerpt(fact).text);
    fact = cis_finding_fact(finding, 1);
    assert_string_equal(cis_fact_message(fact), "since 1991");
    assert_string_equal(cis_fact_source(fact), "https://example.org");
    assert_null(cis_fact_path(fact));
    assert_string_equal(cis_fact_message(cis_finding_fact(finding, 2)),
                        "starts");
    assert_null(cis_finding_fact(finding, 3));
    assert_null(cis_finding_fact(finding, (size_t)-1));
}

static const struct {
    struct str value;
    const char *shown;
} quotes[] = {
    {{NULL, 0}, ""},
    {BYTES(""), ""},
    {BYTES("plain"), "plain"},
    {BYTES("Москва"), "Москва"},
    {BYTES("it's"), "it's"},
    {BYTES("a\nb\tc\rd"), "a\\nb\\tc\\rd"},
    {BYTES("\x01\x1B\x1F\x7F"), "\\x01\\x1B\\x1F\\x7F"},
    {BYTES("a\0b"), "a\\x00b"},
    {BYTES("\xC2\x80\xC2\x9F\xC2\xA0"), "\\x80\\x9F\xC2\xA0"},
    {BYTES("a\\nb"), "a\\nb"},
    {BYTES("100%s"), "100%s"},
    {BYTES("\xFF"), "\xEF\xBF\xBD"},
    {BYTES("\xD0"), "\xEF\xBF\xBD"},
    {BYTES("a\xED\xA0\x80z"), "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDz"},
    {BYTES(SIXTY), SIXTY},
    {BYTES(SIXTY "1"), SIXTY "…"},
    {BYTES(SIXTY SIXTY), SIXTY "…"},
};

static void test_quotes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        assert_string_equal(finding_quote(&arena, quotes[i].value),
                            quotes[i].shown);
}

/* The longest there is to show: all characters of four bytes. */
static void test_longest_quotes(void **state)
{
    static const char *const widest[] = {"💯", "\x01", "\xC2\x85", "€", "\n"};
    static const size_t shown[] = {4, 4, 4, 3, 2};
    char text[61 * 4];

    (void)state;
    for (size_t i = 0; i < sizeof widest / sizeof *widest; i++)
        for (size_t count = 59; count <= 61; count++) {
            size_t size = strlen(widest[i]), length;

            for (size_t j = 0; j < count; j++)
                memcpy(text + j * size, widest[i], size);
            length =
                strlen(finding_quote(&arena, (struct str){text, count * size}));
            assert_int_equal(length, count <= 60 ? count * shown[i]
                                                 : 60 * shown[i] + 3);
        }
}

/* Whether they stand by place, then code, equal ones as they were added. */
static void check_order(const struct findings *list)
{
    const struct cis_finding *last = list->first;
    size_t count = 1;

    for (; last->next != NULL; last = last->next, count++) {
        const struct cis_finding *a = last, *b = last->next;

        assert_true(a->where.offset <= b->where.offset);
        if (a->where.offset < b->where.offset)
            continue;
        assert_true(a->code <= b->code);
        if (a->code == b->code)
            assert_true(a->where.end < b->where.end);
    }
    assert_int_equal(count, list->count);
    assert_ptr_equal(last, list->last);
}

/* Of any number, few places and few codes; the end counts what was added. */
static void test_sort(void **state)
{
    uint32_t seed = 12345;

    (void)state;
    for (size_t count = 1; count <= 200; count++) {
        struct findings list;

        findings_init(&list, &arena);
        for (size_t i = 0; i < count; i++) {
            seed = seed * 1664525u + 1013904223u;
            finding_add(&list, (enum code)(seed >> 28 & 3),
                        (struct extent){seed >> 20 & 7, i}, "");
        }
        findings_sort(&list);
        check_order(&list);
        findings_sort(&list);
        check_order(&list);
        finding_add(&list, CODE_D001, (struct extent){9, count}, "");
        check_order(&list);
        arena_reset(&arena);
    }
}

static void test_sort_in_order(void **state)
{
    struct findings list;

    (void)state;
    findings_init(&list, &arena);
    findings_sort(&list);
    assert_null(list.first);
    assert_null(list.last);
    for (size_t i = 0; i < 1000; i++)
        finding_add(&list, CODE_D001, (struct extent){i, i}, "");
    findings_sort(&list);
    check_order(&list);
    findings_init(&list, &arena);
    for (size_t i = 1000; i > 0; i--)
        finding_add(&list, CODE_D001, (struct extent){i, i}, "");
    findings_sort(&list);
    check_order(&list);
    assert_int_equal(list.first->where.offset, 1);
}

static void add_everything(struct findings *list)
{
    for (unsigned i = 0; i < 40; i++) {
        struct cis_finding *finding =
            finding_add(list, CODE_D001, (struct extent){40 - i, i}, "path");

        assert_non_null(finding);
        finding_say(finding, "'%s'",
                    finding_quote(list->arena, str_of("value\n")));
        finding_hint(finding, "hint %u", i);
        finding_fact(finding, (struct extent){i, i}, "path", "fact %u", i);
        finding_source(finding, "source", "source %u", i);
    }
}

/* Each allocation in turn fails: no crash, no half finding in the list. */
static void test_failures(void **state)
{
    size_t failures = 0, count = 0;

    (void)state;
    for (; count < 40; failures++) {
        struct failing memory;
        struct arena own;
        struct findings list;

        failing_init(&memory, failures + 1);
        arena_init(&own, &memory.from);
        findings_init(&list, &own);
        add_everything(&list);
        count = list.count;
        if (count < 40)
            assert_true(own.failed);
        findings_sort(&list);
        for (struct cis_finding *f = list.first; f != NULL; f = f->next) {
            assert_non_null(f->message);
            assert_int_equal(f->where.offset, 40 - f->where.end);
            assert_ptr_not_equal(f, &list.spare);
        }
        arena_free(&own);
        assert_int_equal(memory.live, 0);
    }
    assert_true(failures > 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_what_hosts_see), TEST(test_severities),     TEST(test_facts),
        TEST(test_quotes),         TEST(test_longest_quotes), TEST(test_sort),
        TEST(test_sort_in_order),  TEST(test_failures),
    };

    return cmocka_run_group_tests_name("finding", tests, NULL, NULL);
}
