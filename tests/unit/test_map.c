/* The map against sorted arrays: keys of any bytes, prefixes, many keys. */
/* SPDX-License-Identifier: MIT */
#include "base/map.h"

#include "../support/failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdint.h>
#include <string.h>

#define KEYS 100000

struct entry {
    struct str key;
    size_t index; /* of the first with that key, once sorted */
};

static struct entry entries[KEYS];

static uint32_t next_random(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static int compare_entries(const void *a, const void *b)
{
    const struct entry *one = a, *other = b;
    int order = str_compare(one->key, other->key);

    if (order != 0)
        return order;
    return (one->index > other->index) - (one->index < other->index);
}

/* Sorts, and leaves of each key the first that was put. */
static size_t sort_entries(struct entry *sorted, size_t count)
{
    size_t kept = 0;

    qsort(sorted, count, sizeof *sorted, compare_entries);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || !str_equal(sorted[kept - 1].key, sorted[i].key))
            sorted[kept++] = sorted[i];
    return kept;
}

static void *value_of(size_t index)
{
    return (void *)(uintptr_t)(index + 1);
}

struct visits {
    const struct entry *sorted;
    size_t count;
    size_t done;
};

static void check_visit(void *context, struct str key, void *value)
{
    struct visits *visits = context;
    const struct entry *wanted = &visits->sorted[visits->done++];

    assert_true(visits->done <= visits->count);
    assert_true(str_equal(key, wanted->key));
    assert_ptr_equal(value, value_of(wanted->index));
}

/* Puts all, in their order, and looks each up; then in sorted order. */
static void check_keys(size_t count)
{
    static struct entry sorted[KEYS];
    struct arena arena;
    struct map map = {0};
    struct visits visits = {.sorted = sorted};

    arena_init(&arena, &alloc_default);
    for (size_t i = 0; i < count; i++) {
        void *before = map_get(&map, entries[i].key);
        void *after = map_put(&map, &arena, entries[i].key, value_of(i));

        assert_ptr_equal(after, before != NULL ? before : value_of(i));
        entries[i].index = i;
    }
    memcpy(sorted, entries, count * sizeof *entries);
    visits.count = sort_entries(sorted, count);
    assert_int_equal(map.count, visits.count);
    for (size_t i = 0; i < visits.count; i++)
        assert_ptr_equal(map_get(&map, sorted[i].key),
                         value_of(sorted[i].index));
    map_each(&map, check_visit, &visits);
    assert_int_equal(visits.done, visits.count);
    arena_free(&arena);
}

/* Short ones over few bytes, so that most are prefixes or come twice. */
static void test_random_keys(void **state)
{
    static const char bytes[] = "\0\1\x7F\x80\xFF"
                                "a";
    static char texts[KEYS][8];
    uint32_t seed = 2463534242u;

    (void)state;
    for (size_t i = 0; i < KEYS; i++) {
        size_t length = next_random(&seed) % 8;

        for (size_t j = 0; j < length; j++)
            texts[i][j] = bytes[next_random(&seed) % 6];
        entries[i].key = (struct str){texts[i], length};
    }
    for (size_t count = 0; count < 300; count++)
        check_keys(count);
    check_keys(KEYS);
}

static void test_common_prefixes(void **state)
{
    enum {
        LENGTH = 220
    };
    char *texts = malloc((size_t)KEYS * LENGTH);

    (void)state;
    assert_non_null(texts);
    for (size_t i = 0; i < KEYS; i++) {
        char *at = texts + i * LENGTH;
        size_t number = i * 7919 % KEYS;

        memset(at, 'p', LENGTH);
        for (size_t j = 0; j < 6; j++, number /= 10)
            at[LENGTH - 10 + j] = (char)('0' + number % 10);
        entries[i].key = (struct str){at, LENGTH - i % 2};
    }
    check_keys(KEYS);
    free(texts);
}

/* Each key begins the next: the deepest tree that there can be. */
static void test_chain(void **state)
{
    enum {
        COUNT = 2000
    };
    static const unsigned char fills[] = {0x00, 0x55, 0xFF};
    char text[COUNT];

    (void)state;
    for (size_t fill = 0; fill < sizeof fills; fill++) {
        memset(text, fills[fill], sizeof text);
        for (size_t i = 0; i < COUNT; i++)
            entries[i].key = (struct str){text, i};
        check_keys(COUNT);
        for (size_t i = 0; i < COUNT; i++)
            entries[i].key.length = COUNT - 1 - i;
        check_keys(COUNT);
    }
}

static void test_absent(void **state)
{
    static const char *const absent[] = {"", "a", "abc", "ac", "b", "\xFF"};
    struct arena arena;
    struct map map = {0};
    int value;

    (void)state;
    assert_null(map_get(&map, str_of("")));
    map_each(&map, check_visit, NULL);
    arena_init(&arena, &alloc_default);
    map_put(&map, &arena, str_of("ab"), &value);
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        assert_null(map_get(&map, str_of(absent[i])));
    map_put(&map, &arena, str_of("abcd"), &value);
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        assert_null(map_get(&map, str_of(absent[i])));
    assert_null(map_get(&map, (struct str){"ab\0", 3}));
    assert_int_equal(map.count, 2);
    arena_free(&arena);
}

/* What was put before memory failed is still there, and nothing else. */
static size_t put_until_failure(struct map *map, struct arena *arena,
                                size_t count)
{
    size_t put = 0;

    for (size_t i = 0; i < count; i++) {
        void *there = map_put(map, arena, entries[i].key, value_of(i));

        assert_true(there == NULL || there == value_of(i));
        if (there != NULL)
            assert_int_equal(put++, i);
    }
    for (size_t i = 0; i < count; i++)
        assert_ptr_equal(map_get(map, entries[i].key),
                         i < put ? value_of(i) : NULL);
    assert_int_equal(map->count, put);
    return put;
}

static void test_failures(void **state)
{
    enum {
        COUNT = 500
    };
    static char texts[COUNT][4];
    size_t put = 0, failures = 0;

    (void)state;
    for (size_t i = 0; i < COUNT; i++) {
        memcpy(texts[i], (char[]){(char)(i * 37), (char)(i / 256), 'x'}, 3);
        entries[i].key = (struct str){texts[i], 3};
    }
    for (; put < COUNT; failures++) {
        struct failing memory;
        struct arena arena;
        struct map map = {0};

        failing_init(&memory, failures + 1);
        arena_init(&arena, &memory.from);
        put = put_until_failure(&map, &arena, COUNT);
        assert_int_equal(arena.failed, put < COUNT);
        arena_free(&arena);
        assert_int_equal(memory.live, 0);
    }
    assert_true(failures > 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_keys),
        cmocka_unit_test(test_common_prefixes),
        cmocka_unit_test(test_chain),
        cmocka_unit_test(test_absent),
        cmocka_unit_test(test_failures),
    };

    return cmocka_run_group_tests_name("map", tests, NULL, NULL);
}
