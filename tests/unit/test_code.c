/* The table of codes: whole, in order, and found by what people type. */
/* SPDX-License-Identifier: MIT */
#include "finding/code.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static const char families[] = "WSXDRTPMACGU";

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* A letter of a family and three digits. */
static void check_code(const char *code)
{
    if (strlen(code) != 4 || strchr(families, code[0]) == NULL ||
        !is_digit(code[1]) || !is_digit(code[2]) || !is_digit(code[3]) ||
        strcmp(code + 1, "000") == 0)
        fail_msg("'%s' is no code", code);
}

/* Small letters in words with single hyphens between them. */
static void check_name(const char *name)
{
    char last = '-';

    for (const char *at = name; *at != '\0'; last = *at++)
        if (*at == '-' ? last == '-' : *at < 'a' || *at > 'z')
            fail_msg("'%s' is not in kebab case", name);
    if (last == '-')
        fail_msg("'%s' is not in kebab case", name);
}

/* One line, without blanks around it. */
static void check_line(const char *code, const char *text)
{
    size_t length = strlen(text);

    if (length < 10 || strpbrk(text, "\n\t") != NULL || text[0] == ' ' ||
        text[length - 1] == ' ')
        fail_msg("%s: '%s' is not a line", code, text);
}

static void test_table(void **state)
{
    (void)state;
    assert_int_equal(cis_rule_count(), CODE_COUNT);
    assert_null(cis_rule_at(CODE_COUNT));
    assert_null(cis_rule_at((size_t)-1));
    for (size_t i = 0; i < CODE_COUNT; i++) {
        const struct cis_rule *rule = cis_rule_at(i);

        assert_ptr_equal(rule, rule_of((enum code)i));
        assert_int_equal(rule_index(rule), i);
        check_code(cis_rule_code(rule));
        check_name(cis_rule_name(rule));
        check_line(cis_rule_code(rule), cis_rule_title(rule));
        check_line(cis_rule_code(rule), cis_rule_why(rule));
        assert_true(cis_rule_severity(rule) <= CIS_ERROR);
        assert_non_null(cis_rule_bad(rule));
        assert_non_null(cis_rule_good(rule));
    }
}

/* Families in their order; within one, numbers that rise. */
static void test_order(void **state)
{
    (void)state;
    for (size_t i = 1; i < CODE_COUNT; i++) {
        const char *a = cis_rule_code(cis_rule_at(i - 1));
        const char *b = cis_rule_code(cis_rule_at(i));
        const char *family = strchr(families, a[0]);
        const char *next = strchr(families, b[0]);

        if (family > next || (family == next && strcmp(a, b) >= 0))
            fail_msg("%s stands before %s", a, b);
    }
}

/* Within a family: R013 and A003 are the same fault in two places. */
static void test_names_differ(void **state)
{
    (void)state;
    for (size_t i = 0; i < CODE_COUNT; i++)
        for (size_t j = 0; j < i; j++)
            if (cis_rule_code(cis_rule_at(i))[0] ==
                    cis_rule_code(cis_rule_at(j))[0] &&
                strcmp(cis_rule_name(cis_rule_at(i)),
                       cis_rule_name(cis_rule_at(j))) == 0)
                fail_msg("%s and %s are both '%s'",
                         cis_rule_code(cis_rule_at(j)),
                         cis_rule_code(cis_rule_at(i)),
                         cis_rule_name(cis_rule_at(i)));
}

static void test_find(void **state)
{
    static const char *const absent[] = {"",     "D",     "D00",   "D0011",
                                         "D999", " D001", "D001 ", "d-001"};

    (void)state;
    for (size_t i = 0; i < CODE_COUNT; i++) {
        const struct cis_rule *rule = cis_rule_at(i);
        char small[5];

        snprintf(small, sizeof small, "%s", rule->code);
        small[0] = (char)(small[0] + ('a' - 'A'));
        assert_ptr_equal(cis_rule_find(rule->code), rule);
        assert_ptr_equal(cis_rule_find(small), rule);
        assert_string_equal(cis_rule_find(rule->name)->name, rule->name);
    }
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        assert_null(cis_rule_find(absent[i]));
    assert_null(cis_rule_find(NULL));
}

static void test_suggest(void **state)
{
    static const struct {
        const char *typed, *code;
    } suggestions[] = {
        {"summit-ends-before-it-stars", "D001"},
        {"Summit-Ends-Before-It-Starts", "D001"},
        {"not-wellformed", "W001"},
        {"D0001", "D001"},
        {"W01", "W001"},
        {"not-in-lits", "S006"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof suggestions / sizeof *suggestions; i++)
        assert_string_equal(cis_rule_suggest(suggestions[i].typed),
                            suggestions[i].code);
    assert_null(cis_rule_suggest(""));
    assert_null(cis_rule_suggest("nothing like any of them"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),        cmocka_unit_test(test_order),
        cmocka_unit_test(test_names_differ), cmocka_unit_test(test_find),
        cmocka_unit_test(test_suggest),
    };

    return cmocka_run_group_tests_name("code", tests, NULL, NULL);
}
