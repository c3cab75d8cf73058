/* The record's enumerations and class tables, held against the XSDs. */
/* SPDX-License-Identifier: MIT */
#include "profile/profile.h"
#include "record/record.h"

#include "registry/registry.h"
#include "schema/compile.h"
#include "schema/embedded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static struct arena arena;
static const struct schema *summit_schema;
static const struct schema *registry_schema;
static const struct schema *profile_schema;

static const struct schema *compile(const char *name)
{
    struct compile_error error = {0};

    for (size_t i = 0; i < embedded_count; i++)
        if (strcmp(embedded_files[i].name, name) == 0)
            return schema_compile(&arena, embedded_files[i].bytes,
                                  embedded_files[i].size, &error);
    return NULL;
}

static int start(void **state)
{
    (void)state;
    arena_init(&arena, &alloc_default);
    summit_schema = compile("summit.xsd");
    registry_schema = compile("registry.xsd");
    profile_schema = compile("profile.xsd");
    return summit_schema == NULL || registry_schema == NULL ||
           profile_schema == NULL;
}

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/* An enumeration, its words by number. */
struct words {
    const char *type;
    unsigned last;
    const char *const *words;
};

static void hold(const struct schema *schema, const struct words *rows,
                 size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct words *row = &rows[i];
        for (unsigned choice = 1; choice <= row->last; choice++)
            assert_string_equal(choice_word(schema, row->type, choice),
                                row->words[choice]);
        assert_string_equal(choice_word(schema, row->type, 0), "");
        assert_string_equal(choice_word(schema, row->type, row->last + 1), "");
    }
}

static const char *const kinds[] = {
    [SESSION_REGULAR] = "regular",
    [SESSION_EXTRAORDINARY] = "extraordinary",
    [SESSION_INFORMAL] = "informal",
    [SESSION_FOUNDING] = "founding",
};

static const char *const record_statuses[] = {
    [RECORD_ANNOUNCED] = "announced",
    [RECORD_HELD] = "held",
    [RECORD_POSTPONED] = "postponed",
    [RECORD_CANCELLED] = "cancelled",
};

static const char *const roles[] = {
    [ROLE_HEAD_OF_STATE] = "head-of-state",
    [ROLE_HEAD_OF_GOVERNMENT] = "head-of-government",
    [ROLE_DEPUTY_HEAD_OF_GOVERNMENT] = "deputy-head-of-government",
    [ROLE_FOREIGN_MINISTER] = "foreign-minister",
    [ROLE_MINISTER] = "minister",
    [ROLE_AMBASSADOR] = "ambassador",
    [ROLE_AIDE] = "aide",
    [ROLE_MILITARY_COMMANDER] = "military-commander",
    [ROLE_SECRETARY_GENERAL] = "secretary-general",
    [ROLE_DEPUTY_SECRETARY_GENERAL] = "deputy-secretary-general",
    [ROLE_BODY_CHAIR] = "body-chair",
    [ROLE_BODY_HEAD] = "body-head",
    [ROLE_PLENIPOTENTIARY_REPRESENTATIVE] = "plenipotentiary-representative",
    [ROLE_ORGANISATION_HEAD] = "organisation-head",
    [ROLE_GUEST] = "guest",
};

static const char *const document_types[] = {
    [DOCUMENT_DECISION] = "decision",
    [DOCUMENT_STATEMENT] = "statement",
    [DOCUMENT_JOINT_STATEMENT] = "joint-statement",
    [DOCUMENT_ADDRESS] = "address",
    [DOCUMENT_DECLARATION] = "declaration",
    [DOCUMENT_AGREEMENT] = "agreement",
    [DOCUMENT_TREATY] = "treaty",
    [DOCUMENT_CONVENTION] = "convention",
    [DOCUMENT_PROTOCOL] = "protocol",
    [DOCUMENT_AMENDING_PROTOCOL] = "amending-protocol",
    [DOCUMENT_TERMINATING_PROTOCOL] = "terminating-protocol",
    [DOCUMENT_CONCEPT] = "concept",
    [DOCUMENT_PROGRAMME] = "programme",
    [DOCUMENT_STRATEGY] = "strategy",
    [DOCUMENT_PLAN] = "plan",
    [DOCUMENT_REGULATION] = "regulation",
    [DOCUMENT_CHARTER] = "charter",
    [DOCUMENT_RULES_OF_PROCEDURE] = "rules-of-procedure",
};

static const char *const document_statuses[] = {
    [STATUS_EXPECTED] = "expected",
    [STATUS_ADOPTED] = "adopted",
    [STATUS_SIGNED] = "signed",
    [STATUS_WITHDRAWN] = "withdrawn",
};

static const char *const presences[] = {
    [PRESENCE_ATTENDED] = "attended",
    [PRESENCE_EXPECTED] = "expected",
    [PRESENCE_REMOTE] = "remote",
    [PRESENCE_ABSENT] = "absent",
};

static const char *const event_kinds[] = {
    [EVENT_BILATERAL] = "bilateral",
    [EVENT_INFORMAL_MEETING] = "informal-meeting",
    [EVENT_PHOTO] = "photo",
    [EVENT_NARROW_SESSION] = "narrow-session",
    [EVENT_EXTENDED_SESSION] = "extended-session",
    [EVENT_SIGNING] = "signing",
    [EVENT_BRIEFING] = "briefing",
    [EVENT_AWARD_CEREMONY] = "award-ceremony",
    [EVENT_RECEPTION] = "reception",
    [EVENT_OTHER] = "other",
};

static const char *const item_kinds[] = {
    [ITEM_REPORT] = "report",
    [ITEM_REVIEW] = "review",
    [ITEM_EXCHANGE] = "exchange",
    [ITEM_DECISION] = "decision",
};

static const char *const actions[] = {
    [ACTION_APPOINT] = "appoint",
    [ACTION_EXTEND] = "extend",
    [ACTION_RELEASE] = "release",
};

static void test_record_choices(void **state)
{
    static const struct words rows[] = {
        {"sessionKind", SESSION_FOUNDING, kinds},
        {"recordStatus", RECORD_CANCELLED, record_statuses},
        {"role", ROLE_GUEST, roles},
        {"documentType", DOCUMENT_RULES_OF_PROCEDURE, document_types},
        {"documentStatus", STATUS_WITHDRAWN, document_statuses},
        {"presence", PRESENCE_ABSENT, presences},
        {"eventKind", EVENT_OTHER, event_kinds},
        {"itemKind", ITEM_DECISION, item_kinds},
        {"action", ACTION_RELEASE, actions},
    };

    (void)state;
    hold(summit_schema, rows, sizeof rows / sizeof rows[0]);
    assert_string_equal(choice_word(summit_schema, "no-such-type", 1), "");
}

static const char *const memberships[] = {
    [MEMBERSHIP_SIGNATORY] = "signatory",
    [MEMBERSHIP_PARTICIPATING] = "participating",
    [MEMBERSHIP_MEMBER] = "member",
    [MEMBERSHIP_ASSOCIATE] = "associate",
    [MEMBERSHIP_OBSERVER] = "observer",
    [MEMBERSHIP_SUSPENDED] = "suspended",
    [MEMBERSHIP_WITHDRAWING] = "withdrawing",
    [MEMBERSHIP_CEASED] = "ceased",
    [MEMBERSHIP_WITHDRAWN] = "withdrawn",
};

static const char *const validity_traits[] = {
    [VALIDITY_REQUIRED] = "required",
    [VALIDITY_ALLOWED] = "allowed",
    [VALIDITY_UNEXPECTED] = "unexpected",
};

static const char *const target_traits[] = {
    [TARGET_REQUIRED] = "required",
    [TARGET_OPTIONAL] = "optional",
};

static const char *const addressee_traits[] = {
    [ADDRESSEE_EXPECTED] = "expected",
    [ADDRESSEE_OPTIONAL] = "optional",
};

/* The registry has no guests. */
static void test_registry_choices(void **state)
{
    static const struct words rows[] = {
        {"membershipStatus", MEMBERSHIP_WITHDRAWN, memberships},
        {"validityTrait", VALIDITY_UNEXPECTED, validity_traits},
        {"targetTrait", TARGET_OPTIONAL, target_traits},
        {"addresseeTrait", ADDRESSEE_OPTIONAL, addressee_traits},
        {"role", ROLE_ORGANISATION_HEAD, roles},
    };

    (void)state;
    hold(registry_schema, rows, sizeof rows / sizeof rows[0]);
}

static const struct complex_type *find_type(const struct schema *schema,
                                            const char *name)
{
    for (uint16_t i = 0; i < schema->type_count; i++)
        if (strcmp(schema->types[i].name, name) == 0)
            return &schema->types[i];
    fail_msg("no type %s", name);
    return NULL;
}

static const char *attribute_name(const struct schema *schema,
                                  const struct complex_type *type, uint16_t i)
{
    const struct attribute_use *use =
        &schema->attributes[type->first_attribute + i];

    return schema->names[use->name].local;
}

static void hold_fields(const struct schema *schema, const struct class *class,
                        bool all)
{
    const struct complex_type *type = find_type(schema, class->type);
    size_t found = 0;

    for (size_t i = 0; i < class->field_count; i++) {
        const char *name = class->fields[i].name;
        size_t before = found;
        assert_true(class->fields[i].offset < class->size);
        for (uint16_t a = 0; a < type->attribute_count; a++)
            found += strcmp(attribute_name(schema, type, a), name) == 0;
        if (name[0] == '\0')
            assert_int_equal(type->content, class->fields[i].kind == FIELD_XML
                                                ? CONTENT_ELEMENTS
                                                : CONTENT_SIMPLE);
        else if (found != before + 1)
            fail_msg("%s has no attribute %s", class->type, name);
    }
    if (all)
        assert_int_equal(found, type->attribute_count);
}

static void hold_class(const struct schema *schema, const struct class *class,
                       bool all)
{
    hold_fields(schema, class, all);
    for (size_t i = 0; i < class->child_count; i++) {
        assert_true(class->children[i].offset < class->size);
        hold_class(schema, class->children[i].class, all);
    }
}

/* The record and the profile keep every attribute, the registry what the rules
 * read. */
static void test_rows(void **state)
{
    (void)state;
    hold_class(summit_schema, &class_summit, true);
    hold_class(registry_schema, &class_registry, false);
    hold_class(profile_schema, &class_profile, true);
    assert_non_null(binding_new(&arena, summit_schema, &class_summit));
    assert_non_null(binding_new(&arena, registry_schema, &class_registry));
    assert_non_null(binding_new(&arena, profile_schema, &class_profile));
}

static void test_index(void **state)
{
    struct person first = {.id = str_of("putin")};
    struct person again = {.id = str_of("putin")};
    struct person nameless = {.id = {NULL, 0}};
    struct people people = {.persons = {&first.node, &nameless.node, 3}};
    struct summit summit = {.people = &people};
    struct summit_index index;

    (void)state;
    first.node.next = &again.node;
    again.node.next = &nameless.node;
    summit_index(&index, &arena, &summit);
    assert_ptr_equal(index_person(&index, str_of("putin")), &first);
    assert_null(index_person(&index, str_of("rahmon")));
    assert_null(index_person(&index, (struct str){NULL, 0}));
    assert_null(index_document(&index, str_of("putin")));
}

static void test_text_preferred(void **state)
{
    struct text ru = {.value = str_of("Москва"), .lang = str_of("ru")};
    struct text en = {.value = str_of("Moscow"), .lang = str_of("en")};
    struct list both = {&ru.node, &en.node, 2};
    struct list none = {NULL, NULL, 0};

    (void)state;
    ru.node.next = &en.node;
    assert_true(str_is(text_preferred(&both), "Moscow"));
    en.value = (struct str){NULL, 0};
    assert_true(str_is(text_preferred(&both), "Москва"));
    assert_null(text_preferred(&none).at);
}

static void test_roles(void **state)
{
    (void)state;
    for (unsigned role = 0; role <= ROLE_GUEST; role++)
        assert_false(role_of_state(role) && role_of_body(role));
    assert_true(role_of_state(ROLE_MILITARY_COMMANDER));
    assert_true(role_of_body(ROLE_SECRETARY_GENERAL));
    assert_true(role_of_body(ROLE_ORGANISATION_HEAD));
    assert_false(role_of_state(ROLE_GUEST) || role_of_body(ROLE_GUEST));
    assert_false(role_of_state(0) || role_of_body(0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_record_choices),
        cmocka_unit_test(test_registry_choices),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_index),
        cmocka_unit_test(test_text_preferred),
        cmocka_unit_test(test_roles),
    };

    return cmocka_run_group_tests(tests, start, stop);
}
