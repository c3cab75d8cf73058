/* Chains of languages: how they are taken apart, and which tags match. */
/* SPDX-License-Identifier: MIT */
#include "base/lang.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static const struct {
    const char *chain, *ranges; /* those in "[]" */
} chains[] = {
    {"", ""},
    {"ru", "[ru]"},
    {"r", "[r]"},
    {"ru;en;*", "[ru][en][*]"},
    {" ru ; e ", "[ru][e]"},
    {";;ru;;", "[ru]"},
    {" ; ", ""},
};

static const struct {
    const char *range, *tag;
    bool match;
} matches[] = {
    {"*", "ru", true},
    {"*", "", true},
    {"ru", "ru", true},
    {"ru", "ru-RU", true},
    {"ru", "RU", true},
    {"AZ", "az", true},
    {"az-cyrl", "AZ-CYRL", true},
    {"ru", "rus", false},
    {"ru-RU", "ru", false},
    {"ru", "uu", false},
    {"ru", "rr", false},
    {"ru", "be", false},
    {"ru", "", false},
    {"@", "`", false},
    {"[", "{", false},
};

static void test_chains(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof chains / sizeof *chains; i++) {
        struct str rest = str_of(chains[i].chain), range;
        char found[64] = "";

        while (lang_next(&rest, &range)) {
            strcat(found, "[");
            strncat(found, range.at, range.length);
            strcat(found, "]");
        }
        assert_string_equal(found, chains[i].ranges);
        assert_int_equal(rest.length, 0);
    }
}

static void test_matches(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof matches / sizeof *matches; i++)
        if (lang_matches(str_of(matches[i].range), str_of(matches[i].tag)) !=
            matches[i].match)
            fail_msg("'%s' and '%s'", matches[i].range, matches[i].tag);
    /* a tag ends where it ends */
    assert_false(lang_matches(str_of("ru-RU"), (struct str){"ru-RU-x", 2}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chains),
        cmocka_unit_test(test_matches),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
