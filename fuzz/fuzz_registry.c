/* Fuzzes registries, given as hosts give them. */
/* SPDX-License-Identifier: MIT */

/*
 * Oracles: a registry is used if libxml2 finds it valid by registry.xsd, and
 * one that is refused has a finding to say why. With it, a record gets the
 * same findings twice, and none that the schema makes are more or less.
 */
#include "mutator.h"
#include "oracle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max,
                               unsigned seed);

/* It has people, offices, documents and honours for rules to look up. */
static const char record[] =
    "<summit xmlns='urn:cisvalidate:summit:1' id='s' version='1.0' body='chs'"
    " kind='regular' status='held' recorded='2024-10-08'>"
    "<title xml:lang='en'>Session of 8 October 2024</title>"
    "<dates start='2024-10-07' end='2024-10-08' session='2024-10-08'/>"
    "<venue><place state='RU' receivedBy='a'><city xml:lang='en'>Moscow"
    "</city></place></venue>"
    "<presidency state='RU' from='2024-01-01' to='2024-12-31' chair='a'>"
    "<cochair state='KG'/></presidency>"
    "<people><person id='a' role='head-of-state' state='RU' "
    "office='head-of-state-ru'><name xml:lang='en'>A B</name></person>"
    "<person id='b' role='secretary-general' body='excom' "
    "office='cis-secretary'><name xml:lang='en'>C D</name></person></people>"
    "<delegations complete='true'><delegation state='RU' presence='attended' "
    "head='a'/><delegation state='AZ' presence='absent'/>"
    "<representative ref='b' presence='attended'/></delegations>"
    "<documents><document id='d' type='decision' status='adopted'>"
    "<title xml:lang='en'>Decision for 2025-2027</title>"
    "<establishes honour='certificate-of-the-cis'/></document></documents>"
    "<appointments><appointment action='appoint' person='b' "
    "office='cis-secretary'/></appointments>"
    "<awards><award honour='order-of-friendship-ru' recipient='b' "
    "conferredBy='a' date='2024-10-08'/></awards>"
    "<anniversaries><anniversary id='v' event='victory-1945' ordinal='80' "
    "of='1945-05-09' on='2025'><title xml:lang='en'>V</title></anniversary>"
    "</anniversaries>"
    "<next body='chs' kind='regular' date='2025-10-10' state='TJ'/>"
    "<sources><source publisher='P'><title xml:lang='en'>T</title></source>"
    "</sources></summit>";

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    mutator_learn("registry.xsd");
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max,
                               unsigned seed)
{
    return mutator_run(data, size, max, seed);
}

/* What the faults of a registry come to, as of an input of any kind. */
static void on_fault(void *context, const struct cis_finding *finding)
{
    struct outcome *outcome = context;
    const char *code = cis_finding_code(finding);

    outcome->shown += cis_finding_severity(finding) == CIS_ERROR;
    outcome->unread |= code[0] == 'W' && code[3] < '7';
    outcome->refused |= code[0] == 'W';
}

static void use(const struct cis_validator *validator)
{
    struct outcome first = outcome_of(validator, record, sizeof record - 1);
    struct outcome again = outcome_of(validator, record, sizeof record - 1);

    if (strcmp(first.lines, again.lines) != 0 || first.status != CIS_OK)
        outcome_differs("once", first.lines, again.lines);
    if (strstr(first.lines, "S0") != NULL)
        outcome_differs("schema", first.lines, "");
    outcome_free(&first);
    outcome_free(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char empty[] = "";
    struct outcome faults = {.verdict = CIS_VALID, .lines = empty};
    struct cis_options *options = cis_options_new(NULL);
    struct cis_validator *validator;
    uint8_t *lent = malloc(size + 1); /* gone once the validator is there */

    if (options == NULL || lent == NULL)
        abort();
    memcpy(lent, data, size);
    cis_options_set_registry(options, "r.xml", lent, size, on_fault, &faults);
    faults.status = cis_validator_new(options, &validator);
    cis_options_free(options);
    free(lent);
    if (faults.status == CIS_OK)
        use(validator);
    else if (faults.status == CIS_BAD_REGISTRY && validator == NULL)
        faults.verdict = CIS_INVALID;
    else
        outcome_differs("status", cis_status_text(faults.status), "refused");
    if ((faults.shown == 0) != (faults.status == CIS_OK))
        outcome_differs("findings", cis_status_text(faults.status), "");
    oracle_compare("registry.xsd", data, size, &faults);
    cis_validator_free(validator);
    return 0;
}
