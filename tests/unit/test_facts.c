/* Facts: what is written is read again, whatever is in it, or refused. */
/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "frozen.h"
#include "rules/facts.h"

#include "../support/failing.h"

#include <cisvalidate/cisvalidate.h>
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct cis_validator *validator;
static struct cis_session *session;
static struct cis_corpus *corpus;

static int start(void **state)
{
    (void)state;
    return cis_validator_new(NULL, &validator) != CIS_OK ||
           cis_session_new(validator, &session) != CIS_OK ||
           cis_corpus_new(validator, &corpus) != CIS_OK ||
           cis_session_set_corpus(session, corpus) != CIS_OK;
}

static int stop(void **state)
{
    (void)state;
    cis_corpus_free(corpus);
    cis_session_free(session);
    cis_validator_free(validator);
    return 0;
}

/* Bytes that were written, and are read a few at a time. */
struct file {
    char *bytes;
    size_t size, at;
    size_t step; /* 0: all at once */
    size_t most; /* to be written; 0: any number */
};

static void free_file(struct file *file)
{
    free(file->bytes);
}

static long put(void *context, const void *bytes, size_t size)
{
    struct file *file = context;

    if (file->most != 0 && file->size + size > file->most)
        return -1;
    file->bytes = realloc(file->bytes, file->size + size + 1);
    assert_non_null(file->bytes);
    memcpy(file->bytes + file->size, bytes, size);
    file->size += size;
    file->bytes[file->size] = '\0';
    return (long)size;
}

static long get(void *context, void *buffer, size_t size)
{
    struct file *file = context;
    size_t count = file->size - file->at;

    if (count > size)
        count = size;
    if (file->step != 0 && count > file->step)
        count = file->step;
    memcpy(buffer, file->bytes + file->at, count);
    file->at += count;
    return (long)count;
}

static long get_error(void *context, void *buffer, size_t size)
{
    long got = get(context, buffer, size);

    return got > 0 ? got : -EIO;
}

/* It claims more than it was asked for. */
static long get_more(void *context, void *buffer, size_t size)
{
    get(context, buffer, size);
    return (long)size + 1;
}

static enum cis_status read_file(struct cis_corpus *to, struct file *file)
{
    file->at = 0;
    return cis_corpus_read(to, get, file, "facts", NULL, NULL);
}

/* Text on one line with the next record, in a file of that name. */
static void add(const char *file, const char *id, const char *more)
{
    char text[4096];
    int size = snprintf(
        text, sizeof text,
        "<summits xmlns='urn:cisvalidate:summit:1'><summit id='%s' body='chs' "
        "number='7' kind='regular' status='held'><dates start='2024-10-08' "
        "end='2024-10-08'\n session='2024-10-08'/><venue><place state='RU'>"
        "<city xml:lang='en'>Mos&#9;cow \\x41\xc3\xa9</city></place></venue>"
        "<presidency state='RU' from='2024' to='2024-12' chair='p'>"
        "<successor state='TJ' from='2025'/></presidency><people>"
        "<person id='p' role='head-of-state' state='RU'><name xml:lang='en'>"
        "&lt;\"P'&amp;\xf0\x9f\x98\x80</name></person></people><delegations>"
        "<delegation state='RU' presence='attended' head='p'/></delegations>"
        "<documents complete='true'><document id='d' type='agreement'>"
        "<title xml:lang='en'>D</title><title xml:lang='ru'>E</title>"
        "</document><instrument id='i' type='agreement' date='2023-10-13'>"
        "<title xml:lang='en'>I &#10;\\ I</title></instrument></documents>"
        "<appointments><appointment action='extend' person='p' office='o'/>"
        "</appointments><next body='chs' kind='regular' date='2025' "
        "state='TJ'/></summit>%s</summits>",
        id, more);

    assert_true(size > 0 && (size_t)size < sizeof text);
    assert_int_equal(cis_session_memory(session, text, (size_t)size, file),
                     CIS_OK);
}

static void add_two(void)
{
    add("a\xff\xc3\xa9\t\n\\x41\x01.xml", "one", "\x01");
    add("b", "two", "<!-- \\ \xef\xbf\xbe -->");
}

static void print_place(FILE *to, const char *file, const char *path,
                        const struct cis_place *place,
                        struct cis_excerpt excerpt)
{
    fprintf(to, "%s %s %d:%d-%d:%d %d-%d %d%s\n", file, path, (int)place->line,
            (int)place->column, (int)place->end_line, (int)place->end_column,
            (int)place->offset, (int)place->end_offset,
            (int)excerpt.first_column,
            excerpt.text != NULL ? excerpt.text : "(none)");
}

static void print(void *context, const struct cis_finding *f)
{
    fprintf(context, "%s %s\n", cis_finding_code(f), cis_finding_message(f));
    print_place(context, cis_finding_file(f), cis_finding_path(f),
                cis_finding_place(f), cis_finding_excerpt(f));
    for (size_t i = 0; i < cis_finding_fact_count(f); i++) {
        const struct cis_fact *fact = cis_finding_fact(f, i);

        fprintf(context, "%s\n", cis_fact_message(fact));
        if (cis_fact_path(fact) != NULL)
            print_place(context, cis_fact_file(fact), cis_fact_path(fact),
                        cis_fact_place(fact), cis_fact_excerpt(fact));
    }
}

static char *judge(struct cis_corpus *of)
{
    char *text = NULL;
    size_t size;
    FILE *to = open_memstream(&text, &size);

    assert_int_equal(cis_corpus_finish(of, print, to), CIS_OK);
    fclose(to);
    return text;
}

static void test_round_trip(void **state)
{
    static const size_t steps[] = {0, 1, 7};
    __attribute__((cleanup(free_file))) struct file file = {0};
    char *wanted, *found;

    (void)state;
    add_two();
    wanted = judge(corpus);
    assert_non_null(strstr(wanted, "C001"));
    assert_int_equal(cis_corpus_write(corpus, put, &file), CIS_OK);
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        __attribute__((cleanup(free_file))) struct file again = {0};
        struct cis_corpus *other;

        assert_int_equal(cis_corpus_new(validator, &other), CIS_OK);
        file.step = steps[i];
        assert_int_equal(read_file(other, &file), CIS_OK);
        assert_int_equal(cis_corpus_summits(other), 2);
        found = judge(other);
        assert_string_equal(found, wanted);
        assert_int_equal(cis_corpus_write(other, put, &again), CIS_OK);
        assert_string_equal(again.bytes, file.bytes);
        free(found);
        cis_corpus_free(other);
    }
    free(wanted);
}

static void hold_escape(const char *bytes, size_t size)
{
    struct arena arena;
    struct buf text;
    struct str back;
    bool partial;

    arena_init(&arena, &alloc_default);
    buf_init(&text, &alloc_default);
    facts_escape(&text, (struct str){bytes, size});
    assert_int_equal(utf8_valid(buf_str(&text), &partial), text.length);
    for (size_t i = 0; i < text.length; i++)
        assert_in_range((unsigned char)text.at[i], ' ', 0xFF);
    back = facts_unescape(&arena, buf_str(&text));
    assert_int_equal(back.length, size);
    assert_memory_equal(back.at, bytes, size);
    buf_free(&text);
    arena_free(&arena);
}

static void test_escape(void **state)
{
    static const char *const odd[] = {
        "\\",           "\\x",          "\\\\x41",      "x\\x4",
        "\xef\xbf\xbd", "\xef\xbf\xbe", "\xef\xbf\xbf", "\xed\xa0\x80",
        "\xc0\x80",     "\xc3",         "\xf0\x9f\x98", "\xf0\x9f\x98\x80",
        "a\xe2\x80z",   "\xff\xfe",     " \t\r\n ",     "\x7f\xc2\x85"};
    char pair[2];

    (void)state;
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        hold_escape(odd[i], strlen(odd[i]));
    for (unsigned first = 1; first < 256; first++)
        for (unsigned second = 1; second < 256; second++) {
            pair[0] = (char)first;
            pair[1] = (char)second;
            hold_escape(pair, 2);
        }
}

static void test_refused(void **state)
{
    static const char *const changes[][2] = {
        {"</facts>", ""},
        {" tool=\"", " tool=\"0"},
        {" registry=\"cis/", " registry=\"cis/9"},
        {"<made ", "<make "},
        {"urn:cisvalidate:facts:1", "urn:cisvalidate:facts:2"},
        {" line=\"1\"", " line=\"0\""},
        {" after=\"", " after=\"9999999999999999"},
        {" width=\"", " width=\"-"},
        {" text=\"", " text=\"\\q"},
        {" text=\"", " text=\"\\x00"},
        {" file=\"", " file=\"\\"},
        {" session=\"2024-10-08\"", " session=\"2024-10-32\""},
        {" what=\"the city\"", " what=\"the town\""},
        {" words=\"", " words=\"&#10;"},
        {" path=\"", " path=\"x&#10;"},
        {" hash=\"", " hash=\"g"},
        {"<atNumber ", "<atNumbre "},
        {" number=\"7\"", " number=\"99999999999\""},
    };
    __attribute__((cleanup(free_file))) struct file file = {0};

    (void)state;
    add_two();
    assert_int_equal(cis_corpus_write(corpus, put, &file), CIS_OK);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        __attribute__((cleanup(free_file))) struct file bad = {0};
        const char *at = strstr(file.bytes, changes[i][0]);

        if (at == NULL)
            fail_msg("nothing like %s", changes[i][0]);
        put(&bad, file.bytes, (size_t)(at - file.bytes));
        put(&bad, changes[i][1], strlen(changes[i][1]));
        at += strlen(changes[i][0]);
        put(&bad, at, strlen(at));
        if (read_file(corpus, &bad) != CIS_BAD_FACTS)
            fail_msg("%s is taken for facts", changes[i][1]);
        assert_int_equal(cis_corpus_summits(corpus), 2);
    }
    assert_int_equal(read_file(corpus, &file), CIS_OK);
    assert_int_equal(cis_corpus_summits(corpus), 4);
}

static void test_broken_off(void **state)
{
    __attribute__((cleanup(free_file))) struct file file = {0};

    (void)state;
    add_two();
    assert_int_equal(cis_corpus_write(corpus, put, &file), CIS_OK);
    assert_int_equal(
        cis_corpus_read(corpus, get_error, &file, NULL, NULL, NULL),
        CIS_IO_ERROR);
    assert_int_equal(cis_corpus_read(corpus, get_more, &file, NULL, NULL, NULL),
                     CIS_IO_ERROR);
    assert_int_equal(cis_corpus_summits(corpus), 2);
    for (size_t most = 1; most < file.size; most = most * 3 / 2 + 1) {
        __attribute__((cleanup(free_file))) struct file cut = {.most = most};

        assert_int_equal(cis_corpus_write(corpus, put, &cut), CIS_IO_ERROR);
    }
}

/* Another registry is another one, the same from a file is the same. */
static void test_digest(void **state)
{
    struct cis_options *options = cis_options_new(NULL);
    struct cis_validator *other;
    struct cis_corpus *theirs;
    __attribute__((cleanup(free_file))) struct file file = {0};
    size_t size;
    const void *bytes = cis_bundled_file("cis.xml", &size);

    (void)state;
    add_two();
    assert_int_equal(cis_corpus_write(corpus, put, &file), CIS_OK);
    cis_options_set_registry(options, "cis.xml", bytes, size, NULL, NULL);
    assert_int_equal(cis_validator_new(options, &other), CIS_OK);
    assert_int_equal(cis_corpus_new(other, &theirs), CIS_OK);
    assert_int_equal(read_file(theirs, &file), CIS_OK);
    cis_corpus_free(theirs);
    cis_validator_free(other);
    cis_options_free(options);
}

static const struct complex_type *type_of(const struct class *class)
{
    const struct schema *s = &frozen_facts;

    for (uint16_t i = 0; i < s->type_count; i++)
        if (strcmp(s->types[i].name, class->type) == 0)
            return &s->types[i];
    fail_msg("no type %s", class->type);
    return NULL;
}

/* What the schema lets through is taken: each attribute has a row, and with
 * them the words of enumerations have the numbers of summit.xsd. */
static void hold_class(const struct class *class)
{
    const struct complex_type *type = type_of(class);

    assert_int_equal(type->attribute_count, class->field_count);
    for (size_t i = 0; i < class->child_count; i++)
        hold_class(class->children[i].class);
}

static void test_classes(void **state)
{
    static const char *const words[] = {"sessionKind", "recordStatus",
                                        "action"};

    (void)state;
    for (size_t i = 0; i < FACTS_ROOTS; i++)
        hold_class(facts_roots[i]);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (unsigned choice = 1; choice < 8; choice++)
            assert_string_equal(choice_word(&frozen_facts, words[i], choice),
                                choice_word(&frozen_summit, words[i], choice));
}

/* Writes and reads with an allocator; the first status that is not good. */
static enum cis_status work(const struct cis_allocator *from, struct file *file)
{
    struct cis_options *options = cis_options_new(from);
    struct cis_validator *v = NULL;
    struct cis_corpus *c = NULL;
    enum cis_status status = CIS_NO_MEMORY;
    __attribute__((cleanup(free_file))) struct file written = {0};

    if (options != NULL)
        status = cis_validator_new(options, &v);
    if (status == CIS_OK)
        status = cis_corpus_new(v, &c);
    if (status == CIS_OK) {
        status = read_file(c, file);
        assert_int_equal(cis_corpus_summits(c), status == CIS_OK ? 2 : 0);
    }
    if (status == CIS_OK)
        status = cis_corpus_write(c, put, &written);
    if (status == CIS_OK)
        assert_string_equal(written.bytes, file->bytes);
    cis_corpus_free(c);
    cis_validator_free(v);
    cis_options_free(options);
    return status;
}

static void test_no_memory(void **state)
{
    enum cis_status status = CIS_NO_MEMORY;
    __attribute__((cleanup(free_file))) struct file file = {0};

    (void)state;
    add_two();
    assert_int_equal(cis_corpus_write(corpus, put, &file), CIS_OK);
    for (size_t at = 1; status != CIS_OK; at++) {
        struct failing failing;

        failing_init(&failing, at);
        failing.lasting = true;
        status = work(&failing.from, &file);
        assert_true(status == CIS_OK || status == CIS_NO_MEMORY);
        assert_int_equal(failing.live, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_escape),
        cmocka_unit_test(test_classes),
        cmocka_unit_test_setup_teardown(test_round_trip, start, stop),
        cmocka_unit_test_setup_teardown(test_refused, start, stop),
        cmocka_unit_test_setup_teardown(test_broken_off, start, stop),
        cmocka_unit_test_setup_teardown(test_digest, start, stop),
        cmocka_unit_test_setup_teardown(test_no_memory, start, stop),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
