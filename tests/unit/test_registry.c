/* Dated look-ups in a registry: terms, memberships, offices, rotations. */
/* SPDX-License-Identifier: MIT */
#include "registry/registry.h"

#include "record/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define DAY(year, month, day) ((struct cis_date){year, month, day})
#define OPEN ((struct cis_date){0, 0, 0})

static struct arena arena;
static struct registry registry;
static struct reg_root root;
static struct reg_terms terms;
static struct reg_states states;
static struct reg_offices offices;
static struct reg_rotations rotations;

/* Two terms share a day, the third leaves a gap, the last is a variant. */
static struct reg_term term[] = {
    {.span = {{2023, 1, 1}, {2024, 1, 1}}},
    {.span = {{2024, 1, 1}, {2024, 12, 31}}},
    {.span = {{2025, 3, 1}, {2025, 12, 31}}},
    {.span = {{2026, 1, 1}, {2026, 12, 31}}},
    {.span = {{2025, 3, 1}, {2025, 6, 30}}},
};

static struct reg_membership membership[] = {
    {.status = MEMBERSHIP_MEMBER, .span = {{1994, 6, 27}, {2022, 11, 30}}},
    {.status = MEMBERSHIP_SUSPENDED, .span = {{2022, 11, 30}, {2024, 0, 0}}},
    {.status = MEMBERSHIP_WITHDRAWN, .span = {{2025, 1, 1}, {0, 0, 0}}},
};

static struct reg_text name = {.value = {"Moldova", 7}, .lang = {"en", 2}};
static struct reg_state moldova;

static struct reg_office office[] = {
    {.role = ROLE_HEAD_OF_STATE, .seats = NUMBER_ABSENT},
    {.role = ROLE_MINISTER, .seats = 2},
    {.role = ROLE_MINISTER, .seats = 2},
    {.role = ROLE_BODY_HEAD, .seats = 1},
};

static struct reg_rotation rotation = {.span = {{2008, 10, 10}, {0, 0, 0}}};

static void append(struct list *list, struct node *node)
{
    if (list->last != NULL)
        list->last->next = node;
    else
        list->first = node;
    list->last = node;
    list->count++;
}

static void fill_terms(void)
{
    static const char *const codes[] = {"KG", "RU", "TJ", "TM", "UZ"};

    for (size_t i = 0; i < sizeof term / sizeof term[0]; i++) {
        term[i].state = str_of(codes[i]);
        append(&terms.terms, &term[i].node);
    }
    term[4].variant = str_of("sources disagree");
    append(&rotations.rotations, &rotation.node);
}

static void fill_offices(void)
{
    static const char *const ids[] = {"president", "first", "second", "atc"};

    for (size_t i = 0; i < sizeof office / sizeof office[0]; i++) {
        office[i].id = str_of(ids[i]);
        append(&offices.offices, &office[i].node);
    }
    office[0].state = office[1].state = office[2].state = str_of("MD");
    office[3].body = str_of("atc");
}

static int start(void **state)
{
    (void)state;
    arena_init(&arena, &alloc_default);
    fill_terms();
    fill_offices();
    for (size_t i = 0; i < sizeof membership / sizeof membership[0]; i++)
        append(&moldova.memberships, &membership[i].node);
    append(&moldova.names, &name.node);
    moldova.code = str_of("MD");
    append(&states.states, &moldova.node);
    root = (struct reg_root){.terms = &terms,
                             .states = &states,
                             .offices = &offices,
                             .rotations = &rotations,
                             .recorded = DAY(2026, 3, 31)};
    return registry_index(&registry, &arena, &root) ? 0 : 1;
}

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static enum truth presides(const char *state, struct cis_date day,
                           const struct reg_term **proof)
{
    return registry_presides(&registry, str_of(state), day, proof);
}

static void test_presides(void **state)
{
    const struct reg_term *proof;

    (void)state;
    assert_int_equal(presides("RU", DAY(2024, 10, 8), &proof), TRUTH_YES);
    assert_ptr_equal(proof, &term[1]);
    assert_int_equal(presides("TJ", DAY(2024, 10, 8), &proof), TRUTH_NO);
    assert_ptr_equal(proof, &term[1]);
    /* on the day they share, either */
    assert_int_equal(presides("KG", DAY(2024, 1, 1), &proof), TRUTH_YES);
    assert_int_equal(presides("RU", DAY(2024, 1, 1), &proof), TRUTH_YES);
    assert_ptr_equal(proof, &term[1]);
    /* and against a third, the first of the two is the proof */
    assert_int_equal(presides("TJ", DAY(2024, 1, 1), &proof), TRUTH_NO);
    assert_ptr_equal(proof, &term[0]);
}

static void test_presides_unknown(void **state)
{
    const struct reg_term *proof;

    (void)state;
    assert_int_equal(presides("RU", DAY(2025, 2, 1), &proof), TRUTH_UNKNOWN);
    assert_null(proof);
    assert_int_equal(presides("RU", DAY(2027, 1, 1), &proof), TRUTH_UNKNOWN);
    assert_int_equal(presides("TJ", DAY(2025, 0, 0), &proof), TRUTH_UNKNOWN);
    assert_int_equal(presides("RU", OPEN, &proof), TRUTH_UNKNOWN);
    /* variants count, and are no proof against the other version */
    assert_int_equal(presides("UZ", DAY(2025, 4, 1), &proof), TRUTH_YES);
    assert_int_equal(presides("KG", DAY(2025, 4, 1), &proof), TRUTH_NO);
    assert_ptr_equal(proof, &term[2]);
    /* whichever comes first */
    term[2].variant = term[4].variant;
    term[4].variant = (struct str){NULL, 0};
    assert_int_equal(presides("KG", DAY(2025, 4, 1), &proof), TRUTH_NO);
    assert_ptr_equal(proof, &term[4]);
    term[4].variant = term[2].variant;
    term[2].variant = (struct str){NULL, 0};
    /* what an entry says itself goes beyond registry/@recorded */
    assert_int_equal(presides("TM", DAY(2026, 10, 9), &proof), TRUTH_YES);
}

static void test_next_term(void **state)
{
    (void)state;
    assert_ptr_equal(registry_next_term(&registry, &term[0]), &term[1]);
    assert_null(registry_next_term(&registry, &term[1]));
    assert_ptr_equal(registry_next_term(&registry, &term[2]), &term[3]);
    assert_null(registry_next_term(&registry, &term[3]));
    assert_ptr_equal(registry_previous_term(&registry, &term[1]), &term[0]);
    assert_null(registry_previous_term(&registry, &term[2]));
    /* nothing comes before the other version of a term, nor after what has no
     * known end, nor is anything of no known beginning next */
    assert_null(registry_previous_term(&registry, &term[4]));
    term[1].span.from = OPEN;
    assert_null(registry_next_term(&registry, &term[0]));
    term[1].span.from = DAY(2024, 1, 1);
    term[0].span.to = OPEN;
    assert_null(registry_next_term(&registry, &term[0]));
    assert_null(registry_previous_term(&registry, &term[1]));
    term[0].span.to = DAY(2024, 1, 1);
}

static void test_membership(void **state)
{
    const struct str md = str_of("MD");

    (void)state;
    assert_ptr_equal(registry_membership(&registry, md, DAY(2020, 1, 1)),
                     &membership[0]);
    assert_ptr_equal(registry_membership(&registry, md, DAY(2023, 1, 1)),
                     &membership[1]);
    assert_null(registry_membership(&registry, md, DAY(2024, 6, 1)));
    assert_null(registry_membership(&registry, md, DAY(1990, 1, 1)));
    assert_null(registry_membership(&registry, str_of("FR"), DAY(2020, 1, 1)));
}

static enum truth participates(const char *state, struct cis_date day)
{
    return registry_standing(&registry, str_of(state), day,
                             membership_participates);
}

static void test_standing(void **state)
{
    (void)state;
    assert_int_equal(participates("MD", DAY(2020, 1, 1)), TRUTH_YES);
    assert_int_equal(participates("MD", DAY(2023, 1, 1)), TRUTH_YES);
    assert_int_equal(participates("MD", DAY(2024, 6, 1)), TRUTH_UNKNOWN);
    assert_int_equal(participates("MD", DAY(2025, 6, 1)), TRUTH_NO);
    assert_int_equal(participates("MD", DAY(1990, 1, 1)), TRUTH_NO);
    assert_int_equal(participates("FR", DAY(2020, 1, 1)), TRUTH_NO);
    /* beyond what the registry knows */
    assert_int_equal(participates("MD", DAY(2026, 4, 1)), TRUTH_UNKNOWN);
    assert_int_equal(participates("FR", DAY(2026, 4, 1)), TRUTH_UNKNOWN);
    assert_int_equal(participates("FR", OPEN), TRUTH_UNKNOWN);
}

static void test_holds(void **state)
{
    const struct span since = {DAY(2020, 1, 1), OPEN};

    (void)state;
    assert_int_equal(registry_holds(&registry, since, DAY(2026, 3, 31)),
                     TRUTH_YES);
    assert_int_equal(registry_holds(&registry, since, DAY(2026, 4, 1)),
                     TRUTH_UNKNOWN);
    assert_int_equal(registry_holds(&registry, since, DAY(2019, 1, 1)),
                     TRUTH_NO);
    assert_ptr_equal(registry_rotation(&registry, DAY(2027, 1, 1)), &rotation);
    assert_null(registry_rotation(&registry, DAY(2008, 10, 9)));
    assert_null(registry_rotation(&registry, DAY(2008, 0, 0)));
}

static void test_offices(void **state)
{
    const struct str none = {NULL, 0};
    const struct str md = str_of("MD");

    (void)state;
    assert_ptr_equal(
        registry_office_of(&registry, ROLE_HEAD_OF_STATE, md, none),
        &office[0]);
    assert_null(registry_office_of(&registry, ROLE_MINISTER, md, none));
    assert_null(registry_office_of(&registry, ROLE_AIDE, md, none));
    assert_ptr_equal(
        registry_office_of(&registry, ROLE_BODY_HEAD, none, str_of("atc")),
        &office[3]);
    assert_null(registry_office_of(&registry, ROLE_BODY_HEAD, none, none));
    assert_ptr_equal(registry_office(&registry, str_of("second")), &office[2]);
    assert_null(registry_office(&registry, none));
    assert_int_equal(office_seats(&office[0]), 1);
    assert_int_equal(office_seats(&office[1]), 2);
}

static void test_state_name(void **state)
{
    (void)state;
    assert_true(
        str_is(registry_state_name(&registry, str_of("MD")), "Moldova"));
    assert_true(str_is(registry_state_name(&registry, str_of("FR")), "FR"));
}

/* A registry may have nothing but states. */
static void test_empty(void **state)
{
    const struct reg_root bare = {.recorded = DAY(2026, 3, 31)};
    struct registry empty;
    const struct reg_term *proof;

    (void)state;
    assert_true(registry_index(&empty, &arena, &bare));
    assert_int_equal(
        registry_presides(&empty, str_of("RU"), DAY(2024, 10, 8), &proof),
        TRUTH_UNKNOWN);
    assert_null(registry_rotation(&empty, DAY(2024, 10, 8)));
    assert_null(registry_office(&empty, str_of("atc")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_presides),
        cmocka_unit_test(test_presides_unknown),
        cmocka_unit_test(test_next_term),
        cmocka_unit_test(test_membership),
        cmocka_unit_test(test_standing),
        cmocka_unit_test(test_holds),
        cmocka_unit_test(test_offices),
        cmocka_unit_test(test_state_name),
        cmocka_unit_test(test_empty),
    };

    return cmocka_run_group_tests(tests, start, stop);
}
