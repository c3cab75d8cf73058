/* A folder's list of what to check in it, sorted by bytes. */
/* SPDX-License-Identifier: MIT */
#ifndef FOLDER_H
#define FOLDER_H

#include <stdbool.h>
#include <stddef.h>

struct folder {
    struct folder *outer;
    char **names; /* paths; those of folders end with '/' */
    size_t count;
    size_t size;
    size_t next;
};

/* Lists *.xml and folders; links to folders are left alone, so that no way
 * leads in a circle. On an error (*error, an errno value) the list is what
 * was read until then; NULL where there is no memory even for that. */
struct folder *folder_new(const char *path, struct folder *outer, int *error);

/* Frees it and returns the outer one. */
struct folder *folder_free(struct folder *folder);

#endif
