/* The characters of names, each of them asked of libxml2. */
/* SPDX-License-Identifier: MIT */
#include "schema/xml_name.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <libxml/chvalid.h>

static bool is_letter(uint32_t point)
{
    return xmlIsBaseCharQ(point) || xmlIsIdeographicQ(point);
}

static bool goes_on(uint32_t point)
{
    return is_letter(point) || xmlIsDigitQ(point) || xmlIsCombiningQ(point) ||
           xmlIsExtenderQ(point) || point == '.' || point == '-' ||
           point == '_';
}

static void agrees_with_libxml2_on_each_character(void **state)
{
    (void)state;
    for (uint32_t point = 0; point <= 0x10FFFF; point++) {
        if (name_letter(point) != is_letter(point))
            fail_msg("a letter: U+%04X", point);
        if (name_character(point) != goes_on(point))
            fail_msg("a character of names: U+%04X", point);
    }
}

/* What "\\i" and "\\c" are made of has to be in order, and apart. */
static void tables_ascend(void **state)
{
    const struct name_table *tables[] = {&name_letters, &name_others};
    (void)state;
    for (size_t i = 0; i < 2; i++)
        for (size_t k = 0; k < tables[i]->count; k++) {
            const struct name_range *range = &tables[i]->ranges[k];
            assert_true(range->first <= range->last);
            assert_true(k == 0 || range[-1].last < range->first);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_libxml2_on_each_character),
        cmocka_unit_test(tables_ascend),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
