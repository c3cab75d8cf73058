/* What to check: files, folders and lists of files, one input after another. */
/* SPDX-License-Identifier: MIT */
#include "walk.h"

#include "folder.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

void walk_open(struct walk *walk, const struct args *args)
{
    *walk = (struct walk){.args = args};
}

/* At most once about each operand. */
static void fault(struct walk *walk, enum exit_class class, const char *what,
                  const char *detail)
{
    walk->found++; /* nothing more is to say */
    walk->worst = exit_worse(walk->worst, class);
    if (!walk->quiet) {
        complain("%s %s: %s", what, walk->from, detail);
    }
}

static void no_memory(struct walk *walk)
{
    walk->over = true;
    walk->from = NULL;
    walk->worst = EXIT_UNCHECKED;
    if (!walk->quiet) {
        complain("%s", cis_status_text(CIS_NO_MEMORY));
    }
}

/* path: to become the input's. */
static bool give(struct walk *walk, struct input *input, char *path, int error)
{
    *input = (struct input){.path = path, .error = error};
    walk->found++;
    return true;
}

static bool leads_to_folder(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* Goes into the folder; true where that cannot be read, and so is an input. */
static bool enter(struct walk *walk, struct input *input, char *path)
{
    int error;
    struct folder *folder = folder_new(path, walk->folders, &error);

    if (folder == NULL || error == ENOMEM) {
        free(path);
        if (folder != NULL) {
            folder_free(folder);
        }
        no_memory(walk);
        return false;
    }
    walk->folders = folder;
    if (error != 0) {
        return give(walk, input, path, error);
    }
    free(path);
    return false;
}

/* An operand or a line of a list; true where it is an input. */
static bool take(struct walk *walk, struct input *input, char *path)
{
    if (path == NULL) {
        no_memory(walk);
        return false;
    }
    return leads_to_folder(path) ? enter(walk, input, path)
                                 : give(walk, input, path, 0);
}

static bool take_from_folder(struct walk *walk, struct input *input)
{
    struct folder *folder = walk->folders;

    if (folder->next == folder->count) {
        walk->folders = folder_free(folder);
        return false;
    }
    char *path = folder->names[folder->next];
    folder->names[folder->next++] = NULL;
    return path[strlen(path) - 1] == '/' ? enter(walk, input, path)
                                         : give(walk, input, path, 0);
}

/* What was under way is over. */
static void leave(struct walk *walk)
{
    if (walk->from != NULL && walk->found == 0) {
        fault(walk, EXIT_USAGE, "nothing to check in",
              walk->list != NULL ? "it is empty" : "it has no *.xml");
    }
    walk->from = NULL;
    walk->found = 0;
}

static bool take_operand(struct walk *walk, struct input *input)
{
    const char *operand = walk->args->operands[walk->next++];

    leave(walk);
    if (strcmp(operand, "-") == 0) {
        return give(walk, input, NULL, 0);
    }
    walk->from = operand;
    return take(walk, input, strdup(operand));
}

/* false where it cannot be read. */
static bool open_list(struct walk *walk)
{
    const char *name = walk->args->files_from;

    leave(walk);
    walk->from = name;
    errno = 0;
    walk->list = strcmp(name, "-") == 0 ? stdin : fopen(name, "re");
    if (walk->list == NULL) {
        fault(walk, EXIT_USAGE, "cannot read the list", strerror(errno));
        walk->over = true;
    }
    return walk->list != NULL;
}

/* The next line that is not empty, without its end; NULL after the last. */
static char *read_line(struct walk *walk)
{
    const char end = walk->args->zero ? '\0' : '\n';
    char *line = NULL;
    size_t size = 0;
    ssize_t length;

    do {
        errno = 0;
        length = getdelim(&line, &size, end, walk->list);
        if (length > 0 && line[length - 1] == end) {
            line[--length] = '\0';
        }
    } while (length == 0);
    if (length > 0) {
        return line;
    }
    if (ferror(walk->list) || !feof(walk->list)) {
        fault(walk, EXIT_UNCHECKED, "cannot read the list", strerror(errno));
    }
    free(line);
    return NULL;
}

static bool take_line(struct walk *walk, struct input *input)
{
    char *line = NULL;

    if (walk->list != NULL || open_list(walk)) {
        line = read_line(walk);
    }
    walk->over = line == NULL;
    return line != NULL && take(walk, input, line);
}

/* true where the step came to an input. */
static bool step(struct walk *walk, struct input *input)
{
    if (walk->folders != NULL) {
        return take_from_folder(walk, input);
    }
    if (walk->next < walk->args->operand_count) {
        return take_operand(walk, input);
    }
    if (walk->args->files_from != NULL) {
        return take_line(walk, input);
    }
    walk->over = true;
    return false;
}

bool walk_next(struct walk *walk, struct input *input)
{
    while (!walk->over) {
        if (step(walk, input)) {
            return true;
        }
    }
    return false;
}

enum exit_class walk_close(struct walk *walk)
{
    while (walk->folders != NULL) {
        walk->folders = folder_free(walk->folders);
    }
    leave(walk);
    if (walk->list != NULL && walk->list != stdin) {
        fclose(walk->list);
    }
    return walk->worst;
}
