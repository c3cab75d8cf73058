/* The sandbox, by attempts: what must fail fails, what must work works. */
/* SPDX-License-Identifier: MIT */
#include "cli/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int count;
static bool failed;

static void result(bool good, const char *name)
{
    printf("%s %d - %s\n", good ? "ok" : "not ok", ++count, name);
    failed = failed || !good;
}

static bool opens(const char *path, int flags)
{
    int fd = open(path, flags, 0600);

    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

static void *work(void *context)
{
    *(bool *)context = !opens("other", O_RDONLY) && malloc(100000) != NULL;
    return NULL;
}

static bool thread_works(void)
{
    bool worked = false;
    pthread_t thread;

    return pthread_create(&thread, NULL, work, &worked) == 0 &&
           pthread_join(thread, NULL) == 0 && worked;
}

static bool starts_program(void)
{
    char *const words[] = {(char[]){"true"}, NULL};

    return execv("/bin/true", words) == 0 || errno != EPERM;
}

static bool forks(void)
{
    pid_t child = fork();

    if (child == 0)
        _exit(0);
    return child > 0;
}

static void try_processes(void)
{
    result(!forks(), "no fork");
    result(!starts_program(), "no exec");
    result(system("true") != 0, "no shell");
    result(popen("true", "r") == NULL, "no pipe to a program");
    result(socket(AF_INET, SOCK_STREAM, 0) < 0 && errno == EPERM,
           "no socket of the internet");
    result(socket(AF_UNIX, SOCK_DGRAM, 0) < 0, "no local socket");
    result(thread_works(), "a thread");
}

static void try_files(int report)
{
    result(opens("input", O_RDONLY), "the input is read");
    result(!opens("input", O_WRONLY), "the input is not written");
    result(!opens("other", O_RDONLY), "no other file is read");
    result(!opens("/etc/passwd", O_RDONLY), "nor one of the system");
    result(!opens("absent", O_RDONLY) && errno == ENOENT,
           "a file that is not there is told as such");
    result(!opens("new", O_WRONLY | O_CREAT), "no file is made");
    result(unlink("input") != 0, "none is removed");
    result(mkdir("folder2", 0700) != 0, "no folder is made");
    result(write(report, "x", 1) == 1, "the report that is open is written");
    result(rename("reports/temporary", "reports/report") == 0,
           "and is put in its place");
    result(!opens("reports/report", O_RDONLY), "but not read");
}

static bool touch(const char *name)
{
    return opens(name, O_WRONLY | O_CREAT);
}

/* In a child: nobody comes back out of a sandbox. */
static int try_all(void)
{
    char *operands[] = {(char[]){"input"}, (char[]){"absent"}};
    struct args args = {.sandbox = SANDBOX_REQUIRE,
                        .operands = operands,
                        .operand_count = 2,
                        .targets = {{.file = "reports/report"}},
                        .target_count = 1};
    int report = open("reports/temporary", O_WRONLY | O_CREAT, 0600);

    if (!sandbox_enter(&args)) {
        printf("1..0 # SKIP there is no sandbox here\n");
        return 0;
    }
    try_processes();
    try_files(report);
    printf("1..%d\n", count);
    return failed;
}

static void tidy(const char *folder)
{
    static const char *const names[] = {"reports/report", "reports/temporary",
                                        "reports",        "input",
                                        "other",          "new",
                                        "folder2",        "."};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (unlink(names[i]) != 0)
            rmdir(names[i][0] == '.' ? folder : names[i]);
}

int main(void)
{
    char folder[] = "/tmp/cisvalidate-XXXXXX";
    int status = 0;
    pid_t child;

    if (mkdtemp(folder) == NULL || chdir(folder) != 0 ||
        mkdir("reports", 0700) != 0 || !touch("input") || !touch("other") ||
        (child = fork()) < 0)
        return 99;
    if (child == 0)
        exit(try_all());
    waitpid(child, &status, 0);
    tidy(folder);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 99;
}
