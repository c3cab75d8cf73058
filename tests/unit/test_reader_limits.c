/* The reader under pressure: limits, failing memory, inputs that grow. */
/* SPDX-License-Identifier: MIT */
#include "xml/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "reader_limits.h"

static void on_start(void *context, const struct xml_element *element)
{
    (void)context;
    assert_non_null(element->local);
}

static void on_end(void *context, uint64_t tag)
{
    (void)context;
    (void)tag;
}

static void on_text(void *context, struct str text)
{
    (void)context;
    (void)text;
}

static void on_pause(void *context, uint64_t offset)
{
    struct reader **reader = context;

    source_discard(reader_source(*reader), offset);
}

static const struct reader_events events = {on_start, on_end, on_text, on_pause,
                                            NULL};

static enum reader_status read_text(struct reader *reader, const char *text,
                                    size_t chunk)
{
    size_t size = strlen(text);

    reader_begin(reader);
    for (size_t at = 0; at < size; at += chunk)
        reader_feed(reader, text + at, size - at < chunk ? size - at : chunk);
    return reader_end(reader);
}

static void expect(const struct guard_limits *of, const char *text,
                   const char *limit, uint64_t offset)
{
    struct reader *reader;

    reader = reader_new(&alloc_default, of, &events, &reader);
    for (size_t chunk = 1; chunk < 100; chunk += 7) {
        const struct problem *problem = reader_problem(reader);
        enum reader_status status = read_text(reader, text, chunk);
        if (limit == NULL) {
            assert_int_equal(status, READER_OK);
            continue;
        }
        assert_int_equal(status, READER_PROBLEM);
        assert_int_equal(problem->code, CODE_W004);
        assert_int_equal(problem->where.offset, offset);
        assert_non_null(strstr(problem->message, limit));
    }
    reader_free(reader);
}

static void test_limits(void **state)
{
    struct guard_limits few = {{[CIS_LIMIT_BYTES] = 60,
                                [CIS_LIMIT_DEPTH] = 3,
                                [CIS_LIMIT_ATTRIBUTES] = 2,
                                [CIS_LIMIT_NAME] = 64,
                                [CIS_LIMIT_VALUE] = 5,
                                [CIS_LIMIT_TAG] = 8192}};

    (void)state;
    expect(&few, "<a><b><c/></b><b><c/></b></a>", NULL, 0);
    expect(&few, "<a><b><c><d/></c></b></a>", "--limit=depth=N", 9);
    expect(&few, "<a>12<!-- -->345</a>", NULL, 0);
    expect(&few, "<a>12<!-- --><![CDATA[3456]]></a>", "--limit=value=N", 0);
    expect(&few, "<a xmlns:p='u'><b xmlns='u'/><b xmlns='u'/></a>", NULL, 0);
    expect(&few, "<a xmlns:p='u' xmlns='u'><b xmlns='u'/></a>",
           "--limit=attributes=N", 25);
    expect(&few,
           "<a><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/></a>\n",
           NULL, 0);
    expect(&few,
           "<a><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/></a>\n ",
           "--limit=bytes=N", 60);
}

/* Malformed before it is too much: that is what is told. */
static void test_first_problem(void **state)
{
    struct reader *reader;

    (void)state;
    reader = reader_new(&alloc_default, &limits, &events, &reader);
    assert_int_equal(read_text(reader, "<a><b></a><!DOCTYPE a>", 3),
                     READER_PROBLEM);
    assert_int_equal(reader_problem(reader)->code, CODE_W001);
    assert_int_equal(read_text(reader, "<a><!DOCTYPE a></b>", 3),
                     READER_PROBLEM);
    assert_int_equal(reader_problem(reader)->code, CODE_W003);
    reader_free(reader);
}

/* A piece again and again, between a start and an end. */
static const struct {
    const char *start;
    const char *piece;
    const char *end;
    enum reader_status status;
} shapes[] = {
    {"", "<", "", READER_PROBLEM},
    {"<r>", "&", "</r>", READER_PROBLEM},
    {"<r>", "&#65;", "</r>", READER_PROBLEM},
    {"<r>", "<a>", "</r>", READER_PROBLEM},
    {"<r>", "<a/>", "</r>", READER_OK},
    {"<r>", "<!-- -->", "</r>", READER_OK},
    {"<r>", "<?a?>", "</r>", READER_OK},
    {"<r>", "<![CDATA[]]>", "</r>", READER_OK},
    {"<r>", "<a>]]&gt;</a>\r", "</r>", READER_OK},
    {"<r>", "<a b='>'>></a>", "</r>", READER_OK},
    {"", "<!-- -->\n", "<r/>", READER_OK},
    {"<r/>", "<!-- -->\n", "", READER_OK},
    {"<r ", "a='' ", "/>", READER_PROBLEM},
    {"<r ", "xmlns:a='' ", "/>", READER_PROBLEM},
    {"<r a='", "x", "'/>", READER_PROBLEM},
    {"<r a='", "<", "'/>", READER_PROBLEM},
    {"<", "r", "/>", READER_PROBLEM},
    {"<r>", "x", "</r>", READER_PROBLEM},
    {"<!--", "-", "--><r/>", READER_PROBLEM},
    {"<!--", ">", "--><r/>", READER_PROBLEM},
    {"<?p", ">", "?><r/>", READER_PROBLEM},
    {"", "\n", "<r/>", READER_PROBLEM},
    {"<r>", "\xD0", "</r>", READER_PROBLEM},
    {"\xEF\xBB\xBF", "\xEF\xBB\xBF", "<r/>", READER_PROBLEM},
};

static void test_shapes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct reader *reader;
        struct buf text;
        buf_init(&text, &alloc_default);
        buf_text(&text, shapes[i].start);
        while (text.length < 1 << 20)
            buf_text(&text, shapes[i].piece);
        buf_text(&text, shapes[i].end);
        buf_byte(&text, '\0');
        reader = reader_new(&alloc_default, &limits, &events, &reader);
        if (read_text(reader, text.at, 10000) != shapes[i].status)
            fail_msg("%s: %s", shapes[i].piece,
                     reader_problem(reader)->message);
        if (shapes[i].status == READER_OK)
            assert_true(reader_source(reader)->text.length < 1 << 18);
        reader_free(reader);
        buf_free(&text);
    }
}

/* Ever new names do not take ever more memory. */
static void test_names(void **state)
{
    struct reader *reader;
    struct buf text;

    (void)state;
    buf_init(&text, &alloc_default);
    buf_text(&text, "<r>");
    for (int i = 0; i < 20000; i++)
        buf_format(&text, "<a%d/>", i);
    buf_text(&text, "</r>");
    buf_byte(&text, '\0');
    reader = reader_new(&alloc_default, &limits, &events, &reader);
    assert_int_equal(read_text(reader, text.at, 4096), READER_PROBLEM);
    assert_int_equal(reader_problem(reader)->code, CODE_W004);
    reader_free(reader);
    buf_free(&text);
}

/* The k-th allocation fails; from there on all, if it stays so. */
struct failing {
    long left;
    bool stays;
};

static bool fails(void *context)
{
    struct failing *failing = context;

    failing->left--;
    return failing->left == 0 || (failing->stays && failing->left < 0);
}

static void *allocate(void *context, size_t size)
{
    return fails(context) ? NULL : malloc(size);
}

static void *resize(void *context, void *block, size_t size)
{
    return fails(context) ? NULL : realloc(block, size);
}

static void release(void *context, void *block)
{
    (void)context;
    free(block);
}

static void fill(struct buf *text)
{
    buf_text(text, "<?xml version='1.0'?><r xmlns='u' xmlns:p='v'>");
    for (int i = 0; i < 8000; i++)
        buf_text(text, "<a b='1' c='2'>x<p:d/>\xD0\x9C</a>\n");
    buf_text(text, "</r>");
    buf_byte(text, '\0');
}

static void expect_no_memory(struct failing *failing, const char *text)
{
    struct cis_allocator from = {allocate, resize, release, failing};
    enum reader_status status = READER_NO_MEMORY;
    long first = failing->left;
    struct reader *reader;

    while (status != READER_OK) {
        failing->left = first;
        reader = reader_new(&from, &limits, &events, &reader);
        status =
            reader == NULL ? READER_NO_MEMORY : read_text(reader, text, 5000);
        assert_int_not_equal(status, READER_PROBLEM);
        assert_true((status == READER_OK) == (failing->left > 0) ||
                    !failing->stays);
        failing->left = 0;
        failing->stays = false;
        if (reader != NULL)
            assert_int_equal(read_text(reader, text, 5000), READER_OK);
        reader_free(reader);
        first++;
        failing->stays = first % 2;
    }
}

static void test_no_memory(void **state)
{
    struct failing failing = {.left = 1};
    struct buf text;

    (void)state;
    buf_init(&text, &alloc_default);
    fill(&text);
    expect_no_memory(&failing, text.at);
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_limits),    cmocka_unit_test(test_first_problem),
        cmocka_unit_test(test_shapes),    cmocka_unit_test(test_names),
        cmocka_unit_test(test_no_memory),
    };

    return cmocka_run_group_tests_name("reader_limits", tests, NULL, NULL);
}
