/* Seeded choices: names, and values that types draw the line at. */
/* SPDX-License-Identifier: MIT */
#include "mutate.h"

#include <stdlib.h>
#include <string.h>

const char *words_choose(struct chance *chance, const struct words *words)
{
    return words->count > 0 ? words->at[chance_below(chance, words->count)]
                            : "x";
}

/* What types draw the line at. */
static const char *const edges[] = {
    "",
    " ",
    "0",
    "1",
    "-1",
    "+1",
    "00",
    "01",
    "99999",
    "100000",
    "099999",
    "2.0",
    "1e3",
    "true",
    "false",
    "TRUE",
    "1.0",
    "1.00",
    "1.99",
    "2.1",
    "1.",
    "1991",
    "1990",
    "1991-12",
    "1991-11",
    "1991-12-07",
    "1991-12-06",
    "1000",
    "0999",
    "1000-01",
    "0999-12",
    "1000-01-01",
    "0999-12-31",
    "9999-12-31",
    "10000-01-01",
    "2024-02-29",
    "2023-02-29",
    "2000-02-29",
    "1900-02-29",
    "2024-13",
    "2024-00",
    "2024-12-00",
    "2024-04-31",
    "2024-10-08Z",
    "2024-10-08+03:00",
    "2024-10Z",
    "2024Z",
    "0000",
    "0000-01-01",
    "-2024",
    "2024-1-1",
    "24-01-01",
    "2024-10-08T10:00:00",
    "00:00:00",
    "23:59:59",
    "24:00:00",
    "23:59:60",
    "12:00",
    "12:00:00Z",
    "12:00:00.5",
    "a",
    "a-b",
    "a--b",
    "a-",
    "-a",
    "A",
    "a_b",
    "1a",
    "a.b",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmn",
    "RU",
    "ru",
    "SU",
    "ZZ",
    "en",
    "en-GB",
    "english-",
    "abcdefghi",
    "e",
    "zh-Hant-TW",
    "en_US",
    "x-y",
    "http://a",
    "https://a.b/c?d#e",
    "http://",
    "ftp://a",
    "http://a b",
    "http://a/%41",
    "http://a/%4",
    "http://a/[",
    "http://a:8080/",
    "http://a:808080/",
    "http://\xc3\xa9/",
    "\xe2\x80\x94",
    "\xc2\xa0",
    "\xf0\x9f\x98\x80",
    "\xd0\xb0"};

/* A value with one thing about it changed. */
static char *edited(const char *value, struct chance *c)
{
    static const char *const bits[] = {
        " ", "  ", "\t", "\n",       "-",
        "0", "1",  "9",  "a",        "Z",
        ":", ".",  "+",  "\xc3\xa9", "\xf0\x9f\x98\x80",
        "&", "<",  "\"", "\xc2\xa0"};
    size_t length = strlen(value), at = chance_below(c, length + 1);
    const char *bit = CHOOSE(c, bits);
    size_t drop = chance_below(c, 2);
    char *made = calloc(length + 8, 1);

    if (made == NULL)
        abort();
    while (at > 0 && (value[at] & 0xc0) == 0x80) /* between characters */
        at--;
    if (at >= length || ((unsigned char)value[at] & 0x80) != 0)
        drop = 0;
    memcpy(made, value, at);
    if (drop == 0 || chance_below(c, 2) == 0)
        strcpy(made + at, bit);
    strcat(made, value + at + drop);
    return made;
}

char *other_value(const struct vocabulary *v, const char *present,
                  struct chance *c)
{
    switch (chance_below(c, 6)) {
    case 0:
        return strdup(CHOOSE(c, edges));
    case 1:
        return strdup(words_choose(c, &v->values));
    case 2:
    case 3:
        return strdup(words_choose(c, &v->ids));
    default:
        return edited(present, c);
    }
}

const char *edge_value(struct chance *c)
{
    return CHOOSE(c, edges);
}
