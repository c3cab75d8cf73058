/* Writes bound structs as C objects that point to each other. */
/* SPDX-License-Identifier: MIT */
#include "freeze.h"

#include <inttypes.h>

/* A node's number stands in its `tag`: in data that comes with the program
 * nobody asks for the place in the file. */

static const void *member(const struct node *node, size_t offset)
{
    return (const char *)node + offset;
}

/* Calls visit for a node and all below it, parents first. */
static void walk(struct node *node,
                 void (*visit)(void *context, struct node *node), void *context)
{
    const struct class *class = node->class;

    visit(context, node);
    for (size_t i = 0; i < class->child_count; i++) {
        const struct child *row = &class->children[i];
        const struct list *list = member(node, row->offset);
        struct node *const *one = member(node, row->offset);

        if (!row->several && *one != NULL)
            walk(*one, visit, context);
        for (struct node *n = row->several ? list->first : NULL; n != NULL;
             n = n->next)
            walk(n, visit, context);
    }
}

static void number(void *context, struct node *node)
{
    node->tag = ++*(uint64_t *)context;
}

static void declare(void *context, struct node *node)
{
    fprintf(context, "static const %s n%" PRIu64 ";\n",
            node->class->struct_name, node->tag);
}

static void freeze_link(FILE *out, const char *name, const struct node *to)
{
    if (to != NULL)
        fprintf(out, ".%s = (void *)&n%" PRIu64 ", ", name, to->tag);
}

static void freeze_field(FILE *out, const struct node *node,
                         const struct field *field)
{
    const void *at = member(node, field->offset);
    struct cis_date date;

    fprintf(out, "    .%s = ", field->member);
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_XML:
        fputc('{', out);
        freeze_text(out, *(const struct str *)at);
        fprintf(out, ", %zu}", ((const struct str *)at)->length);
        break;
    case FIELD_DATE:
        date = *(const struct cis_date *)at;
        fprintf(out, "{%d, %d, %d}", date.year, date.month, date.day);
        break;
    case FIELD_CHOICE:
    case FIELD_FLAG:
        fprintf(out, "%u", *(const unsigned *)at);
        break;
    case FIELD_NUMBER:
    case FIELD_TIME:
        if (*(const int64_t *)at == NUMBER_ABSENT)
            fputs("NUMBER_ABSENT", out);
        else
            fprintf(out, "INT64_C(%" PRId64 ")", *(const int64_t *)at);
        break;
    }
    fputs(",\n", out);
}

static void freeze_child(FILE *out, const struct node *node,
                         const struct child *row)
{
    const struct list *list = member(node, row->offset);
    struct node *const *one = member(node, row->offset);

    fputs("    ", out);
    if (!row->several) {
        freeze_link(out, row->member, *one);
    } else if (list->first != NULL) {
        fprintf(out, ".%s = {", row->member);
        freeze_link(out, "first", list->first);
        freeze_link(out, "last", list->last);
        fprintf(out, ".count = %zu},", list->count);
    }
    fputs("\n", out);
}

static void define(void *context, struct node *node)
{
    const struct class *class = node->class;
    FILE *out = context;

    fprintf(out, "static const %s n%" PRIu64 " = {\n    .node = {",
            class->struct_name, node->tag);
    freeze_link(out, "parent", node->parent);
    freeze_link(out, "next", node->next);
    fprintf(out, ".name = \"%s\"},\n", node->name);
    for (size_t i = 0; i < class->field_count; i++)
        freeze_field(out, node, &class->fields[i]);
    for (size_t i = 0; i < class->child_count; i++)
        freeze_child(out, node, &class->children[i]);
    fputs("};\n", out);
}

void freeze_nodes(FILE *out, struct node *root, const char *name)
{
    uint64_t count = 0;

    walk(root, number, &count);
    walk(root, declare, out);
    walk(root, define, out);
    fprintf(out, "const %s *const %s = &n%" PRIu64 ";\n",
            root->class->struct_name, name, root->tag);
}
