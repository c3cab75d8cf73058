/* Records that are held: a copy with its own memory and source text. */
/* SPDX-License-Identifier: MIT */
#include "record/access.h"

#include <string.h>

static void copy_fields(struct arena *arena, struct node *node)
{
    const struct class *class = node->class;

    for (size_t i = 0; i < class->field_count; i++) {
        struct str *text = (void *)((char *)node + class->fields[i].offset);
        enum field_kind kind = class->fields[i].kind;

        if ((kind == FIELD_TEXT || kind == FIELD_XML) && text->at != NULL)
            *text = arena_copy(arena, *text);
    }
}

/* The node without what it points to. */
static struct node *copy_node(struct arena *arena, const struct node *from,
                              struct node *parent)
{
    struct node *node = arena_room(arena, from->class->size);

    if (node == NULL)
        return NULL;
    memcpy(node, from, from->class->size);
    node->parent = parent;
    node->next = NULL;
    copy_fields(arena, node);
    return node;
}

static struct node *copy_tree(struct arena *arena, const struct node *from,
                              struct node *parent);

static void copy_list(struct arena *arena, struct list *list,
                      struct node *parent)
{
    struct list copy = {.count = list->count};

    for (const struct node *at = list->first; at != NULL; at = at->next) {
        struct node *node = copy_tree(arena, at, parent);

        if (node == NULL)
            break;
        if (copy.last != NULL)
            copy.last->next = node;
        else
            copy.first = node;
        copy.last = node;
    }
    *list = copy;
}

/* As deep as the classes are, which is five. */
static struct node *copy_tree(struct arena *arena, const struct node *from,
                              struct node *parent)
{
    const struct class *class = from->class;
    struct node *node = copy_node(arena, from, parent);

    if (node == NULL)
        return NULL;
    for (size_t i = 0; i < class->child_count; i++) {
        void *at = (char *)node + class->children[i].offset;
        struct node **one = at;

        if (class->children[i].several)
            copy_list(arena, at, node);
        else if (*one != NULL)
            *one = copy_tree(arena, *one, node);
    }
    return node;
}

static bool fill(struct cis_record *copy, const struct summit *summit)
{
    const struct record *from = summit->record;

    if (!source_copy(&copy->source, &copy->from, from->source, from->where))
        return false;
    copy->summit =
        (struct summit *)copy_tree(&copy->arena, &summit->node, NULL);
    if (copy->arena.failed)
        return false;
    copy->record = (struct record){.from = &copy->from,
                                   .schema = from->schema,
                                   .source = &copy->source,
                                   .where = from->where,
                                   .valid = from->valid};
    copy->summit->record = &copy->record;
    summit_index(&copy->record.index, &copy->arena, copy->summit);
    return !copy->arena.failed;
}

enum cis_status cis_record_hold(const struct cis_summit *summit,
                                struct cis_record **record)
{
    const struct record *from = record_of((const struct node *)summit);
    struct cis_record *copy;

    *record = NULL;
    if (from == NULL)
        return CIS_MISUSE;
    copy = alloc_new(from->from, sizeof *copy);
    if (copy == NULL)
        return CIS_NO_MEMORY;
    *copy = (struct cis_record){.from = *from->from};
    arena_init(&copy->arena, &copy->from);
    source_init(&copy->source, &copy->from);
    if (!fill(copy, (const struct summit *)summit)) {
        cis_record_free(copy);
        return CIS_NO_MEMORY;
    }
    *record = copy;
    return CIS_OK;
}

const struct cis_summit *cis_record_get(const struct cis_record *record)
{
    return record != NULL ? (const struct cis_summit *)record->summit : NULL;
}

void cis_record_free(struct cis_record *record)
{
    struct cis_allocator from;

    if (record == NULL)
        return;
    from = record->from;
    source_free(&record->source);
    arena_free(&record->arena);
    alloc_free(&from, record);
}
