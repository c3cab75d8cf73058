/* What the command says about itself, on stderr, and its exit classes. */
/* SPDX-License-Identifier: MIT */
#include "complain.h"

#include "report/escape.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum exit_class exit_worse(enum exit_class a, enum exit_class b)
{
    return a > b ? a : b;
}

void complain(const char *format, ...)
{
    char text[1024];
    va_list values;

    va_start(values, format);
    vsnprintf(text, sizeof text, format, values);
    va_end(values);
    fputs("cisvalidate: ", stderr);
    escape_print(stderr, text);
    fputc('\n', stderr);
}

enum exit_class complain_outputs(const struct report *report)
{
    enum exit_class worst = EXIT_GOOD;

    for (size_t i = 0; i < report->count; i++) {
        const struct output *output = &report->copies[i].output;
        if (output->error != 0) {
            complain("cannot write %s: %s",
                     output->file == NULL ? "standard output" : output->file,
                     strerror(output->error));
            worst = EXIT_UNCHECKED;
        }
    }
    return worst;
}
