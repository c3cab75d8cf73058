/* Bytes in, events out: libxml2's SAX2 parser behind decoder and guard. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_READER_H
#define XML_READER_H

#include "xml/guard.h"
#include "xml/problem.h"
#include "xml/source.h"

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
};

enum reader_status {
    READER_OK,
    READER_PROBLEM,
    READER_NO_MEMORY
};

struct reader;

/* NULL where memory fails. The source is the reader's; see reader_source. */
struct reader *reader_new(const struct cis_allocator *from,
                          const struct guard_limits *limits,
                          const struct reader_events *events, void *context);
void reader_free(struct reader *reader);

/*
 * Events and problem depend on the content of the input only, never on how it
 * is cut: libxml2 is fed when a stretch of some size has come in, and what
 * follows far enough for any excerpt. So events lag behind reader_feed.
 */
enum reader_status reader_begin(struct reader *reader);
enum reader_status reader_feed(struct reader *reader, const void *bytes,
                               size_t size);
/* READER_OK only when the whole input was well-formed. */
enum reader_status reader_end(struct reader *reader);

/* From inside an event: no more events, and the rest of the input is not
 * looked at; reader_end gives READER_OK. */
void reader_stop(struct reader *reader);

const struct problem *reader_problem(const struct reader *reader);
struct source *reader_source(struct reader *reader);

#endif
