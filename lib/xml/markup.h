/* The guard's steps, one for each part of the markup. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_MARKUP_H
#define XML_MARKUP_H

#include "xml/problem.h"
#include "xml/queue.h"
#include "xml/source.h"

#include <cisvalidate/options.h>

struct guard_limits {
    uint64_t of[CIS_LIMIT_COUNT];
};

/* The target of the processing instructions that events are about. */
#define MARKUP_TARGET "cisvalidate"

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

/*
 * Resumable at any byte. Refuses NUL (W001), a document type declaration
 * (W003), XML versions other than 1.0 (W001), a declared encoding that is not
 * the real one (W002), what cannot be markup or text where it stands (W001),
 * and whatever is over a limit (W004, naming the limit and its option), before
 * libxml2 sees it. Everything else that is not well-formed is left to libxml2;
 * depth, and what needs it, to the reader.
 *
 * A tag with the text after it that is so short that no limit can be passed is
 * passed by: no '<' can stand within a tag, so the next one ends it. Only when
 * it matters where such a tag ends is it looked at (guard_settle).
 */
struct guard {
    struct guard_limits limits;
    uint64_t near;   /* as short as that */
    uint64_t at;     /* looked at up to here */
    uint64_t clean;  /* no NUL up to here */
    uint64_t token;  /* where the markup under way, or the last one, begins */
    uint64_t passed; /* where the tag before it begins, if it was passed by */
    uint64_t safe;   /* after the last tag, comment or instruction looked at */
    uint64_t part;   /* where the name, value or text under way begins */
    uint64_t attributes; /* of the tag under way */
    enum guard_state state;
    char quote;                /* of the value under way */
    bool rooted;               /* the root element has begun */
    bool settling;             /* at a tag once more: it has been added */
    struct queue tags;         /* where each begins: one for each tag */
    struct queue instructions; /* likewise, of MARKUP_TARGET */
};

enum guard_result {
    GUARD_GOOD,
    /* The text before guard->at, seen as a whole input, is not well-formed,
     * and libxml2 can say why. */
    GUARD_BROKEN,
    /* The problem is set; the text before guard->safe is still good, when it
     * is settled. */
    GUARD_PROBLEM,
    GUARD_NO_MEMORY
};

/* "limit 'depth', --limit=depth=N" */
#define GUARD_LIMIT_HELP "limit '%s', --limit=%s=N"

/* The scan under way: the bytes that may be looked at now. */
struct scan {
    struct guard *guard;
    const struct source *source;
    const char *at;
    const char *end;
    const char *pause; /* what goes on beyond it is looked at closely */
    struct problem *problem;
    enum guard_result result; /* GUARD_GOOD as long as it goes on */
};

static inline uint64_t scan_offset(const struct scan *scan)
{
    return scan->source->base + (uint64_t)(scan->at - scan->source->text.at);
}

/* Goes on in the state of the guard, up to another one or the end. There are
 * bytes left, and the result is GUARD_GOOD. */
void markup_step(struct scan *scan);

#endif
