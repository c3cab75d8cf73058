/* A folder's list of what to check in it, sorted by bytes. */
/* SPDX-License-Identifier: MIT */
#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static bool ends_with_xml(const char *name)
{
    const size_t length = strlen(name);

    return length >= 4 && memcmp(name + length - 4, ".xml", 4) == 0;
}

/* "folder/name", or "folder/name/" for a folder; NULL where memory fails. */
static char *join(const char *folder, const char *name, bool is_folder)
{
    const size_t first = strlen(folder);
    const size_t second = strlen(name);
    const bool slash = first > 0 && folder[first - 1] != '/';
    char *path = malloc(first + second + 3);
    char *to = path;

    if (path == NULL) {
        return NULL;
    }
    to = (char *)mempcpy(to, folder, first);
    if (slash) {
        *to++ = '/';
    }
    to = (char *)mempcpy(to, name, second);
    if (is_folder) {
        *to++ = '/';
    }
    *to = '\0';
    return path;
}

static bool is_folder(int fd, const struct dirent *entry, int flags)
{
    struct stat info;

    if (entry->d_type != DT_UNKNOWN && entry->d_type != DT_LNK) {
        return entry->d_type == DT_DIR;
    }
    return fstatat(fd, entry->d_name, &info, flags) == 0 &&
           S_ISDIR(info.st_mode);
}

/* 0 or an errno value. */
static int put(struct folder *folder, char *path)
{
    if (path == NULL) {
        return ENOMEM;
    }
    if (folder->count == folder->size) {
        const size_t size = folder->size == 0 ? 16 : folder->size * 2;
        char **names = realloc(folder->names, size * sizeof *names);
        if (names == NULL) {
            free(path);
            return ENOMEM;
        }
        folder->names = names;
        folder->size = size;
    }
    folder->names[folder->count++] = path;
    return 0;
}

static int put_entry(struct folder *folder, const char *path, int fd,
                     const struct dirent *entry)
{
    const char *name = entry->d_name;

    if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0) {
        return 0;
    }
    if (is_folder(fd, entry, AT_SYMLINK_NOFOLLOW)) {
        return put(folder, join(path, name, true));
    }
    if (!ends_with_xml(name) ||
        (entry->d_type == DT_LNK && is_folder(fd, entry, 0))) {
        return 0;
    }
    return put(folder, join(path, name, false));
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static int list(struct folder *folder, const char *path)
{
    DIR *stream = opendir(path);
    const struct dirent *entry;
    int error = 0;

    if (stream == NULL) {
        return errno;
    }
    errno = 0;
    while (error == 0 && (entry = readdir(stream)) != NULL) {
        error = put_entry(folder, path, dirfd(stream), entry);
        errno = 0;
    }
    if (error == 0) {
        error = errno;
    }
    closedir(stream);
    return error;
}

struct folder *folder_new(const char *path, struct folder *outer, int *error)
{
    struct folder *folder = calloc(1, sizeof *folder);

    *error = ENOMEM;
    if (folder == NULL) {
        return NULL;
    }
    folder->outer = outer;
    *error = list(folder, path);
    if (folder->count > 0) {
        qsort(folder->names, folder->count, sizeof *folder->names, by_bytes);
    }
    return folder;
}

struct folder *folder_free(struct folder *folder)
{
    struct folder *outer = folder->outer;

    for (size_t i = 0; i < folder->count; i++) {
        free(folder->names[i]);
    }
    free(folder->names);
    free(folder);
    return outer;
}
