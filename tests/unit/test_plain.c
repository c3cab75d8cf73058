/* What reports make of text that is no UTF-8, or not to be shown. */
/* SPDX-License-Identifier: MIT */
#include "cli/report/escape.h"
#include "cli/report/plain.h"
#include "cli/report/unicode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>

#define LENGTH(array) (sizeof(array) / sizeof *(array))

#define BAD "\xEF\xBF\xBD" /* U+FFFD */

/* A text, how a terminal is shown it, and what stays of it in XML. */
static const struct {
    const char *text, *shown, *in_xml;
} texts[] = {
    {"", "", ""},
    {"a~", "a~", "a~"},
    {"a\tb\nc", "a\\tb\\nc", "a\tb\nc"},
    {"\r", "\\x0D", "\r"},
    {"\x01\x1F", "\\x01\\x1F", BAD BAD},
    {"\x7F", "\\x7F", BAD},
    {"\xC2\x80", "\\u{80}", BAD},
    {"\xC2\x9F", "\\u{9F}", BAD},
    {"\xC2\xA0", "\xC2\xA0", "\xC2\xA0"},
    {"ж", "ж", "ж"},
    {"首", "首", "首"},
    {"\xEF\xBF\xBD", BAD, BAD},
    {"\xEF\xBF\xBE", "\xEF\xBF\xBE", BAD},
    {"\xF0\x90\x80\x80", "\xF0\x90\x80\x80", "\xF0\x90\x80\x80"},
    {"\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF"},
    /* a byte that nothing begins with */
    {"\x80z", "\\x80z", BAD "z"},
    {"\xC1\x81", "\\xC1\\x81", BAD BAD},
    {"\xF5z", "\\xF5z", BAD "z"},
    {"\xFFz", "\\xFFz", BAD "z"},
    /* cut off, or not gone on with */
    {"\xD0", "\\xD0", BAD},
    {"\xD0z", "\\xD0z", BAD "z"},
    {"\xE9\xA6z", "\\xE9\\xA6z", BAD BAD "z"},
    {"\xF0\x90\x80\xC0", "\\xF0\\x90\\x80\\xC0", BAD BAD BAD BAD},
    /* too long, a surrogate, too large */
    {"\xE0\x80\x80", "\\xE0\\x80\\x80", BAD BAD BAD},
    {"\xED\xA0\x80", "\\xED\\xA0\\x80", BAD BAD BAD},
    {"\xED\x9F\xBF\xEE\x80\x80", "\xED\x9F\xBF\xEE\x80\x80",
     "\xED\x9F\xBF\xEE\x80\x80"},
    {"\xF4\x90\x80\x80", "\\xF4\\x90\\x80\\x80", BAD BAD BAD BAD},
    /* what reorders or breaks the text around it */
    {"\xE2\x80\x8D", "\xE2\x80\x8D", "\xE2\x80\x8D"},
    {"\xE2\x80\x8E", "\\u{200E}", "\xE2\x80\x8E"},
    {"\xE2\x80\x8F", "\\u{200F}", "\xE2\x80\x8F"},
    {"\xE2\x80\xA7", "\xE2\x80\xA7", "\xE2\x80\xA7"},
    {"\xE2\x80\xA8", "\\u{2028}", "\xE2\x80\xA8"},
    {"\xE2\x80\xAE", "\\u{202E}", "\xE2\x80\xAE"},
    {"\xE2\x80\xAF", "\xE2\x80\xAF", "\xE2\x80\xAF"},
    {"\xE2\x81\xA5", "\xE2\x81\xA5", "\xE2\x81\xA5"},
    {"\xE2\x81\xA6", "\\u{2066}", "\xE2\x81\xA6"},
    {"\xE2\x81\xA9", "\\u{2069}", "\xE2\x81\xA9"},
    {"\xE2\x81\xAA", "\xE2\x81\xAA", "\xE2\x81\xAA"},
};

static void test_escape(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        char *shown = NULL;
        size_t size = 0;
        FILE *to = open_memstream(&shown, &size);

        assert_non_null(to);
        escape_print(to, texts[i].text);
        fclose(to);
        assert_string_equal(shown, texts[i].shown);
        free(shown);
    }
}

static void test_copy(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        char *copy = plain_copy(texts[i].text, plain_in_xml);

        assert_non_null(copy);
        assert_string_equal(copy, texts[i].in_xml);
        free(copy);
    }
}

/* What cannot be carried is only what is no text at all. */
static void test_copy_all(void **state)
{
    char *copy = plain_copy("\x01\xFFz", NULL);

    (void)state;
    assert_non_null(copy);
    assert_string_equal(copy, "\x01" BAD "z");
    free(copy);
}

static void test_width(void **state)
{
    static const struct {
        uint32_t point;
        int width;
    } cases[] = {
        {'a', 1},     {0x2FF, 1},   {0x300, 0},   {0x36F, 0},    {0x370, 1},
        {0x483, 0},   {0x4E00, 2},  {0xFFE6, 2},  {0xFFE7, 1},   {0xE01EF, 0},
        {0x1F300, 2}, {0x3FFFD, 2}, {0x3FFFE, 1}, {0x10FFFF, 1},
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        assert_int_equal(glyph_width(cases[i].point), cases[i].width);
}

/* A path, and the reference to it that SARIF and others want. */
static void test_uri(void **state)
{
    static const char *const cases[][2] = {
        {"", ""},
        {"a.xml", "a.xml"},
        {"./a.xml", "a.xml"},
        {".//./a.xml", "a.xml"},
        {"../a.xml", "../a.xml"},
        {".a", ".a"},
        {"/tmp/A_~-9.xml", "file:///tmp/A_~-9.xml"},
        {"a b", "a%20b"},
        {"a@[`{:", "a%40%5B%60%7B%3A"},
        {"ж%", "%D0%B6%25"},
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        char *uri = plain_uri(cases[i][0]);

        assert_non_null(uri);
        assert_string_equal(uri, cases[i][1]);
        free(uri);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_escape),   cmocka_unit_test(test_copy),
        cmocka_unit_test(test_copy_all), cmocka_unit_test(test_width),
        cmocka_unit_test(test_uri),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
