/* Prints the completion of the command line for a shell: complete bash|zsh. */
/* SPDX-License-Identifier: MIT */
#include "args.h"
#include "args_values.h"

#include <string.h>

static void print_words(const char *value)
{
    const char *word;

    for (size_t i = 0; (word = value_word(value, i)) != NULL; i++) {
        printf("%s%s%s", i == 0 ? "" : " ", word,
               strchr(value, '=') != NULL ? "=" : "");
    }
}

static bool is_free(const struct option_info *option)
{
    return value_word(option->value, 0) == NULL;
}

static void print_bash_value(const struct option_info *option)
{
    if (option->letter != 0) {
        printf("    -%c|", option->letter);
    } else {
        printf("    ");
    }
    printf("--%s)\n        ", option->name);
    if (strcmp(option->value, "FILE") == 0) {
        puts("mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")");
    } else if (is_free(option)) {
        puts("COMPREPLY=()");
    } else {
        printf("mapfile -t COMPREPLY < <(compgen -W '");
        print_words(option->value);
        puts("' -- \"$cur\")");
    }
    puts("        return ;;");
}

static void print_bash(void)
{
    struct option_info option;

    puts("# bash completion for cisvalidate; made from its table of options\n"
         "_cisvalidate()\n"
         "{\n"
         "    local cur=${COMP_WORDS[COMP_CWORD]}\n"
         "    local prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
         "    # --name=value is three words to the shell\n"
         "    if [[ $cur == = ]]; then\n"
         "        cur=\n"
         "    elif [[ $prev == = ]]; then\n"
         "        prev=${COMP_WORDS[COMP_CWORD - 2]}\n"
         "    fi\n"
         "    case $prev in");
    for (size_t i = 0; args_option(i, &option); i++) {
        if (option.value != NULL) {
            print_bash_value(&option);
        }
    }
    printf("    esac\n"
           "    if [[ $cur == -* ]]; then\n"
           "        mapfile -t COMPREPLY < <(compgen -W '");
    for (size_t i = 0; args_option(i, &option); i++) {
        printf("%s--%s", i == 0 ? "" : " ", option.name);
    }
    puts("' -- \"$cur\")\n"
         "    else\n"
         "        mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
         "    fi\n"
         "}\n"
         "complete -o filenames -F _cisvalidate cisvalidate");
}

/* In single quotes and brackets of zsh. */
static void print_zsh_text(const char *text)
{
    for (; *text != '\0'; text++) {
        if (*text == '\'') {
            printf("'\\''");
        } else {
            printf("%s%c", strchr("[]:\\", *text) != NULL ? "\\" : "", *text);
        }
    }
}

static void print_zsh_option(const struct option_info *option, bool letter)
{
    if (letter) {
        printf("    '*-%c", option->letter);
    } else {
        printf("    '*--%s%s", option->name, option->value != NULL ? "=" : "");
    }
    putchar('[');
    print_zsh_text(option->help);
    putchar(']');
    if (option->value != NULL) {
        putchar(':');
        print_zsh_text(option->value);
        putchar(':');
        if (strcmp(option->value, "FILE") == 0) {
            printf("_files");
        } else if (!is_free(option)) {
            putchar('(');
            print_words(option->value);
            putchar(')');
        }
    }
    puts("' \\");
}

static void print_zsh(void)
{
    struct option_info option;

    puts("#compdef cisvalidate\n"
         "# made from the command's table of options\n"
         "_arguments -s -S \\");
    for (size_t i = 0; args_option(i, &option); i++) {
        print_zsh_option(&option, false);
        if (option.letter != 0) {
            print_zsh_option(&option, true);
        }
    }
    puts("    '*:file:_files'");
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "bash") == 0) {
        print_bash();
    } else if (argc == 2 && strcmp(argv[1], "zsh") == 0) {
        print_zsh();
    } else {
        fputs("Usage: complete bash|zsh\n", stderr);
        return 2;
    }
    return fflush(stdout) == 0 ? 0 : 1;
}
