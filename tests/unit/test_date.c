/* Dates against a calendar that is counted day by day. */
/* SPDX-License-Identifier: MIT */
#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

/* The knuckles of a fist: odd months are long until July, then even ones. */
static int month_length(int year, int month)
{
    if (month == 2) {
        if (year % 400 == 0)
            return 29;
        return year % 100 != 0 && year % 4 == 0 ? 29 : 28;
    }
    return 30 + (month <= 7 ? month % 2 : 1 - month % 2);
}

static struct cis_date make(int year, int month, int day)
{
    return (struct cis_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
}

static struct cis_date read_date(const char *text)
{
    struct cis_date date = {0};

    if (*text != '\0' && !date_read(str_of(text), &date))
        fail_msg("'%s' is no date", text);
    return date;
}

static void check_month(int year, int month, int64_t first)
{
    int days = month_length(year, month);
    struct cis_date whole = make(year, month, 0);

    assert_int_equal(date_days_in_month(year, month), days);
    assert_int_equal(date_first_day(whole), first);
    assert_int_equal(date_last_day(whole), first + days - 1);
    for (int day = 1; day <= days; day++) {
        struct cis_date date = make(year, month, day);
        int64_t number = first + day - 1;

        if (date_first_day(date) != number || date_last_day(date) != number ||
            !date_same(date_from_days(number), date))
            fail_msg("%04d-%02d-%02d is not day %ld", year, month, day,
                     (long)number);
    }
}

/* 1970-01-01 must come out as day 0: 719,162 days after 0001-01-01. */
static void test_every_day(void **state)
{
    int64_t number = -719162;

    (void)state;
    for (int year = 1; year <= 9999; year++) {
        int64_t first = number;

        for (int month = 1; month <= 12; month++) {
            check_month(year, month, number);
            number += month_length(year, month);
        }
        assert_int_equal(date_first_day(make(year, 0, 0)), first);
        assert_int_equal(date_last_day(make(year, 0, 0)), number - 1);
    }
    assert_int_equal(number, 2932897);
    assert_int_equal(date_first_day(make(1970, 1, 1)), 0);
}

/* Every day is read as it is written, and the next number is no day. */
static void test_every_text(void **state)
{
    struct cis_date date;
    char text[11];

    (void)state;
    for (int year = 1; year <= 9999; year += 1 + (year > 2110) * 96)
        for (int month = 1; month <= 12; month++)
            for (int day = 1; day <= 32; day++) {
                bool exists = day <= month_length(year, month);

                date_write(make(year, month, day), text);
                assert_int_equal(strlen(text), 10);
                if (date_read(str_of(text), &date) != exists ||
                    (exists && !date_same(date, make(year, month, day))))
                    fail_msg("%s", text);
            }
}

static void test_texts(void **state)
{
    static const char *const good[] = {
        "0001",    "2024",    "9999",       "2024-01",    "2024-12",
        "0001-01", "9999-12", "2024-10-08", "2024-02-29", "2000-02-29"};
    static const char *const bad[] = {
        "",           "0000",       "0000-01-01",  "202",        "20245",
        "2024-",      "2024-1",     "2024-00",     "2024-13",    "2024/10",
        "2024-10-",   "2024-10-8",  "2024-10-00",  "2024-10-32", "2023-02-29",
        "1900-02-29", "2024-04-31", "2024-10/08",  "20241008",   "-024-10-08",
        "+024",       " 2024",      "2024 ",       "2024-1a",    "2024-10-0a",
        "a024",       "2024-10-8Z", "2024-10-08Z", "२०२४",       "2/24",
        "20:4",       "2024-0:",    "2024-10-/8"};
    struct cis_date date = make(1, 2, 3);
    char text[11];

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_string_equal(date_write(read_date(good[i]), text), good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (date_read(str_of(bad[i]), &date))
            fail_msg("'%s' is read as a date", bad[i]);
    assert_true(date_same(date, make(1, 2, 3)));
    assert_false(date_read((struct str){0}, &date));
}

#define NO TRUTH_NO
#define YES TRUTH_YES
#define UNKNOWN TRUTH_UNKNOWN

static const struct {
    const char *a, *b;
    enum truth before, not_after;
} comparisons[] = {
    {"2024-10-08", "2024-10-09", YES, YES},
    {"2024-10-08", "2024-10-08", NO, YES},
    {"2024-10-09", "2024-10-08", NO, NO},
    {"2024-09-30", "2024-10", YES, YES},
    {"2024-10-01", "2024-10", UNKNOWN, YES},
    {"2024-10-02", "2024-10", UNKNOWN, UNKNOWN},
    {"2024-10-31", "2024-10", NO, UNKNOWN},
    {"2024-11-01", "2024-10", NO, NO},
    {"2024-10", "2024-09-30", NO, NO},
    {"2024-10", "2024-10-01", NO, UNKNOWN},
    {"2024-10", "2024-10-30", UNKNOWN, UNKNOWN},
    {"2024-10", "2024-10-31", UNKNOWN, YES},
    {"2024-10", "2024-11-01", YES, YES},
    {"2024-10", "2024-10", UNKNOWN, UNKNOWN},
    {"2024-10", "2024-11", YES, YES},
    {"2024-11", "2024-10", NO, NO},
    {"2024", "2024", UNKNOWN, UNKNOWN},
    {"2024", "2025", YES, YES},
    {"2025", "2024", NO, NO},
    {"2024", "2024-12-31", UNKNOWN, YES},
    {"2024", "2024-01-01", NO, UNKNOWN},
    {"2024", "2024-05", UNKNOWN, UNKNOWN},
    {"2023-12", "2024", YES, YES},
    {"2025-01", "2024", NO, NO},
    {"", "2024", UNKNOWN, UNKNOWN},
    {"2024-10-08", "", UNKNOWN, UNKNOWN},
    {"", "", UNKNOWN, UNKNOWN},
};

static void test_comparisons(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof comparisons / sizeof *comparisons; i++) {
        struct cis_date a = read_date(comparisons[i].a);
        struct cis_date b = read_date(comparisons[i].b);

        if (date_before(a, b) != comparisons[i].before ||
            date_not_after(a, b) != comparisons[i].not_after)
            fail_msg("'%s' and '%s': %d and %d", comparisons[i].a,
                     comparisons[i].b, (int)date_before(a, b),
                     (int)date_not_after(a, b));
    }
}

static const struct {
    const char *from, *to, *date;
    enum truth holds;
} spans[] = {
    {"2020-01-01", "2020-12-31", "2020-01-01", YES},
    {"2020-01-01", "2020-12-31", "2020-12-31", YES},
    {"2020-01-01", "2020-12-31", "2019-12-31", NO},
    {"2020-01-01", "2020-12-31", "2021-01-01", NO},
    {"2020-01-01", "2020-12-31", "2020", YES},
    {"2020-01-01", "2020-12-31", "2020-07", YES},
    {"2020-02-01", "2020-12-31", "2020", UNKNOWN},
    {"2020", "2021", "2020-05-05", UNKNOWN},
    {"2020", "2022", "2021-05-05", YES},
    {"2020", "2022", "2023-05-05", NO},
    {"2020-05", "", "2020-05-31", YES},
    {"2020-05", "", "2020-05-30", UNKNOWN},
    {"2020-05", "", "2020-04-30", NO},
    {"", "2020-05", "2020-05-01", YES},
    {"", "2020-05", "2020-06-01", NO},
    {"", "", "2020-05-01", YES},
    {"", "", "", UNKNOWN},
    {"2020", "", "", UNKNOWN},
    {"2020-05", "2020-03", "2020-04-05", NO},
};

static void test_spans(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        struct span span = {read_date(spans[i].from), read_date(spans[i].to)};
        enum truth holds = span_holds(span, read_date(spans[i].date));

        if (holds != spans[i].holds)
            fail_msg("'%s' to '%s' on '%s': %d", spans[i].from, spans[i].to,
                     spans[i].date, (int)holds);
    }
}

static void test_given_and_same(void **state)
{
    (void)state;
    assert_false(date_given(make(0, 0, 0)));
    assert_true(date_given(make(1, 0, 0)));
    assert_true(date_same(make(2024, 10, 8), make(2024, 10, 8)));
    assert_false(date_same(make(2024, 10, 8), make(2024, 10, 0)));
    assert_false(date_same(make(2024, 10, 0), make(2024, 0, 0)));
    assert_false(date_same(make(2024, 0, 0), make(2025, 0, 0)));
}

/* The same day of a later month, or its last. */
static void test_months_later(void **state)
{
    static const struct {
        const char *day;
        int64_t months;
        const char *later;
    } rows[] = {
        {"1991-12-21", 0, "1991-12-21"},  {"1991-12-21", 1, "1992-01-21"},
        {"1991-12-21", 11, "1992-11-21"}, {"1991-12-21", 12, "1992-12-21"},
        {"2023-01-31", 1, "2023-02-28"},  {"2024-01-31", 1, "2024-02-29"},
        {"2024-01-31", 2, "2024-03-31"},  {"2024-02-29", 12, "2025-02-28"},
        {"2023-10-08", 36, "2026-10-08"}, {"2024-03-31", -1, "2024-02-29"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct cis_date day;
        char out[11];

        assert_true(date_read(str_of(rows[i].day), &day));
        assert_string_equal(
            date_write(date_months_later(day, rows[i].months), out),
            rows[i].later);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_day),
        cmocka_unit_test(test_every_text),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_comparisons),
        cmocka_unit_test(test_spans),
        cmocka_unit_test(test_given_and_same),
        cmocka_unit_test(test_months_later),
    };

    return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
