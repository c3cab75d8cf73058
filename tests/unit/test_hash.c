/* Hashes that name things: they stay what they are. */
/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* By FNV-1a's own definition, reckoned elsewhere. */
static void stays_what_it_is(void **state)
{
    static const struct {
        const char *text;
        uint64_t hash;
    } rows[] = {
        {"", UINT64_C(0x4d25767f9dce13f5)},
        {"a", UINT64_C(0x0de47e06a7ff87dd)},
        {"foobar", UINT64_C(0xfab96257a81ca5ce)},
        {"\xD0\xBC\xD0\xB8\xD1\x80", UINT64_C(0xf729e7cd7ac8bf8e)},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (hash_text(HASH_START, str_of(rows[i].text)) != rows[i].hash)
            fail_msg("'%s'", rows[i].text);
    assert_true(hash_number(HASH_START, 0x01020304) ==
                UINT64_C(0xb345225e3644edb5));
    assert_true(hash_number(7, UINT32_MAX) == UINT64_C(0x9162de146a2b9153));
}

static void tells_where_texts_end(void **state)
{
    uint64_t one, other;
    (void)state;
    one = hash_text(hash_text(HASH_START, str_of("ab")), str_of("c"));
    other = hash_text(hash_text(HASH_START, str_of("a")), str_of("bc"));
    assert_true(one != other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stays_what_it_is),
        cmocka_unit_test(tells_where_texts_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
