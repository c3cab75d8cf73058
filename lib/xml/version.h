/* libxml2's parser as the reader wants it, the same in each of its versions. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_VERSION_H
#define XML_VERSION_H

#include <libxml/parser.h>
#include <stdbool.h>
#include <stdint.h>

/* Errors are const since 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError parser_error;
#else
typedef xmlError parser_error;
#endif

/*
 * A push parser for UTF-8 that loads nothing, knows no DTD, and builds no
 * tree: it calls start, end, text and instruction only. NULL where memory
 * fails.
 */
xmlParserCtxtPtr parser_new(void *context, startElementNsSAX2Func start,
                            endElementNsSAX2Func end, charactersSAXFunc text,
                            processingInstructionSAXFunc instruction,
                            void (*error)(void *context, parser_error *error));
void parser_free(xmlParserCtxtPtr parser);

/* Bytes of its input that it has passed. */
static inline uint64_t parser_position(xmlParserCtxtPtr parser)
{
    const xmlParserInput *input = parser->input;

    /* There is none when the parser has given up. */
    if (input == NULL)
        return 0;
    return (uint64_t)input->consumed + (uint64_t)(input->cur - input->base);
}

/* In a start event: whether the tag ends well. It tells of one that does not
 * before it says so, and nobody is to hear of that. */
static inline bool parser_ends_tag(xmlParserCtxtPtr parser)
{
    const xmlChar *cur = parser->input->cur;

    return cur[0] == '>' || (cur[0] == '/' && cur[1] == '>');
}

/* Memory that its table of names takes. */
size_t parser_names(xmlParserCtxtPtr parser);

/* Feeds it; false where it has stopped, whether it said why or not. */
bool parser_feed(xmlParserCtxtPtr parser, const char *bytes, size_t size,
                 bool last);

/* At the end: whether it has seen a whole document. What is wrong with names,
 * it says by error only. */
bool parser_satisfied(xmlParserCtxtPtr parser);

#endif
