/* UTF-8: every sequence of up to four bytes that could go wrong. */
/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#define BYTES(text) ((struct str){(text), sizeof(text) - 1})

/* What a sequence is worth, by the definition: its bits, then what they may
 * not be. Returns its length, or 0. */
static size_t by_definition(const unsigned char *at, size_t length,
                            uint32_t *point)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t size = at[0] < 0x80             ? 1
                  : (at[0] & 0xE0) == 0xC0 ? 2
                  : (at[0] & 0xF0) == 0xE0 ? 3
                  : (at[0] & 0xF8) == 0xF0 ? 4
                                           : 0;

    if (size == 0 || size > length)
        return 0;
    *point = size == 1 ? at[0] : at[0] & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++) {
        if ((at[i] & 0xC0) != 0x80)
            return 0;
        *point = *point << 6 | (at[i] & 0x3Fu);
    }
    if (*point < least[size] || *point > 0x10FFFF ||
        (*point >= 0xD800 && *point <= 0xDFFF))
        return 0;
    return size;
}

static void check_sequence(const unsigned char *at, size_t length)
{
    struct str text = {(const char *)at, length};
    uint32_t expected = 0;
    size_t wanted = by_definition(at, length, &expected), size = 0;
    uint32_t point = utf8_decode(text, &size);
    bool partial;

    if (wanted > 0 ? point != expected || size != wanted
                   : point != 0xFFFD || size < 1 || size > length)
        fail_msg("%02X %02X %02X %02X (%zu): U+%04X of %zu bytes", at[0], at[1],
                 at[2], at[3], length, (unsigned)point, size);
    text.length = wanted;
    if (wanted > 0 && utf8_valid(text, &partial) != wanted)
        fail_msg("U+%04X is not valid", (unsigned)point);
    text.length = length;
    if (wanted == 0 && utf8_valid(text, &partial) != 0)
        fail_msg("%02X %02X %02X %02X (%zu) is valid", at[0], at[1], at[2],
                 at[3], length);
}

/* The bytes at which the rules change, and their neighbours. */
static const unsigned char edges[] = {0x00, 0x01, 0x41, 0x7F, 0x80, 0x81, 0x8F,
                                      0x90, 0x9F, 0xA0, 0xBE, 0xBF, 0xC0, 0xC1,
                                      0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
                                      0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};

static void test_sequences(void **state)
{
    const size_t count = sizeof edges;
    unsigned char at[4];

    (void)state;
    for (unsigned first = 0; first < 256; first++)
        for (size_t i = 0; i < count * count * count; i++) {
            at[0] = (unsigned char)first;
            at[1] = edges[i % count];
            at[2] = edges[i / count % count];
            at[3] = edges[i / count / count];
            for (size_t length = 1; length <= 4; length++)
                check_sequence(at, length);
        }
}

static size_t valid_by_definition(const unsigned char *at, size_t length)
{
    size_t done = 0, size = 1;
    uint32_t point;

    while (done < length && size > 0) {
        size = by_definition(at + done, length - done, &point);
        done += size;
    }
    return done;
}

/* The sequence within a text that is looked at sixteen bytes at a time. */
static void check_within(const unsigned char *sequence, size_t before,
                         const char *filler)
{
    unsigned char text[160];
    size_t step = strlen(filler), size = 0, end;
    bool partial, expected;

    for (; size < before * step; size += step)
        memcpy(text + size, filler, step);
    memcpy(text + size, sequence, 4);
    utf8_valid((struct str){(const char *)text + size, 4}, &expected);
    size += 4;
    if (utf8_valid((struct str){(const char *)text, size}, &partial) !=
            valid_by_definition(text, size) ||
        partial != expected)
        fail_msg("%02X %02X %02X %02X after %zu '%s', at the end", sequence[0],
                 sequence[1], sequence[2], sequence[3], before, filler);
    for (end = size + 17; size < end; size += step)
        memcpy(text + size, filler, step);
    if (utf8_valid((struct str){(const char *)text, size}, &partial) !=
            valid_by_definition(text, size) ||
        partial)
        fail_msg("%02X %02X %02X %02X after %zu '%s'", sequence[0], sequence[1],
                 sequence[2], sequence[3], before, filler);
}

static void test_sequences_within(void **state)
{
    static const char *const fillers[] = {"a", "\xD1\x8F", "\xED\x95\x9C"};
    const size_t count = sizeof edges;
    unsigned char at[4];

    (void)state;
    for (size_t i = 0; i < count * count * count * 2; i++) {
        at[0] = edges[i % count];
        at[1] = edges[i / count % count];
        at[2] = edges[i / count / count % count];
        at[3] = i < count * count * count ? 0x80 : 'a';
        for (size_t before = 0; before < 17; before += before < 9 ? 9 : 1)
            for (size_t j = 0; j < sizeof fillers / sizeof *fillers; j++)
                check_within(at, before, fillers[j]);
    }
}

static void test_every_point(void **state)
{
    char out[4] = {0};
    size_t size;
    bool partial;

    (void)state;
    for (uint32_t point = 0; point <= 0x10FFFF; point++) {
        struct str text = {out, utf8_put(point, out)};
        bool surrogate = point >= 0xD800 && point <= 0xDFFF;

        assert_int_equal(text.length, point < 0x80      ? 1
                                      : point < 0x800   ? 2
                                      : point < 0x10000 ? 3
                                                        : 4);
        if (utf8_valid(text, &partial) != (surrogate ? 0 : text.length) ||
            partial || utf8_decode(text, &size) != (surrogate ? 0xFFFD : point))
            fail_msg("U+%04X", (unsigned)point);
        assert_int_equal(utf8_count(text), 1);
    }
}

static const struct {
    struct str text;
    size_t valid;
    bool partial;
} texts[] = {
    {{"", 0}, 0, false},
    {BYTES("plain text, longer than a word"), 30, false},
    {BYTES("Москва"), 12, false},
    {BYTES("seven b\xD0"), 7, true},
    {BYTES("eight by\xE2\x82"), 8, true},
    {BYTES("\xF0"), 0, true},
    {BYTES("\xF0\x90"), 0, true},
    {BYTES("\xF0\x9F\x92"), 0, true},
    {BYTES("\xF4\x8F\xBF"), 0, true},
    {BYTES("a\xF4\x90"), 1, false},
    {BYTES("\xE0\x80"), 0, false},
    {BYTES("\xE0\x80\x80"), 0, false},
    {BYTES("\xED\xA0"), 0, false},
    {BYTES("\xED\x9F"), 0, true},
    {BYTES("\xC0\x80"), 0, false},
    {BYTES("\xC1"), 0, false},
    {BYTES("\xF5"), 0, false},
    {BYTES("\x80"), 0, false},
    {BYTES("\xFF"), 0, false},
    {BYTES("\xD0"
           "a"),
     0, false},
    {BYTES("\xD0\xD0"), 0, false},
    {BYTES("\xE2\x82\xAC\xE2\x82"), 3, true},
    {BYTES("a\0b\xC2"), 3, true},
};

static void test_texts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        bool partial = !texts[i].partial;

        if (utf8_valid(texts[i].text, &partial) != texts[i].valid ||
            partial != texts[i].partial)
            fail_msg("text %zu", i);
    }
}

/* A bad byte at each offset, past the eight bytes that are read at once. */
static void test_offsets(void **state)
{
    char text[40];
    bool partial;

    (void)state;
    for (size_t length = 1; length <= sizeof text; length++)
        for (size_t at = 0; at < length; at++) {
            memset(text, 'a', sizeof text);
            text[at] = '\x80';
            assert_int_equal(utf8_valid((struct str){text, length}, &partial),
                             at);
            assert_false(partial);
        }
}

/* Malformed text is skipped to where a sequence may begin again. */
static void test_skips(void **state)
{
    static const char text[] = "\xF0\x9F\x92"
                               "a\xED\xA0\x80\xC0\xAF";
    static const uint32_t points[] = {0xFFFD, 'a',    0xFFFD, 0xFFFD,
                                      0xFFFD, 0xFFFD, 0xFFFD};
    struct str rest = BYTES(text);
    size_t size;

    (void)state;
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        assert_true(rest.length > 0);
        assert_int_equal(utf8_decode(rest, &size), points[i]);
        rest.at += size;
        rest.length -= size;
    }
    assert_int_equal(rest.length, 0);
}

static void test_counts(void **state)
{
    struct str text = BYTES("aя€💯z");
    static const size_t lengths[] = {0, 1, 3, 6, 10, 11, 11};

    (void)state;
    assert_int_equal(utf8_count(text), 5);
    assert_int_equal(utf8_count((struct str){0}), 0);
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        assert_int_equal(utf8_start(text, i).length, lengths[i]);
        assert_ptr_equal(utf8_start(text, i).at, text.at);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sequences),
        cmocka_unit_test(test_sequences_within),
        cmocka_unit_test(test_every_point),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_offsets),
        cmocka_unit_test(test_skips),
        cmocka_unit_test(test_counts),
    };

    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
