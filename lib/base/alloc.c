/* Memory from the host's functions, and sizes that cannot overflow. */
/* SPDX-License-Identifier: MIT */
#include "base/alloc.h"

#include <stdlib.h>

static void *default_allocate(void *context, size_t size)
{
    (void)context;
    return malloc(size);
}

static void *default_resize(void *context, void *block, size_t size)
{
    (void)context;
    return realloc(block, size);
}

static void default_release(void *context, void *block)
{
    (void)context;
    free(block);
}

const struct cis_allocator alloc_default = {
    .allocate = default_allocate,
    .resize = default_resize,
    .release = default_release,
};

void *alloc_new(const struct cis_allocator *from, size_t size)
{
    return from->allocate(from->context, size > 0 ? size : 1);
}

void *alloc_resize(const struct cis_allocator *from, void *block, size_t size)
{
    if (block == NULL)
        return alloc_new(from, size);
    return from->resize(from->context, block, size > 0 ? size : 1);
}

void alloc_free(const struct cis_allocator *from, void *block)
{
    if (block != NULL)
        from->release(from->context, block);
}

bool size_multiply(size_t a, size_t b, size_t *product)
{
    return !__builtin_mul_overflow(a, b, product);
}
