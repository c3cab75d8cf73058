/* The decoder: each encoding at each cut, and where it is malformed. */
/* SPDX-License-Identifier: MIT */
#include "xml/decode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#define BYTES(text) text, sizeof text - 1

/* Decodes in chunks of that size; false at a problem. */
static bool decode(struct source *source, const char *bytes, size_t size,
                   size_t chunk, struct problem *problem)
{
    struct decoder decoder;

    source_clear(source);
    decoder_init(&decoder);
    for (size_t at = 0; at < size; at += chunk)
        if (!decoder_feed(&decoder, (const unsigned char *)bytes + at,
                          size - at < chunk ? size - at : chunk, source,
                          problem))
            return false;
    assert_int_equal(decoder.read, size);
    return decoder_end(&decoder, source, problem);
}

static const struct {
    const char *bytes;
    size_t size;
    const char *text; /* as far as it is good */
    bool good;
} inputs[] = {
    {BYTES(""), "", true},
    {BYTES("a"), "a", true},
    {BYTES("<r/>"), "<r/>", true},
    {BYTES("\xEF\xBB\xBF"), "", true},
    {BYTES("\xEF\xBB\xBF"
           "a"),
     "a", true},
    {BYTES("\xEF\xBB"), "", false},
    {BYTES("\xD0\x9C\xE2\x80\x93\xF0\x9F\x8C\x8D"),
     "\xD0\x9C\xE2\x80\x93\xF0\x9F\x8C\x8D", true},
    {BYTES("ab\xE2\x80"), "ab", false},
    {BYTES("ab\xE2\x80"
           "c"),
     "ab", false},
    {BYTES("abcde\x80"), "abcde", false},
    {BYTES("abcde\xF4\x90\x80\x80"), "abcde", false},
    {BYTES("abcde\xC1\x81"), "abcde", false},
    {BYTES("\xFF\xFE"), "", true},
    {BYTES("\xFF\xFE"
           "a\0\x1C\x04"),
     "a\xD0\x9C", true},
    {BYTES("\xFE\xFF\0a\x04\x1C"), "a\xD0\x9C", true},
    {BYTES("\xFE\xFF\0a\xD8\x3C\xDF\x0D"), "a\xF0\x9F\x8C\x8D", true},
    {BYTES("\xFF\xFE"
           "a\0\x3C\xD8\x0D\xDF"),
     "a\xF0\x9F\x8C\x8D", true},
    {BYTES("\xFE\xFF\0a\xD8\x3C\0b"), "a", false},
    {BYTES("\xFE\xFF\0a\xD8\x3C"), "a", false},
    {BYTES("\xFE\xFF\0a\xDF\x0D"), "a", false},
    {BYTES("\xFE\xFF\0a\0"), "a", false},
    {BYTES("\xFF\xFE\0\0a\0\0\0"), "", false},
    {BYTES("\0\0\0<"), "", false},
    {BYTES("\0<"), "", false},
    {BYTES("<\0r\0"), "", false},
    {BYTES("\x4C\x6F\xA7\x94"), "", false},
    {BYTES("\x1F\x8B\x08"), "", false},
};

static void test_inputs(void **state)
{
    struct source source;
    struct problem problem;

    (void)state;
    source_init(&source, &alloc_default);
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
        for (size_t chunk = 1; chunk <= inputs[i].size + 1; chunk++) {
            bool good = decode(&source, inputs[i].bytes, inputs[i].size, chunk,
                               &problem);
            struct str text = source_from(&source, 0);
            if (good != inputs[i].good || !str_is(text, inputs[i].text))
                fail_msg("%zu in %zu: '%.*s'", i, chunk, STR_ARGS(text));
            if (!good) {
                assert_int_equal(problem.code, CODE_W002);
                assert_int_equal(problem.where.offset, text.length);
            }
        }
    source_free(&source);
}

static void test_places_in_the_input(void **state)
{
    struct source source;
    struct problem problem;
    struct cis_place place;

    (void)state;
    source_init(&source, &alloc_default);
    assert_false(
        decode(&source, BYTES("\xEF\xBB\xBF\xD0\x9C\n\xFF"), 2, &problem));
    source_resolve(&source, problem.where, &place);
    assert_int_equal(place.offset, 6);
    assert_int_equal(place.end_offset, 7);
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 1);
    assert_false(
        decode(&source, BYTES("\xFF\xFE\x1C\x04\n\0\0\xDF"), 3, &problem));
    source_resolve(&source, problem.where, &place);
    assert_int_equal(place.offset, 6);
    assert_int_equal(place.line, 2);
    source_free(&source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_inputs),
        cmocka_unit_test(test_places_in_the_input),
    };

    return cmocka_run_group_tests_name("decode", tests, NULL, NULL);
}
