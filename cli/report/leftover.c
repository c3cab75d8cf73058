/* Files to remove where a signal ends the command before they are whole. */
/* SPDX-License-Identifier: MIT */
#include "leftover.h"

#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    MOST = 16
};

/* Signals that end a program, and are no fault of it. */
static const int ends[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGALRM, SIGXCPU};

/* A signal handler is given nothing else to look at. */
static const char *volatile paths[MOST];

static void remove_all(int signal_number)
{
    for (int i = 0; i < MOST; i++) {
        if (paths[i] != NULL) {
            unlink(paths[i]);
        }
    }
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

/* What is ignored, as nohup does, stays ignored. */
static void watch(int signal_number)
{
    struct sigaction action;

    if (sigaction(signal_number, NULL, &action) == 0 &&
        action.sa_handler == SIG_DFL) {
        action = (struct sigaction){.sa_handler = remove_all};
        sigaction(signal_number, &action, NULL);
    }
}

static void remember(const char *path)
{
    for (int i = 0; i < MOST; i++) {
        if (paths[i] == NULL) {
            paths[i] = path;
            break;
        }
    }
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        watch(ends[i]);
    }
}

int leftover_make(char *path)
{
    sigset_t held, before;

    sigemptyset(&held);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        sigaddset(&held, ends[i]);
    }
    pthread_sigmask(SIG_BLOCK, &held, &before);
    const int fd = mkstemp(path);
    if (fd >= 0) {
        remember(path);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return fd;
}

void leftover_forget(const char *path)
{
    for (int i = 0; i < MOST; i++) {
        if (paths[i] == path) {
            paths[i] = NULL;
        }
    }
}
