/* Fuzzes the whole library with bytes: the cuts must change nothing. */
/* SPDX-License-Identifier: MIT */

/*
 * Oracles: the findings of an input are the same, byte for byte, whole, in
 * pieces, and from another kind of input. Cuts and kind are drawn from the
 * input itself. Tags, names and depth are what libxml2 alone has (places.h).
 */
#include "outcome.h"
#include "places.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct cis_validator *validator;

enum way {
    WHOLE,
    IN_PIECES,
    BY_CALLBACK,
    BY_FILE,
    BY_FD,
    BY_PATH
};

static void write_finding(void *context, const struct cis_finding *finding)
{
    const struct cis_place *place = cis_finding_place(finding);
    FILE *out = context;

    fprintf(out, "%s %" PRIu64 ":%" PRIu64 " %" PRIu64 "-%" PRIu64 " %s %s\n",
            cis_finding_code(finding), place->line, place->column,
            place->offset, place->end_offset, cis_finding_path(finding),
            cis_finding_message(finding));
    for (size_t i = 0; i < cis_finding_fact_count(finding); i++)
        fprintf(out, "  %s\n", cis_fact_message(cis_finding_fact(finding, i)));
}

static void write_suppressed(void *context, const struct cis_finding *finding,
                             const char *reason)
{
    fprintf(context, "suppressed: %s\n", reason);
    write_finding(context, finding);
}

/* Pieces of 1 to 64 bytes where small, else of up to 100,000. */
static size_t next_piece(uint64_t *seed, bool small)
{
    *seed = *seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (size_t)((*seed >> 33) % (small ? 64 : 100000)) + 1;
}

static uint64_t seed_of(const uint8_t *data, size_t size)
{
    uint64_t seed = size;

    for (size_t i = 0; i < size && i < 64; i++)
        seed = seed * 31 + data[i];
    return seed;
}

static enum cis_status feed_pieces(struct cis_session *session,
                                   const uint8_t *data, size_t size)
{
    uint64_t seed = seed_of(data, size);
    enum cis_status status = cis_session_begin(session, "input");

    while (status == CIS_OK && size > 0) {
        size_t piece = next_piece(&seed, size < 5000);

        if (piece > size)
            piece = size;
        status = cis_session_feed(session, data, piece);
        data += piece;
        size -= piece;
    }
    return status == CIS_OK ? cis_session_end(session) : status;
}

struct bytes {
    const uint8_t *data;
    size_t left, step;
};

static long give(void *context, void *buffer, size_t size)
{
    struct bytes *bytes = context;
    size_t piece = bytes->step < size ? bytes->step : size;

    if (piece > bytes->left)
        piece = bytes->left;
    memcpy(buffer, bytes->data, piece);
    bytes->data += piece;
    bytes->left -= piece;
    return (long)piece;
}

/* In a file without a name; /proc knows one. */
static int open_file(const uint8_t *data, size_t size, char path[static 32])
{
    int fd = memfd_create("input", MFD_CLOEXEC);

    if (fd < 0 || write(fd, data, size) != (ssize_t)size ||
        lseek(fd, 0, SEEK_SET) != 0)
        abort();
    snprintf(path, 32, "/proc/self/fd/%d", fd);
    return fd;
}

static enum cis_status from_file(struct cis_session *session, int fd,
                                 const char *path, enum way way)
{
    enum cis_status status;
    FILE *file;

    if (way == BY_FD)
        return cis_session_fd(session, fd, "input");
    if (way == BY_PATH)
        return cis_session_path(session, path, "input");
    file = fdopen(dup(fd), "rb");
    if (file == NULL)
        abort();
    status = cis_session_file(session, file, "input");
    fclose(file);
    return status;
}

static enum cis_status feed(struct cis_session *session, const uint8_t *data,
                            size_t size, enum way way)
{
    struct bytes bytes = {data, size, size % 7 + 1};
    enum cis_status status;
    char path[32];
    int fd;

    if (way == WHOLE)
        return cis_session_memory(session, data, size, "input");
    if (way == IN_PIECES)
        return feed_pieces(session, data, size);
    if (way == BY_CALLBACK)
        return cis_session_read(session, give, &bytes, "input");
    fd = open_file(data, size, path);
    status = from_file(session, fd, path, way);
    close(fd);
    return status;
}

static char *outcome(const uint8_t *data, size_t size, enum way way)
{
    struct cis_session *session;
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);

    if (out == NULL || cis_session_new(validator, &session) != CIS_OK)
        abort();
    cis_session_on_finding(session, write_finding, out);
    cis_session_on_suppressed(session, write_suppressed, out);
    if (feed(session, data, size, way) != CIS_OK)
        abort();
    fprintf(out, "%s %" PRIu64 "\n",
            cis_verdict_name(cis_session_verdict(session)),
            cis_session_summits(session));
    cis_session_free(session);
    fclose(out);
    return text;
}

static void compare(const char *whole, const uint8_t *data, size_t size,
                    enum way way)
{
    static const char *const names[] = {"whole",   "in pieces", "by callback",
                                        "by FILE", "by fd",     "by path"};
    char *other = outcome(data, size, way);

    if (strcmp(whole, other) != 0)
        outcome_differs(names[way], whole, other);
    free(other);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint64_t seed = seed_of(data, size);
    char *whole;

    if (validator == NULL && cis_validator_new(NULL, &validator) != CIS_OK)
        abort();
    whole = outcome(data, size, WHOLE);
    compare(whole, data, size, IN_PIECES);
    compare(whole, data, size, BY_CALLBACK + seed % 4);
    places_compare(data, size);
    free(whole);
    return 0;
}
