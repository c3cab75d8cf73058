/* Files that are read whole, up to a size. */
/* SPDX-License-Identifier: MIT */
#include "whole.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    STEP = 256 << 10
};

static void close_file(FILE **file)
{
    if (*file != NULL) {
        fclose(*file);
    }
}

int whole_read(struct whole *whole, const char *path, size_t most)
{
    __attribute__((cleanup(close_file))) FILE *file = fopen(path, "rb");

    *whole = (struct whole){NULL, 0};
    if (file == NULL) {
        return errno;
    }
    do {
        char *grown = realloc(whole->bytes, whole->size + STEP);
        if (grown == NULL) {
            return ENOMEM;
        }
        whole->bytes = grown;
        whole->size += fread(grown + whole->size, 1, STEP, file);
        if (ferror(file)) {
            return errno != 0 ? errno : EIO;
        }
    } while (!feof(file) && whole->size <= most);
    return whole->size > most ? EFBIG : 0;
}

void whole_free(struct whole *whole)
{
    free(whole->bytes);
}
