/* Bytes of the input to UTF-8, refusing every other encoding. */
/* SPDX-License-Identifier: MIT */
#include "xml/decode.h"

#include "base/utf8.h"

#include <string.h>

enum {
    DECIDING_BYTES = 4
};

/* How an input may begin. The longer of two that fit comes first. */
struct beginning {
    const char *bytes;
    size_t length;
    size_t mark; /* bytes of byte order mark to drop */
    enum encoding encoding;
    const char *refused; /* what it is, if it is not read */
};

#define WITHOUT_MARK "UTF-16 without a byte order mark"

static const struct beginning beginnings[] = {
    {"\xFF\xFE\0\0", 4, 0, ENCODING_UTF8, "UTF-32"},
    {"\0\0\xFE\xFF", 4, 0, ENCODING_UTF8, "UTF-32"},
    {"<\0\0\0", 4, 0, ENCODING_UTF8, "UTF-32"},
    {"\0\0\0<", 4, 0, ENCODING_UTF8, "UTF-32"},
    {"\x4C\x6F\xA7\x94", 4, 0, ENCODING_UTF8, "EBCDIC"},
    {"PK\3\4", 4, 0, ENCODING_UTF8, "a ZIP archive"},
    {"\xFD"
     "7zX",
     4, 0, ENCODING_UTF8, "compressed (xz)"},
    {"\x28\xB5\x2F\xFD", 4, 0, ENCODING_UTF8, "compressed (zstd)"},
    {"\xEF\xBB\xBF", 3, 3, ENCODING_UTF8, NULL},
    {"\x1F\x8B", 2, 0, ENCODING_UTF8, "compressed (gzip)"},
    {"\xFF\xFE", 2, 2, ENCODING_UTF16LE, NULL},
    {"\xFE\xFF", 2, 2, ENCODING_UTF16BE, NULL},
    {"<\0", 2, 0, ENCODING_UTF8, WITHOUT_MARK},
    {"\0<", 2, 0, ENCODING_UTF8, WITHOUT_MARK},
    {"", 0, 0, ENCODING_UTF8, NULL},
};

void decoder_init(struct decoder *decoder)
{
    *decoder = (struct decoder){.encoding = ENCODING_UTF8};
}

static const struct beginning *recognise(struct str start)
{
    const struct beginning *is = beginnings;

    while (is->length > start.length ||
           memcmp(is->bytes, start.at, is->length) != 0)
        is++;
    return is;
}

/* W002 at the end of what has been decoded. */
static bool refuse(const struct source *source, struct problem *problem,
                   const char *what)
{
    uint64_t at = source_end(source);

    problem_set(problem, CODE_W002, at, at + 1, "%s", what);
    return false;
}

static bool refuse_bytes(const struct source *source, struct problem *problem,
                         unsigned byte)
{
    uint64_t at = source_end(source);

    problem_set(problem, CODE_W002, at, at + 1,
                "the byte 0x%02X is not UTF-8 here", byte);
    problem_hint(problem, "save the file as UTF-8");
    return false;
}

static bool feed_utf8(struct decoder *decoder, struct str text,
                      struct source *source, struct problem *problem)
{
    bool partial;
    size_t good = utf8_valid(text, &partial);
    struct str rest = {text.at + good, text.length - good};

    source_append(source, (struct str){text.at, good});
    if (rest.length > 0 && !partial)
        return refuse_bytes(source, problem, (unsigned char)rest.at[0]);
    memcpy(decoder->rest, rest.at, rest.length);
    decoder->kept = rest.length;
    return true;
}

/* Completes the character in `rest`; returns how many bytes that took. */
static size_t complete_utf8(struct decoder *decoder, struct str text,
                            struct source *source)
{
    struct str whole = {(const char *)decoder->rest, decoder->kept};
    size_t taken = 0;
    bool partial = true;

    while (partial && taken < text.length) {
        decoder->rest[whole.length++] = (unsigned char)text.at[taken++];
        if (utf8_valid(whole, &partial) == whole.length) {
            source_append(source, whole);
            whole.length = 0;
            break;
        }
    }
    decoder->kept = whole.length;
    return taken;
}

static bool continue_utf8(struct decoder *decoder, struct str text,
                          struct source *source, struct problem *problem)
{
    bool partial = true;
    struct str kept;
    size_t taken;

    if (decoder->kept == 0)
        return feed_utf8(decoder, text, source, problem);
    taken = complete_utf8(decoder, text, source);
    kept = (struct str){(const char *)decoder->rest, decoder->kept};
    if (kept.length > 0) {
        utf8_valid(kept, &partial);
        return partial || refuse_bytes(source, problem, decoder->rest[0]);
    }
    text = (struct str){text.at + taken, text.length - taken};
    return feed_utf8(decoder, text, source, problem);
}

static uint32_t unit(const struct decoder *decoder, size_t at)
{
    const unsigned char *bytes = decoder->rest + at;

    if (decoder->encoding == ENCODING_UTF16LE)
        return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8;
    return (uint32_t)bytes[0] << 8 | (uint32_t)bytes[1];
}

/* Takes the character in `rest` where it is complete. */
static bool take_utf16(struct decoder *decoder, struct source *source,
                       struct problem *problem)
{
    char utf8[4];
    uint32_t point = unit(decoder, 0);
    bool high = point >= 0xD800 && point < 0xDC00;

    if (high && decoder->kept < 4)
        return true;
    if (high) {
        uint32_t low = unit(decoder, 2);
        if (low < 0xDC00 || low > 0xDFFF)
            return refuse(source, problem,
                          "a high surrogate without a low one after it is "
                          "not UTF-16");
        point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
    } else if (point >= 0xDC00 && point < 0xE000) {
        return refuse(source, problem,
                      "a low surrogate without a high one before it is not "
                      "UTF-16");
    }
    source_append(source, (struct str){utf8, utf8_put(point, utf8)});
    decoder->kept = 0;
    return true;
}

static bool continue_utf16(struct decoder *decoder, struct str text,
                           struct source *source, struct problem *problem)
{
    for (size_t i = 0; i < text.length; i++) {
        decoder->rest[decoder->kept++] = (unsigned char)text.at[i];
        if (decoder->kept % 2 == 0 && !take_utf16(decoder, source, problem))
            return false;
    }
    return true;
}

static bool decode(struct decoder *decoder, struct str text,
                   struct source *source, struct problem *problem)
{
    if (decoder->encoding == ENCODING_UTF8)
        return continue_utf8(decoder, text, source, problem);
    return continue_utf16(decoder, text, source, problem);
}

/* Decides by the bytes in `rest`, then decodes what follows the mark. */
static bool decide(struct decoder *decoder, struct source *source,
                   struct problem *problem)
{
    char first[DECIDING_BYTES];
    struct str start = {first, decoder->kept};
    const struct beginning *is;

    memcpy(first, decoder->rest, decoder->kept);
    is = recognise(start);
    decoder->decided = true;
    decoder->encoding = is->encoding;
    decoder->kept = 0;
    source_begin(source, is->encoding, is->mark);
    if (is->refused != NULL) {
        problem_set(problem, CODE_W002, 0, 1,
                    "the input is %s: only UTF-8, and UTF-16 with a byte "
                    "order mark, are read",
                    is->refused);
        return false;
    }
    start = (struct str){first + is->mark, start.length - is->mark};
    return decode(decoder, start, source, problem);
}

bool decoder_feed(struct decoder *decoder, const unsigned char *bytes,
                  size_t size, struct source *source, struct problem *problem)
{
    struct str text = {(const char *)bytes, size};

    decoder->read += size;
    while (!decoder->decided && text.length > 0) {
        decoder->rest[decoder->kept++] = (unsigned char)*text.at++;
        text.length--;
        if (decoder->kept == DECIDING_BYTES &&
            !decide(decoder, source, problem))
            return false;
    }
    return !decoder->decided || decode(decoder, text, source, problem);
}

bool decoder_end(struct decoder *decoder, struct source *source,
                 struct problem *problem)
{
    if (!decoder->decided && !decide(decoder, source, problem))
        return false;
    if (decoder->kept == 0)
        return true;
    return refuse(source, problem, "the input ends within a character");
}
