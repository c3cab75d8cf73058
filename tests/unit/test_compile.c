/* Schemas that are too large for the tables, or just not, by one more. */
/* SPDX-License-Identifier: MIT */
#include "schema/compile.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static const char head[] =
    "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:t='urn:t'"
    " targetNamespace='urn:t' elementFormDefault='qualified'"
    " blockDefault='#all'>";

struct text {
    struct arena arena;
    struct buf buf;
    struct compile_error error;
};

static void begin(struct text *text, const char *more)
{
    arena_init(&text->arena, &alloc_default);
    buf_init(&text->buf, &alloc_default);
    buf_text(&text->buf, head);
    buf_text(&text->buf, more);
}

/* Closes the schema, and compiles it. */
static const struct schema *end(struct text *text, const char *more)
{
    buf_text(&text->buf, more);
    buf_text(&text->buf, "</xs:schema>");
    assert_false(text->buf.failed);
    return schema_compile(&text->arena, text->buf.at, text->buf.length,
                          &text->error);
}

static void done(struct text *text)
{
    buf_free(&text->buf);
    arena_free(&text->arena);
}

static void refused(struct text *text, const char *more, const char *message)
{
    assert_null(end(text, more));
    assert_string_equal(text->error.message, message);
    done(text);
}

static void add_attributes(struct text *text, int count)
{
    begin(text, "<xs:complexType name='r'>");
    for (int i = 0; i < count; i++)
        buf_format(&text->buf, "<xs:attribute name='a%d' type='xs:token'/>", i);
}

/* The words of the type of that name. */
static const char *words_of(const struct schema *schema, const char *name)
{
    for (uint16_t i = 0; i < schema->simple_count; i++)
        if (strcmp(schema->simples[i].name, name) == 0)
            return schema->simples[i].words;
    return NULL;
}

/* What is said of a type, as one line. */
static void test_words(void **state)
{
    static const struct {
        const char *note, *words;
    } cases[] = {
        {"", ""},
        {"<xs:annotation/>", ""},
        {"<xs:annotation><xs:documentation/></xs:annotation>", ""},
        {"<xs:annotation><xs:documentation>x</xs:documentation>"
         "</xs:annotation>",
         "x"},
        {"<xs:annotation><xs:documentation>\r\n\t A  small \t\n number, of"
         " one!\n </xs:documentation></xs:annotation>",
         "A small number, of one!"},
    };
    struct text text;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct schema *schema;

        begin(&text, "<xs:element name='r' type='t:r'/><xs:complexType "
                     "name='r'><xs:attribute name='a' type='t:v'/>"
                     "</xs:complexType><xs:simpleType name='v'>");
        buf_text(&text.buf, cases[i].note);
        schema = end(&text, "<xs:restriction base='xs:token'/>"
                            "</xs:simpleType>");
        assert_non_null(schema);
        assert_string_equal(words_of(schema, "v"), cases[i].words);
        done(&text);
    }
}

/* Those that are required are bits of one word. */
static void test_attributes(void **state)
{
    struct text text;

    (void)state;
    add_attributes(&text, 64);
    assert_non_null(end(&text, "</xs:complexType>"));
    done(&text);
    add_attributes(&text, 65);
    refused(&text, "</xs:complexType>", "more than 64 attributes");
}

static void add_value(struct text *text, size_t length)
{
    begin(text, "<xs:simpleType name='v'><xs:restriction base='xs:token'>"
                "<xs:enumeration value='");
    while (length-- > 0)
        buf_byte(&text->buf, 'x');
}

static void test_value(void **state)
{
    static const char close[] = "'/></xs:restriction></xs:simpleType>";
    struct text text;

    (void)state;
    add_value(&text, 65535);
    assert_non_null(end(&text, close));
    done(&text);
    add_value(&text, 65536);
    refused(&text, close, "the value is too long");
}

static void add_choices(struct text *text, int count)
{
    begin(text, "<xs:simpleType name='v'><xs:restriction base='xs:token'>");
    for (int i = 0; i < count; i++)
        buf_format(&text->buf, "<xs:enumeration value='v%d'/>", i);
}

/* Rows are counted in 16 bits, and the last number stands for none. */
static void test_tables(void **state)
{
    static const char close[] = "</xs:restriction></xs:simpleType>";
    struct text text;

    (void)state;
    add_choices(&text, 65535);
    assert_non_null(end(&text, close));
    done(&text);
    add_choices(&text, 65536);
    refused(&text, close, "the schema is too large for its tables");
}

static void add_nested(struct text *text, int count)
{
    begin(text, "<xs:complexType name='r'>");
    for (int i = 0; i < count; i++)
        buf_text(&text->buf, "<xs:sequence>");
    for (int i = 0; i < count; i++)
        buf_text(&text->buf, "</xs:sequence>");
}

static void test_nesting(void **state)
{
    struct text text;

    (void)state;
    add_nested(&text, 32);
    assert_non_null(end(&text, "</xs:complexType>"));
    done(&text);
    add_nested(&text, 33);
    refused(&text, "</xs:complexType>", "the content model nests too deep");
}

static void add_members(struct text *text, int count)
{
    begin(text, "<xs:simpleType name='v'><xs:union memberTypes='");
    for (int i = 0; i < count; i++)
        buf_text(&text->buf, "xs:token\n ");
}

static void test_members(void **state)
{
    struct text text;

    (void)state;
    add_members(&text, 16);
    assert_non_null(end(&text, "'/></xs:simpleType>"));
    done(&text);
    add_members(&text, 17);
    refused(&text, "'/></xs:simpleType>", "a union of more than 16 types");
}

/* What a schema leaves out is empty, and never NULL. */
static void test_bare(void **state)
{
    const struct schema *schema;
    struct text text;

    (void)state;
    begin(&text, "");
    schema = end(&text, "");
    assert_non_null(schema);
    assert_string_equal(schema->version, "");
    assert_int_equal(schema->type_count, 0);
    done(&text);
}

static void test_broken(void **state)
{
    struct text text;

    (void)state;
    begin(&text, "<xs:element");
    assert_null(end(&text, ""));
    assert_int_equal(text.error.line, 0);
    assert_true(text.error.message[0] != '\0');
    done(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),   cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_value),   cmocka_unit_test(test_tables),
        cmocka_unit_test(test_nesting), cmocka_unit_test(test_members),
        cmocka_unit_test(test_bare),    cmocka_unit_test(test_broken),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
