/* Text for a terminal: whatever is in it, it stays one line. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_ESCAPE_H
#define REPORT_ESCAPE_H

#include <stdio.h>

/* Writes the text; control characters become \n, \t or \x1B, characters that
 * reorder text \u{202E}, and bytes that are no UTF-8 \xFF. */
void escape_print(FILE *to, const char *text);

#endif
