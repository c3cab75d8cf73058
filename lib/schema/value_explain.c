/* Says in plain words why a value is refused. */
/* SPDX-License-Identifier: MIT */
#include "schema/value_explain.h"

#include "base/suggest.h"
#include "base/utf8.h"
#include "finding/finding.h"
#include "schema/builtin.h"
#include "schema/builtin_date.h"

#include <string.h>

#define LISTED_CHOICES 12

/* What a value of each built-in type is, for types without words. */
static const char *const meanings[BUILTIN_COUNT] = {
    [BUILTIN_STRING] = "a text",
    [BUILTIN_NORMALIZED_STRING] = "a text on one line",
    [BUILTIN_TOKEN] = "a text on one line",
    [BUILTIN_LANGUAGE] = "a language tag, such as en or ru",
    [BUILTIN_NCNAME] = "a name without spaces that begins with a letter",
    [BUILTIN_ANY_URI] = "a web address or another URI",
    [BUILTIN_BOOLEAN] = "true, false, 1 or 0",
    [BUILTIN_INTEGER] = "a whole number",
    [BUILTIN_NON_NEGATIVE_INTEGER] = "a whole number, 0 or more",
    [BUILTIN_POSITIVE_INTEGER] = "a whole number, 1 or more",
    [BUILTIN_DATE] = "a day, written like 2024-10-08",
    [BUILTIN_G_YEAR_MONTH] = "a month, written like 2024-10",
    [BUILTIN_G_YEAR] = "a year, written like 2024",
    [BUILTIN_TIME] = "a time of day, written like 09:30:00",
};

static bool is_builtin(const struct simple_type *type)
{
    return strncmp(type->name, "xs:", strlen("xs:")) == 0;
}

static const char *article(const char *name)
{
    return strchr("aeioAEIO", name[0]) != NULL ? "an" : "a";
}

static bool upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

/* Up to the first full stop that ends a sentence. */
static struct str first_sentence(const char *words)
{
    struct str sentence = str_trim(str_of(words));
    for (size_t i = 0; i < sentence.length; i++) {
        bool last = i + 1 == sentence.length;
        if (sentence.at[i] == '.' && (last || sentence.at[i + 1] == ' '))
            sentence.length = i;
    }
    return sentence;
}

/* "An identifier: lower-case ..." begins with what the type's name says
 * already: "is not an id: lower-case ..." is enough. "A day, a month or a
 * year: ..." does not. */
static struct str drop_term(struct str sentence)
{
    for (size_t i = 0; i + 2 < sentence.length; i++) {
        if (sentence.at[i] == ',')
            break;
        if (sentence.at[i] != ':' || sentence.at[i + 1] != ' ')
            continue;
        sentence.at += i + 2;
        sentence.length -= i + 2;
        break;
    }
    return sentence;
}

/* What the type's annotation says of its values; "" if it is not there. */
static const char *describe(struct arena *arena, const struct simple_type *type)
{
    struct str sentence = drop_term(first_sentence(type->words));
    if (sentence.length < 2)
        return "";
    char first = sentence.at[0];
    if (upper(first) && !upper(sentence.at[1]))
        first = (char)(first | 0x20);
    return arena_format(arena, "%c%.*s", first, (int)sentence.length - 1,
                        sentence.at + 1);
}

static void explain_words(const struct explaining *of)
{
    const struct simple_type *type = of->type;
    const char *words = describe(of->arena, type);
    const char *meaning = meanings[type->builtin];
    if (is_builtin(type)) {
        of->fault->message =
            arena_format(of->arena, "'%s' is not %s", of->quoted, meaning);
        return;
    }
    const char *lead = "";
    if (words[0] == '\0' && type->pattern_count > 0) {
        lead = "it does not match the pattern ";
        words = of->schema->patterns[type->first_pattern].text;
    } else if (words[0] == '\0') {
        words = meaning;
    }
    of->fault->message =
        arena_format(of->arena, "'%s' is not %s %s: %s%s", of->quoted,
                     article(type->name), type->name, lead, words);
}

static void explain_empty(const struct explaining *of, struct str raw)
{
    const struct simple_type *type = of->type;
    const char *what = raw.length > 0 ? "the text is nothing but white space"
                                      : "the text is empty";
    if (of->verdict == VERDICT_LENGTH)
        of->fault->message = arena_format(
            of->arena, "%s; at least %u character%s required (minLength)", what,
            type->min_length, type->min_length == 1 ? " is" : "s are");
    else if (is_builtin(type))
        of->fault->message = arena_format(of->arena, "%s; it has to be %s",
                                          what, meanings[type->builtin]);
    else
        of->fault->message =
            arena_format(of->arena, "%s; %s %s is required", what,
                         article(type->name), type->name);
}

static void explain_length(const struct explaining *of)
{
    const struct simple_type *type = of->type;
    size_t count = utf8_count(of->text);
    bool few = count < type->min_length;
    bool exact = type->min_length == type->max_length;
    uint32_t limit = few ? type->min_length : type->max_length;
    of->fault->message = arena_format(
        of->arena, "'%s' has %zu character%s; %s %u %s (%s)", of->quoted, count,
        count == 1 ? "" : "s",
        exact ? "exactly"
        : few ? "at least"
              : "at most",
        limit,
        limit == 1 ? (few || exact ? "is required" : "is allowed")
                   : (few || exact ? "are required" : "are allowed"),
        exact ? "length"
        : few ? "minLength"
              : "maxLength");
}

static const char *list_choices(const struct explaining *of)
{
    __attribute__((cleanup(buf_free))) struct buf list;
    const struct simple_type *type = of->type;
    unsigned count = type->choice_count;
    unsigned listed = count > LISTED_CHOICES ? LISTED_CHOICES : count;
    buf_init(&list, of->arena->from);
    for (unsigned i = 0; i < listed; i++) {
        buf_text(&list, i > 0 ? ", " : "");
        buf_text(&list, of->schema->choices[type->first_choice + i].text);
    }
    if (listed < count)
        buf_format(&list, " and %u more", count - listed);
    if (list.failed)
        of->arena->failed = true;
    return arena_format(of->arena, "%.*s", STR_ARGS(buf_str(&list)));
}

static void suggest_choice(const struct explaining *of)
{
    struct suggestion suggestion;
    suggest_start(&suggestion, of->text);
    for (unsigned i = 0; i < of->type->choice_count; i++) {
        const struct choice *choice =
            &of->schema->choices[of->type->first_choice + i];
        suggest_consider(&suggestion,
                         (struct str){choice->text, choice->length});
    }
    if (suggestion.best.at != NULL)
        of->fault->hint = arena_format(of->arena, "did you mean '%.*s'?",
                                       STR_ARGS(suggestion.best));
}

static void explain_choice(const struct explaining *of)
{
    const struct simple_type *type = of->type;
    const char *list = list_choices(of);
    const char *message;
    if (type->choice_count == 1)
        message =
            arena_format(of->arena, "'%s' is not '%s', the only value allowed",
                         of->quoted, list);
    else if (of->text.length == 0)
        message = arena_format(
            of->arena, "the text is empty; it has to be one of %s", list);
    else if (type->choice_count <= LISTED_CHOICES)
        message =
            arena_format(of->arena, "'%s' is not one of %s", of->quoted, list);
    else
        message = arena_format(
            of->arena, "'%s' is not one of the %u values of %s: %s", of->quoted,
            type->choice_count, type->name, list);
    of->fault->message = message;
    of->fault->not_in_list = true;
    suggest_choice(of);
}

/* How a type is compared, in words. */
struct comparison {
    const char *below, *above, *least, *greatest;
};

static struct comparison comparison_of(uint8_t builtin)
{
    switch (builtin) {
    case BUILTIN_DATE:
        return (struct comparison){"before", "after", "earliest day",
                                   "latest day"};
    case BUILTIN_G_YEAR_MONTH:
        return (struct comparison){"before", "after", "earliest month",
                                   "latest month"};
    case BUILTIN_G_YEAR:
        return (struct comparison){"before", "after", "earliest year",
                                   "latest year"};
    case BUILTIN_TIME:
        return (struct comparison){"before", "after", "earliest time",
                                   "latest time"};
    default:
        return (struct comparison){"less than", "more than", "least number",
                                   "greatest number"};
    }
}

static void explain_bounds(const struct explaining *of)
{
    const struct simple_type *type = of->type;
    enum builtin builtin = (enum builtin)type->builtin;
    struct comparison words = comparison_of(type->builtin);
    struct reading reading;
    builtin_read(builtin, of->text, &reading);
    bool zoned = !reading.order.given;
    bool least =
        type->least.given && (zoned || reading.order.value < type->least.value);
    const char *facet = least ? "minInclusive" : "maxInclusive";
    const char *limit =
        bound_write(of->arena, builtin, least ? type->least : type->most);
    if (zoned)
        of->fault->message = arena_format(
            of->arena,
            "'%s' has a time zone, and so cannot be compared with %s (%s)",
            of->quoted, limit, facet);
    else
        of->fault->message =
            arena_format(of->arena, "'%s' is %s %s, the %s allowed (%s)",
                         of->quoted, least ? words.below : words.above, limit,
                         least ? words.least : words.greatest, facet);
}

/* Case and spelling of true and false. */
static void hint_boolean(const struct explaining *of)
{
    struct suggestion suggestion;
    suggest_start(&suggestion, of->text);
    suggest_consider(&suggestion, str_of("true"));
    suggest_consider(&suggestion, str_of("false"));
    if (suggestion.best.at != NULL)
        of->fault->hint = arena_format(of->arena, "did you mean '%.*s'?",
                                       STR_ARGS(suggestion.best));
}

static void explain(const struct explaining *of, struct str raw)
{
    if (of->text.length == 0 && of->verdict != VERDICT_CHOICE) {
        explain_empty(of, raw);
        return;
    }
    hint_date(of);
    if (of->type->builtin == BUILTIN_BOOLEAN)
        hint_boolean(of);
    switch (of->verdict) {
    case VERDICT_LENGTH:
        explain_length(of);
        break;
    case VERDICT_CHOICE:
        explain_choice(of);
        break;
    case VERDICT_BOUNDS:
        explain_bounds(of);
        break;
    default:
        if (!explain_date(of))
            explain_words(of);
    }
}

/* How near a text comes to a type: as far as the checks went, or in form. */
static int nearness(const struct explaining *of)
{
    struct date_parts parts;
    uint8_t builtin = of->type->builtin;
    if (of->verdict != VERDICT_TYPE)
        return 10 + (int)of->verdict;
    if (builtin < BUILTIN_DATE || builtin > BUILTIN_G_YEAR)
        return 0;
    if (date_parts_read((enum builtin)builtin, of->text, &parts))
        return 2;
    return date_groups(of->text) == 3u - (builtin - BUILTIN_DATE);
}

static void judge(struct explaining *of, const struct simple_type *type,
                  struct str raw, struct buf *scratch)
{
    struct value value;
    of->type = type;
    of->text =
        space_apply(raw, builtin_space((enum builtin)type->builtin), scratch);
    of->verdict = value_judge(of->schema, type, of->text, &value);
    of->quoted = finding_quote(of->arena, of->text);
}

/* A union is explained by the member that comes nearest. */
static bool pick_member(struct explaining *of, const struct simple_type *from,
                        struct str raw, struct buf *scratch)
{
    const struct simple_type *best = NULL;
    int best_nearness = 0;
    for (uint16_t i = 0; i < from->member_count; i++) {
        uint16_t member = of->schema->members[from->first_member + i];
        const struct simple_type *type = &of->schema->simples[member];
        if (type->builtin == BUILTIN_COUNT)
            continue;
        judge(of, type, raw, scratch);
        if (nearness(of) <= best_nearness)
            continue;
        best = type;
        best_nearness = nearness(of);
    }
    if (best != NULL)
        judge(of, best, raw, scratch);
    return best != NULL;
}

static void explain_union(const struct explaining *of,
                          const struct simple_type *type, struct str raw)
{
    struct str text = str_trim(raw);
    const char *words = describe(of->arena, type);
    const char *name = type->name;
    if (text.length == 0)
        of->fault->message =
            arena_format(of->arena, "the text is empty; %s %s is required",
                         article(name), name);
    else
        of->fault->message = arena_format(
            of->arena, "'%s' is not %s %s%s%s", finding_quote(of->arena, text),
            article(name), name, words[0] == '\0' ? "" : ": ", words);
}

void value_explain(const struct schema *schema, uint16_t simple, struct str raw,
                   struct arena *arena, struct value_fault *fault)
{
    __attribute__((cleanup(buf_free))) struct buf scratch;
    const struct simple_type *type = &schema->simples[simple];
    struct explaining of = {
        .schema = schema, .simple = simple, .arena = arena, .fault = fault};
    *fault = (struct value_fault){.message = ""};
    buf_init(&scratch, arena->from);
    if (type->builtin != BUILTIN_COUNT)
        judge(&of, type, raw, &scratch);
    else if (!pick_member(&of, type, raw, &scratch)) {
        explain_union(&of, type, raw);
        return;
    }
    explain(&of, raw);
    if (scratch.failed)
        arena->failed = true;
}
