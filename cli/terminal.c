/* What a person at a terminal is shown: colours, links, progress. */
/* SPDX-License-Identifier: MIT */
#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *value_of(const char *variable)
{
    const char *value = getenv(variable);

    return value != NULL ? value : "";
}

static bool is_set(const char *variable)
{
    return value_of(variable)[0] != '\0';
}

static bool is_forced(const char *variable)
{
    return is_set(variable) && strcmp(value_of(variable), "0") != 0;
}

/* A terminal that knows escape sequences. */
static bool is_terminal(int fd)
{
    const char *term = getenv("TERM");

    return isatty(fd) && term != NULL && strcmp(term, "dumb") != 0;
}

static bool is_console(void)
{
    return strcmp(value_of("TERM"), "linux") == 0;
}

/* An option wins over the environment; there, to want none wins. */
static bool wants_colour(enum when when)
{
    if (when != WHEN_AUTO) {
        return when == WHEN_ALWAYS;
    }
    if (is_set("NO_COLOR")) {
        return false;
    }
    return is_forced("CLICOLOR_FORCE") || is_terminal(STDOUT_FILENO);
}

/* Links are for a terminal alone, and the console of Linux shows litter
 * instead of them. */
static bool wants_links(void)
{
    if (getenv("FORCE_HYPERLINK") != NULL) {
        return is_forced("FORCE_HYPERLINK");
    }
    return is_terminal(STDOUT_FILENO) && !is_console();
}

struct report_look terminal_look(const struct args *args)
{
    struct report_look look = args->look;

    look.colour = wants_colour(args->colour);
    look.colour_files = args->colour == WHEN_ALWAYS;
    look.links = look.colour && wants_links();
    return look;
}

bool terminal_progress(const struct args *args)
{
    return args->progress == WHEN_AUTO ? is_terminal(STDERR_FILENO)
                                       : args->progress == WHEN_ALWAYS;
}
