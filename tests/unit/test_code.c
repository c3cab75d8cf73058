/* The table of codes: complete, in order, and written for readers. */
/* SPDX-License-Identifier: MIT */
#include "finding/code.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* The families in order, and how many codes each one has. */
static const struct {
    char letter;
    int count;
} families[] = {{'W', 7},  {'S', 9},  {'X', 3}, {'D', 13}, {'R', 13}, {'T', 14},
                {'P', 13}, {'M', 8}, {'A', 8}, {'C', 9},  {'G', 7}};

static void has_every_code_in_order(void **state)
{
    size_t index = 0;

    (void)state;
    for (size_t f = 0; f < sizeof families / sizeof families[0]; f++)
        for (int i = 1; i <= families[f].count; i++, index++) {
            const struct cis_rule *rule = cis_rule_at(index);
            char code[16];

            assert_non_null(rule);
            snprintf(code, sizeof code, "%c%03d", families[f].letter, i);
            assert_string_equal(cis_rule_code(rule), code);
            assert_ptr_equal(rule_of((enum code)index), rule);
            assert_int_equal(rule_index(rule), index);
        }
    assert_int_equal(cis_rule_count(), index);
    assert_null(cis_rule_at(index));
}

/* Small letters and digits, parted by single hyphens. */
static bool is_kebab(const char *name)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

    return name[0] != '\0' && name[0] != '-' &&
           strspn(name, letters) == strlen(name) &&
           strstr(name, "--") == NULL && name[strlen(name) - 1] != '-';
}

static bool ends_with(const char *text, char end)
{
    size_t length = strlen(text);

    return length > 0 && text[length - 1] == end;
}

static void is_written_for_readers(void **state)
{
    (void)state;
    for (size_t i = 0; i < cis_rule_count(); i++) {
        const struct cis_rule *rule = cis_rule_at(i);

        print_message("# %s\n", cis_rule_code(rule));
        assert_true(is_kebab(cis_rule_name(rule)));
        assert_true(strlen(cis_rule_title(rule)) > 10);
        assert_null(strchr(cis_rule_title(rule), '\n'));
        assert_false(ends_with(cis_rule_title(rule), '.'));
        assert_true(strlen(cis_rule_why(rule)) > 20);
        assert_true(ends_with(cis_rule_why(rule), '.'));
        assert_non_null(cis_rule_bad(rule));
        assert_true(strlen(cis_rule_good(rule)) > 10);
        assert_string_not_equal(cis_rule_bad(rule), cis_rule_good(rule));
    }
}

static void gives_severities(void **state)
{
    static const struct {
        const char *code;
        enum cis_severity severity;
    } some[] = {{"W001", CIS_ERROR},   {"S009", CIS_WARNING},
                {"D003", CIS_WARNING}, {"T006", CIS_NOTE},
                {"P009", CIS_NOTE},    {"P012", CIS_ERROR},
                {"C006", CIS_NOTE},    {"G002", CIS_NOTE}};

    (void)state;
    for (size_t i = 0; i < sizeof some / sizeof some[0]; i++)
        assert_int_equal(cis_rule_severity(cis_rule_find(some[i].code)),
                         some[i].severity);
}

static void finds_by_code_or_name(void **state)
{
    const struct cis_rule *rule = rule_of(CODE_D001);

    (void)state;
    assert_ptr_equal(cis_rule_find("D001"), rule);
    assert_ptr_equal(cis_rule_find("d001"), rule);
    assert_ptr_equal(cis_rule_find("summit-ends-before-it-starts"), rule);
    assert_null(cis_rule_find("D01"));
    assert_null(cis_rule_find("D0011"));
    assert_null(cis_rule_find(""));
    for (size_t i = 0; i < cis_rule_count(); i++)
        assert_ptr_equal(cis_rule_find(cis_rule_code(cis_rule_at(i))),
                         cis_rule_at(i));
}

static void suggests_codes(void **state)
{
    (void)state;
    assert_string_equal(cis_rule_suggest("event-outside-sumit"), "D002");
    assert_string_equal(cis_rule_suggest("D0001"), "D001");
    assert_string_equal(cis_rule_suggest("self-awards"), "A006");
    assert_null(cis_rule_suggest("nothing-like-it"));
    assert_null(cis_rule_suggest(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_every_code_in_order),
        cmocka_unit_test(is_written_for_readers),
        cmocka_unit_test(gives_severities),
        cmocka_unit_test(finds_by_code_or_name),
        cmocka_unit_test(suggests_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
