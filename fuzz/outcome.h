/* What came of an input, as lines of text that can be compared. */
/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_OUTCOME_H
#define FUZZ_OUTCOME_H

#include <cisvalidate/cisvalidate.h>
#include <stdbool.h>

struct outcome {
    enum cis_status status;
    enum cis_verdict verdict;
    size_t shown;
    bool unread;  /* W001 to W006: nobody can say more of the input */
    bool refused; /* W007 too: nothing of it was checked */
    char *lines;  /* "CODE PATH", sorted; to be freed */
};

/* Validates the bytes whole, in a session of its own; aborts where there is
 * no memory. */
struct outcome outcome_of(const struct cis_validator *validator,
                          const void *bytes, size_t size);
void outcome_free(struct outcome *outcome);

/* The bundled registry, rules or none. Made once, never freed. */
const struct cis_validator *outcome_validator(bool rules);

/* Says both on stderr and aborts: an oracle was not content. */
_Noreturn void outcome_differs(const char *what, const char *first,
                               const char *second);

#endif
