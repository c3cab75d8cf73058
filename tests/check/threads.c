/* Eight threads, one validator, thousands of documents: FILE... */
/* SPDX-License-Identifier: MIT */
#include <cisvalidate/cisvalidate.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    THREADS = 8,
    ROUNDS = 60,
    MOST = 64
};

struct document {
    char *bytes;
    size_t size;
    enum cis_verdict verdict;
    uint64_t findings;
};

static struct document documents[MOST];
static size_t count;
static struct cis_validator *validator;
static struct cis_record *held; /* read by all of them */
static atomic_uint wrong, runs;

static void on_finding(void *context, const struct cis_finding *finding)
{
    *(uint64_t *)context += cis_finding_message(finding)[0] != '\0';
}

/* Also asks the registry, and the record that all threads share. */
static void on_summit(void *context, const struct cis_summit *summit)
{
    const struct cis_summit *s = cis_record_get(held);
    const struct cis_person *p = cis_people_persons(cis_summit_people(s));
    struct cis_date day = cis_dates_session(cis_summit_dates(summit));
    const struct cis_term *term = cis_validator_term(validator, day, NULL);

    *(uint64_t *)context += cis_term_state(term) == NULL && day.year == 0;
    for (; p != NULL; p = cis_person_next(p))
        if (cis_element_place(p, "id").line == 0)
            wrong++;
}

static enum cis_status judge(struct cis_session *session,
                             const struct document *d, uint64_t *findings)
{
    *findings = 0;
    cis_session_on_finding(session, on_finding, findings);
    return cis_session_memory(session, d->bytes, d->size, "it");
}

static void *work(void *context)
{
    size_t start = (size_t)(uintptr_t)context;
    struct cis_session *session;
    uint64_t findings, days = 0;

    if (cis_session_new(validator, &session) != CIS_OK)
        return NULL;
    cis_session_on_summit(session, on_summit, &days);
    for (size_t i = 0; i < ROUNDS * count; i++) {
        const struct document *d = &documents[(start + i) % count];

        if (judge(session, d, &findings) != CIS_OK || findings != d->findings ||
            cis_session_verdict(session) != d->verdict)
            wrong++;
        runs++;
    }
    cis_session_free(session);
    return NULL;
}

static void hold(void *context, const struct cis_summit *summit)
{
    (void)context;
    if (held == NULL && cis_record_hold(summit, &held) != CIS_OK)
        exit(3);
}

/* What one thread alone makes of each. */
static void judge_alone(void)
{
    struct cis_session *session;

    if (cis_session_new(validator, &session) != CIS_OK)
        exit(3);
    cis_session_on_summit(session, hold, NULL);
    for (size_t i = 0; i < count; i++) {
        if (judge(session, &documents[i], &documents[i].findings) != CIS_OK)
            exit(3);
        documents[i].verdict = cis_session_verdict(session);
    }
    cis_session_free(session);
}

static void load(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct document *d = &documents[count++];

    d->bytes = malloc(1 << 20);
    if (file == NULL || d->bytes == NULL)
        exit(3);
    d->size = fread(d->bytes, 1, 1 << 20, file);
    fclose(file);
}

int main(int argc, char **argv)
{
    pthread_t threads[THREADS];

    for (int i = 1; i < argc && count < MOST; i++)
        load(argv[i]);
    if (count == 0 || cis_validator_new(NULL, &validator) != CIS_OK)
        return 3;
    judge_alone();
    for (size_t i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], NULL, work, (void *)(uintptr_t)i))
            return 3;
    for (size_t i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    printf("%u documents, %u wrong\n", runs, wrong);
    cis_record_free(held);
    cis_validator_free(validator);
    for (size_t i = 0; i < count; i++)
        free(documents[i].bytes);
    return wrong != 0 || runs != THREADS * ROUNDS * count;
}
