/* What can be wrong with an input before it is anyone's record. */
/* SPDX-License-Identifier: MIT */
#include "xml/problem.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A text that did not fit must not end within a character. */
static void end_whole(char *text)
{
    bool partial;
    struct str whole = {text, strlen(text)};

    text[utf8_valid(whole, &partial)] = '\0';
}

void problem_set(struct problem *problem, enum code code, uint64_t offset,
                 uint64_t end, const char *format, ...)
{
    va_list arguments;

    problem->code = code;
    problem->where = (struct extent){offset, end};
    problem->hint[0] = '\0';
    va_start(arguments, format);
    vsnprintf(problem->message, sizeof problem->message, format, arguments);
    va_end(arguments);
    end_whole(problem->message);
}

void problem_hint(struct problem *problem, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(problem->hint, sizeof problem->hint, format, arguments);
    va_end(arguments);
    end_whole(problem->hint);
}
