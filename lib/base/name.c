/* Names of people: when two spellings are the same, or close. */
/* SPDX-License-Identifier: MIT */
#include "base/name.h"

#include "base/suggest.h"
#include "base/utf8.h"

#include <assert.h>
#include <string.h>

#define LONGEST 128  /* characters of a name */
#define FEWEST 5     /* letters of a name that can be close to another */
#define FARTHEST 2   /* edit distance of close ones */
#define MOST_WORDS 8 /* what follows is part of the last one */
#define SPELLING 5   /* bytes of a letter's spelling, with the NUL */

/* Words without anything between them: word i begins at start[i]. */
struct words {
    char text[LONGEST * (SPELLING - 1)];
    size_t start[MOST_WORDS + 1];
    size_t count;
};

struct range {
    uint16_t first, last;
};

static const struct range spaces[] = {
    {'\t', '\r'},     {' ', ' '},       {',', ','},      {0xA0, 0xA0},
    {0x2000, 0x200A}, {0x202F, 0x202F}, {0x3000, 0x3000}};

/* Hyphens, apostrophes, dots, accents on their own, and what is not seen. */
static const struct range ignored[] = {
    {'\'', '\''},     {'-', '.'},       {'`', '`'},       {0xAD, 0xAD},
    {0xB4, 0xB4},     {0x2B9, 0x2BF},   {0x300, 0x36F},   {0x200B, 0x200D},
    {0x2010, 0x2015}, {0x2018, 0x201B}, {0x2032, 0x2032}, {0x2212, 0x2212},
    {0xFEFF, 0xFEFF}};

/* Capitals that lie a fixed step before their small letters. */
static const struct {
    struct range capitals;
    uint16_t step;
} cases[] = {{{'A', 'Z'}, 32},
             {{0xC0, 0xD6}, 32},
             {{0xD8, 0xDE}, 32},
             {{0x400, 0x40F}, 80},
             {{0x410, 0x42F}, 32},
             {{0x18F, 0x18F}, 0x259 - 0x18F},
             {{0x4C0, 0x4C0}, 0x4CF - 0x4C0}};

/* Capitals followed each by its small letter, from the first on. */
static const struct range pairs[] = {
    {0x100, 0x12F}, {0x132, 0x137}, {0x139, 0x148}, {0x14A, 0x177},
    {0x179, 0x17E}, {0x218, 0x21B}, {0x460, 0x481}, {0x48A, 0x4BF},
    {0x4C1, 0x4CE}, {0x4D0, 0x52F}};

/* The small letters from U+00E0 and from U+0100 on without diacritics. */
static const char latin_1[] = "aaaaaaaceeeeiiiidnooooo/ouuuuyty";
static const char latin_a[] =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
    "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

struct letter {
    uint16_t point;
    char spelling[SPELLING];
};

/* Small letters whose plain form the tables above do not give. */
static const struct letter plain_letters[] = {
    {0xDF, "ss"}, {0xE6, "ae"}, {0xFE, "th"}, {0x133, "ij"}, {0x153, "oe"},
    {0x219, "s"}, {0x21B, "t"}, {0x259, "a"}, {0x439, "и"},  {0x450, "е"},
    {0x451, "е"}, {0x453, "г"}, {0x457, "і"}, {0x45C, "к"},  {0x45D, "и"},
    {0x45E, "у"}, {0x4E3, "и"}, {0x4EF, "у"}};

/* Letters that are written in Latin by their sound. */
static const struct letter sound_letters[] = {
    {0xE7, "ch"},  {0x10D, "ch"}, {0x15F, "sh"}, {0x161, "sh"}, {0x163, "ts"},
    {0x17E, "zh"}, {0x219, "sh"}, {0x21B, "ts"}, {0x491, "g"},  {0x493, "g"},
    {0x497, "j"},  {0x49B, "k"},  {0x4A3, "n"},  {0x4AF, "u"},  {0x4B1, "u"},
    {0x4B3, "h"},  {0x4B7, "j"},  {0x4BB, "h"},  {0x4D9, "a"},  {0x4E3, "i"},
    {0x4E9, "o"},  {0x4EF, "u"}};

/* Cyrillic from U+0430 to U+045F. */
static const char cyrillic[][SPELLING] = {
    "a",  "b",    "v", "g", "d", "e", "zh", "z",  "i", "y",  "k",  "l",
    "m",  "n",    "o", "p", "r", "s", "t",  "u",  "f", "kh", "ts", "ch",
    "sh", "shch", "",  "y", "",  "e", "yu", "ya", "e", "yo", "dj", "g",
    "ye", "dz",   "i", "i", "y", "l", "n",  "ch", "k", "i",  "u",  "dzh"};

/* What sounds alike is written alike; the longer ones come first. */
static const struct {
    char from[5], to[4];
} sounds[] = {{"nder", "ndr"}, {"schi", "ski"}, {"shch", "S"}, {"dzh", "J"},
              {"sch", "S"},    {"tch", "C"},    {"tsh", "tS"}, {"tzh", "tJ"},
              {"ce", "Ce"},    {"ch", "C"},     {"ci", "Ci"},  {"ck", "k"},
              {"cy", "Ci"},    {"dj", "J"},     {"ea", "a"},   {"gh", "g"},
              {"kh", "h"},     {"ph", "f"},     {"sh", "S"},   {"th", "t"},
              {"ts", "C"},     {"tz", "C"},     {"zh", "J"},   {"c", "k"},
              {"j", "J"},      {"q", "k"},      {"w", "v"},    {"x", "ks"}};

static const char *const patronymics[] = {
    "ich", "ych", "ovna", "evna", "ivna", "ichna", "ogly", "kyzy",
    "ич",  "іч",  "овна", "евна", "івна", "ична",  "оглы", "кызы"};

/* "Son of" and "daughter of", after the father's name. */
static const char *const relations[] = {"oglu", "ogly", "uulu", "kyzy",
                                        "kizi", "qizi", "gyzy", "оглу",
                                        "оглы", "уулу", "кызы", "гызы"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool in_ranges(const struct range *ranges, size_t count, uint32_t point)
{
    for (size_t i = 0; i < count; i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return true;
    return false;
}

/* a to z and A to Z, а to я and А to Я: what no other table need be asked
 * about. */
static bool is_common(uint32_t point)
{
    return (point >= 0x410 && point <= 0x44F) ||
           ((point | 0x20) >= 'a' && (point | 0x20) <= 'z');
}

static uint32_t small_letter(uint32_t point)
{
    if (is_common(point))
        return point < 0x80 ? point | 0x20 : point < 0x430 ? point + 32 : point;
    if (point == 0x130 || point == 0x178)
        return point == 0x130 ? 'i' : 0xFF;
    for (size_t i = 0; i < COUNT(cases); i++)
        if (in_ranges(&cases[i].capitals, 1, point))
            return point + cases[i].step;
    for (size_t i = 0; i < COUNT(pairs); i++)
        if (in_ranges(&pairs[i], 1, point))
            return point + ((point - pairs[i].first) % 2 == 0);
    return point;
}

static const char *find_letter(const struct letter *letters, size_t count,
                               uint32_t point)
{
    for (size_t i = 0; i < count; i++)
        if (letters[i].point == point)
            return letters[i].spelling;
    return NULL;
}

/* A small letter without its diacritic. */
static void spell_plain(uint32_t point, char out[static SPELLING])
{
    const char *found =
        point < 0x80 ? NULL
                     : find_letter(plain_letters, COUNT(plain_letters), point);

    memset(out, 0, SPELLING);
    if (found != NULL)
        strcpy(out, found);
    else if (point >= 0xE0 && point <= 0xFF && point != 0xF7)
        out[0] = latin_1[point - 0xE0];
    else if (point >= 0x100 && point <= 0x17F)
        out[0] = latin_a[point - 0x100];
    else
        utf8_put(point, out);
}

/* A small letter as it sounds, in Latin. */
static void spell_sound(uint32_t point, char out[static SPELLING])
{
    const char *found = NULL;

    if (point >= 0x430 && point <= 0x45F)
        found = cyrillic[point - 0x430];
    else if (point >= 0x80)
        found = find_letter(sound_letters, COUNT(sound_letters), point);
    if (found == NULL)
        spell_plain(point, out);
    else
        strcpy(out, found);
}

static struct str word_at(const struct words *words, size_t index)
{
    return (struct str){words->text + words->start[index],
                        words->start[index + 1] - words->start[index]};
}

static size_t whole_length(const struct words *words)
{
    return words->start[words->count];
}

static void begin_word(struct words *words)
{
    if (words->count == MOST_WORDS)
        return;
    words->start[words->count + 1] = whole_length(words);
    words->count++;
}

static void add_text(struct words *words, const char *text)
{
    size_t length = strlen(text);

    memcpy(words->text + whole_length(words), text, length);
    words->start[words->count] += length;
}

/* Counted as they are read, for malformed text too. */
static bool fits(struct str text)
{
    size_t size, count = 0;

    for (; text.length > 0 && count <= LONGEST; count++) {
        utf8_decode(text, &size);
        text = (struct str){text.at + size, text.length - size};
    }
    return count <= LONGEST;
}

/* Of a text that fits, all spellings do. */
static void read_words(struct str text, struct words *words,
                       void (*spell)(uint32_t, char *))
{
    bool within = false;
    char spelling[SPELLING];
    size_t size;

    words->count = words->start[0] = 0;
    for (; text.length > 0; text.at += size, text.length -= size) {
        uint32_t point = utf8_decode(text, &size);
        bool common = is_common(point);
        bool space = !common && in_ranges(spaces, COUNT(spaces), point);

        within = within && !space;
        if (space || (!common && in_ranges(ignored, COUNT(ignored), point)))
            continue;
        if (!within)
            begin_word(words);
        within = true;
        spell(small_letter(point), spelling);
        add_text(words, spelling);
    }
}

static bool is_relation(struct str word)
{
    for (size_t i = 0; i < COUNT(relations); i++)
        if (str_is(word, relations[i]))
            return true;
    return false;
}

static bool is_patronymic(struct str word)
{
    for (size_t i = 0; i < COUNT(patronymics); i++) {
        size_t length = strlen(patronymics[i]);

        if (word.length > length &&
            memcmp(word.at + word.length - length, patronymics[i], length) == 0)
            return true;
    }
    return false;
}

static void drop_words(struct words *words, size_t from, size_t end)
{
    size_t to = words->start[from], rest = words->start[end];
    size_t length = whole_length(words) - rest;

    memmove(words->text + to, words->text + rest, length);
    for (size_t i = end; i <= words->count; i++)
        words->start[from + i - end] = words->start[i] - (rest - to);
    words->count -= end - from;
}

/*
 * A patronymic follows the given name, wherever the family name stands: so
 * the first word is none, and a family name in -ich comes after it or first.
 * A father's name before "oglu" may be two words ("Ali Rza").
 */
static void drop_patronymic(struct words *words)
{
    for (size_t i = 1; words->count >= 3 && i < words->count; i++) {
        size_t given = i + 1 == words->count && i > 2 ? 1 : 0;

        if (is_relation(word_at(words, i))) {
            if (words->count - (i - given) >= 2)
                drop_words(words, given + 1, i + 1);
            return;
        }
        if (i + 1 < words->count && is_relation(word_at(words, i + 1)))
            continue;
        if (is_patronymic(word_at(words, i))) {
            drop_words(words, i, i + 1);
            return;
        }
    }
}

/* What stands for the sound at the start of text; its length in *size. */
static const char *next_sound(const char *text, size_t length, size_t *size,
                              char one[static 2])
{
    for (size_t i = 0; i < COUNT(sounds); i++) {
        if (text[0] != sounds[i].from[0])
            continue;
        *size = strlen(sounds[i].from);
        if (*size <= length && memcmp(text, sounds[i].from, *size) == 0)
            return sounds[i].to;
    }
    *size = 1;
    one[0] = text[0] == 'y' ? 'i' : text[0];
    one[1] = '\0';
    if (one[0] == 'i' && length > 1 && strchr("aeiouy", text[1]) != NULL)
        one[0] = '\0';
    return one;
}

/* ya, ia and a are one, as are y, i and yi; no letter stands twice. */
static void add_sounds(struct words *out, struct str word)
{
    char one[2], letter[2] = {0}, last = '\0';
    size_t size;

    for (size_t at = 0; at < word.length; at += size) {
        const char *sound =
            next_sound(word.at + at, word.length - at, &size, one);

        for (; *sound != '\0'; sound++) {
            letter[0] = *sound;
            if (*sound != last)
                add_text(out, letter);
            last = *sound;
        }
    }
}

static void read_plain(struct str text, struct words *words)
{
    read_words(text, words, spell_plain);
    drop_patronymic(words);
}

static void read_sounds(struct str text, struct words *words)
{
    struct words spelled;

    read_words(text, &spelled, spell_sound);
    drop_patronymic(&spelled);
    words->count = words->start[0] = 0;
    for (size_t i = 0; i < spelled.count; i++) {
        begin_word(words);
        add_sounds(words, word_at(&spelled, i));
    }
}

/* The distance of b from a, whichever of a's words comes first. */
static unsigned turned_distance(const struct words *a, const struct words *b)
{
    struct str other = {b->text, whole_length(b)};
    size_t length = whole_length(a);
    unsigned best = FARTHEST + 1;
    char turned[sizeof a->text];

    if (length == 0 || other.length == 0)
        return best;
    for (size_t i = 0; i < a->count && best > 0; i++) {
        struct str name = {turned, length};
        size_t start = a->start[i];
        unsigned distance;

        memcpy(turned, a->text + start, length - start);
        memcpy(turned + length - start, a->text, start);
        distance = edit_distance(name, other, FARTHEST);
        best = distance < best ? distance : best;
    }
    return best;
}

/* Words may be parted in one name and joined in the other: turn either. */
static unsigned words_distance(const struct words *a, const struct words *b)
{
    unsigned one = turned_distance(a, b), other = turned_distance(b, a);

    return one < other ? one : other;
}

/* Whether they are the same words, whichever of a's comes first. */
static bool words_equal(const struct words *a, const struct words *b)
{
    size_t length = whole_length(a);

    for (size_t i = 0; length == whole_length(b) && i < a->count; i++) {
        size_t start = a->start[i], rest = length - start;

        if (memcmp(a->text + start, b->text, rest) == 0 &&
            memcmp(a->text, b->text + rest, start) == 0)
            return true;
    }
    return false;
}

static bool long_enough(const struct words *a)
{
    return utf8_count((struct str){a->text, whole_length(a)}) >= FEWEST;
}

enum name_match name_compare(struct str a, struct str b)
{
    struct words one, other;
    unsigned distance;

    if (str_equal(a, b))
        return NAME_SAME;
    if (!fits(a) || !fits(b))
        return NAME_OTHER;
    read_plain(a, &one);
    read_plain(b, &other);
    if (words_equal(&one, &other))
        return NAME_SAME;
    distance = words_distance(&one, &other);
    if (!long_enough(&one) || !long_enough(&other))
        return NAME_OTHER;
    if (distance <= FARTHEST)
        return NAME_CLOSE;
    read_sounds(a, &one);
    read_sounds(b, &other);
    return words_distance(&one, &other) <= FARTHEST ? NAME_CLOSE : NAME_OTHER;
}

bool name_same(struct str a, struct str b)
{
    struct words one, other;

    if (str_equal(a, b))
        return true;
    if (!fits(a) || !fits(b))
        return false;
    read_plain(a, &one);
    read_plain(b, &other);
    return words_equal(&one, &other);
}

/* False where nothing but the bytes of the name can be compared. */
static bool read_form(struct str name, struct words *words)
{
    if (!fits(name))
        return false;
    read_plain(name, words);
    return words->count > 0;
}

struct str name_form(struct str name, char room[static NAME_FORM])
{
    struct words words;

    static_assert(sizeof words.text <= NAME_FORM, "a form has room");
    if (!read_form(name, &words))
        return name;
    memcpy(room, words.text, whole_length(&words));
    return (struct str){room, whole_length(&words)};
}

void name_each_turn(struct str name,
                    void (*visit)(void *context, struct str form),
                    void *context)
{
    struct words words;
    char turned[sizeof words.text];

    if (!read_form(name, &words)) {
        visit(context, name);
        return;
    }
    for (size_t i = 0; i < words.count; i++) {
        size_t start = words.start[i], rest = whole_length(&words) - start;

        memcpy(turned, words.text + start, rest);
        memcpy(turned + rest, words.text, start);
        visit(context, (struct str){turned, start + rest});
    }
}
