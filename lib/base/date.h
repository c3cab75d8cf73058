/* Civil dates that may lack their day or month, and how they compare. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/str.h"

#include <cisvalidate/date.h>
#include <stdint.h>

/* What can be known of a comparison when parts of a date are missing. */
enum truth {
    TRUTH_NO,
    TRUTH_YES,
    TRUTH_UNKNOWN
};

/* No date at all: year 0. */
bool date_given(struct cis_date date);

/* A day, month or year ("2024-10-08", "2024-10", "2024") of four-digit
 * years 0001 to 9999; false where it is none, or the day does not exist. */
bool date_read(struct str text, struct cis_date *date);

/* Writes it as it was read; at least 11 bytes, ends with a NUL. */
const char *date_write(struct cis_date date, char out[static 11]);

int date_days_in_month(int year, int month);

/* Days since 1970-01-01 of the first and last day that it may mean. */
int64_t date_first_day(struct cis_date date);
int64_t date_last_day(struct cis_date date);
struct cis_date date_from_days(int64_t days); /* the inverse */

/* The same day of a later month; its last one where there is no such day. */
struct cis_date date_months_later(struct cis_date day, int64_t months);

/* a < b, a <= b; unknown where either is missing or they overlap. */
enum truth date_before(struct cis_date a, struct cis_date b);
enum truth date_not_after(struct cis_date a, struct cis_date b);

/* Whether they mean the same day, month or year to the same precision. */
bool date_same(struct cis_date a, struct cis_date b);

/* Inclusive; a missing end is open. */
struct span {
    struct cis_date from;
    struct cis_date to;
};

/* Whether the date lies within the span. */
enum truth span_holds(struct span span, struct cis_date date);

#endif
