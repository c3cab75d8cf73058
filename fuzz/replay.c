/* Runs a fuzz target over files and folders, without a fuzzing engine. */
/* SPDX-License-Identifier: MIT */
/*
 * With arguments, every file named, and every file below a folder named, is
 * given to the target. Without, the seeds of the target are, which are in
 * $top_srcdir/fuzz/seeds/NAME for the program fuzz_NAME, and what inputs.txt
 * has for it. The output is TAP: one point for each file or folder named, and
 * the last file that is told of where the target has crashed.
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
    unsigned ran;    /* inputs */
    unsigned points; /* of TAP */
    bool failed;
};

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

static void run_named(struct replay *replay, const char *path)
{
    unsigned before = replay->ran;

    run_path(replay, path);
    printf("ok %u - %u of %s\n", ++replay->points, replay->ran - before, path);
}

static const char *in_tree(const char *path, char room[static 4096])
{
    const char *top = getenv("top_srcdir");

    snprintf(room, 4096, "%s/%s", top != NULL ? top : ".", path);
    return room;
}

/* "TARGET PATH", line by line. */
static void run_listed(struct replay *replay, const char *name)
{
    char path[4096], line[256], target[32], listed[224];
    FILE *list = fopen(in_tree("fuzz/inputs.txt", path), "r");

    if (list == NULL) {
        fail(replay, path);
        return;
    }
    while (fgets(line, sizeof line, list) != NULL)
        if (sscanf(line, "%31s %223s", target, listed) == 2 &&
            strcmp(target, name) == 0)
            run_named(replay, in_tree(listed, path));
    fclose(list);
}

static void run_seeds(struct replay *replay, const char *program)
{
    const char *slash = strrchr(program, '/');
    const char *name = strstr(slash != NULL ? slash : program, "fuzz_");
    char path[4096], seeds[64];
    struct stat status;

    if (name == NULL)
        return;
    name += strlen("fuzz_");
    snprintf(seeds, sizeof seeds, "fuzz/seeds/%s", name);
    if (stat(in_tree(seeds, path), &status) == 0)
        run_named(replay, path);
    run_listed(replay, name);
}

int main(int argc, char **argv)
{
    struct replay replay = {0, 0, false};

    if (LLVMFuzzerInitialize != NULL)
        LLVMFuzzerInitialize(&argc, &argv);
    if (argc < 2)
        run_seeds(&replay, argv[0]);
    for (int i = 1; i < argc; i++)
        run_named(&replay, argv[i]);
    if (replay.failed)
        printf("Bail out! A file or folder could not be read\n");
    else if (replay.ran == 0)
        printf("1..0 # SKIP no inputs\n");
    else
        printf("1..%u\n", replay.points);
    return replay.failed ? 1 : 0;
}
