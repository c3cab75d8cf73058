/* Every fixture and record of the tree, one after the other. */
/* SPDX-License-Identifier: MIT */
#ifndef API_CORPUS_H
#define API_CORPUS_H

#include <stdbool.h>
#include <stddef.h>

struct input {
    const char *path;
    char *bytes;
    size_t size;
};

/* Calls it for each input until it says false; returns whether none did. */
bool each_input(bool (*call)(void *context, const struct input *input),
                void *context);

/* All bytes of a file, to be freed; NULL where it cannot be read. */
char *read_file(const char *path, size_t *size);

/* A test point of TAP. */
void report(bool good, const char *name);

/* What main returns: after the plan. */
int done(void);

#endif
