/* XML out: elements, attributes and text to a callback, by libxml2. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_WRITER_H
#define XML_WRITER_H

#include <stdbool.h>

/* Takes all of the bytes and returns how many; negative where it cannot. */
typedef int xml_write_fn(void *context, const char *bytes, int size);

struct xml_writer;

/* NULL where memory fails. No other call reports a failure: it is kept, and
 * xml_writer_free tells. NULL is taken everywhere, as failed. */
struct xml_writer *xml_writer_new(xml_write_fn *write, void *context);

/* From here on each element that has elements alone on lines of their own. */
void xml_writer_indent(struct xml_writer *writer);

/* Texts are UTF-8 of characters that XML can carry. */
void xml_writer_declaration(struct xml_writer *writer);
void xml_writer_start(struct xml_writer *writer, const char *element);
void xml_writer_attribute(struct xml_writer *writer, const char *name,
                          const char *value);
void xml_writer_text(struct xml_writer *writer, const char *text);
/* Markup that is XML already. */
void xml_writer_raw(struct xml_writer *writer, const char *markup);
void xml_writer_end(struct xml_writer *writer);

/* Elements that are open stay so. Whether all was written. */
bool xml_writer_free(struct xml_writer *writer);

#endif
