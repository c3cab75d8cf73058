/* Tables of letters: how to fold them, and how to write them in Latin. */
/* SPDX-License-Identifier: MIT */
#include "base/letter.h"

#include <stdbool.h>
#include <stddef.h>

/* U+00C0 to U+017F: Latin-1 and Latin Extended-A. */
static const char latin[] = "aaaaaaaceeeeiiiidnooooo ouuuuyts"
                            "aaaaaaaceeeeiiiidnooooo ouuuuyty"
                            "aaaaaaccccccccddddeeeeeeeeeegggg"
                            "gggghhhhiiiiiiiiiiiijjkkklllllll"
                            "lllnnnnnnnnnoooooooorrrrrrssssss"
                            "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* U+0430 to U+045F, folded: Russian, Ukrainian, Belarusian, Serbian. */
static const char *const cyrillic[] = {
    "a", "b", "v",  "g", "d",  "e",  "zh", "z",    "i", "i",  "k",  "l",
    "m", "n", "o",  "p", "r",  "s",  "t",  "u",    "f", "kh", "ts", "ch",
    "sh", "shch", "", "i", "", "e",  "yu", "ya",   "e", "e",  "dj", "g",
    "e", "dz", "i", "i", "j",  "l",  "n",  "c",    "k", "i",  "u",  "dzh"};

struct letter {
    uint32_t point;
    const char *latin;
};

/* Letters of the Turkic and Iranian languages, folded. */
static const struct letter others[] = {
    {0x0491, "g"}, {0x0493, "g"}, {0x0497, "j"}, {0x049B, "k"},
    {0x049D, "g"}, {0x04A1, "k"}, {0x04A3, "n"}, {0x04A5, "n"},
    {0x04AF, "u"}, {0x04B1, "u"}, {0x04B3, "h"}, {0x04B7, "j"},
    {0x04B9, "j"}, {0x04BB, "h"}, {0x04D9, "a"}, {0x04E3, "i"},
    {0x04E9, "o"}, {0x04EF, "u"}};

static bool within(uint32_t point, uint32_t first, uint32_t last)
{
    return point >= first && point <= last;
}

/* Accents that stand alone, hyphens, apostrophes, dots. */
static bool is_mark(uint32_t point)
{
    return point == '-' || point == '\'' || point == '.' || point == '`' ||
           point == 0xAD || point == 0xB4 || point == 0xB7 ||
           within(point, 0x02B0, 0x036F) || within(point, 0x200B, 0x200F) ||
           within(point, 0x2010, 0x2015) || within(point, 0x2018, 0x201B) ||
           point == 0x2032;
}

static bool is_space(uint32_t point)
{
    return within(point, 0x09, 0x0D) || point == ' ' || point == ',' ||
           point == 0xA0 || within(point, 0x2000, 0x200A) || point == 0x202F;
}

static uint32_t fold_cyrillic(uint32_t point)
{
    if (within(point, 0x0410, 0x042F))
        point += 0x20;
    else if (within(point, 0x0400, 0x040F))
        point += 0x50;
    else if (within(point, 0x048A, 0x04BF) || within(point, 0x04D0, 0x052F))
        point |= 1; /* capital and small letter by turns */
    if (point == 0x0450 || point == 0x0451)
        return 0x0435;
    return point == 0x045D ? 0x0438 : point;
}

uint32_t letter_fold(uint32_t point)
{
    if (within(point, 'A', 'Z'))
        return point + ('a' - 'A');
    if (is_mark(point))
        return 0;
    if (is_space(point))
        return ' ';
    if (within(point, 0xC0, 0x17F))
        return (unsigned char)latin[point - 0xC0];
    if (point == 0x018F || point == 0x0259) /* ə */
        return 'a';
    if (point == 0x0218 || point == 0x0219)
        return 's';
    if (point == 0x021A || point == 0x021B)
        return 't';
    return within(point, 0x0400, 0x052F) ? fold_cyrillic(point) : point;
}

const char *letter_latin(uint32_t folded)
{
    if (within(folded, 0x0430, 0x045F))
        return cyrillic[folded - 0x0430];
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (others[i].point == folded)
            return others[i].latin;
    return NULL;
}
