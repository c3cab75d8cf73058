/* T: what titles say against the rest of a document, or twice. */
/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "rules/checks.h"
#include "rules/query.h"

#include <string.h>

/* Drops the text from the start of rest, if it starts so. */
static bool take(struct str *rest, const char *text)
{
    struct str start = str_of(text);

    if (!str_starts(*rest, start))
        return false;
    rest->at += start.length;
    rest->length -= start.length;
    return true;
}

static bool take_any(struct str *rest, const char *const texts[])
{
    for (size_t i = 0; texts[i] != NULL; i++)
        if (take(rest, texts[i]))
            return true;
    return false;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Exactly four digits. */
static bool take_year(struct str *rest, struct cis_date *year)
{
    int number = 0;

    for (size_t i = 0; i < 4; i++) {
        if (i >= rest->length || !is_digit(rest->at[i]))
            return false;
        number = number * 10 + (rest->at[i] - '0');
    }
    if (rest->length > 4 && is_digit(rest->at[4]))
        return false;
    rest->at += 4;
    rest->length -= 4;
    *year = (struct cis_date){(int16_t)number, 0, 0};
    return true;
}

static bool take_dash(struct str *rest)
{
    static const char *const dashes[] = {"-",      "\u2010", "\u2011", "\u2012",
                                         "\u2013", "\u2014", NULL};

    take(rest, " ");
    bool dash = take_any(rest, dashes);
    take(rest, " ");
    return dash;
}

/* "for 2025–2027", "до 2030": what a title says from this word on. */
static bool read_years(struct str rest, struct span *years)
{
    static const char *const during[] = {"for ", "на ", NULL};
    static const char *const until[] = {"until ", "till ", "до ", NULL};
    static const char *const periods[] = {"the period ", "the years ", "years ",
                                          "период ",     "годы ",      NULL};
    struct str other = rest;

    *years = (struct span){{0, 0, 0}, {0, 0, 0}};
    if (take_any(&rest, during)) {
        take_any(&rest, periods);
        return take_year(&rest, &years->from) && take_dash(&rest) &&
               take_year(&rest, &years->to);
    }
    return take_any(&other, until) && take_year(&other, &years->to);
}

/* The period that a title names, if it names one. */
static bool title_years(struct str title, struct span *years)
{
    for (size_t i = 0; i < title.length; i++) {
        struct str rest = {title.at + i, title.length - i};
        if ((i == 0 || title.at[i - 1] == ' ') && read_years(rest, years))
            return true;
    }
    return false;
}

static bool years_differ(struct cis_date said, struct cis_date given)
{
    return date_given(said) && date_given(given) && said.year != given.year;
}

void check_title_contradicts_validity(struct rule_run *run)
{
    const struct list *documents = &run->summit->documents->documents;
    struct span years;

    for (const struct node *d = documents->first; d != NULL; d = d->next) {
        const struct document *document = (const struct document *)d;
        const struct validity *validity = document->validity;
        if (validity == NULL)
            continue;
        rule_given(run, &validity->node, "from");
        rule_given(run, &validity->node, "to");
        for (const struct node *n = document->titles.first; n; n = n->next) {
            struct str title = ((const struct text *)n)->value;
            bool named = title.at != NULL && title_years(title, &years);
            bool from = named && years_differ(years.from, validity->from);
            if (!from && !(named && years_differ(years.to, validity->to)))
                continue;
            struct cis_finding *finding =
                rule_emit(run, &validity->node, from ? "from" : "to");
            finding_say(
                finding, "%s is valid %s, and its title says %s",
                rule_document(run, document),
                rule_span(run, (struct span){validity->from, validity->to}),
                rule_span(run, years));
            rule_fact(run, finding, n, NULL, "the title is '%s'",
                      rule_quote(run, title));
            break;
        }
    }
}

/* Lower case of Latin and Cyrillic letters, as type names have them. */
static uint32_t fold(uint32_t point)
{
    if ((point >= 'A' && point <= 'Z') || (point >= 0x410 && point <= 0x42F))
        return point + 32;
    return point >= 0x400 && point <= 0x40F ? point + 80 : point;
}

static bool is_letter(uint32_t point)
{
    uint32_t small = fold(point);

    return (small >= 'a' && small <= 'z') ||
           (small >= 0xC0 && small <= 0x24F) ||
           (small >= 0x430 && small <= 0x52F);
}

/* Whether the title begins with those words, whatever their case. */
static bool begins_with(struct str title, struct str words)
{
    size_t size;

    while (words.length > 0) {
        if (title.length == 0)
            return false;
        uint32_t wanted = utf8_decode(words, &size);
        words = (struct str){words.at + size, words.length - size};
        uint32_t found = utf8_decode(title, &size);
        title = (struct str){title.at + size, title.length - size};
        if (fold(wanted) != fold(found))
            return false;
    }
    return title.length == 0 || !is_letter(utf8_decode(title, &size));
}

/* Of most names it cannot be the beginning, by the first letter alone. */
static uint32_t first_letter(struct str text)
{
    size_t size;

    return text.length > 0 ? fold(utf8_decode(text, &size)) : 0;
}

/* The longest name of any type that the title begins with. */
struct named_type {
    const struct reg_document_type *type;
    struct str name;
};

static struct named_type type_named(const struct registry *registry,
                                    struct str title)
{
    struct named_type best = {NULL, {NULL, 0}};
    const uint32_t first = first_letter(title);

    for (const struct node *t = registry->root->types->types.first; t;
         t = t->next) {
        const struct reg_document_type *type =
            (const struct reg_document_type *)t;
        for (const struct node *n = type->names.first; n; n = n->next) {
            struct str name = ((const struct reg_text *)n)->value;
            if (name.length > best.name.length && first_letter(name) == first &&
                begins_with(title, name))
                best = (struct named_type){type, name};
        }
    }
    return best;
}

void check_title_contradicts_type(struct rule_run *run)
{
    const struct list *documents = &run->summit->documents->documents;

    if (run->registry->root->types == NULL)
        return;
    for (const struct node *d = documents->first; d != NULL; d = d->next) {
        const struct document *document = (const struct document *)d;
        const char *own = rule_word(run, "documentType", document->type);
        if (!rule_given(run, d, "type"))
            continue;
        for (const struct node *n = document->titles.first; n; n = n->next) {
            struct str title = ((const struct text *)n)->value;
            if (title.at == NULL)
                continue;
            struct named_type named = type_named(run->registry, title);
            if (named.type == NULL || str_is(named.type->id, own))
                continue;
            struct cis_finding *finding = rule_emit(run, d, "type");
            finding_say(finding, "%s is a '%s', and its title begins '%s'",
                        rule_document(run, document), own,
                        rule_quote(run, named.name));
            rule_fact(run, finding, n, NULL, "the title is '%s'",
                      rule_quote(run, title));
            rule_source(run, finding, named.type->source,
                        "'%s' is a name of the type '%s'",
                        rule_quote(run, named.name),
                        rule_quote(run, named.type->id));
            finding_hint(finding, "did you mean '%s'?",
                         rule_quote(run, named.type->id));
            break;
        }
    }
}

/* A title under its document's type; none where memory fails. */
static struct str typed_title(struct arena *arena, unsigned type,
                              struct str title)
{
    char *key = arena_room(arena, title.length + 1);

    if (key == NULL)
        return str_of("");
    key[0] = (char)type;
    memcpy(key + 1, title.at, title.length);
    return (struct str){key, title.length + 1};
}

/* The first other document of that type with one of the titles, or NULL. */
static const struct document *
same_title(struct rule_run *run, struct map *titles, struct document *document)
{
    const struct document *other = NULL;

    for (const struct node *n = document->titles.first; n; n = n->next) {
        struct str title = ((const struct text *)n)->value;
        if (title.at == NULL)
            continue;
        struct str key = typed_title(run->arena, document->type, title);
        const struct document *first =
            map_put(titles, run->arena, key, document);
        if (first != NULL && first != document && other == NULL)
            other = first;
    }
    return other;
}

void check_document_twice(struct rule_run *run)
{
    struct map titles = {NULL, 0};

    for (struct node *n = run->summit->documents->documents.first; n;
         n = n->next) {
        struct document *document = (struct document *)n;
        if (!rule_given(run, n, "type"))
            continue;
        const struct document *other = same_title(run, &titles, document);
        if (other == NULL)
            continue;
        struct cis_finding *finding = rule_emit(run, n, NULL);
        finding_say(finding, "%s has the type and title of %s",
                    rule_document(run, document), rule_document(run, other));
        rule_fact(run, finding, &other->node, NULL, "%s is here",
                  rule_document(run, other));
    }
}
