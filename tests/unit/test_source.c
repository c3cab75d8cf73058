/* The source: lines, columns, excerpts, and what is forgotten. */
/* SPDX-License-Identifier: MIT */
#include "xml/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static int begin(void **state)
{
    static struct source source;

    source_init(&source, &alloc_default);
    source_begin(&source, ENCODING_UTF8, 0);
    *state = &source;
    return 0;
}

static int end(void **state)
{
    source_free(*state);
    return 0;
}

static void expect_place(struct source *source, uint64_t offset, uint64_t line,
                         uint64_t column)
{
    struct cis_place place;

    source_resolve(source, (struct extent){offset, offset}, &place);
    assert_int_equal(place.line, line);
    assert_int_equal(place.column, column);
    assert_int_equal(place.end_column, column);
}

static void test_line_ends(void **state)
{
    struct source *source = *state;

    source_append(source, str_of("a\nb\r\nc\rd\r\r\n\n\xD0\x9C"
                                 "e"));
    expect_place(source, 0, 1, 1);
    expect_place(source, 1, 1, 2);
    expect_place(source, 2, 2, 1);
    expect_place(source, 3, 2, 2);
    expect_place(source, 4, 2, 3); /* the LF of CR LF */
    expect_place(source, 5, 3, 1);
    expect_place(source, 7, 4, 1);
    expect_place(source, 9, 5, 1);
    expect_place(source, 11, 6, 1);
    expect_place(source, 12, 7, 1);
    expect_place(source, 14, 7, 2);
    expect_place(source, 15, 7, 3);
}

static void test_beyond_the_end(void **state)
{
    struct source *source = *state;
    struct cis_place place;

    source_append(source, str_of("a\nbc"));
    source_resolve(source, (struct extent){4, 6}, &place);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 3);
    assert_int_equal(place.end_column, 5);
    assert_int_equal(place.offset, 4);
    assert_int_equal(place.end_offset, 6);
}

static void test_utf16(void **state)
{
    struct source *source = *state;
    struct cis_place place;

    source_begin(source, ENCODING_UTF16LE, 2);
    source_append(source, str_of("a\n\xD0\x9C\xF0\x9F\x8C\x8D"
                                 "b"));
    source_resolve(source, (struct extent){2, 8}, &place);
    assert_int_equal(place.offset, 6);
    assert_int_equal(place.end_offset, 12);
    assert_int_equal(place.column, 1);
    assert_int_equal(place.end_column, 3);
}

static uint64_t fill(struct source *source, size_t lines)
{
    for (size_t i = 0; i < lines; i++)
        source_append(source, str_of("\xD0\x9C\xD0\x9C 23456789\r\n"));
    return source_end(source) / lines;
}

/* Marks and discarding change nothing about lines and columns. */
static void test_many_lines(void **state)
{
    struct source *source = *state;
    uint64_t width = fill(source, 100000);

    source->keep = UINT64_MAX;
    for (uint64_t line = 0; line < 100000; line += 997) {
        expect_place(source, line * width + 5, line + 1, 4);
        source_discard(source, line * width);
        expect_place(source, line * width + 5, line + 1, 4);
    }
    assert_true(source->base > 0);
    assert_true(source->text.length < 90000 * width);
    expect_place(source, 99999 * width, 100000, 1);
}

static void test_one_line(void **state)
{
    struct source *source = *state;

    for (size_t i = 0; i < 100000; i++)
        source_append(source, str_of("\xD0\x9C\xE2\x80\x93"));
    source->keep = UINT64_MAX;
    expect_place(source, 5 * 90000, 1, 2 * 90000 + 1);
    source_discard(source, 5 * 80000);
    assert_true(source->base > 0);
    expect_place(source, 5 * 90000 + 2, 1, 2 * 90000 + 2);
}

static void expect_no_excerpt(struct source *source, uint64_t offset)
{
    struct arena arena;
    struct extent where = {offset, offset + 1};

    arena_init(&arena, &alloc_default);
    assert_null(source_excerpt(source, where, &arena).text);
    arena_free(&arena);
}

static void test_discard(void **state)
{
    struct source *source = *state;
    struct cis_place forgotten, first;

    fill(source, 10000);
    source->keep = 1000;
    source_discard(source, source_end(source));
    assert_int_equal(source->base, 0);
    assert_true(source_knows(source, 1000));
    assert_false(source_knows(source, 999));
    source->keep = 130000;
    source_discard(source, source_end(source));
    assert_true(source->base > 0 && source->base <= 130000);
    assert_int_equal(source_from(source, 0).length, 0);
    assert_int_equal(source_from(source, UINT64_MAX).length, 0);
    /* of what is forgotten there is no line, and no place but the first */
    expect_no_excerpt(source, 0);
    expect_no_excerpt(source, source->base - 1);
    source_resolve(source, (struct extent){0, 0}, &forgotten);
    source_resolve(source, (struct extent){source->base, source->base}, &first);
    assert_int_equal(forgotten.line, first.line);
    assert_int_equal(forgotten.column, first.column);
    assert_int_equal(source_from(source, 130000).length,
                     source_end(source) - 130000);
}

static void expect_excerpt(struct source *source, uint64_t offset,
                           const char *text, uint64_t column)
{
    struct arena arena;
    struct cis_excerpt excerpt;

    arena_init(&arena, &alloc_default);
    excerpt = source_excerpt(source, (struct extent){offset, offset}, &arena);
    assert_string_equal(excerpt.text, text);
    assert_int_equal(excerpt.first_column, column);
    arena_free(&arena);
}

static void test_excerpts(void **state)
{
    struct source *source = *state;

    source_append(source, str_of("one\r\n  two\xD0\x9C\n\rthree"));
    expect_excerpt(source, 0, "one", 1);
    expect_excerpt(source, 3, "one", 1);
    expect_excerpt(source, 7, "  two\xD0\x9C", 1);
    expect_excerpt(source, 12, "  two\xD0\x9C", 1);
    expect_excerpt(source, 13, "", 1);
    expect_excerpt(source, 19, "three", 1);
    expect_excerpt(source, 25, "three", 1);
}

static void test_long_excerpts(void **state)
{
    struct source *source = *state;
    struct arena arena;
    struct cis_excerpt excerpt;

    for (size_t i = 0; i < 400; i++)
        source_append(source, str_of("\xD0\x9C"));
    arena_init(&arena, &alloc_default);
    excerpt = source_excerpt(source, (struct extent){400, 402}, &arena);
    assert_int_equal(strlen(excerpt.text), 2 * SOURCE_EXCERPT);
    assert_true(excerpt.first_column > 100 && excerpt.first_column <= 201);
    excerpt = source_excerpt(source, (struct extent){800, 800}, &arena);
    assert_int_equal(strlen(excerpt.text), 2 * SOURCE_EXCERPT);
    assert_int_equal(excerpt.first_column, 401 - SOURCE_EXCERPT);
    arena_free(&arena);
}

static void test_empty(void **state)
{
    struct source *source = *state;

    expect_place(source, 0, 1, 1);
    expect_no_excerpt(source, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_line_ends, begin, end),
        cmocka_unit_test_setup_teardown(test_beyond_the_end, begin, end),
        cmocka_unit_test_setup_teardown(test_utf16, begin, end),
        cmocka_unit_test_setup_teardown(test_many_lines, begin, end),
        cmocka_unit_test_setup_teardown(test_one_line, begin, end),
        cmocka_unit_test_setup_teardown(test_discard, begin, end),
        cmocka_unit_test_setup_teardown(test_excerpts, begin, end),
        cmocka_unit_test_setup_teardown(test_long_excerpts, begin, end),
        cmocka_unit_test_setup_teardown(test_empty, begin, end),
    };

    return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
