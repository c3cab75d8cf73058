/* cisvalidate: validates XML records of CIS summits. */
/* SPDX-License-Identifier: MIT */
#include "args.h"
#include "check.h"
#include "complain.h"
#include "info.h"
#include "selftest.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

/* A standard stream that was closed is opened so that using it fails, and no
 * other file takes its number. */
static void fill_standard_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) == -1 && errno == EBADF) {
            (void)!open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
        }
    }
}

int main(int argc, char **argv)
{
    __attribute__((cleanup(args_free))) struct args args;

    fill_standard_streams();
    signal(SIGPIPE, SIG_IGN); /* these two are write errors */
    signal(SIGXFSZ, SIG_IGN);
    setvbuf(stderr, NULL, _IOLBF, BUFSIZ);
    if (!args_parse(&args, argc, argv)) {
        return EXIT_USAGE;
    }
    switch (args.action) {
    case ACTION_CHECK:
        return (int)check_inputs(&args);
    case ACTION_SELF_TEST:
        return (int)self_test(&args);
    default:
        return (int)info_print(&args);
    }
}
