/* All that a session tells of an input, as one text. */
/* SPDX-License-Identifier: MIT */
#include "digest.h"

#include "show.h"

#include <inttypes.h>
#include <stdlib.h>

static void put_place(FILE *to, const struct cis_place *p)
{
    fprintf(to,
            "%" PRIu64 ":%" PRIu64 "-%" PRIu64 ":%" PRIu64 " %" PRIu64
            "-%" PRIu64 "\n",
            p->line, p->column, p->end_line, p->end_column, p->offset,
            p->end_offset);
}

static void put_excerpt(FILE *to, struct cis_excerpt excerpt)
{
    fprintf(to, "%" PRIu64 " %s\n", excerpt.first_column,
            excerpt.text != NULL ? excerpt.text : "-");
}

static void on_finding(void *context, const struct cis_finding *f)
{
    FILE *to = context;

    fprintf(to, "%s %s\n%s\n", cis_finding_code(f), cis_finding_path(f),
            cis_finding_message(f));
    put_place(to, cis_finding_place(f));
    put_excerpt(to, cis_finding_excerpt(f));
    if (cis_finding_hint(f) != NULL)
        fprintf(to, "%s\n", cis_finding_hint(f));
    for (size_t i = 0; i < cis_finding_fact_count(f); i++) {
        const struct cis_fact *fact = cis_finding_fact(f, i);

        fprintf(to, "%s\n", cis_fact_message(fact));
        if (cis_fact_path(fact) == NULL)
            continue;
        put_place(to, cis_fact_place(fact));
        put_excerpt(to, cis_fact_excerpt(fact));
    }
}

static void on_suppressed(void *context, const struct cis_finding *f,
                          const char *reason)
{
    FILE *to = context;

    fprintf(to, "suppressed: %s\n", reason);
    on_finding(context, f);
}

static void put_element(FILE *to, const void *element, const char *attribute)
{
    struct cis_place place = cis_element_place(element, attribute);

    fprintf(to, "%s %d ", cis_element_whole(element) ? "whole" : "damaged",
            (int)cis_element_given(element, attribute));
    put_place(to, &place);
}

static void on_summit(void *context, const struct cis_summit *summit)
{
    const struct cis_documents *documents = cis_summit_documents(summit);
    const struct cis_person *p = cis_people_persons(cis_summit_people(summit));
    FILE *to = context;
    char *text = show_summit(summit);

    fprintf(to, "%svalid\n%s", cis_summit_valid(summit) ? "" : "in",
            text != NULL ? text : "no memory");
    free(text);
    put_element(to, summit, "recorded");
    put_element(to, cis_summit_titles(summit), "");
    for (; p != NULL; p = cis_person_next(p))
        put_element(to, p, "role");
    for (const struct cis_document *d = cis_documents_documents(documents);
         d != NULL; d = cis_document_next(d))
        put_element(to, d, "id");
}

bool digest_begin(struct digest *digest, struct cis_session *session)
{
    *digest = (struct digest){.session = session};
    digest->to = open_memstream(&digest->text, &digest->size);
    if (digest->to == NULL)
        return false;
    cis_session_on_finding(session, on_finding, digest->to);
    cis_session_on_suppressed(session, on_suppressed, digest->to);
    cis_session_on_summit(session, on_summit, digest->to);
    cis_session_want_invalid(session, true);
    return true;
}

char *digest_end(struct digest *digest, enum cis_status status)
{
    struct cis_session *s = digest->session;

    for (size_t i = 0; i < cis_session_skip_count(s); i++) {
        struct cis_skip skip = cis_session_skip(s, i);

        fprintf(digest->to, "%s %s %s\n", skip.code, skip.summit, skip.reason);
    }
    fprintf(digest->to, "%d %s %" PRIu64 "\n", (int)status,
            cis_verdict_name(cis_session_verdict(s)), cis_session_summits(s));
    fclose(digest->to);
    return digest->text;
}
