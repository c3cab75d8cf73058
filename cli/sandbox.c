/* The sandbox: a seccomp filter of calls, and Landlock for files. */
/* SPDX-License-Identifier: MIT */
#include "sandbox.h"
#include "config.h"

#include "complain.h"

#if defined __linux__ && defined HAVE_LINUX_LANDLOCK_H &&                      \
    defined HAVE_LINUX_SECCOMP_H && !defined INSTRUMENTED &&                   \
    (defined __x86_64__ || defined __aarch64__)
#define CAN_SANDBOX 1
#else
#define CAN_SANDBOX 0
#endif

#if CAN_SANDBOX

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef __x86_64__
#define NATIVE AUDIT_ARCH_X86_64
#define OTHER_ABI 0x40000000 /* x32: the same numbers, and this bit */
#else
#define NATIVE AUDIT_ARCH_AARCH64
#define OTHER_ABI 0x7fffffff
#endif

/* Newer than the oldest header that we know. */
#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER (1ULL << 13)
#endif
#ifndef LANDLOCK_ACCESS_FS_TRUNCATE
#define LANDLOCK_ACCESS_FS_TRUNCATE (1ULL << 14)
#endif

/* Refused, as if they were not permitted. */
static const unsigned refused[] = {
    __NR_socket,
    __NR_socketpair,
    __NR_connect,
    __NR_bind,
    __NR_listen,
    __NR_accept4,
    __NR_execve,
    __NR_execveat,
    __NR_ptrace,
    __NR_bpf,
    __NR_process_vm_readv,
    __NR_process_vm_writev,
    __NR_unshare,
    __NR_mount,
    __NR_chroot,
    __NR_kexec_load,
    __NR_perf_event_open,
    __NR_userfaultfd,
    __NR_add_key,
    __NR_keyctl,
    __NR_request_key,
    __NR_setns,
    __NR_init_module,
    __NR_finit_module,
#ifdef __NR_fork
    __NR_fork,
    __NR_vfork,
#endif
#ifdef __NR_io_uring_setup
    __NR_io_uring_setup,
#endif
};

enum {
    REFUSED = sizeof refused / sizeof *refused,
    FILTER = REFUSED * 2 + 16
};

struct filter {
    struct sock_filter at[FILTER];
    unsigned short count;
};

static void put(struct filter *f, unsigned code, unsigned value,
                unsigned char yes, unsigned char no)
{
    f->at[f->count++] =
        (struct sock_filter){(unsigned short)code, yes, no, value};
}

static void load(struct filter *f, size_t offset)
{
    put(f, BPF_LD | BPF_W | BPF_ABS, (unsigned)offset, 0, 0);
}

static void answer(struct filter *f, unsigned what)
{
    put(f, BPF_RET | BPF_K, what, 0, 0);
}

/* clone3 has its flags in memory, where no filter can see them; told that
 * there is none, the C library falls back on clone. That is for threads. */
static void make_filter(struct filter *f)
{
    load(f, offsetof(struct seccomp_data, arch));
    put(f, BPF_JMP | BPF_JEQ | BPF_K, NATIVE, 1, 0);
    answer(f, SECCOMP_RET_KILL_PROCESS);
    load(f, offsetof(struct seccomp_data, nr));
    put(f, BPF_JMP | BPF_JGE | BPF_K, OTHER_ABI, 0, 1);
    answer(f, SECCOMP_RET_ERRNO | EPERM);
    for (size_t i = 0; i < REFUSED; i++) {
        put(f, BPF_JMP | BPF_JEQ | BPF_K, refused[i], 0, 1);
        answer(f, SECCOMP_RET_ERRNO | EPERM);
    }
#ifdef __NR_clone3
    put(f, BPF_JMP | BPF_JEQ | BPF_K, __NR_clone3, 0, 1);
    answer(f, SECCOMP_RET_ERRNO | ENOSYS);
#endif
    put(f, BPF_JMP | BPF_JEQ | BPF_K, __NR_clone, 0, 3);
    load(f, offsetof(struct seccomp_data, args[0]));
    put(f, BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0);
    answer(f, SECCOMP_RET_ERRNO | EPERM);
    answer(f, SECCOMP_RET_ALLOW);
}

static bool filter_calls(void)
{
    struct filter filter = {.count = 0};
    struct sock_fprog program = {.filter = filter.at};

    make_filter(&filter);
    program.len = filter.count;
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

static void allow(int rules, const char *path, uint64_t access)
{
    const int fd = open(path, O_PATH | O_CLOEXEC);
    struct landlock_path_beneath_attr beneath = {.allowed_access = access,
                                                 .parent_fd = fd};

    if (fd >= 0) { /* what is no path, or not there, needs no rule */
        syscall(__NR_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH,
                &beneath, 0);
        close(fd);
    }
}

/* Whether names come later: from a list, or from a folder. */
static bool names_come(const struct args *args)
{
    struct stat info;

    for (size_t i = 0; i < args->operand_count; i++) {
        if (stat(args->operands[i], &info) == 0 && S_ISDIR(info.st_mode)) {
            return true;
        }
    }
    return args->files_from != NULL;
}

static void allow_inputs(int rules, const struct args *args)
{
    const uint64_t file = LANDLOCK_ACCESS_FS_READ_FILE;

    if (names_come(args)) {
        allow(rules, "/", file | LANDLOCK_ACCESS_FS_READ_DIR);
        return;
    }
    for (size_t i = 0; i < args->operand_count; i++) {
        allow(rules, args->operands[i], file);
    }
    for (size_t i = 0; i < args->fact_count; i++) {
        allow(rules, args->facts[i], file);
    }
}

/* Reports are open: in their folders they are renamed, or taken away. */
static void allow_reports(int rules, const struct args *args)
{
    for (size_t i = 0; i < args->target_count; i++) {
        const char *file = args->targets[i].file;
        char *real = file != NULL ? realpath(file, NULL) : NULL;
        char *folder = real != NULL ? real : file != NULL ? strdup(file) : NULL;
        char *slash = folder != NULL ? strrchr(folder, '/') : NULL;

        if (slash != NULL) {
            slash[slash == folder] = '\0';
        }
        if (file != NULL) {
            allow(rules, slash != NULL ? folder : ".",
                  LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE);
        }
        free(folder);
    }
}

static bool restrict_files(const struct args *args)
{
    const long version = syscall(__NR_landlock_create_ruleset, NULL, 0,
                                 LANDLOCK_CREATE_RULESET_VERSION);
    struct landlock_ruleset_attr all = {
        .handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};

    if (version < 1) {
        return false;
    }
    if (version >= 2) {
        all.handled_access_fs |= LANDLOCK_ACCESS_FS_REFER;
    }
    if (version >= 3) {
        all.handled_access_fs |= LANDLOCK_ACCESS_FS_TRUNCATE;
    }
    const int rules = (int)syscall(__NR_landlock_create_ruleset, &all,
                                   sizeof all.handled_access_fs, 0);
    if (rules < 0) {
        return false;
    }
    allow_inputs(rules, args);
    allow_reports(rules, args);
    const bool good = syscall(__NR_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return good;
}

/* NULL, or what is missing. The filter is the last: it is for good. */
static const char *enter(const struct args *args)
{
    const char *missing = NULL;

    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        return "the system has no sandbox";
    }
    if (!restrict_files(args)) {
        missing = "the system has no Landlock";
    }
    return filter_calls() ? missing : "the system has no seccomp filters";
}

#else

static const char *enter(const struct args *args)
{
    (void)args;
    return "this build has no sandbox";
}

#endif

bool sandbox_enter(const struct args *args)
{
    const char *missing = args->sandbox == SANDBOX_OFF ? NULL : enter(args);

    if (missing != NULL && args->sandbox == SANDBOX_REQUIRE) {
        complain("--sandbox=require: %s", missing);
        return false;
    }
    if (missing != NULL && args->look.verbose) {
        complain("%s", missing);
    }
    return true;
}
