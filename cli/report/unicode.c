/* UTF-8 as it is shown: code points, their width, and what must not show. */
/* SPDX-License-Identifier: MIT */
#include "unicode.h"

#define LENGTH(array) (sizeof(array) / sizeof *(array))

struct range {
    uint32_t first;
    uint32_t last;
};

/* What goes on, or into, the character before. */
static const struct range combining[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD},   {0x05BF, 0x05BF},
    {0x05C1, 0x05C2}, {0x05C4, 0x05C5}, {0x05C7, 0x05C7},   {0x0610, 0x061A},
    {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC},   {0x06DF, 0x06E4},
    {0x06E7, 0x06E8}, {0x06EA, 0x06ED}, {0x0900, 0x0902},   {0x093C, 0x093C},
    {0x0941, 0x0948}, {0x094D, 0x094D}, {0x0E31, 0x0E31},   {0x0E34, 0x0E3A},
    {0x0E47, 0x0E4E}, {0x1AB0, 0x1ACE}, {0x1DC0, 0x1DFF},   {0x200B, 0x200F},
    {0x20D0, 0x20F0}, {0x2DE0, 0x2DFF}, {0x302A, 0x302D},   {0x3099, 0x309A},
    {0xA66F, 0xA672}, {0xA674, 0xA67D}, {0xA69E, 0xA69F},   {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

/* East Asian wide and full-width characters, and emoji. */
static const struct range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},
    {0x23E9, 0x23EC},   {0x25FD, 0x25FE},   {0x2614, 0x2615},
    {0x26AA, 0x26AB},   {0x2705, 0x2705},   {0x274C, 0x274C},
    {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2E80, 0x303E},
    {0x3041, 0x3247},   {0x3250, 0x4DBF},   {0x4E00, 0xA4C6},
    {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE10, 0xFE19},   {0xFE30, 0xFE6B},   {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x16FE0, 0x18CD5}, {0x1B000, 0x1B2FB},
    {0x1F1E6, 0x1F1FF}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

static bool in_ranges(const struct range *ranges, size_t count, uint32_t point)
{
    for (size_t i = 0; i < count && ranges[i].first <= point; i++) {
        if (point <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

/* How many bytes follow a first byte, or -1 where none may begin with it. */
static int bytes_after(unsigned char first)
{
    if (first < 0x80) {
        return 0;
    }
    if (first < 0xC2 || first > 0xF4) {
        return -1;
    }
    return first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
}

struct glyph glyph_at(const char *text)
{
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    const struct glyph malformed = {0xFFFD, 1, true};
    const unsigned char first = (unsigned char)text[0];
    const int more = bytes_after(first);

    if (more <= 0) {
        return more == 0 ? (struct glyph){first, 1, false} : malformed;
    }
    uint32_t point = first & (0x3Fu >> more);
    for (int i = 1; i <= more; i++) {
        const unsigned char byte = (unsigned char)text[i];
        if ((byte & 0xC0) != 0x80) {
            return malformed;
        }
        point = point << 6 | (byte & 0x3F);
    }
    if (point < least[more] || point > 0x10FFFF ||
        (point >= 0xD800 && point <= 0xDFFF)) {
        return malformed;
    }
    return (struct glyph){point, (size_t)more + 1, false};
}

int glyph_width(uint32_t point)
{
    if (point < 0x300) {
        return 1;
    }
    if (in_ranges(combining, LENGTH(combining), point)) {
        return 0;
    }
    return in_ranges(wide, LENGTH(wide), point) ? 2 : 1;
}

bool glyph_acts(uint32_t point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0) ||
           (point >= 0x200E && point <= 0x200F) ||
           (point >= 0x2028 && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069);
}
