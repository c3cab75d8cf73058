/* Families of bad inputs: every prefix, every byte, cuts and page ends. */
/* SPDX-License-Identifier: MIT */

/*
 * Rows B004, B005, B016, B055, B187, B208, B209, B211 and B215 of the matrix of
 * bad inputs, in one process, on tests/schema/remote.xml.
 */
#include "config.h"

#include <cisvalidate/cisvalidate.h>

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

struct test {
    struct cis_session *session;
    char *bytes;
    size_t size;
    int count;
    bool failed;
};

static void result(struct test *test, bool good, const char *name)
{
    printf("%s %d - %s\n", good ? "ok" : "not ok", ++test->count, name);
    test->failed = test->failed || !good;
}

static enum cis_verdict whole(struct test *test, const char *bytes, size_t size)
{
    if (cis_session_memory(test->session, bytes, size, "input") != CIS_OK)
        return CIS_UNCHECKED;
    return cis_session_verdict(test->session);
}

static enum cis_verdict in_pieces(struct test *test, const char *bytes,
                                  size_t size, size_t piece)
{
    enum cis_status status = cis_session_begin(test->session, "input");

    for (size_t at = 0; at < size && status == CIS_OK; at += piece)
        status = cis_session_feed(test->session, bytes + at,
                                  at + piece > size ? size - at : piece);
    if (status != CIS_OK || cis_session_end(test->session) != CIS_OK)
        return CIS_UNCHECKED;
    return cis_session_verdict(test->session);
}

/* All but the last bytes, which are a line end. */
static bool every_prefix(struct test *test)
{
    bool good = whole(test, test->bytes, test->size) == CIS_VALID;

    for (size_t n = 0; n + 1 < test->size; n++)
        good = good && whole(test, test->bytes, n) == CIS_INVALID;
    return good;
}

static bool same_in_pieces(struct test *test, const char *bytes, size_t size)
{
    enum cis_verdict verdict = whole(test, bytes, size);

    return verdict != CIS_UNCHECKED &&
           in_pieces(test, bytes, size, 1) == verdict;
}

static bool every_byte(struct test *test, bool dropped)
{
    char *copy = malloc(test->size);
    bool good = copy != NULL;

    for (size_t n = 0; good && n < test->size; n++) {
        memcpy(copy, test->bytes, test->size);
        if (dropped)
            memmove(copy + n, copy + n + 1, test->size - n - 1);
        else
            copy[n] = (char)(copy[n] ^ 0x80);
        good = same_in_pieces(test, copy, test->size - dropped);
    }
    free(copy);
    return good;
}

static bool every_piece(struct test *test)
{
    static const size_t pieces[] = {1, 2, 3, 7, 63, 64, 65, 4095, 4096};
    bool good = true;

    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        good = good &&
               in_pieces(test, test->bytes, test->size, pieces[i]) == CIS_VALID;
    return good;
}

static bool random_bytes(struct test *test)
{
    static char bytes[65536];
    uint64_t seed = 1;
    bool good = true;

    for (int i = 0; i < 100; i++) {
        for (size_t n = 0; n < sizeof bytes; n++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            bytes[n] = (char)(seed >> 56);
        }
        good = good && whole(test, bytes, sizeof bytes) == CIS_INVALID;
    }
    return good;
}

/* A character of three bytes over each edge at which inputs may be cut. */
static bool chunk_edges(struct test *test)
{
    static const size_t edges[] = {4096, 8192, 16384, 65536};
    const char *after = strstr(test->bytes, "<dates");
    size_t before = (size_t)(after - test->bytes), room = 70000 + test->size;
    char *copy = malloc(room);
    bool good = copy != NULL;

    for (size_t i = 0; good && i < 4 * 7; i++) {
        size_t at = edges[i / 7] + i % 7 - 3, end;

        memcpy(copy, test->bytes, before);
        memset(copy + before, ' ', at - before);
        memcpy(copy + before, "<!--", 4);
        memcpy(copy + at, "\xe2\x82\xac-->", 6);
        end = at + 6;
        memcpy(copy + end, after, test->size - before);
        end += test->size - before;
        good = whole(test, copy, end) == CIS_VALID &&
               in_pieces(test, copy, end, edges[i / 7]) == CIS_VALID;
    }
    free(copy);
    return good;
}

/* Nothing is read past the end, or before the start: those pages are shut. */
static bool page_ends(struct test *test)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t inner = (test->size + page - 1) / page * page;
    char *all = mmap(NULL, inner + 2 * page, PROT_NONE,
                     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    bool good = all != MAP_FAILED &&
                mprotect(all + page, inner, PROT_READ | PROT_WRITE) == 0;

    for (size_t n = 0; good && n < test->size; n += 1 + n / 16) {
        char *end = all + page + inner - n;

        memcpy(all + page, test->bytes, n);
        good = whole(test, all + page, n) == CIS_INVALID;
        memcpy(end, test->bytes, n);
        good = good && whole(test, end, n) == CIS_INVALID;
    }
    if (all != MAP_FAILED)
        munmap(all, inner + 2 * page);
    return good;
}

static long resident(void)
{
    struct rusage usage;

    return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : -1;
}

/* Memory does not grow with the number of inputs. */
static bool used_again(struct test *test)
{
    bool good = true;
    long before;

    for (int i = 0; i < 100; i++)
        good = good && whole(test, test->bytes, test->size) == CIS_VALID;
    before = resident();
    for (size_t i = 0; i < 2000; i++)
        good = good && whole(test, test->bytes, test->size - i % 9) ==
                           (i % 9 < 2 ? CIS_VALID : CIS_INVALID);
    printf("# %ld KiB, then %ld KiB\n", before, resident());
#ifdef INSTRUMENTED
    return good; /* a sanitizer keeps freed memory for a while */
#else
    return good && resident() - before < 1024;
#endif
}

static const char *built(char path[static 4096], const char *name)
{
    const char *top = getenv("top_builddir");

    snprintf(path, 4096, "%s/%s", top != NULL ? top : ".", name);
    return path;
}

/* The command without even its name; it says how it is used, or what it is. */
static bool no_arguments(void)
{
    char path[4096], libraries[4096];
    char *nothing[] = {NULL};
    int status = -1;
    pid_t child;

    built(path, "cli/.libs/cisvalidate");
    if (access(path, X_OK) != 0)
        built(path, "cli/cisvalidate");
    setenv("LD_LIBRARY_PATH", built(libraries, "lib/.libs"), 1);
    child = fork();
    if (child == 0) {
        if (freopen("/dev/null", "w", stderr) == NULL)
            _exit(99);
        execve(path, nothing, environ);
        _exit(98);
    }
    if (child < 0 || waitpid(child, &status, 0) != child)
        return false;
    printf("# status %#x\n", (unsigned)status);
    return WIFEXITED(status) && WEXITSTATUS(status) <= 3;
}

/* The library comes and goes, and leaves nothing behind. */
#ifndef INSTRUMENTED
static bool opened_again(void)
{
    char path[4096];
    bool good = true;
    long before = 0;

    built(path, "lib/.libs/libcisvalidate.so");
    for (int i = 0; i < 1000 && good; i++) {
        void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
        good = library != NULL && dlsym(library, "cis_version") != NULL &&
               dlclose(library) == 0;
        if (i == 100)
            before = resident();
    }
    printf("# %ld KiB, then %ld KiB\n", before, resident());
    return good && resident() - before < 1024;
}
#endif

static bool load(struct test *test)
{
    const char *top = getenv("top_srcdir");
    char path[4096];
    FILE *in;

    snprintf(path, sizeof path, "%s/tests/schema/remote.xml",
             top != NULL ? top : ".");
    in = fopen(path, "rb");
    test->bytes = calloc(1, 65536);
    if (in == NULL || test->bytes == NULL)
        return false;
    test->size = fread(test->bytes, 1, 65535, in);
    fclose(in);
    return strstr(test->bytes, "<dates") != NULL;
}

int main(void)
{
    struct test test = {0};
    struct cis_validator *validator;

    if (!load(&test) || cis_validator_new(NULL, &validator) != CIS_OK ||
        cis_session_new(validator, &test.session) != CIS_OK) {
        printf("Bail out! no record or validator\n");
        return 99;
    }
    printf("1..10\n");
    result(&test, every_prefix(&test), "B004 every prefix is not valid");
    result(&test, every_byte(&test, true), "B005 without a byte");
    result(&test, every_byte(&test, false), "B005 with a byte changed");
    result(&test, random_bytes(&test), "B016 random bytes");
    result(&test, chunk_edges(&test), "B055 a character over an edge");
    result(&test, page_ends(&test), "B208 nothing beyond the bytes is read");
    result(&test, every_piece(&test), "B209 in pieces of one size");
    result(&test, used_again(&test), "B211 a session used again and again");
    result(&test, no_arguments(), "B187 not even a name of the command");
#ifdef INSTRUMENTED
    printf("ok %d - B215 # SKIP instrumented: it keeps notes of each\n",
           ++test.count);
#else
    result(&test, opened_again(), "B215 the library opened a thousand times");
#endif
    cis_session_free(test.session);
    cis_validator_free(validator);
    free(test.bytes);
    return test.failed;
}
