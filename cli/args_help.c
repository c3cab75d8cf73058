/* The text of --help, from the table of options. */
/* SPDX-License-Identifier: MIT */
#include "args_values.h"

static void print_option(FILE *to, const struct option_info *option)
{
    char left[40];

    snprintf(left, sizeof left, "%c%c%s --%s%s%s",
             option->letter != 0 ? '-' : ' ',
             option->letter != 0 ? option->letter : ' ',
             option->letter != 0 ? "," : " ", option->name,
             option->value != NULL ? "=" : "",
             option->value != NULL ? option->value : "");
    fprintf(to, "  %-26s  %s\n", left, option->help);
}

bool args_help(FILE *to)
{
    struct option_info option;

    fputs("Usage: cisvalidate [OPTION]... [FILE|FOLDER|-]...\n"
          "Validate XML records of CIS summits: files, all *.xml in folders, "
          "stdin (-).\n\n",
          to);
    for (size_t i = 0; args_option(i, &option); i++) {
        print_option(to, &option);
    }
    fputc('\n', to);
    const bool good = values_help(to);
    fputs(
        "\nExit status: 0 all inputs are valid, 1 an input is invalid, "
        "2 the command line,\nprofile, registry or facts are wrong, 3 an input "
        "was not checked or a report not\nwritten.\n",
        to);
    return good;
}
