/* Civil dates: reading, writing, day numbers, and careful comparison. */
/* SPDX-License-Identifier: MIT */
#include "base/date.h"

#include <stdio.h>

bool date_given(struct cis_date date)
{
    return date.year != 0;
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_days_in_month(int year, int month)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30,
                                         31, 31, 30, 31, 30, 31};

    return days[month - 1] + (month == 2 && is_leap(year));
}

/* Exactly `count` digits; -1 where there are none. */
static int read_digits(struct str text, size_t at, size_t count)
{
    int number = 0;

    if (at + count > text.length)
        return -1;
    for (size_t i = at; i < at + count; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return -1;
        number = number * 10 + (text.at[i] - '0');
    }
    return number;
}

bool date_read(struct str text, struct cis_date *date)
{
    int year = read_digits(text, 0, 4), month = 0, day = 0;

    if (year <= 0 ||
        (text.length != 4 && text.length != 7 && text.length != 10))
        return false;
    if (text.length >= 7) {
        month = read_digits(text, 5, 2);
        if (text.at[4] != '-' || month < 1 || month > 12)
            return false;
    }
    if (text.length == 10) {
        day = read_digits(text, 8, 2);
        if (text.at[7] != '-' || day < 1 ||
            day > date_days_in_month(year, month))
            return false;
    }
    *date = (struct cis_date){(int16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

const char *date_write(struct cis_date date, char out[static 11])
{
    unsigned year = (unsigned)date.year % 10000u;

    if (date.day != 0)
        snprintf(out, 11, "%04u-%02u-%02u", year, date.month % 100u,
                 date.day % 100u);
    else if (date.month != 0)
        snprintf(out, 11, "%04u-%02u", year, date.month % 100u);
    else
        snprintf(out, 11, "%04u", year);
    return out;
}

/* Years that begin in March put the leap day last, and every 400 years are
 * alike: 146,097 days. 719,468 of them precede 1970 from 0000-03-01. */
static int64_t day_number(int year, int month, int day)
{
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t era = y / 400, year_of_era = y - era * 400;
    int64_t march_month = (month + 9) % 12;
    int64_t day_of_year = (153 * march_month + 2) / 5 + day - 1;

    return era * 146097 + year_of_era * 365 + year_of_era / 4 -
           year_of_era / 100 + day_of_year - 719468;
}

int64_t date_first_day(struct cis_date date)
{
    return day_number(date.year, date.month != 0 ? date.month : 1,
                      date.day != 0 ? date.day : 1);
}

int64_t date_last_day(struct cis_date date)
{
    int month = date.month != 0 ? date.month : 12;

    return day_number(date.year, month,
                      date.day != 0 ? date.day
                                    : date_days_in_month(date.year, month));
}

struct cis_date date_from_days(int64_t days)
{
    int64_t z = days + 719468, era = z / 146097, day_of_era = z % 146097;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
                           day_of_era / 146096) /
                          365;
    int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t march_month = (5 * day_of_year + 2) / 153;
    int64_t month = march_month < 10 ? march_month + 3 : march_month - 9;
    int64_t year = year_of_era + era * 400 + (month <= 2);

    return (struct cis_date){
        (int16_t)year, (uint8_t)month,
        (uint8_t)(day_of_year - (153 * march_month + 2) / 5 + 1)};
}

/* Days in order, at less cost than by their numbers. */
static int order(int year, int month, int day)
{
    return (year * 16 + month) * 32 + day;
}

static int order_first(struct cis_date date)
{
    return order(date.year, date.month != 0 ? date.month : 1,
                 date.day != 0 ? date.day : 1);
}

static int order_last(struct cis_date date)
{
    int month = date.month != 0 ? date.month : 12;

    return order(date.year, month,
                 date.day != 0 ? date.day
                               : date_days_in_month(date.year, month));
}

struct cis_date date_months_later(struct cis_date day, int64_t months)
{
    int64_t count = day.year * 12 + day.month - 1 + months;
    int year = (int)(count / 12);
    int month = (int)(count % 12) + 1;
    int last = date_days_in_month(year, month);

    return (struct cis_date){(int16_t)year, (uint8_t)month,
                             (uint8_t)(day.day < last ? day.day : last)};
}

enum truth date_before(struct cis_date a, struct cis_date b)
{
    if (!date_given(a) || !date_given(b))
        return TRUTH_UNKNOWN;
    if (order_last(a) < order_first(b))
        return TRUTH_YES;
    return order_first(a) >= order_last(b) ? TRUTH_NO : TRUTH_UNKNOWN;
}

enum truth date_not_after(struct cis_date a, struct cis_date b)
{
    switch (date_before(b, a)) {
    case TRUTH_YES:
        return TRUTH_NO;
    case TRUTH_NO:
        return TRUTH_YES;
    case TRUTH_UNKNOWN:
        break;
    }
    return TRUTH_UNKNOWN;
}

bool date_same(struct cis_date a, struct cis_date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

static enum truth both(enum truth a, enum truth b)
{
    if (a == TRUTH_NO || b == TRUTH_NO)
        return TRUTH_NO;
    return a == TRUTH_YES && b == TRUTH_YES ? TRUTH_YES : TRUTH_UNKNOWN;
}

enum truth span_holds(struct span span, struct cis_date date)
{
    enum truth after =
        date_given(span.from) ? date_not_after(span.from, date) : TRUTH_YES;
    enum truth before =
        date_given(span.to) ? date_not_after(date, span.to) : TRUTH_YES;

    return date_given(date) ? both(after, before) : TRUTH_UNKNOWN;
}
