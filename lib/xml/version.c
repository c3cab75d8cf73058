/* libxml2's parser as the reader wants it, the same in each of its versions. */
/* SPDX-License-Identifier: MIT */
#include "xml/version.h"

#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

/*
 * What libxml2 keeps for each thread it allocates when it is first called
 * there. Versions before 2.12 report a failure of that by what needs it, and
 * so until the stack is used up. It can hardly fail where this does not.
 */
static bool thread_can_start(void)
{
    void *volatile state = malloc(sizeof(xmlParserCtxt) + 1024);

    free(state);
    return state != NULL;
}

/*
 * Our own limits come first, so that of libxml2 are lifted. Without NOENT an
 * "&amp;" would reach attribute values as "&#38;"; entities other than the
 * five are refused before it could matter. Newer versions can be told not to
 * look at things that no document without a DTD has.
 */
static int options(void)
{
    int options = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC |
                  XML_PARSE_HUGE;

#if LIBXML_VERSION >= 21300
    options |= XML_PARSE_NO_XXE;
#endif
#if LIBXML_VERSION >= 21400
    options |= XML_PARSE_NO_SYS_CATALOG;
#endif
    return options;
}

static void fill(xmlSAXHandler *handler, startElementNsSAX2Func start,
                 endElementNsSAX2Func end, charactersSAXFunc text,
                 processingInstructionSAXFunc instruction,
                 void (*error)(void *context, parser_error *error))
{
    /* What is not set is not done: no tree, no DTD, no entities but the five
     * that XML has, which libxml2 knows by itself. */
    *handler = (xmlSAXHandler){.initialized = XML_SAX2_MAGIC,
                               .startElementNs = start,
                               .endElementNs = end,
                               .characters = text,
                               .ignorableWhitespace = text,
                               .cdataBlock = text,
                               .processingInstruction = instruction,
                               .serror = error};
}

xmlParserCtxtPtr parser_new(void *context, startElementNsSAX2Func start,
                            endElementNsSAX2Func end, charactersSAXFunc text,
                            processingInstructionSAXFunc instruction,
                            void (*error)(void *context, parser_error *error))
{
    xmlSAXHandler handler;
    xmlParserCtxtPtr parser;

    if (!thread_can_start())
        return NULL;
    fill(&handler, start, end, text, instruction, error);
    parser = xmlCreatePushParserCtxt(&handler, context, NULL, 0, NULL);
    if (parser != NULL)
        xmlCtxtUseOptions(parser, options());
    return parser;
}

void parser_free(xmlParserCtxtPtr parser)
{
    xmlFreeParserCtxt(parser);
}

size_t parser_names(xmlParserCtxtPtr parser)
{
    return xmlDictGetUsage(parser->dict);
}

/* 2.9 looks at nothing that is shorter than four bytes, so that what is gets
 * some white space at its end. */
static int parse(xmlParserCtxtPtr parser, const char *bytes, size_t size,
                 bool last)
{
    char longer[] = "    ";

    if (!last || size >= sizeof longer - 1 || parser_position(parser) > 0)
        return xmlParseChunk(parser, bytes, (int)size, last);
    memcpy(longer, bytes, size);
    return xmlParseChunk(parser, longer, (int)sizeof longer - 1, true);
}

bool parser_feed(xmlParserCtxtPtr parser, const char *bytes, size_t size,
                 bool last)
{
    int error = parse(parser, bytes, size, last);

    /* One that we do not mind is answered to the end. */
    return error == XML_ERR_OK || error == XML_WAR_NS_URI;
}

bool parser_satisfied(xmlParserCtxtPtr parser)
{
    return parser->wellFormed == 1;
}
