/* An allocator that counts its blocks and fails when it is told to. */
/* SPDX-License-Identifier: MIT */
#ifndef SUPPORT_FAILING_H
#define SUPPORT_FAILING_H

#include <cisvalidate/options.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

struct failing {
    struct cis_allocator from;
    size_t calls;
    size_t fails_at; /* the call that fails, from 1; 0 for none */
    bool lasting;    /* and all that follow it */
    size_t live;     /* blocks not given back */
};

static inline bool failing_now(struct failing *failing)
{
    failing->calls++;
    return failing->calls == failing->fails_at ||
           (failing->lasting && failing->fails_at != 0 &&
            failing->calls > failing->fails_at);
}

static inline void *failing_allocate(void *context, size_t size)
{
    struct failing *failing = context;
    bool fails = failing_now(failing) || size > PTRDIFF_MAX;
    void *block = fails ? NULL : malloc(size);

    failing->live += block != NULL;
    return block;
}

static inline void *failing_resize(void *context, void *block, size_t size)
{
    return failing_now(context) ? NULL : realloc(block, size);
}

static inline void failing_release(void *context, void *block)
{
    struct failing *failing = context;

    failing->live--;
    free(block);
}

/* For memory from this very struct: it must not move. */
static inline void failing_init(struct failing *failing, size_t fails_at)
{
    *failing = (struct failing){
        .from = {failing_allocate, failing_resize, failing_release, failing},
        .fails_at = fails_at};
}

#endif
