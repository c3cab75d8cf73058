/* Every allocation of whole validations fails, once, and from there on. */
/* SPDX-License-Identifier: MIT */

/*
 * memory [--step=N]: each Nth position (1). Ours and libxml2's allocations
 * are one sequence. A position runs in a child of its own: two profiles,
 * validator, session, a valid record and an invalid one, and the facts of a
 * corpus written and read. The verdict is the right one, or there is none;
 * afterwards the same options and session have the right ones; nothing is left
 * over. A crash inside libxml2 is told by the function it is in: one of
 * known[], or the test fails.
 */
#include <cisvalidate/cisvalidate.h>

#include <dlfcn.h>
#include <execinfo.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define HEAD                                                                   \
    "<summit xmlns='urn:cisvalidate:summit:1' id='one' version='1.0' "         \
    "body='chs' kind='regular' status='announced' recorded='1991-12-07'>"
#define REST                                                                   \
    "<?cisvalidate suppress='R001 C001' reason='a reason'?>"                   \
    "<dates start='1991-12-07' end='1991-12-08' session='1991-12-08'/>"        \
    "<venue><videoconference host='BY'/></venue><people><person id='a' "       \
    "role='guest'><name xml:lang='en'>A</name></person><person id='b' "        \
    "role='guest'><name xml:lang='en'>Some  longer &amp; name</name>"          \
    "</person></people><delegations><delegation state='BY' head='a' "          \
    "presence='absent'/></delegations><sources><source publisher='P'>"         \
    "<title xml:lang='en'>T</title></source></sources></summit>"

/* The second has faults of schema and keys, and two records. */
static const char *const records[] = {
    "<?xml version='1.0' encoding='UTF-8'?>\n" HEAD
    "<title xml:lang='en'>A session by video</title>" REST,
    "<summits xmlns='urn:cisvalidate:summit:1'>" HEAD
    "<title xml:lang='e n'>A\xc3\xa9</title><titel/>"
    "<?cisvalidate suppress='R01'?>" REST "<p:x xmlns:p='urn:p'/>" HEAD
    "<title xml:lang='en'> </title>" REST "</summits>"};

enum {
    RECORDS = sizeof records / sizeof *records
};

/* A profile that is used, and one that is not; and what the first includes. */
#define PROFILE "<profile xmlns='urn:cisvalidate:profile:1'>"
static const char good_profile[] =
    PROFILE "<include href='there'/><rule code='D001' level='off'/></profile>";
static const char bad_profile[] =
    PROFILE "<include href='absent'/><rule code='D01' level='off'/></profile>";
static const char included[] =
    PROFILE "<limit name='depth' value='32'/></profile>";

static struct {
    size_t calls, fails_at;
    bool lasting;
    bool leaks; /* inside libxml2, where nothing can be done about it */
    long live;
} memory;

/* The one function of libxml2 2.9.14 that fails in silence: its caller then
 * forgets the entry of the element that has begun. */
static bool leaks(void)
{
    void *frames[8];
    int count = backtrace(frames, 8);
    Dl_info info;

    for (int i = 0; i < count; i++)
        if (dladdr(frames[i], &info) != 0 && info.dli_sname != NULL &&
            strcmp(info.dli_sname, "xmlListPushFront") == 0)
            return true;
    return false;
}

static bool fails(void)
{
    memory.calls++;
    if (memory.fails_at == 0 || memory.calls < memory.fails_at ||
        (memory.calls > memory.fails_at && !memory.lasting))
        return false;
    memory.leaks = memory.leaks || leaks();
    return true;
}

static void *get(size_t size)
{
    void *block = fails() ? NULL : malloc(size);

    memory.live += block != NULL;
    return block;
}

static void *move(void *block, size_t size)
{
    if (block == NULL)
        return get(size);
    return fails() ? NULL : realloc(block, size);
}

static void give_back(void *block)
{
    memory.live -= block != NULL;
    free(block);
}

static char *copy(const char *text)
{
    char *made = get(strlen(text) + 1);

    return made != NULL ? strcpy(made, text) : NULL;
}

static void *host_get(void *context, size_t size)
{
    (void)context;
    return get(size);
}

static void *host_move(void *context, void *block, size_t size)
{
    (void)context;
    return move(block, size);
}

static void host_give_back(void *context, void *block)
{
    (void)context;
    give_back(block);
}

static const struct cis_allocator host = {
    .allocate = host_get, .resize = host_move, .release = host_give_back};

/* What the child's exit status says. */
enum outcome {
    GOOD,
    WRONG,
    WRONG_AFTER,
    LEFT_OVER,
    NOT_REACHED,
    OUTCOMES
};

static const char *const outcome_names[] = {"good", "wrong verdict",
                                            "wrong verdict afterwards",
                                            "memory left over", "not reached"};

static const enum cis_verdict wanted[] = {CIS_VALID, CIS_INVALID};

static bool right(struct cis_session *session, size_t which, bool must)
{
    enum cis_status status = cis_session_memory(
        session, records[which], strlen(records[which]), "record");
    enum cis_verdict verdict = cis_session_verdict(session);

    if (status == CIS_OK)
        return verdict == wanted[which];
    return !must && status == CIS_NO_MEMORY && verdict == CIS_UNCHECKED;
}

/* What is written of a corpus. */
struct facts {
    char bytes[8192];
    size_t size, at;
};

static long put(void *context, const void *bytes, size_t size)
{
    struct facts *facts = context;

    if (size > sizeof facts->bytes - facts->size)
        return -1;
    memcpy(facts->bytes + facts->size, bytes, size);
    facts->size += size;
    return (long)size;
}

static long take(void *context, void *buffer, size_t size)
{
    struct facts *facts = context;
    size_t left = facts->size - facts->at;

    size = size < left ? size : left;
    memcpy(buffer, facts->bytes + facts->at, size);
    facts->at += size;
    return (long)size;
}

static enum cis_status pass_on(struct cis_corpus *from, struct cis_corpus *to,
                               struct facts *written, struct facts *again)
{
    enum cis_status status = cis_corpus_write(from, put, written);

    if (status == CIS_OK)
        status = cis_corpus_read(to, take, written, "facts", NULL, NULL);
    return status == CIS_OK ? cis_corpus_write(to, put, again) : status;
}

/* The facts of a record, written, read and written again: the same. */
static bool right_facts(const struct cis_validator *validator,
                        struct cis_session *session, bool must)
{
    struct cis_corpus *from = NULL, *to = NULL;
    struct facts written = {.size = 0}, again = {.size = 0};
    enum cis_status status = cis_corpus_new(validator, &from);

    if (status == CIS_OK)
        status = cis_corpus_new(validator, &to);
    if (status == CIS_OK)
        status = cis_session_set_corpus(session, from);
    if (status == CIS_OK)
        status = cis_session_memory(session, records[0], strlen(records[0]),
                                    "record");
    if (cis_session_set_corpus(session, NULL) == CIS_OK && status == CIS_OK)
        status = pass_on(from, to, &written, &again);
    cis_corpus_free(from);
    cis_corpus_free(to);
    if (status == CIS_OK)
        return written.size > 500 && written.size == again.size &&
               memcmp(written.bytes, again.bytes, again.size) == 0;
    return !must && status == CIS_NO_MEMORY;
}

static enum outcome use_session(const struct cis_validator *validator)
{
    struct cis_session *session = NULL;
    enum outcome outcome = GOOD;

    if (cis_session_new(validator, &session) != CIS_OK)
        return session == NULL ? GOOD : WRONG;
    for (size_t i = 0; i < RECORDS; i++)
        if (!right(session, i, false))
            outcome = WRONG;
    if (!right_facts(validator, session, false))
        outcome = WRONG;
    if (memory.calls < memory.fails_at)
        outcome = NOT_REACHED;
    memory.fails_at = 0;
    for (size_t i = RECORDS; i-- > 0 && outcome == GOOD;)
        if (!right(session, i, true))
            outcome = WRONG_AFTER;
    if (outcome == GOOD && !right_facts(validator, session, true))
        outcome = WRONG_AFTER;
    cis_session_free(session);
    return outcome;
}

static enum cis_status include(void *context, const char *from,
                               const char *href, struct cis_included *found)
{
    (void)context, (void)from;
    *found = (struct cis_included){
        .name = href, .bytes = included, .size = sizeof included - 1};
    return strcmp(href, "there") == 0 ? CIS_OK : CIS_IO_ERROR;
}

static void no_finding(void *context, const struct cis_finding *finding)
{
    (void)context, (void)finding;
}

/* The answer is the right one, or that there is no memory; and what is set is
 * set only then. */
static bool read_right(struct cis_options *options, const char *text,
                       enum cis_status right_status, bool must)
{
    enum cis_status status = cis_options_read_profile(
        options, "profile", text, strlen(text), include, no_finding, NULL);
    bool set = cis_options_get_limit(options, CIS_LIMIT_DEPTH) == 32;

    return set == (status == CIS_OK) &&
           (status == right_status || (!must && status == CIS_NO_MEMORY));
}

static enum outcome use_profiles(struct cis_options *options)
{
    size_t calls, fails_at = memory.fails_at;
    enum outcome outcome = GOOD;

    if (!read_right(options, bad_profile, CIS_BAD_PROFILE, false) ||
        !read_right(options, good_profile, CIS_OK, false))
        outcome = WRONG;
    calls = memory.calls;
    memory.fails_at = 0;
    if (!read_right(options, good_profile, CIS_OK, true) && outcome == GOOD)
        outcome = WRONG_AFTER;
    memory.calls = calls;
    memory.fails_at = fails_at;
    return outcome;
}

static enum outcome run(size_t fails_at, bool lasting)
{
    struct cis_validator *validator = NULL;
    struct cis_options *options;
    enum outcome outcome = GOOD;
    long live = memory.live;

    memory.calls = 0;
    memory.fails_at = fails_at;
    memory.lasting = lasting;
    options = cis_options_new(&host);
    if (options != NULL)
        outcome = use_profiles(options);
    if (options != NULL && outcome == GOOD &&
        cis_validator_new(options, &validator) == CIS_OK)
        outcome = use_session(validator);
    memory.fails_at = 0;
    cis_options_free(options);
    cis_validator_free(validator);
    xmlResetLastError(); /* libxml2 keeps a copy of it for each thread */
    return outcome == GOOD && memory.live != live && !memory.leaks ? LEFT_OVER
                                                                   : outcome;
}

/* The functions of libxml2 2.9.14 that go on after a failed allocation. */
static const char *const known[] = {
    "xmlSAX2StartElementNs",
    "xmlParseStartTag2",
};

static int report;

/* Tells the parent where it was. */
static void on_crash(int signal)
{
    void *frames[16];
    int count = backtrace(frames, 16);
    Dl_info info;

    for (int i = 2; i < count; i++)
        if (dladdr(frames[i], &info) != 0 && info.dli_sname != NULL &&
            strncmp(info.dli_sname, "xml", 3) == 0) {
            (void)!write(report, info.dli_sname, strlen(info.dli_sname));
            break;
        }
    _exit(128 + signal);
}

/* libxml2 tells of failed allocations even where it has no context yet. */
static void no_noise(void *context, const char *format, ...)
{
    (void)context, (void)format;
}

struct sweep {
    size_t counts[OUTCOMES];
    size_t crashes, unknown;
    char functions[2000]; /* where it crashed, each once */
};

static void note_crash(struct sweep *sweep, const char *function, size_t at)
{
    bool listed = false;

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        listed = listed || strcmp(known[i], function) == 0;
    sweep->crashes++;
    if (!listed) {
        sweep->unknown++;
        printf("# crash in '%s' at %zu\n", function, at);
    }
    if (strstr(sweep->functions, function) == NULL &&
        strlen(sweep->functions) + strlen(function) + 2 <
            sizeof sweep->functions)
        strcat(strcat(sweep->functions, " "), function);
}

/* False once the position is behind the last allocation. */
static bool try_position(struct sweep *sweep, size_t at, bool lasting)
{
    char function[200] = "";
    int ends[2], status;
    pid_t child;

    if (pipe(ends) != 0 || (child = fork()) < 0)
        exit(99);
    if (child == 0) {
        report = ends[1];
        signal(SIGSEGV, on_crash);
        signal(SIGABRT, on_crash);
        _exit((int)run(at, lasting));
    }
    close(ends[1]);
    (void)!read(ends[0], function, sizeof function - 1);
    close(ends[0]);
    waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) >= OUTCOMES) {
        note_crash(sweep, function, at);
        return true;
    }
    sweep->counts[WEXITSTATUS(status)]++;
    if (WEXITSTATUS(status) != GOOD && WEXITSTATUS(status) != NOT_REACHED)
        printf("# %s at %zu, %s\n", outcome_names[WEXITSTATUS(status)], at,
               lasting ? "lasting" : "once");
    return WEXITSTATUS(status) != NOT_REACHED;
}

static bool sweep_all(size_t step, bool lasting, int number)
{
    struct sweep sweep = {0};
    size_t at = 1;
    bool good;

    while (try_position(&sweep, at, lasting))
        at += step;
    good = sweep.counts[GOOD] > 50 / step && sweep.unknown == 0 &&
           sweep.counts[WRONG] + sweep.counts[WRONG_AFTER] +
                   sweep.counts[LEFT_OVER] ==
               0;
    printf("# %zu allocations; crashes of libxml2: %zu in%s\n", at - 1,
           sweep.crashes, sweep.crashes > 0 ? sweep.functions : " none");
    printf("%s %d - %s\n", good ? "ok" : "not ok", number,
           lasting ? "from one on, all fail" : "each fails once");
    return good;
}

int main(int argc, char **argv)
{
    size_t step = 1;
    void *frames[1];
    bool good;

    if (argc > 1 && strncmp(argv[1], "--step=", 7) == 0)
        step = strtoul(argv[1] + 7, NULL, 10);
    if (step == 0 || xmlMemSetup(give_back, get, move, copy) != 0)
        return 99;
    xmlInitParser();
    xmlSetGenericErrorFunc(NULL, no_noise);
    backtrace(frames, 1); /* it loads a library when first used */
    setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
    if (run(0, false) != GOOD) {
        printf("Bail out! the records do not have their verdicts\n");
        return 99;
    }
    printf("1..2\n");
    good = sweep_all(step, false, 1);
    good = sweep_all(step, true, 2) && good;
    return good ? 0 : 1;
}
