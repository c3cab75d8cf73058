/* Writing tables as C source: what the build makes of schemas and registry. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_FREEZE_H
#define SCHEMA_FREEZE_H

#include "schema/bind.h"
#include "schema/schema.h"

#include <stdio.h>

/* A C string literal; NULL is written as NULL. */
void freeze_text(FILE *out, struct str text);

/* Defines `const struct schema NAME` and the static tables it points to. */
void freeze_schema(FILE *out, const struct schema *schema, const char *name);

/* Defines `const TYPE *const NAME`, the struct that root is, and statically
 * all below it; numbers the nodes. */
void freeze_nodes(FILE *out, struct node *root, const char *name);

#endif
