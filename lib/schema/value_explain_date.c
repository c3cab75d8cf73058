/* Says in plain words what is wrong with a date, and how it is written. */
/* SPDX-License-Identifier: MIT */
#include "schema/value_explain.h"

#include "schema/builtin_date.h"

#include <inttypes.h>

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static const char *const month_names[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/* What is wrong with parts of the right form, or NULL. */
static const char *find_wrong_part(const struct explaining *of,
                                   const struct date_parts *parts)
{
    bool has_month = of->type->builtin != BUILTIN_G_YEAR;
    if (parts->year == 0)
        return "there is no year 0000";
    if (has_month && (parts->month < 1 || parts->month > 12))
        return arena_format(of->arena,
                            "month %02u does not exist (months are 01 to 12)",
                            parts->month);
    if (!parts->zone_good)
        return "time zones go from -14:00 to +14:00";
    if (of->type->builtin != BUILTIN_DATE)
        return NULL;
    if (parts->day < 1 || parts->day > 31)
        return arena_format(of->arena,
                            "day %02u does not exist (days are 01 to 31)",
                            parts->day);
    unsigned last = date_last(parts->year, parts->month);
    if (parts->day <= last)
        return NULL;
    return arena_format(of->arena, "%s %04" PRId64 " has %u days",
                        month_names[parts->month - 1], parts->year, last);
}

static const char *noun(uint8_t builtin)
{
    return builtin == BUILTIN_DATE           ? "day"
           : builtin == BUILTIN_G_YEAR_MONTH ? "month"
                                             : "year";
}

bool explain_date(const struct explaining *of)
{
    static const char *const examples[] = {"2024-10-08", "2024-10", "2024"};
    struct date_parts parts;
    uint8_t builtin = of->type->builtin;
    if (builtin < BUILTIN_DATE || builtin > BUILTIN_G_YEAR)
        return false;
    const char *name = noun(builtin);
    const char *why = NULL;
    if (!date_parts_read((enum builtin)builtin, of->text, &parts))
        why = arena_format(of->arena, "a %s is written like %s", name,
                           examples[builtin - BUILTIN_DATE]);
    else if (of->verdict == VERDICT_TYPE)
        why = find_wrong_part(of, &parts);
    else if (parts.zoned)
        why = "it has a time zone, and none is allowed";
    if (why == NULL)
        return false;
    of->fault->message =
        arena_format(of->arena, "'%s' is not a %s: %s", of->quoted, name, why);
    return true;
}

/* Groups of digits in a text. */
struct groups {
    int number[3];
    size_t digits[3];
    unsigned count; /* also those over three */
    char between;   /* the first byte after the first group */
};

static void read_groups(struct str text, struct groups *groups)
{
    *groups = (struct groups){0};
    for (size_t i = 0; i < text.length; i++) {
        if (!is_digit(text.at[i])) {
            if (groups->count == 1 && groups->between == 0)
                groups->between = text.at[i];
            continue;
        }
        unsigned at = groups->count++;
        size_t first = i;
        int number = 0;
        while (i < text.length && is_digit(text.at[i]) && i - first < 9)
            number = number * 10 + (text.at[i++] - '0');
        i--;
        if (at > 2)
            continue;
        groups->number[at] = number;
        groups->digits[at] = i + 1 - first;
    }
}

unsigned date_groups(struct str text)
{
    struct groups groups;
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] < ' ' || (text.at[i] | 0x20) >= 'a')
            return 0;
    read_groups(text, &groups);
    return groups.count;
}

/* 8.10.2024, 2024/10/8, 20241008, 2024-10-08T10:00 and the like. An order of
 * day and month is taken for granted only where points stand between. */
static const char *rewrite_date(struct arena *arena, struct str text)
{
    struct groups got;
    read_groups(text, &got);
    const int *number = got.number;
    bool year_first = got.digits[0] == 4;
    bool german = got.between == '.' && got.digits[0] <= 2;
    if (got.count == 1 && got.digits[0] == 8)
        return arena_format(arena, "%04d-%02d-%02d", number[0] / 10000,
                            number[0] / 100 % 100, number[0] % 100);
    if (got.count >= 3 && year_first)
        return arena_format(arena, "%04d-%02d-%02d", number[0], number[1],
                            number[2]);
    if (got.count == 3 && german && got.digits[2] == 4)
        return arena_format(arena, "%04d-%02d-%02d", number[2], number[1],
                            number[0]);
    if (got.count == 2 && year_first)
        return arena_format(arena, "%04d-%02d", number[0], number[1]);
    if (got.count == 2 && german && got.digits[1] == 4)
        return arena_format(arena, "%04d-%02d", number[1], number[0]);
    return NULL;
}

void hint_date(const struct explaining *of)
{
    uint8_t builtin = of->type->builtin;
    if (builtin < BUILTIN_DATE || builtin > BUILTIN_G_YEAR ||
        (of->text.length > 0 && of->text.at[0] == '-'))
        return;
    const char *better = rewrite_date(of->arena, of->text);
    if (better == NULL || str_is(of->text, better))
        return;
    __attribute__((cleanup(buf_free))) struct buf scratch;
    struct value value;
    buf_init(&scratch, of->arena->from);
    if (value_check(of->schema, of->simple, str_of(better), &scratch, &value))
        of->fault->hint = arena_format(of->arena, "did you mean '%s'?", better);
}
