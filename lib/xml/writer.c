/* XML out: elements, attributes and text to a callback, by libxml2. */
/* SPDX-License-Identifier: MIT */
#include "xml/writer.h"

#include <libxml/entities.h>
#include <libxml/xmlmemory.h>
#include <libxml/xmlwriter.h>

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

void xml_writer_attribute(struct xml_writer *writer, const char *name,
                          const char *value)
{
    if (writer != NULL)
        keep(writer,
             xmlTextWriterWriteAttribute(writer->to, xml(name), xml(value)));
}

/* As xmlTextWriterWriteString does, which leaves out, and says nothing of, a
 * text that memory does not suffice to escape. */
void xml_writer_text(struct xml_writer *writer, const char *text)
{
    xmlChar *escaped;

    if (writer == NULL)
        return;
    escaped = xmlEncodeSpecialChars(NULL, xml(text));
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
