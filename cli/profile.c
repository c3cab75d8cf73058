/* The profile that the command line names, with all that it includes. */
/* SPDX-License-Identifier: MIT */
#include "profile.h"

#include "whole.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* No more than the library takes: a larger one is a mistake. */
enum {
    PROFILE_MOST = 1 << 20
};

/* Beside values of errno. */
enum {
    NOT_A_FILE = -1
};

/* A file that was read, by the path on which it was met first. */
struct profile_file {
    dev_t device;
    ino_t inode;
    char *path;
    struct whole content;
    struct profile_file *next;
};

/* on_finding gets the look, the files are ours. */
struct profile_run {
    struct report_look look;
    struct profile_file *files;
    cis_finding_fn *on_finding;
};

static void free_file(struct profile_file *file)
{
    whole_free(&file->content);
    free(file->path);
    free(file);
}

static void free_files(struct profile_run *run)
{
    while (run->files != NULL) {
        struct profile_file *file = run->files;
        run->files = file->next;
        free_file(file);
    }
}

static struct profile_file *find_file(const struct profile_run *run,
                                      const struct stat *info)
{
    struct profile_file *file = run->files;

    while (file != NULL &&
           (file->device != info->st_dev || file->inode != info->st_ino)) {
        file = file->next;
    }
    return file;
}

/* Takes the path. NULL for an error, which is an errno value. */
static struct profile_file *add_file(struct profile_run *run, char *path,
                                     const struct stat *info, int *error)
{
    struct profile_file *file = calloc(1, sizeof *file);

    if (file == NULL) {
        free(path);
        *error = ENOMEM;
        return NULL;
    }
    file->path = path;
    file->device = info->st_dev;
    file->inode = info->st_ino;
    *error = whole_read(&file->content, path, PROFILE_MOST);
    if (*error != 0) {
        free_file(file);
        return NULL;
    }
    file->next = run->files;
    run->files = file;
    return file;
}

/* The first may be a pipe; nothing is waited for that a profile names. */
static int look_at(const struct profile_run *run, const char *path,
                   struct stat *info)
{
    if (path == NULL) {
        return ENOMEM;
    }
    if (stat(path, info) != 0) {
        return errno;
    }
    return run->files != NULL && !S_ISREG(info->st_mode) &&
                   !S_ISDIR(info->st_mode)
               ? NOT_A_FILE
               : 0;
}

/* Takes the path, NULL for want of memory. NULL for an error, which is an
 * errno value or NOT_A_FILE. */
static struct profile_file *get_file(struct profile_run *run, char *path,
                                     int *error)
{
    struct stat info;

    *error = look_at(run, path, &info);
    if (*error != 0) {
        free(path);
        return NULL;
    }
    struct profile_file *file = find_file(run, &info);
    if (file != NULL) {
        free(path);
        return file;
    }
    return add_file(run, path, &info, error);
}

/* A path that is written in the file `from`. */
static char *path_from(const char *from, const char *href)
{
    const char *slash = href[0] == '/' ? NULL : strrchr(from, '/');
    const size_t folder = slash != NULL ? (size_t)(slash + 1 - from) : 0;
    char *path = malloc(folder + strlen(href) + 1);

    if (path != NULL) {
        memcpy(path, from, folder);
        strcpy(path + folder, href);
    }
    return path;
}

static enum cis_status include(void *context, const char *from,
                               const char *href, struct cis_included *found)
{
    int error;
    const struct profile_file *file =
        get_file(context, path_from(from, href), &error);

    if (file == NULL) {
        found->why =
            error == NOT_A_FILE ? "it is no regular file" : strerror(error);
        return error == ENOMEM ? CIS_NO_MEMORY : CIS_IO_ERROR;
    }
    found->name = file->path;
    found->bytes = file->content.bytes;
    found->size = file->content.size;
    return CIS_OK;
}

static void on_finding(void *context, const struct cis_finding *finding)
{
    struct profile_run *run = context;

    run->on_finding(&run->look, finding);
}

static enum exit_class judge(enum cis_status status, const char *path)
{
    if (status == CIS_OK) {
        return EXIT_GOOD;
    }
    if (status == CIS_BAD_PROFILE) {
        complain("the profile %s cannot be used", path);
        return EXIT_USAGE;
    }
    complain("%s", cis_status_text(status));
    return EXIT_UNCHECKED;
}

enum exit_class profile_read(const struct args *args,
                             struct cis_options *options, cis_finding_fn *show)
{
    __attribute__((cleanup(free_files))) struct profile_run run = {
        .look = args->look, .on_finding = show};

    if (args->profile == NULL) {
        return EXIT_GOOD;
    }
    int error;
    const struct profile_file *file =
        get_file(&run, strdup(args->profile), &error);
    if (file == NULL) {
        complain("cannot read the profile %s: %s", args->profile,
                 strerror(error));
        return error == ENOMEM ? EXIT_UNCHECKED : EXIT_USAGE;
    }
    return judge(
        cis_options_read_profile(options, file->path, file->content.bytes,
                                 file->content.size, include, on_finding, &run),
        args->profile);
}
