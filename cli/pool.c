/* Workers: inputs go in, and come out validated in the same order. */
/* SPDX-License-Identifier: MIT */
#include "pool.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

enum {
    STACK = 2 << 20, /* bytes; libxml2 and a session need less than a tenth */
    AHEAD = 64,      /* inputs beside two for each thread */
    PATIENCE = 50    /* milliseconds that a done input waits for others */
};

struct slot {
    struct job job;
    bool done;
};

struct worker {
    struct pool *pool;
    struct cis_session *session;
    struct cis_corpus *corpus; /* this thread's alone, or NULL */
    pthread_t thread;
};

/* Inputs are numbered; number i is in slot i % slot_count. Of those that are
 * put, the ones from taken on are under way, from begun on not yet begun; those
 * before ready are done. Threads are woken for many inputs at once: one that
 * is small takes less time than waking another thread does. */
struct pool {
    const struct cis_validator *validator;
    const struct report *report;
    struct cis_session *session; /* for work without threads */
    struct cis_corpus *corpus;   /* its own, where all come together, or NULL */
    struct slot *slots;
    size_t slot_count;
    struct worker *workers;
    unsigned worker_count;
    unsigned worker_most;

    pthread_mutex_t mutex; /* of all that follows */
    pthread_cond_t wanted; /* something was put, or it is over */
    pthread_cond_t done;   /* it is ripe */
    uint64_t put;
    uint64_t begun;
    uint64_t taken;
    uint64_t ready;
    unsigned idle;
    bool over;
};

static struct slot *slot_of(struct pool *pool, uint64_t number)
{
    return &pool->slots[number % pool->slot_count];
}

/* Whether it is worth while to take what is done: it is much, or there will
 * soon be no more. */
static bool is_ripe(const struct pool *pool)
{
    const uint64_t done = pool->ready - pool->taken;

    return done >= pool->slot_count / 2 ||
           (done > 0 && pool->begun == pool->put);
}

static void finish(struct pool *pool, uint64_t number)
{
    slot_of(pool, number)->done = true;
    while (pool->ready < pool->begun && slot_of(pool, pool->ready)->done) {
        pool->ready++;
    }
    if (is_ripe(pool)) {
        pthread_cond_signal(&pool->done);
    }
}

static void *work(void *context)
{
    struct worker *worker = context;
    struct pool *pool = worker->pool;

    pthread_mutex_lock(&pool->mutex);
    for (;;) {
        while (pool->begun == pool->put && !pool->over) {
            pool->idle++;
            pthread_cond_wait(&pool->wanted, &pool->mutex);
            pool->idle--;
        }
        if (pool->begun == pool->put) {
            break;
        }
        const uint64_t number = pool->begun++;
        pthread_mutex_unlock(&pool->mutex);
        job_run(&slot_of(pool, number)->job, worker->session, pool->report);
        pthread_mutex_lock(&pool->mutex);
        finish(pool, number);
    }
    pthread_mutex_unlock(&pool->mutex);
    return NULL;
}

/* Signals are the main thread's: it inherits their mask. */
static bool start(struct worker *worker)
{
    pthread_attr_t attributes;

    if (pthread_attr_init(&attributes) != 0) {
        return false;
    }
    pthread_attr_setstacksize(&attributes, STACK);
    const int error =
        pthread_create(&worker->thread, &attributes, work, worker);
    pthread_attr_destroy(&attributes);
    return error == 0;
}

/* A session that keeps facts where the pool wants them. */
static enum cis_status equip(struct worker *worker)
{
    const struct pool *pool = worker->pool;
    enum cis_status status = cis_session_new(pool->validator, &worker->session);

    if (status == CIS_OK && pool->corpus != NULL) {
        status = cis_corpus_new(pool->validator, &worker->corpus);
    }
    if (status == CIS_OK) {
        status = cis_session_set_corpus(worker->session, worker->corpus);
    }
    return status;
}

static void dismiss(struct worker *worker)
{
    cis_session_free(worker->session);
    cis_corpus_free(worker->corpus);
}

/* One worker more; after a failure no other is tried. */
static void hire(struct pool *pool)
{
    struct worker *worker = &pool->workers[pool->worker_count];

    worker->pool = pool;
    if (equip(worker) == CIS_OK && start(worker)) {
        pool->worker_count++;
        return;
    }
    dismiss(worker);
    pool->worker_most = pool->worker_count;
}

static void init_conditions(struct pool *pool)
{
    pthread_condattr_t attributes;

    pthread_mutex_init(&pool->mutex, NULL);
    pthread_cond_init(&pool->wanted, NULL);
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&pool->done, &attributes);
    pthread_condattr_destroy(&attributes);
}

enum cis_status pool_new(const struct cis_validator *validator,
                         const struct report *report, unsigned threads,
                         struct cis_corpus *corpus, struct pool **pool)
{
    struct pool *made = calloc(1, sizeof *made);

    *pool = NULL;
    if (made == NULL) {
        return CIS_NO_MEMORY;
    }
    made->validator = validator;
    made->report = report;
    made->corpus = corpus;
    made->worker_most = threads;
    made->slot_count = threads == 0 ? 1 : 2 * (size_t)threads + AHEAD;
    made->slots = calloc(made->slot_count, sizeof *made->slots);
    made->workers = calloc(threads + 1, sizeof *made->workers);
    init_conditions(made);
    enum cis_status status = cis_session_new(validator, &made->session);
    if (status == CIS_OK) {
        status = cis_session_set_corpus(made->session, corpus);
    }
    if (status == CIS_OK && made->slots != NULL && made->workers != NULL) {
        *pool = made;
        return CIS_OK;
    }
    pool_free(made);
    return status == CIS_OK ? CIS_NO_MEMORY : status;
}

bool pool_is_full(const struct pool *pool)
{
    return pool->put - pool->taken == pool->slot_count;
}

bool pool_is_empty(const struct pool *pool)
{
    return pool->put == pool->taken;
}

void pool_put(struct pool *pool, struct input input)
{
    pthread_mutex_lock(&pool->mutex);
    *slot_of(pool, pool->put++) = (struct slot){.job = {.input = input}};
    const bool too_few = pool->put - pool->begun > pool->idle &&
                         pool->worker_count < pool->worker_most;
    pthread_cond_signal(&pool->wanted);
    pthread_mutex_unlock(&pool->mutex);
    if (too_few) {
        hire(pool);
    }
}

static struct timespec after(unsigned milliseconds)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    time.tv_sec += milliseconds / 1000;
    time.tv_nsec += (long)(milliseconds % 1000) * 1000000;
    if (time.tv_nsec >= 1000000000) {
        time.tv_sec++;
        time.tv_nsec -= 1000000000;
    }
    return time;
}

/* Until it is ripe, or that time is over. */
static void wait_until(struct pool *pool, const struct timespec *end)
{
    int error = 0;

    while (!is_ripe(pool) && error != ETIMEDOUT) {
        error = pthread_cond_timedwait(&pool->done, &pool->mutex, end);
    }
}

/* false after that time. */
static bool wait_for(struct pool *pool, const struct slot *slot,
                     unsigned milliseconds)
{
    const bool for_ever = milliseconds == 0;

    while (!slot->done && (for_ever || milliseconds > 0)) {
        const unsigned step =
            for_ever || milliseconds > PATIENCE ? PATIENCE : milliseconds;
        const struct timespec end = after(step);
        wait_until(pool, &end);
        milliseconds -= for_ever ? 0 : step;
    }
    return slot->done;
}

struct job *pool_take(struct pool *pool, unsigned milliseconds)
{
    struct slot *slot = slot_of(pool, pool->taken);
    bool done = true;

    pthread_mutex_lock(&pool->mutex);
    if (pool->worker_count > 0) {
        done = wait_for(pool, slot, milliseconds);
    } else {
        pool->ready = ++pool->begun;
        job_run(&slot->job, pool->session, pool->report);
    }
    pool->taken += done;
    pthread_mutex_unlock(&pool->mutex);
    return done ? &slot->job : NULL;
}

void pool_gather(struct pool *pool)
{
    for (unsigned i = 0; i < pool->worker_count && pool->corpus != NULL; i++) {
        struct worker *worker = &pool->workers[i];
        if (cis_session_set_corpus(worker->session, NULL) == CIS_OK &&
            cis_corpus_take(pool->corpus, worker->corpus) == CIS_OK) {
            worker->corpus = NULL;
        }
    }
}

/* What is not begun never will be. */
static void forget(struct pool *pool)
{
    pthread_mutex_lock(&pool->mutex);
    while (pool->put > pool->begun) {
        free(slot_of(pool, --pool->put)->job.input.path);
    }
    pthread_mutex_unlock(&pool->mutex);
    while (!pool_is_empty(pool)) {
        struct job *job = pool_take(pool, 0);
        free(job->input.path);
        part_free(&job->part);
    }
}

void pool_free(struct pool *pool)
{
    if (pool == NULL) {
        return;
    }
    forget(pool);
    pthread_mutex_lock(&pool->mutex);
    pool->over = true;
    pthread_cond_broadcast(&pool->wanted);
    pthread_mutex_unlock(&pool->mutex);
    for (unsigned i = 0; i < pool->worker_count; i++) {
        pthread_join(pool->workers[i].thread, NULL);
        dismiss(&pool->workers[i]);
    }
    cis_session_free(pool->session);
    pthread_cond_destroy(&pool->wanted);
    pthread_cond_destroy(&pool->done);
    pthread_mutex_destroy(&pool->mutex);
    free(pool->workers);
    free(pool->slots);
    free(pool);
}
