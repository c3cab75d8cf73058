/* The public record: complete, its words those of the XSD, its places right. */
/* SPDX-License-Identifier: MIT */
#include "record/access.h"

#include "schema/compile.h"
#include "schema/embedded.h"

#include <cisvalidate/cisvalidate.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct arena arena;
static const struct schema *schema;
static struct cis_validator *validator;
static char *header;

static char *read_text(const char *name)
{
    const char *top = getenv("top_srcdir");
    char path[4096], *text = NULL;
    size_t size, got;
    FILE *from, *to = open_memstream(&text, &size);

    snprintf(path, sizeof path, "%s/%s", top != NULL ? top : ".", name);
    from = fopen(path, "r");
    if (from == NULL || to == NULL)
        fail_msg("cannot read %s", path);
    while ((got = fread(path, 1, sizeof path, from)) > 0)
        fwrite(path, 1, got, to);
    fclose(from);
    fclose(to);
    return text;
}

static int start(void **state)
{
    struct compile_error error = {0};

    (void)state;
    arena_init(&arena, &alloc_default);
    for (size_t i = 0; i < embedded_count; i++)
        if (strcmp(embedded_files[i].name, "summit.xsd") == 0)
            schema = schema_compile(&arena, embedded_files[i].bytes,
                                    embedded_files[i].size, &error);
    header = read_text("lib/include/cisvalidate/element.h");
    return schema == NULL || cis_validator_new(NULL, &validator) != CIS_OK;
}

static int stop(void **state)
{
    (void)state;
    cis_validator_free(validator);
    arena_free(&arena);
    free(header);
    return 0;
}

static const struct complex_type *find_type(const char *name)
{
    for (uint16_t i = 0; i < schema->type_count; i++)
        if (strcmp(schema->types[i].name, name) == 0)
            return &schema->types[i];
    fail_msg("no type %s", name);
    return NULL;
}

/* The header declares cis_STRUCT_MEMBER for every row of the class. */
static void is_declared(const struct class *class, const char *member)
{
    const char *name = class->struct_name + strlen("struct ");
    char declaration[200];

    if (strcmp(member, "ref") == 0)
        member = "person"; /* @ref says what kind of thing it refers to */
    snprintf(declaration, sizeof declaration,
             "cis_%s_%s(const struct cis_%s *)", name, member, name);
    if (strstr(header, declaration) == NULL)
        fail_msg("element.h lacks %s", declaration);
}

static bool has_child(const struct class *class, uint16_t name)
{
    for (size_t i = 0; i < class->child_count; i++)
        if (strcmp(class->children[i].name, schema->names[name].local) == 0)
            return true;
    return false;
}

static bool has_field(const struct class *class, uint16_t name)
{
    for (size_t i = 0; i < class->field_count; i++)
        if (strcmp(class->fields[i].name, schema->names[name].local) == 0)
            return true;
    return false;
}

/* Every child that any state of the content model knows, and every attribute,
 * has a row. Edges of all types lie together: those of a type are found from
 * its start, state by state. */
static void children_have_rows(const struct class *class, uint16_t state,
                               bool *seen)
{
    const struct state *s = &schema->states[state];

    if (seen[state])
        return;
    seen[state] = true;
    for (uint16_t i = 0; i < s->edge_count; i++) {
        const struct edge *edge = &schema->edges[s->first_edge + i];

        if (edge->name != SCHEMA_NONE && !has_child(class, edge->name))
            fail_msg("%s has no row for %s", class->type,
                     schema->names[edge->name].local);
        children_have_rows(class, edge->target, seen);
    }
}

static void is_complete(const struct class *class)
{
    const struct complex_type *type = find_type(class->type);
    bool *seen = calloc(schema->state_count, sizeof *seen);

    assert_non_null(seen);
    if (type->content == CONTENT_ELEMENTS)
        children_have_rows(class, type->start, seen);
    free(seen);
    for (uint16_t i = 0; i < type->attribute_count; i++)
        assert_true(has_field(
            class, schema->attributes[type->first_attribute + i].name));
    for (size_t i = 0; i < class->field_count; i++)
        is_declared(class, class->fields[i].member);
    for (size_t i = 0; i < class->child_count; i++) {
        is_declared(class, class->children[i].member);
        if (class->children[i].several)
            is_declared(class->children[i].class, "next");
        is_complete(class->children[i].class);
    }
}

/* Every attribute and element of summit.xsd has an accessor. */
static void test_complete(void **state)
{
    (void)state;
    is_complete(&class_summit);
}

#define HOLD(type, last, word)                                                 \
    do {                                                                       \
        for (unsigned i = 0; i <= (unsigned)(last) + 1; i++)                   \
            assert_string_equal(word(i), choice_word(schema, type, i));        \
    } while (0)

/* The public enumerations are those of the XSD, to the last value. */
static void test_words(void **state)
{
    (void)state;
    HOLD("sessionKind", CIS_SESSION_FOUNDING, cis_session_kind_word);
    HOLD("recordStatus", CIS_RECORD_CANCELLED, cis_record_status_word);
    HOLD("role", CIS_ROLE_GUEST, cis_role_word);
    HOLD("documentType", CIS_DOCUMENT_RULES_OF_PROCEDURE,
         cis_document_type_word);
    HOLD("documentStatus", CIS_STATUS_WITHDRAWN, cis_document_status_word);
    HOLD("presence", CIS_PRESENCE_ABSENT, cis_presence_word);
    HOLD("eventKind", CIS_EVENT_OTHER, cis_event_kind_word);
    HOLD("itemKind", CIS_ITEM_DECISION, cis_item_kind_word);
    HOLD("action", CIS_ACTION_RELEASE, cis_action_word);
}

static void hold(void *context, const struct cis_summit *summit)
{
    struct cis_record **record = context;

    assert_int_equal(cis_record_hold(summit, record), CIS_OK);
}

static struct cis_record *read_record(const char *text, bool invalid)
{
    struct cis_record *record = NULL;
    struct cis_session *session;

    assert_int_equal(cis_session_new(validator, &session), CIS_OK);
    cis_session_on_summit(session, hold, &record);
    cis_session_want_invalid(session, invalid);
    assert_int_equal(cis_session_memory(session, text, strlen(text), "record"),
                     CIS_OK);
    cis_session_free(session);
    return record;
}

/* The bytes of each value that is kept as written are at its place. */
static void places_fit(const char *text, const struct node *node)
{
    const struct class *class = node->class;

    for (size_t i = 0; i < class->field_count; i++) {
        const char *name = class->fields[i].name;
        const char *value = cis_element_string(node, name);
        struct cis_place place;

        if (strcmp(name, "lang") == 0)
            name = "xml:lang";
        place = cis_element_place(node, name);
        if (cis_element_given(node, name) == CIS_GIVEN)
            assert_true(place.line > 0 && place.offset < place.end_offset);
        if (value != NULL)
            assert_memory_equal(text + place.offset, value, strlen(value));
    }
    for (size_t i = 0; i < class->child_count; i++) {
        const void *at = (const char *)node + class->children[i].offset;
        const struct node *child = class->children[i].several
                                       ? ((const struct list *)at)->first
                                       : *(struct node *const *)at;

        for (; child != NULL; child = child->next)
            places_fit(text, child);
    }
}

static void test_places(void **state)
{
    char *text = read_text("tests/schema/whole.xml");
    struct cis_record *record = read_record(text, true);
    const struct cis_dates *dates;
    struct cis_place place;

    (void)state;
    assert_non_null(record);
    places_fit(text, (const struct node *)cis_record_get(record));
    dates = cis_summit_dates(cis_record_get(record));
    place = cis_element_place(dates, "end");
    assert_int_equal(place.line, 6);
    assert_int_equal(place.column, 34);
    place = cis_element_place(dates, NULL);
    assert_memory_equal(text + place.offset, "dates", 5);
    assert_int_equal(cis_element_place(dates, "color").line, 0);
    assert_int_equal(cis_element_place(NULL, "end").line, 0);
    cis_record_free(record);
    free(text);
}

static const char broken[] =
    "<summit xmlns='urn:cisvalidate:summit:1' id='x' version='1.0'"
    " body='chs' kind='regular' status='held' recorded='2024-13-01'>\n"
    "<title xml:lang='en-GB'>Colour<!-- </x> --><![CDATA[</]]></title>"
    "<title xml:lang='ru'>Цвет</title>\n"
    "<presidency state='XX' from='2024' to='2024-12' chair='nobody'/>"
    "</summit>";

/* What could be built of an invalid record, and what is wrong with it. */
static void test_invalid(void **state)
{
    struct cis_record *record = read_record(broken, false);
    const struct cis_summit *summit;
    const struct cis_presidency *p;

    (void)state;
    assert_null(record);
    record = read_record(broken, true);
    summit = cis_record_get(record);
    assert_false(cis_summit_valid(summit));
    assert_int_equal(cis_summit_recorded(summit).year, 0);
    assert_int_equal(cis_element_given(summit, "recorded"), CIS_REFUSED);
    assert_int_equal(cis_element_given(summit, "number"), CIS_ABSENT);
    assert_int_equal(cis_summit_number(summit), -1);
    assert_null(cis_summit_people(summit));
    assert_null(cis_people_persons(cis_summit_people(summit)));
    p = cis_summit_presidency(summit);
    assert_null(cis_presidency_state(p));
    assert_int_equal(cis_element_given(p, "state"), CIS_REFUSED);
    assert_int_equal(cis_presidency_from(p).month, 0);
    assert_int_equal(cis_presidency_to(p).month, 12);
    assert_int_equal(cis_presidency_to(p).day, 0);
    assert_null(cis_presidency_chair(p));
    assert_string_equal(cis_element_string(p, "chair"), "nobody");
    assert_ptr_equal(cis_element_parent(p), summit);
    assert_string_equal(cis_element_name(p), "presidency");
    cis_record_free(record);
}

static void test_texts(void **state)
{
    struct cis_record *record = read_record(broken, true);
    const struct cis_text *t = cis_summit_titles(cis_record_get(record));
    struct cis_place place = cis_element_place(t, "");

    (void)state;
    assert_string_equal(cis_text_in(t, "ru;en"), "Цвет");
    assert_string_equal(cis_text_in(t, "EN"), "Colour</");
    assert_string_equal(cis_text_in(t, "de; *"), "Colour</");
    assert_null(cis_text_in(t, "de;fr"));
    assert_null(cis_text_in(t, "en-US"));
    assert_null(cis_text_in(t, ""));
    assert_null(cis_text_in(NULL, "*"));
    assert_string_equal(cis_text_lang(cis_text_find(t, "en")), "en-GB");
    assert_memory_equal(broken + place.end_offset - 5, "</]]>", 5);
    assert_memory_equal(broken + place.offset, "Colour", 6);
    cis_record_free(record);
}

static const char odd[] =
    "<summit xmlns='urn:cisvalidate:summit:1' id='x'>"
    "<title xml:lang='en'/>loose<title xml:lang='en'>Colour</title>"
    "<title xml:lang='ru'><!--> </x> -->Word</title></summit>";

/* What was refused is no text, and what stands near an element not its own. */
static void test_odd_texts(void **state)
{
    struct cis_record *record = read_record(odd, true);
    const struct cis_text *t = cis_summit_titles(cis_record_get(record));
    struct cis_place place = cis_element_place(t, "");

    (void)state;
    assert_string_equal(cis_text_in(t, "en"), "Colour");
    assert_int_equal(place.offset, place.end_offset);
    place = cis_element_place(cis_text_find(t, "ru"), "");
    assert_int_equal(place.end_offset - place.offset, 4);
    assert_memory_equal(odd + place.offset, "Word", 4);
    cis_record_free(record);
}

static void count(void *context, const struct cis_summit *summit)
{
    *(int *)context += cis_people_persons(cis_summit_people(summit)) != NULL;
}

/* Records are whole without rules too, and only where they are wanted. */
static void test_without_rules(void **state)
{
    char *text = read_text("schema/records/archive.xml");
    struct cis_options *options = cis_options_new(NULL);
    struct cis_validator *plain;
    struct cis_session *session;
    int records = 0;

    (void)state;
    cis_options_set_rules(options, false);
    assert_int_equal(cis_validator_new(options, &plain), CIS_OK);
    assert_int_equal(cis_session_new(plain, &session), CIS_OK);
    for (int i = 0; i < 4; i++) {
        cis_session_on_summit(session, i % 2 == 1 ? count : NULL, &records);
        assert_int_equal(cis_session_memory(session, text, strlen(text), "it"),
                         CIS_OK);
        assert_int_equal(records,
                         (i + 1) / 2 * (int)cis_session_summits(session));
    }
    cis_session_free(session);
    cis_validator_free(plain);
    cis_options_free(options);
    free(text);
}

static void test_date_text(void **state)
{
    char text[11];

    (void)state;
    assert_string_equal(cis_date_text((struct cis_date){2024, 10, 8}, text),
                        "2024-10-08");
    assert_string_equal(cis_date_text((struct cis_date){2024, 12, 0}, text),
                        "2024-12");
    assert_string_equal(cis_date_text((struct cis_date){2025, 0, 0}, text),
                        "2025");
    assert_null(cis_date_text((struct cis_date){0, 0, 0}, text));
}

static void test_nothing(void **state)
{
    struct cis_record *record;

    (void)state;
    assert_int_equal(cis_record_hold(NULL, &record), CIS_MISUSE);
    assert_null(record);
    assert_null(cis_record_get(NULL));
    cis_record_free(NULL);
    assert_null(cis_element_name(NULL));
    assert_null(cis_element_parent(NULL));
    assert_false(cis_element_whole(NULL));
    assert_null(cis_element_string(NULL, "id"));
    assert_int_equal(cis_element_given(NULL, "id"), CIS_ABSENT);
    assert_false(cis_summit_valid(NULL));
    assert_null(cis_summit_id(NULL));
    assert_int_equal(cis_summit_kind(NULL), 0);
    assert_int_equal(cis_event_start(NULL), -1);
    assert_int_equal(cis_dates_end(NULL).year, 0);
    assert_false(cis_documents_complete(NULL));
    assert_null(cis_delegation_head(NULL));
    /* what the registry has stands in no record */
    assert_int_equal(cis_element_place(
                         cis_validator_office(validator, "cis-secretary"), NULL)
                         .line,
                     0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_complete),      cmocka_unit_test(test_words),
        cmocka_unit_test(test_places),        cmocka_unit_test(test_invalid),
        cmocka_unit_test(test_texts),         cmocka_unit_test(test_odd_texts),
        cmocka_unit_test(test_date_text),     cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_without_rules),
    };

    return cmocka_run_group_tests(tests, start, stop);
}
