/* Fuzzes the reading of XML: other spellings of a document mean the same. */
/* SPDX-License-Identifier: MIT */

/*
 * Oracle: an input that we can read is written anew by rewrite_document, and
 * verdict, codes and paths of findings stay what they were.
 */
#include "mutator.h"
#include "outcome.h"
#include "rewrite.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max,
                               unsigned seed);

#define ROUNDS 4
#define MOST 200000 /* bytes: nothing written of it comes near a limit */
#define SHOWN 900   /* findings: below the limit of those shown */

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

static uint64_t hash(const uint8_t *data, size_t size)
{
    uint64_t hash = 0xcbf29ce484222325;

    for (size_t i = 0; i < size; i++)
        hash = (hash ^ data[i]) * 0x100000001b3;
    return hash;
}

static void compare(const struct outcome *wanted, const struct rewritten *made)
{
    struct outcome got =
        outcome_of(outcome_validator(true), made->bytes, made->size);

    if (got.verdict != wanted->verdict ||
        strcmp(got.lines, wanted->lines) != 0) {
        fwrite(made->text, 1, made->text_size, stderr);
        outcome_differs("\nas it was", wanted->lines, got.lines);
    }
    outcome_free(&got);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct outcome wanted;
    struct chance chance = {hash(data, size)};
    xmlDoc *document;

    if (size > MOST)
        return -1;
    wanted = outcome_of(outcome_validator(true), data, size);
    if (!wanted.unread && wanted.shown < SHOWN) {
        document =
            mutator_parse(data, size, XML_PARSE_NOCDATA | XML_PARSE_NOENT);
        for (int i = 0; i < ROUNDS && document != NULL; i++) {
            struct rewritten made = rewrite_document(document, &chance);

            compare(&wanted, &made);
            rewritten_free(&made);
        }
        xmlFreeDoc(document);
    }
    outcome_free(&wanted);
    return 0;
}
