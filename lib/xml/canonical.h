/* The content of an element as Canonical XML, from the reader's events. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_CANONICAL_H
#define XML_CANONICAL_H

#include "base/str.h"
#include "xml/event.h"

/*
 * Canonical XML 1.0 without comments and processing instructions, for a
 * place where `outer` is the default namespace and no prefix is declared:
 * what stands there on its own keeps its meaning, and is its own canonical
 * form.
 */
struct canonical_scope {
    const char *prefix; /* NULL: the default namespace */
    const char *uri;    /* "" or NULL: none */
    size_t depth;       /* of the element that declares it */
};

struct canonical_name {
    const char *prefix; /* or NULL */
    const char *local;
};

/* Namespaces that are declared outside are repeated in each element of the
 * content: what is longer than this is not kept. */
enum {
    CANONICAL_MOST = 64 * 1024 * 1024
};

struct canonical {
    const char *outer;
    struct buf text;
    struct canonical_scope *scopes; /* the inner ones last */
    size_t scope_count, scope_capacity;
    struct canonical_name *open; /* of the content, the outer ones first */
    size_t open_count, open_capacity;
    size_t depth;   /* elements that are open */
    size_t capture; /* depth of the one whose content is kept; 0: none */
};

void canonical_init(struct canonical *canonical,
                    const struct cis_allocator *from, const char *outer);
void canonical_free(struct canonical *canonical);
void canonical_begin(struct canonical *canonical); /* a document */

/* For every element and text of the document. */
void canonical_start(struct canonical *canonical,
                     const struct xml_element *element);
void canonical_text(struct canonical *canonical, struct str text);
void canonical_end(struct canonical *canonical);

/* The content of the element that has just started is wanted … */
void canonical_capture(struct canonical *canonical);

/* … and, before its canonical_end, had: none (at NULL) where it is too long.
 * False: the content of the element under way is not wanted. */
bool canonical_content(const struct canonical *canonical, struct str *content);

bool canonical_failed(const struct canonical *canonical); /* memory */

#endif
