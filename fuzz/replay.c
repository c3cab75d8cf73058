/* Runs a fuzz target over files and folders, without a fuzzing engine. */
/* SPDX-License-Identifier: MIT */
/*
 * With arguments, every file named, and every file below a folder named, is
 * given to the target. Without, the seeds of the target are, which are in
 * $top_srcdir/fuzz/seeds/NAME for the program fuzz_NAME, and the output is TAP.
 */
#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);
#pragma weak LLVMFuzzerInitialize

struct replay {
    unsigned ran;
    bool failed;
};

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash != NULL ? slash + 1 : path;
}

static void fail(struct replay *replay, const char *path)
{
    replay->failed = true;
    perror(path);
}

/* The bytes of a file in memory of exactly their size: an overrun is seen. */
static uint8_t *read_all(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    uint8_t *data = NULL;
    long end = -1;

    if (file == NULL)
        return NULL;
    if (fseek(file, 0, SEEK_END) == 0)
        end = ftell(file);
    if (end >= 0 && fseek(file, 0, SEEK_SET) == 0) {
        *size = (size_t)end;
        data = malloc(*size > 0 ? *size : 1);
    }
    if (data != NULL && fread(data, 1, *size, file) != *size) {
        free(data);
        data = NULL;
    }
    fclose(file);
    return data;
}

static void run_file(struct replay *replay, const char *path)
{
    size_t size = 0;
    uint8_t *data = read_all(path, &size);

    if (data == NULL) {
        fail(replay, path);
        return;
    }
    printf("# %s\n", path);
    fflush(stdout); /* the last words, if the target crashes */
    LLVMFuzzerTestOneInput(data, size);
    free(data);
    replay->ran++;
    printf("ok %u - %s\n", replay->ran, base_name(path));
}

static int visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static void run_path(struct replay *replay, const char *path);

static void run_folder(struct replay *replay, const char *path)
{
    struct dirent **entries = NULL;
    int count = scandir(path, &entries, visible, alphasort);

    if (count < 0) {
        fail(replay, path);
        return;
    }
    for (int i = 0; i < count; i++) {
        size_t room = strlen(path) + strlen(entries[i]->d_name) + 2;
        char *below = malloc(room);

        if (below != NULL) {
            snprintf(below, room, "%s/%s", path, entries[i]->d_name);
            run_path(replay, below);
        } else {
            fail(replay, path);
        }
        free(below);
        free(entries[i]);
    }
    free(entries);
}

static void run_path(struct replay *replay, const char *path)
{
    struct stat status;

    if (stat(path, &status) != 0)
        fail(replay, path);
    else if (S_ISDIR(status.st_mode))
        run_folder(replay, path);
    else
        run_file(replay, path);
}

static void run_seeds(struct replay *replay, const char *program)
{
    const char *name = strstr(base_name(program), "fuzz_");
    const char *top = getenv("top_srcdir");
    char path[4096];
    struct stat status;

    snprintf(path, sizeof path, "%s/fuzz/seeds/%s", top != NULL ? top : ".",
             name != NULL ? name + strlen("fuzz_") : "");
    if (stat(path, &status) == 0)
        run_folder(replay, path);
}

int main(int argc, char **argv)
{
    struct replay replay = {0, false};

    if (LLVMFuzzerInitialize != NULL)
        LLVMFuzzerInitialize(&argc, &argv);
    if (argc < 2)
        run_seeds(&replay, argv[0]);
    for (int i = 1; i < argc; i++)
        run_path(&replay, argv[i]);
    if (replay.failed)
        printf("Bail out! A file or folder could not be read\n");
    else if (replay.ran == 0)
        printf("1..0 # SKIP no inputs\n");
    else
        printf("1..%u\n", replay.ran);
    return replay.failed ? 1 : 0;
}
