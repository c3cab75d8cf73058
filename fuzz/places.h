/* Holds the guard's idea of tags, names and depth against libxml2's own. */
/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_PLACES_H
#define FUZZ_PLACES_H

#include <stddef.h>

/*
 * Reads the bytes with our reader, and with libxml2 alone. Aborts where an
 * element has not the same names, depth, start and end in both; or where one
 * finds more of them than the other, and our reader had no fault to find.
 */
void places_compare(const void *bytes, size_t size);

#endif
