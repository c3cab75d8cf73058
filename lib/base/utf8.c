/* UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates. */
/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* Length of the sequence that a byte begins, 0 where it begins none. */
static size_t sequence_length(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    if (first >= 0xF0 && first <= 0xF4)
        return 4;
    return 0;
}

/* Whether a second byte may follow the first (table 3-7 of Unicode). */
static bool second_fits(unsigned char first, unsigned char second)
{
    switch (first) {
    case 0xE0:
        return second >= 0xA0 && second <= 0xBF;
    case 0xED:
        return second >= 0x80 && second <= 0x9F;
    case 0xF0:
        return second >= 0x90 && second <= 0xBF;
    case 0xF4:
        return second >= 0x80 && second <= 0x8F;
    default:
        return second >= 0x80 && second <= 0xBF;
    }
}

/*
 * How many bytes of the sequence at the start are right; *wanted is its
 * whole length (0: no sequence begins so).
 */
static size_t right_bytes(const unsigned char *at, size_t length,
                          size_t *wanted)
{
    size_t right = 1;

    *wanted = sequence_length(at[0]);
    if (*wanted <= 1)
        return *wanted;
    while (
        right < *wanted && right < length &&
        (right == 1 ? second_fits(at[0], at[1]) : (at[right] & 0xC0) == 0x80))
        right++;
    return right;
}

uint32_t utf8_decode(struct str text, size_t *size)
{
    const unsigned char *at = (const unsigned char *)text.at;
    size_t wanted, right;
    uint32_t point;

    *size = 1;
    if (at[0] < 0x80)
        return at[0];
    right = right_bytes(at, text.length, &wanted);
    *size = right > 0 ? right : 1;
    if (wanted == 0 || right < wanted)
        return 0xFFFD;
    point = at[0] & (0xFFu >> (wanted + 1));
    for (size_t i = 1; i < wanted; i++)
        point = point << 6 | (at[i] & 0x3Fu);
    return point;
}

size_t utf8_put(uint32_t point, char out[static 4])
{
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        out[0] = (char)(0xC0 | point >> 6);
        out[1] = (char)(0x80 | (point & 0x3F));
        return 2;
    }
    if (point < 0x10000) {
        out[0] = (char)(0xE0 | point >> 12);
        out[1] = (char)(0x80 | (point >> 6 & 0x3F));
        out[2] = (char)(0x80 | (point & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | point >> 18);
    out[1] = (char)(0x80 | (point >> 12 & 0x3F));
    out[2] = (char)(0x80 | (point >> 6 & 0x3F));
    out[3] = (char)(0x80 | (point & 0x3F));
    return 4;
}

#ifdef __SSE2__

/* Bit i: byte i is greater than the bound, both as bytes with a sign. */
static unsigned above(__m128i bytes, int bound)
{
    __m128i greater = _mm_cmpgt_epi8(bytes, _mm_set1_epi8((char)bound));

    return (unsigned)_mm_movemask_epi8(greater);
}

/* The bytes that begin a character of three, but for E0 and ED: what may
 * follow these is left to right_bytes. */
static unsigned begin_three(__m128i bytes)
{
    __m128i odd = _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)0xED));

    return above(bytes, (signed char)0xE0) & ~above(bytes, (signed char)0xEF) &
           ~(unsigned)_mm_movemask_epi8(odd);
}

/* Sixteen bytes at a time while they are characters of up to three bytes.
 * Stops where a character begins; `due` are the bytes that have to continue
 * one. */
static size_t skip_plain(const unsigned char *at, size_t length)
{
    unsigned due = 0;
    size_t done;

    for (done = 0; length - done >= 16; done += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(at + done));
        unsigned high = (unsigned)_mm_movemask_epi8(bytes);
        unsigned more = high & ~above(bytes, (signed char)0xBF);
        unsigned begin, wanted;

        if ((high | due) == 0)
            continue;
        begin = high & above(bytes, (signed char)0xC1) &
                ~above(bytes, (signed char)0xDF);
        wanted = due | begin << 1;
        if ((more | begin) != high) {
            unsigned three = high & begin_three(bytes);
            begin |= three;
            wanted |= three << 1 | three << 2;
        }
        if ((more | begin) != high || (wanted & 0xFFFF) != more)
            break;
        due = wanted >> 16;
    }
    if (due != 0)
        do
            done--;
        while ((at[done] & 0xC0) == 0x80);
    return done;
}

#else

/* Eight bytes at a time while all are ASCII. */
static size_t skip_plain(const unsigned char *at, size_t length)
{
    size_t done = 0;
    uint64_t word;

    while (length - done >= sizeof word) {
        memcpy(&word, at + done, sizeof word);
        if ((word & UINT64_C(0x8080808080808080)) != 0)
            break;
        done += sizeof word;
    }
    return done;
}

#endif

/* Characters of two bytes and ASCII, one by one, up to any other, and at
 * most to where the next long step is worth a try. */
static size_t skip_short(const unsigned char *at, size_t length)
{
    size_t done = 0;

    while (done < length && done < 16) {
        if (at[done] < 0x80)
            done++;
        else if (length - done >= 2 && at[done] >= 0xC2 && at[done] <= 0xDF &&
                 (at[done + 1] & 0xC0) == 0x80)
            done += 2;
        else
            break;
    }
    return done;
}

size_t utf8_valid(struct str text, bool *partial)
{
    const unsigned char *at = (const unsigned char *)text.at;
    size_t done = 0;

    *partial = false;
    while (done < text.length) {
        size_t wanted, right;

        done += skip_plain(at + done, text.length - done);
        done += skip_short(at + done, text.length - done);
        if (done == text.length)
            break;
        right = right_bytes(at + done, text.length - done, &wanted);
        if (wanted == 0 || right < wanted) {
            *partial = wanted > 0 && right == text.length - done;
            return done;
        }
        done += wanted;
    }
    return done;
}

/* Bytes that continue a character do not count. */
size_t utf8_count(struct str text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.length; i++)
        count += ((unsigned char)text.at[i] & 0xC0) != 0x80;
    return count;
}

struct str utf8_start(struct str text, size_t characters)
{
    struct str start = {text.at, 0};

    while (start.length < text.length) {
        if (((unsigned char)text.at[start.length] & 0xC0) != 0x80) {
            if (characters == 0)
                break;
            characters--;
        }
        start.length++;
    }
    return start;
}
