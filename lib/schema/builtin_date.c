/* Reads dates, months, years and times as XSD 1.0 spells them. */
/* SPDX-License-Identifier: MIT */
#include "schema/builtin_date.h"

#include "base/date.h"

#include <inttypes.h>

/* Years of more digits than this are all alike; keys still fit. */
#define LAST_YEAR INT64_C(999999999999)

#define SECONDS_A_DAY 86400

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* All of these move `text` past what they take. */
static bool take(struct str *text, char byte)
{
    if (text->length == 0 || text->at[0] != byte)
        return false;
    text->at++;
    text->length--;
    return true;
}

static bool take_two(struct str *text, unsigned *number)
{
    if (text->length < 2 || !is_digit(text->at[0]) || !is_digit(text->at[1]))
        return false;
    *number =
        (unsigned)(text->at[0] - '0') * 10 + (unsigned)(text->at[1] - '0');
    text->at += 2;
    text->length -= 2;
    return true;
}

/* At least four digits, and no more zeros in front than that takes. */
static bool take_year(struct str *text, int64_t *year)
{
    bool negative = take(text, '-');
    bool zero_first = text->length > 0 && text->at[0] == '0';
    size_t digits = 0;
    *year = 0;
    while (digits < text->length && is_digit(text->at[digits])) {
        *year = *year * 10 + (text->at[digits++] - '0');
        if (*year > LAST_YEAR)
            *year = LAST_YEAR + 1;
    }
    if (digits == 0)
        return false;
    if (negative)
        *year = -*year;
    text->at += digits;
    text->length -= digits;
    return digits >= 4 && (digits == 4 || !zero_first);
}

/* What is left: nothing, or a time zone, Z or +hh:mm up to 14 hours. */
static bool take_zone(struct str *text, struct date_parts *parts)
{
    unsigned hours, minutes;
    parts->zoned = text->length > 0;
    parts->zone_good = true;
    if (!parts->zoned || take(text, 'Z'))
        return text->length == 0;
    if ((!take(text, '+') && !take(text, '-')) || !take_two(text, &hours) ||
        !take(text, ':') || !take_two(text, &minutes))
        return false;
    parts->zone_good = minutes < 60 && hours * 60 + minutes <= 14 * 60;
    return text->length == 0;
}

bool date_parts_read(enum builtin builtin, struct str text,
                     struct date_parts *parts)
{
    *parts = (struct date_parts){0};
    if (!take_year(&text, &parts->year))
        return false;
    if (builtin != BUILTIN_G_YEAR &&
        (!take(&text, '-') || !take_two(&text, &parts->month)))
        return false;
    if (builtin == BUILTIN_DATE &&
        (!take(&text, '-') || !take_two(&text, &parts->day)))
        return false;
    return take_zone(&text, parts);
}

/* The year before 1 is -1 in XSD 1.0. Which of those are leap years it does
 * not say; like libxml2 and Xerces, this takes the number as it stands. */
unsigned date_last(int64_t year, unsigned month)
{
    return (unsigned)date_days_in_month(2000 + (int)(year % 400), (int)month);
}

/* With a time zone, whether it lies before a bound without one may depend on
 * the hour: then nothing is compared, and bounds are not kept. */
static void finish(const struct date_parts *parts, int64_t order,
                   struct reading *reading)
{
    reading->order = (struct bound){!parts->zoned, order};
    if (parts->zoned || parts->year < 1 || parts->year > 9999)
        return;
    reading->date.year = (int16_t)parts->year;
    reading->date.month = (uint8_t)parts->month;
    reading->date.day = (uint8_t)parts->day;
}

static bool read_parts(enum builtin builtin, struct str text,
                       struct date_parts *parts)
{
    return date_parts_read(builtin, text, parts) && parts->zone_good &&
           parts->year != 0;
}

bool read_date(struct str text, struct reading *reading)
{
    struct date_parts parts;
    if (!read_parts(BUILTIN_DATE, text, &parts) || parts.month < 1 ||
        parts.month > 12 || parts.day < 1 ||
        parts.day > date_last(parts.year, parts.month))
        return false;
    finish(&parts, (parts.year * 12 + parts.month - 1) * 31 + parts.day - 1,
           reading);
    return true;
}

bool read_year_month(struct str text, struct reading *reading)
{
    struct date_parts parts;
    if (!read_parts(BUILTIN_G_YEAR_MONTH, text, &parts) || parts.month < 1 ||
        parts.month > 12)
        return false;
    finish(&parts, parts.year * 12 + parts.month - 1, reading);
    return true;
}

bool read_year(struct str text, struct reading *reading)
{
    struct date_parts parts;
    if (!read_parts(BUILTIN_G_YEAR, text, &parts))
        return false;
    finish(&parts, parts.year, reading);
    return true;
}

/* After the seconds: "." and at least one digit. */
static bool take_fraction(struct str *text, bool *over)
{
    size_t digits = 0;
    if (!take(text, '.'))
        return true;
    for (; digits < text->length && is_digit(text->at[digits]); digits++)
        if (text->at[digits] != '0')
            *over = true;
    text->at += digits;
    text->length -= digits;
    return digits > 0;
}

/* 24:00:00 is the same value as 00:00:00. */
bool read_time(struct str text, struct reading *reading)
{
    struct date_parts zone;
    unsigned hour, minute, second;
    if (!take_two(&text, &hour) || !take(&text, ':') ||
        !take_two(&text, &minute) || !take(&text, ':') ||
        !take_two(&text, &second) || !take_fraction(&text, &reading->over) ||
        !take_zone(&text, &zone) || !zone.zone_good)
        return false;
    int64_t total = ((int64_t)hour * 60 + minute) * 60 + second;
    if (minute > 59 || second > 59 || total > SECONDS_A_DAY ||
        (total == SECONDS_A_DAY && reading->over))
        return false;
    reading->number = total % SECONDS_A_DAY;
    reading->order = (struct bound){!zone.zoned, reading->number};
    return true;
}

/* At least four digits, a sign not counted. */
#define YEAR "%s%04" PRId64
#define YEAR_ARGS(year) ((year) < 0 ? "-" : ""), ((year) < 0 ? -(year) : (year))

static const char *write_days(struct arena *arena, int64_t order)
{
    int64_t months = order >= 0 ? order / 31 : -((30 - order) / 31);
    int64_t year = months >= 0 ? months / 12 : -((11 - months) / 12);
    return arena_format(arena, YEAR "-%02d-%02d", YEAR_ARGS(year),
                        (int)(months - year * 12) + 1,
                        (int)(order - months * 31) + 1);
}

static const char *write_months(struct arena *arena, int64_t order)
{
    int64_t year = order >= 0 ? order / 12 : -((11 - order) / 12);
    return arena_format(arena, YEAR "-%02d", YEAR_ARGS(year),
                        (int)(order - year * 12) + 1);
}

const char *bound_write(struct arena *arena, enum builtin builtin,
                        struct bound bound)
{
    int seconds = (int)(bound.value % SECONDS_A_DAY);
    switch (builtin) {
    case BUILTIN_DATE:
        return write_days(arena, bound.value);
    case BUILTIN_G_YEAR_MONTH:
        return write_months(arena, bound.value);
    case BUILTIN_G_YEAR:
        return arena_format(arena, YEAR, YEAR_ARGS(bound.value));
    case BUILTIN_TIME:
        return arena_format(arena, "%02d:%02d:%02d", seconds / 3600,
                            seconds / 60 % 60, seconds % 60);
    default:
        return arena_format(arena, "%" PRId64, bound.value);
    }
}
