/* Sets of characters as sorted ranges, and what escapes stand for. */
/* SPDX-License-Identifier: MIT */
#include "schema/pattern_class.h"

#include "schema/xml_name.h"

#include <stdlib.h>

#define LAST_POINT 0x10FFFF

void class_add(struct character_class *class, uint32_t first, uint32_t last)
{
    struct class_range *ranges =
        arena_grow(class->arena, class->ranges, class->count, &class->capacity,
                   sizeof *ranges);
    if (ranges == NULL)
        return;
    class->ranges = ranges;
    ranges[class->count++] = (struct class_range){first, last};
}

void class_unite(struct character_class *class,
                 const struct character_class *other)
{
    for (size_t i = 0; i < other->count; i++)
        class_add(class, other->ranges[i].first, other->ranges[i].last);
}

static int compare_ranges(const void *one, const void *other)
{
    const struct class_range *a = one, *b = other;
    return (a->first > b->first) - (a->first < b->first);
}

/* Sorted, and such that no two touch. */
static void tidy(struct character_class *class)
{
    if (class->count == 0)
        return;
    struct class_range *ranges = class->ranges;
    qsort(ranges, class->count, sizeof *ranges, compare_ranges);
    size_t kept = 0;
    for (size_t i = 1; i < class->count; i++) {
        if (ranges[i].first > ranges[kept].last + 1)
            ranges[++kept] = ranges[i];
        else if (ranges[i].last > ranges[kept].last)
            ranges[kept].last = ranges[i].last;
    }
    class->count = kept + 1;
}

void class_negate(struct character_class *class)
{
    tidy(class);
    struct character_class negated = {.arena = class->arena};
    uint32_t next = 0;
    for (size_t i = 0; i < class->count; i++) {
        if (class->ranges[i].first > next)
            class_add(&negated, next, class->ranges[i].first - 1);
        next = class->ranges[i].last + 1;
    }
    if (next <= LAST_POINT)
        class_add(&negated, next, LAST_POINT);
    *class = negated;
}

void class_remove(struct character_class *class,
                  const struct character_class *what)
{
    class_negate(class);
    class_unite(class, what);
    class_negate(class);
}

static void add_table(struct character_class *class,
                      const struct name_table *table)
{
    for (size_t i = 0; i < table->count; i++)
        class_add(class, table->ranges[i].first, table->ranges[i].last);
}

/* The zero of each script's ten decimal digits: Nd of Unicode 14. */
static void add_digits(struct character_class *class)
{
    static const uint32_t zeros[] = {
        0x0030,  0x0660,  0x06F0,  0x07C0,  0x0966,  0x09E6,  0x0A66,  0x0AE6,
        0x0B66,  0x0BE6,  0x0C66,  0x0CE6,  0x0D66,  0x0DE6,  0x0E50,  0x0ED0,
        0x0F20,  0x1040,  0x1090,  0x17E0,  0x1810,  0x1946,  0x19D0,  0x1A80,
        0x1A90,  0x1B50,  0x1BB0,  0x1C40,  0x1C50,  0xA620,  0xA8D0,  0xA900,
        0xA9D0,  0xA9F0,  0xAA50,  0xABF0,  0xFF10,  0x104A0, 0x10D30, 0x11066,
        0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0,
        0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60, 0x16AC0,
        0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0,
        0x1E950, 0x1FBF0};
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
        class_add(class, zeros[i], zeros[i] + 9);
}

static void add_space(struct character_class *class)
{
    class_add(class, '\t', '\n');
    class_add(class, '\r', '\r');
    class_add(class, ' ', ' ');
}

static void add_name_start(struct character_class *class)
{
    class_add(class, '_', '_');
    class_add(class, ':', ':');
    add_table(class, &name_letters);
}

static void add_name_character(struct character_class *class)
{
    add_name_start(class);
    class_add(class, '-', '.');
    add_table(class, &name_others);
}

static const struct {
    char letter, negation;
    void (*add)(struct character_class *class);
} escapes[] = {
    {'s', 'S', add_space},
    {'d', 'D', add_digits},
    {'i', 'I', add_name_start},
    {'c', 'C', add_name_character},
};

bool class_escape(struct character_class *class, uint32_t letter)
{
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++) {
        bool negated = letter == (uint32_t)escapes[i].negation;
        if (!negated && letter != (uint32_t)escapes[i].letter)
            continue;
        struct character_class meant = {.arena = class->arena};
        escapes[i].add(&meant);
        if (negated)
            class_negate(&meant);
        class_unite(class, &meant);
        return true;
    }
    return false;
}

/* Code points whose UTF-8 begins with the same bytes: the next byte is one of
 * `count` from `byte` on, and each stands for the points of `rest` further
 * bytes. Points below `limit` have a shorter form. */
struct spelling {
    uint32_t base, limit;
    unsigned byte, count, rest;
};

/* How many points of the class lie in [first, end). */
static uint32_t count_points(const struct character_class *class,
                             uint32_t first, uint32_t end)
{
    size_t low = 0, high = class->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (class->ranges[middle].last < first)
            low = middle + 1;
        else
            high = middle;
    }
    uint32_t count = 0;
    for (; low < class->count && class->ranges[low].first < end; low++) {
        struct class_range range = class->ranges[low];
        uint32_t from = range.first > first ? range.first : first;
        count += (range.last < end ? range.last + 1 : end) - from;
    }
    return count;
}

static void set_bit(uint64_t *set, unsigned byte)
{
    set[byte / 64] |= UINT64_C(1) << byte % 64;
}

static struct expression *either(struct arena *arena, struct expression *one,
                                 struct expression *other)
{
    return one == NULL ? other : expression_choice(arena, one, other);
}

/* The bytes of the set, then any `rest` continuation bytes. */
static struct expression *spell_whole(struct arena *arena, const uint64_t *set,
                                      unsigned rest)
{
    static const uint64_t continuation[4] = {0, 0, UINT64_MAX, 0};
    struct expression *made = expression_set(arena, set);
    for (unsigned i = 0; i < rest; i++)
        made = expression_sequence(arena, made,
                                   expression_set(arena, continuation));
    return made;
}

static struct expression *spell(const struct character_class *class,
                                struct spelling at);

static struct expression *spell_part(const struct character_class *class,
                                     const struct spelling *at, unsigned i)
{
    uint64_t set[4] = {0};
    set_bit(set, at->byte + i);
    struct spelling inner = {
        .base = at->base + (i << 6 * at->rest),
        .limit = at->limit,
        .byte = 0x80,
        .count = 64,
        .rest = at->rest - 1,
    };
    return expression_sequence(class->arena, expression_set(class->arena, set),
                               spell(class, inner));
}

/* NULL where no point of the class is spelled so. Bytes all of whose points
 * are in the class share one path. */
static struct expression *spell(const struct character_class *class,
                                struct spelling at)
{
    struct expression *made = NULL;
    uint64_t whole[4] = {0};
    bool any = false;
    uint32_t size = UINT32_C(1) << 6 * at.rest;
    for (unsigned i = 0; i < at.count; i++) {
        uint32_t first = at.base + i * size;
        uint32_t from = first < at.limit ? at.limit : first;
        uint32_t end = first + size;
        uint32_t points = from < end ? count_points(class, from, end) : 0;
        if (points == size) {
            set_bit(whole, at.byte + i);
            any = true;
        } else if (points > 0 && at.rest > 0) {
            made = either(class->arena, made, spell_part(class, &at, i));
        }
    }
    if (any)
        made = either(class->arena, made,
                      spell_whole(class->arena, whole, at.rest));
    return made;
}

struct expression *class_expression(struct character_class *class)
{
    static const struct spelling lengths[] = {
        {.byte = 0x00, .count = 128},
        {.byte = 0xC2, .count = 30, .base = 0x80, .limit = 0x80, .rest = 1},
        {.byte = 0xE0, .count = 16, .limit = 0x800, .rest = 2},
        {.byte = 0xF0, .count = 5, .limit = 0x10000, .rest = 3},
    };
    static const uint64_t none[4] = {0};
    struct character_class surrogates = {.arena = class->arena};
    class_add(&surrogates, 0xD800, 0xDFFF);
    class_remove(class, &surrogates);
    struct expression *made = NULL;
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        struct expression *more = spell(class, lengths[i]);
        if (more != NULL)
            made = either(class->arena, made, more);
    }
    return made != NULL ? made : expression_set(class->arena, none);
}
