/* Compares names of people as readers do, not as bytes. */
/* SPDX-License-Identifier: MIT */
#include "base/name.h"

#include "base/letter.h"
#include "base/suggest.h"
#include "base/utf8.h"

#include <string.h>

enum {
    LONGEST = 128,
    WORDS = LONGEST / 2 + 1
};

/* The letters of all words, one after the other. */
struct name {
    uint32_t at[LONGEST];
    size_t length;
    size_t start[WORDS + 1]; /* of each word; the end of the last one */
    size_t count;
};

static bool add_letter(struct name *name, uint32_t letter)
{
    if (name->length == LONGEST)
        return false;
    name->at[name->length++] = letter;
    return true;
}

/* Ends a word where one has begun. */
static void end_word(struct name *name)
{
    if (name->length == name->start[name->count])
        return;
    name->count++;
    name->start[name->count] = name->length;
}

/* False where the name is too long to compare. */
static bool read_name(struct str text, struct name *name)
{
    name->length = name->count = name->start[0] = 0;
    while (text.length > 0) {
        size_t size;
        uint32_t letter = letter_fold(utf8_decode(text, &size));

        if (letter == ' ')
            end_word(name);
        else if (letter != 0 && !add_letter(name, letter))
            return false;
        text.at += size;
        text.length -= size;
    }
    end_word(name);
    return name->count > 0;
}

static void drop_word(struct name *name, size_t word)
{
    size_t from = name->start[word], to = name->start[word + 1];

    memmove(name->at + from, name->at + to,
            (name->length - to) * sizeof name->at[0]);
    name->length -= to - from;
    name->count--;
    for (size_t i = word + 1; i <= name->count; i++)
        name->start[i] = name->start[i + 1] - (to - from);
}

/* Whether the word ends with one of the endings, after `least` letters. */
static bool ends_with(const struct name *name, size_t word,
                      const char *const endings[], size_t least)
{
    for (size_t i = 0; endings[i] != NULL; i++) {
        struct str rest = str_of(endings[i]);
        size_t letters = utf8_count(rest);
        size_t at = name->start[word + 1] - letters;
        bool same = name->start[word] + letters + least <=
                    name->start[word + 1];

        while (same && rest.length > 0) {
            size_t size;

            same = utf8_decode(rest, &size) == name->at[at++];
            rest.at += size;
            rest.length -= size;
        }
        if (same)
            return true;
    }
    return false;
}

/* Ильхам Гейдар оглы Алиев: the father's name, and a word for son of. */
static void drop_son_of(struct name *name)
{
    static const char *const words[] = {
        "ogly",  "oglu",  "ogli",  "oghlu", "oghly", "ugli",  "ughli", "uulu",
        "uly",   "kyzy",  "kizi",  "qizi",  "qyzy",  "gizi",  "оглы",  "оглу",
        "огли",  "угли",  "уулу",  "улы",   "кызы",  "кизи",  "гызы",  NULL};

    for (size_t i = 2; name->count >= 4 && i < name->count; i++)
        if (ends_with(name, i, words, 0)) {
            drop_word(name, i);
            drop_word(name, i - 1);
        }
}

/* Владимир Владимирович Путин, or Путин Владимир Владимирович. */
static void drop_patronymic(struct name *name)
{
    static const char *const endings[] = {"ich",  "ovna", "evna", "ichna",
                                          "ич",   "овна", "евна", "ична",
                                          NULL};

    drop_son_of(name);
    if (name->count != 3)
        return;
    if (ends_with(name, 1, endings, 2))
        drop_word(name, 1);
    else if (ends_with(name, 2, endings, 2))
        drop_word(name, 2);
}

/* Spellings of one sound in Latin; the first that fits is taken. */
static const struct sound {
    const char *spelling;
    const char *plain;
} sounds[] = {{"dzh", "j"}, {"tch", "C"}, {"zh", "j"}, {"dj", "j"},
              {"kh", "h"},  {"gh", "g"},  {"sh", "S"}, {"ch", "C"},
              {"ph", "f"},  {"th", "t"},  {"ck", "k"}, {"tz", "ts"},
              {"c", "k"},   {"q", "k"},   {"w", "v"},  {"x", "ks"},
              {"y", "i"}};

/* One word in Latin letters, before its sounds are made plain. */
struct spelling {
    char at[4 * LONGEST];
    size_t length;
};

/* Letters of other scripts stand as '?': they tell nothing apart. */
static void spell_word(const struct name *name, size_t word,
                       struct spelling *spelling)
{
    spelling->length = 0;
    for (size_t i = name->start[word]; i < name->start[word + 1]; i++) {
        const char ascii[] = {name->at[i] < 0x80 ? (char)name->at[i] : '?',
                              '\0'};
        const char *latin = letter_latin(name->at[i]);
        struct str text = str_of(latin != NULL ? latin : ascii);

        memcpy(spelling->at + spelling->length, text.at, text.length);
        spelling->length += text.length;
    }
}

static bool is_vowel(uint32_t letter)
{
    return letter != 0 && letter < 0x80 && strchr("aeiou", (int)letter) != NULL;
}

/*
 * Double letters are one, and the y of "Yeltsin" and "Tokayev", which
 * Cyrillic does not write, is none.
 */
static bool add_sound(struct name *name, char sound)
{
    size_t first = name->start[name->count], length = name->length - first;
    uint32_t *last = name->at + name->length;

    if (sound == 'e' && length > 0 && last[-1] == 'i' &&
        (length == 1 || is_vowel(last[-2]))) {
        name->length--;
        return add_sound(name, sound);
    }
    if (length > 0 && last[-1] == (uint32_t)sound)
        return true;
    return add_letter(name, (uint32_t)sound);
}

/* Adds the sound that the text begins with; how many bytes spell it. */
static size_t take_sound(struct name *name, struct str text, bool *fits)
{
    size_t count = sizeof sounds / sizeof sounds[0];

    for (size_t i = 0; i < count; i++) {
        if (!str_starts(text, str_of(sounds[i].spelling)))
            continue;
        for (const char *c = sounds[i].plain; *c != '\0'; c++)
            *fits = *fits && add_sound(name, *c);
        return strlen(sounds[i].spelling);
    }
    *fits = *fits && add_sound(name, text.at[0]);
    return 1;
}

/* The name as it sounds, whatever script and scheme it was written in. */
static bool sound_name(const struct name *from, struct name *to)
{
    bool fits = true;

    to->length = to->count = to->start[0] = 0;
    for (size_t word = 0; word < from->count; word++) {
        struct spelling spelling;
        size_t at = 0;

        spell_word(from, word, &spelling);
        while (at < spelling.length)
            at += take_sound(to,
                             (struct str){spelling.at + at,
                                          spelling.length - at},
                             &fits);
        end_word(to);
    }
    return fits;
}

/* Writes the name with its words in turn from the given one on. */
static struct str write_name(const struct name *name, size_t word,
                             char out[static 4 * LONGEST])
{
    struct str text = {out, 0};

    for (size_t i = 0; i < name->length; i++) {
        size_t at = (name->start[word] + i) % name->length;

        text.length += utf8_encode(name->at[at], out + text.length);
    }
    return text;
}

/* How far they are apart in the order that fits best; limit + 1 if more. */
static unsigned distance(const struct name *a, const struct name *b,
                         unsigned limit)
{
    char one[4 * LONGEST], two[4 * LONGEST];
    struct str other = write_name(b, 0, two);
    unsigned best = limit + 1;

    for (size_t word = 0; word < a->count && best > 0; word++)
        best = edit_distance(write_name(a, word, one), other, best - 1);
    return best;
}

/* Short names may differ less: two letters can be most of them. */
static unsigned most_edits(const struct name *a, const struct name *b)
{
    size_t longer = a->length > b->length ? a->length : b->length;

    return longer >= 8 ? 2 : longer >= 4 ? 1 : 0;
}

static bool sounds_close(const struct name *a, const struct name *b)
{
    struct name one, two;

    if (!sound_name(a, &one) || !sound_name(b, &two) || one.length == 0 ||
        two.length == 0)
        return false;
    return distance(&one, &two, most_edits(&one, &two)) <=
           most_edits(&one, &two);
}

/* A middle name that only one of them has does not make them differ. */
static bool close_without_middle(struct name *a, struct name *b)
{
    if (a->count == 3 && b->count == 2)
        drop_word(a, 1);
    else if (a->count == 2 && b->count == 3)
        drop_word(b, 1);
    else
        return false;
    return sounds_close(a, b);
}

enum name_match name_compare(struct str a, struct str b)
{
    struct name one, two;
    unsigned apart, most;

    if (str_equal(a, b))
        return NAME_SAME;
    if (!read_name(a, &one) || !read_name(b, &two))
        return NAME_OTHER;
    drop_patronymic(&one);
    drop_patronymic(&two);
    most = most_edits(&one, &two);
    apart = distance(&one, &two, most);
    if (apart == 0)
        return NAME_SAME;
    if (apart <= most || sounds_close(&one, &two) ||
        close_without_middle(&one, &two))
        return NAME_CLOSE;
    return NAME_OTHER;
}
