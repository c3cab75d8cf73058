/* A line of source, and a caret line under the range that is meant. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_SNIPPET_H
#define REPORT_SNIPPET_H

#include "writer.h"
#include <stdio.h>

/* Prints two lines; nothing where there is no excerpt. */
void snippet_print(const struct page *page, struct cis_excerpt excerpt,
                   const struct cis_place *place);

#endif
