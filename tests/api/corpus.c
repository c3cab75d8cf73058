/* Every fixture and record of the tree, one after the other. */
/* SPDX-License-Identifier: MIT */
#include "corpus.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int count, failed;

void report(bool good, const char *name)
{
    printf("%s %d - %s\n", good ? "ok" : "not ok", ++count, name);
    fflush(stdout);
    failed += !good;
}

int done(void)
{
    printf("1..%d\n", count);
    return failed > 0;
}

char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    FILE *to = file != NULL ? open_memstream(&bytes, size) : NULL;
    char chunk[4096];
    size_t got;

    while (to != NULL && (got = fread(chunk, 1, sizeof chunk, file)) > 0)
        fwrite(chunk, 1, got, to);
    if (to != NULL)
        fclose(to);
    if (file != NULL)
        fclose(file);
    return bytes;
}

static int is_input(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);

    return length > 4 && strcmp(entry->d_name + length - 4, ".xml") == 0;
}

static bool call_on(const char *path,
                    bool (*call)(void *context, const struct input *input),
                    void *context)
{
    struct input input = {.path = path};
    bool go_on;

    input.bytes = read_file(path, &input.size);
    go_on = input.bytes != NULL && call(context, &input);
    free(input.bytes);
    return go_on;
}

static bool each_in(const char *folder,
                    bool (*call)(void *context, const struct input *input),
                    void *context)
{
    struct dirent **names;
    int total = scandir(folder, &names, is_input, alphasort);
    bool go_on = total > 0;

    for (int i = 0; i < total; i++) {
        char path[8192];

        snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
        go_on = go_on && call_on(path, call, context);
        free(names[i]);
    }
    if (total >= 0)
        free(names);
    return go_on;
}

bool each_input(bool (*call)(void *context, const struct input *input),
                void *context)
{
    static const char *const folders[] = {"tests/data", "schema/records",
                                          "tests/schema", "tests/api/data"};
    const char *top = getenv("top_srcdir");
    bool go_on = true;

    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        char folder[4096];

        snprintf(folder, sizeof folder, "%s/%s", top != NULL ? top : ".",
                 folders[i]);
        go_on = go_on && each_in(folder, call, context);
    }
    return go_on;
}
