/* Compiles the facets of a restriction; they narrow those of its base. */
/* SPDX-License-Identifier: MIT */
#include "schema/compiler.h"
#include "schema/pattern.h"
#include "schema/value.h"

#include <string.h>

/* A restriction under way. */
struct facets {
    struct compiler *c;
    uint16_t base;
    struct simple_type was; /* the base's row */
    struct simple_type *row;
    bool has_length, has_minimum, has_maximum; /* of characters */
    bool has_least, has_most;
};

static bool takes_length(uint8_t builtin)
{
    return builtin <= BUILTIN_ANY_URI;
}

static bool takes_bounds(uint8_t builtin)
{
    return builtin >= BUILTIN_INTEGER && builtin <= BUILTIN_TIME;
}

/* The value as the base reads it; none where it is not of the base. */
static struct str read_value(struct facets *f, struct str raw)
{
    struct schema tables = {.simples = f->c->simples.rows,
                            .members = f->c->members.rows,
                            .patterns = f->c->patterns.rows,
                            .choices = f->c->choices.rows};
    __attribute__((cleanup(buf_free))) struct buf scratch;
    struct value value;

    buf_init(&scratch, f->c->arena->from);
    if (raw.at == NULL || !value_check(&tables, f->base, raw, &scratch, &value))
        return (struct str){NULL, 0};
    return arena_copy(f->c->arena, value.text);
}

/* A facet stands once in a restriction. */
static bool once(struct facets *f, const struct tree_node *facet, bool *has)
{
    if (*has)
        return refuse(f->c, facet, "a second xs:%.*s", STR_ARGS(facet->local));
    *has = true;
    return true;
}

static bool read_length(struct facets *f, const struct tree_node *facet,
                        uint32_t *length)
{
    struct str value = str_trim(tree_get(facet, "value"));
    uint32_t number = 0;

    if (!takes_length(f->row->builtin))
        return refuse(f->c, facet, "xs:%.*s does not apply to '%s'",
                      STR_ARGS(facet->local), f->was.name);
    if (value.length == 0 || value.length > 9)
        return refuse(f->c, facet, "a length must be a number");
    for (size_t i = 0; i < value.length; i++) {
        if (value.at[i] < '0' || value.at[i] > '9')
            return refuse(f->c, facet, "a length must be a number");
        number = number * 10 + (uint32_t)(value.at[i] - '0');
    }
    if (number < f->was.min_length || number > f->was.max_length)
        return refuse(f->c, facet, "xs:%.*s is wider than that of '%s'",
                      STR_ARGS(facet->local), f->was.name);
    *length = number;
    return true;
}

static bool read_both(struct facets *f, const struct tree_node *facet)
{
    bool good = read_length(f, facet, &f->row->min_length);

    f->row->max_length = f->row->min_length;
    return good;
}

static bool read_bound(struct facets *f, const struct tree_node *facet,
                       struct bound *bound)
{
    struct str value = tree_get(facet, "value");
    enum builtin builtin = (enum builtin)f->row->builtin;

    if (!takes_bounds(f->row->builtin))
        return refuse(f->c, facet, "xs:%.*s does not apply to '%s'",
                      STR_ARGS(facet->local), f->was.name);
    *bound = builtin_bound(builtin, str_trim(value));
    if (!bound->given)
        return refuse(f->c, facet, "'%.*s' is no bound of %s", STR_ARGS(value),
                      builtin_name(builtin));
    if (read_value(f, value).at == NULL)
        return refuse(f->c, facet, "'%.*s' is not of '%s'", STR_ARGS(value),
                      f->was.name);
    return true;
}

static bool add_choice(struct facets *f, const struct tree_node *facet)
{
    struct compiler *c = f->c;
    struct str raw = tree_get(facet, "value"), value;
    struct choice *choice;

    if (!takes_length(f->row->builtin))
        return refuse(c, facet, "an enumeration of '%s' is not supported",
                      f->was.name);
    value = read_value(f, raw);
    if (value.at == NULL)
        return refuse(c, facet, "'%.*s' is not of '%s'", STR_ARGS(raw),
                      f->was.name);
    if (value.length > UINT16_MAX)
        return refuse(c, facet, "the value is too long");
    choice = table_add(c, &c->choices, sizeof *choice);
    if (choice == NULL)
        return refuse(c, facet, "out of memory");
    choice->text = value.at;
    choice->length = (uint16_t)value.length;
    f->row->choice_count++;
    return true;
}

static bool read_facet(struct facets *f, const struct tree_node *facet)
{
    struct simple_type *row = f->row;

    if (!only_attributes(f->c, facet, "value"))
        return false;
    if (next_part(facet, NULL) != NULL)
        return refuse(f->c, facet, "nothing can stand in a facet");
    if (is_xsd(facet, "pattern"))
        return true; /* taken together, by add_pattern */
    if (is_xsd(facet, "enumeration"))
        return add_choice(f, facet);
    if (is_xsd(facet, "minLength"))
        return once(f, facet, &f->has_minimum) &&
               read_length(f, facet, &row->min_length);
    if (is_xsd(facet, "maxLength"))
        return once(f, facet, &f->has_maximum) &&
               read_length(f, facet, &row->max_length);
    if (is_xsd(facet, "length"))
        return once(f, facet, &f->has_length) && read_both(f, facet);
    if (is_xsd(facet, "minInclusive"))
        return once(f, facet, &f->has_least) &&
               read_bound(f, facet, &row->least);
    if (is_xsd(facet, "maxInclusive"))
        return once(f, facet, &f->has_most) && read_bound(f, facet, &row->most);
    return refuse(f->c, facet, "xs:%.*s is not supported",
                  STR_ARGS(facet->local));
}

/* The base's patterns must match as well, so they come along. */
static bool copy_patterns(struct facets *f)
{
    struct table *patterns = &f->c->patterns;

    f->row->first_pattern = (uint16_t)patterns->count;
    for (uint16_t i = 0; i < f->was.pattern_count; i++) {
        struct pattern *pattern = table_add(f->c, patterns, sizeof *pattern);

        if (pattern == NULL)
            return false;
        *pattern = ((struct pattern *)patterns->rows)[f->was.first_pattern + i];
    }
    return true;
}

/* Patterns of one restriction are alternatives. */
static bool add_pattern(struct facets *f, const struct tree_node *node)
{
    const struct tree_node *facet = NULL, *first = NULL;
    const char *text = NULL, *reason = NULL;
    struct compiler *c = f->c;
    struct pattern *pattern;

    while ((facet = next_part(node, facet)) != NULL) {
        struct str value = tree_get(facet, "value");

        if (!is_xsd(facet, "pattern"))
            continue;
        if (first == NULL)
            first = facet;
        text = text == NULL ? arena_format(c->arena, "%.*s", STR_ARGS(value))
                            : arena_format(c->arena, "(%s)|(%.*s)", text,
                                           STR_ARGS(value));
    }
    if (text == NULL)
        return true;
    if (!copy_patterns(f))
        return false;
    pattern = table_add(c, &c->patterns, sizeof *pattern);
    if (pattern == NULL)
        return false;
    if (!pattern_compile(c->arena, str_of(text), pattern, &reason))
        return refuse(c, first, "pattern '%s': %s", text, reason);
    f->row->pattern_count++;
    return true;
}

/*
 * Bounds compare values without time zone only. With one, some pairs have no
 * order (XSD 1.0 part 2, 3.2.7.4): a pattern has to keep time zones out.
 */
static bool zones_kept_out(struct facets *f, const struct tree_node *node)
{
    static const char *const zones[] = {"Z", "+01:00"};
    static const char *const samples[BUILTIN_COUNT] = {
        [BUILTIN_DATE] = "2024-10-08",
        [BUILTIN_G_YEAR_MONTH] = "2024-10",
        [BUILTIN_G_YEAR] = "2024",
        [BUILTIN_TIME] = "12:00:00"};
    const struct simple_type *row = f->row;
    const char *sample = samples[row->builtin];
    const struct pattern *patterns = f->c->patterns.rows;

    if (sample == NULL || (!row->least.given && !row->most.given))
        return true;
    for (size_t z = 0; z < sizeof zones / sizeof *zones; z++) {
        struct str zoned =
            str_of(arena_format(f->c->arena, "%s%s", sample, zones[z]));
        bool kept_out = false;

        for (uint16_t i = 0; i < row->pattern_count; i++)
            kept_out =
                kept_out ||
                !pattern_matches(&patterns[row->first_pattern + i], zoned);
        if (!kept_out)
            return refuse(f->c, node,
                          "bounds of %s need a pattern that allows no time "
                          "zone",
                          builtin_name((enum builtin)row->builtin));
    }
    return true;
}

/* Each narrows the base's, and together they leave something. */
static bool consistent(struct facets *f, const struct tree_node *node)
{
    const struct simple_type *row = f->row;

    if (f->has_length && (f->has_minimum || f->has_maximum))
        return refuse(f->c, node, "xs:length excludes minLength, maxLength");
    if (row->min_length > row->max_length)
        return refuse(f->c, node, "minLength is greater than maxLength");
    if (row->least.given && row->most.given &&
        row->least.value > row->most.value)
        return refuse(f->c, node, "minInclusive is greater than maxInclusive");
    return zones_kept_out(f, node);
}

bool facets_compile(struct compiler *c, const struct tree_node *node,
                    uint16_t base, struct simple_type *row)
{
    struct facets f = {.c = c,
                       .base = base,
                       .was = ((struct simple_type *)c->simples.rows)[base],
                       .row = row};
    const struct tree_node *facet = NULL;
    uint16_t first = (uint16_t)c->choices.count;

    row->choice_count = 0;
    while ((facet = next_part(node, facet)) != NULL)
        if (!read_facet(&f, facet))
            return false;
    if (row->choice_count == 0) {
        row->choice_count = f.was.choice_count;
    } else {
        row->first_choice = first;
        choices_sort((struct choice *)c->choices.rows + first,
                     row->choice_count);
        row->sorted = true;
    }
    return add_pattern(&f, node) && consistent(&f, node);
}
