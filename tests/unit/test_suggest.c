/* Edit distance against a plain definition of it, and what is suggested. */
/* SPDX-License-Identifier: MIT */
#include "base/suggest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static const struct {
    const char *a, *b;
    unsigned distance;
} distances[] = {
    {"", "", 0},
    {"", "abc", 3},
    {"abc", "abc", 0},
    {"abc", "abd", 1},
    {"abc", "ab", 1},
    {"abc", "xabc", 1},
    {"abc", "acb", 1},
    {"ca", "abc", 3},
    {"kitten", "sitting", 3},
    {"пленар", "пленер", 1},
    {"я", "a", 1},
    {"яж", "жя", 1},
    {"💯a", "a💯", 1},
    {"date", "dates", 1},
    {"abcd", "badc", 2},
    {"abc", "ABC", 3},
    {"\xFF", "\xFE", 0},
};

static void test_distances(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof distances / sizeof *distances; i++) {
        struct str a = str_of(distances[i].a), b = str_of(distances[i].b);
        unsigned right = distances[i].distance;

        for (unsigned limit = 0; limit < 6; limit++) {
            unsigned wanted = right <= limit ? right : limit + 1;

            if (edit_distance(a, b, limit) != wanted ||
                edit_distance(b, a, limit) != wanted)
                fail_msg("'%s' and '%s' within %u: %u", a.at, b.at, limit,
                         edit_distance(a, b, limit));
        }
    }
}

/* By recursion on the last characters, as the distance is defined. */
static unsigned by_definition(const char *a, size_t i, const char *b, size_t j)
{
    unsigned best, other;

    if (i == 0 || j == 0)
        return (unsigned)(i + j);
    best = by_definition(a, i - 1, b, j - 1) + (a[i - 1] != b[j - 1]);
    other = by_definition(a, i - 1, b, j) + 1;
    best = other < best ? other : best;
    other = by_definition(a, i, b, j - 1) + 1;
    best = other < best ? other : best;
    if (i < 2 || j < 2 || a[i - 1] != b[j - 2] || a[i - 2] != b[j - 1])
        return best;
    other = by_definition(a, i - 2, b, j - 2) + 1;
    return other < best ? other : best;
}

/* All words of up to four letters out of three. */
static size_t make_words(char words[][5])
{
    size_t count = 0, begun = 0;

    memset(words[count++], 0, 5);
    for (size_t length = 1; length <= 4; length++) {
        size_t end = count;

        for (; begun < end; begun++)
            for (char letter = 'a'; letter <= 'c'; letter++) {
                memcpy(words[count], words[begun], 5);
                words[count++][length - 1] = letter;
            }
    }
    return count;
}

static void test_against_definition(void **state)
{
    static char words[121][5];
    size_t count = make_words(words);

    (void)state;
    assert_int_equal(count, 121);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            size_t a = strlen(words[i]), b = strlen(words[j]);
            unsigned right = by_definition(words[i], a, words[j], b);

            if (edit_distance(str_of(words[i]), str_of(words[j]), 4) != right)
                fail_msg("'%s' and '%s' are not %u apart", words[i], words[j],
                         right);
        }
}

static void test_long_words(void **state)
{
    char a[130], b[130];

    (void)state;
    memset(a, 'a', sizeof a);
    memset(b, 'a', sizeof b);
    b[5] = 'b';
    assert_int_equal(
        edit_distance((struct str){a, 128}, (struct str){b, 128}, 2), 1);
    assert_int_equal(
        edit_distance((struct str){a, 128}, (struct str){b, 129}, 2), 3);
    assert_int_equal(
        edit_distance((struct str){a, 129}, (struct str){b, 129}, 2), 3);
    assert_int_equal(
        edit_distance((struct str){a, 129}, (struct str){a, 129}, 2), 3);
    assert_int_equal(
        edit_distance((struct str){a, 128}, (struct str){a, 0}, 200), 128);
}

static const struct {
    const char *wanted;
    const char *candidates[4];
    const char *best; /* NULL for none */
} suggestions[] = {
    {"summti", {"summit", "dates"}, "summit"},
    {"DATES", {"date", "dates"}, "dates"},
    {"d001", {"D002", "D001"}, "D001"},
    {"dats", {"dates", "data"}, "dates"},
    {"datse", {"dates", "datesx"}, "dates"},
    {"bat", {"cat", "hat"}, "cat"},
    {"bat", {"hat", "cat"}, "hat"},
    {"ab", {"ac"}, NULL},
    {"AZ", {"az"}, "az"},
    {"A{", {"a["}, NULL},
    {"abc", {"abd"}, "abd"},
    {"abcde", {"abcxy"}, NULL},
    {"abcdef", {"abcdxy"}, "abcdxy"},
    {"session", {"sxxxion"}, NULL},
    {"Дата", {"Дети"}, NULL},
    {"Датта", {"Дата"}, "Дата"},
    {"venue", {NULL}, NULL},
    {"", {"", "a"}, ""},
    {"[bcd", {"[bcde", "{bcd"}, "[bcde"},
    {"@bcd", {"@bcde", "`bcd"}, "@bcde"},
};

static void test_suggestions(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof suggestions / sizeof *suggestions; i++) {
        struct suggestion suggestion;

        suggest_start(&suggestion, str_of(suggestions[i].wanted));
        for (size_t j = 0; suggestions[i].candidates[j] != NULL; j++)
            suggest_consider(&suggestion, str_of(suggestions[i].candidates[j]));
        if (suggestions[i].best == NULL
                ? suggestion.best.at != NULL
                : !str_is(suggestion.best, suggestions[i].best))
            fail_msg("for '%s': '%.*s'", suggestions[i].wanted,
                     STR_ARGS(suggestion.best));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_distances),
        cmocka_unit_test(test_against_definition),
        cmocka_unit_test(test_long_words),
        cmocka_unit_test(test_suggestions),
    };

    return cmocka_run_group_tests_name("suggest", tests, NULL, NULL);
}
