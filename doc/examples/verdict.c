/* Validates the files named on its command line and counts what is wrong. */
/* SPDX-License-Identifier: MIT */
#include <cisvalidate/cisvalidate.h>
#include <stdio.h>

static void on_finding(void *context, const struct cis_finding *finding)
{
    const struct cis_place *place = cis_finding_place(finding);

    ++*(int *)context;
    printf("%s at byte %d: %s\n", cis_finding_code(finding), (int)place->offset,
           cis_finding_message(finding));
}

int main(int argc, char **argv)
{
    struct cis_validator *validator;
    struct cis_session *session;
    int count = 0;

    if (cis_validator_new(NULL, &validator) != CIS_OK ||
        cis_session_new(validator, &session) != CIS_OK)
        return 3;
    cis_session_on_finding(session, on_finding, &count);
    for (int i = 1; i < argc; i++)
        if (cis_session_path(session, argv[i], NULL) != CIS_OK)
            return 3;
    cis_session_free(session);
    cis_validator_free(validator);
    return count > 0;
}
