/* Which word of a list was likely meant. */
/* SPDX-License-Identifier: MIT */
#include "suggest.h"

#include <string.h>

enum {
    LONGEST = 32
};

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* How many characters to insert, delete, replace, or swap with the next. */
static unsigned distance(const char *a, size_t a_length, const char *b,
                         size_t b_length)
{
    unsigned rows[3][LONGEST + 1]; /* i, i - 1 and i - 2, turn by turn */

    for (size_t j = 0; j <= b_length; j++) {
        rows[0][j] = (unsigned)j;
    }
    for (size_t i = 1; i <= a_length; i++) {
        unsigned *row = rows[i % 3];
        const unsigned *last = rows[(i + 2) % 3];
        const unsigned *before = rows[(i + 1) % 3];
        row[0] = (unsigned)i;
        for (size_t j = 1; j <= b_length; j++) {
            row[j] = least(last[j - 1] + (a[i - 1] != b[j - 1]),
                           least(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
                a[i - 2] == b[j - 1]) {
                row[j] = least(row[j], before[j - 2] + 1);
            }
        }
    }
    return rows[a_length % 3][b_length];
}

/* The beginning of a word costs nothing, from three characters on. */
static unsigned cost(const char *wanted, size_t length, const char *word)
{
    const size_t word_length = strlen(word);

    if (length >= 3 && strncmp(wanted, word, length) == 0) {
        return 0;
    }
    if (word_length > LONGEST) {
        return LONGEST;
    }
    return distance(wanted, length, word, word_length);
}

const char *suggest(const char *wanted, word_at_fn *word_at)
{
    const size_t length = strcspn(wanted, "=");
    const char *nearest = NULL;
    const char *word;
    unsigned best = 3;

    if (length > LONGEST) {
        return NULL;
    }
    for (size_t i = 0; (word = word_at(i)) != NULL; i++) {
        const unsigned now = cost(wanted, length, word);
        if (now < best && (size_t)now * 3 <= strlen(word)) {
            best = now;
            nearest = word;
        }
    }
    return nearest;
}
