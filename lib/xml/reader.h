/* Bytes in, events out: libxml2's SAX2 parser behind decoder and guard. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_READER_H
#define XML_READER_H

#include "xml/event.h"
#include "xml/guard.h"
#include "xml/problem.h"
#include "xml/source.h"

struct reader;

/* Readies libxml2, which may end the process where it cannot be: called before
 * a host has anything under way. A reader readies it if nobody has. */
void reader_prepare(void);

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
