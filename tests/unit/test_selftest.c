/* Every example of every code behaves as the table says. */
/* SPDX-License-Identifier: MIT */
#include <cisvalidate/cisvalidate.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

struct tally {
    size_t run;
    size_t failed;
};

static void on_example(void *context, const char *code, bool bad, bool passed,
                       const char *why)
{
    struct tally *tally = context;

    assert_string_equal(code, cis_rule_code(cis_rule_at(tally->run / 2)));
    assert_int_equal(bad, tally->run % 2 == 0);
    assert_int_equal(passed, why == NULL);
    tally->run++;
    if (passed)
        return;
    tally->failed++;
    printf("# %s, the %s example gives %s\n", code, bad ? "bad" : "good", why);
}

static void test_examples(void **state)
{
    struct tally tally = {0, 0};
    enum cis_status status = cis_self_test(on_example, &tally);

    (void)state;
    assert_int_equal(tally.run, 2 * cis_rule_count());
    assert_int_equal(tally.failed, 0);
    assert_int_equal(status, CIS_OK);
    assert_int_equal(cis_self_test(NULL, NULL), CIS_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_examples),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
