/* Inputs: path, descriptor, FILE, memory and callback, all fed to a session. */
/* SPDX-License-Identifier: MIT */
#include "session.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum cis_status unreadable(struct cis_session *s, const char *why)
{
    enum cis_status status = session_refuse(s, CODE_W006, why);

    return status == CIS_OK ? CIS_IO_ERROR : status;
}

/* The C library's own words would follow the locale. */
static const struct {
    int error;
    const char *words;
} reasons[] = {
    {ENOENT, "there is no such file"},
    {ENOTDIR, "a part of its path is not a directory"},
    {EISDIR, "it is a directory"},
    {EACCES, "permission denied"},
    {EPERM, "permission denied"},
    {ELOOP, "its symbolic links lead in a circle"},
    {ENAMETOOLONG, "its name is too long"},
    {EIO, "the device reports an error"},
    {ESTALE, "the network file system has lost it"},
    {ETIMEDOUT, "the network file system does not answer"},
    {ENXIO, "there is nothing behind it"},
    {EMFILE, "too many files are open"},
    {ENFILE, "too many files are open"},
    {EPIPE, "nobody writes to this pipe"},
    {EAGAIN, "it has no bytes at the moment"},
    {EBADF, "it is not open for reading"},
};

static enum cis_status unreadable_errno(struct cis_session *s, int error)
{
    char text[64];

    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].error == error)
            return unreadable(s, reasons[i].words);
    snprintf(text, sizeof text, "it cannot be read (error %d)", error);
    return unreadable(s, text);
}

/* Feeds the session until the callback has no more, or nothing more can
 * change what was found. */
static enum cis_status pump(struct cis_session *s, cis_read_fn *read_more,
                            void *context)
{
    enum cis_status status = CIS_OK;
    long got;

    while (status == CIS_OK) {
        got = read_more(context, s->chunk, sizeof s->chunk);
        if (got == 0)
            return cis_session_end(s);
        if (got < 0)
            return unreadable_errno(s, (int)-got);
        if ((unsigned long)got > sizeof s->chunk)
            return unreadable(s, "the read function gave more than asked");
        status = cis_session_feed(s, s->chunk, (size_t)got);
        if (status == CIS_OK && s->stream.over)
            return cis_session_end(s);
    }
    return status;
}

enum cis_status cis_session_read(struct cis_session *session,
                                 cis_read_fn *read_more, void *context,
                                 const char *name)
{
    enum cis_status status = cis_session_begin(session, name);

    return status == CIS_OK ? pump(session, read_more, context) : status;
}

enum cis_status cis_session_memory(struct cis_session *session,
                                   const void *bytes, size_t size,
                                   const char *name)
{
    enum cis_status status = cis_session_begin(session, name);

    if (status == CIS_OK)
        status = cis_session_feed(session, bytes, size);
    return status == CIS_OK ? cis_session_end(session) : status;
}

static long read_fd(void *context, void *buffer, size_t size)
{
    const int *fd = context;
    ssize_t got;

    do
        got = read(*fd, buffer, size);
    while (got < 0 && errno == EINTR);
    return got >= 0 ? (long)got : -(long)errno;
}

enum cis_status cis_session_fd(struct cis_session *session, int fd,
                               const char *name)
{
    return cis_session_read(session, read_fd, &fd, name);
}

/* By a signal, which is no error of the input. */
static bool interrupted(FILE *file)
{
    if (!ferror(file) || errno != EINTR)
        return false;
    clearerr(file);
    return true;
}

static long read_file(void *context, void *buffer, size_t size)
{
    FILE *file = context;
    size_t got;

    do {
        errno = 0;
        got = fread(buffer, 1, size, file);
    } while (interrupted(file) && got == 0);
    if (got == 0 && ferror(file))
        return -(long)(errno != 0 ? errno : EIO);
    return (long)got;
}

enum cis_status cis_session_file(struct cis_session *session, FILE *file,
                                 const char *name)
{
    return cis_session_read(session, read_file, file, name);
}

static void close_fd(const int *fd)
{
    if (*fd >= 0)
        close(*fd);
}

/* A pipe that nobody writes to looks like an empty file; say what it is. */
struct pipe_input {
    int fd;
    bool any;
};

static long read_pipe(void *context, void *buffer, size_t size)
{
    struct pipe_input *input = context;
    long got = read_fd(&input->fd, buffer, size);

    if (got == 0 && !input->any)
        return -EPIPE;
    input->any = true;
    return got;
}

/* Told before a byte is read; the verdict stands. */
static enum cis_status too_large(struct cis_session *s, uint64_t limit)
{
    char message[128];

    snprintf(message, sizeof message,
             "the input has more than %" PRIu64 " bytes (limit 'bytes')",
             limit);
    return session_refuse(s, CODE_W004, message);
}

static enum cis_status read_opened(struct cis_session *s, int fd,
                                   const struct stat *info)
{
    uint64_t limit = s->validator->limits.of[CIS_LIMIT_BYTES];
    struct pipe_input input = {fd, false};
    int flags;

    if (S_ISDIR(info->st_mode))
        return unreadable(s, "it is a directory");
    if (S_ISFIFO(info->st_mode)) {
        flags = fcntl(fd, F_GETFL);
        if (flags < 0 || fcntl(fd, F_SETFL, flags & ~O_NONBLOCK) < 0)
            return unreadable_errno(s, errno);
        return pump(s, read_pipe, &input);
    }
    if (!S_ISREG(info->st_mode))
        return unreadable(s, "it is neither a file nor a pipe");
    if (info->st_size > 0 && (uint64_t)info->st_size > limit)
        return too_large(s, limit);
    return pump(s, read_fd, &fd);
}

/* O_NONBLOCK, so that a pipe without a writer does not hold us up. */
enum cis_status cis_session_path(struct cis_session *session, const char *path,
                                 const char *name)
{
    __attribute__((cleanup(close_fd))) int fd = -1;
    enum cis_status status =
        cis_session_begin(session, name != NULL ? name : path);
    struct stat info;

    if (status != CIS_OK)
        return status;
    fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0 || fstat(fd, &info) != 0)
        return unreadable_errno(session, errno);
    return read_opened(session, fd, &info);
}
