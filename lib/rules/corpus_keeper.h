/* The keeping of one record's facts, for the files that share it. */
/* SPDX-License-Identifier: MIT */
#ifndef RULES_CORPUS_KEEPER_H
#define RULES_CORPUS_KEEPER_H

#include "rules/corpus.h"

/* People of whom more names are given than this are known by these. */
#define CORPUS_NAMES 8

struct keeper {
    struct corpus_facts *facts;
    struct rule_run *run;
    struct summit_facts *summit;
    struct summit_index index;
    struct token last; /* shares its line with the next one */
};

/* Where the attribute stands, or the element; kept with its line. */
struct token corpus_keep_token(struct keeper *k, const struct node *node,
                               const char *attribute);

/* What stands there. */
struct token corpus_keep_place(struct keeper *k, struct extent where,
                               const char *path);

/* corpus_suppressed.c */
void corpus_keep_suppressions(struct keeper *k,
                              const struct suppression *suppressions);

/* corpus_names.c */
void corpus_keep_people(struct keeper *k);

#endif
