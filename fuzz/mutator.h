/* Documents changed as trees, for the mutators of fuzz targets. */
/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_MUTATOR_H
#define FUZZ_MUTATOR_H

#include <libxml/tree.h>
#include <stddef.h>
#include <stdint.h>

/* The words of a bundled schema ("summit.xsd"), and of the documents that
 * mutator_run is given. Once, before it. */
void mutator_learn(const char *schema);

/* An LLVMFuzzerCustomMutator: changes one to four things in the document, or
 * bytes where it is none. */
size_t mutator_run(uint8_t *data, size_t size, size_t max, unsigned seed);

/* The document, or NULL where it is not well-formed; quiet. options as of
 * xmlReadMemory, besides those that keep it to the bytes. */
xmlDoc *mutator_parse(const void *data, size_t size, int options);

#endif
