/* Text that a format can carry: what it cannot becomes U+FFFD. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_PLAIN_H
#define REPORT_PLAIN_H

#include <stdbool.h>
#include <stdint.h>

/* A copy to free; NULL where memory fails. What is no UTF-8 is replaced, and
 * every character that carries is not; carries may be NULL for all. */
char *plain_copy(const char *text, bool (*carries)(uint32_t point));

/* Whether XML 1.0 knows the character. */
bool plain_in_xml(uint32_t point);

/* A relative reference, or a file: URI, to free; NULL where memory fails. */
char *plain_uri(const char *path);

/* The path without "./" before it: services know paths from the root of a
 * repository. */
const char *plain_path(const char *path);

#endif
