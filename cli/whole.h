/* Files that are read whole, up to a size. */
/* SPDX-License-Identifier: MIT */
#ifndef WHOLE_H
#define WHOLE_H

#include <stddef.h>

struct whole {
    char *bytes;
    size_t size;
};

/* 0, or an errno value: EFBIG for more than `most` bytes. whole_free is due
 * in any case. */
int whole_read(struct whole *whole, const char *path, size_t most);
void whole_free(struct whole *whole);

#endif
