/* One pass in front of libxml2: limits, refusals, and where tags begin. */
/* SPDX-License-Identifier: MIT */
#include "xml/guard.h"

#include <string.h>

/* What libxml2 counts in an int stays far below its end. */
static const uint64_t longest_part = 1 << 30;

/* No name or value is longer than its tag, and no attribute shorter than four
 * bytes. */
static uint64_t shortest(const uint64_t *limits)
{
    uint64_t least = limits[CIS_LIMIT_NAME];

    if (least > limits[CIS_LIMIT_VALUE])
        least = limits[CIS_LIMIT_VALUE];
    if (least > limits[CIS_LIMIT_TAG])
        least = limits[CIS_LIMIT_TAG];
    if (least / 4 > limits[CIS_LIMIT_ATTRIBUTES])
        least = 4 * limits[CIS_LIMIT_ATTRIBUTES];
    return least;
}

void guard_init(struct guard *guard, const struct cis_allocator *from,
                const struct guard_limits *limits)
{
    static const enum cis_limit of_parts[] = {CIS_LIMIT_NAME, CIS_LIMIT_VALUE,
                                              CIS_LIMIT_TAG};

    *guard = (struct guard){.limits = *limits};
    queue_init(&guard->tags, from);
    queue_init(&guard->instructions, from);
    for (size_t i = 0; i < sizeof of_parts / sizeof *of_parts; i++) {
        uint64_t *limit = &guard->limits.of[of_parts[i]];
        if (*limit > longest_part)
            *limit = longest_part;
    }
    guard->near = shortest(guard->limits.of);
    guard_begin(guard);
}

void guard_free(struct guard *guard)
{
    queue_free(&guard->tags);
    queue_free(&guard->instructions);
}

void guard_begin(struct guard *guard)
{
    struct queue tags = guard->tags, instructions = guard->instructions;

    queue_clear(&tags);
    queue_clear(&instructions);
    *guard = (struct guard){.limits = guard->limits,
                            .near = guard->near,
                            .passed = UINT64_MAX,
                            .tags = tags,
                            .instructions = instructions};
}

/* The first NUL in [guard->at, until), or until. */
static uint64_t find_nul(struct guard *guard, const struct source *source,
                         uint64_t until)
{
    struct extent fresh = {guard->clean, until};
    struct str text = source_text(source, fresh);
    const char *nul =
        text.length == 0 ? NULL : memchr(text.at, '\0', text.length);

    guard->clean =
        nul == NULL ? until : guard->clean + (uint64_t)(nul - text.at);
    return guard->clean;
}

enum guard_result guard_scan(struct guard *guard, const struct source *source,
                             uint64_t until, uint64_t pause,
                             struct problem *problem)
{
    uint64_t clean = find_nul(guard, source, until);
    struct str text = source_text(source, (struct extent){guard->at, clean});
    struct scan scan = {.guard = guard,
                        .source = source,
                        .at = text.at,
                        .end = text.at + text.length,
                        .pause = text.at,
                        .problem = problem,
                        .result = GUARD_GOOD};

    if (guard->at < clean) {
        if (pause > guard->at)
            scan.pause += pause - guard->at < text.length ? pause - guard->at
                                                          : text.length;
        while (scan.at < scan.end && scan.result == GUARD_GOOD &&
               guard->safe < pause)
            markup_step(&scan);
        guard->at = scan_offset(&scan);
    }
    if (scan.result == GUARD_GOOD && guard->at == clean && clean < until) {
        problem_set(problem, CODE_W001, clean, clean + 1,
                    "there is a NUL character, which XML does not allow");
        return GUARD_PROBLEM;
    }
    return scan.result;
}

enum guard_result guard_settle(struct guard *guard, const struct source *source)
{
    struct extent passed = {guard->passed, guard->token};
    struct str text = source_text(source, passed);
    struct guard close = *guard;
    struct problem none;
    struct scan scan = {.guard = &close,
                        .source = source,
                        .at = text.at,
                        .end = text.at + text.length,
                        .pause = text.at,
                        .problem = &none,
                        .result = GUARD_GOOD};

    if (guard->passed == UINT64_MAX)
        return GUARD_GOOD;
    guard->passed = UINT64_MAX;
    close.state = GUARD_TEXT;
    close.part = passed.offset;
    close.settling = true;
    while (scan.at < scan.end && scan.result == GUARD_GOOD)
        markup_step(&scan);
    if (close.safe > guard->safe) /* the token may be over, too */
        guard->safe = close.safe;
    if (close.state == GUARD_TEXT)
        return GUARD_GOOD;
    guard->at = guard->token + 1;
    return GUARD_BROKEN;
}
