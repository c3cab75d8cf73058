/* A line on stderr that says how far the work has come, gone at its end. */
/* SPDX-License-Identifier: MIT */
#include "progress.h"

#include "terminal.h"
#include "walk.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* A list can be read twice where it is a file. */
static bool can_measure(const struct args *args)
{
    struct stat info;

    return args->files_from == NULL ||
           (stat(args->files_from, &info) == 0 && S_ISREG(info.st_mode));
}

static void measure(struct progress *progress, const struct args *args)
{
    struct walk walk;
    struct input input;
    struct stat info;
    bool all = true;

    walk_open(&walk, args);
    walk.quiet = true;
    while (walk_next(&walk, &input)) {
        progress->all_inputs++;
        if (input.path == NULL || stat(input.path, &info) != 0) {
            all = false;
        } else if (S_ISREG(info.st_mode)) {
            progress->all_bytes += (uint64_t)info.st_size;
        }
        free(input.path);
    }
    walk_close(&walk);
    if (!all) {
        progress->all_bytes = 0;
    }
}

void progress_begin(struct progress *progress, const struct args *args)
{
    *progress = (struct progress){.on = terminal_progress(args)};
    if (!progress->on) {
        return;
    }
    progress->patience = args->progress == WHEN_ALWAYS ? 0 : 0.5;
    progress->shared = isatty(STDOUT_FILENO);
    progress->begun = now();
    if (can_measure(args)) {
        measure(progress, args);
    }
}

void progress_count(struct progress *progress, uint64_t bytes)
{
    progress->inputs++;
    progress->bytes += bytes;
}

static size_t print_line(const struct progress *progress, double seconds,
                         char *line, size_t size)
{
    const double megabytes = (double)progress->bytes / 1e6;
    int length = snprintf(line, size, "%" PRIu64, progress->inputs);

    if (progress->all_inputs > 0) {
        length += snprintf(line + length, size - (size_t)length, " of %" PRIu64,
                           progress->all_inputs);
    }
    length += snprintf(line + length, size - (size_t)length,
                       " inputs, %.1f MB, %.1f MB/s", megabytes,
                       seconds > 0 ? megabytes / seconds : 0);
    if (progress->all_bytes > progress->bytes && progress->bytes > 0) {
        const long left =
            (long)((double)(progress->all_bytes - progress->bytes) * seconds /
                   (double)progress->bytes);
        length += snprintf(line + length, size - (size_t)length,
                           ", %ld:%02ld left", left / 60, left % 60);
    }
    return (size_t)length;
}

/* A line that is longer than the terminal is wide could not be taken back. */
static size_t width(void)
{
    struct winsize size;

    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1
               ? size.ws_col - 1u
               : 79;
}

void progress_draw(struct progress *progress)
{
    char line[160];

    if (!progress->on) {
        return;
    }
    const double time = now();
    const double seconds = time - progress->begun;
    if (seconds < progress->patience ||
        time - progress->drawn < PROGRESS_STEP / 1e3) {
        return;
    }
    size_t length = print_line(progress, seconds, line, sizeof line);
    length = length < width() ? length : width();
    fprintf(stderr, "\r%.*s\033[K", (int)length, line);
    fflush(stderr);
    progress->shown = true;
    progress->drawn = time;
}

void progress_pause(struct progress *progress)
{
    if (progress->shared && progress->shown) {
        progress_hide(progress);
        progress->drawn = 0; /* it comes back at once */
    }
}

void progress_hide(struct progress *progress)
{
    if (progress->shown) {
        fputs("\r\033[K", stderr);
        fflush(stderr);
        progress->shown = false;
    }
}
