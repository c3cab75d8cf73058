/* Pseudo-attributes: their parts, and what is wrong with them, in place. */
/* SPDX-License-Identifier: MIT */
#include "xml/pseudo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct source source;
static struct pseudo pseudo;

static void expect(struct extent where, const char *text)
{
    struct str found = source_text(&source, where);

    if (!str_is(found, text))
        fail_msg("'%.*s' instead of '%s'", STR_ARGS(found), text);
}

/* An instruction that is not at the start, and not at the end either. */
static void start(const char *instruction)
{
    struct extent whole;

    source_init(&source, &alloc_default);
    source_begin(&source, ENCODING_UTF8, 0);
    source_append(&source, str_of("<?>"));
    source_append(&source, str_of(instruction));
    source_append(&source, str_of("b='?>'"));
    pseudo_begin(&pseudo, &source, 3, "t", &whole);
    expect(whole, instruction);
}

static void has(const char *name, const char *value)
{
    struct tag_part part;

    assert_true(pseudo_next(&pseudo, &part));
    expect(part.name, name);
    expect(part.value, value);
}

static void ends(void)
{
    struct tag_part part;

    assert_false(pseudo_next(&pseudo, &part));
    assert_null(pseudo.fault);
    assert_false(pseudo_next(&pseudo, &part));
    source_free(&source);
}

/* It stays at its first fault. */
static void fails_at(const char *where, const char *word)
{
    struct tag_part part;

    for (int i = 0; i < 2; i++) {
        assert_false(pseudo_next(&pseudo, &part));
        assert_non_null(pseudo.fault);
        assert_non_null(strstr(pseudo.fault, word));
        expect(pseudo.where, where);
    }
    source_free(&source);
}

static void test_parts(void **state)
{
    (void)state;
    start("<?t a=\"1\" b = '2\"'\r\n\tc\n=\n''?>");
    has("a", "1");
    has("b", "2\"");
    has("c", "");
    ends();
    start("<?t a='<&amp; >?'  ?>");
    has("a", "<&amp; >?");
    ends();
    start("<?t \xd0\xb0-1='\xd0\xb1'?>");
    has("\xd0\xb0-1", "\xd0\xb1");
    ends();
}

static void test_nothing(void **state)
{
    (void)state;
    start("<?t?>");
    ends();
    start("<?t \n ?>");
    ends();
}

static void test_faults(void **state)
{
    (void)state;
    start("<?t a='1'b='2'?>");
    has("a", "1");
    fails_at("b", "white space");
    start("<?t a?>");
    fails_at("?>", "'='");
    start("<?t a b='1'?>");
    fails_at("b", "'='");
    start("<?t a=?>");
    fails_at("?>", "quotation marks");
    start("<?t a=\xd0\xb1?>");
    fails_at("\xd0\xb1", "quotation marks");
    start("<?t a='1?>");
    fails_at("'", "not closed");
    start("<?t a='1' =\"2\"?>");
    has("a", "1");
    fails_at("=", "name");
    start("<?t 'a'='1'?>");
    fails_at("'", "name");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_faults),
    };

    return cmocka_run_group_tests_name("pseudo", tests, NULL, NULL);
}
