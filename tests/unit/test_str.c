/* Views of strings, and the buffer that grows. */
/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include "../support/failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdint.h>
#include <string.h>

static const struct str none;

static void check_buf(const struct buf *buf, const char *text)
{
    if (!str_is(buf_str(buf), text))
        fail_msg("'%.*s', not '%s'", STR_ARGS(buf_str(buf)), text);
}

static void test_equality(void **state)
{
    (void)state;
    assert_null(str_of(NULL).at);
    assert_string_equal(str_start(str_of(NULL)), "");
    assert_int_equal(str_of("").length, 0);
    assert_int_equal(str_of("абв").length, 6);
    assert_true(str_equal(none, str_of("")));
    assert_true(str_equal(none, none));
    assert_true(str_is(none, NULL));
    assert_true(str_is(str_of("ab"), "ab"));
    assert_false(str_is(str_of("ab"), "abc"));
    assert_false(str_is(str_of("ab"), "ac"));
    assert_false(str_equal((struct str){"a\0b", 3}, (struct str){"a\0c", 3}));
    assert_true(str_starts(str_of("abc"), str_of("ab")));
    assert_true(str_starts(str_of("abc"), none));
    assert_true(str_starts(none, none));
    assert_false(str_starts(str_of("ab"), str_of("abc")));
    assert_false(str_starts(none, str_of("a")));
    assert_false(str_starts(str_of("abc"), str_of("b")));
}

static void test_order(void **state)
{
    static const struct str ordered[] = {
        {NULL, 0},   {"\0", 1},   {"\0\0", 2},    {"A", 1},
        {"a", 1},    {"a\0", 2},  {"ab", 2},      {"\x7F", 1},
        {"\x80", 1}, {"\xFF", 1}, {"\xFF\x01", 2}};
    const size_t count = sizeof ordered / sizeof *ordered;

    (void)state;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            int order = str_compare(ordered[i], ordered[j]);

            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
}

static void test_trim(void **state)
{
    (void)state;
    assert_true(str_is(str_trim(str_of(" \t\r\na b\n ")), "a b"));
    assert_true(str_is(str_trim(str_of("ab")), "ab"));
    assert_int_equal(str_trim(str_of(" \n\t\r ")).length, 0);
    assert_int_equal(str_trim(none).length, 0);
    assert_int_equal(str_trim(str_of(" ")).length, 0);
    assert_true(str_is(str_trim(str_of("\va\f")), "\va\f"));
    assert_true(str_is(str_trim(str_of("\xC2\xA0")), "\xC2\xA0"));
    assert_true(str_blank(none));
    assert_true(str_blank(str_of(" \t\r\n")));
    assert_true(str_blank(str_of("                  ")));
    assert_true(str_blank((struct str){"         ", 7}));
    assert_false(str_blank(str_of(" . ")));
    assert_false(str_blank(str_of("       .")));
    assert_false(str_blank(str_of("        .")));
    assert_false(str_blank((struct str){"\0", 1}));
}

static void test_appends(void **state)
{
    struct buf buf;

    (void)state;
    buf_init(&buf, &alloc_default);
    check_buf(&buf, "");
    buf_append(&buf, none);
    buf_text(&buf, "");
    buf_text(&buf, NULL);
    check_buf(&buf, "");
    buf_text(&buf, "ab");
    buf_byte(&buf, 'c');
    buf_append(&buf, (struct str){"de", 1});
    buf_format(&buf, "-%d-%s", 42, "x");
    buf_format(&buf, "%s", "");
    check_buf(&buf, "abcd-42-x");
    assert_false(buf.failed);
    /* of any length, among them those that fill what was there */
    for (int width = 1; width < 300; width++) {
        buf_free(&buf);
        buf_format(&buf, "%*d", width, 1);
        assert_int_equal(buf.length, width);
    }
    buf_clear(&buf);
    check_buf(&buf, "");
    buf_byte(&buf, '\0');
    assert_int_equal(buf.length, 1);
    buf_free(&buf);
    buf_free(&buf);
    buf_text(&buf, "again");
    check_buf(&buf, "again");
    buf_free(&buf);
}

static void test_growth(void **state)
{
    struct failing memory;
    struct buf buf;

    (void)state;
    failing_init(&memory, 0);
    buf_init(&buf, &memory.from);
    for (int i = 0; i < 1000000; i++)
        buf_byte(&buf, (char)(i % 251));
    assert_int_equal(buf.length, 1000000);
    assert_true(memory.calls < 20);
    for (int i = 0; i < 1000000; i++)
        if (buf.at[i] != (char)(i % 251))
            fail_msg("byte %d", i);
    buf_format(&buf, "%20000d", 7);
    assert_int_equal(buf.length, 1020000);
    assert_int_equal(buf.at[buf.length - 1], '7');
    buf_free(&buf);
    assert_int_equal(memory.live, 0);
}

static void test_drop(void **state)
{
    struct buf buf;

    (void)state;
    buf_init(&buf, &alloc_default);
    buf_drop(&buf, 0);
    buf_drop(&buf, 5);
    buf_text(&buf, "abcdef");
    buf_drop(&buf, 0);
    check_buf(&buf, "abcdef");
    buf_drop(&buf, 1);
    check_buf(&buf, "bcdef");
    buf_drop(&buf, 1);
    check_buf(&buf, "cdef");
    buf_drop(&buf, SIZE_MAX);
    check_buf(&buf, "");
    buf_text(&buf, "x");
    check_buf(&buf, "x");
    buf_free(&buf);
}

static void test_reserve(void **state)
{
    struct buf buf;
    char *room;

    (void)state;
    buf_init(&buf, &alloc_default);
    assert_non_null(buf_reserve(&buf, 0));
    buf_text(&buf, "ab");
    room = buf_reserve(&buf, 1000);
    assert_ptr_equal(room, buf.at + 2);
    memset(room, 'x', 1000);
    buf.length += 1000;
    assert_true(str_starts(buf_str(&buf), str_of("abxxx")));
    assert_null(buf_reserve(&buf, SIZE_MAX));
    assert_true(buf.failed);
    assert_null(buf_reserve(&buf, 0));
    buf_byte(&buf, 'y');
    assert_int_equal(buf.length, 1002);
    buf_clear(&buf);
    assert_null(buf_reserve(&buf, SIZE_MAX / 2 + 1));
    buf_empty(&buf);
    assert_true(buf.failed);
    buf_clear(&buf);
    buf_text(&buf, "well");
    buf_empty(&buf);
    check_buf(&buf, "");
    buf_text(&buf, "well");
    check_buf(&buf, "well");
    buf_free(&buf);
}

static void write_lines(struct buf *buf)
{
    for (int i = 0; i < 100; i++) {
        buf_text(buf, "line ");
        buf_format(buf, "%d", i);
        buf_byte(buf, '\n');
    }
}

/* A failed append leaves a whole beginning, and nothing follows it. */
static void test_failures(void **state)
{
    struct buf whole;
    size_t failures = 0;
    bool right = false;

    (void)state;
    buf_init(&whole, &alloc_default);
    write_lines(&whole);
    for (; !right; failures++) {
        struct failing memory;
        struct buf buf;

        failing_init(&memory, failures + 1);
        buf_init(&buf, &memory.from);
        write_lines(&buf);
        right = !buf.failed;
        assert_int_equal(right, buf.length == whole.length);
        assert_true(str_starts(buf_str(&whole), buf_str(&buf)));
        buf_clear(&buf);
        write_lines(&buf);
        assert_true(str_equal(buf_str(&whole), buf_str(&buf)));
        buf_free(&buf);
        assert_int_equal(memory.live, 0);
    }
    assert_true(failures > 3);
    buf_free(&whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_equality), cmocka_unit_test(test_order),
        cmocka_unit_test(test_trim),     cmocka_unit_test(test_appends),
        cmocka_unit_test(test_growth),   cmocka_unit_test(test_drop),
        cmocka_unit_test(test_reserve),  cmocka_unit_test(test_failures),
    };

    return cmocka_run_group_tests_name("str", tests, NULL, NULL);
}
