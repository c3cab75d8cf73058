/* Holds the guard's idea of tags, names and depth against libxml2's own. */
/* SPDX-License-Identifier: MIT */

/*
 * libxml2 does not tell where a tag begins. But when it tells of a tag, it
 * stands at its end, and no '<' can be inside: the last one before is where
 * the tag begins. The guard is not asked.
 */
#include "places.h"

#include "outcome.h"
#include "xml/reader.h"
#include "xml/tag.h"

#include <inttypes.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Newer versions want no one to ask where they are: an oracle must. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

/* The documented defaults. */
static const struct guard_limits limits = {
    {[CIS_LIMIT_BYTES] = UINT64_C(1) << 31,
     [CIS_LIMIT_DEPTH] = 64,
     [CIS_LIMIT_ATTRIBUTES] = 256,
     [CIS_LIMIT_NAME] = 256,
     [CIS_LIMIT_VALUE] = 1 << 20,
     [CIS_LIMIT_TAG] = 4 << 20,
     [CIS_LIMIT_FINDINGS] = 1000}};

/* One telling of a document: a line for each tag. */
struct telling {
    FILE *out;
    char *lines;
    size_t size;
    unsigned depth;
    struct reader *reader;   /* ours */
    xmlParserCtxtPtr parser; /* or theirs, of the text in UTF-8 */
    const char *text;
};

static void tell_start(struct telling *t, const char *prefix, const char *local,
                       const char *ns, uint64_t tag)
{
    fprintf(t->out, "%u <%s%s%s {%s} %" PRIu64 "\n", ++t->depth,
            prefix != NULL ? prefix : "", prefix != NULL ? ":" : "", local,
            ns != NULL ? ns : "", tag);
}

static void tell_end(struct telling *t, uint64_t tag)
{
    fprintf(t->out, "%u > %" PRIu64 "\n", t->depth--, tag);
}

/* Their names, as they are written in the tag that is ours. */
static void check_name(const struct telling *t,
                       const struct xml_element *element)
{
    const struct source *source = reader_source(t->reader);
    struct str written = source_text(source, tag_name(source, element->tag));
    const char *prefix = element->prefix != NULL ? element->prefix : "";
    char *name = NULL;

    if (asprintf(&name, "%s%s%s", prefix, prefix[0] != '\0' ? ":" : "",
                 element->local) < 0)
        abort();
    if (!str_is(written, name))
        outcome_differs("name", name, "not what is written in the tag");
    free(name);
}

static void our_start(void *context, const struct xml_element *element)
{
    struct telling *t = context;

    tell_start(t, element->prefix, element->local, element->ns, element->tag);
    check_name(t, element);
}

static void our_end(void *context, uint64_t tag)
{
    tell_end(context, tag);
}

static void our_text(void *context, struct str text)
{
    (void)context, (void)text;
}

static enum reader_status tell_ours(struct telling *t, const void *bytes,
                                    size_t size)
{
    static const struct reader_events events = {
        .start = our_start, .end = our_end, .text = our_text};
    enum reader_status status;

    t->reader = reader_new(&alloc_default, &limits, &events, t);
    if (t->reader == NULL || reader_begin(t->reader) != READER_OK)
        abort();
    reader_feed(t->reader, bytes, size);
    status = reader_end(t->reader);
    if (status == READER_NO_MEMORY)
        abort();
    return status;
}

/* Where the tag begins at whose end the parser stands. */
static uint64_t their_tag(const struct telling *t)
{
    long end = xmlByteConsumed(t->parser);

    while (end > 0 && t->text[end - 1] != '<')
        end--;
    return (uint64_t)(end > 0 ? end - 1 : 0);
}

static void their_start(void *context, const xmlChar *local,
                        const xmlChar *prefix, const xmlChar *ns,
                        int namespaces, const xmlChar **declared,
                        int attributes, int defaulted, const xmlChar **values)
{
    struct telling *t = context;

    (void)namespaces, (void)declared, (void)attributes, (void)defaulted;
    (void)values;
    tell_start(t, (const char *)prefix, (const char *)local, (const char *)ns,
               their_tag(t));
}

static void their_end(void *context, const xmlChar *local,
                      const xmlChar *prefix, const xmlChar *ns)
{
    (void)local, (void)prefix, (void)ns;
    tell_end(context, their_tag(context));
}

static void no_error(void *context, const char *format, ...)
{
    (void)context, (void)format;
}

/* The text that our decoder has made, of the whole input. */
static void tell_theirs(struct telling *t, struct str text)
{
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
                             .startElementNs = their_start,
                             .endElementNs = their_end,
                             .error = no_error,
                             .warning = no_error,
                             .fatalError = no_error};

    t->text = text.at;
    t->parser = xmlCreateMemoryParserCtxt(text.at, (int)text.length);
    if (t->parser == NULL)
        abort();
    *t->parser->sax = handler;
    t->parser->userData = t;
    /* Without NOENT the '&' of a namespace would be told as "&#38;". */
    xmlCtxtUseOptions(t->parser, XML_PARSE_NONET | XML_PARSE_NOENT |
                                     XML_PARSE_HUGE | XML_PARSE_IGNORE_ENC |
                                     XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlParseDocument(t->parser);
    xmlFreeDoc(t->parser->myDoc);
    xmlFreeParserCtxt(t->parser);
}

static void begin(struct telling *t)
{
    *t = (struct telling){.out = NULL};
    t->out = open_memstream(&t->lines, &t->size);
    if (t->out == NULL)
        abort();
}

static const char *told(struct telling *t)
{
    if (fflush(t->out) != 0)
        abort();
    return t->lines;
}

static void end(struct telling *t)
{
    fclose(t->out);
    free(t->lines);
    reader_free(t->reader);
}

void places_compare(const void *bytes, size_t size)
{
    struct telling ours, theirs;
    enum reader_status status;
    struct str text;

    begin(&ours);
    begin(&theirs);
    status = tell_ours(&ours, bytes, size);
    text = source_text(reader_source(ours.reader),
                       (struct extent){reader_source(ours.reader)->base,
                                       source_end(reader_source(ours.reader))});
    if (text.length > 0)
        tell_theirs(&theirs, text);
    if (strncmp(told(&ours), told(&theirs), ours.size) != 0 ||
        (status == READER_OK && ours.size != theirs.size))
        outcome_differs("tags by the guard", ours.lines, theirs.lines);
    end(&ours);
    end(&theirs);
}
