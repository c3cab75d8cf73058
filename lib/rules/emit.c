/* How rules say what they found: findings, facts, skips, and their words. */
/* SPDX-License-Identifier: MIT */
#include "rules/rule.h"

#include "record/access.h"
#include "xml/tag.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct extent rule_place(const struct rule_run *run, const struct node *node,
                         const char **attribute)
{
    struct extent name;
    struct extent value;

    if (*attribute != NULL && tag_attribute(run->source, node->tag,
                                            str_of(*attribute), &name, &value))
        return value;
    *attribute = NULL;
    return tag_name(run->source, node->tag);
}

struct cis_finding *rule_emit(struct rule_run *run, const struct node *node,
                              const char *attribute)
{
    struct extent where = rule_place(run, node, &attribute);

    return finding_add(run->findings, run->code, where,
                       node_path(run->arena, node, attribute));
}

void rule_fact(struct rule_run *run, struct cis_finding *finding,
               const struct node *node, const char *attribute,
               const char *format, ...)
{
    va_list list;

    va_start(list, format);
    const char *text = arena_format_list(run->arena, format, list);
    va_end(list);
    struct extent where = rule_place(run, node, &attribute);
    finding_fact(finding, where, node_path(run->arena, node, attribute), "%s",
                 text);
}

void rule_source(struct rule_run *run, struct cis_finding *finding,
                 struct str source, const char *format, ...)
{
    va_list list;

    va_start(list, format);
    const char *text = arena_format_list(run->arena, format, list);
    va_end(list);
    struct str from = arena_copy(run->arena, source);
    finding_source(finding, from.at != NULL ? from.at : "", "%s", text);
}

void rule_skip(struct rule_run *run, const char *format, ...)
{
    va_list list;

    if (run->skipped)
        return;
    run->skipped = true;
    if (run->skip == NULL)
        return;
    va_start(list, format);
    run->skip(run->skip_context, run->code,
              arena_format_list(run->arena, format, list));
    va_end(list);
}

bool rule_given(struct rule_run *run, const struct node *node,
                const char *attribute)
{
    const struct class *class = node->class;

    for (size_t i = 0; i < class->field_count; i++) {
        const struct field *field = &class->fields[i];
        if (strcmp(field->name, attribute) != 0)
            continue;
        if (field_given(node, field))
            return true;
        if (node->damaged || node_rejected(node, field->offset))
            rule_skip(run, "the schema left no value of %s",
                      node_path(run->arena, node, attribute));
        return false;
    }
    return false;
}

bool rule_whole(struct rule_run *run, const struct node *node)
{
    if (node == NULL || (!node->damaged && node->rejected == 0))
        return true;
    rule_skip(run, "the schema found fault with %s",
              node_path(run->arena, node, NULL));
    return false;
}
