/* What xs:anyURI takes for a reference. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_URI_H
#define SCHEMA_URI_H

#include "base/str.h"

/*
 * A URI reference of RFC 3986, where every character that a URI may not hold
 * stands for its own escape; "[" and "]" are let pass in a fragment. This is
 * what libxml2 2.9 takes. Xerces differs at the edges (a "%" that escapes
 * nothing, an empty host or port); an address of our own type, which begins
 * with http:// or https:// and has a narrow pattern, is the same to all.
 */
bool uri_reference(struct str text);

#endif
