/* Checks values of simple types, the hot path of the whole library. */
/* SPDX-License-Identifier: MIT */
#include "schema/value.h"

#include "base/utf8.h"
#include "schema/builtin.h"
#include "schema/pattern.h"
#include "schema/value_judge.h"

#include <string.h>

static bool match_patterns(const struct schema *schema,
                           const struct simple_type *type, struct str text)
{
    for (uint16_t i = 0; i < type->pattern_count; i++)
        if (!pattern_matches(&schema->patterns[type->first_pattern + i], text))
            return false;
    return true;
}

/* A character is at least one byte, and at most four. */
static bool fits_length(const struct simple_type *type, struct str text)
{
    if (text.length <= type->max_length && text.length / 4 >= type->min_length)
        return true;
    size_t count = utf8_count(text);
    return count >= type->min_length && count <= type->max_length;
}

/* By length, then by bytes: most differ in the first ones. */
static int compare_choice(const struct choice *choice, struct str text)
{
    size_t i = 0;
    if (choice->length != text.length)
        return choice->length < text.length ? -1 : 1;
    while (i < text.length && choice->text[i] == text.at[i])
        i++;
    if (i == text.length)
        return 0;
    return (unsigned char)choice->text[i] < (unsigned char)text.at[i] ? -1 : 1;
}

static const struct choice *choices_of(const struct schema *schema,
                                       const struct simple_type *type)
{
    return schema->choices + type->first_choice;
}

static uint16_t find_sorted(const struct choice *choices, uint16_t count,
                            struct str text)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint16_t at = choices[middle].nth;
        int order = compare_choice(&choices[at], text);
        if (order == 0)
            return (uint16_t)(at + 1);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* Its position from 1, or 0. */
static uint16_t find_choice(const struct schema *schema,
                            const struct simple_type *type, struct str text)
{
    const struct choice *choices = choices_of(schema, type);
    if (type->sorted)
        return find_sorted(choices, type->choice_count, text);
    for (uint16_t i = 0; i < type->choice_count; i++)
        if (compare_choice(&choices[i], text) == 0)
            return (uint16_t)(i + 1);
    return 0;
}

static bool in_bounds(const struct simple_type *type,
                      const struct reading *reading)
{
    int64_t value = reading->order.value;
    if (!type->least.given && !type->most.given)
        return true;
    if (!reading->order.given)
        return false;
    if (type->least.given && value < type->least.value)
        return false;
    return !type->most.given || value < type->most.value ||
           (value == type->most.value && !reading->over);
}

enum verdict value_judge(const struct schema *schema,
                         const struct simple_type *type, struct str text,
                         struct value *value)
{
    struct reading reading;
    uint16_t choice = 0;
    if (!builtin_read((enum builtin)type->builtin, text, &reading))
        return VERDICT_TYPE;
    if (!match_patterns(schema, type, text))
        return VERDICT_PATTERN;
    if (!fits_length(type, text))
        return VERDICT_LENGTH;
    if (type->choice_count > 0) {
        choice = find_choice(schema, type, text);
        if (choice == 0)
            return VERDICT_CHOICE;
    }
    if (!in_bounds(type, &reading))
        return VERDICT_BOUNDS;
    *value = (struct value){
        .text = text,
        .builtin = type->builtin,
        .choice = choice,
        .date = reading.date,
        .number = reading.number,
    };
    return VERDICT_GOOD;
}

/* Each member treats white space in its own way. */
static bool check_union(const struct schema *schema,
                        const struct simple_type *type, struct str raw,
                        struct buf *scratch, struct value *value)
{
    for (uint16_t i = 0; i < type->member_count; i++)
        if (value_check(schema, schema->members[type->first_member + i], raw,
                        scratch, value))
            return true;
    return false;
}

bool value_check(const struct schema *schema, uint16_t simple, struct str raw,
                 struct buf *scratch, struct value *value)
{
    const struct simple_type *type = &schema->simples[simple];
    if (type->builtin == BUILTIN_COUNT)
        return check_union(schema, type, raw, scratch, value);
    struct str text =
        space_apply(raw, builtin_space((enum builtin)type->builtin), scratch);
    return value_judge(schema, type, text, value) == VERDICT_GOOD;
}

/* Insertion: schemas list their values in order as a rule, and then this is
 * as fast as any. */
void choices_sort(struct choice *choices, uint16_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct str text = {choices[i].text, choices[i].length};
        size_t at = i;
        for (; at > 0; at--) {
            uint16_t before = choices[at - 1].nth;
            if (compare_choice(&choices[before], text) <= 0)
                break;
            choices[at].nth = before;
        }
        choices[at].nth = (uint16_t)i;
    }
}

const char *simple_name(const struct schema *schema, uint16_t simple)
{
    return schema->simples[simple].name;
}
