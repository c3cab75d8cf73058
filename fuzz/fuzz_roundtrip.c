/* Fuzzes records out and in again: what is written reads as what it was. */
/* SPDX-License-Identifier: MIT */

/*
 * Oracles, for each record of the input: it and a copy that is held are shown
 * alike by the public accessors, and written alike; what is written is read as
 * one record, shown and written as the first one. Of a valid record the writer
 * tells what the accessors do, and it is valid again. Of a valid input all
 * records are written as one archive too, which has the findings of the input.
 * An invalid record is written as far as it was understood, and may be valid
 * then: what was refused is gone. No instruction is written, so what one has
 * suppressed comes back.
 */
#include "../tests/api/show.h"
#include "mutator.h"
#include "outcome.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max,
                               unsigned seed);

#define MOST 200000 /* bytes: what is written comes near no limit */

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    mutator_learn("summit.xsd");
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max,
                               unsigned seed)
{
    return mutator_run(data, size, max, seed);
}

/* The record that is read again. */
struct again {
    const char *shown, *written; /* as it was the first time */
    bool valid;
    size_t records;
};

/* The records of the input, and the archive that takes those. */
struct input {
    struct cis_writer *archive;
    FILE *to;
    bool all_valid;
    bool suppressed; /* something, by an instruction: none is written */
};

static void same(const char *what, const char *first, const char *second)
{
    if (strcmp(first, second) != 0)
        outcome_differs(what, first, second);
}

static char *written_of(const struct cis_summit *summit)
{
    char *written = write_summit(outcome_validator(true), summit);

    if (written == NULL)
        abort();
    return written;
}

static void on_again(void *context, const struct cis_summit *summit)
{
    struct again *again = context;
    char *shown = show_summit(summit), *written = written_of(summit);

    same("shown again", again->shown, shown);
    same("written again", again->written, written);
    if (again->valid && !cis_summit_valid(summit))
        outcome_differs("valid", again->written, "and not valid again");
    again->records++;
    free(shown);
    free(written);
}

static void read_again(const struct again *first)
{
    struct again again = *first;
    const char *written = again.written;
    struct cis_session *session;

    if (cis_session_new(outcome_validator(true), &session) != CIS_OK)
        abort();
    cis_session_on_summit(session, on_again, &again);
    cis_session_want_invalid(session, true);
    if (cis_session_memory(session, written, strlen(written), "again") !=
            CIS_OK ||
        again.records != 1)
        outcome_differs("records", written, "is not one");
    if (again.valid && cis_session_verdict(session) != CIS_VALID)
        outcome_differs("verdict", written, "valid, and not valid again");
    cis_session_free(session);
}

static void hold(const struct cis_summit *summit, const struct again *first)
{
    struct cis_record *held;
    char *kept;

    if (cis_record_hold(summit, &held) != CIS_OK)
        abort();
    kept = show_summit(cis_record_get(held));
    same("held", first->shown, kept);
    free(kept);
    kept = written_of(cis_record_get(held));
    same("written of what is held", first->written, kept);
    free(kept);
    cis_record_free(held);
}

/* Of an invalid record a reference to nothing is written, and not shown. */
static void on_summit(void *context, const struct cis_summit *summit)
{
    struct input *input = context;
    char *shown = show_summit(summit), *written = written_of(summit);
    struct again first = {shown, written, false, 0};

    if (cis_summit_valid(summit))
        same("shown", written, shown);
    hold(summit, &first);
    first.valid = cis_summit_valid(summit) && !input->suppressed;
    read_again(&first);
    input->all_valid &= cis_summit_valid(summit);
    if (cis_writer_add(input->archive, summit) != CIS_OK)
        abort();
    free(shown);
    free(written);
}

static void on_suppressed(void *context, const struct cis_finding *finding,
                          const char *reason)
{
    struct input *input = context;

    (void)finding, (void)reason;
    input->suppressed = true;
}

static long write_to(void *context, const void *bytes, size_t size)
{
    struct input *input = context;

    return (long)fwrite(bytes, 1, size, input->to);
}

/* The codes of the findings, without the paths: those of an archive differ.
 * And without those of instructions (U), of which none is written. */
static char *codes_of(const struct outcome *outcome)
{
    char *codes = strdup(outcome->lines), *to = codes;

    if (codes == NULL)
        abort();
    for (const char *line = outcome->lines; *line != '\0';
         line += strcspn(line, "\n") + 1) {
        size_t length = strcspn(line, " ");

        if (line[0] == 'U')
            continue;
        memcpy(to, line, length);
        to[length] = '\n';
        to += length + 1;
    }
    *to = '\0';
    return codes;
}

/* The archive has the findings of the input. */
static void compare(const struct outcome *wanted, const char *bytes,
                    size_t size)
{
    struct outcome got = outcome_of(outcome_validator(true), bytes, size);
    char *first = codes_of(wanted), *second = codes_of(&got);

    if (got.verdict != CIS_VALID)
        outcome_differs("archive", bytes, got.lines);
    same("findings of the archive", first, second);
    free(first);
    free(second);
    outcome_free(&got);
}

static void round_trip(const uint8_t *data, size_t size,
                       const struct outcome *wanted)
{
    struct input input = {.all_valid = true};
    struct cis_session *session;
    char *bytes = NULL;
    size_t length;

    input.to = open_memstream(&bytes, &length);
    if (input.to == NULL ||
        cis_session_new(outcome_validator(true), &session) != CIS_OK ||
        cis_writer_new(outcome_validator(true), CIS_ARCHIVE, write_to, &input,
                       &input.archive) != CIS_OK)
        abort();
    cis_session_on_suppressed(session, on_suppressed, &input);
    cis_session_on_summit(session, on_summit, &input);
    cis_session_want_invalid(session, true);
    if (cis_session_memory(session, data, size, "input") != wanted->status ||
        cis_writer_end(input.archive) != CIS_OK)
        abort();
    fclose(input.to);
    if (wanted->verdict == CIS_VALID) {
        if (!input.all_valid)
            outcome_differs("valid", wanted->lines, "with invalid records");
        if (!input.suppressed)
            compare(wanted, bytes, length);
    }
    cis_writer_free(input.archive);
    cis_session_free(session);
    free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct outcome wanted;

    if (size > MOST)
        return -1;
    wanted = outcome_of(outcome_validator(true), data, size);
    round_trip(data, size, &wanted);
    outcome_free(&wanted);
    return 0;
}
