/* Where a report goes: standard output, or a file that appears whole. */
/* SPDX-License-Identifier: MIT */
#include "output.h"

#include "leftover.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void fail(struct output *output)
{
    if (output->error == 0) {
        output->error = errno != 0 ? errno : EIO;
    }
}

/* "folder/.cisvalidate-XXXXXX" beside the place, for mkstemp. */
static char *name_beside(const char *place)
{
    static const char name[] = ".cisvalidate-XXXXXX";
    const char *slash = strrchr(place, '/');
    const size_t folder = slash == NULL ? 0 : (size_t)(slash - place) + 1;
    char *beside = malloc(folder + sizeof name);

    if (beside != NULL) {
        memcpy(beside, place, folder);
        memcpy(beside + folder, name, sizeof name);
    }
    return beside;
}

/* The permissions that the file has, or that a new one would get. */
static mode_t mode_of(const struct stat *old)
{
    const mode_t mask = umask(0);

    umask(mask);
    return old != NULL ? old->st_mode & 0777 : 0666 & ~mask;
}

static FILE *create(struct output *output, mode_t mode)
{
    const int fd = leftover_make(output->temporary);

    if (fd < 0) {
        output->temporary[0] = '\0';
        return NULL;
    }
    FILE *stream = fchmod(fd, mode) == 0 ? fdopen(fd, "w") : NULL;
    if (stream == NULL) {
        close(fd);
    }
    return stream;
}

static FILE *open_beside(struct output *output, const struct stat *old)
{
    /* A link stays a link: what it leads to is replaced. */
    output->place =
        old != NULL ? realpath(output->file, NULL) : strdup(output->file);
    if (output->place == NULL) {
        return NULL;
    }
    output->temporary = name_beside(output->place);
    return output->temporary == NULL ? NULL : create(output, mode_of(old));
}

void output_open(struct output *output, const char *file)
{
    struct stat old;

    *output = (struct output){.file = file};
    errno = 0;
    if (file == NULL) {
        output->stream = stdout;
    } else if (stat(file, &old) != 0) {
        output->stream = open_beside(output, NULL);
    } else if (S_ISREG(old.st_mode)) {
        output->stream = open_beside(output, &old);
    } else {
        output->stream = fopen(file, "w");
    }
    if (output->stream == NULL) {
        fail(output);
    }
}

void output_flush(struct output *output)
{
    errno = 0;
    if (output->stream != NULL &&
        (fflush(output->stream) != 0 || ferror(output->stream))) {
        fail(output);
    }
}

static void put_in_place(struct output *output)
{
    if (output->temporary == NULL || output->temporary[0] == '\0') {
        return;
    }
    if (output->error == 0 && !output->abandoned &&
        rename(output->temporary, output->place) != 0) {
        fail(output);
    }
    if (output->error != 0 || output->abandoned) {
        unlink(output->temporary);
    }
    leftover_forget(output->temporary);
}

void output_close(struct output *output)
{
    output_flush(output);
    errno = 0;
    if (output->stream != NULL && fclose(output->stream) != 0) {
        fail(output);
    }
    output->stream = NULL;
    put_in_place(output);
    free(output->place);
    free(output->temporary);
    output->place = output->temporary = NULL;
}
