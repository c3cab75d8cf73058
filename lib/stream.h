/* One document on its way: reader, schema, builder, and its findings. */
/* SPDX-License-Identifier: MIT */
#ifndef LIB_STREAM_H
#define LIB_STREAM_H

#include "finding/finding.h"
#include "schema/bind.h"
#include "schema/run.h"
#include "suppress.h"
#include "xml/canonical.h"
#include "xml/reader.h"

#include <cisvalidate/status.h>

struct stream {
    const struct cis_allocator *from;
    uint64_t show;               /* findings to give out at most */
    const unsigned char *levels; /* by code; NULL: as the catalogue has them */
    struct reader *reader;
    struct run *run;
    struct bind *bind;
    struct arena arena; /* of what is between two stream_flush */
    struct arena shown; /* of the excerpts of the finding that is given out */
    struct findings findings;
    struct suppress suppress;
    bool over; /* the rest of the input changes nothing any more */
    const char *file;
    cis_finding_fn *on_finding;
    void *finding_context;
    cis_suppressed_fn *on_suppressed;
    void *suppressed_context;
    uint64_t suppressed; /* findings that were, and are in no count */
    uint64_t counts[CIS_ERROR + 1]; /* by severity */
    /* called for each element of the bound class; its nodes live until the
     * next stream_flush */
    void (*done)(void *context, struct node *root);
    /* called after that, when its findings have been given out; end: where
     * its end tag begins. May be NULL. */
    void (*told)(void *context, struct node *root, uint64_t end);
    void *context;
    struct canonical canonical; /* for elements that are kept as XML … */
    bool keeps_xml;             /* … where anybody wants them */
};

/* nodes: the arena for what is built, or NULL for one that is forgotten with
 * the findings. False where memory fails; stream_free is due in any case. */
bool stream_init(struct stream *stream, const struct cis_allocator *from,
                 const struct guard_limits *limits, const struct schema *schema,
                 const struct binding *binding, struct arena *nodes);
void stream_free(struct stream *stream);

enum cis_status stream_begin(struct stream *stream, const char *file);
enum cis_status stream_feed(struct stream *stream, const void *bytes,
                            size_t size);
enum cis_status stream_end(struct stream *stream);

/* Gives out what was found since the last time, in the order of places, and
 * forgets it together with what was built. */
enum cis_status stream_flush(struct stream *stream);

#endif
