/* Values against facets, and the words in which they are refused. */
/* SPDX-License-Identifier: MIT */
#include "schema/value.h"

#include "schema/pattern.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

enum {
    STRING,
    NORMALIZED,
    TOKEN,
    BOOLEAN,
    NAME,
    ID,
    ROLE,
    STATUS,
    ONLY,
    DAY,
    MONTH,
    YEAR,
    PARTIAL,
    COUNT,
    ORDINAL,
    WORDS,
    CODE,
    CLOCK,
    HOURS,
    MIXED,
    NEVER,
    LETTER,
    INITIAL,
    ISO_TIME,
    TYPES
};

static const char *const values[] = {
    "head-of-state",      "head-of-government", "foreign-minister",
    "minister",           "ambassador",         "aide",
    "military-commander", "secretary-general",  "body-chair",
    "body-head",          "organisation-head",  "guest",
    "observer",           "announced",          "held",
    "postponed",          "cancelled",          "once"};

static struct choice choices[sizeof values / sizeof *values];
static const uint16_t members[] = {DAY, MONTH, YEAR, COUNT, STATUS, WORDS};
static struct pattern patterns[8];
static const char *const pattern_texts[] = {"[a-z][a-z0-9]*(-[a-z0-9]+)*",
                                            "[0-9]{4}-[0-9]{2}-[0-9]{2}",
                                            "[0-9]{4}-[0-9]{2}",
                                            "[0-9]{4}",
                                            "[0-9]{1,5}",
                                            "[A-Z]{2}"};

static struct simple_type types[TYPES] = {
    [STRING] = {.name = "xs:string", .builtin = BUILTIN_STRING},
    [NORMALIZED] = {.name = "xs:normalizedString",
                    .builtin = BUILTIN_NORMALIZED_STRING},
    [TOKEN] = {.name = "xs:token", .builtin = BUILTIN_TOKEN},
    [BOOLEAN] = {.name = "xs:boolean", .builtin = BUILTIN_BOOLEAN},
    [NAME] = {.name = "xs:NCName", .builtin = BUILTIN_NCNAME},
    [ID] = {.name = "id",
            .words = "An identifier: lower-case Latin letters and digits in "
                     "words joined by hyphens. No more.",
            .builtin = BUILTIN_NCNAME,
            .first_pattern = 0,
            .pattern_count = 1,
            .max_length = 64},
    [ROLE] = {.name = "role",
              .words = "The part that a person has at the summit.",
              .builtin = BUILTIN_TOKEN,
              .first_choice = 0,
              .choice_count = 13},
    [STATUS] = {.name = "recordStatus",
                .builtin = BUILTIN_TOKEN,
                .first_choice = 13,
                .choice_count = 4},
    [ONLY] = {.name = "only",
              .builtin = BUILTIN_TOKEN,
              .first_choice = 17,
              .choice_count = 1},
    [DAY] = {.name = "day",
             .words = "A day, such as 2024-10-08, without time zone; not "
                      "before 7 December 1991.",
             .builtin = BUILTIN_DATE,
             .first_pattern = 1,
             .pattern_count = 1},
    [MONTH] = {.name = "month",
               .builtin = BUILTIN_G_YEAR_MONTH,
               .first_pattern = 2,
               .pattern_count = 1},
    [YEAR] = {.name = "year",
              .builtin = BUILTIN_G_YEAR,
              .first_pattern = 3,
              .pattern_count = 1},
    [PARTIAL] = {.name = "partialDate",
                 .words = "A day, a month or a year: as much of the date as "
                          "is known.",
                 .builtin = BUILTIN_COUNT,
                 .first_member = 0,
                 .member_count = 3},
    [COUNT] = {.name = "count",
               .words = "A number of things, 0 to 99999, in digits alone.",
               .builtin = BUILTIN_NON_NEGATIVE_INTEGER,
               .first_pattern = 4,
               .pattern_count = 1,
               .most = {true, 999}},
    [ORDINAL] = {.name = "ordinal",
                 .builtin = BUILTIN_POSITIVE_INTEGER,
                 .least = {true, 5},
                 .most = {true, 99999}},
    [WORDS] = {.name = "words",
               .builtin = BUILTIN_TOKEN,
               .min_length = 1,
               .max_length = 10},
    [CODE] = {.name = "code",
              .builtin = BUILTIN_TOKEN,
              .first_pattern = 5,
              .pattern_count = 1},
    [CLOCK] = {.name = "xs:time", .builtin = BUILTIN_TIME},
    [HOURS] = {.name = "hours",
               .builtin = BUILTIN_TIME,
               .least = {true, 28800},
               .most = {true, 64800}},
    [MIXED] = {.name = "mixed",
               .builtin = BUILTIN_COUNT,
               .first_member = 3,
               .member_count = 3},
    [NEVER] = {.name = "never",
               .builtin = BUILTIN_TOKEN,
               .min_length = 3,
               .max_length = 3},
    [LETTER] = {.name = "letter",
                .builtin = BUILTIN_TOKEN,
                .min_length = 1,
                .max_length = 1},
    [INITIAL] = {.name = "initial", .builtin = BUILTIN_TOKEN, .max_length = 1},
    [ISO_TIME] = {.name = "isoTime",
                  .words = "ISO time hh:mm without seconds.",
                  .builtin = BUILTIN_TOKEN,
                  .first_pattern = 4,
                  .pattern_count = 1},
};

static const struct schema schema = {
    .simples = types,
    .members = members,
    .patterns = patterns,
    .choices = choices,
};

static struct arena arena;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, &alloc_default);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        choices[i] = (struct choice){values[i], (uint16_t)strlen(values[i]), 0};
    for (size_t i = 0; i < sizeof pattern_texts / sizeof *pattern_texts; i++) {
        const char *reason;
        assert_true(pattern_compile(&arena, str_of(pattern_texts[i]),
                                    &patterns[i], &reason));
    }
    for (size_t i = 0; i < TYPES; i++) {
        if (types[i].max_length == 0)
            types[i].max_length = UINT32_MAX;
        if (types[i].words == NULL)
            types[i].words = "";
    }
    choices_sort(choices, types[ROLE].choice_count);
    types[ROLE].sorted = true;
    types[DAY].least = builtin_bound(BUILTIN_DATE, str_of("1991-12-07"));
    types[MONTH].least = builtin_bound(BUILTIN_G_YEAR_MONTH, str_of("1991-12"));
    types[YEAR].least = builtin_bound(BUILTIN_G_YEAR, str_of("1991"));
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/* The value's text lives in scratch. */
static bool check(uint16_t type, const char *raw, struct buf *scratch,
                  struct value *value)
{
    return value_check(&schema, type, str_of(raw), scratch, value);
}

static void treats_white_space_by_type(void **state)
{
    static const struct {
        uint16_t type;
        const char *raw, *text;
    } cases[] = {
        {STRING, " a\t b\n", " a\t b\n"},
        {NORMALIZED, " a\t b\r\n", " a  b  "},
        {NORMALIZED, " a  b ", " a  b "},
        {TOKEN, " a\t b\r\n", "a b"},
        {TOKEN, "a b", "a b"},
        {TOKEN, "a  b", "a b"},
        {TOKEN, " \t\n", ""},
        {TOKEN, "", ""},
        {TOKEN, "\xC2\xA0x\xC2\xA0", "\xC2\xA0x\xC2\xA0"},
        {ID, "\n  emomali-rahmon\n", "emomali-rahmon"},
        {DAY, " 2024-10-08\n", "2024-10-08"},
        {WORDS, "a \n b", "a b"},
        {MIXED, "  held ", "held"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        __attribute__((cleanup(buf_free))) struct buf scratch;
        struct value value;
        buf_init(&scratch, &alloc_default);
        assert_true(check(cases[i].type, cases[i].raw, &scratch, &value));
        if (!str_is(value.text, cases[i].text))
            fail_msg("'%.*s' from '%s'", STR_ARGS(value.text), cases[i].raw);
    }
}

static void checks_facets(void **state)
{
    static const struct {
        uint16_t type;
        const char *raw;
        bool good;
    } cases[] = {
        {ID, "a", true},
        {ID, "moscow-2024", true},
        {ID, "Moscow", false},
        {ID, "a--b", false},
        {ID, "", false},
        {ID,
         "a12345678901234567890123456789012345678901234567890123456789"
         "0123",
         true},
        {ID,
         "a12345678901234567890123456789012345678901234567890123456789"
         "01234",
         false},
        {WORDS, "", false},
        {WORDS, "  ", false},
        {WORDS, "1234567890", true},
        {WORDS, "12345678901", false},
        {WORDS, "\xD0\xBC\xD0\xBC\xD0\xBC\xD0\xBC\xD0\xBC\xD0\xBC\xD0\xBC",
         true},
        {NEVER, "\xF0\x90\x80\x80\xF0\x90\x80\x80", false},
        {NEVER, "\xF0\x90\x80\x80\xF0\x90\x80\x80\xF0\x90\x80\x80", true},
        {DAY, "1991-12-07", true},
        {DAY, "1991-12-06", false},
        {DAY, "2024-10-08Z", false},
        {DAY, "12024-10-08", false},
        {MONTH, "1991-11", false},
        {MONTH, "1991-12", true},
        {YEAR, "1990", false},
        {YEAR, "1991", true},
        {COUNT, "999", true},
        {COUNT, "1000", false},
        {COUNT, "+5", false},
        {COUNT, "-0", false},
        {ORDINAL, "99999", true},
        {ORDINAL, "4", false},
        {ORDINAL, "100000000000000000000000000000", false},
        {ORDINAL, "-100000000000000000000000000000", false},
        {HOURS, "08:00:00", true},
        {HOURS, "07:59:59.9", false},
        {HOURS, "18:00:00", true},
        {HOURS, "18:00:00.000", true},
        {HOURS, "18:00:00.0001", false},
        {HOURS, "12:00:00Z", false},
        {ROLE, "guest", true},
        {ROLE, "Guest", false},
        {ROLE, "", false},
        {ONLY, "once", true},
        {ONLY, "twice", false},
        {PARTIAL, "2024", true},
        {PARTIAL, "2024-10", true},
        {PARTIAL, "2024-10-08", true},
        {PARTIAL, "2024-10-32", false},
        {PARTIAL, "1990", false},
        {MIXED, "12", true},
        {MIXED, "held", true},
        {MIXED, "something", true},
        {MIXED, "something else", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        __attribute__((cleanup(buf_free))) struct buf scratch;
        struct value value;
        buf_init(&scratch, &alloc_default);
        if (check(cases[i].type, cases[i].raw, &scratch, &value) !=
            cases[i].good)
            fail_msg("%s '%s'", types[cases[i].type].name, cases[i].raw);
    }
}

static void gives_typed_values(void **state)
{
    __attribute__((cleanup(buf_free))) struct buf scratch;
    struct value value;
    (void)state;
    buf_init(&scratch, &alloc_default);
    assert_true(check(PARTIAL, "2024-10", &scratch, &value));
    assert_int_equal(value.builtin, BUILTIN_G_YEAR_MONTH);
    assert_int_equal(value.date.year, 2024);
    assert_int_equal(value.date.month, 10);
    assert_int_equal(value.date.day, 0);
    assert_true(check(BOOLEAN, "true", &scratch, &value));
    assert_int_equal(value.number, 1);
    assert_true(check(COUNT, "120", &scratch, &value));
    assert_int_equal(value.number, 120);
    assert_int_equal(value.choice, 0);
    assert_true(check(MIXED, "cancelled", &scratch, &value));
    assert_int_equal(value.choice, 4);
}

/* Sorted or not, a choice is known by its place in the schema. */
static void finds_choices(void **state)
{
    (void)state;
    for (unsigned sorted = 0; sorted < 2; sorted++) {
        types[ROLE].sorted = sorted == 0;
        for (uint16_t i = 0; i < types[ROLE].choice_count; i++) {
            __attribute__((cleanup(buf_free))) struct buf scratch;
            struct value value;
            buf_init(&scratch, &alloc_default);
            assert_true(check(ROLE, values[i], &scratch, &value));
            assert_int_equal(value.choice, i + 1);
        }
    }
    types[ROLE].sorted = true;
}

static const struct {
    uint16_t type;
    const char *raw, *message, *hint;
} refusals[] = {
    {DAY, "2024-13-08",
     "'2024-13-08' is not a day: month 13 does not exist "
     "(months are 01 to 12)",
     NULL},
    {DAY, "2023-02-29", "'2023-02-29' is not a day: February 2023 has 28 days",
     NULL},
    {DAY, "2024-04-31", "'2024-04-31' is not a day: April 2024 has 30 days",
     NULL},
    {DAY, "2024-10-00",
     "'2024-10-00' is not a day: day 00 does not exist (days are 01 to 31)",
     NULL},
    {DAY, "0000-10-08", "'0000-10-08' is not a day: there is no year 0000",
     NULL},
    {DAY, "1990-01-01",
     "'1990-01-01' is before 1991-12-07, the earliest day allowed "
     "(minInclusive)",
     NULL},
    {DAY, "2024-10-08Z",
     "'2024-10-08Z' is not a day: it has a time zone, and none is allowed",
     "did you mean '2024-10-08'?"},
    {DAY, "2024-10-08+15:00",
     "'2024-10-08+15:00' is not a day: time zones go from -14:00 to +14:00",
     "did you mean '2024-10-08'?"},
    {DAY, "8.10.2024",
     "'8.10.2024' is not a day: a day is written like 2024-10-08",
     "did you mean '2024-10-08'?"},
    {DAY, "2024/10/8",
     "'2024/10/8' is not a day: a day is written like 2024-10-08",
     "did you mean '2024-10-08'?"},
    {DAY, "20241008",
     "'20241008' is not a day: a day is written like 2024-10-08",
     "did you mean '2024-10-08'?"},
    {DAY, "10/08/2024",
     "'10/08/2024' is not a day: a day is written like 2024-10-08", NULL},
    {DAY, "2024-10-08T12:00:00",
     "'2024-10-08T12:00:00' is not a day: a day is written like 2024-10-08",
     "did you mean '2024-10-08'?"},
    {DAY, "soon", "'soon' is not a day: a day is written like 2024-10-08",
     NULL},
    {DAY, "12024-10-08",
     "'12024-10-08' is not a day: a day, such as 2024-10-08, without time "
     "zone; not before 7 December 1991",
     NULL},
    {DAY, "", "the text is empty; a day is required", NULL},
    {DAY, " \n", "the text is nothing but white space; a day is required",
     NULL},
    {MONTH, "1991-11",
     "'1991-11' is before 1991-12, the earliest month allowed "
     "(minInclusive)",
     NULL},
    {MONTH, "10.2024",
     "'10.2024' is not a month: a month is written like 2024-10",
     "did you mean '2024-10'?"},
    {MONTH, "2024-10+15:00",
     "'2024-10+15:00' is not a month: time zones go from -14:00 to +14:00",
     NULL},
    {YEAR, "2024+15:00",
     "'2024+15:00' is not a year: time zones go from -14:00 to +14:00", NULL},
    {YEAR, "1990",
     "'1990' is before 1991, the earliest year allowed (minInclusive)", NULL},
    {PARTIAL, "2024-13-08",
     "'2024-13-08' is not a day: month 13 does not exist "
     "(months are 01 to 12)",
     NULL},
    {PARTIAL, "1990",
     "'1990' is before 1991, the earliest year allowed (minInclusive)", NULL},
    {PARTIAL, "8.10.2024",
     "'8.10.2024' is not a day: a day is written like 2024-10-08",
     "did you mean '2024-10-08'?"},
    {PARTIAL, "2024-9",
     "'2024-9' is not a month: a month is written like 2024-10",
     "did you mean '2024-09'?"},
    {PARTIAL, "autumn",
     "'autumn' is not a partialDate: a day, a month or a year: as much of "
     "the date as is known",
     NULL},
    {PARTIAL, "", "the text is empty; a partialDate is required", NULL},
    {ID, "Putin!",
     "'Putin!' is not an id: lower-case Latin letters and digits in words "
     "joined by hyphens",
     NULL},
    {ID, "", "the text is empty; an id is required", NULL},
    {ID,
     "a12345678901234567890123456789012345678901234567890123456789"
     "01234",
     "'a12345678901234567890123456789012345678901234567890123456789\xE2"
     "\x80\xA6' has 65 characters; at most 64 are allowed (maxLength)",
     NULL},
    {WORDS, "",
     "the text is empty; at least 1 character is required "
     "(minLength)",
     NULL},
    {WORDS, "  ",
     "the text is nothing but white space; at least 1 character is required "
     "(minLength)",
     NULL},
    {NEVER, "ab", "'ab' has 2 characters; exactly 3 are required (length)",
     NULL},
    {LETTER, "ab", "'ab' has 2 characters; exactly 1 is required (length)",
     NULL},
    {INITIAL, "ab", "'ab' has 2 characters; at most 1 is allowed (maxLength)",
     NULL},
    {ISO_TIME, "noon",
     "'noon' is not an isoTime: ISO time hh:mm without seconds", NULL},
    {STATUS, "hold",
     "'hold' is not one of announced, held, postponed, cancelled",
     "did you mean 'held'?"},
    {STATUS, "",
     "the text is empty; it has to be one of announced, held, "
     "postponed, cancelled",
     NULL},
    {ROLE, "Guest",
     "'Guest' is not one of the 13 values of role: head-of-state, "
     "head-of-government, foreign-minister, minister, ambassador, aide, "
     "military-commander, secretary-general, body-chair, body-head, "
     "organisation-head, guest and 1 more",
     "did you mean 'guest'?"},
    {ONLY, "twice", "'twice' is not 'once', the only value allowed", NULL},
    {COUNT, "1000",
     "'1000' is more than 999, the greatest number allowed (maxInclusive)",
     NULL},
    {COUNT, "many",
     "'many' is not a count: a number of things, 0 to 99999, in digits alone",
     NULL},
    {ORDINAL, "4",
     "'4' is less than 5, the least number allowed (minInclusive)", NULL},
    {ORDINAL, "x", "'x' is not an ordinal: a whole number, 1 or more", NULL},
    {CODE, "ru", "'ru' is not a code: it does not match the pattern [A-Z]{2}",
     NULL},
    {BOOLEAN, "True", "'True' is not true, false, 1 or 0",
     "did you mean 'true'?"},
    {BOOLEAN, "yes", "'yes' is not true, false, 1 or 0", NULL},
    {BOOLEAN, "", "the text is empty; it has to be true, false, 1 or 0", NULL},
    {NAME, "1a", "'1a' is not a name without spaces that begins with a letter",
     NULL},
    {CLOCK, "25:00:00",
     "'25:00:00' is not a time of day, written like 09:30:00", NULL},
    {HOURS, "07:00:00",
     "'07:00:00' is before 08:00:00, the earliest time allowed "
     "(minInclusive)",
     NULL},
    {HOURS, "18:00:00.5",
     "'18:00:00.5' is after 18:00:00, the latest time allowed "
     "(maxInclusive)",
     NULL},
    {HOURS, "12:00:00Z",
     "'12:00:00Z' has a time zone, and so cannot be compared with 08:00:00 "
     "(minInclusive)",
     NULL},
};

static void explains_in_plain_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        __attribute__((cleanup(buf_free))) struct buf scratch;
        struct value value;
        struct value_fault fault;
        buf_init(&scratch, &alloc_default);
        assert_false(
            check(refusals[i].type, refusals[i].raw, &scratch, &value));
        value_explain(&schema, refusals[i].type, str_of(refusals[i].raw),
                      &arena, &fault);
        assert_string_equal(fault.message, refusals[i].message);
        if (refusals[i].hint == NULL && fault.hint != NULL)
            fail_msg("hint %s for '%s'", fault.hint, refusals[i].raw);
        if (refusals[i].hint != NULL) {
            assert_non_null(fault.hint);
            assert_string_equal(fault.hint, refusals[i].hint);
        }
        assert_int_equal(fault.not_in_list,
                         types[refusals[i].type].choice_count > 0);
    }
}

static void *allocate(void *context, size_t size)
{
    unsigned *left = context;
    return (*left)-- > 0 ? malloc(size) : NULL;
}

static void *resize(void *context, void *block, size_t size)
{
    unsigned *left = context;
    return (*left)-- > 0 ? realloc(block, size) : NULL;
}

static void release(void *context, void *block)
{
    (void)context;
    free(block);
}

static void survives_missing_memory(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        for (unsigned k = 0; k < 8; k++) {
            unsigned left = k;
            struct cis_allocator from = {allocate, resize, release, &left};
            struct arena scarce;
            struct value_fault fault;
            arena_init(&scarce, &from);
            value_explain(&schema, refusals[i].type, str_of(refusals[i].raw),
                          &scarce, &fault);
            assert_non_null(fault.message);
            assert_true(scarce.failed ||
                        strcmp(fault.message, refusals[i].message) == 0);
            arena_free(&scarce);
        }
    }
}

/* Bytes that are no UTF-8 never come here, but do no harm. */
static void bears_any_bytes(void **state)
{
    uint64_t seed = 1991;
    (void)state;
    for (unsigned i = 0; i < 20000; i++) {
        __attribute__((cleanup(buf_free))) struct buf scratch;
        struct value value;
        struct value_fault fault;
        char room[24];
        size_t length = 0;
        for (; length < i % sizeof room; length++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            room[length] =
                seed >> 63 ? "-: 2024Z"[seed >> 33 & 7] : (char)(seed >> 40);
        }
        struct str raw = {room, length};
        uint16_t type = (uint16_t)(seed >> 50) % TYPES;
        buf_init(&scratch, &alloc_default);
        if (value_check(&schema, type, raw, &scratch, &value))
            continue;
        value_explain(&schema, type, raw, &arena, &fault);
        assert_true(fault.message[0] != '\0');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(treats_white_space_by_type),
        cmocka_unit_test(checks_facets),
        cmocka_unit_test(gives_typed_values),
        cmocka_unit_test(finds_choices),
        cmocka_unit_test(explains_in_plain_words),
        cmocka_unit_test(survives_missing_memory),
        cmocka_unit_test(bears_any_bytes),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
