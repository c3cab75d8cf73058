/* Tags: their parts, found again in the text. */
/* SPDX-License-Identifier: MIT */
#include "xml/tag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static struct source source;

static void fill(const char *text)
{
    source_init(&source, &alloc_default);
    source_begin(&source, ENCODING_UTF8, 0);
    source_append(&source, str_of(text));
}

static void expect(struct extent where, const char *text)
{
    struct str found = source_text(&source, where);

    if (!str_is(found, text))
        fail_msg("'%.*s' instead of '%s'", STR_ARGS(found), text);
}

static void test_names(void **state)
{
    (void)state;
    fill("x<a/><b ></b ><s:c\nd='>'/>");
    expect(tag_name(&source, 1), "a");
    expect(tag_whole(&source, 1), "<a/>");
    expect(tag_name(&source, 5), "b");
    expect(tag_whole(&source, 5), "<b >");
    expect(tag_name(&source, 9), "b");
    expect(tag_whole(&source, 9), "</b >");
    expect(tag_name(&source, 14), "s:c");
    expect(tag_whole(&source, 14), "<s:c\nd='>'/>");
    source_free(&source);
}

static void expect_attribute(uint64_t tag, const char *name, const char *value)
{
    struct extent at_name, at_value;

    assert_true(tag_attribute(&source, tag, str_of(name), &at_name, &at_value));
    expect(at_name, name);
    expect(at_value, value);
}

static void test_attributes(void **state)
{
    struct extent name, value;

    (void)state;
    fill("<a b='1' xml:lang = \"b='2' >\"\n c=''/><a d='3'>");
    expect_attribute(0, "b", "1");
    expect_attribute(0, "xml:lang", "b='2' >");
    expect_attribute(0, "c", "");
    assert_false(tag_attribute(&source, 0, str_of("lang"), &name, &value));
    assert_false(tag_attribute(&source, 0, str_of("d"), &name, &value));
    assert_false(tag_attribute(&source, 0, str_of(""), &name, &value));
    source_free(&source);
}

/* Faults are explained by what can be found in tags that are wrong. */
static void test_malformed(void **state)
{
    static const char *const tags[] = {
        "<",        "<a",      "<a b",  "<a b=",   "<a b='",
        "<a b='c",  "<a b='<", "<a =>", "<a 'b'>", "<a b=c>",
        "<a b='c'", "</",      "<a/b>", "<'>",     ""};
    struct extent name, value;

    (void)state;
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        fill(tags[i]);
        assert_true(tag_whole(&source, 0).end <= source_end(&source));
        assert_false(tag_attribute(&source, 0, str_of("x"), &name, &value));
        source_free(&source);
    }
}

static void test_content(void **state)
{
    (void)state;
    fill("<a> <!-- x --> b <c/><?pi?>d<!-- <e> -->\n</a>");
    expect(tag_content(&source, 0, 41), "b <c/><?pi?>d");
    source_free(&source);
    fill("<a> <!-- x --><?y z?>\n</a>");
    assert_int_equal(tag_content(&source, 0, 22).offset, 3);
    assert_int_equal(tag_content(&source, 0, 22).end, 3);
    source_free(&source);
    fill("<a> <![CDATA[ <!-- ]]> </a>");
    expect(tag_content(&source, 0, 23), "<![CDATA[ <!-- ]]>");
    source_free(&source);
    fill("<a>b</a>");
    expect(tag_content(&source, 0, 4), "b");
    source_free(&source);
}

static void test_values(void **state)
{
    static const char *const pairs[][2] = {
        {"a", "a"},
        {"", ""},
        {" \t", ""},
        {" a\nb ", "a b"},
        {"&#119;h&#x6F;&#X;&le;", "who&#X;&le;"},
        {"&lt;&gt;&amp;&apos;", "<>&'"},
        {"&#x1F600;&#32;", "\xf0\x9f\x98\x80"},
        {"&#1114112;&#0;&", "&#1114112;&#0;&"}};
    struct extent name, value;
    struct arena arena;

    (void)state;
    arena_init(&arena, &alloc_default);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        char tag[80];

        snprintf(tag, sizeof tag, "<a b=\"%s\"/>", pairs[i][0]);
        fill(tag);
        assert_true(tag_attribute(&source, 0, str_of("b"), &name, &value));
        assert_true(
            str_equal(tag_value(&source, value, &arena), str_of(pairs[i][1])));
        source_free(&source);
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),     cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_malformed), cmocka_unit_test(test_content),
        cmocka_unit_test(test_values),
    };

    return cmocka_run_group_tests_name("tag", tests, NULL, NULL);
}
