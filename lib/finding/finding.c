/* Builds findings in the arena of their summit, and orders them. */
/* SPDX-License-Identifier: MIT */
#include "finding/finding.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define QUOTED_CHARACTERS 60

unsigned finding_level(const struct cis_finding *finding)
{
    const unsigned char *levels = finding->list->levels;

    return levels != NULL ? levels[finding->code]
                          : rule_of(finding->code)->severity + 1u;
}

void findings_init(struct findings *list, struct arena *arena)
{
    *list = (struct findings){.arena = arena};
}

struct cis_finding *finding_add(struct findings *list, enum code code,
                                struct extent where, const char *path)
{
    struct cis_finding *finding = arena_new(list->arena, sizeof *finding);

    if (finding == NULL)
        finding = &list->spare;
    *finding = (struct cis_finding){.code = code,
                                    .message = "",
                                    .path = path,
                                    .file = "",
                                    .where = where,
                                    .list = list};
    if (finding == &list->spare)
        return finding;
    if (list->last != NULL)
        list->last->next = finding;
    else
        list->first = finding;
    list->last = finding;
    list->count++;
    return finding;
}

void finding_say(struct cis_finding *finding, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    finding->message =
        arena_format_list(finding->list->arena, format, arguments);
    va_end(arguments);
}

void finding_hint(struct cis_finding *finding, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    finding->hint = arena_format_list(finding->list->arena, format, arguments);
    va_end(arguments);
}

static struct cis_fact *add_fact(struct cis_finding *finding,
                                 const char *message)
{
    struct cis_fact *fact = arena_new(finding->list->arena, sizeof *fact);

    if (fact == NULL)
        return NULL;
    fact->message = message;
    if (finding->last_fact != NULL)
        finding->last_fact->next = fact;
    else
        finding->facts = fact;
    finding->last_fact = fact;
    finding->fact_count++;
    return fact;
}

void finding_fact(struct cis_finding *finding, struct extent where,
                  const char *path, const char *format, ...)
{
    struct cis_fact *fact;
    va_list arguments;

    va_start(arguments, format);
    fact = add_fact(finding,
                    arena_format_list(finding->list->arena, format, arguments));
    va_end(arguments);
    if (fact == NULL)
        return;
    fact->where = where;
    fact->path = path;
}

void finding_source(struct cis_finding *finding, const char *source,
                    const char *format, ...)
{
    struct cis_fact *fact;
    va_list arguments;

    va_start(arguments, format);
    fact = add_fact(finding,
                    arena_format_list(finding->list->arena, format, arguments));
    va_end(arguments);
    if (fact != NULL)
        fact->source = source;
}

/* One character as it can stand in a message. */
static size_t show_character(uint32_t point, char out[static 16])
{
    if (point == '\n' || point == '\t' || point == '\r') {
        out[0] = '\\';
        out[1] = point == '\n' ? 'n' : point == '\t' ? 't' : 'r';
        return 2;
    }
    if (point < 0x20 || (point >= 0x7F && point < 0xA0))
        return (size_t)snprintf(out, 16, "\\x%02X", (unsigned)point);
    return utf8_put(point, out);
}

const char *finding_quote(struct arena *arena, struct str value)
{
    char *out = arena_new(arena, QUOTED_CHARACTERS * 4 + 4);
    size_t length = 0, size;

    if (out == NULL)
        return "";
    for (int i = 0; value.length > 0; i++) {
        if (i == QUOTED_CHARACTERS) {
            memcpy(out + length, "…", sizeof "…");
            return out;
        }
        length += show_character(utf8_decode(value, &size), out + length);
        value.at += size;
        value.length -= size;
    }
    return out;
}

bool findings_have(const struct findings *list, enum code code)
{
    for (const struct cis_finding *f = list->first; f != NULL; f = f->next)
        if (f->code == code)
            return true;
    return false;
}

static bool comes_after(const struct cis_finding *a,
                        const struct cis_finding *b)
{
    if (a->where.offset != b->where.offset)
        return a->where.offset > b->where.offset;
    return a->code > b->code;
}

/* Cuts off the first `count` of a list; returns the rest. */
static struct cis_finding *cut(struct cis_finding *list, size_t count)
{
    struct cis_finding *rest;

    while (list != NULL && --count > 0)
        list = list->next;
    if (list == NULL)
        return NULL;
    rest = list->next;
    list->next = NULL;
    return rest;
}

/* Appends both lists in order to *end; returns where the next one goes. */
static struct cis_finding **merge(struct cis_finding **end,
                                  struct cis_finding *a, struct cis_finding *b)
{
    while (a != NULL || b != NULL) {
        struct cis_finding **from =
            a == NULL || (b != NULL && comes_after(a, b)) ? &b : &a;

        *end = *from;
        *from = (*from)->next;
        end = &(*end)->next;
    }
    *end = NULL;
    return end;
}

void findings_sort(struct findings *list)
{
    for (size_t run = 1; run < list->count; run *= 2) {
        struct cis_finding *rest = list->first;
        struct cis_finding **end = &list->first;

        while (rest != NULL) {
            struct cis_finding *a = rest;
            struct cis_finding *b = cut(a, run);

            rest = cut(b, run);
            end = merge(end, a, b);
        }
    }
    for (list->last = list->first;
         list->last != NULL && list->last->next != NULL;)
        list->last = list->last->next;
}
