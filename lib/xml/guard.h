/* One pass in front of libxml2: limits, refusals, and where tags begin. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_GUARD_H
#define XML_GUARD_H

#include "base/alloc.h"
#include "xml/problem.h"
#include "xml/source.h"

#include <cisvalidate/options.h>

struct guard_limits {
    uint64_t of[CIS_LIMIT_COUNT];
};

/* Where in the markup the guard stands. */
enum guard_state {
    GUARD_TEXT,
    GUARD_OPEN,        /* after '<' */
    GUARD_BANG,        /* after "<!" */
    GUARD_COMMENT,     /* after "<!--" */
    GUARD_CDATA,       /* after "<![CDATA[" */
    GUARD_TARGET,      /* in the name after "<?" */
    GUARD_INSTRUCTION, /* after that name */
    GUARD_NAME,        /* in the name of a start tag */
    GUARD_INSIDE,      /* between the parts of a start tag */
    GUARD_ATTRIBUTE,   /* in the name of an attribute */
    GUARD_VALUE,       /* in the value of an attribute */
    GUARD_END_NAME,    /* in the name of an end tag */
    GUARD_END          /* after that name */
};

/* The beginning ('<') of a tag, and whether it is an empty-element tag. */
struct guard_tag {
    uint64_t offset;
    bool empty;
};

/*
 * Resumable at any byte; never looks at a byte twice. Refuses NUL (W001), a
 * document type declaration (W003), XML versions other than 1.0 (W001), a
 * declared encoding that is not the real one (W002), what cannot be markup or
 * stands outside of the root element (W001), and whatever is over a limit
 * (W004, naming the limit and its option), before libxml2 sees it. Everything
 * else that is not well-formed is left to libxml2.
 */
struct guard {
    struct guard_limits limits;
    const struct cis_allocator *from;
    uint64_t at;    /* looked at up to here */
    uint64_t clean; /* no NUL up to here */
    uint64_t token; /* where the markup under way, or the last one, begins */
    uint64_t safe;  /* after the last complete tag, comment or instruction */
    uint64_t part;  /* where the name or value under way begins */
    uint64_t text;  /* bytes of character data since the last tag */
    uint64_t attributes; /* of the tag under way */
    uint64_t depth;
    enum guard_state state;
    char quote;             /* of the value under way */
    bool rooted;            /* the root element has begun */
    struct guard_tag *tags; /* not yet taken, oldest at `first` */
    size_t tag_first, tag_count, tag_capacity;
};

enum guard_result {
    GUARD_GOOD,
    /* The text before guard->at, seen as a whole input, is not well-formed,
     * and libxml2 can say why. */
    GUARD_BROKEN,
    /* The problem is set; the text before guard->safe is still good. */
    GUARD_PROBLEM,
    GUARD_NO_MEMORY
};

void guard_init(struct guard *guard, const struct cis_allocator *from,
                const struct guard_limits *limits);
void guard_free(struct guard *guard);
void guard_begin(struct guard *guard);

/*
 * Looks at the source from where it stopped, up to `until`; but stops at the
 * first tag, comment or instruction that ends at `pause` or later. What it
 * answers, and where, does not depend on the steps in which it is called.
 */
enum guard_result guard_scan(struct guard *guard, const struct source *source,
                             uint64_t until, uint64_t pause,
                             struct problem *problem);

/* Where the next start or end tag begins; UINT64_MAX where none is left. */
uint64_t guard_next_tag(const struct guard *guard);

/* Takes the next tag, as the start or the end of an element: an empty-element
 * tag is both, and stays until it is taken as the end. */
uint64_t guard_take_start(struct guard *guard);
uint64_t guard_take_end(struct guard *guard);

/* "limit 'depth', --limit=depth=N" */
#define GUARD_LIMIT_HELP "limit '%s', --limit=%s=N"

#endif
