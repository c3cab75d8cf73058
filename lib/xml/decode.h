/* Bytes of the input to UTF-8, refusing every other encoding. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_DECODE_H
#define XML_DECODE_H

#include "base/str.h"
#include "xml/problem.h"
#include "xml/source.h"

/*
 * UTF-8 (with or without mark) and UTF-16 (with mark) are read; the byte
 * order mark is dropped. A malformed sequence, UTF-16 without its mark,
 * UTF-32 and anything else is W002 at its first bad byte. What the XML
 * declaration says is compared by the guard (declared encoding).
 */
struct decoder {
    enum encoding encoding;
    bool decided;
    size_t kept; /* bytes of an incomplete character in `rest` */
    unsigned char rest[4];
    uint64_t read; /* bytes of input taken in */
};

void decoder_init(struct decoder *decoder);

/* Appends to the source what the bytes say. False at a problem: what came
 * before it has been appended. */
bool decoder_feed(struct decoder *decoder, const unsigned char *bytes,
                  size_t size, struct source *source, struct problem *problem);

/* The end of the input: an incomplete character is a problem. */
bool decoder_end(struct decoder *decoder, struct source *source,
                 struct problem *problem);

#endif
