/* UTF-8: decoding, checking, and counting characters. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

#include <stdint.h>

/*
 * The code point at the start of text (not empty), and its length in bytes
 * in *size. A malformed sequence gives U+FFFD and the length to skip.
 */
uint32_t utf8_decode(struct str text, size_t *size);

/* Appends the code point; returns its length, 1 to 4. */
size_t utf8_put(uint32_t point, char out[static 4]);

/*
 * How many bytes from the start are well-formed, complete UTF-8 (no overlong
 * form, surrogate or value over U+10FFFF). *partial is set where what
 * follows is the beginning of a sequence that the text cuts off.
 */
size_t utf8_valid(struct str text, bool *partial);

size_t utf8_count(struct str text); /* characters (code points) */

/* The longest start of text with at most `characters` of them. */
struct str utf8_start(struct str text, size_t characters);

#endif
