/* Names of findings: all different, and the same each time. */
/* SPDX-License-Identifier: MIT */
#include "cli/report/fingerprint.h"

#include <cisvalidate/cisvalidate.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST = 400
};

struct names {
    struct fingerprints known;
    char text[MOST][FINGERPRINT_SIZE];
    size_t count;
};

static void take(void *context, const struct cis_finding *finding)
{
    struct names *names = context;

    assert_true(names->count < MOST);
    assert_true(
        fingerprint_make(&names->known, finding, names->text[names->count++]));
}

/* The names of what is found in a record of so many unknown attributes, half
 * of which are called alike. */
static void name_all(struct names *names, int count)
{
    struct cis_validator *validator;
    struct cis_session *session;
    char *text = NULL;
    size_t size = 0;
    FILE *to = open_memstream(&text, &size);

    assert_non_null(to);
    fputs("<summit xmlns='urn:cisvalidate:summit:1'>", to);
    for (int i = 0; i < count; i++)
        fprintf(to, "<dates a%d=''/>", i / 2);
    fputs("</summit>", to);
    fclose(to);
    *names = (struct names){.count = 0};
    assert_int_equal(cis_validator_new(NULL, &validator), CIS_OK);
    assert_int_equal(cis_session_new(validator, &session), CIS_OK);
    cis_session_on_finding(session, take, names);
    assert_int_equal(cis_session_memory(session, text, size, "x"), CIS_OK);
    cis_session_free(session);
    cis_validator_free(validator);
    fingerprints_free(&names->known);
    free(text);
}

static void test_many(void **state)
{
    static struct names one, other;

    (void)state;
    name_all(&one, 40);
    assert_true(one.count > 64);
    for (size_t i = 0; i < one.count; i++) {
        assert_int_equal(strlen(one.text[i]), FINGERPRINT_SIZE - 1);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(one.text[i], one.text[j]);
    }
    name_all(&other, 40);
    assert_int_equal(other.count, one.count);
    assert_memory_equal(other.text, one.text, sizeof one.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
