/* The reader: events and problems, the same however the input is cut. */
/* SPDX-License-Identifier: MIT */
#include "xml/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reader_limits.h"

#define BYTES(text) text, sizeof text - 1

/* Everything that the reader tells, as text. */
struct record {
    struct buf out;
    struct reader *reader;
    bool in_text;
    bool discards;
};

static void on_start(void *context, const struct xml_element *element)
{
    struct record *record = context;

    record->in_text = false;
    buf_format(&record->out, "\n<%s:%s {%s} @%" PRIu64,
               element->prefix ? element->prefix : "", element->local,
               element->ns ? element->ns : "", element->tag);
    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct xml_attribute *at = &element->attributes[i];
        buf_format(&record->out, " %s:%s{%s}='%.*s'",
                   at->prefix ? at->prefix : "", at->local,
                   at->ns ? at->ns : "", STR_ARGS(at->value));
    }
    for (size_t i = 0; i < element->namespace_count; i++)
        buf_format(&record->out, " xmlns:%s=%s",
                   element->namespaces[i].prefix ? element->namespaces[i].prefix
                                                 : "",
                   element->namespaces[i].uri);
}

static void on_end(void *context, uint64_t tag)
{
    struct record *record = context;

    record->in_text = false;
    buf_format(&record->out, "\n> @%" PRIu64, tag);
}

static void on_text(void *context, struct str text)
{
    struct record *record = context;

    if (!record->in_text)
        buf_text(&record->out, "\n'");
    record->in_text = true;
    buf_append(&record->out, text);
}

static void on_pause(void *context, uint64_t offset)
{
    struct record *record = context;

    if (record->discards)
        source_discard(reader_source(record->reader), offset);
}

static void on_instruction(void *context, uint64_t offset, uint64_t parent)
{
    struct record *record = context;

    buf_format(&record->out, "\n? @%" PRIu64 " in %" PRId64, offset,
               (int64_t)parent);
}

static const struct reader_events events = {on_start, on_end, on_text, on_pause,
                                            on_instruction};

static void tell_problem(struct record *record)
{
    const struct problem *problem = reader_problem(record->reader);
    struct source *source = reader_source(record->reader);
    struct cis_excerpt excerpt;
    struct cis_place place;
    struct arena arena;

    arena_init(&arena, &alloc_default);
    source_resolve(source, problem->where, &place);
    excerpt = source_excerpt(source, problem->where, &arena);
    buf_format(&record->out,
               "\n!W%03d [%" PRIu64 ",%" PRIu64 ") %" PRIu64 ":%" PRIu64
               "-%" PRIu64 ":%" PRIu64 " %" PRIu64 "-%" PRIu64 " %s (%s) %s",
               (int)(problem->code - CODE_W001 + 1), problem->where.offset,
               problem->where.end, place.line, place.column, place.end_line,
               place.end_column, place.offset, place.end_offset,
               problem->message, problem->hint,
               excerpt.text ? excerpt.text : "");
    arena_free(&arena);
}

static enum reader_status read_in(struct record *record, const char *bytes,
                                  size_t size, size_t chunk)
{
    enum reader_status status = reader_begin(record->reader);

    buf_clear(&record->out);
    record->in_text = false;
    for (size_t at = 0; at < size && status == READER_OK; at += chunk)
        status = reader_feed(record->reader, bytes + at,
                             size - at < chunk ? size - at : chunk);
    status = reader_end(record->reader);
    if (status == READER_PROBLEM)
        tell_problem(record);
    buf_byte(&record->out, '\0');
    return status;
}

static int begin(void **state)
{
    static struct record record;

    buf_init(&record.out, &alloc_default);
    record.reader = reader_new(&alloc_default, &limits, &events, &record);
    *state = &record;
    return record.reader == NULL;
}

static int end(void **state)
{
    struct record *record = *state;

    reader_free(record->reader);
    buf_free(&record->out);
    return 0;
}

static const size_t chunks[] = {1, 2, 3, 7, 4095, 4096};

/* Reads it whole and in chunks; leaves what was told whole. */
static enum reader_status read_all_ways(struct record *record,
                                        const char *bytes, size_t size)
{
    enum reader_status status = read_in(record, bytes, size, size + 1);
    char *whole = strdup(record->out.at);

    for (size_t i = 0; i < sizeof chunks / sizeof *chunks; i++) {
        read_in(record, bytes, size, chunks[i]);
        assert_string_equal(record->out.at, whole);
    }
    record->discards = true;
    read_in(record, bytes, size, 4096);
    assert_string_equal(record->out.at, whole);
    record->discards = false;
    read_in(record, bytes, size, size + 1);
    free(whole);
    return status;
}

/* What is wrong, and the text that is told to be wrong. OK: nothing. */
enum {
    OK = -1
};

static const struct input {
    const char *id; /* of design/bad-inputs.tsv */
    const char *bytes;
    size_t size;
    int code;
    uint64_t offset;
    uint64_t end;
} inputs[] = {
    {"B001", BYTES(""), CODE_W005, 0, 0},
    {"B002", BYTES("\n\n\t "), CODE_W005, 0, 0},
    {"B002 mark", BYTES("\xEF\xBB\xBF"), CODE_W005, 0, 0},
    {"B002 text", BYTES("\n x"), CODE_W001, 2, 3},
    {"B002 comment", BYTES("<!-- -->"), CODE_W001, 8, 8},
    {"B007", BYTES("r>x</r>"), CODE_W001, 0, 1},
    {"B008", BYTES("<r/><r/>"), CODE_W001, 4, 5},
    {"B008 text", BYTES("<r/> x"), CODE_W001, 5, 6},
    {"B010", BYTES("<r/>\0<!-- <evil> unclosed"), CODE_W001, 4, 5},
    {"B011", BYTES("<r>\0</r>"), CODE_W001, 3, 4},
    {"B011 attribute", BYTES("<r a='\0'/>"), CODE_W001, 6, 7},
    {"B013", BYTES("\x1F\x8B\x08\0\0\0"), CODE_W002, 0, 1},
    {"zip", BYTES("PK\3\4\0\0"), CODE_W002, 0, 1},
    {"B043 LE", BYTES("\xFF\xFE<\0r\0/\0>\0"), OK, 0, 0},
    {"B043 BE", BYTES("\xFE\xFF\0<\0r\0/\0>"), OK, 0, 0},
    {"B044 LE", BYTES("<\0r\0/\0>\0"), CODE_W002, 0, 1},
    {"B044 BE", BYTES("\0<\0r\0/\0>"), CODE_W002, 0, 1},
    {"B046", BYTES("\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-16'?><r/>"),
     CODE_W002, 30, 36},
    {"B047 LE", BYTES("\xFF\xFE\0\0<\0\0\0"), CODE_W002, 0, 1},
    {"B047 BE", BYTES("\0\0\xFE\xFF\0\0\0<"), CODE_W002, 0, 1},
    {"B047 none", BYTES("<\0\0\0r\0\0\0"), CODE_W002, 0, 1},
    {"B049", BYTES("<r>\n caf\xE9</r>"), CODE_W002, 8, 9},
    {"B050", BYTES("<?xml version='1.0' encoding='windows-1252'?><r/>"),
     CODE_W002, 30, 42},
    {"B050 UTF-7", BYTES("<?xml version='1.0' encoding='UTF-7'?><r/>"),
     CODE_W002, 30, 35},
    {"B050 EBCDIC", BYTES("\x4C\x6F\xA7\x94"), CODE_W002, 0, 1},
    {"B052 2", BYTES("<r>\xC0\xAF</r>"), CODE_W002, 3, 4},
    {"B052 3", BYTES("<r>\xE0\x80\xAF</r>"), CODE_W002, 3, 4},
    {"B052 4", BYTES("<r>\xF0\x80\x80\xAF</r>"), CODE_W002, 3, 4},
    {"B052 NUL", BYTES("<r>\xC0\x80</r>"), CODE_W002, 3, 4},
    {"B053", BYTES("<r>\xED\xA0\x80</r>"), CODE_W002, 3, 4},
    {"B053 low", BYTES("<r>\xED\xBF\xBF</r>"), CODE_W002, 3, 4},
    {"B055", BYTES("<r>\xD0\x9C</r>\xD0"), CODE_W002, 9, 10},
    {"B056 high", BYTES("\xFF\xFE<\0r\0>\0\x00\xD8<\0"), CODE_W002, 3, 4},
    {"B056 low", BYTES("\xFF\xFE<\0r\0>\0\x00\xDC<\0"), CODE_W002, 3, 4},
    {"B056 odd", BYTES("\xFF\xFE<\0r\0/\0>\0\n"), CODE_W002, 4, 5},
    {"B058", BYTES("<r>\xC2\x85\xE2\x80\xA8\r\r\n\n</r>"), OK, 0, 0},
    {"B059 text", BYTES("<r>\xEF\xBB\xBF</r>"), OK, 0, 0},
    {"B059 two", BYTES("\xEF\xBB\xBF\xEF\xBB\xBF<r/>"), CODE_W001, 0, 3},
    {"B061", BYTES("<?xml version='1.1'?><r>&#1;</r>"), CODE_W001, 15, 18},
    {"B062", BYTES("<?xml version='1.0' standalone='maybe'?><r/>"), CODE_W001,
     32, 33},
    {"B062 2.0", BYTES("<?xml version='2.0'?><r/>"), CODE_W001, 15, 18},
    {"B062 none", BYTES("<?xml encoding='UTF-8'?><r/>"), CODE_W001, 0, 2},
    {"B062 space", BYTES(" <?xml version='1.0'?><r/>"), CODE_W001, 1, 3},
    {"B064", BYTES("<r a='1' b='2' a='3'/>"), CODE_W001, 15, 16},
    {"B064 quotes", BYTES("<r a=1/>"), CODE_W001, 5, 6},
    {"B064 space", BYTES("<r a='1'b='2'/>"), CODE_W001, 8, 9},
    {"B065", BYTES("<r a='x<y'/>"), CODE_W001, 7, 8},
    {"B065 passed", BYTES("<r><a b='x<y'/></r>"), CODE_W001, 10, 11},
    {"B065 end", BYTES("<r>]]></r>"), CODE_W001, 3, 4},
    {"B065 --", BYTES("<r><!-- a -- b --></r>"), CODE_W001, 10, 11},
    {"B065 xml", BYTES("<r><?xml version='1.0'?></r>"), CODE_W001, 3, 5},
    {"B067", BYTES("<<<<<<<<"), CODE_W001, 0, 1},
    {"B068", BYTES("<r>&#0;</r>"), CODE_W001, 3, 7},
    {"B068 D800", BYTES("<r>&#xD800;</r>"), CODE_W001, 3, 11},
    {"B068 FFFE", BYTES("<r>&#xFFFE;</r>"), CODE_W001, 3, 11},
    {"B068 110000", BYTES("<r>&#x110000;</r>"), CODE_W001, 3, 13},
    {"B068 99", BYTES("<r>&#99999999999999999999;</r>"), CODE_W001, 3, 26},
    {"B068 x", BYTES("<r>&#x;</r>"), CODE_W001, 3, 7},
    {"B068 -1", BYTES("<r>&#-1;</r>"), CODE_W001, 3, 8},
    {"B068 space", BYTES("<r>&# 49;</r>"), CODE_W001, 3, 5},
    {"B068 value", BYTES("<r a='&#0;'/>"), CODE_W001, 6, 10},
    {"B070", BYTES("<r>&foo;</r>"), CODE_W001, 3, 8},
    {"B070 value", BYTES("<r a='&foo;'/>"), CODE_W001, 6, 11},
    {"B070 &", BYTES("<r>a & b</r>"), CODE_W001, 5, 6},
    {"B070 five", BYTES("<r>&lt;&gt;&amp;&quot;&apos;&#65;</r>"), OK, 0, 0},
    {"B071", BYTES("<r><![CDATA[1]]><![CDATA[2</n>]]></r>"), OK, 0, 0},
    {"B073",
     BYTES("<?xml-stylesheet href='http://x'?>"
           "<?oasis-xml-catalog catalog='file:///x'?><r/>"),
     OK, 0, 0},
    {"B074", BYTES("<\xCC\x80/>"), CODE_W001, 1, 3},
    {"B074 later", BYTES("<r\xCC\x80/>"), OK, 0, 0},
    {"B076", BYTES("<!DOCTYPE r SYSTEM 'file:///etc/passwd'><r/>"), CODE_W003,
     0, 9},
    {"B079", BYTES("<!-- --><!DOCTYPE r [<!ENTITY a 'x'>]><r>&a;</r>"),
     CODE_W003, 8, 17},
    {"B088", BYTES("<r><!DOCTYPE r></r>"), CODE_W003, 3, 12},
    {"B088 earlier", BYTES("<r><a b='x></a><!DOCTYPE r></r>"), CODE_W001, 11,
     12},
    {"B103", BYTES("<p:r/>"), CODE_W001, 1, 4},
    {"B103 attribute", BYTES("<r a='p:a=' p:a=''/>"), CODE_W001, 12, 15},
    {"B104", BYTES("<r xmlns:p='u' xmlns:q='u' p:a='' q:a=''/>"), CODE_W001, 34,
     37},
    {"B106", BYTES("<:a/>"), CODE_W001, 0, 5},
    {"B106 two", BYTES("<a:b:c xmlns:a='u'/>"), CODE_W001, 0, 20},
    {"B106 none", BYTES("<a: xmlns:a='u'/>"), CODE_W001, 0, 17},
    {"B106 pi", BYTES("<r><?a:b?></r>"), CODE_W001, 3, 5},
    {"B107", BYTES("<r xmlns='u'><a xmlns=''/></r>"), OK, 0, 0},
    {"mismatch", BYTES("<r>\n<a>\n</b></r>"), CODE_W001, 8, 12},
    {"unclosed", BYTES("<r>\n<a>\n</a>"), CODE_W001, 12, 12},
    {"in a tag", BYTES("<r>\n<a b='"), CODE_W001, 4, 10},
    {"in a comment", BYTES("<r><!-- "), CODE_W001, 3, 8},
    {"before", BYTES("<r><a b='> <!-- "), CODE_W001, 11, 12},
    {"long before", BYTES("<r><a b='> <!-- --> <c"), CODE_W001, 11, 12},
    {"character", BYTES("<r>\1</r>"), CODE_W001, 3, 4},
    {"noncharacter", BYTES("<r>\xEF\xBF\xBF</r>"), CODE_W001, 3, 6},
};

static void test_inputs(void **state)
{
    struct record *record = *state;

    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        const struct input *input = &inputs[i];
        const struct problem *problem = reader_problem(record->reader);
        enum reader_status status =
            read_all_ways(record, input->bytes, input->size);
        bool good = status == READER_OK
                        ? input->code == OK
                        : status == READER_PROBLEM &&
                              (int)problem->code == input->code &&
                              problem->where.offset == input->offset &&
                              problem->where.end == input->end;
        if (!good)
            fail_msg("%s: %s", input->id, record->out.at);
    }
}

/* What libxml2 2.9 and 2.15 have different words or places for, or another
 * verdict. */
static const struct {
    const char *bytes, *message;
    uint64_t offset, end;
} versions[] = {
    {"<r<x/>", "a name is expected here", 2, 3},
    {"\n<r", "the input ends within a tag", 1, 3},
    {"<r>a &", "the input ends before the end tag of <r> on line 1", 6, 6},
    {"<r \xEF\xBF\xBE='1'/>", "there is a character that XML does not allow", 3,
     6},
    {"<r a\1='1'/>", "there is a character that XML does not allow", 4, 5},
    {"<r></r\1>", "there is a character that XML does not allow", 6, 7},
    {"<?\xEF\xBF\xBEx?><r/>", "there is a character that XML does not allow", 2,
     5},
    {"<?xml version='1.0' encoding='UTF-8'standalone='yes'?><r/>",
     "white space is missing here", 36, 37},
    {"<?xml version='1.0' encoding='UTF-8'?x?><r/>",
     "white space is missing here", 36, 37},
};

static void test_versions(void **state)
{
    struct record *record = *state;

    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++) {
        const struct problem *problem = reader_problem(record->reader);

        assert_int_equal(
            read_all_ways(record, versions[i].bytes, strlen(versions[i].bytes)),
            READER_PROBLEM);
        assert_string_equal(problem->message, versions[i].message);
        assert_int_equal(problem->where.offset, versions[i].offset);
        assert_int_equal(problem->where.end, versions[i].end);
    }
}

/* What UTF-16 may say of itself. */
static void test_declared_utf16(void **state)
{
    static const char *const good[] = {"UTF-16", "UTF-16LE", "utf-16le"};
    struct record *record = *state;
    char text[100], bytes[202] = "\xFF\xFE";

    for (size_t i = 0; i <= sizeof good / sizeof *good; i++) {
        bool last = i == sizeof good / sizeof *good;
        size_t size = (size_t)snprintf(
            text, sizeof text, "<?xml version='1.0' encoding='%s'?><r/>",
            last ? "UTF-16BE" : good[i]);

        for (size_t at = 0; at < size; at++) {
            bytes[2 + 2 * at] = text[at];
            bytes[3 + 2 * at] = '\0';
        }
        assert_int_equal(read_all_ways(record, bytes, 2 + 2 * size),
                         last ? READER_PROBLEM : READER_OK);
    }
    assert_int_equal(reader_problem(record->reader)->code, CODE_W002);
}

/* 2.9 would tell of the first 300 bytes of a CDATA section without end. */
static void test_unfinished(void **state)
{
    static const char head[] = "<r>ab<![CDATA[";
    struct record *record = *state;
    char bytes[1000];

    memset(bytes, 'x', sizeof bytes);
    memcpy(bytes, head, sizeof head - 1);
    assert_int_equal(read_all_ways(record, bytes, sizeof bytes),
                     READER_PROBLEM);
    assert_non_null(strstr(record->out.at, "'ab"));
    assert_null(strstr(record->out.at, "abx"));
}

static const char sample[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
    "<!-- a > b --><?pi x?>\n"
    "<s:r xmlns:s='urn:s' xmlns='urn:d' a='1' s:b=\"'&gt;&#10;\">\n"
    "  <title xml:lang='ru'>\xD0\x9C\xD0\xB8\xD1\x80 &amp; "
    "\xE2\x80\x93 \xF0\x9F\x8C\x8D</title>\r"
    "  <empty/><x  y = 'z' ></x >a<![CDATA[<&]]]]>b<!-- - -->c\n"
    "</s:r><?end?>\n";

static void test_events(void **state)
{
    struct record *record = *state;

    assert_int_equal(read_all_ways(record, sample, sizeof sample - 1),
                     READER_OK);
    assert_string_equal(
        record->out.at,
        "\n<s:r {urn:s} @63 :a{}='1' s:b{urn:s}=''>\n' xmlns:s=urn:s "
        "xmlns:=urn:d"
        "\n'\n  \n<:title {urn:d} @124 "
        "xml:lang{http://www.w3.org/XML/1998/namespace}='ru'"
        "\n'\xD0\x9C\xD0\xB8\xD1\x80 & \xE2\x80\x93 \xF0\x9F\x8C\x8D"
        "\n> @166\n'\n  \n<:empty {urn:d} @177\n> @177"
        "\n<:x {urn:d} @185 :y{}='z'\n> @198\n'a<&]]bc\n\n> @233");
}

static void test_prefixes(void **state)
{
    struct record *record = *state;
    size_t least = sizeof sample - 1 - strlen("<?end?>\n");

    for (size_t size = 0; size < sizeof sample - 1; size++) {
        enum reader_status status = read_in(record, sample, size, 5);
        bool may = size == least || size >= sizeof sample - 2;
        assert_int_equal(status, may ? READER_OK : READER_PROBLEM);
    }
}

/* Whatever is broken, all cuts agree. */
static void test_mutations(void **state)
{
    static const char bytes[] = "<>/'\"=&;!-?[] x\n\r\0\xD0\x9C\x80"
                                "a";
    struct record *record = *state;
    char copy[sizeof sample];
    uint32_t random = 1;

    for (size_t i = 0; i < 1500; i++) {
        size_t count = 1 + i % 3;
        memcpy(copy, sample, sizeof sample);
        for (size_t j = 0; j < count; j++) {
            size_t at;
            random = random * 1664525 + 1013904223;
            at = (random >> 8) % (sizeof sample - 1);
            random = random * 1664525 + 1013904223;
            copy[at] = bytes[(random >> 8) % (sizeof bytes - 1)];
        }
        read_all_ways(record, copy, sizeof sample - 1);
    }
}

static void stop_at_once(void *context, const struct xml_element *element)
{
    struct record *record = context;

    on_start(context, element);
    reader_stop(record->reader);
}

static void test_stop(void **state)
{
    static const struct reader_events stops = {stop_at_once, on_end, on_text,
                                               NULL, NULL};
    struct record record = {.discards = false};

    (void)state;
    buf_init(&record.out, &alloc_default);
    record.reader = reader_new(&alloc_default, &limits, &stops, &record);
    assert_int_equal(read_in(&record, BYTES("<r>\n<a></b><p:x>\0"), 3),
                     READER_OK);
    assert_string_equal(record.out.at, "\n<:r {} @0");
    reader_free(record.reader);
    buf_free(&record.out);
}

/* Those of our target alone; others, and what looks like one, are none. */
static void test_instructions(void **state)
{
    struct record *record = *state;

    assert_int_equal(
        read_all_ways(record,
                      BYTES("<?cisvalidate?><r><?cisvalidatex y?>"
                            "<a b=''/><?cisvalidate <a>?><!--<?cisvalidate?>-->"
                            "<![CDATA[<?cisvalidate?>]]><b><?cisvalidate\n?>"
                            "<?other cisvalidate?></b></r>"
                            "<?cisvalidate?>")),
        READER_OK);
    assert_string_equal(record->out.at,
                        "\n? @0 in -1\n<:r {} @15\n<:a {} @36 :b{}=''"
                        "\n> @36\n? @45 in 15\n'<?cisvalidate?>"
                        "\n<:b {} @113\n? @116 in 113\n> @153\n> @157"
                        "\n? @161 in -1");
    read_all_ways(record, BYTES("<r><?cisvalidate=?><a/></r>"));
    assert_null(strstr(record->out.at, "\n? @"));
    read_all_ways(record, BYTES("<r><?cisvalidate a?><a></r>"));
    assert_non_null(strstr(record->out.at, "\n? @3 in 0\n<"));
    read_all_ways(record, BYTES("<r/><?cisvalidate?>"));
    assert_non_null(strstr(record->out.at, "\n? @4 in -1"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_inputs, begin, end),
        cmocka_unit_test_setup_teardown(test_declared_utf16, begin, end),
        cmocka_unit_test_setup_teardown(test_versions, begin, end),
        cmocka_unit_test_setup_teardown(test_unfinished, begin, end),
        cmocka_unit_test_setup_teardown(test_events, begin, end),
        cmocka_unit_test_setup_teardown(test_instructions, begin, end),
        cmocka_unit_test_setup_teardown(test_prefixes, begin, end),
        cmocka_unit_test_setup_teardown(test_mutations, begin, end),
        cmocka_unit_test(test_stop),
    };

    return cmocka_run_group_tests_name("reader", tests, NULL, NULL);
}
