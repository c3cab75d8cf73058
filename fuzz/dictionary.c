/* Prints the words of schemas as a dictionary of libFuzzer's and AFL's. */
/* SPDX-License-Identifier: MIT */

/*
 * dictionary SCHEMA... >vocabulary.dict. So that a word is put in where it can
 * mean something, names come as the beginning of a tag or of an attribute.
 */
#include "../tests/schema/mutate.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>

/* The markup that no schema names. */
static const char *const markup[] = {
    "<!--",
    "-->",
    "<?",
    "?>",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE",
    "/>",
    "</",
    "&amp;",
    "&lt;",
    "&#0;",
    "&#x10FFFF;",
    " xmlns=\"",
    " xmlns:a=\"",
    "<a:",
    " xml:lang=\"",
    " xml:space=\"preserve\"",
    " xsi:type=\"",
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
    "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
    "\xef\xbb\xbf"};

/* Both take \\, \" and \xAB. */
static void print_word(const char *before, const char *word, const char *after)
{
    const char *parts[] = {before, word, after};

    putchar('"');
    for (size_t i = 0; i < 3; i++)
        for (const char *at = parts[i]; *at != '\0'; at++)
            if (*at == '"' || *at == '\\')
                printf("\\%c", *at);
            else if (*at >= ' ' && *at <= '~')
                putchar(*at);
            else
                printf("\\x%02X", (unsigned)(unsigned char)*at);
    puts("\"");
}

static void print_words(const char *what, const struct words *words,
                        const char *before, const char *after)
{
    printf("\n# %s\n", what);
    for (size_t i = 0; i < words->count; i++)
        if (words->at[i][0] != '\0' || before[0] != '\0')
            print_word(before, words->at[i], after);
}

static void learn(struct vocabulary *vocabulary, const char *path)
{
    xmlDoc *schema = xmlReadFile(path, NULL, XML_PARSE_NONET);
    xmlNode *root = schema != NULL ? xmlDocGetRootElement(schema) : NULL;
    xmlChar *target =
        root != NULL ? xmlGetNoNsProp(root, (const xmlChar *)"targetNamespace")
                     : NULL;

    if (target == NULL) {
        fprintf(stderr, "%s: no schema with a target namespace\n", path);
        exit(1);
    }
    words_add(&vocabulary->ids, (const char *)target);
    vocabulary_of_schema(vocabulary, schema);
    xmlFree(target);
    xmlFreeDoc(schema);
}

int main(int argc, char **argv)
{
    struct vocabulary vocabulary = {0};

    for (int i = 1; i < argc; i++)
        learn(&vocabulary, argv[i]);
    puts("# Made by fuzz/dictionary from the schemas: not to be edited");
    for (size_t i = 0; i < sizeof markup / sizeof *markup; i++)
        print_word("", markup[i], "");
    print_words("namespaces", &vocabulary.ids, "=\"", "\"");
    print_words("elements", &vocabulary.elements, "<", "");
    print_words("attributes", &vocabulary.attributes, " ", "=\"");
    print_words("values", &vocabulary.values, "\"", "\"");
    vocabulary_free(&vocabulary);
    return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
