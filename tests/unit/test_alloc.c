/* Memory from the host: its functions are called, with its own pointer. */
/* SPDX-License-Identifier: MIT */
#include "base/alloc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A host that counts its calls. */
struct host {
    int allocated;
    int resized;
    int released;
    size_t size; /* that was asked for last */
};

static void *host_allocate(void *context, size_t size)
{
    struct host *host = context;

    host->allocated++;
    host->size = size;
    return malloc(size);
}

static void *host_resize(void *context, void *block, size_t size)
{
    struct host *host = context;

    host->resized++;
    host->size = size;
    return realloc(block, size);
}

static void host_release(void *context, void *block)
{
    struct host *host = context;

    host->released++;
    free(block);
}

static struct cis_allocator allocator_of(struct host *host)
{
    return (struct cis_allocator){host_allocate, host_resize, host_release,
                                  host};
}

static void calls_the_host(void **state)
{
    struct host host = {0};
    const struct cis_allocator from = allocator_of(&host);
    char *block = alloc_new(&from, 4);

    (void)state;
    memcpy(block, "CIS", 4);
    block = alloc_resize(&from, block, 4000);
    assert_string_equal(block, "CIS");
    alloc_free(&from, block);
    assert_int_equal(host.allocated, 1);
    assert_int_equal(host.resized, 1);
    assert_int_equal(host.released, 1);
}

static void never_asks_for_nothing(void **state)
{
    struct host host = {0};
    const struct cis_allocator from = allocator_of(&host);
    void *block = alloc_new(&from, 0);

    (void)state;
    assert_non_null(block);
    assert_int_equal(host.size, 1);
    block = alloc_resize(&from, block, 0);
    assert_non_null(block);
    assert_int_equal(host.size, 1);
    alloc_free(&from, block);
}

static void treats_null_as_no_block(void **state)
{
    struct host host = {0};
    const struct cis_allocator from = allocator_of(&host);

    (void)state;
    alloc_free(&from, NULL);
    assert_int_equal(host.released, 0);
    alloc_free(&from, alloc_resize(&from, NULL, 8));
    assert_int_equal(host.allocated, 1);
    assert_int_equal(host.resized, 0);
}

static void multiplies_without_overflow(void **state)
{
    size_t product = 7;

    (void)state;
    assert_true(size_multiply(6, 7, &product));
    assert_int_equal(product, 42);
    assert_true(size_multiply(SIZE_MAX, 1, &product));
    assert_true(product == SIZE_MAX);
    assert_true(size_multiply(SIZE_MAX, 0, &product));
    assert_int_equal(product, 0);
    assert_false(size_multiply(SIZE_MAX, 2, &product));
    assert_false(size_multiply(SIZE_MAX / 2 + 1, 2, &product));
}

static void serves_from_the_c_library(void **state)
{
    char *block = alloc_new(&alloc_default, 16);

    (void)state;
    block = alloc_resize(&alloc_default, block, 32);
    memset(block, 0, 32);
    alloc_free(&alloc_default, block);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calls_the_host),
        cmocka_unit_test(never_asks_for_nothing),
        cmocka_unit_test(treats_null_as_no_block),
        cmocka_unit_test(multiplies_without_overflow),
        cmocka_unit_test(serves_from_the_c_library),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
