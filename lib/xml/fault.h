/* What libxml2 found wrong, in plain words and at the place that is wrong. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_FAULT_H
#define XML_FAULT_H

#include "xml/problem.h"
#include "xml/source.h"
#include "xml/version.h"

/* An element whose end tag has not come yet. */
struct open_element {
    const char *prefix; /* or NULL */
    const char *local;
    uint64_t tag;      /* the offset of its '<' */
    size_t namespaces; /* declared on it */
};

/* The first error of libxml2, kept until its place can be looked at. */
struct fault {
    int code;        /* 0: none */
    uint64_t offset; /* where the parser stood */
    char names[3][64];
    char message[128];
};

/* Where the parser was in the text. */
struct scene {
    struct source *source;
    uint64_t start; /* of what it was at work on */
    uint64_t token; /* the last markup that has begun */
    bool inside;    /* it has not ended: the input ends there */
    bool rooted;    /* the root element has begun … */
    bool closed;    /* … and ended */
    bool ended;     /* so has the input */
    const struct open_element *open; /* the innermost, or NULL */
};

void fault_note(struct fault *fault, parser_error *error, uint64_t offset);

/* Whether it is about memory, or libxml2 itself, instead of the input. */
bool fault_internal(const struct fault *fault);

/* Whether it is that the input is too short: it may go on. */
bool fault_short(const struct fault *fault);

/* Sets the problem: W001. */
void fault_explain(const struct fault *fault, const struct scene *scene,
                   struct problem *problem);

#endif
