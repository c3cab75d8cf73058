/* The arena: alignment, clearing, reuse, and memory that fails. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include "../support/failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdint.h>
#include <string.h>

#define MOST_FAILURES 1000 /* no test here allocates as often */

static void check_cleared(const unsigned char *at, size_t size)
{
    assert_non_null(at);
    assert_int_equal((uintptr_t)at % _Alignof(max_align_t), 0);
    for (size_t i = 0; i < size; i++)
        assert_int_equal(at[i], 0);
}

/* What is written into one piece must not show up in the next. */
static void fill(struct arena *arena)
{
    for (size_t size = 0; size < 5000; size += 1 + size / 7) {
        unsigned char *at = arena_new(arena, size);

        check_cleared(at, size);
        memset(at, 0xA5, size);
    }
}

static void test_new(void **state)
{
    struct failing memory;
    struct arena arena;

    (void)state;
    failing_init(&memory, 0);
    arena_init(&arena, &memory.from);
    assert_int_equal(memory.calls, 0);
    fill(&arena);
    assert_false(arena.failed);
    for (int i = 0; i < 3; i++) {
        arena_reset(&arena);
        assert_int_equal(memory.live, 1);
        fill(&arena);
    }
    arena_free(&arena);
    assert_int_equal(memory.live, 0);
    fill(&arena);
    arena_free(&arena);
    arena_free(&arena);
    assert_int_equal(memory.live, 0);
}

/* What fitted once fits again without new memory, and big things fit. */
static void test_blocks(void **state)
{
    struct failing memory;
    struct arena arena;
    size_t calls;

    (void)state;
    failing_init(&memory, 0);
    arena_init(&arena, &memory.from);
    arena_reset(&arena);
    for (int i = 0; i < 100000; i++)
        assert_non_null(arena_new(&arena, 100));
    assert_true(memory.calls < 30);
    arena_reset(&arena);
    calls = memory.calls;
    for (int i = 0; i < 5000; i++)
        arena_new(&arena, 100);
    assert_int_equal(memory.calls, calls);
    check_cleared(arena_new(&arena, 5000000), 5000000);
    arena_free(&arena);
    assert_int_equal(memory.live, 0);
}

static void test_sizes_that_overflow(void **state)
{
    struct failing memory;
    struct arena arena;
    struct str huge = {"", SIZE_MAX - 1};

    (void)state;
    failing_init(&memory, 0);
    arena_init(&arena, &memory.from);
    assert_null(arena_new(&arena, SIZE_MAX));
    assert_true(arena.failed);
    assert_null(arena_new(&arena, 1));
    arena_reset(&arena);
    assert_false(arena.failed);
    assert_null(arena_new(&arena, SIZE_MAX - 2 * sizeof(max_align_t)));
    arena_reset(&arena);
    assert_null(arena_new(&arena, SIZE_MAX - sizeof(max_align_t)));
    arena_reset(&arena);
    assert_null(arena_array(&arena, SIZE_MAX / 2, 3));
    assert_true(arena.failed);
    arena_reset(&arena);
    assert_null(arena_copy(&arena, huge).at);
    assert_true(arena.failed);
    arena_reset(&arena);
    huge.length = SIZE_MAX;
    assert_null(arena_copy(&arena, huge).at);
    arena_reset(&arena);
    check_cleared(arena_array(&arena, 0, SIZE_MAX), 0);
    check_cleared(arena_array(&arena, 10, 3), 30);
    arena_free(&arena);
}

static void test_texts(void **state)
{
    struct arena arena;
    struct str copy;

    (void)state;
    arena_init(&arena, &alloc_default);
    copy = arena_copy(&arena, (struct str){"a\0b and more", 3});
    assert_int_equal(copy.length, 3);
    assert_memory_equal(copy.at, "a\0b\0", 4);
    copy = arena_copy(&arena, (struct str){0});
    assert_int_equal(copy.length, 0);
    assert_string_equal(copy.at, "");
    assert_string_equal(arena_format(&arena, "%s-%d", "x", 7), "x-7");
    assert_string_equal(arena_format(&arena, "%s", ""), "");
    assert_int_equal(strlen(arena_format(&arena, "%9000d", 1)), 9000);
    arena_free(&arena);
}

/* Numbers from 0 on; false where memory failed. */
static bool grow_numbers(struct arena *arena, size_t count)
{
    size_t capacity = 0;
    size_t *numbers = NULL;

    for (size_t i = 0; i < count; i++) {
        numbers = arena_grow(arena, numbers, i, &capacity, sizeof *numbers);
        if (numbers == NULL)
            return false;
        assert_true(capacity > i);
        numbers[i] = i;
    }
    for (size_t i = 0; i < count; i++)
        assert_int_equal(numbers[i], i);
    return true;
}

static void test_grow(void **state)
{
    struct arena arena;

    (void)state;
    arena_init(&arena, &alloc_default);
    assert_true(grow_numbers(&arena, 100000));
    arena_free(&arena);
}

static bool use_everything(struct arena *arena)
{
    bool right = true;

    for (int i = 0; i < 100; i++) {
        right = arena_new(arena, 500) != NULL && right;
        right = arena_array(arena, 50, 10) != NULL && right;
        right = arena_copy(arena, str_of("copy")).at != NULL && right;
        right = *arena_format(arena, "%d", i) != '\0' && right;
    }
    return grow_numbers(arena, 5000) && right;
}

/* Each allocation in turn fails: that is told, lasts, and loses nothing. */
static void test_failures(void **state)
{
    size_t failures = 0;

    (void)state;
    for (;; failures++) {
        struct failing memory;
        struct arena arena;
        bool right;

        assert_true(failures < MOST_FAILURES);
        failing_init(&memory, failures + 1);
        arena_init(&arena, &memory.from);
        right = use_everything(&arena);
        assert_int_equal(right, !arena.failed);
        if (arena.failed) {
            assert_null(arena_new(&arena, 1));
            assert_string_equal(arena_format(&arena, "%d", 1), "");
            arena_reset(&arena);
            assert_true(use_everything(&arena));
        }
        arena_free(&arena);
        assert_int_equal(memory.live, 0);
        if (right)
            break;
    }
    assert_true(failures > 3);
}

/* The smallest of sizes, and blocks of the host's functions. */
static void test_alloc(void **state)
{
    struct failing memory;
    size_t product;
    void *block;

    (void)state;
    failing_init(&memory, 2);
    block = alloc_new(&memory.from, 0);
    assert_non_null(block);
    assert_null(alloc_resize(&memory.from, block, 10));
    block = alloc_resize(&memory.from, block, 0);
    assert_non_null(block);
    alloc_free(&memory.from, block);
    alloc_free(&memory.from, NULL);
    alloc_free(&memory.from, alloc_resize(&memory.from, NULL, 5));
    assert_int_equal(memory.live, 0);
    assert_true(size_multiply(SIZE_MAX, 1, &product));
    assert_true(product == SIZE_MAX);
    assert_true(size_multiply(0, SIZE_MAX, &product));
    assert_int_equal(product, 0);
    assert_false(size_multiply(SIZE_MAX / 2 + 1, 2, &product));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_new),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_sizes_that_overflow),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_grow),
        cmocka_unit_test(test_failures),
        cmocka_unit_test(test_alloc),
    };

    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
