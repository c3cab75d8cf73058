/* One record as elements and attributes of an XML writer. */
/* SPDX-License-Identifier: MIT */
#ifndef RECORD_WRITE_H
#define RECORD_WRITE_H

#include "record/access.h"
#include "xml/writer.h"

/* ns: the namespace to declare on the element, or NULL. */
void record_write(struct xml_writer *writer, const struct schema *schema,
                  const struct node *node, const char *ns);

#endif
