/* Fuzzes the schema engine with records changed by their vocabulary. */
/* SPDX-License-Identifier: MIT */

/*
 * Oracle: libxml2's schema validator has the same verdict on every document
 * that we can read. Rules are off; the mutator is that of tests/schema.
 */
#include "mutator.h"
#include "oracle.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max,
                               unsigned seed);

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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct outcome outcome = outcome_of(outcome_validator(false), data, size);

    if (outcome.status != CIS_OK)
        outcome_differs("status", cis_status_text(outcome.status), "success");
    oracle_compare("summit.xsd", data, size, &outcome);
    outcome_free(&outcome);
    return 0;
}
