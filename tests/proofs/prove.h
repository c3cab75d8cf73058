/* Whether findings prove themselves: each fact stands on what it names. */
/* SPDX-License-Identifier: MIT */
#ifndef PROOFS_PROVE_H
#define PROOFS_PROVE_H

#include "base/str.h"

#include <cisvalidate/cisvalidate.h>

enum {
    TRIAL_INPUTS = 4
};

/* What is judged together, and how. */
enum trial_kind {
    TRIAL_RECORD,  /* the findings of one input */
    TRIAL_CORPUS,  /* those across several */
    TRIAL_REGISTRY /* those of a registry */
};

struct trial {
    enum trial_kind kind;
    const struct cis_validator *validator; /* not for a registry */
    struct str registry;                   /* the text of its own */
    struct {
        const char *name;
        struct str bytes;
    } inputs[TRIAL_INPUTS];
    size_t count;
};

/*
 * Whether of each finding
 * - every fact with a place stands on a whole token, an attribute's value or
 *   an element's name, that the fact names;
 * - another valid value there, or at the place of the finding, changes the
 *   finding or makes it go;
 * - every fact without a place has a source that the registry has.
 * What is wrong is printed in lines of comment. *places counts the tokens.
 */
bool prove(const struct trial *trial, size_t *places);

/* Another valid value for the attribute in place of `token`; `bytes` is the
 * input, where another id may be found. */
void write_other(struct buf *out, struct str bytes, const char *attribute,
                 struct str token);

#endif
