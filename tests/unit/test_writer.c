/* What the writer says was written is whole, whatever libxml2 does where memory
 * fails it. */
/* SPDX-License-Identifier: MIT */
#include "xml/writer.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* libxml2 2.9 loses the name of an element that it then has no memory for. By
 * the library, for functions have no names where there is no symbolizer; what
 * else it might lose shows in the tests that write with memory. */
__attribute__((visibility("default"))) const char *
__lsan_default_suppressions(void);

const char *__lsan_default_suppressions(void)
{
    return "leak:libxml2.so\n";
}

/* Allocations of libxml2 until one fails, and whether all after it do. */
static long left = -1;
static bool persistent;

static bool fails(void)
{
    if (left < 0)
        return false;
    if (left > 0) {
        left--;
        return false;
    }
    if (!persistent)
        left = -1;
    return true;
}

static void *allocate(size_t size)
{
    return fails() ? NULL : malloc(size);
}

static void *resize(void *block, size_t size)
{
    return fails() ? NULL : realloc(block, size);
}

static char *copy(const char *text)
{
    return fails() ? NULL : strdup(text);
}

__attribute__((format(printf, 2, 3))) static void
print_nothing(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

static struct {
    char text[200000];
    size_t size;
} written;

static int keep(void *context, const char *bytes, int size)
{
    (void)context;
    assert_true(written.size + (size_t)size < sizeof written.text);
    memcpy(written.text + written.size, bytes, (size_t)size);
    written.size += (size_t)size;
    written.text[written.size] = '\0';
    return size;
}

/* A document of that many items; whether it is said to be whole. */
static bool write_items(int count)
{
    struct xml_writer *xml;

    written.size = 0;
    xml = xml_writer_new(keep, NULL);
    xml_writer_declaration(xml);
    xml_writer_indent(xml);
    xml_writer_start(xml, "items");
    for (int i = 0; i < count; i++) {
        xml_writer_start(xml, "item");
        xml_writer_attribute(xml, "of", "a 'б' & \"c\"\n<d>\t");
        xml_writer_text(xml, "x < \"й\" & z\r");
        xml_writer_end(xml);
    }
    xml_writer_end(xml);
    return xml_writer_free(xml);
}

static void test_escapes(void **state)
{
    (void)state;
    assert_true(write_items(1));
    assert_string_equal(
        written.text,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<items>\n"
        "  <item of=\"a 'б' &amp; &quot;c&quot;&#10;&lt;d&gt;&#9;\">"
        "x &lt; &quot;й&quot; &amp; z&#13;</item>\n"
        "</items>\n");
}

/* Fails each allocation of a document of that many items. */
static void fail_each(int count)
{
    static char whole[sizeof written.text];
    bool reached = true;

    assert_true(write_items(count));
    strcpy(whole, written.text);
    for (long turn = 0; reached; turn++) {
        left = turn;
        bool good = write_items(count);
        reached = persistent ? left == 0 : left < 0;
        left = -1;
        if (good)
            assert_string_equal(written.text, whole);
        else
            assert_true(reached);
    }
}

static void test_memory(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        persistent = i == 1;
        fail_each(1);
        fail_each(30);
        fail_each(200);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_memory),
    };

    if (xmlMemSetup(free, allocate, resize, copy) != 0)
        return 99;
    xmlInitParser();
    xmlSetGenericErrorFunc(NULL, print_nothing);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
