/* A host that uses libxml2 itself sees no change. */
/* SPDX-License-Identifier: MIT */
#include <cisvalidate/cisvalidate.h>

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#if LIBXML_VERSION < 21200
#include <libxml/globals.h>
#endif
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static int host_errors, host_loads;

#if LIBXML_VERSION >= 21200
static void on_structured(void *context, const xmlError *error)
#else
static void on_structured(void *context, xmlErrorPtr error)
#endif
{
    (void)context;
    (void)error;
    host_errors++;
}

__attribute__((format(printf, 2, 3))) static void
on_generic(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
    host_errors++;
}

static xmlParserInputPtr load(const char *url, const char *id,
                              xmlParserCtxtPtr context)
{
    (void)url;
    (void)id;
    (void)context;
    host_loads++;
    return NULL;
}

static const char *const inputs[] = {
    "<summit xmlns='urn:cisvalidate:summit:1'/>",
    "<summit xmlns='urn:cisvalidate:summit:1'><title></summit>",
    "<!DOCTYPE x SYSTEM 'http://example.org/x.dtd'><x>&y;</x>",
    "<x xmlns:a='b'><c:d/>&nothing;</x>",
    "not XML at all",
    "",
};

static void judge_all(void)
{
    struct cis_validator *validator;
    struct cis_session *session;

    assert_int_equal(cis_validator_new(NULL, &validator), CIS_OK);
    assert_int_equal(cis_session_new(validator, &session), CIS_OK);
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
        assert_int_equal(
            cis_session_memory(session, inputs[i], strlen(inputs[i]), "it"),
            CIS_OK);
    cis_session_free(session);
    cis_validator_free(validator);
}

static void test_handlers(void **state)
{
    int there = 0;

    (void)state;
    xmlSetStructuredErrorFunc(&there, on_structured);
    xmlSetGenericErrorFunc(&there, on_generic);
    xmlSetExternalEntityLoader(load);
    judge_all();
    assert_ptr_equal(xmlStructuredError, on_structured);
    assert_ptr_equal(xmlStructuredErrorContext, &there);
    assert_ptr_equal(xmlGenericError, on_generic);
    assert_ptr_equal(xmlGenericErrorContext, &there);
    assert_ptr_equal(xmlGetExternalEntityLoader(), load);
    assert_int_equal(host_errors, 0);
    assert_int_equal(host_loads, 0);
    xmlSetStructuredErrorFunc(NULL, NULL);
    xmlSetGenericErrorFunc(NULL, NULL);
}

/* Newer versions warn of what sets defaults; hosts go on doing it. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/* The defaults that parsers of the host begin with, turned from what they
 * are when libxml2 begins. */
static void test_defaults(void **state)
{
    xmlMallocFunc allocate, same;
    xmlReallocFunc resize;
    xmlFreeFunc release;
    xmlStrdupFunc copy;

    (void)state;
    xmlSubstituteEntitiesDefault(1);
    xmlKeepBlanksDefault(0);
    xmlLineNumbersDefault(1);
    xmlMemGet(&release, &allocate, &resize, &copy);
    judge_all();
    assert_int_equal(xmlSubstituteEntitiesDefault(0), 1);
    assert_int_equal(xmlKeepBlanksDefault(1), 0);
    assert_int_equal(xmlLineNumbersDefault(0), 1);
    xmlMemGet(&release, &same, &resize, &copy);
    assert_ptr_equal(same, allocate);
}

/* A document that the host has under way while sessions come and go. */
static void test_parser(void **state)
{
    static const char head[] = "<a><b x='1'>";
    static const char tail[] = "text</b></a>";
    xmlParserCtxtPtr parser =
        xmlCreatePushParserCtxt(NULL, NULL, head, sizeof head - 1, "host.xml");

    (void)state;
    assert_non_null(parser);
    judge_all();
    assert_int_equal(xmlParseChunk(parser, tail, sizeof tail - 1, 1), 0);
    assert_int_equal(parser->wellFormed, 1);
    xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_handlers),
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_parser),
    };
    int failed;

    failed = cmocka_run_group_tests(tests, NULL, NULL);
    xmlCleanupParser();
    return failed;
}
