/* Reads the instructions by which a record suppresses findings. */
/* SPDX-License-Identifier: MIT */
#include "suppress.h"

#include "base/suggest.h"
#include "xml/markup.h"
#include "xml/pseudo.h"

#include <string.h>

/* One instruction as it is read. */
struct reading {
    struct suppress *to;
    struct extent whole;
    struct extent scope; /* its end is not known yet */
    struct tag_part codes;
    struct tag_part reason;
    bool good;
};

void suppress_begin(struct suppress *suppress)
{
    suppress->depth = 0;
    suppress_forget(suppress);
}

void suppress_forget(struct suppress *suppress)
{
    suppress->first = suppress->last = suppress->open = NULL;
    suppress->count = 0;
    suppress->path = NULL;
}

void suppress_end(struct suppress *suppress, uint64_t tag)
{
    while (suppress->open != NULL && suppress->open->depth == suppress->depth) {
        struct suppression *s = suppress->open;
        s->scope.end = tag_whole(suppress->source, tag).end;
        suppress->open = s->under;
    }
    suppress->depth--;
}

static const char *quoted(struct reading *r, struct str text)
{
    return finding_quote(r->to->findings->arena, text);
}

static struct str text_at(struct reading *r, struct extent where)
{
    return source_text(r->to->source, where);
}

static struct cis_finding *mistake(struct reading *r, struct extent where)
{
    return finding_add(r->to->findings, CODE_U002, where, r->to->path);
}

/* The same one for all instructions of an element. */
static void set_path(struct suppress *suppress, uint64_t tag)
{
    const char *element;

    if (suppress->path != NULL && suppress->parent == tag)
        return;
    element = run_here(suppress->run);
    suppress->parent = tag;
    suppress->path =
        arena_format(suppress->findings->arena, "%s%sprocessing-instruction()",
                     element, element[0] != '\0' ? "/" : "");
}

static void refuse_name(struct reading *r, const struct tag_part *part)
{
    struct str name = text_at(r, part->name);
    struct cis_finding *f = mistake(r, part->name);
    struct suggestion suggestion;

    suggest_start(&suggestion, name);
    suggest_consider(&suggestion, str_of("suppress"));
    suggest_consider(&suggestion, str_of("reason"));
    finding_say(f, "a suppression has no '%s', only suppress and reason",
                quoted(r, name));
    if (suggestion.best.at != NULL)
        finding_hint(f, "did you mean '%.*s'?", STR_ARGS(suggestion.best));
    r->good = false;
}

static void take_part(struct reading *r, const struct tag_part *part)
{
    struct str name = text_at(r, part->name);
    struct tag_part *to = str_is(name, "suppress") ? &r->codes
                          : str_is(name, "reason") ? &r->reason
                                                   : NULL;

    if (to == NULL) {
        refuse_name(r, part);
    } else if (to->name.end > 0) {
        finding_say(mistake(r, part->name),
                    "a suppression has one '%.*s', not two", STR_ARGS(name));
        r->good = false;
    } else {
        *to = *part;
    }
}

/* A part that must be there, and not blank. */
static void require(struct reading *r, const struct tag_part *part,
                    const char *absent, const char *blank)
{
    if (part->name.end == 0)
        finding_say(mistake(r, r->whole), "%s", absent);
    else if (str_blank(text_at(r, part->value)))
        finding_say(mistake(r, part->value), "%s", blank);
    else
        return;
    r->good = false;
}

static void read_parts(struct reading *r, struct pseudo *pseudo)
{
    struct tag_part part;

    while (pseudo_next(pseudo, &part))
        take_part(r, &part);
    if (pseudo->fault != NULL) {
        finding_say(mistake(r, pseudo->where), "%s", pseudo->fault);
        r->good = false;
        return;
    }
    require(r, &r->codes, "the suppression does not say of which codes",
            "the suppression names no code");
    require(r, &r->reason, "the suppression gives no reason",
            "the reason of the suppression is blank");
}

static void refuse_code(struct reading *r, struct extent where,
                        const struct cis_rule *rule, const char *text)
{
    struct cis_finding *f = mistake(r, where);
    const char *nearest = rule == NULL ? cis_rule_suggest(text) : NULL;

    if (rule != NULL)
        finding_say(f, "findings of %s (%s) cannot be suppressed", rule->code,
                    rule->name);
    else
        finding_say(f, "there is no code '%s'", quoted(r, str_of(text)));
    if (nearest != NULL)
        finding_hint(f, "did you mean '%s'?", nearest);
}

static void add(struct reading *r, enum code code, struct extent where,
                const char *reason)
{
    struct suppress *to = r->to;
    struct suppression *s = arena_new(to->findings->arena, sizeof *s);

    if (s == NULL)
        return;
    *s = (struct suppression){.code = code,
                              .reason = reason,
                              .file = "",
                              .path = to->path,
                              .where = where,
                              .scope = r->scope,
                              .depth = to->depth,
                              .under = to->open};
    to->open = s;
    if (to->last != NULL)
        to->last->next = s;
    else
        to->first = s;
    to->last = s;
    to->count++;
}

static void read_code(struct reading *r, struct extent where,
                      const char *reason)
{
    struct str text = arena_copy(r->to->findings->arena, text_at(r, where));
    const struct cis_rule *rule =
        text.at != NULL ? cis_rule_find(text.at) : NULL;

    if (text.at == NULL)
        return;
    if (rule == NULL || !suppression_allowed(rule_index(rule)))
        refuse_code(r, where, rule, text.at);
    else if (r->good)
        add(r, rule_index(rule), where, reason);
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* The words between white space, one by one; false after the last. */
static bool next_word(struct str text, size_t *at, size_t *start)
{
    while (*at < text.length && is_space(text.at[*at]))
        ++*at;
    for (*start = *at; *at < text.length && !is_space(text.at[*at]);)
        ++*at;
    return *at > *start;
}

/* On one line, with single blanks. */
static const char *read_reason(struct reading *r)
{
    struct str text = text_at(r, r->reason.value);
    char *out = arena_room(r->to->findings->arena, text.length + 1);
    size_t length = 0, at = 0, start;

    if (out == NULL)
        return "";
    while (next_word(text, &at, &start)) {
        if (length > 0)
            out[length++] = ' ';
        memcpy(out + length, text.at + start, at - start);
        length += at - start;
    }
    out[length] = '\0';
    return out;
}

static void read_codes(struct reading *r)
{
    struct str text = text_at(r, r->codes.value);
    uint64_t base = r->codes.value.offset;
    const char *reason = r->good ? read_reason(r) : "";
    size_t at = 0, start;

    while (next_word(text, &at, &start))
        read_code(r, (struct extent){base + start, base + at}, reason);
}

void suppress_read(struct suppress *suppress, uint64_t offset, uint64_t tag,
                   bool in_record)
{
    struct reading r = {.to = suppress, .scope = {tag, tag}, .good = true};
    struct pseudo pseudo;

    set_path(suppress, tag);
    pseudo_begin(&pseudo, suppress->source, offset, MARKUP_TARGET, &r.whole);
    if (in_record) {
        read_parts(&r, &pseudo);
        read_codes(&r);
    } else {
        finding_say(mistake(&r, r.whole),
                    "a suppression must stand in the record that it is about");
    }
}

static void mark(struct suppress *suppress, struct suppression **sorted)
{
    struct sweep sweep;

    findings_sort(suppress->findings);
    suppressions_sort(sorted, suppress->count);
    sweep_begin(&sweep, sorted, suppress->count);
    for (struct cis_finding *f = suppress->findings->first; f; f = f->next)
        if (suppression_allowed(f->code))
            suppression_use(sweep_find(&sweep, "", f->where.offset, f->code),
                            f);
}

void suppress_settle(struct suppress *suppress,
                     const bool skipped[static CODE_COUNT],
                     const unsigned char levels[static CODE_COUNT])
{
    struct findings *findings = suppress->findings;
    struct suppression **sorted;
    size_t count = 0;

    if (suppress->count == 0)
        return;
    sorted = arena_array(findings->arena, suppress->count, sizeof *sorted);
    if (sorted == NULL)
        return;
    for (struct suppression *s = suppress->first; s != NULL; s = s->next)
        sorted[count++] = s;
    mark(suppress, sorted);
    for (struct suppression *s = suppress->first; s != NULL; s = s->next)
        if (!s->used && !skipped[s->code] && !suppression_across(s->code) &&
            levels[s->code] != CIS_LEVEL_OFF)
            suppression_say_unused(
                s, finding_add(findings, CODE_U001, s->where, s->path));
}
