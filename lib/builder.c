/* Builders: records made call by call, and validated as any input is. */
/* SPDX-License-Identifier: MIT */
#include "session.h"

#include "base/date.h"
#include "xml/writer.h"

#include <cisvalidate/write.h>
#include <stdio.h>

struct cis_builder {
    const struct cis_validator *validator;
    struct xml_writer *xml; /* NULL: nothing has begun */
    struct buf text;
    size_t depth;
    bool in_tag; /* attributes may still come */
    bool misused;
};

static int collect(void *context, const char *bytes, int size)
{
    struct cis_builder *b = context;

    buf_append(&b->text, (struct str){bytes, (size_t)size});
    return b->text.failed ? -1 : size;
}

static void begin(struct cis_builder *b)
{
    buf_clear(&b->text);
    b->xml = xml_writer_new(collect, b);
    b->text.failed = b->xml == NULL;
    xml_writer_indent(b->xml);
    xml_writer_declaration(b->xml);
}

enum cis_status cis_builder_new(const struct cis_validator *validator,
                                struct cis_builder **builder)
{
    struct cis_builder *b = alloc_new(&validator->from, sizeof *b);

    *builder = NULL;
    if (b == NULL)
        return CIS_NO_MEMORY;
    *b = (struct cis_builder){.validator = validator};
    buf_init(&b->text, &validator->from);
    *builder = b;
    return CIS_OK;
}

void cis_builder_free(struct cis_builder *builder)
{
    if (builder == NULL)
        return;
    xml_writer_free(builder->xml);
    buf_free(&builder->text);
    alloc_free(&builder->validator->from, builder);
}

void cis_builder_start(struct cis_builder *b, const char *element)
{
    if (b->depth == 0 && b->xml != NULL)
        b->misused = true; /* a second root */
    if (b->xml == NULL && !b->text.failed)
        begin(b);
    xml_writer_start(b->xml, element);
    if (b->depth++ == 0)
        xml_writer_attribute(b->xml, "xmlns", b->validator->schema->target);
    b->in_tag = true;
}

void cis_builder_end(struct cis_builder *b)
{
    b->in_tag = false;
    if (b->depth == 0) {
        b->misused = true;
        return;
    }
    b->depth--;
    xml_writer_end(b->xml);
}

void cis_builder_attribute(struct cis_builder *b, const char *name,
                           const char *value)
{
    if (value == NULL)
        return;
    if (b->in_tag)
        xml_writer_attribute(b->xml, name, value);
    else
        b->misused = true;
}

void cis_builder_date(struct cis_builder *b, const char *name,
                      struct cis_date date)
{
    char text[11];

    if (date_given(date))
        cis_builder_attribute(b, name, date_write(date, text));
}

void cis_builder_number(struct cis_builder *b, const char *name, int number)
{
    char text[16];

    snprintf(text, sizeof text, "%d", number);
    cis_builder_attribute(b, name, text);
}

static void put(struct cis_builder *b, const char *text,
                void (*write)(struct xml_writer *writer, const char *text))
{
    b->in_tag = false;
    if (b->depth == 0)
        b->misused = true;
    else if (text != NULL && text[0] != '\0')
        write(b->xml, text);
}

void cis_builder_text(struct cis_builder *b, const char *text)
{
    put(b, text, xml_writer_text);
}

void cis_builder_xml(struct cis_builder *b, const char *content)
{
    put(b, content, xml_writer_raw);
}

void cis_builder_words(struct cis_builder *b, const char *element,
                       const char *language, const char *text)
{
    if (text == NULL)
        return;
    cis_builder_start(b, element);
    cis_builder_attribute(b, "xml:lang", language);
    cis_builder_text(b, text);
    cis_builder_end(b);
}

/* Holds the record; *context is where. */
struct holding {
    struct cis_record *record;
    enum cis_status status;
};

static void hold(void *context, const struct cis_summit *summit)
{
    struct holding *holding = context;

    if (holding->record == NULL)
        holding->status = cis_record_hold(summit, &holding->record);
}

static enum cis_status read_back(struct cis_session *session,
                                 const struct buf *text,
                                 struct holding *holding)
{
    enum cis_status status;

    cis_session_on_summit(session, hold, holding);
    cis_session_want_invalid(session, true);
    status = cis_session_memory(session, text->at, text->length, "record");
    return status != CIS_OK ? status : holding->status;
}

static enum cis_status validate(struct cis_builder *b,
                                cis_finding_fn *on_finding, void *context,
                                struct cis_record **record)
{
    struct holding holding = {NULL, CIS_OK};
    struct cis_session *session;
    enum cis_status status = cis_session_new(b->validator, &session);

    if (status != CIS_OK)
        return status;
    cis_session_on_finding(session, on_finding, context);
    status = read_back(session, &b->text, &holding);
    cis_session_free(session);
    if (status == CIS_OK)
        *record = holding.record;
    else
        cis_record_free(holding.record);
    return status;
}

enum cis_status cis_builder_record(struct cis_builder *b,
                                   cis_finding_fn *on_finding, void *context,
                                   struct cis_record **record)
{
    bool misused = b->misused || b->depth > 0 || b->xml == NULL;
    bool whole = xml_writer_free(b->xml);
    bool failed = b->text.failed;

    *record = NULL;
    b->xml = NULL;
    b->depth = 0;
    b->in_tag = b->misused = b->text.failed = false;
    if (failed)
        return CIS_NO_MEMORY;
    if (misused)
        return CIS_MISUSE;
    return whole ? validate(b, on_finding, context, record) : CIS_NO_MEMORY;
}
