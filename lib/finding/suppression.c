/* What a record says is to be suppressed, and what that comes to. */
/* SPDX-License-Identifier: MIT */
#include "finding/suppression.h"

#include <stdlib.h>
#include <string.h>

bool suppression_allowed(enum code code)
{
    return strchr("WSXGU", rule_of(code)->code[0]) == NULL;
}

bool suppression_across(enum code code)
{
    return rule_of(code)->code[0] == 'C';
}

static int compare_files(const char *a, const char *b)
{
    return a == b ? 0 : strcmp(a, b);
}

static int compare_numbers(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

/* What holds further out comes first, and is covered by what comes later. */
static int compare(const void *left, const void *right)
{
    const struct suppression *a = *(struct suppression *const *)left;
    const struct suppression *b = *(struct suppression *const *)right;
    int order = compare_files(a->file, b->file);

    if (order == 0)
        order = compare_numbers(a->scope.offset, b->scope.offset);
    if (order == 0)
        order = compare_numbers(b->scope.end, a->scope.end);
    return order != 0 ? order
                      : compare_numbers(b->where.offset, a->where.offset);
}

void suppressions_sort(struct suppression **all, size_t count)
{
    qsort(all, count, sizeof *all, compare);
}

void sweep_begin(struct sweep *sweep, struct suppression **sorted, size_t count)
{
    *sweep = (struct sweep){.next = sorted, .end = sorted + count};
}

static bool has_begun(const struct suppression *s, const char *file,
                      uint64_t offset)
{
    int order = compare_files(s->file, file);

    return order < 0 || (order == 0 && s->scope.offset <= offset);
}

static bool holds(const struct suppression *s, const char *file,
                  uint64_t offset)
{
    return compare_files(s->file, file) == 0 && offset < s->scope.end;
}

/* What no longer holds for a place holds for none that comes after it. */
struct suppression *sweep_find(struct sweep *sweep, const char *file,
                               uint64_t offset, enum code code)
{
    struct suppression **top = &sweep->top[code];

    for (; sweep->next < sweep->end && has_begun(*sweep->next, file, offset);
         sweep->next++) {
        struct suppression *s = *sweep->next;
        s->under = sweep->top[s->code];
        sweep->top[s->code] = s;
    }
    while (*top != NULL && !holds(*top, file, offset))
        *top = (*top)->under;
    return *top;
}

void suppression_use(struct suppression *suppression,
                     struct cis_finding *finding)
{
    if (suppression == NULL)
        return;
    suppression->used = true;
    finding->reason = suppression->reason;
}

void suppression_say_unused(const struct suppression *suppression,
                            struct cis_finding *finding)
{
    const struct cis_rule *rule = rule_of(suppression->code);

    finding_say(finding, "no finding of %s (%s) is left to suppress here",
                rule->code, rule->name);
    finding_hint(finding, "take %s out", rule->code);
}
