/* What the XML declaration says, held against what the input is. */
/* SPDX-License-Identifier: MIT */
#ifndef XML_DECLARATION_H
#define XML_DECLARATION_H

#include "xml/problem.h"
#include "xml/source.h"

/*
 * Looks at the declaration in [0, end) of the source. False for a version
 * other than 1.0 (W001), and for an encoding that is not the real one (W002).
 * A declaration that is not well-formed is left to libxml2.
 */
bool declaration_check(const struct source *source, uint64_t end,
                       struct problem *problem);

#endif
