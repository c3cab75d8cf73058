/* Profiles as hosts read them: what they set, and what keeps them from it. */
/* SPDX-License-Identifier: MIT */
#include "profile/profile.h"

#include "frozen.h"
#include "options.h"
#include "record/record.h"
#include "schema/embedded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cisvalidate/cisvalidate.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define PROFILE(attributes, settings)                                          \
    "<profile xmlns='urn:cisvalidate:profile:1' " attributes ">" settings      \
    "</profile>"
#define INCLUDE(name) "<include href='" name "'/>"
#define RULE(code, level) "<rule code='" code "' level='" level "'/>"
#define LIMIT(name, value) "<limit name='" name "' value='" value "'/>"

/* A host with some profiles in memory. */
struct host {
    const char *const (*files)[2]; /* name and text; NULL after the last */
    enum cis_status answer;        /* for any other name */
    unsigned asked;
    char found[256]; /* "CODE FILE PATH; " each */
    char message[128];
};

static void on_finding(void *context, const struct cis_finding *finding)
{
    struct host *host = context;
    size_t length = strlen(host->found);

    snprintf(host->found + length, sizeof host->found - length, "%s %s %s; ",
             cis_finding_code(finding), cis_finding_file(finding),
             cis_finding_path(finding));
    snprintf(host->message, sizeof host->message, "%s",
             cis_finding_message(finding));
}

static enum cis_status include(void *context, const char *from,
                               const char *href, struct cis_included *found)
{
    struct host *host = context;

    assert_non_null(from);
    host->asked++;
    for (size_t i = 0; host->files != NULL && host->files[i][0] != NULL; i++) {
        const char *text = host->files[i][1];
        if (strcmp(host->files[i][0], href) != 0)
            continue;
        *found = (struct cis_included){
            .name = host->files[i][0], .bytes = text, .size = strlen(text)};
        return CIS_OK;
    }
    return host->answer;
}

static enum cis_status read_profile(struct cis_options *options,
                                    struct host *host, const char *text)
{
    host->found[0] = host->message[0] = '\0';
    host->asked = 0;
    return cis_options_read_profile(options, "main", text, strlen(text),
                                    include, on_finding, host);
}

static unsigned level_of(const struct cis_options *options, const char *code)
{
    return options->levels[rule_index(cis_rule_find(code))];
}

static enum cis_severity fail_level_of(const struct cis_options *options)
{
    struct cis_validator *validator;
    enum cis_severity severity;

    assert_int_equal(cis_validator_new(options, &validator), CIS_OK);
    severity = cis_validator_fail_level(validator);
    cis_validator_free(validator);
    return severity;
}

static void test_settings(void **state)
{
    struct cis_options *options = cis_options_new(NULL);
    struct host host = {0};

    (void)state;
    assert_int_equal(fail_level_of(options), CIS_ERROR);
    assert_int_equal(
        read_profile(options, &host,
                     PROFILE("fail-on='note'",
                             RULE("D001", "off") RULE("P001", "note")
                                 LIMIT("depth", "32") LIMIT("tag", "3K")
                                     LIMIT("value", "2M") LIMIT("bytes", "1G")
                                         RULE("T001", "warning")
                                             RULE("D002", " error "))),
        CIS_OK);
    assert_string_equal(host.found, "");
    assert_int_equal(level_of(options, "D001"), CIS_LEVEL_OFF);
    assert_int_equal(level_of(options, "P001"), CIS_LEVEL_NOTE);
    assert_int_equal(level_of(options, "T001"), CIS_LEVEL_WARNING);
    assert_int_equal(level_of(options, "D002"), CIS_LEVEL_ERROR);
    assert_int_equal(cis_options_get_limit(options, CIS_LIMIT_DEPTH), 32);
    assert_int_equal(cis_options_get_limit(options, CIS_LIMIT_TAG), 3 << 10);
    assert_int_equal(cis_options_get_limit(options, CIS_LIMIT_VALUE), 2 << 20);
    assert_int_equal(cis_options_get_limit(options, CIS_LIMIT_BYTES), 1 << 30);
    assert_int_equal(cis_options_get_limit(options, CIS_LIMIT_NAME), 256);
    assert_int_equal(fail_level_of(options), CIS_NOTE);
    /* what it does not speak of stays as it is */
    assert_int_equal(read_profile(options, &host, PROFILE("", "")), CIS_OK);
    assert_int_equal(level_of(options, "D001"), CIS_LEVEL_OFF);
    assert_int_equal(fail_level_of(options), CIS_NOTE);
    cis_options_free(options);
}

/* The greatest sizes that the schema lets through are right. */
static void test_sizes(void **state)
{
    struct cis_options *options = cis_options_new(NULL);
    struct host host = {0};

    (void)state;
    assert_int_equal(
        read_profile(options, &host,
                     PROFILE("", LIMIT("bytes", "999999999G")
                                     LIMIT("tag", "999999999999999999"))),
        CIS_OK);
    assert_true(cis_options_get_limit(options, CIS_LIMIT_BYTES) ==
                UINT64_C(999999999) << 30);
    assert_true(cis_options_get_limit(options, CIS_LIMIT_TAG) ==
                UINT64_C(999999999999999999));
    cis_options_free(options);
}

static void test_included(void **state)
{
    static const char *const files[][2] = {
        {"a",
         PROFILE("fail-on='warning'",
                 RULE("D001", "off") RULE("D002", "off") RULE("D003", "off"))},
        {"b", PROFILE("", INCLUDE("c") RULE("D002", "note"))},
        {"c", PROFILE("", RULE("D001", "error") RULE("D002", "error"))},
        {NULL, NULL}};
    struct cis_options *options = cis_options_new(NULL);
    struct host host = {.files = files};

    (void)state;
    assert_int_equal(read_profile(options, &host,
                                  PROFILE("", INCLUDE("a") INCLUDE("b")
                                                  RULE("D003", "note"))),
                     CIS_OK);
    assert_int_equal(host.asked, 3);
    assert_int_equal(level_of(options, "D001"), CIS_LEVEL_ERROR);
    assert_int_equal(level_of(options, "D002"), CIS_LEVEL_NOTE);
    assert_int_equal(level_of(options, "D003"), CIS_LEVEL_NOTE);
    assert_int_equal(fail_level_of(options), CIS_WARNING);
    cis_options_free(options);
}

/* A mistake anywhere: told with its file, and nothing is set. */
static void test_refused(void **state)
{
    static const char *const files[][2] = {
        {"good", PROFILE("", RULE("D001", "off"))},
        {"bad", PROFILE("", RULE("D001", "of"))},
        {"self", PROFILE("", INCLUDE("self"))},
        {"back", PROFILE("", INCLUDE("main"))},
        {"main", "never looked at"},
        {"broken", "<profile"},
        {"1", PROFILE("", INCLUDE("2"))},
        {"2", PROFILE("", INCLUDE("3"))},
        {"3", PROFILE("", INCLUDE("4"))},
        {"4", PROFILE("", INCLUDE("5"))},
        {"5", PROFILE("", INCLUDE("6"))},
        {"6", PROFILE("", INCLUDE("7"))},
        {"7", PROFILE("", INCLUDE("8"))},
        {"8", PROFILE("", "")},
        {NULL, NULL}};
    static const struct {
        const char *text;
        const char *found;
    } cases[] = {
        {PROFILE("", INCLUDE("good") RULE("Q001", "off")),
         "S006 main profile/rule[1]/@code; "},
        {PROFILE("", INCLUDE("bad") RULE("D002", "off")),
         "S006 bad profile/rule[1]/@level; "},
        {PROFILE("", INCLUDE("self")), "X003 self profile/include[1]/@href; "},
        {PROFILE("", INCLUDE("back")), "X003 back profile/include[1]/@href; "},
        {PROFILE("", INCLUDE("main")), "X003 main profile/include[1]/@href; "},
        {PROFILE("", INCLUDE("absent") RULE("X001", "off")),
         "X002 main profile/include[1]/@href; S006 main "
         "profile/rule[1]/@code; "},
        {PROFILE("", INCLUDE("broken")), "W001 broken ; "},
        {PROFILE("", RULE("D001", "off") RULE("D001", "off")),
         "X001 main profile/rule[2]/@code; "},
        {PROFILE("", "<rule level='off'/><limit name='tag'/><include/>"),
         "S004 main profile/rule[1]; S004 main profile/limit[1]; S001 main "
         "profile/include; S004 main profile/include[1]; "},
        {PROFILE("", "<include/><rule code='D001' level=''/>"
                     "<limit value='1'/>"),
         "S004 main profile/include[1]; S006 main profile/rule[1]/@level; "
         "S004 main profile/limit[1]; "},
        {PROFILE("", INCLUDE("1")), "W004 7 profile/include[1]/@href; "},
        {PROFILE("", RULE("d001", "off")), "S006 main profile/rule[1]/@code; "},
        {"<profile/>", "W007 main ; "},
    };
    struct cis_options *options = cis_options_new(NULL);
    struct host host = {.files = files, .answer = CIS_IO_ERROR};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(read_profile(options, &host, cases[i].text),
                         CIS_BAD_PROFILE);
        assert_string_equal(host.found, cases[i].found);
        assert_int_equal(level_of(options, "D001"), CIS_LEVEL_ERROR);
        assert_int_equal(level_of(options, "D002"), CIS_LEVEL_ERROR);
    }
    cis_options_free(options);
}

/* Hosts that have no profiles, no wish to hear, or no memory. */
static void test_hosts(void **state)
{
    static const char text[] = PROFILE("", INCLUDE("x") INCLUDE("y"));
    struct cis_options *options = cis_options_new(NULL);
    struct host host = {.answer = CIS_NO_MEMORY};

    (void)state;
    assert_int_equal(read_profile(options, &host, text), CIS_NO_MEMORY);
    assert_int_equal(host.asked, 1);
    assert_int_equal(cis_options_read_profile(options, "main", text,
                                              strlen(text), NULL, NULL, NULL),
                     CIS_BAD_PROFILE);
    assert_int_equal(cis_options_read_profile(options, "main", text,
                                              strlen(text), NULL, on_finding,
                                              &host),
                     CIS_BAD_PROFILE);
    assert_string_equal(host.message,
                        "cannot read the profile 'y': there is none");
    cis_options_free(options);
}

/* Each of eight includes the next one eight times: a host is asked for no more
 * than the documented number. */
static void test_many(void **state)
{
    static char texts[9][1024], names[9][8][8];
    static const char *files[9 * 8 + 1][2];
    struct cis_options *options = cis_options_new(NULL);
    struct host host = {.files = (const char *const(*)[2])files};

    (void)state;
    for (int i = 0; i < 9; i++) {
        size_t length = (size_t)sprintf(
            texts[i], "<profile xmlns='urn:cisvalidate:profile:1'>");
        for (int j = 0; j < 8; j++) {
            sprintf(names[i][j], "f%d-%d", i, j);
            files[i * 8 + j][0] = names[i][j];
            files[i * 8 + j][1] = texts[i];
            if (i < 8)
                length += (size_t)sprintf(texts[i] + length,
                                          "<include href='f%d-%d'/>", i + 1, j);
        }
        strcpy(texts[i] + length, "</profile>");
    }
    assert_int_equal(read_profile(options, &host, texts[0]), CIS_BAD_PROFILE);
    assert_int_equal(host.asked, 63);
    assert_int_equal(read_profile(options, &host, texts[6]), CIS_BAD_PROFILE);
    assert_string_equal(host.message, "more than 63 profiles are included");
    assert_int_equal(read_profile(options, &host, texts[7]), CIS_OK);
    assert_int_equal(host.asked, 8);
    cis_options_free(options);
}

static void test_large(void **state)
{
    static char text[(1 << 20) + 2];
    struct cis_options *options = cis_options_new(NULL);
    struct host host = {0};
    size_t length = (size_t)sprintf(text, "%s", PROFILE("", ""));

    (void)state;
    memset(text + length, ' ', sizeof text - 1 - length);
    assert_int_equal(read_profile(options, &host, text), CIS_BAD_PROFILE);
    assert_string_equal(host.found, "W004 main ; ");
    text[1 << 20] = '\0';
    assert_int_equal(read_profile(options, &host, text), CIS_OK);
    cis_options_free(options);
}

static void test_limit_names(void **state)
{
    static const char *const absent[] = {"", "Depth", "depth ", "dept", NULL};
    enum cis_limit found;

    (void)state;
    for (unsigned i = 0; i < CIS_LIMIT_COUNT; i++) {
        assert_true(cis_limit_find(cis_limit_name((enum cis_limit)i), &found));
        assert_int_equal(found, i);
    }
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++) {
        found = CIS_LIMIT_TAG;
        assert_false(cis_limit_find(absent[i], &found));
        assert_int_equal(found, CIS_LIMIT_TAG);
    }
}

/* The words of the schema are those of the header, in their order. */
static void test_words(void **state)
{
    (void)state;
    for (unsigned i = 0; i < CIS_LIMIT_COUNT; i++)
        assert_string_equal(
            choice_word(&frozen_profile_schema, "limitName", i + 1),
            cis_limit_name((enum cis_limit)i));
    assert_string_equal(
        choice_word(&frozen_profile_schema, "limitName", CIS_LIMIT_COUNT + 1),
        "");
    assert_null(cis_limit_name(CIS_LIMIT_COUNT));
    for (unsigned i = 0; i <= CIS_ERROR; i++) {
        const char *name = cis_severity_name((enum cis_severity)i);
        assert_string_equal(
            choice_word(&frozen_profile_schema, "severity", i + 1), name);
        assert_string_equal(choice_word(&frozen_profile_schema, "level", i + 2),
                            name);
    }
    assert_string_equal(choice_word(&frozen_profile_schema, "level", 1), "off");
    assert_string_equal(
        choice_word(&frozen_profile_schema, "severity", CIS_ERROR + 2), "");
    assert_string_equal(
        choice_word(&frozen_profile_schema, "level", CIS_ERROR + 3), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_settings),    cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_included),    cmocka_unit_test(test_refused),
        cmocka_unit_test(test_hosts),       cmocka_unit_test(test_many),
        cmocka_unit_test(test_large),       cmocka_unit_test(test_words),
        cmocka_unit_test(test_limit_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
