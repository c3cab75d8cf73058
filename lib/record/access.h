/* What stands behind the elements that importers are given. */
/* SPDX-License-Identifier: MIT */
#ifndef RECORD_ACCESS_H
#define RECORD_ACCESS_H

#include "record/record.h"
#include "xml/source.h"

#include <cisvalidate/record.h>

/* Of one record, while its callback runs or as long as it is held. */
struct record {
    const struct cis_allocator *from; /* for who holds it */
    const struct schema *schema;
    struct source *source;
    struct extent where; /* the whole record */
    struct summit_index index;
    bool valid;
};

/* A record with memory of its own. */
struct cis_record {
    struct cis_allocator from;
    struct arena arena;
    struct source source;
    struct record record;
    struct summit *summit;
};

/* NULL for an element that has none. */
const struct record *record_of(const struct node *node);

/* The field of an attribute by its name as written ("xml:lang"; "": the words
 * of the element), or NULL. */
const struct field *field_named(const struct node *node, const char *name);

/* Whether the field of the struct has a value (see bind.h). */
bool field_given(const struct node *node, const struct field *field);

/* Where its member is. */
const void *field_at(const struct node *node, const struct field *field);

#endif
