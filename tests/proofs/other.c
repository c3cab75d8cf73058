/* Another valid value of an attribute, by its kind. */
/* SPDX-License-Identifier: MIT */
#include "prove.h"

#include <string.h>

enum {
    MOST_WORDS = 10
};

/* Words that can stand for each other: an enumeration, or some ids that the
 * registry has. An attribute of several enumerations has a row for each. */
static const struct row {
    const char *attribute;
    const char *words[MOST_WORDS];
} rows[] = {
    {"action", {"appoint", "release", "extend"}},
    {"body", {"chs", "chg"}},
    {"complete", {"false", "true"}},
    {"event", {"victory-1945", "cis-1991"}},
    {"honour", {"certificate-of-the-cis", "cultural-capital"}},
    {"kind", {"regular", "informal", "extraordinary", "founding"}},
    {"kind",
     {"photo", "narrow-session", "bilateral", "informal-meeting",
      "extended-session", "signing", "briefing", "award-ceremony", "reception",
      "other"}},
    {"kind", {"report", "review", "exchange", "decision"}},
    {"office", {"cis-secretary", "atc-head"}},
    {"presence", {"attended", "absent", "expected", "remote"}},
    {"role", {"minister", "ambassador"}},
    {"status", {"announced", "held", "postponed", "cancelled"}},
    {"status", {"expected", "adopted", "signed", "withdrawn"}},
    {"status", {"member", "observer"}},
    {"type", {"statement", "plan"}},
    {"version", {"1.0"}},
};

static const char *const references[] = {
    "anniversary", "by",     "chair",      "conferredBy", "document",
    "head",        "person", "receivedBy", "recipient",   "ref"};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Whether the token has the shape, in which 0 stands for any digit. */
static bool has_shape(struct str token, const char *shape)
{
    if (token.length != strlen(shape))
        return false;
    for (size_t i = 0; i < token.length; i++)
        if (shape[i] == '0' ? !is_digit(token.at[i]) : token.at[i] != shape[i])
            return false;
    return true;
}

static int number_of(struct str digits)
{
    int number = 0;

    for (size_t i = 0; i < digits.length; i++)
        number = number * 10 + (digits.at[i] - '0');
    return number;
}

/* A year later, or four after a leap day. */
static bool shift_date(struct buf *out, struct str token)
{
    struct str rest = {token.at + 4, token.length - 4};

    if (!has_shape(token, "0000") && !has_shape(token, "0000-00") &&
        !has_shape(token, "0000-00-00"))
        return false;
    buf_format(out, "%04d%.*s",
               number_of((struct str){token.at, 4}) +
                   (str_is(rest, "-02-29") ? 4 : 1),
               STR_ARGS(rest));
    return true;
}

/* An hour later, or at midnight. */
static bool shift_time(struct buf *out, struct str token)
{
    if (!has_shape(token, "00:00:00"))
        return false;
    buf_format(out, "%02d%.6s", (number_of((struct str){token.at, 2}) + 1) % 24,
               token.at + 2);
    return true;
}

static bool shift_number(struct buf *out, struct str token)
{
    static const char *const shapes[] = {"0", "00", "000", "00000"};

    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (has_shape(token, shapes[i])) {
            buf_format(out, "%d", number_of(token) % 99999 + 1);
            return true;
        }
    return false;
}

static bool change_state(struct buf *out, struct str token)
{
    bool capitals = token.length == 2 && token.at[0] >= 'A' &&
                    token.at[0] <= 'Z' && token.at[1] >= 'A' &&
                    token.at[1] <= 'Z';

    if (capitals)
        buf_text(out, str_is(token, "UZ") ? "KZ" : "UZ");
    return capitals;
}

static bool has_word(const struct row *row, struct str token)
{
    for (size_t i = 0; i < MOST_WORDS && row->words[i] != NULL; i++)
        if (str_is(token, row->words[i]))
            return true;
    return false;
}

/* From the row that has the token, else the attribute's first. */
static bool change_word(struct buf *out, const char *attribute,
                        struct str token)
{
    const struct row *row = NULL;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].attribute, attribute) == 0 &&
            (row == NULL || has_word(&rows[i], token)))
            row = &rows[i];
    if (row != NULL)
        buf_text(
            out,
            row->words[str_is(token, row->words[0]) && row->words[1] != NULL]);
    return row != NULL;
}

static const char *find(struct str in, const char *what)
{
    size_t length = strlen(what);

    for (size_t i = 0; i + length <= in.length; i++)
        if (memcmp(in.at + i, what, length) == 0)
            return in.at + i;
    return NULL;
}

/* The value of the next id, and the name of the element that has it. */
static bool next_id(struct str *rest, struct str *element, struct str *id)
{
    const char *end = rest->at + rest->length;
    const char *at = find(*rest, " id=\"");

    if (at == NULL)
        return false;
    const char *name = at;
    while (*name != '<')
        name--;
    *element = (struct str){name + 1, strcspn(name + 1, " \n")};
    *id = (struct str){at + 5, strcspn(at + 5, "\"")};
    *rest =
        (struct str){id->at + id->length, (size_t)(end - id->at) - id->length};
    return true;
}

static struct str element_of(struct str bytes, struct str wanted)
{
    struct str element, id;

    while (next_id(&bytes, &element, &id))
        if (str_equal(id, wanted))
            return element;
    return (struct str){NULL, 0};
}

/* To another element of the kind that it refers to, if there is one. */
static bool change_reference(struct buf *out, struct str bytes,
                             const char *attribute, struct str token)
{
    struct str kind = element_of(bytes, token), element, id;
    bool refers = false;

    for (size_t i = 0; i < sizeof references / sizeof *references; i++)
        refers |= strcmp(references[i], attribute) == 0;
    while (refers && next_id(&bytes, &element, &id))
        if (str_equal(element, kind) && !str_equal(id, token)) {
            buf_append(out, id);
            return true;
        }
    return false;
}

void write_other(struct buf *out, struct str bytes, const char *attribute,
                 struct str token)
{
    if (shift_date(out, token) || shift_time(out, token) ||
        shift_number(out, token) || change_state(out, token) ||
        change_word(out, attribute, token) ||
        change_reference(out, bytes, attribute, token))
        return;
    buf_append(out, token);
    buf_text(out, "-x");
}
