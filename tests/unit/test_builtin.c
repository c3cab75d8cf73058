/* The built-in types: tables from the standard, and libxml2 as the oracle. */
/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "schema/builtin.h"
#include "schema/builtin_date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <libxml/parser.h>
#include <libxml/xmlschemastypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Texts of each kind that an oracle is asked: test_builtin [COUNT]. */
static unsigned rounds = 20000;

static bool takes(enum builtin builtin, const char *text,
                  struct reading *reading)
{
    __attribute__((cleanup(buf_free))) struct buf scratch;
    buf_init(&scratch, &alloc_default);
    struct str value =
        space_apply(str_of(text), builtin_space(builtin), &scratch);
    return builtin_read(builtin, value, reading);
}

/* The texts of a table, ended by NULL. */
static void check_all(enum builtin builtin, const char *const *texts, bool good)
{
    struct reading reading;
    for (; *texts != NULL; texts++)
        if (takes(builtin, *texts, &reading) != good)
            fail_msg("%s: '%s' is %s", builtin_name(builtin), *texts,
                     good ? "good" : "bad");
}

static const struct {
    enum builtin builtin;
    const char *good[24], *bad[40];
} tables[] = {
    {BUILTIN_STRING, {"", " a ", "a\tb\n", "\xD0\xBC"}, {NULL}},
    {BUILTIN_NORMALIZED_STRING, {"", " a ", "a\tb"}, {NULL}},
    {BUILTIN_TOKEN, {"", " a ", "a\tb"}, {NULL}},
    {BUILTIN_LANGUAGE,
     {"en", "ru", "en-GB", "be-tarask", "i-klingon", "x-private", "zh-Hant-TW",
      "abcdefgh", "abcdefgh-12345678", "a-1", " ru "},
     {"", "-", "en-", "-en", "en--GB", "abcdefghi", "en-123456789", "e1",
      "en_GB", "\xD1\x80\xD1\x83", "en GB", "e`", "e@", "e{", "e[", "en-/",
      "en-:"}},
    {BUILTIN_NCNAME,
     {"a", "_", "a1", "a-b.c_d", "\xD0\xBC\xD0\xB8\xD1\x80", "A\xC2\xB7",
      "\xE4\xB8\x80", "_\xCC\x81"},
     {"", "1a", "-a", ".a", "a:b", ":a", "a b", "a!", "a`", "a@", "a{", "a[",
      "a/", "\xC2\xB7", "\xF0\x90\x80\x80", "\xC3\x97"}},
    {BUILTIN_ANY_URI,
     {"",
      "https://e-cis.info/page/3509/",
      "http://a/?b=c&d#e",
      "a b",
      "../x",
      "#x",
      "?x",
      "javascript:alert(1)",
      "data:,x",
      "urn:a:b",
      "http://[::1]/",
      "http://\xD0\xBC\xD0\xB8\xD1\x80/",
      "mailto:a@b",
      "http://a:80/",
      "//a/b",
      "a/b:c",
      "http://u@h/",
      "http://e x/",
      "a'b",
      "{}|\\^`<>\"",
      "%41",
      "%fF%0a"},
     {"http://[::1", "%zz",  "%",   "%4",   "##",         "http://a:b/",
      "http://a:/",  "1a:b", ":a",  "a[b]", "http://a]/", "http://a%2/",
      "%4g",         "%g4",  "%4`", "%`4",  "%4@",        "%4:",
      "%4x1",        "[",    "a]"}},
    {BUILTIN_BOOLEAN,
     {"true", "false", "0", "1", " true "},
     {"", "TRUE", "True", "yes", "no", "01", "2", "t"}},
    {BUILTIN_INTEGER,
     {"0", "-0", "+1", "007", "-12", "9223372036854775807",
      "9223372036854775808", "-99999999999999999999999999999999"},
     {"", "+", "-", "1.0", "1e5", "--1", "+-1", "1 2", "INF", "0x1",
      "\xD9\xA1"}},
    {BUILTIN_NON_NEGATIVE_INTEGER,
     {"0", "-0", "-000", "+5", "99999999999999999999999"},
     {"-1", "", "-", "-99999999999999999999999"}},
    {BUILTIN_POSITIVE_INTEGER,
     {"1", "+1", "01", "99999999999999999999999"},
     {"0", "-0", "-1", "", "+0"}},
    {BUILTIN_DATE,
     {"2024-02-29", "2000-02-29", "1999-12-31", "-0001-01-01", "-0044-03-15",
      "12004-04-12", "2024-10-08Z", "2024-10-08+14:00", "2024-10-08-14:00",
      "2024-10-08+05:30", " 2024-10-08\n", "99999-01-01"},
     {"2023-02-29",
      "1900-02-29",
      "2024-02-30",
      "2024-04-31",
      "0000-01-01",
      "-0000-01-01",
      "02024-01-01",
      "24-01-01",
      "+2024-01-01",
      "2024-1-1",
      "20240101",
      "2024-13-01",
      "2024-00-01",
      "2024-01-00",
      "2024-01-32",
      "2024-10-08+14:01",
      "2024-10-08-14:01",
      "2024-10-08+15:00",
      "2024-10-08z",
      "2024-10-08+0530",
      "2024-10-08+5:30",
      "2024-10-08 Z",
      "2024-10",
      "2024-10-08T00:00:00",
      "",
      "-",
      "2024-10-081",
      "202/-10-08",
      "202:-10-08",
      "2024-1/-08",
      "2024-1:-08",
      "2024-10-0/",
      "2024-10-:8",
      "2024-10-0"}},
    {BUILTIN_G_YEAR_MONTH,
     {"2024-10", "-0001-12", "12004-01", "2024-10Z", "2024-10-05:00"},
     {"2024", "2024-13", "2024-00", "0000-01", "2024-1", "2024-10-08",
      "2024-10+14:01", "02024-10", ""}},
    {BUILTIN_G_YEAR,
     {"2024", "0001", "-0001", "12004", "2024Z", "2024-05:00", "2024+14:00"},
     {"0000", "-0000", "24", "02024", "+2024", "2024-10", "2024-1", "", "202 4",
      "2024-15:00"}},
    {BUILTIN_TIME,
     {"00:00:00", "23:59:59", "24:00:00", "24:00:00.000", "10:30:00.5",
      "10:30:00.000000000000000000000000000001", "10:30:00Z",
      "10:30:00.5+05:00"},
     {"24:00:01", "24:01:00", "24:00:00.1", "25:00:00", "10:60:00", "10:00:60",
      "10:30", "1:30:00", "10:30:00.", "10:30:00 ,5", "10:30:00+14:01",
      "T10:30:00", "", "10-30-00"}},
};

static void takes_what_the_standard_says(void **state)
{
    (void)state;
    assert_int_equal(sizeof tables / sizeof *tables, BUILTIN_COUNT);
    for (size_t i = 0; i < BUILTIN_COUNT; i++) {
        check_all(tables[i].builtin, tables[i].good, true);
        check_all(tables[i].builtin, tables[i].bad, false);
    }
}

static void gives_values(void **state)
{
    struct reading r;
    (void)state;
    assert_true(takes(BUILTIN_DATE, "2024-10-08", &r));
    assert_int_equal(r.date.year, 2024);
    assert_int_equal(r.date.month, 10);
    assert_int_equal(r.date.day, 8);
    assert_true(takes(BUILTIN_G_YEAR_MONTH, "2024-12", &r));
    assert_int_equal(r.date.month, 12);
    assert_int_equal(r.date.day, 0);
    assert_true(takes(BUILTIN_G_YEAR, "9999", &r));
    assert_int_equal(r.date.year, 9999);
    assert_true(takes(BUILTIN_G_YEAR, "10000", &r));
    assert_int_equal(r.date.year, 0);
    assert_true(takes(BUILTIN_DATE, "2024-10-08Z", &r));
    assert_int_equal(r.date.year, 0);
    assert_true(takes(BUILTIN_TIME, "10:30:15", &r));
    assert_int_equal(r.number, 37815);
    assert_true(takes(BUILTIN_TIME, "24:00:00", &r));
    assert_int_equal(r.number, 0);
    assert_true(takes(BUILTIN_BOOLEAN, "1", &r));
    assert_int_equal(r.number, 1);
    assert_true(takes(BUILTIN_INTEGER, "-42", &r));
    assert_int_equal(r.number, -42);
    assert_true(takes(BUILTIN_INTEGER, "-9223372036854775808", &r));
    assert_true(r.number == INT64_MIN);
    assert_true(takes(BUILTIN_INTEGER, "92233720368547758070", &r));
    assert_true(r.number == INT64_MAX);
}

/* Each is less than the one after it, however many digits there are. */
static void orders_values(void **state)
{
    static const struct {
        enum builtin builtin;
        const char *texts[8];
    } rows[] = {
        {BUILTIN_DATE,
         {"-9999-12-31", "-0001-12-31", "0001-01-01", "1991-12-07",
          "1991-12-08", "1992-01-01", "2024-02-29", "12004-01-01"}},
        {BUILTIN_G_YEAR_MONTH,
         {"-0002-01", "-0001-12", "0001-01", "1991-11", "1991-12", "1992-01",
          "9999-12", "10000-01"}},
        {BUILTIN_G_YEAR,
         {"-12004", "-0001", "0001", "0999", "1000", "9999", "10000",
          "99999999999"}},
        {BUILTIN_TIME,
         {"00:00:00", "00:00:01", "00:01:00", "00:59:59", "01:00:00",
          "12:00:00", "23:59:58", "23:59:59"}},
        {BUILTIN_INTEGER,
         {"-99999999999999999999", "-100", "-99", "0", "1", "99",
          "9223372036854775806", "99999999999999999999"}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reading a, b;
        for (size_t k = 0; k + 1 < 8; k++) {
            assert_true(takes(rows[i].builtin, rows[i].texts[k], &a));
            assert_true(takes(rows[i].builtin, rows[i].texts[k + 1], &b));
            assert_true(a.order.given && b.order.given);
            assert_true(a.order.value < b.order.value);
        }
    }
}

static void gives_bounds(void **state)
{
    (void)state;
    struct bound a = builtin_bound(BUILTIN_DATE, str_of("1991-12-07"));
    struct bound b = builtin_bound(BUILTIN_DATE, str_of("1991-12-08"));
    assert_true(a.given && b.given);
    assert_int_equal(b.value - a.value, 1);
    assert_false(builtin_bound(BUILTIN_DATE, str_of("1991-12-07Z")).given);
    assert_false(builtin_bound(BUILTIN_DATE, str_of("1991-13-07")).given);
    assert_false(builtin_bound(BUILTIN_TIME, str_of("10:00:00.5")).given);
    assert_false(builtin_bound(BUILTIN_TOKEN, str_of("x")).given);
    assert_false(
        builtin_bound(BUILTIN_INTEGER, str_of("99999999999999999999")).given);
    assert_false(
        builtin_bound(BUILTIN_INTEGER, str_of("9223372036854775807")).given);
    assert_false(
        builtin_bound(BUILTIN_INTEGER, str_of("-9223372036854775808")).given);
    assert_true(
        builtin_bound(BUILTIN_INTEGER, str_of("-9223372036854775807")).given);
    assert_int_equal(builtin_bound(BUILTIN_INTEGER, str_of("99999")).value,
                     99999);
}

/* Bounds are written as they are read, before the first year as well. */
static void writes_bounds(void **state)
{
    static const struct {
        enum builtin builtin;
        const char *text;
    } rows[] = {
        {BUILTIN_DATE, "1991-12-31"},       {BUILTIN_DATE, "0001-01-01"},
        {BUILTIN_DATE, "12024-02-29"},      {BUILTIN_DATE, "-0001-01-01"},
        {BUILTIN_DATE, "-0001-12-31"},      {BUILTIN_DATE, "-0002-01-31"},
        {BUILTIN_DATE, "-0045-03-15"},      {BUILTIN_G_YEAR_MONTH, "1991-12"},
        {BUILTIN_G_YEAR_MONTH, "-0001-01"}, {BUILTIN_G_YEAR_MONTH, "-0001-12"},
        {BUILTIN_G_YEAR_MONTH, "-0010-06"}, {BUILTIN_G_YEAR, "1991"},
        {BUILTIN_G_YEAR, "-0044"},          {BUILTIN_TIME, "23:59:58"},
        {BUILTIN_TIME, "00:01:00"},         {BUILTIN_INTEGER, "-12"},
    };
    struct arena arena;
    (void)state;
    arena_init(&arena, &alloc_default);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct bound bound =
            builtin_bound(rows[i].builtin, str_of(rows[i].text));
        assert_true(bound.given);
        assert_string_equal(bound_write(&arena, rows[i].builtin, bound),
                            rows[i].text);
    }
    arena_free(&arena);
}

/* No text at all is of some types, and read of none. */
static void reads_no_text(void **state)
{
    (void)state;
    for (unsigned i = 0; i < BUILTIN_COUNT; i++) {
        struct reading reading;
        struct str none = {NULL, 0};
        assert_int_equal(builtin_read((enum builtin)i, none, &reading),
                         i <= BUILTIN_TOKEN || i == BUILTIN_ANY_URI);
    }
}

static void finds_names(void **state)
{
    (void)state;
    for (unsigned i = 0; i < BUILTIN_COUNT; i++)
        assert_int_equal(
            builtin_find(str_of(builtin_name((enum builtin)i) + 3)), i);
    assert_int_equal(builtin_find(str_of("decimal")), BUILTIN_COUNT);
    assert_int_equal(builtin_find(str_of("")), BUILTIN_COUNT);
    assert_string_equal(builtin_name(BUILTIN_COUNT), "");
}

static uint32_t random_below(uint64_t *seed, uint32_t limit)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (uint32_t)(*seed >> 33) % limit;
}

/* What random texts of a type are made of. */
static const char *const alphabets[BUILTIN_COUNT] = {
    [BUILTIN_STRING] = "ab \t\n",
    [BUILTIN_NORMALIZED_STRING] = "ab \t\n",
    [BUILTIN_TOKEN] = "ab \t\n",
    [BUILTIN_LANGUAGE] = "aZbcde-19",
    [BUILTIN_NCNAME] = "aZ_-.:1 \xC2\xB7",
    [BUILTIN_ANY_URI] = "ab:/?#@[]%1. -_~!$&'()*+,;=<>\"{}|\\^`",
    [BUILTIN_BOOLEAN] = "truefals01 ",
    [BUILTIN_INTEGER] = "+-0123456789 ",
    [BUILTIN_NON_NEGATIVE_INTEGER] = "+-001239 ",
    [BUILTIN_POSITIVE_INTEGER] = "+-001239 ",
    [BUILTIN_DATE] = "-+:Z0123459",
    [BUILTIN_G_YEAR_MONTH] = "-+:Z0123459",
    [BUILTIN_G_YEAR] = "-+:Z0123459",
    [BUILTIN_TIME] = "-+:Z.0123459",
};

static const char *a_zone(uint64_t *seed, char *out)
{
    static const char *const forms[] = {"",  "",           "",
                                        "Z", "+%02u:%02u", "-%02u:%02u"};
    unsigned hour = random_below(seed, 16), minute = random_below(seed, 62);
    const char *form = forms[random_below(seed, 6)];
    if (form[0] == '\0' || form[0] == 'Z')
        return form;
    sprintf(out, "%c%02u:%02u", form[0], hour, minute);
    return out;
}

/* Near the form of a date or time, with parts at the edge. */
static void make_date(enum builtin builtin, uint64_t *seed, char *out)
{
    static const char *const years[] = {"2024",  "1900",  "2000", "0000",
                                        "-0004", "12004", "0001", "-0400",
                                        "02024", "999"};
    char zone[8];
    unsigned month = random_below(seed, 14), day = random_below(seed, 33);
    const char *year = years[random_below(seed, 10)];
    const char *ending = a_zone(seed, zone);
    if (builtin == BUILTIN_DATE)
        sprintf(out, "%s-%02u-%02u%s", year, month, day, ending);
    else if (builtin == BUILTIN_G_YEAR_MONTH)
        sprintf(out, "%s-%02u%s", year, month, ending);
    else if (builtin == BUILTIN_G_YEAR)
        sprintf(out, "%s%s", year, ending);
    else
        sprintf(out, "%02u:%02u:%02u%s%s", random_below(seed, 26),
                random_below(seed, 3) * 30, random_below(seed, 3) * 30,
                random_below(seed, 3) == 0 ? ".05" : "", ending);
}

/* A good or bad text of the table, or one made up; then perhaps a change. */
static void make_text(enum builtin builtin, uint64_t *seed, char *out)
{
    const char *alphabet = alphabets[builtin];
    uint32_t letters = (uint32_t)strlen(alphabet);
    const char *known = tables[builtin].good[random_below(seed, 20)];
    if (builtin >= BUILTIN_DATE && random_below(seed, 2) == 0) {
        make_date(builtin, seed, out);
    } else if (known != NULL && random_below(seed, 2) == 0) {
        strcpy(out, known);
    } else {
        unsigned length = random_below(seed, 14);
        for (unsigned i = 0; i < length; i++)
            out[i] = alphabet[random_below(seed, letters)];
        out[length] = '\0';
        return;
    }
    size_t length = strlen(out);
    if (length > 0 && random_below(seed, 3) == 0)
        out[random_below(seed, (uint32_t)length)] =
            alphabet[random_below(seed, letters)];
}

#define ASCII                                                                  \
    " \t\r\n!\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~"                      \
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/* libxml2 2.9.14 against XSD 1.0, part 2, and what we do. */
static bool known_bug(enum builtin builtin, const char *text)
{
    size_t digits = strspn(text + strspn(text, " +-0"), "0123456789");
    if (builtin >= BUILTIN_INTEGER && builtin <= BUILTIN_POSITIVE_INTEGER)
        return digits > 24; /* 3.3.13: any number of digits */
#if LIBXML_VERSION >= 21400
    /* Names by the fifth edition of XML; XSD 1.0 has those before it. */
    if (strstr(builtin_name(builtin), "N") != NULL ||
        strstr(builtin_name(builtin), "ID") != NULL)
        return text[strspn(text, ASCII)] != '\0';
#endif
    return false;
}

static bool well_formed(const char *text)
{
    bool partial;
    struct str all = str_of(text);
    return utf8_valid(all, &partial) == all.length;
}

/* Not asked of strings: all are good, and libxml2 leaks normalized ones. */
static void agrees_with_libxml2(void **state)
{
    (void)state;
    xmlSchemaInitTypes();
    for (unsigned i = BUILTIN_LANGUAGE; i < BUILTIN_COUNT; i++) {
        enum builtin builtin = (enum builtin)i;
        const char *name = builtin_name(builtin);
        xmlSchemaType *type = xmlSchemaGetPredefinedType(
            BAD_CAST(name + 3), BAD_CAST "http://www.w3.org/2001/XMLSchema");
        uint64_t seed = 1991 + i;
        unsigned good = 0;
        assert_non_null(type);
        for (unsigned k = 0; k < rounds; k++) {
            char text[256];
            struct reading reading;
            make_text(builtin, &seed, text);
            if (!well_formed(text) || known_bug(builtin, text))
                continue;
            bool ours = takes(builtin, text, &reading);
            xmlSchemaVal *value = NULL;
            bool theirs = xmlSchemaValidatePredefinedType(type, BAD_CAST text,
                                                          &value) == 0;
            xmlSchemaFreeValue(value);
            if (ours != theirs)
                fail_msg("%s '%s': libxml2 %d", name, text, theirs);
            good += ours;
        }
        assert_true(good > rounds / 20);
    }
    xmlCleanupParser();
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_what_the_standard_says),
        cmocka_unit_test(gives_values),
        cmocka_unit_test(orders_values),
        cmocka_unit_test(gives_bounds),
        cmocka_unit_test(writes_bounds),
        cmocka_unit_test(reads_no_text),
        cmocka_unit_test(finds_names),
        cmocka_unit_test(agrees_with_libxml2),
    };
    if (argc > 1)
        rounds = (unsigned)strtoul(argv[1], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
