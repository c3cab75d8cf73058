/* Edit distance, and the nearest of the words that were considered. */
/* SPDX-License-Identifier: MIT */
#include "base/suggest.h"

#include "base/utf8.h"

#include <string.h>

#define LONGEST 128

struct word {
    uint32_t at[LONGEST];
    size_t length;
};

static bool read_word(struct str text, struct word *word)
{
    size_t size;

    for (word->length = 0; text.length > 0; word->length++) {
        if (word->length == LONGEST)
            return false;
        word->at[word->length] = utf8_decode(text, &size);
        text.at += size;
        text.length -= size;
    }
    return true;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* The columns of row i that can be within the limit; around them stands
 * what is beyond it. Returns the last one. */
static size_t row_band(const struct word *b, size_t i, unsigned limit,
                       unsigned *row, size_t *first)
{
    size_t last = i + limit < b->length ? i + limit : b->length;

    *first = i > limit ? i - limit : 1;
    row[*first - 1] = *first > 1 ? limit + 1 : (unsigned)i;
    if (last < b->length)
        row[last + 1] = limit + 1;
    return last;
}

/* One row of the table, from the two before it; the row's least number. */
static unsigned next_row(const struct word *a, const struct word *b, size_t i,
                         unsigned limit, const unsigned *before,
                         const unsigned *above, unsigned *row)
{
    size_t first, last = row_band(b, i, limit, row, &first);
    unsigned best = row[first - 1];

    for (size_t j = first; j <= last; j++) {
        unsigned change = a->at[i - 1] != b->at[j - 1];

        row[j] = least(above[j - 1] + change, least(above[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && a->at[i - 1] == b->at[j - 2] &&
            a->at[i - 2] == b->at[j - 1])
            row[j] = least(row[j], before[j - 2] + 1);
        best = least(best, row[j]);
    }
    return best;
}

unsigned edit_distance(struct str a, struct str b, unsigned limit)
{
    unsigned rows[3][LONGEST + 1] = {0}, beyond = limit + 1;
    struct word from, to;

    limit = least(limit, LONGEST);
    if (!read_word(a, &from) || !read_word(b, &to) ||
        from.length > to.length + limit || to.length > from.length + limit)
        return beyond;
    for (size_t j = 0; j <= to.length; j++)
        rows[0][j] = (unsigned)j;
    for (size_t i = 1; i <= from.length; i++)
        if (next_row(&from, &to, i, limit, rows[(i + 1) % 3], rows[(i + 2) % 3],
                     rows[i % 3]) > limit)
            return beyond;
    return least(rows[from.length % 3][to.length], beyond);
}

/* Letters of ASCII alone: names of elements, attributes and codes. */
static bool differs_by_case(struct str a, struct str b)
{
    if (a.length != b.length)
        return false;
    for (size_t i = 0; i < a.length; i++)
        if (a.at[i] != b.at[i] &&
            ((a.at[i] ^ b.at[i]) != 0x20 || (a.at[i] | 0x20) < 'a' ||
             (a.at[i] | 0x20) > 'z'))
            return false;
    return true;
}

void suggest_start(struct suggestion *suggestion, struct str wanted)
{
    *suggestion = (struct suggestion){.wanted = wanted, .distance = 3};
}

void suggest_consider(struct suggestion *suggestion, struct str candidate)
{
    struct str wanted = suggestion->wanted;
    size_t longer = utf8_count(wanted), other = utf8_count(candidate);
    unsigned distance;

    if (other > longer)
        longer = other;
    if (differs_by_case(wanted, candidate))
        distance = 0;
    else
        distance = edit_distance(wanted, candidate, 2);
    if (distance >= suggestion->distance || (size_t)distance * 3 > longer)
        return;
    suggestion->best = candidate;
    suggestion->distance = distance;
}
