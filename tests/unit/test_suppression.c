/* Suppressions: which one holds for a finding, held against a plain search. */
/* SPDX-License-Identifier: MIT */
#include "finding/suppression.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

enum {
    MOST = 24,
    ROUNDS = 2000,
    SPAN = 40
};

static struct suppression all[MOST];
static struct suppression *sorted[MOST];
static size_t count;
static unsigned seed;

static unsigned below(unsigned most)
{
    seed = seed * 1103515245 + 12345;
    return (seed >> 16) % most;
}

static void put(enum code code, const char *file, uint64_t from, uint64_t end)
{
    if (count == MOST)
        return;
    all[count] = (struct suppression){.code = code,
                                      .file = file,
                                      .reason = "r",
                                      .scope = {from, end},
                                      .where = {count, count + 1}};
    sorted[count] = &all[count];
    count++;
}

/* Elements in elements, in some order: each may have several. */
static void grow(const char *file, uint64_t from, uint64_t end)
{
    if (count == MOST || end - from < 2)
        return;
    if (below(2) == 0)
        grow(file, from + 1, from + 1 + below((unsigned)(end - from - 1)));
    if (below(4) > 0)
        put(below(2) == 0 ? CODE_P001 : CODE_C001, file, from, end);
    if (below(3) == 0)
        put(CODE_P001, file, from, end);
    if (below(2) == 0)
        grow(file, end - (end - from) / 3, end - 1);
}

static bool holds(const struct suppression *s, const char *file, uint64_t at,
                  enum code code)
{
    return s->code == code && strcmp(s->file, file) == 0 &&
           s->scope.offset <= at && at < s->scope.end;
}

static const struct suppression *search(const char *file, uint64_t at,
                                        enum code code)
{
    const struct suppression *best = NULL;

    for (size_t i = 0; i < count; i++)
        if (holds(&all[i], file, at, code) &&
            (best == NULL || all[i].scope.offset > best->scope.offset ||
             (all[i].scope.offset == best->scope.offset &&
              all[i].scope.end < best->scope.end)))
            best = &all[i];
    return best;
}

static void test_sweep(void **state)
{
    static const char *const files[] = {"a", "b", "c"};
    struct sweep sweep;

    (void)state;
    for (seed = 1; seed < ROUNDS; seed++) {
        unsigned kept = seed;
        count = 0;
        for (size_t f = 0; f < 3; f++)
            grow(files[f], below(SPAN / 4), SPAN - below(SPAN / 4));
        suppressions_sort(sorted, count);
        sweep_begin(&sweep, sorted, count);
        for (size_t f = 0; f < 3; f++)
            for (uint64_t at = 0; at < SPAN; at += 1 + below(3)) {
                enum code code = below(2) == 0 ? CODE_P001 : CODE_C001;
                assert_ptr_equal(sweep_find(&sweep, files[f], at, code),
                                 search(files[f], at, code));
            }
        seed = kept;
    }
}

static void test_codes(void **state)
{
    static const struct {
        enum code code;
        bool allowed, across;
    } rows[] = {
        {CODE_W001, false, false}, {CODE_S001, false, false},
        {CODE_X001, false, false}, {CODE_G001, false, false},
        {CODE_U001, false, false}, {CODE_D001, true, false},
        {CODE_A001, true, false},  {CODE_C001, true, true},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(suppression_allowed(rows[i].code), rows[i].allowed);
        assert_int_equal(suppression_across(rows[i].code), rows[i].across);
    }
}

static void test_use(void **state)
{
    struct cis_finding finding = {.code = CODE_P001};

    (void)state;
    count = 0;
    put(CODE_P001, "", 0, 1);
    suppression_use(NULL, &finding);
    assert_null(finding.reason);
    suppression_use(&all[0], &finding);
    assert_string_equal(finding.reason, "r");
    assert_true(all[0].used);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sweep),
        cmocka_unit_test(test_codes),
        cmocka_unit_test(test_use),
    };

    return cmocka_run_group_tests_name("suppression", tests, NULL, NULL);
}
