/* Dates as records give them: a day, a month or a year. */
/* SPDX-License-Identifier: MIT */
#ifndef CISVALIDATE_DATE_H
#define CISVALIDATE_DATE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A date of the proleptic Gregorian calendar, as precise as the record says:
 * day 0 is a whole month, month 0 a whole year, year 0 no date at all.
 */
struct cis_date {
    int16_t year;  /* 1 to 9999, or 0 */
    uint8_t month; /* 1 to 12, or 0 */
    uint8_t day;   /* 1 to 31, or 0 */
};

#ifdef __cplusplus
}
#endif

#endif
