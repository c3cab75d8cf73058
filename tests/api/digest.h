/* All that a session tells of an input, as one text. */
/* SPDX-License-Identifier: MIT */
#ifndef API_DIGEST_H
#define API_DIGEST_H

#include <cisvalidate/cisvalidate.h>
#include <stdio.h>

struct digest {
    struct cis_session *session;
    FILE *to;
    char *text;
    size_t size;
};

/* Takes the session's callbacks for one input; false where memory fails. */
bool digest_begin(struct digest *digest, struct cis_session *session);

/* The findings with places and proofs, each record (invalid ones too) with
 * some of its places, the skips and the verdict; to be freed. */
char *digest_end(struct digest *digest, enum cis_status status);

#endif
