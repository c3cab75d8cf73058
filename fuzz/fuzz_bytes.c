/* Fuzzes the whole library with bytes: the cuts must change nothing. */
/* SPDX-License-Identifier: MIT */

/*
 * Oracle: the findings of an input are the same, byte for byte, whole and in
 * pieces. The cuts are drawn from the input itself.
 */
#include <cisvalidate/cisvalidate.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct cis_validator *validator;

static void write_finding(void *context, const struct cis_finding *finding)
{
    const struct cis_place *place = cis_finding_place(finding);
    FILE *out = context;

    fprintf(out, "%s %" PRIu64 ":%" PRIu64 " %" PRIu64 "-%" PRIu64 " %s %s\n",
            cis_finding_code(finding), place->line, place->column,
            place->offset, place->end_offset, cis_finding_path(finding),
            cis_finding_message(finding));
    for (size_t i = 0; i < cis_finding_fact_count(finding); i++)
        fprintf(out, "  %s\n",
                cis_fact_message(cis_finding_fact(finding, i)));
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

static void feed_pieces(struct cis_session *session, const uint8_t *data,
                        size_t size)
{
    uint64_t seed = size;
    enum cis_status status = cis_session_begin(session, "input");

    for (size_t i = 0; i < size && i < 64; i++)
        seed = seed * 31 + data[i];
    while (status == CIS_OK && size > 0) {
        size_t piece = next_piece(&seed, size < 5000);

        if (piece > size)
            piece = size;
        status = cis_session_feed(session, data, piece);
        data += piece;
        size -= piece;
    }
    if (status != CIS_OK || cis_session_end(session) != CIS_OK)
        abort();
}

static char *outcome(const uint8_t *data, size_t size, bool pieces)
{
    struct cis_session *session;
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);

    if (out == NULL || cis_session_new(validator, &session) != CIS_OK)
        abort();
    cis_session_on_finding(session, write_finding, out);
    cis_session_on_suppressed(session, write_suppressed, out);
    if (pieces)
        feed_pieces(session, data, size);
    else if (cis_session_memory(session, data, size, "input") != CIS_OK)
        abort();
    fprintf(out, "%s %" PRIu64 "\n",
            cis_verdict_name(cis_session_verdict(session)),
            cis_session_summits(session));
    cis_session_free(session);
    fclose(out);
    return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *whole, *cut;

    if (validator == NULL && cis_validator_new(NULL, &validator) != CIS_OK)
        abort();
    whole = outcome(data, size, false);
    cut = outcome(data, size, true);
    if (strcmp(whole, cut) != 0) {
        fprintf(stderr, "whole:\n%sin pieces:\n%s", whole, cut);
        abort();
    }
    free(whole);
    free(cut);
    return 0;
}
