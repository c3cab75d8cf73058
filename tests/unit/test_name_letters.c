/* What each character is in a name: a space, nothing, or a letter and how it
 * is spelled; looked at one by one, over all that names of the CIS may have. */
/* SPDX-License-Identifier: MIT */
#include "base/name.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <wctype.h>

enum {
    END = 0x3100 /* of what is looked at; what comes later stands for itself */
};

static const char spaces[] =
    "\t\n\v\f\r ,\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200A\u202F\u3000";

/* And the accents on their own, from U+02B9 on, and the combining ones. */
static const char ignored[] =
    "'-.`\u00AD\u00B4\u200B\u200C\u200D\u2010\u2011\u2012\u2013\u2014\u2015"
    "\u2018\u2019\u201A\u201B\u2032\u2212";

static const char *spell(uint32_t point)
{
    static char text[5];

    memset(text, 0, sizeof text);
    utf8_put(point, text);
    return text;
}

/* A surrogate is no character. */
static bool exists(uint32_t point)
{
    return point != 0 && (point < 0xD800 || point > 0xDFFF);
}

static bool same(const char *a, const char *b)
{
    return name_same(str_of(a), str_of(b));
}

static void knows_spaces(void **state)
{
    char name[32];

    (void)state;
    for (uint32_t point = 1; point < END; point++) {
        snprintf(name, sizeof name, "anna%skarenina", spell(point));
        if (same(name, "karenina anna") !=
            (strstr(spaces, spell(point)) != NULL))
            fail_msg("U+%04X", (unsigned)point);
    }
}

static void ignores_marks(void **state)
{
    char name[32];

    (void)state;
    for (uint32_t point = 1; point < 0x10000; point++) {
        bool expected = (point >= 0x2B9 && point <= 0x2BF) ||
                        (point >= 0x300 && point <= 0x36F) || point == 0xFEFF;

        if (!exists(point))
            continue;
        /* a space does not make two names of one, either */
        expected = expected || strstr(ignored, spell(point)) != NULL ||
                   strstr(spaces, spell(point)) != NULL;
        snprintf(name, sizeof name, "an%sna", spell(point));
        if (same(name, "anna") != expected)
            fail_msg("U+%04X", (unsigned)point);
    }
}

/* As the C library folds them; what it has no small letter for is its own. */
static void folds_capitals(void **state)
{
    char capital[16], small[16];

    (void)state;
    for (uint32_t point = 1; point < 0x530; point++) {
        uint32_t folded = (uint32_t)towlower((wint_t)point);

        /* Croatian digraphs, letters of phonetics and of Greek */
        if ((point >= 0x180 && point < 0x218 && point != 0x18F) ||
            (point >= 0x21C && point < 0x400))
            continue;
        snprintf(capital, sizeof capital, "an%s", spell(point));
        snprintf(small, sizeof small, "an%s", spell(folded));
        if (!same(capital, small))
            fail_msg("U+%04X and U+%04X", (unsigned)point, (unsigned)folded);
    }
}

struct spelling {
    const char *letter, *spelling;
};

/* Two small letters are one only by this table. */
static const struct spelling plain[] = {
    {"ß", "ss"}, {"æ", "ae"}, {"þ", "th"}, {"ĳ", "ij"}, {"œ", "oe"},
    {"ș", "s"},  {"ț", "t"},  {"ə", "a"},  {"й", "и"},  {"ѐ", "е"},
    {"ё", "е"},  {"ѓ", "г"},  {"ї", "і"},  {"ќ", "к"},  {"ѝ", "и"},
    {"ў", "у"},  {"ӣ", "и"},  {"ӯ", "у"},  {"ä", "a"},  {"ÿ", "y"},
    {"ā", "a"},  {"ſ", "s"},  {"ø", "o"},  {"ž", "z"},  {"ñ", "n"}};

static void spells_plain(void **state)
{
    char one[64], other[64];

    (void)state;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        snprintf(one, sizeof one, "к%sм", plain[i].letter);
        snprintf(other, sizeof other, "к%sм", plain[i].spelling);
        if (!same(one, other))
            fail_msg("%s is not %s", one, other);
    }
}

static bool has_plain_form(uint32_t point)
{
    const char *letter = spell((uint32_t)towlower((wint_t)point));

    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (strcmp(plain[i].letter, letter) == 0)
            return true;
    return false;
}

/* All other letters of Cyrillic stand for themselves. */
static void keeps_letters_apart(void **state)
{
    char one[16], other[16];

    (void)state;
    for (uint32_t a = 0x430; a < 0x530; a++)
        for (uint32_t b = a + 1; b < 0x530; b++) {
            if (towlower((wint_t)a) == towlower((wint_t)b) ||
                has_plain_form(a) || has_plain_form(b) ||
                !iswalpha((wint_t)a) || !iswalpha((wint_t)b))
                continue;
            snprintf(one, sizeof one, "к%sм", spell(a));
            snprintf(other, sizeof other, "к%sм", spell(b));
            if (same(one, other))
                fail_msg("U+%04X and U+%04X", (unsigned)a, (unsigned)b);
        }
}

/* Three of a letter, so that no distance of two makes up for them. */
static const struct spelling sounds[] = {
    {"ç", "ch"},  {"č", "ch"}, {"ş", "sh"}, {"š", "sh"},   {"ţ", "ts"},
    {"ž", "zh"},  {"ș", "sh"}, {"ț", "ts"}, {"ґ", "g"},    {"ғ", "g"},
    {"җ", "j"},   {"қ", "k"},  {"ң", "n"},  {"ү", "u"},    {"ұ", "u"},
    {"ҳ", "h"},   {"ҷ", "j"},  {"һ", "h"},  {"ә", "a"},    {"ӣ", "i"},
    {"ө", "o"},   {"ӯ", "u"},  {"б", "b"},  {"щ", "shch"}, {"ю", "yu"},
    {"џ", "dzh"}, {"є", "ye"}};

static void spells_sounds(void **state)
{
    char one[64], other[64];

    (void)state;
    for (size_t i = 0; i < sizeof sounds / sizeof *sounds; i++) {
        snprintf(one, sizeof one, "%1$sra%1$slo%1$sm", sounds[i].letter);
        snprintf(other, sizeof other, "%1$sra%1$slo%1$sm", sounds[i].spelling);
        if (name_compare(str_of(one), str_of(other)) == NAME_OTHER)
            fail_msg("%s does not sound like %s", one, other);
    }
}

static int begin(void **state)
{
    (void)state;
    return setlocale(LC_CTYPE, "C.UTF-8") == NULL;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_spaces),        cmocka_unit_test(ignores_marks),
        cmocka_unit_test(folds_capitals),      cmocka_unit_test(spells_plain),
        cmocka_unit_test(keeps_letters_apart), cmocka_unit_test(spells_sounds),
    };

    return cmocka_run_group_tests(tests, begin, NULL);
}
