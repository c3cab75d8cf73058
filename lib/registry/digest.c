/* A hash of all that a registry says, wherever it came from. */
/* SPDX-License-Identifier: MIT */
#include "base/hash.h"
#include "registry/registry.h"

static uint64_t add_number(uint64_t hash, int64_t number)
{
    hash = hash_number(hash, (uint32_t)(uint64_t)number);
    return hash_number(hash, (uint32_t)((uint64_t)number >> 32));
}

static uint64_t add_date(uint64_t hash, struct cis_date date)
{
    return add_number(hash, (date.year * 16 + date.month) * 32 + date.day);
}

static uint64_t add_field(uint64_t hash, const struct node *node,
                          const struct field *field)
{
    const void *at = (const char *)node + field->offset;

    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_XML:
        return hash_text(hash, *(const struct str *)at);
    case FIELD_DATE:
        return add_date(hash, *(const struct cis_date *)at);
    case FIELD_CHOICE:
        return add_number(hash, *(const unsigned *)at);
    case FIELD_FLAG:
        return add_number(hash, *(const enum flag *)at);
    case FIELD_NUMBER:
    case FIELD_TIME:
        break;
    }
    return add_number(hash, *(const int64_t *)at);
}

/* As deep as the classes are, which is four. The bundled nodes do not know
 * their class. */
static uint64_t add_node(uint64_t hash, const struct node *node,
                         const struct class *class)
{
    for (size_t i = 0; i < class->field_count; i++)
        hash = add_field(hash, node, &class->fields[i]);
    for (size_t i = 0; i < class->child_count; i++) {
        const struct child *row = &class->children[i];
        const void *at = (const char *)node + row->offset;
        const struct node *child = row->several
                                       ? ((const struct list *)at)->first
                                       : *(struct node *const *)at;

        for (; child != NULL; child = row->several ? child->next : NULL)
            hash = add_node(hash_number(hash, (uint32_t)i), child, row->class);
    }
    return hash;
}

uint64_t registry_digest(const struct registry *registry)
{
    return add_node(HASH_START, &registry->root->node, &class_registry);
}
