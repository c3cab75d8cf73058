/* Runs a command whose reads or writes move less than they were asked to. */
/* SPDX-License-Identifier: MIT */

/*
 * shorten CALL TURN[+] FILE COMMAND...: from CALL (read or write), those of at
 * least LEAST bytes are counted from 1; the one that has that turn, or with +
 * each from there on, is given half of its size. FILE gets how many were. The
 * exit status is the command's; 77 where the system cannot do it.
 */
#include <elf.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined __x86_64__
#define CALL_OF(registers) ((long)(registers)->orig_rax)
#define SIZE_OF(registers) (&(registers)->rdx)
#elif defined __aarch64__
#define CALL_OF(registers) ((long)(registers)->regs[8])
#define SIZE_OF(registers) (&(registers)->regs[2])
#endif

/* What the loader of programs reads is smaller. */
enum {
    LEAST_READ = 4096,
    LEAST_WRITE = 2,
    CANNOT = 77,
    TROUBLE = 99
};

struct plan {
    long call;
    unsigned long turn, least, seen, shortened;
    int lasting;
};

#ifdef CALL_OF

static int shorten(struct plan *plan, pid_t child)
{
    struct user_regs_struct registers;
    struct iovec all = {&registers, sizeof registers};

    if (ptrace(PTRACE_GETREGSET, child, (void *)NT_PRSTATUS, &all) != 0)
        return TROUBLE;
    if (CALL_OF(&registers) != plan->call || *SIZE_OF(&registers) < plan->least)
        return 0;
    plan->seen++;
    if (plan->seen < plan->turn || (plan->seen > plan->turn && !plan->lasting))
        return 0;
    plan->shortened++;
    *SIZE_OF(&registers) /= 2;
    if (ptrace(PTRACE_SETREGSET, child, (void *)NT_PRSTATUS, &all) != 0)
        return TROUBLE;
    return 0;
}

/* Stops come in pairs, before a call and after it. */
static int follow(struct plan *plan, pid_t child)
{
    int status, signal = 0, before = 1;

    for (;;) {
        if (ptrace(PTRACE_SYSCALL, child, NULL, (void *)(long)signal) != 0 ||
            waitpid(child, &status, 0) != child)
            return TROUBLE;
        if (WIFEXITED(status))
            return WEXITSTATUS(status);
        if (WIFSIGNALED(status))
            return 128 + WTERMSIG(status);
        signal = WSTOPSIG(status);
        if (signal == SIGTRAP) /* the command has begun */
            signal = 0;
        if (signal != (SIGTRAP | 0x80))
            continue;
        signal = 0;
        if (before && shorten(plan, child) != 0)
            return TROUBLE;
        before = !before;
    }
}

static int run(struct plan *plan, char **command)
{
    pid_t child = fork();
    int status;

    if (child == 0) {
        if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
            _exit(CANNOT);
        raise(SIGSTOP);
        execvp(*command, command);
        _exit(TROUBLE);
    }
    if (child < 0 || waitpid(child, &status, 0) != child)
        return TROUBLE;
    if (WIFEXITED(status))
        return WEXITSTATUS(status);
    if (ptrace(PTRACE_SETOPTIONS, child, NULL,
               (void *)(PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL)) != 0)
        return CANNOT;
    return follow(plan, child);
}

#else

static int run(struct plan *plan, char **command)
{
    (void)plan, (void)command;
    return CANNOT;
}

#endif

int main(int argc, char **argv)
{
    struct plan plan = {.call = SYS_write, .least = LEAST_WRITE};
    int status;
    char *end;
    FILE *out;

    if (argc < 5)
        return TROUBLE;
    if (strcmp(argv[1], "read") == 0)
        plan = (struct plan){.call = SYS_read, .least = LEAST_READ};
    plan.turn = strtoul(argv[2], &end, 10);
    plan.lasting = *end == '+';
    status = run(&plan, argv + 4);
    out = fopen(argv[3], "w");
    if (out == NULL || fprintf(out, "%lu\n", plan.shortened) < 0 ||
        fclose(out) != 0)
        return TROUBLE;
    return status;
}
