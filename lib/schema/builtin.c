/* The lexical rules of the built-in types of XSD 1.0, part 2. */
/* SPDX-License-Identifier: MIT */
#include "schema/builtin.h"

#include "base/utf8.h"
#include "schema/builtin_date.h"
#include "schema/uri.h"
#include "schema/xml_name.h"

#include <string.h>

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

static bool read_text(struct str text, struct reading *reading)
{
    (void)text;
    (void)reading;
    return true;
}

/* [a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})* */
static bool read_language(struct str text, struct reading *reading)
{
    (void)reading;
    size_t length = 0;
    bool first = true;
    for (size_t i = 0; i < text.length; i++) {
        char byte = text.at[i];
        if (byte == '-' && length > 0) {
            length = 0;
            first = false;
        } else if ((!is_letter(byte) && (first || !is_digit(byte))) ||
                   ++length > 8) {
            return false;
        }
    }
    return length > 0;
}

static bool read_name(struct str text, struct reading *reading)
{
    (void)reading;
    bool first = true;
    while (text.length > 0) {
        char byte = text.at[0];
        size_t size = 1;
        if (!is_letter(byte) && byte != '_' &&
            (first || (!is_digit(byte) && byte != '-'))) {
            uint32_t point = utf8_decode(text, &size);
            if (!(first ? name_letter(point) : name_character(point)))
                return false;
        }
        first = false;
        text.at += size;
        text.length -= size;
    }
    return !first;
}

static bool read_uri(struct str text, struct reading *reading)
{
    (void)reading;
    return uri_reference(text);
}

static bool read_boolean(struct str text, struct reading *reading)
{
    reading->number = str_is(text, "true") || str_is(text, "1");
    return reading->number != 0 || str_is(text, "false") || str_is(text, "0");
}

/* Any number of digits: what does not fit is held at the end of the range,
 * where every bound still compares right. */
static bool read_integer(struct str text, struct reading *reading)
{
    size_t at = 0;
    bool negative = text.length > 0 && text.at[0] == '-';
    if (negative || (text.length > 0 && text.at[0] == '+'))
        at = 1;
    if (at == text.length)
        return false;
    int64_t number = 0;
    bool over = false;
    for (; at < text.length; at++) {
        if (!is_digit(text.at[at]))
            return false;
        int digit = text.at[at] - '0';
        over =
            over || __builtin_mul_overflow(number, 10, &number) ||
            __builtin_add_overflow(number, negative ? -digit : digit, &number);
    }
    if (over)
        number = negative ? INT64_MIN : INT64_MAX;
    reading->number = number;
    reading->order = (struct bound){true, number};
    return true;
}

static bool read_non_negative(struct str text, struct reading *reading)
{
    return read_integer(text, reading) && reading->number >= 0;
}

static bool read_positive(struct str text, struct reading *reading)
{
    return read_integer(text, reading) && reading->number > 0;
}

static const struct {
    const char *name;
    enum space space;
    bool (*read)(struct str text, struct reading *reading);
} builtins[BUILTIN_COUNT] = {
    [BUILTIN_STRING] = {"xs:string", SPACE_PRESERVE, read_text},
    [BUILTIN_NORMALIZED_STRING] = {"xs:normalizedString", SPACE_REPLACE,
                                   read_text},
    [BUILTIN_TOKEN] = {"xs:token", SPACE_COLLAPSE, read_text},
    [BUILTIN_LANGUAGE] = {"xs:language", SPACE_COLLAPSE, read_language},
    [BUILTIN_NCNAME] = {"xs:NCName", SPACE_COLLAPSE, read_name},
    [BUILTIN_ANY_URI] = {"xs:anyURI", SPACE_COLLAPSE, read_uri},
    [BUILTIN_BOOLEAN] = {"xs:boolean", SPACE_COLLAPSE, read_boolean},
    [BUILTIN_INTEGER] = {"xs:integer", SPACE_COLLAPSE, read_integer},
    [BUILTIN_NON_NEGATIVE_INTEGER] = {"xs:nonNegativeInteger", SPACE_COLLAPSE,
                                      read_non_negative},
    [BUILTIN_POSITIVE_INTEGER] = {"xs:positiveInteger", SPACE_COLLAPSE,
                                  read_positive},
    [BUILTIN_DATE] = {"xs:date", SPACE_COLLAPSE, read_date},
    [BUILTIN_G_YEAR_MONTH] = {"xs:gYearMonth", SPACE_COLLAPSE, read_year_month},
    [BUILTIN_G_YEAR] = {"xs:gYear", SPACE_COLLAPSE, read_year},
    [BUILTIN_TIME] = {"xs:time", SPACE_COLLAPSE, read_time},
};

enum builtin builtin_find(struct str local)
{
    for (unsigned i = 0; i < BUILTIN_COUNT; i++)
        if (str_is(local, builtins[i].name + strlen("xs:")))
            return (enum builtin)i;
    return BUILTIN_COUNT;
}

const char *builtin_name(enum builtin builtin)
{
    return builtin < BUILTIN_COUNT ? builtins[builtin].name : "";
}

enum space builtin_space(enum builtin builtin)
{
    return builtins[builtin].space;
}

bool builtin_read(enum builtin builtin, struct str text,
                  struct reading *reading)
{
    *reading = (struct reading){0};
    return builtins[builtin].read(text, reading);
}

/* What was held at the end of its range, or has a fraction, bounds nothing
 * exactly. */
struct bound builtin_bound(enum builtin builtin, struct str text)
{
    struct reading reading;
    struct bound none = {false, 0};
    if (!builtin_read(builtin, text, &reading) || reading.over ||
        reading.order.value == INT64_MAX || reading.order.value == INT64_MIN)
        return none;
    return reading.order;
}
