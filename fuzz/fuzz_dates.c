/* Fuzzes dates against a second calendar, written another way. */
/* SPDX-License-Identifier: MIT */

/*
 * Oracles: the bytes are a date for us where they are one for this file's
 * calendar, which counts days from 0001-01-01 by a table of months; the
 * numbers of days, the way back, and all comparisons agree. As values of
 * xs:date, gYearMonth, gYear and time they are what libxml2 says.
 *
 * Bytes up to the first '|' are the first date, the rest is the second.
 */
#include "base/date.h"
#include "schema/builtin_date.h"

#include <libxml/schemasInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlschemastypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Days of 1970-01-01, counted from 0001-01-01. */
#define EPOCH 719162

struct days {
    bool known;
    int64_t first, last; /* from 0001-01-01 */
};

static void insist(bool true_of_it, const char *what, const char *a,
                   const char *b)
{
    if (true_of_it)
        return;
    fprintf(stderr, "%s: '%s' and '%s'\n", what, a, b);
    abort();
}

static int64_t days_before_year(int64_t year)
{
    int64_t whole = year - 1;

    return whole * 365 + whole / 4 - whole / 100 + whole / 400;
}

/* Days of the year that precede each month; then those of the whole year. */
static const int before_month[2][14] = {
    {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
    {0, 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366}};

static int leap(int64_t year)
{
    return days_before_year(year + 1) - days_before_year(year) == 366;
}

/* The days that "2024", "2024-10" or "2024-10-08" means, by sscanf. */
static struct days second_read(const char *text)
{
    unsigned year = 0, month = 0, day = 0;
    size_t length = strlen(text);
    struct days days = {0};
    const int *before;
    char again[32] = "";

    if (sscanf(text, "%4u-%2u-%2u", &year, &month, &day) >= 3)
        snprintf(again, sizeof again, "%04u-%02u-%02u", year, month, day);
    else if (length == 7)
        snprintf(again, sizeof again, "%04u-%02u", year, month), day = 0;
    else
        snprintf(again, sizeof again, "%04u", year), month = day = 0;
    if (strcmp(text, again) != 0 || year == 0)
        return days;
    before = before_month[leap(year)];
    days.first = days.last = days_before_year(year);
    if (length == 4) {
        days.last += before[13] - 1;
    } else if (month < 1 || month > 12) {
        return days;
    } else if (length == 7) {
        days.first += before[month];
        days.last += before[month + 1] - 1;
    } else {
        days.first += before[month] + (int)day - 1;
        days.last = days.first;
        if (day < 1 || (int)day > before[month + 1] - before[month])
            return days;
    }
    days.known = true;
    return days;
}

static struct cis_date read_one(const char *text, const struct days *days)
{
    struct cis_date date = {0, 0, 0};
    char out[11];

    insist(date_read(str_of(text), &date) == days->known, "date or none", text,
           "");
    if (!days->known)
        return (struct cis_date){0, 0, 0};
    insist(date_first_day(date) == days->first - EPOCH, "first", text, "");
    insist(date_last_day(date) == days->last - EPOCH, "last", text, "");
    insist(strcmp(date_write(date, out), text) == 0, "written", text, out);
    if (date.day != 0)
        insist(date_same(date_from_days(days->first - EPOCH), date), "back",
               text, "");
    return date;
}

/* Every day of a before every day of b; or none before any. */
static enum truth second_before(const struct days *a, const struct days *b)
{
    if (!a->known || !b->known)
        return TRUTH_UNKNOWN;
    if (a->last < b->first)
        return TRUTH_YES;
    return a->first >= b->last ? TRUTH_NO : TRUTH_UNKNOWN;
}

static enum truth second_not(enum truth truth)
{
    return truth == TRUTH_UNKNOWN ? truth
           : truth == TRUTH_YES   ? TRUTH_NO
                                  : TRUTH_YES;
}

/* Whether the day lies in the span from a to b. */
static enum truth second_within(const struct days *a, const struct days *b,
                                const struct days *day)
{
    enum truth low = a->known ? second_not(second_before(day, a)) : TRUTH_YES;
    enum truth high = b->known ? second_not(second_before(b, day)) : TRUTH_YES;

    if (!day->known)
        return TRUTH_UNKNOWN;
    if (low == TRUTH_NO || high == TRUTH_NO)
        return TRUTH_NO;
    return low == TRUTH_YES && high == TRUTH_YES ? TRUTH_YES : TRUTH_UNKNOWN;
}

static void compare(const char *one, const char *two)
{
    struct days a = second_read(one), b = second_read(two);
    struct cis_date x = read_one(one, &a), y = read_one(two, &b);
    struct span span = {x, y};

    insist(date_before(x, y) == second_before(&a, &b), "before", one, two);
    insist(date_not_after(y, x) == second_not(second_before(&a, &b)),
           "not after", two, one);
    insist(span_holds(span, x) == second_within(&a, &b, &a), "span", one, two);
    insist(span_holds(span, y) == second_within(&a, &b, &b), "span", one, two);
    insist(span_holds((struct span){y, y}, x) == second_within(&b, &b, &a),
           "in", one, two);
}

static bool our_type(int nth, struct str text)
{
    struct reading reading = {0};

    switch (nth) {
    case 0:
        return read_date(text, &reading);
    case 1:
        return read_year_month(text, &reading);
    case 2:
        return read_year(text, &reading);
    default:
        return read_time(text, &reading);
    }
}

/* libxml2 takes no year of 19 digits, and looks past white space. */
static bool beyond_libxml2(const char *text)
{
    size_t digits = strspn(text + (text[0] == '-'), "0123456789");

    return digits > 9 || strpbrk(text, " \t\r\n") != NULL;
}

static void as_values(const char *text)
{
    static const char *const types[] = {"date", "gYearMonth", "gYear", "time"};
    const xmlChar *xsd = (const xmlChar *)"http://www.w3.org/2001/XMLSchema";

    xmlSchemaInitTypes();
    for (int i = 0; i < 4 && !beyond_libxml2(text); i++) {
        xmlSchemaType *type =
            xmlSchemaGetPredefinedType((const xmlChar *)types[i], xsd);
        int result =
            xmlSchemaValidatePredefinedType(type, (const xmlChar *)text, NULL);

        insist(our_type(i, str_of(text)) == (result == 0), types[i], text, "");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char text[2][64] = {"", ""};
    const uint8_t *bar = size > 0 ? memchr(data, '|', size) : NULL;
    size_t first = bar != NULL ? (size_t)(bar - data) : size;
    size_t second = size - first;

    if (first > 63 || second > 63 || memchr(data, 0, size) != NULL)
        return -1;
    memcpy(text[0], data, first);
    if (second > 1)
        memcpy(text[1], bar + 1, second - 1);
    compare(text[0], text[1]);
    as_values(text[0]);
    as_values(text[1]);
    return 0;
}
