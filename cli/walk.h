/* What to check: files, folders and lists of files, one input after another. */
/* SPDX-License-Identifier: MIT */
#ifndef WALK_H
#define WALK_H

#include "args.h"
#include "complain.h"

struct input {
    char *path; /* NULL: standard input */
    int error;  /* of a folder that could not be listed; or 0 */
};

struct folder;

struct walk {
    const struct args *args;
    bool quiet;             /* nothing is complained about */
    bool over;              /* there is no next input */
    size_t next;            /* operand */
    const char *from;       /* the operand or list that is under way */
    uint64_t found;         /* in it */
    FILE *list;             /* of --files-from, once it is open */
    struct folder *folders; /* that are under way, the innermost first */
    enum exit_class worst;
};

void walk_open(struct walk *walk, const struct args *args);

/* The next input, in the order of the command line, folders sorted; its path
 * is the caller's to free. false after the last one. */
bool walk_next(struct walk *walk, struct input *input);

/* Frees it, and says what was wrong with the operands. */
enum exit_class walk_close(struct walk *walk);

#endif
