/* What the reader tells: elements, their ends, and text. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_EVENT_H
#define XML_EVENT_H

#include "base/str.h"

#include <stdint.h>

/* Names and namespaces are interned: equal text, equal pointer, as long as
 * the reader lives between two reader_begin. NULL: no namespace or prefix. */
struct xml_attribute {
    const char *local;
    const char *prefix;
    const char *ns;
    struct str value; /* normalised as XML says; valid during the event */
};

/* xmlns:prefix="uri"; prefix NULL: xmlns="uri"; "" takes the default back. */
struct xml_namespace {
    const char *prefix;
    const char *uri;
};

struct xml_element {
    const char *local;
    const char *prefix;
    const char *ns;
    const struct xml_attribute *attributes; /* without xmlns */
    size_t attribute_count;
    const struct xml_namespace *namespaces; /* declared on this tag */
    size_t namespace_count;
    uint64_t tag; /* the offset of its '<' */
};

struct reader_events {
    void (*start)(void *context, const struct xml_element *element);
    /* tag: where the end tag begins; of an empty-element tag, where that
     * begins. */
    void (*end)(void *context, uint64_t tag);
    /* Character data; one run may come in several pieces. */
    void (*text)(void *context, struct str text);
    /* Everything before offset has been told: a good moment for
     * source_discard, whatever stands there. May be NULL. */
    void (*pause)(void *context, uint64_t offset);
    /* A processing instruction of target MARKUP_TARGET begins at offset.
     * parent: the tag of the element it stands in, or UINT64_MAX outside the
     * root. May be NULL. */
    void (*instruction)(void *context, uint64_t offset, uint64_t parent);
};

enum reader_status {
    READER_OK,
    READER_PROBLEM,
    READER_NO_MEMORY
};

#endif
