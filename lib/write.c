/* Writers of records, one or an archive. */
/* SPDX-License-Identifier: MIT */
#include "validator.h"

#include "record/write.h"

#include <cisvalidate/write.h>

struct cis_writer {
    const struct cis_validator *validator;
    enum cis_form form;
    struct xml_writer *xml;
    cis_write_fn *write;
    void *context;
    uint64_t count;
    enum cis_status status;
};

static void fail(struct cis_writer *w, enum cis_status status)
{
    if (w->status == CIS_OK)
        w->status = status;
}

static int write_bytes(void *context, const char *bytes, int size)
{
    struct cis_writer *w = context;

    if (w->status == CIS_OK &&
        w->write(w->context, bytes, (size_t)size) != size)
        w->status = CIS_IO_ERROR;
    return w->status == CIS_OK ? size : -1;
}

static void begin(struct cis_writer *w)
{
    w->xml = xml_writer_new(write_bytes, w);
    xml_writer_indent(w->xml);
    xml_writer_declaration(w->xml);
    if (w->form == CIS_ONE_RECORD)
        return;
    xml_writer_start(w->xml, "summits");
    xml_writer_attribute(w->xml, "xmlns", w->validator->schema->target);
}

enum cis_status cis_writer_new(const struct cis_validator *validator,
                               enum cis_form form, cis_write_fn *write,
                               void *context, struct cis_writer **writer)
{
    struct cis_writer *w = alloc_new(&validator->from, sizeof *w);

    *writer = NULL;
    if (w == NULL)
        return CIS_NO_MEMORY;
    *w = (struct cis_writer){.validator = validator,
                             .form = form,
                             .write = write,
                             .context = context};
    begin(w);
    if (w->xml == NULL) {
        cis_writer_free(w);
        return CIS_NO_MEMORY;
    }
    *writer = w;
    return CIS_OK;
}

enum cis_status cis_writer_add(struct cis_writer *w,
                               const struct cis_summit *summit)
{
    bool one = w->form == CIS_ONE_RECORD;

    if (summit == NULL || w->xml == NULL || (one && w->count > 0))
        fail(w, CIS_MISUSE);
    if (w->status != CIS_OK)
        return w->status;
    w->count++;
    record_write(w->xml, w->validator->schema, (const struct node *)summit,
                 one ? w->validator->schema->target : NULL);
    return w->status;
}

enum cis_status cis_writer_end(struct cis_writer *w)
{
    bool whole;

    if (w->xml == NULL || (w->form == CIS_ONE_RECORD && w->count == 0))
        fail(w, CIS_MISUSE);
    if (w->xml != NULL && w->form == CIS_ARCHIVE)
        xml_writer_end(w->xml);
    whole = xml_writer_free(w->xml);
    w->xml = NULL;
    if (!whole)
        fail(w, CIS_NO_MEMORY);
    return w->status;
}

void cis_writer_free(struct cis_writer *writer)
{
    if (writer == NULL)
        return;
    fail(writer, CIS_MISUSE); /* what libxml2 still has is not written */
    xml_writer_free(writer->xml);
    alloc_free(&writer->validator->from, writer);
}
