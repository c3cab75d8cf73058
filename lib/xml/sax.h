/* Events of libxml2 to ours: names, values, and the tags they stand in. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_SAX_H
#define XML_SAX_H

#include "xml/event.h"
#include "xml/fault.h"
#include "xml/guard.h"
#include "xml/version.h"

struct sax {
    const struct cis_allocator *from;
    const struct reader_events *events;
    void *context;
    struct guard *guard; /* which knows the tags */
    xmlParserCtxtPtr parser;
    struct xml_attribute *attributes;
    size_t attribute_capacity;
    struct xml_namespace *namespaces;
    size_t namespace_capacity;
    size_t namespaces_in_scope;
    struct open_element *open;
    size_t depth;
    size_t open_capacity;
    uint64_t tag;        /* the last one that an event was about */
    uint64_t run;        /* bytes of text since the last tag */
    uint64_t unfinished; /* where markup begins that the input ends within */
    struct fault fault;
    struct problem problem;
    enum reader_status status;
    bool stopped;
    bool closed; /* the root element has ended */
};

void sax_free(struct sax *sax);

/* A new parser and a clean state, for the next input; see sax->status. */
void sax_begin(struct sax *sax);

/* Whether the input has come to its end, one way or another. */
bool sax_done(const struct sax *sax);

/* The first failure counts. */
void sax_fail(struct sax *sax, enum reader_status status);

/* W004: what is more than the limit. */
void sax_refuse(struct sax *sax, enum cis_limit limit, uint64_t offset,
                const char *what);

#endif
