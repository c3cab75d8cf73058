/* The least that libxml2 can do: its SAX2 parser with empty handlers. */
/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <libxml/parser.h>
#include <string.h>
#include <unistd.h>

static void on_start(void *context, const xmlChar *local, const xmlChar *prefix,
                     const xmlChar *uri, int namespace_count,
                     const xmlChar **namespaces, int attribute_count,
                     int defaulted, const xmlChar **attributes)
{
    (void)context, (void)local, (void)prefix, (void)uri;
    (void)namespace_count, (void)namespaces, (void)attribute_count;
    (void)defaulted, (void)attributes;
}

static void on_end(void *context, const xmlChar *local, const xmlChar *prefix,
                   const xmlChar *uri)
{
    (void)context, (void)local, (void)prefix, (void)uri;
}

static void on_text(void *context, const xmlChar *text, int length)
{
    (void)context, (void)text, (void)length;
}

static xmlParserCtxtPtr new_parser(void)
{
    xmlSAXHandler handler;
    xmlParserCtxtPtr parser;

    memset(&handler, 0, sizeof handler);
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = on_start;
    handler.endElementNs = on_end;
    handler.characters = on_text;
    handler.ignorableWhitespace = on_text;
    parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
    if (parser != NULL)
        xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_HUGE);
    return parser;
}

int main(int argc, char **argv)
{
    static char block[64 * 1024];
    xmlParserCtxtPtr parser = new_parser();
    int fd = argc == 2 ? open(argv[1], O_RDONLY) : -1;
    ssize_t got = fd < 0 ? -1 : 0;

    if (parser == NULL || fd < 0)
        return 2;
    while ((got = read(fd, block, sizeof block)) > 0)
        xmlParseChunk(parser, block, (int)got, 0);
    xmlParseChunk(parser, block, 0, 1);
    return got == 0 && parser->wellFormed ? 0 : 1;
}
