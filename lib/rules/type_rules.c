/* T: what the type and the status of a document demand of it. */
/* SPDX-License-Identifier: MIT */
#include "rules/checks.h"
#include "rules/query.h"

/* The registry's entry of the document's type, or NULL. */
static const struct reg_document_type *type_of(struct rule_run *run,
                                               const struct document *document)
{
    if (!rule_given(run, &document->node, "type"))
        return NULL;
    return registry_type(
        run->registry, str_of(rule_word(run, "documentType", document->type)));
}

/* What the registry says of a type that a finding rests on. */
static void trait_fact(struct rule_run *run, struct cis_finding *finding,
                       const struct reg_document_type *type, const char *trait)
{
    rule_source(run, finding, type->source, "type '%s': %s",
                rule_quote(run, type->id), trait);
}

/* Whether the document surely names no period, and nothing was refused that
 * may have done so. */
static bool without_validity(struct rule_run *run,
                             const struct document *document)
{
    const struct validity *validity = document->validity;

    if (validity == NULL)
        return rule_whole(run, &document->node);
    return !date_given(validity->from) && !date_given(validity->to) &&
           rule_whole(run, &validity->node);
}

void check_validity_required(struct rule_run *run)
{
    const struct list *documents = &run->summit->documents->documents;

    for (const struct node *n = documents->first; n != NULL; n = n->next) {
        const struct document *document = (const struct document *)n;
        const struct reg_document_type *type = type_of(run, document);
        if (type == NULL || type->validity != VALIDITY_REQUIRED ||
            !without_validity(run, document))
            continue;
        struct cis_finding *finding =
            document->validity != NULL
                ? rule_emit(run, &document->validity->node, NULL)
                : rule_emit(run, n, "type");
        finding_say(finding, "the %s %s does not say for which years it is",
                    rule_quote(run, type->id), rule_document(run, document));
        trait_fact(run, finding, type, "a period of validity is required");
        finding_hint(finding, "add validity with from and to, such as "
                              "<validity from=\"2025\" to=\"2027\"/>");
    }
}

void check_validity_not_expected(struct rule_run *run)
{
    const struct list *documents = &run->summit->documents->documents;

    for (const struct node *n = documents->first; n != NULL; n = n->next) {
        const struct document *document = (const struct document *)n;
        const struct reg_document_type *type = type_of(run, document);
        if (type == NULL || type->validity != VALIDITY_UNEXPECTED ||
            document->validity == NULL)
            continue;
        struct cis_finding *finding =
            rule_emit(run, &document->validity->node, NULL);
        finding_say(finding, "the %s %s is not expected to name years",
                    rule_quote(run, type->id), rule_document(run, document));
        rule_fact(run, finding, n, "type", "its type is '%s'",
                  rule_quote(run, type->id));
        trait_fact(run, finding, type, "no period of validity is expected");
    }
}

void check_target_required(struct rule_run *run)
{
    const struct list *documents = &run->summit->documents->documents;

    for (const struct node *n = documents->first; n != NULL; n = n->next) {
        const struct document *document = (const struct document *)n;
        const struct reg_document_type *type = type_of(run, document);
        if (type == NULL || type->target != TARGET_REQUIRED ||
            document->amends.first != NULL || !rule_whole(run, n))
            continue;
        struct cis_finding *finding = rule_emit(run, n, "type");
        finding_say(finding,
                    "the %s %s does not name the text it changes or ends",
                    rule_quote(run, type->id), rule_document(run, document));
        trait_fact(run, finding, type,
                   "the text it changes or ends must be named");
        finding_hint(finding, "add amends, and an instrument for the text; "
                              "its title is enough");
    }
}

void check_addressee_expected(struct rule_run *run)
{
    const struct list *documents = &run->summit->documents->documents;

    for (const struct node *n = documents->first; n != NULL; n = n->next) {
        const struct document *document = (const struct document *)n;
        const struct reg_document_type *type = type_of(run, document);
        if (type == NULL || type->addressee != ADDRESSEE_EXPECTED ||
            document->addressees.first != NULL || !rule_whole(run, n))
            continue;
        struct cis_finding *finding = rule_emit(run, n, "type");
        finding_say(finding, "the %s %s does not say whom it addresses",
                    rule_quote(run, type->id), rule_document(run, document));
        trait_fact(run, finding, type, "an addressee is expected");
        finding_hint(finding, "add addressee, such as \"The world community\"");
    }
}

void check_signatories_not_recorded(struct rule_run *run)
{
    const struct list *documents = &run->summit->documents->documents;

    for (const struct node *n = documents->first; n != NULL; n = n->next) {
        const struct document *document = (const struct document *)n;
        if (!rule_given(run, n, "status") ||
            document->status != STATUS_SIGNED ||
            document->signatures.first != NULL || !rule_whole(run, n))
            continue;
        struct cis_finding *finding = rule_emit(run, n, "status");
        finding_say(finding, "%s is signed, and no signature is recorded",
                    rule_document(run, document));
        finding_hint(finding, "add signature for each state, or say "
                              "'adopted'");
    }
}

/* A signature after the summit is an accession, and may be anyone's. */
static bool signed_later(struct rule_run *run, const struct document *document,
                         const struct signature *signature)
{
    const struct dates *dates = run->summit->dates;
    struct dated adopted;

    if (rule_given(run, &signature->node, "date"))
        return dates == NULL ||
               date_not_after(signature->date, dates->end) != TRUTH_YES;
    return !rule_whole(run, &signature->node) ||
           !query_adopted(run, document, &adopted) || dates == NULL ||
           date_not_after(adopted.date, dates->end) != TRUTH_YES;
}

static void signatures_of_absent(struct rule_run *run,
                                 const struct document *document,
                                 const struct attendance *attendance)
{
    for (const struct node *n = document->signatures.first; n; n = n->next) {
        const struct signature *signature = (const struct signature *)n;
        const struct delegation *delegation =
            attendance_delegation(attendance, signature->state);
        if (!rule_given(run, n, "state") || delegation == NULL ||
            delegation->presence != PRESENCE_ABSENT ||
            signed_later(run, document, signature))
            continue;
        struct cis_finding *finding = rule_emit(run, n, "state");
        finding_say(finding, "%s signed %s, though it was absent",
                    rule_state(run, signature->state),
                    rule_document(run, document));
        rule_fact(run, finding, &delegation->node, "presence",
                  "its delegation is 'absent'");
        finding_hint(finding, "a later accession has its own date");
    }
}

void check_signature_of_absent_state(struct rule_run *run)
{
    const struct list *documents = &run->summit->documents->documents;
    struct attendance attendance;

    query_attendance(run, &attendance);
    query_presence(run);
    for (const struct node *n = documents->first; n != NULL; n = n->next)
        signatures_of_absent(run, (const struct document *)n, &attendance);
}

void check_signed_at_announced_summit(struct rule_run *run)
{
    const struct summit *summit = run->summit;

    if (!rule_given(run, &summit->node, "status") ||
        summit->status != RECORD_ANNOUNCED)
        return;
    for (const struct node *n = summit->documents->documents.first; n;
         n = n->next) {
        const struct document *document = (const struct document *)n;
        if (!rule_given(run, n, "status") ||
            (document->status != STATUS_ADOPTED &&
             document->status != STATUS_SIGNED))
            continue;
        struct cis_finding *finding = rule_emit(run, n, "status");
        finding_say(finding, "%s is '%s', though the summit is only announced",
                    rule_document(run, document),
                    rule_word(run, "documentStatus", document->status));
        rule_fact(run, finding, &summit->node, "status",
                  "the record is 'announced'");
        finding_hint(finding, "did you mean 'expected'?");
    }
}

static bool adopts(const struct reg_body *body, struct str type)
{
    for (const struct node *n = body->adopts.first; n != NULL; n = n->next)
        if (str_equal(((const struct reg_type_ref *)n)->type, type))
            return true;
    return false;
}

void check_type_not_of_this_body(struct rule_run *run)
{
    const struct summit *summit = run->summit;
    const struct reg_body *body = registry_body(run->registry, summit->body);

    if (!rule_given(run, &summit->node, "body") || body == NULL ||
        body->adopts.first == NULL)
        return;
    for (const struct node *n = summit->documents->documents.first; n;
         n = n->next) {
        const struct document *document = (const struct document *)n;
        const struct reg_document_type *type = type_of(run, document);
        if (type == NULL || adopts(body, type->id))
            continue;
        struct cis_finding *finding = rule_emit(run, n, "type");
        finding_say(finding, "%s is of type '%s', which the %s does not adopt",
                    rule_document(run, document), rule_quote(run, type->id),
                    rule_quote(run, reg_name(&body->names)));
        rule_source(run, finding, body->source,
                    "no '%s' is among the types that it adopts",
                    rule_quote(run, type->id));
        rule_fact(run, finding, &summit->node, "body",
                  "the summit is one of '%s'", rule_quote(run, summit->body));
    }
}

void check_initiator_not_participating(struct rule_run *run)
{
    const struct list *documents = &run->summit->documents->documents;
    struct cis_date session = rule_session(run);

    for (const struct node *d = documents->first; d != NULL; d = d->next) {
        const struct document *document = (const struct document *)d;
        for (const struct node *n = document->initiators.first; n;
             n = n->next) {
            struct str state = ((const struct state_ref *)n)->state;
            if (!rule_given(run, n, "state") ||
                registry_standing(run->registry, state, session,
                                  membership_participates) != TRUTH_NO)
                continue;
            struct cis_finding *finding = rule_emit(run, n, "state");
            finding_say(finding, "%s proposed %s, and does not participate",
                        rule_state(run, state), rule_document(run, document));
            query_standing_facts(run, finding, state);
            query_session_fact(run, finding);
        }
    }
}

void check_total_differs(struct rule_run *run)
{
    const struct documents *documents = run->summit->documents;
    int64_t listed = 0;

    if (!rule_given(run, &documents->node, "total") ||
        !rule_given(run, &documents->node, "complete") ||
        documents->complete != FLAG_YES || !rule_whole(run, &documents->node))
        return;
    for (const struct node *n = documents->documents.first; n; n = n->next)
        if (((const struct document *)n)->status != STATUS_WITHDRAWN)
            listed++;
    if (listed == documents->total)
        return;
    struct cis_finding *finding = rule_emit(run, &documents->node, "total");
    finding_say(finding, "the total is %d, and the number listed is %d",
                (int)documents->total, (int)listed);
    rule_fact(run, finding, &documents->node, "complete",
              "the list is said to be complete");
}
