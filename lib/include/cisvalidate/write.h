/* Records out: written as XML, and built. */
/* SPDX-License-Identifier: MIT */
#ifndef CISVALIDATE_WRITE_H
#define CISVALIDATE_WRITE_H

#include <cisvalidate/record.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Takes all of the bytes and returns how many; anything else is a failure. */
typedef long cis_write_fn(void *context, const void *bytes, size_t size);

/*
 * Writes records as UTF-8 in one canonical form: attributes in the order of
 * the schema, two spaces of indentation, values as the schema's types have
 * them. Reading it again gives the same record. Comments and processing
 * instructions are not kept, and with them suppressions; the extension is, as
 * Canonical XML.
 */
struct cis_writer;
enum cis_form {
    CIS_ONE_RECORD, /* the root is summit */
    CIS_ARCHIVE     /* the root is summits, with any number of records */
};

CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_writer_new(const struct cis_validator *validator, enum cis_form form,
               cis_write_fn *write, void *context, struct cis_writer **writer);
CIS_EXPORT void cis_writer_free(struct cis_writer *writer);

/*
 * Failures are kept: CIS_IO_ERROR (the callback), CIS_NO_MEMORY, or
 * CIS_MISUSE for a second record where there is to be one, none at the end,
 * or an element of nothing. After cis_writer_end only cis_writer_free.
 */
CIS_EXPORT enum cis_status cis_writer_add(struct cis_writer *writer,
                                          const struct cis_summit *summit);
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_writer_end(struct cis_writer *writer);

/*
 * Builds one record from outside in, in the order of the schema:
 *
 *     cis_builder_start(b, "summit");
 *     cis_builder_attribute(b, "id", "chs-2024-10-08");
 *     cis_builder_words(b, "title", "en", "Session of …");
 *     …
 *     cis_builder_end(b);
 *     status = cis_builder_record(b, NULL, NULL, &record);
 *
 * Calls do not fail one by one: cis_builder_record tells. What is built is
 * validated as any input is, and its places are those in the canonical form.
 * Texts are UTF-8 and are copied. A builder serves for one record after
 * another.
 */
struct cis_builder;
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_builder_new(const struct cis_validator *validator,
                struct cis_builder **builder);
CIS_EXPORT void cis_builder_free(struct cis_builder *builder);

CIS_EXPORT void cis_builder_start(struct cis_builder *builder,
                                  const char *element);
CIS_EXPORT void cis_builder_end(struct cis_builder *builder);

/* Before any child. value NULL: none. */
CIS_EXPORT void cis_builder_attribute(struct cis_builder *builder,
                                      const char *name, const char *value);
CIS_EXPORT void cis_builder_date(struct cis_builder *builder, const char *name,
                                 struct cis_date date);
CIS_EXPORT void cis_builder_number(struct cis_builder *builder,
                                   const char *name, int number);

CIS_EXPORT void cis_builder_text(struct cis_builder *builder, const char *text);
/* A child of words in that language; text NULL: none. */
CIS_EXPORT void cis_builder_words(struct cis_builder *builder,
                                  const char *element, const char *language,
                                  const char *text);
/* XML that is well-formed by itself, for the extension. */
CIS_EXPORT void cis_builder_xml(struct cis_builder *builder,
                                const char *content);

/*
 * The record, to be freed with cis_record_free. It may be invalid (see
 * cis_summit_valid): findings go to on_finding, which may be NULL. *record is
 * NULL on anything but CIS_OK, and where what was built is no record at all.
 * CIS_MISUSE: elements that do not match up, or an attribute after a child.
 * The builder then begins anew.
 */
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_builder_record(struct cis_builder *builder, cis_finding_fn *on_finding,
                   void *context, struct cis_record **record);

#ifdef __cplusplus
}
#endif

#endif
