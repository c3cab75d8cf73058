/* Every call of the library that opens, reads or closes an input fails. */
/* SPDX-License-Identifier: MIT */

/*
 * Each call of open, fstat, fcntl, read and close that the library makes, and
 * each read behind a FILE, fails by its turn, once and from there on, with
 * every error; reads are also interrupted, and cut short. An input is then
 * unchecked and said to be unreadable, or it has the outcome that it has
 * undisturbed. Nothing stays open, and the session works on. The linker puts
 * the functions below between the library and the system (--wrap).
 */
#include <cisvalidate/cisvalidate.h>

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum call {
    OPEN,
    FSTAT,
    FCNTL,
    READ,
    CLOSE,
    COOKIE,
    CALLS
};

static const char *const call_names[CALLS] = {
    "open", "fstat", "fcntl", "read", "close", "read behind a FILE"};

enum {
    SHORT = -1
}; /* beside errno's: less is read than was asked for */

/* What is to fail, and how often what was called. */
static struct {
    enum call call;
    int error; /* or SHORT; 0 for nothing */
    size_t at; /* the turn, from 1 */
    bool lasting;
    size_t turns[CALLS];
    size_t injected;
    long open;
} plan;

static bool fails(enum call call)
{
    size_t turn = ++plan.turns[call];

    if (plan.error == 0 || plan.call != call || turn < plan.at ||
        (turn > plan.at && !plan.lasting))
        return false;
    plan.injected++;
    errno = plan.error;
    return true;
}

int __real_open(const char *path, int flags, ...);
int __real_fstat(int fd, struct stat *info);
int __real_fcntl(int fd, int command, ...);
ssize_t __real_read(int fd, void *buffer, size_t size);
int __real_close(int fd);
int __wrap_open(const char *path, int flags, ...);
int __wrap_fstat(int fd, struct stat *info);
int __wrap_fcntl(int fd, int command, ...);
ssize_t __wrap_read(int fd, void *buffer, size_t size);
int __wrap_close(int fd);

int __wrap_open(const char *path, int flags, ...)
{
    int fd = fails(OPEN) ? -1 : __real_open(path, flags);

    plan.open += fd >= 0;
    return fd;
}

int __wrap_fstat(int fd, struct stat *info)
{
    return fails(FSTAT) ? -1 : __real_fstat(fd, info);
}

int __wrap_fcntl(int fd, int command, ...)
{
    va_list arguments;
    int flags;

    va_start(arguments, command);
    flags = command == F_SETFL ? va_arg(arguments, int) : 0;
    va_end(arguments);
    return fails(FCNTL) ? -1 : __real_fcntl(fd, command, flags);
}

static ssize_t read_unless(enum call call, int fd, void *buffer, size_t size)
{
    if (!fails(call))
        return __real_read(fd, buffer, size);
    return plan.error == SHORT ? __real_read(fd, buffer, 1) : -1;
}

ssize_t __wrap_read(int fd, void *buffer, size_t size)
{
    return read_unless(READ, fd, buffer, size);
}

/* It is closed all the same, as Linux does it. */
int __wrap_close(int fd)
{
    plan.open--;
    __real_close(fd);
    return fails(CLOSE) ? -1 : 0;
}

static ssize_t cookie_read(void *cookie, char *buffer, size_t size)
{
    return read_unless(COOKIE, *(const int *)cookie, buffer, size);
}

enum {
    COMMENT = 150000,
    PIPE = 1 << 20
};

/* One input: valid or not, and larger than one read. */
struct input {
    char path[40];
    char *bytes;
    size_t size;
    enum cis_verdict verdict;
};

typedef enum cis_status way_fn(struct cis_session *session,
                               const struct input *input);

static enum cis_status by_path(struct cis_session *session,
                               const struct input *input)
{
    return cis_session_path(session, input->path, "it");
}

static enum cis_status by_fd(struct cis_session *session,
                             const struct input *input)
{
    int fd = __real_open(input->path, O_RDONLY | O_CLOEXEC);
    enum cis_status status = cis_session_fd(session, fd, "it");

    __real_close(fd);
    return status;
}

static enum cis_status by_file(struct cis_session *session,
                               const struct input *input)
{
    int fd = __real_open(input->path, O_RDONLY | O_CLOEXEC);
    FILE *file =
        fopencookie(&fd, "r", (cookie_io_functions_t){.read = cookie_read});
    enum cis_status status = cis_session_file(session, file, "it");

    fclose(file);
    __real_close(fd);
    return status;
}

/* A pipe with a name: the writer is gone once it was written to. */
static enum cis_status by_pipe(struct cis_session *session,
                               const struct input *input)
{
    char name[40];
    int ends[2];
    enum cis_status status;

    if (pipe(ends) != 0 || __real_fcntl(ends[1], F_SETPIPE_SZ, PIPE) < 0 ||
        write(ends[1], input->bytes, input->size) != (ssize_t)input->size)
        exit(99);
    __real_close(ends[1]);
    snprintf(name, sizeof name, "/dev/fd/%d", ends[0]);
    status = cis_session_path(session, name, "it");
    __real_close(ends[0]);
    return status;
}

static const struct way {
    const char *name;
    way_fn *run;
    bool calls[CALLS];
} ways[] = {
    {"path", by_path, {[OPEN] = 1, [FSTAT] = 1, [READ] = 1, [CLOSE] = 1}},
    {"fd", by_fd, {[READ] = 1}},
    {"FILE", by_file, {[COOKIE] = 1}},
    {"pipe",
     by_pipe,
     {[OPEN] = 1, [FSTAT] = 1, [FCNTL] = 1, [READ] = 1, [CLOSE] = 1}},
};

enum {
    WAYS = sizeof ways / sizeof *ways
};

static const int errors[] = {EIO,    EINTR,     EAGAIN, EMFILE, ENOENT, EACCES,
                             ESTALE, ETIMEDOUT, ENXIO,  ENOMEM, SHORT};

enum {
    ERRORS = sizeof errors / sizeof *errors
};

static struct cis_session *session;
static uint64_t positions;

/* A signal, a short read and what close says change nothing. */
static bool is_harmless(enum call call, int error)
{
    bool reads = call == READ || call == COOKIE;

    return call == CLOSE || (reads && (error == EINTR || error == SHORT));
}

static bool makes_sense(enum call call, int error, bool lasting)
{
    bool reads = call == READ || call == COOKIE;

    return (error != SHORT || reads) && (error != EINTR || !lasting || !reads);
}

static bool told_unreadable;

static void on_finding(void *context, const struct cis_finding *finding)
{
    (void)context;
    if (strcmp(cis_finding_code(finding), "W006") == 0)
        told_unreadable = true;
}

static void disturb(enum call call, int error, size_t at, bool lasting)
{
    memset(&plan, 0, sizeof plan);
    plan.call = call;
    plan.error = error;
    plan.at = at;
    plan.lasting = lasting;
    told_unreadable = false;
}

static bool as_undisturbed(enum cis_status status, const struct input *input)
{
    return status == CIS_OK && !told_unreadable &&
           cis_session_verdict(session) == input->verdict;
}

static bool as_unreadable(enum cis_status status)
{
    return status == CIS_IO_ERROR && told_unreadable &&
           cis_session_verdict(session) == CIS_UNCHECKED;
}

/* False once the turn is behind the last one; *good tells of the outcome. */
static bool try_turn(const struct way *way, const struct input *input,
                     enum call call, int error, size_t at, bool lasting,
                     bool *good)
{
    enum cis_status status;
    bool right, works;

    disturb(call, error, at, lasting);
    status = way->run(session, input);
    if (plan.injected == 0)
        return false;
    positions++;
    right = is_harmless(call, error) ? as_undisturbed(status, input)
                                     : as_unreadable(status);
    works = plan.open == 0;
    disturb(call, 0, 0, false);
    works = works && as_undisturbed(way->run(session, input), input);
    if (!right || !works) {
        printf("# %s of %s, error %d%s, turn %zu: %s\n", call_names[call],
               way->name, error, lasting ? " and on" : "", at,
               right ? "something stays behind" : "a wrong outcome");
        *good = false;
    }
    return true;
}

static bool try_call(const struct way *way, const struct input *input,
                     enum call call)
{
    uint64_t before = positions;
    bool good = true;

    for (size_t e = 0; e < ERRORS; e++)
        for (int lasting = 0; lasting < 2; lasting++)
            for (size_t at = 1;
                 makes_sense(call, errors[e], lasting) &&
                 try_turn(way, input, call, errors[e], at, lasting, &good);
                 at++)
                ;
    return good && positions > before;
}

/* The bytes of the record; a long comment makes it need several reads. */
static bool load(struct input *input, size_t comment, const char *from,
                 const char *to)
{
    const char *top = getenv("top_srcdir");
    char path[4096], *at;
    size_t size;
    FILE *in;
    int fd;

    snprintf(path, sizeof path, "%s/tests/schema/remote.xml",
             top != NULL ? top : ".");
    in = fopen(path, "rb");
    input->bytes = calloc(1, 65536 + comment);
    if (in == NULL || input->bytes == NULL)
        return false;
    size = fread(input->bytes, 1, 32768, in);
    fclose(in);
    at = strstr(input->bytes, from);
    if (at == NULL)
        return false;
    memcpy(at, to, strlen(to));
    memcpy(input->bytes + size, "<!--", 4);
    memset(input->bytes + size + 4, ' ', comment);
    memcpy(input->bytes + size + 4 + comment, "-->", 3);
    input->size = size + comment + 7;
    strcpy(input->path, "/tmp/cisvalidate-inputs-XXXXXX");
    fd = mkstemp(input->path);
    return fd >= 0 &&
           write(fd, input->bytes, input->size) == (ssize_t)input->size &&
           __real_close(fd) == 0;
}

static void forget(struct input *input)
{
    unlink(input->path);
    free(input->bytes);
}

int main(void)
{
    struct cis_validator *validator;
    struct input inputs[2] = {{.verdict = CIS_VALID}, {.verdict = CIS_INVALID}};
    bool all = true;
    int count = 0;

    if (!load(&inputs[0], COMMENT, "<dates", "<dates") ||
        !load(&inputs[1], COMMENT, "<dates", "<dater") ||
        cis_validator_new(NULL, &validator) != CIS_OK ||
        cis_session_new(validator, &session) != CIS_OK)
        return 99;
    cis_session_on_finding(session, on_finding, NULL);
    for (size_t w = 0; w < WAYS; w++)
        for (int call = 0; call < CALLS; call++)
            for (int i = 0; i < 2 && ways[w].calls[call]; i++) {
                bool good = try_call(&ways[w], &inputs[i], (enum call)call);
                printf("%s %d - %s, %s: %s\n", good ? "ok" : "not ok", ++count,
                       i == 0 ? "valid" : "invalid", ways[w].name,
                       call_names[call]);
                all = all && good;
            }
    printf("# %llu positions\n1..%d\n", (unsigned long long)positions, count);
    cis_session_free(session);
    cis_validator_free(validator);
    forget(&inputs[0]);
    forget(&inputs[1]);
    return !all;
}
