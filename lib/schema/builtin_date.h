/* Dates, months, years and times in the forms that XSD 1.0 gives them. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_BUILTIN_DATE_H
#define SCHEMA_BUILTIN_DATE_H

#include "schema/builtin.h"

bool read_date(struct str text, struct reading *reading);
bool read_year_month(struct str text, struct reading *reading);
bool read_year(struct str text, struct reading *reading);
bool read_time(struct str text, struct reading *reading);

/* The parts of a date, month or year by their form alone: whether such a day
 * exists is not asked. */
struct date_parts {
    int64_t year;        /* 0 for 0000; many digits are held at a limit */
    unsigned month, day; /* not of a type that lacks them */
    bool zoned;
    bool zone_good;
};

/* False where the form is another. */
bool date_parts_read(enum builtin builtin, struct str text,
                     struct date_parts *parts);

/* The last day of that month, 1 to 12. */
unsigned date_last(int64_t year, unsigned month);

/* Writes a bound as it was read; in the arena. */
const char *bound_write(struct arena *arena, enum builtin builtin,
                        struct bound bound);

#endif
