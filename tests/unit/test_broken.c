/* Inputs that are broken in ways that are rare: what is said, whole or cut. */
/* SPDX-License-Identifier: MIT */
#include <cisvalidate/cisvalidate.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define BYTES(text) text, sizeof(text) - 1
#define B20 "bbbbbbbbbbbbbbbbbbbb"
#define B100 B20 B20 B20 B20 B20
#define A "<summit xmlns='urn:cisvalidate:summit:1'"

/* An input, and what is wrong with it as XML: the code, where, and what. */
static const struct {
    const char *bytes;
    size_t size;
    const char *said;
} inputs[] = {
    /* encodings */
    {BYTES("\x1F\x8B"), "W002 0-1 the input is compressed (gzip): only UTF-8, "
                        "and UTF-16 with a byte order mark, are read"},
    {BYTES("\xE0\x80\x80"), "W002 0-1 the byte 0xE0 is not UTF-8 here"},
    {BYTES("<\xE0\x80\x80/>"), "W002 1-2 the byte 0xE0 is not UTF-8 here"},
    {BYTES(A ">\xF0\x90"), "W002 41-42 the input ends within a character"},
    {BYTES("\xFF\xFE\x00\xD8\x00\xE0"),
     "W002 2-3 a high surrogate without a low one after it is not UTF-16"},
    {BYTES("\xFF\xFE\x00\xD8\x41\x00"),
     "W002 2-3 a high surrogate without a low one after it is not UTF-16"},
    {BYTES("\xFF\xFE\x00\xDC\x41\x00"),
     "W002 2-3 a low surrogate without a high one before it is not UTF-16"},
    {BYTES("\xFE\xFF\x00<\x00"), "W002 4-5 the input ends within a character"},
    {BYTES("<?xml version='1.0' encoding='UTF-16BE'?><a/>"),
     "W002 30-38 the declaration says UTF-16BE, but the input is UTF-8"},
    {BYTES("<?xml version='1.0' encoding='KOI8-R'?><a/>"),
     "W002 30-36 the encoding KOI8-R is not read, only UTF-8 and UTF-16 are"},
    {BYTES("<?xml version='1.0' encoding='a-very-long-name-of-an-encoding-that-"
           "nobody-has-ever-heard-of-anywhere'?><a/>"),
     "W002 30-100 this encoding is not read, only UTF-8 and UTF-16 are"},
    {BYTES("<?xml version='1.0' encoding='UTF-8'standalone='yes'?><a/>"),
     "W001 36-37 white space is missing here"},
    {BYTES("<?xml version='1.1'?><a/>"),
     "W001 15-18 XML version 1.1 is not read: only 1.0 is"},
    {BYTES("<?xml version='1.00000000000000000000'?><a/>"),
     "W001 15-37 this XML version is not read: only 1.0 is"},
    {BYTES(A ">&" B100 B100 B100 ";</summit>"),
     "W001 41-101 the entity &" B20 B20 B20 "bbb; is not declared"},
    {BYTES("<?xml version?><a/>"), "W001 13-14 a '=' is missing here"},
    {BYTES("<?xml encoding='UTF-8'?><a/>"),
     "W001 0-2 the XML declaration gives no version"},
    {BYTES("\xEF\xBB\xBF\xEF\xBB\xBF<a/>"),
     "W001 3-6 there are two byte order marks"},
    /* before the root, and after it */
    {BYTES("</a>"), "W001 0-2 there is an end tag without a start tag"},
    {BYTES("<![CDATA[x]]><a/>"),
     "W001 0-9 there is a CDATA section before the root element"},
    {BYTES("<!ELEMENT a EMPTY><a/>"),
     "W001 0-2 '<!' begins neither a comment nor a CDATA section here"},
    {BYTES("text<a/>"), "W001 0-1 there is text before the root element"},
    {BYTES(A "/>text"),
     "W001 42-43 there is something after the end of the root element"},
    {BYTES(A "/><b/>"),
     "W001 42-43 there is something after the end of the root element"},
    {BYTES("< a/>"), "W001 0-1 '<' does not begin a tag here"},
    {BYTES(A ">"),
     "W001 41-41 the input ends before the end tag of <summit> on line 1"},
    {BYTES("<!-- -->"), "W001 8-8 there is no root element"},
    /* within */
    {BYTES(A ">\x01</summit>"),
     "W001 41-42 there is a character that XML does not allow"},
    {BYTES(A " \x01/>"),
     "W001 41-42 there is a character that XML does not allow"},
    {BYTES(A " b\x02='c'/>"),
     "W001 42-43 there is a character that XML does not allow"},
    {BYTES(A ">\xEF\xBF\xBE</summit>"),
     "W001 41-44 there is a character that XML does not allow"},
    {BYTES(A ">\xEF\xBF\xBF</summit>"),
     "W001 41-44 there is a character that XML does not allow"},
    {BYTES(A ">&#1;</summit>"),
     "W001 41-45 there is a character that XML does not allow"},
    {BYTES(A ">&#x;</summit>"),
     "W001 41-45 there is a character that XML does not allow"},
    {BYTES(A ">&#a;</summit>"),
     "W001 41-45 this is no decimal character reference"},
    {BYTES(A ">&b;</summit>"), "W001 41-44 the entity &b; is not declared"},
    {BYTES(A ">&b c</summit>"),
     "W001 41-43 the ';' at the end of the reference is missing"},
    {BYTES(A ">& b</summit>"), "W001 41-42 a '&' must begin a reference"},
    {BYTES(A ">&"),
     "W001 42-42 the input ends before the end tag of <summit> on line 1"},
    {BYTES(A ">]]></summit>"), "W001 41-42 there is a ']]>' in text"},
    {BYTES(A " b='<'/>"), "W001 44-45 there is a '<' in an attribute value"},
    {BYTES(A " b=c/>"),
     "W001 43-44 an attribute value must stand in quotation marks"},
    {BYTES(A " b/>"), "W001 42-43 the attribute b has no value"},
    {BYTES(A " b='1' b='2'/>"), "W001 47-48 the attribute is given twice"},
    {BYTES(A " b='1'c='2'/>"), "W001 46-47 white space is missing here"},
    {BYTES(A " xmlns:a='u' xmlns:b='u' x='' a:y='' b:x='' a:x=''/>"),
     "W001 84-87 the attribute is given twice, with two prefixes for one "
     "namespace"},
    {BYTES(A " xmlns:a='u' xmlns:b='u' xmlns:c='v' a:x='' c:x='' b:x=''/>"),
     "W001 0-99 the attribute is given twice, with two prefixes for one "
     "namespace"},
    {BYTES(A " xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>"),
     "W001 73-76 the attribute is given twice, with two prefixes for one "
     "namespace"},
    {BYTES(A " xmlns:p=''/>"),
     "W001 0-53 a namespace is declared that must not be: xml and xmlns are "
     "reserved, and a prefix needs a namespace"},
    {BYTES(A " xmlns:xml='u'/>"),
     "W001 0-56 a namespace is declared that must not be: xml and xmlns are "
     "reserved, and a prefix needs a namespace"},
    {BYTES("<p:a/>"), "W001 1-4 the namespace prefix p is not declared"},
    {BYTES(A " p:b='1'/>"),
     "W001 41-44 the namespace prefix p is not declared"},
    {BYTES(A " xmlns:q='u' q:x='' p:b='1'/>"),
     "W001 60-63 the namespace prefix p is not declared"},
    /* not all of it is kept, so that it is not looked for */
    {BYTES(A " " B20 B20 B20 "bbbbbbbbbb:c='1'/>"),
     "W001 0-119 the namespace prefix " B20 B20 B20 "bbb is not declared"},
    {BYTES(A " xmlns:p='u' xmlns:q='u' xmlns:b='v' p:b='' q:b=''/>"),
     "W001 84-87 the attribute is given twice, with two prefixes for one "
     "namespace"},
    {BYTES(A " b:c:d='1'/>"),
     "W001 0-52 a name has more than one colon, or nothing on one side of it"},
    {BYTES(A "></b>"),
     "W001 41-45 the end tag </b> does not match <summit> on line 1"},
    {BYTES(A "></summit b>"), "W001 50-51 the '>' of the tag is missing here"},
    {BYTES(A "></summit"), "W001 41-49 the input ends within an end tag"},
    {BYTES(A "></summit<"), "W001 49-50 the '>' of the tag is missing here"},
    {BYTES(A " <b/>"), "W001 41-42 a name is expected here"},
    {BYTES(A " b='"), "W001 0-44 the input ends within a tag"},
    {BYTES(A " b="), "W001 0-43 the input ends within a tag"},
    {BYTES(A " b"), "W001 0-42 the input ends within a tag"},
    {BYTES(A " "), "W001 0-41 the input ends within a tag"},
    {BYTES(A "><!-- -- --></summit>"),
     "W001 46-47 there is a '--' within a comment"},
    {BYTES(A "><!-- "), "W001 41-46 the input ends within a comment"},
    {BYTES(A "><![CDATA["), "W001 41-50 the input ends within a CDATA section"},
    {BYTES(A "><!x></summit>"),
     "W001 41-43 '<!' begins neither a comment nor a CDATA section here"},
    {BYTES(A "><? b?></summit>"),
     "W001 41-43 a processing instruction must begin with a name"},
    {BYTES(A "><?xml version='1.0'?></summit>"),
     "W001 41-43 the name xml is for the XML declaration, at the very "
     "beginning"},
    {BYTES(A "><?\tb?></summit>"),
     "W001 41-43 a processing instruction must begin with a name"},
    {BYTES(A "/ >"), "W001 40-41 a '/' within a tag must be followed by '>'"},
    {BYTES("<summit/x>"),
     "W001 7-8 a '/' within a tag must be followed by '>'"},
    {BYTES(A " b='c' / d='e'>"),
     "W001 47-48 a '/' within a tag must be followed by '>'"},
    {BYTES(A ">&/</summit>"), "W001 41-42 a '&' must begin a reference"},
    {BYTES(A "></summit/>"), "W001 49-50 the '>' of the tag is missing here"},
    {BYTES(A "><?b:c d?></summit>"),
     "W001 41-43 the name of a processing instruction has a colon"},
    {BYTES(A "><?b "),
     "W001 41-45 the input ends within a processing instruction"},
    {BYTES(A ">\0</summit>"),
     "W001 41-42 there is a NUL character, which XML does not allow"},
};

struct outcome {
    char said[200];
};

static void on_finding(void *context, const struct cis_finding *finding)
{
    struct outcome *o = context;
    const struct cis_place *place = cis_finding_place(finding);

    if (cis_finding_code(finding)[0] == 'W')
        snprintf(o->said, sizeof o->said, "%s %d-%d %s",
                 cis_finding_code(finding), (int)place->offset,
                 (int)place->end_offset, cis_finding_message(finding));
}

static void judge(struct cis_session *session, size_t i, size_t step)
{
    struct outcome o = {""};

    cis_session_on_finding(session, on_finding, &o);
    assert_int_equal(cis_session_begin(session, "it"), CIS_OK);
    for (size_t at = 0; at < inputs[i].size; at += step) {
        size_t left = inputs[i].size - at;
        assert_int_equal(cis_session_feed(session, inputs[i].bytes + at,
                                          left < step ? left : step),
                         CIS_OK);
    }
    assert_int_equal(cis_session_end(session), CIS_OK);
    if (strcmp(o.said, inputs[i].said) != 0)
        fail_msg("%zu, by %zu: '%s', not '%s'", i, step, o.said,
                 inputs[i].said);
}

static void test_inputs(void **state)
{
    struct cis_validator *validator;
    struct cis_session *session;

    (void)state;
    assert_int_equal(cis_validator_new(NULL, &validator), CIS_OK);
    assert_int_equal(cis_session_new(validator, &session), CIS_OK);
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        judge(session, i, 1000);
        judge(session, i, 1);
    }
    cis_session_free(session);
    cis_validator_free(validator);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_inputs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
