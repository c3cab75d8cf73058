/* The reader over texts of many blocks: places, memory, and what is wrong. */
/* SPDX-License-Identifier: MIT */
#include "xml/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

#include "reader_limits.h"

static struct reader *reader;

/* Every tag is where it is told to be. */
static void on_start(void *context, const struct xml_element *element)
{
    struct str text = source_from(reader_source(reader), element->tag);

    (void)context;
    assert_true(str_starts(text, str_of("<")));
    text = (struct str){text.at + 1, text.length - 1};
    assert_true(str_starts(text, str_of(element->local)));
}

static void on_end(void *context, uint64_t tag)
{
    struct str text = source_from(reader_source(reader), tag);

    (void)context;
    assert_true(str_starts(text, str_of("<")));
    source_discard(reader_source(reader), tag);
}

static void on_text(void *context, struct str text)
{
    (void)context;
    assert_true(text.length > 0);
}

static const struct reader_events events = {on_start, on_end, on_text, NULL,
                                            NULL};

static struct buf large;

static int begin(void **state)
{
    (void)state;
    buf_init(&large, &alloc_default);
    reader = reader_new(&alloc_default, &limits, &events, NULL);
    return reader == NULL;
}

static int end(void **state)
{
    (void)state;
    reader_free(reader);
    buf_free(&large);
    return 0;
}

static enum reader_status read_large(size_t chunk)
{
    assert_int_equal(reader_begin(reader), READER_OK);
    for (size_t at = 0; at < large.length; at += chunk)
        reader_feed(reader, large.at + at,
                    large.length - at < chunk ? large.length - at : chunk);
    return reader_end(reader);
}

static void test_places(void **state)
{
    (void)state;
    buf_text(&large, "<r>");
    for (int i = 0; i < 20000; i++)
        buf_format(&large, "<a b='%d > %d'>%*s</a>\n<c%s/>%s", i, i, i % 300,
                   "\xD0\x9C", i % 7 ? "" : " d='>'",
                   i % 11 ? "" : "<!-- <x> --><![CDATA[<y>]]><?z <a>?>");
    buf_text(&large, "</r>");
    for (size_t chunk = 100; chunk < large.length * 10; chunk *= 10) {
        assert_int_equal(read_large(chunk), READER_OK);
        assert_true(reader_source(reader)->text.length < 1 << 19);
    }
}

static const char filler[] = "<a b='0123456789012345678901234567890123456789"
                             "01234567890123'/>\n";

/* What is wrong comes after so many elements, and before many more. */
static void fill_broken(size_t before, const char *wrong)
{
    buf_clear(&large);
    buf_text(&large, "<r>");
    for (size_t i = 0; i < before; i++)
        buf_text(&large, filler);
    buf_text(&large, wrong);
    for (size_t i = 0; i < 4096; i++)
        buf_text(&large, filler);
    buf_text(&large, "</r>");
}

/* At either side of where the text is cut into blocks, and far from it. */
static void test_broken(void **state)
{
    static const char *const wrong[] = {"&", "&b", "&#1;", "<b c='' c=''/>"};

    (void)state;
    assert_int_equal(strlen(filler), 64);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        for (size_t before = 0; before < 2048;
             before += before < 1020 || before > 1027 ? 20 : 1) {
            const struct problem *problem = reader_problem(reader);
            size_t offset = strlen("<r>") + strlen(filler) * before;

            fill_broken(before, wrong[i]);
            assert_int_equal(read_large(large.length), READER_PROBLEM);
            assert_int_equal(problem->code, CODE_W001);
            assert_in_range(problem->where.offset, offset,
                            offset + strlen(wrong[i]));
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_places, begin, end),
        cmocka_unit_test_setup_teardown(test_broken, begin, end),
    };

    return cmocka_run_group_tests_name("reader_blocks", tests, NULL, NULL);
}
