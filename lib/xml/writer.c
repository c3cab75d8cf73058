/* XML out: elements, attributes and text to a callback, by libxml2. */
/* SPDX-License-Identifier: MIT */
#include "xml/writer.h"

#include <libxml/entities.h>
#include <libxml/xmlmemory.h>
#include <libxml/xmlwriter.h>
#include <string.h>

struct xml_writer {
    xmlTextWriterPtr to;
    xml_write_fn *write;
    void *context;
    bool failed;
};

/* libxml2 is not told of a failure: it would print it. */
static int take(void *context, const char *bytes, int size)
{
    struct xml_writer *writer = context;

    if (!writer->failed && writer->write(writer->context, bytes, size) != size)
        writer->failed = true;
    return size;
}

static int close_nothing(void *context)
{
    (void)context;
    return 0;
}

struct xml_writer *xml_writer_new(xml_write_fn *write, void *context)
{
    struct xml_writer *writer = xmlMalloc(sizeof *writer);
    xmlOutputBufferPtr buffer;

    if (writer == NULL)
        return NULL;
    buffer = xmlOutputBufferCreateIO(take, close_nothing, writer, NULL);
    *writer = (struct xml_writer){
        .to = buffer != NULL ? xmlNewTextWriter(buffer) : NULL,
        .write = write,
        .context = context};
    if (writer->to != NULL)
        return writer;
    if (buffer != NULL)
        xmlOutputBufferClose(buffer);
    xmlFree(writer);
    return NULL;
}

static const xmlChar *xml(const char *text)
{
    return (const xmlChar *)text;
}

static void keep(struct xml_writer *writer, int result)
{
    if (result < 0)
        writer->failed = true;
}

/* Raw, for libxml2 would convert UTF-8 to UTF-8, and where memory fails that
 * conversion it loses what was written, and says nothing. */
void xml_writer_declaration(struct xml_writer *writer)
{
    xml_writer_raw(writer, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
}

void xml_writer_indent(struct xml_writer *writer)
{
    if (writer == NULL)
        return;
    keep(writer, xmlTextWriterSetIndent(writer->to, 1));
    keep(writer, xmlTextWriterSetIndentString(writer->to, xml("  ")));
}

void xml_writer_start(struct xml_writer *writer, const char *element)
{
    if (writer != NULL)
        keep(writer, xmlTextWriterStartElement(writer->to, xml(element)));
}

/* Markup characters escaped; NULL where memory fails. Free with xmlFree.
 * libxml2's own functions that write texts and values are not used: they leave
 * out what memory does not suffice to escape, and say nothing. */
static xmlChar *escape(const char *text)
{
    return xmlEncodeSpecialChars(NULL, xml(text));
}

/* A value that is escaped, with the references that keep its white space. */
static void write_value(struct xml_writer *writer, const xmlChar *value)
{
    const char *at = (const char *)value;
    size_t run = strcspn(at, "\t\n");

    for (; at[run] != '\0'; run = strcspn(at, "\t\n")) {
        keep(writer, xmlTextWriterWriteRawLen(writer->to, xml(at), (int)run));
        xml_writer_raw(writer, at[run] == '\n' ? "&#10;" : "&#9;");
        at += run + 1;
    }
    xml_writer_raw(writer, at);
}

void xml_writer_attribute(struct xml_writer *writer, const char *name,
                          const char *value)
{
    xmlChar *escaped;

    if (writer == NULL)
        return;
    escaped = escape(value);
    keep(writer, escaped != NULL
                     ? xmlTextWriterStartAttribute(writer->to, xml(name))
                     : -1);
    if (!writer->failed)
        write_value(writer, escaped);
    keep(writer, xmlTextWriterEndAttribute(writer->to));
    xmlFree(escaped);
}

void xml_writer_text(struct xml_writer *writer, const char *text)
{
    xmlChar *escaped;

    if (writer == NULL)
        return;
    escaped = escape(text);
    keep(writer,
         escaped != NULL ? xmlTextWriterWriteRaw(writer->to, escaped) : -1);
    xmlFree(escaped);
}

void xml_writer_raw(struct xml_writer *writer, const char *markup)
{
    if (writer != NULL)
        keep(writer, xmlTextWriterWriteRaw(writer->to, xml(markup)));
}

void xml_writer_end(struct xml_writer *writer)
{
    if (writer != NULL)
        keep(writer, xmlTextWriterEndElement(writer->to));
}

bool xml_writer_free(struct xml_writer *writer)
{
    bool good;

    if (writer == NULL)
        return false;
    keep(writer, xmlTextWriterFlush(writer->to));
    good = !writer->failed;
    xmlFreeTextWriter(writer->to);
    xmlFree(writer);
    return good;
}
