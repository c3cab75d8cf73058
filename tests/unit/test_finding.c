/* Findings: their texts, facts and order, and what is left of no memory. */
/* SPDX-License-Identifier: MIT */
#include "finding/finding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static struct arena arena;
static struct findings list;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, &alloc_default);
    findings_init(&list, &arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct extent at(uint64_t offset)
{
    return (struct extent){offset, offset + 1};
}

static void holds_what_was_said(void **state)
{
    struct cis_finding *f = finding_add(&list, CODE_D001, at(7), "summit/x");

    (void)state;
    assert_string_equal(cis_finding_message(f), "");
    assert_null(cis_finding_hint(f));
    finding_say(f, "the summit ends on %s", "2024-10-07");
    finding_hint(f, "did you mean %d?", 9);
    assert_string_equal(cis_finding_code(f), "D001");
    assert_string_equal(cis_finding_name(f), "summit-ends-before-it-starts");
    assert_int_equal(cis_finding_severity(f), CIS_ERROR);
    assert_string_equal(cis_finding_message(f),
                        "the summit ends on 2024-10-07");
    assert_string_equal(cis_finding_hint(f), "did you mean 9?");
    assert_string_equal(cis_finding_path(f), "summit/x");
    assert_string_equal(cis_finding_file(f), "");
    assert_null(cis_finding_excerpt(f).text);
    assert_int_equal(f->where.offset, 7);
    f->place.line = 12;
    assert_int_equal(cis_finding_place(f)->line, 12);
    assert_int_equal(list.count, 1);
}

static void keeps_facts_in_order(void **state)
{
    struct cis_finding *f = finding_add(&list, CODE_P001, at(1), "p");
    const struct cis_fact *fact;

    (void)state;
    assert_int_equal(cis_finding_fact_count(f), 0);
    assert_null(cis_finding_fact(f, 0));
    finding_fact(f, at(5), "summit/dates", "it starts on %s", "Monday");
    finding_source(f, "https://example.org", "%d is known", 1);
    assert_int_equal(cis_finding_fact_count(f), 2);
    fact = cis_finding_fact(f, 0);
    assert_string_equal(cis_fact_message(fact), "it starts on Monday");
    assert_string_equal(cis_fact_path(fact), "summit/dates");
    assert_null(cis_fact_source(fact));
    assert_int_equal(fact->where.offset, 5);
    fact = cis_finding_fact(f, 1);
    assert_string_equal(cis_fact_message(fact), "1 is known");
    assert_string_equal(cis_fact_source(fact), "https://example.org");
    assert_null(cis_fact_path(fact));
    assert_int_equal(cis_fact_place(fact)->line, 0);
    assert_null(cis_fact_excerpt(fact).text);
    assert_null(cis_finding_fact(f, 2));
}

static void names_severities(void **state)
{
    (void)state;
    assert_string_equal(cis_severity_name(CIS_NOTE), "note");
    assert_string_equal(cis_severity_name(CIS_WARNING), "warning");
    assert_string_equal(cis_severity_name(CIS_ERROR), "error");
}

static void knows_which_codes_it_has(void **state)
{
    (void)state;
    assert_false(findings_have(&list, CODE_D001));
    finding_add(&list, CODE_D002, at(1), "");
    finding_add(&list, CODE_D001, at(2), "");
    assert_true(findings_have(&list, CODE_D001));
    assert_true(findings_have(&list, CODE_D002));
    assert_false(findings_have(&list, CODE_D003));
}

/* The message numbers the findings as they were added. */
static void add_numbered(size_t count)
{
    static const enum code codes[] = {CODE_S001, CODE_D001, CODE_M008};
    uint64_t seed = count;

    for (size_t i = 0; i < count; i++) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        struct cis_finding *f = finding_add(
            &list, codes[(seed >> 40) % 3], at(seed >> 33 & 7), "");
        finding_say(f, "%zu", i);
    }
}

static void check_order(size_t count)
{
    const struct cis_finding *before = NULL;
    size_t seen = 0;

    for (const struct cis_finding *f = list.first; f != NULL; f = f->next) {
        if (before != NULL && before->where.offset == f->where.offset) {
            assert_true(before->code <= f->code);
            if (before->code == f->code)
                assert_true(atoi(before->message) < atoi(f->message));
        } else if (before != NULL) {
            assert_true(before->where.offset < f->where.offset);
        }
        before = f;
        seen++;
    }
    assert_int_equal(seen, count);
    assert_ptr_equal(list.last, before);
}

static void sorts_by_place_then_code(void **state)
{
    (void)state;
    for (size_t count = 0; count < 140; count++) {
        arena_reset(&arena);
        findings_init(&list, &arena);
        add_numbered(count);
        findings_sort(&list);
        check_order(count);
        finding_add(&list, CODE_W001, at(100), "");
        assert_int_equal(list.last->code, CODE_W001);
        assert_int_equal(list.count, count + 1);
    }
}

static const struct {
    const char *name;
    const char *value;
    const char *quoted;
} quotes[] = {
    {"nothing", "", ""},
    {"plain text", "Душанбе 2025", "Душанбе 2025"},
    {"white space", "a\nb\tc\rd", "a\\nb\\tc\\rd"},
    {"control characters", "\x01\x1B[0m\x7F", "\\x01\\x1B[0m\\x7F"},
    {"control characters above ASCII", "a\xC2\x85z", "a\\x85z"},
    {"malformed bytes", "a\xFF\xD0z", "a\uFFFD\uFFFDz"},
    {"quotation marks", "'\"", "'\""},
    {"sixty", "123456789012345678901234567890123456789012345678901234567890",
     "123456789012345678901234567890123456789012345678901234567890"},
    {"more than sixty",
     "123456789012345678901234567890123456789012345678901234567890x",
     "123456789012345678901234567890123456789012345678901234567890…"},
};

static void quotes_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++) {
        print_message("# %s\n", quotes[i].name);
        assert_string_equal(finding_quote(&arena, str_of(quotes[i].value)),
                            quotes[i].quoted);
    }
}

static void quotes_the_longest(void **state)
{
    char value[61 * 4];
    const char *quoted;

    (void)state;
    for (size_t i = 0; i < sizeof value; i += 4)
        memcpy(value + i, "😀", 4);
    quoted = finding_quote(&arena, (struct str){value, sizeof value});
    assert_int_equal(strlen(quoted), 60 * 4 + strlen("…"));
    memset(value, 1, sizeof value);
    quoted = finding_quote(&arena, (struct str){value, sizeof value});
    assert_int_equal(strlen(quoted), 60 * 4 + strlen("…"));
}

static void *no_memory(void *context, size_t size)
{
    (void)context;
    (void)size;
    return NULL;
}

static void bears_missing_memory(void **state)
{
    const struct cis_allocator none = {.allocate = no_memory};
    struct arena empty;
    struct cis_finding *f;

    (void)state;
    arena_init(&empty, &none);
    findings_init(&list, &empty);
    f = finding_add(&list, CODE_D001, at(1), "p");
    assert_ptr_equal(f, &list.spare);
    finding_say(f, "%d", 1);
    finding_fact(f, at(1), "p", "%d", 1);
    finding_source(f, "source", "%d", 1);
    assert_string_equal(f->message, "");
    assert_int_equal(f->fact_count, 0);
    assert_string_equal(finding_quote(&empty, str_of("x")), "");
    findings_sort(&list);
    assert_int_equal(list.count, 0);
    assert_null(list.first);
    assert_true(empty.failed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(holds_what_was_said, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(keeps_facts_in_order, set_up,
                                        tear_down),
        cmocka_unit_test(names_severities),
        cmocka_unit_test_setup_teardown(knows_which_codes_it_has, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(sorts_by_place_then_code, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(quotes_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(quotes_the_longest, set_up, tear_down),
        cmocka_unit_test(bears_missing_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
