/* Workers: inputs go in, and come out validated in the same order. */
/* SPDX-License-Identifier: MIT */
#ifndef POOL_H
#define POOL_H

#include "job.h"

#include <cisvalidate/corpus.h>

struct pool;

/*
 * At most so many threads, made as they are needed; with 0, or where none can
 * be made, pool_take does the work itself. At most twice as many inputs, and
 * 64 more, are under way. The report is only read. corpus, which may be NULL,
 * gets the facts of all records at pool_gather. On anything but CIS_OK *pool
 * is NULL.
 */
enum cis_status pool_new(const struct cis_validator *validator,
                         const struct report *report, unsigned threads,
                         struct cis_corpus *corpus, struct pool **pool);

bool pool_is_full(const struct pool *pool);
bool pool_is_empty(const struct pool *pool);

/* Takes over the path. Only while it is not full. */
void pool_put(struct pool *pool, struct input input);

/* The oldest input that is under way, once it is done: its path and its part
 * are the caller's. NULL if that takes longer than so many milliseconds; 0
 * waits for ever. Only while it is not empty. */
struct job *pool_take(struct pool *pool, unsigned milliseconds);

/* The facts of every input are in the corpus from now on. Only while it is
 * empty, and nothing more is put. */
void pool_gather(struct pool *pool);

/* Waits for what is under way, and forgets it. */
void pool_free(struct pool *pool);

#endif
