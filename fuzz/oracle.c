/* Holds our verdicts against those of libxml2's schema validator. */
/* SPDX-License-Identifier: MIT */
#include "oracle.h"

#include "../tests/schema/engine.h"
#include "mutator.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define XSI ((const xmlChar *)"http://www.w3.org/2001/XMLSchema-instance")

static xmlNode *next_node(xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        return node->children;
    while (node != NULL && node->next == NULL)
        node = node->parent;
    return node != NULL ? node->next : NULL;
}

/* libxml2 2.9.14 does not collapse the white space of xsi:type. */
static void trim_type(xmlNode *node)
{
    xmlAttr *type = xmlHasNsProp(node, (const xmlChar *)"type", XSI);
    xmlChar *value = type != NULL ? xmlNodeGetContent((xmlNode *)type) : NULL;
    char *from = (char *)value;
    size_t length;

    if (value == NULL)
        return;
    from += strspn(from, " \t\r\n");
    length = strlen(from);
    while (length > 0 && strchr(" \t\r\n", from[length - 1]) != NULL)
        from[--length] = '\0';
    xmlSetNsProp(node, type->ns, type->name, (xmlChar *)from);
    xmlFree(value);
}

/* The same document where libxml2 is right: CDATA sections as text too, as
 * it takes their white space for content. NULL where it cannot parse it. */
static xmlChar *plain(const void *bytes, size_t size, int *length)
{
    xmlDoc *document =
        mutator_parse(bytes, size, XML_PARSE_NOCDATA | XML_PARSE_NOENT);
    xmlNode *node;
    xmlChar *made = NULL;

    if (document == NULL)
        return NULL;
    node = xmlDocGetRootElement(document);
    for (; node != NULL; node = next_node(node))
        if (node->type == XML_ELEMENT_NODE)
            trim_type(node);
    xmlDocDumpMemoryEnc(document, &made, length, "UTF-8");
    xmlFreeDoc(document);
    return made;
}

/* The bundled files, so that the target runs wherever it is put. */
static xmlParserInput *from_bundle(const char *url, const char *id,
                                   xmlParserCtxt *parser)
{
    const char *slash = strrchr(url, '/');
    size_t size = 0;
    const void *bytes =
        cis_bundled_file(slash != NULL ? slash + 1 : url, &size);
    xmlParserInputBuffer *buffer =
        bytes != NULL ? xmlParserInputBufferCreateMem(bytes, (int)size,
                                                      XML_CHAR_ENCODING_NONE)
                      : NULL;

    (void)id;
    return buffer != NULL
               ? xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE)
               : NULL;
}

static struct oracle *make_oracle(const char *schema)
{
    xmlExternalEntityLoader loader = xmlGetExternalEntityLoader();
    struct oracle *oracle;

    xmlSetExternalEntityLoader(from_bundle);
    oracle = oracle_new(schema);
    xmlSetExternalEntityLoader(loader);
    if (oracle == NULL)
        abort();
    return oracle;
}

static _Noreturn void refute(const char *theirs, const char *words,
                             const struct outcome *outcome)
{
    char *said = NULL;

    if (asprintf(&said, "%s: %s", theirs, words) < 0)
        abort();
    outcome_differs("libxml2 says", said, outcome->lines);
}

void oracle_compare(const char *schema, const void *bytes, size_t size,
                    const struct outcome *outcome)
{
    static struct oracle *oracle;
    enum verdict theirs;
    xmlChar *text;
    int length = 0;

    if (outcome->unread)
        return;
    if (oracle == NULL)
        oracle = make_oracle(schema);
    text = plain(bytes, size, &length);
    if (text == NULL && outcome->refused) /* the rest was not looked at */
        return;
    if (text == NULL)
        refute("not well-formed", "", outcome);
    theirs = oracle_verdict(oracle, (char *)text, (size_t)length);
    xmlFree(text);
    if (theirs != BROKEN &&
        (theirs == VALID) != (outcome->verdict == CIS_VALID))
        refute(verdict_names[theirs], oracle_words(oracle), outcome);
}
