/* Names of findings that stay the same while lines move. */
/* SPDX-License-Identifier: MIT */
#include "fingerprint.h"

#include "plain.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    FIRST_SIZE = 64
};

/* FNV-1a; the end of the text counts, so that "ab", "c" is not "a", "bc". */
static uint64_t hash_text(uint64_t hash, const char *text)
{
    do {
        hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001B3);
    } while (*text++ != '\0');
    return hash;
}

/* All bits of it decide on each bit of the result. */
static uint64_t mix(uint64_t hash)
{
    hash = (hash ^ hash >> 33) * UINT64_C(0xFF51AFD7ED558CCD);
    hash = (hash ^ hash >> 33) * UINT64_C(0xC4CEB9FE1A85EC53);
    return hash ^ hash >> 33;
}

static uint64_t hash_of(const struct cis_finding *finding)
{
    uint64_t hash = UINT64_C(0xCBF29CE484222325);

    hash = hash_text(hash, plain_path(cis_finding_file(finding)));
    hash = hash_text(hash, cis_finding_code(finding));
    hash = hash_text(hash, cis_finding_path(finding));
    return mix(hash_text(hash, cis_finding_message(finding)));
}

static struct fingerprint_slot *find(struct fingerprints *known, uint64_t hash)
{
    size_t i = (size_t)hash & (known->size - 1);

    while (known->slots[i].count > 0 && known->slots[i].hash != hash) {
        i = (i + 1) & (known->size - 1);
    }
    return &known->slots[i];
}

/* At most half of the slots are used. */
static bool grow(struct fingerprints *known)
{
    struct fingerprints more = {.size = known->size * 2, .used = known->used};

    if (known->used * 2 < known->size) {
        return true;
    }
    if (more.size == 0) {
        more.size = FIRST_SIZE;
    }
    more.slots = calloc(more.size, sizeof *more.slots);
    if (more.slots == NULL) {
        return false;
    }
    for (size_t i = 0; i < known->size; i++) {
        if (known->slots[i].count > 0) {
            *find(&more, known->slots[i].hash) = known->slots[i];
        }
    }
    free(known->slots);
    *known = more;
    return true;
}

bool fingerprint_make(struct fingerprints *known,
                      const struct cis_finding *finding,
                      char text[static FINGERPRINT_SIZE])
{
    const uint64_t hash = hash_of(finding);

    text[0] = '\0';
    if (!grow(known)) {
        return false;
    }
    struct fingerprint_slot *slot = find(known, hash);
    known->used += slot->count == 0;
    slot->hash = hash;
    snprintf(text, FINGERPRINT_SIZE, "%016" PRIx64, mix(hash + slot->count++));
    return true;
}

void fingerprints_free(struct fingerprints *known)
{
    free(known->slots);
    *known = (struct fingerprints){.slots = NULL};
}
