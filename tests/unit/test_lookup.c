/* Questions to the bundled registry. */
/* SPDX-License-Identifier: MIT */
#include "schema/compile.h"
#include "schema/embedded.h"

#include "record/record.h"

#include <cisvalidate/registry.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static struct cis_validator *v;
static const struct cis_date session = {2024, 10, 8};

static int start(void **state)
{
    (void)state;
    return cis_validator_new(NULL, &v) != CIS_OK;
}

static int stop(void **state)
{
    (void)state;
    cis_validator_free(v);
    return 0;
}

static void test_terms(void **state)
{
    const struct cis_term *term = cis_validator_term(v, session, NULL);
    const struct cis_term *proof, *next;

    (void)state;
    assert_string_equal(cis_term_state(term), "RU");
    assert_int_equal(cis_term_from(term).year, 2024);
    assert_int_equal(cis_term_to(term).month, 12);
    assert_non_null(cis_term_source(term));
    assert_null(cis_validator_term(v, session, term));
    assert_int_equal(cis_validator_presides(v, "RU", session, NULL), CIS_YES);
    assert_int_equal(cis_validator_presides(v, "TJ", session, &proof), CIS_NO);
    assert_ptr_equal(proof, term);
    next = cis_validator_next_term(v, term);
    assert_string_equal(cis_term_state(next), "TJ");
    assert_ptr_equal(cis_validator_previous_term(v, next), term);
    assert_int_equal(
        cis_validator_presides(v, "RU", (struct cis_date){1950, 1, 1}, &proof),
        CIS_UNKNOWN);
    assert_null(proof);
    assert_null(cis_validator_next_term(v, NULL));
    assert_null(cis_term_cochair(NULL, 0));
    assert_null(cis_term_state(NULL));
    assert_null(cis_term_variant(term));
}

/* What the registry says of a term that was out of the order. */
static void test_exceptions(void **state)
{
    const struct cis_term *term =
        cis_validator_term(v, (struct cis_date){2014, 2, 1}, NULL);

    (void)state;
    assert_string_equal(cis_term_state(term), "UA");
    assert_non_null(strstr(cis_term_exception(term), "deferred turn"));
    term = cis_validator_term(v, (struct cis_date){2025, 10, 10}, NULL);
    assert_null(cis_term_exception(term));
}

static void test_cochairs(void **state)
{
    const struct cis_date day = {2025, 10, 10};
    const struct cis_term *term = cis_validator_term(v, day, NULL);

    (void)state;
    assert_string_equal(cis_term_state(term), "TJ");
    if (cis_term_cochair(term, 0) != NULL)
        assert_int_equal(strlen(cis_term_cochair(term, 0)), 2);
    assert_null(cis_term_cochair(term, 100));
}

static void test_holders(void **state)
{
    const struct cis_office *office =
        cis_validator_office_of(v, CIS_ROLE_HEAD_OF_STATE, "TJ");
    const struct cis_holder *holder =
        cis_validator_holder(v, office, session, NULL);

    (void)state;
    assert_int_equal(cis_office_role(office), CIS_ROLE_HEAD_OF_STATE);
    assert_string_equal(cis_office_of(office), "TJ");
    assert_int_equal(cis_office_seats(office), 1);
    assert_ptr_equal(cis_validator_office(v, cis_office_id(office)), office);
    assert_string_equal(cis_holder_name(holder, "en"), "Emomali Rahmon");
    assert_non_null(cis_holder_name(holder, "ru"));
    assert_non_null(cis_holder_source(holder));
    assert_false(cis_holder_acting(holder));
    assert_null(cis_holder_variant(holder));
    assert_int_equal(cis_holder_from(holder).year, 1994);
    assert_int_equal(cis_holder_to(holder).year, 0);
    assert_null(cis_office_name(office, "xx"));
    assert_non_null(cis_office_name(office, "en"));
    assert_null(cis_validator_holder(v, office, session, holder));
    assert_null(cis_validator_office(v, "no-such-office"));
    assert_null(cis_validator_office(v, NULL));
    assert_null(cis_validator_office_of(v, CIS_ROLE_HEAD_OF_STATE, NULL));
    assert_null(cis_validator_holder(v, NULL, session, NULL));
    assert_null(cis_holder_name(NULL, "en"));
    assert_int_equal(cis_office_seats(NULL), 0);
}

/* Offices of bodies and organisations, which no state has. */
static void test_owners(void **state)
{
    (void)state;
    assert_string_equal(cis_office_of(cis_validator_office(v, "cis-secretary")),
                        "excom");
    assert_string_equal(
        cis_office_of(cis_validator_office(v, "tass-director-general")),
        "tass");
}

/* What the bundled registry has none of. */
static const char other_registry[] =
    "<registry xmlns='urn:cisvalidate:registry:1' id='r' version='1.0'"
    " recorded='2026-01-01'><name xml:lang='en'>R</name><states>"
    "<state code='RU' iso3='RUS' source='s'><name xml:lang='en'>Russia</name>"
    "<membership status='member' source='s'/></state></states><offices>"
    "<office id='o' role='minister' state='RU'><name xml:lang='en'>O</name>"
    "<holder acting='true' source='s'><name xml:lang='en'>Al Pol</name>"
    "</holder></office></offices></registry>";

static void test_acting(void **state)
{
    struct cis_options *options = cis_options_new(NULL);
    struct cis_validator *other;
    const struct cis_holder *holder;

    (void)state;
    cis_options_set_registry(options, "registry", other_registry,
                             strlen(other_registry), NULL, NULL);
    assert_int_equal(cis_validator_new(options, &other), CIS_OK);
    holder = cis_validator_holder(other, cis_validator_office(other, "o"),
                                  session, NULL);
    assert_string_equal(cis_holder_name(holder, "en"), "Al Pol");
    assert_true(cis_holder_acting(holder));
    cis_validator_free(other);
    cis_options_free(options);
}

static void test_members(void **state)
{
    const struct cis_membership *m =
        cis_validator_membership(v, "GE", (struct cis_date){2000, 1, 1});

    (void)state;
    assert_int_equal(cis_membership_status(m), CIS_MEMBERSHIP_MEMBER);
    assert_non_null(cis_membership_source(m));
    assert_int_equal(cis_membership_to(m).year, 2008);
    assert_int_equal(cis_membership_from(m).year, 1994);
    assert_int_equal(cis_validator_participates(v, "TJ", session), CIS_YES);
    assert_int_equal(cis_validator_participates(v, "GE", session), CIS_NO);
    assert_int_equal(cis_validator_participates(v, "FR", session), CIS_NO);
    assert_null(cis_validator_membership(v, NULL, session));
}

static void test_names(void **state)
{
    (void)state;
    assert_string_equal(cis_validator_state_name(v, "TJ", "en"), "Tajikistan");
    assert_null(cis_validator_state_name(v, "TJ", "xx"));
    assert_null(cis_validator_state_name(v, NULL, "en"));
    assert_non_null(cis_validator_body_name(v, "chs", "ru;en"));
    assert_null(cis_validator_body_name(v, "nothing", "*"));
    assert_null(cis_validator_honour_name(v, "nothing", "*"));
    assert_null(cis_validator_event_name(v, NULL, "*"));
    assert_int_equal(cis_validator_event_date(v, "nothing").year, 0);
}

static void test_words(void **state)
{
    static struct arena arena;
    const struct schema *schema = NULL;
    struct compile_error error = {0};

    (void)state;
    arena_init(&arena, &alloc_default);
    for (size_t i = 0; i < embedded_count; i++)
        if (strcmp(embedded_files[i].name, "registry.xsd") == 0)
            schema = schema_compile(&arena, embedded_files[i].bytes,
                                    embedded_files[i].size, &error);
    assert_non_null(schema);
    for (unsigned i = 0; i <= CIS_MEMBERSHIP_WITHDRAWN + 1; i++)
        assert_string_equal(cis_membership_status_word(i),
                            choice_word(schema, "membershipStatus", i));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_terms),    cmocka_unit_test(test_exceptions),
        cmocka_unit_test(test_cochairs), cmocka_unit_test(test_holders),
        cmocka_unit_test(test_owners),   cmocka_unit_test(test_acting),
        cmocka_unit_test(test_members),  cmocka_unit_test(test_names),
        cmocka_unit_test(test_words),
    };

    return cmocka_run_group_tests(tests, start, stop);
}
