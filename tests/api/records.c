/* Parse, write, parse: every valid record stays what it is. */
/* SPDX-License-Identifier: MIT */
#include "corpus.h"
#include "show.h"

#include <stdlib.h>
#include <string.h>

/* What is seen of the records of one input. */
struct look {
    const struct cis_validator *validator;
    struct cis_session *again;
    const char *path;
    char *expected; /* of the record that is read again */
    size_t records, alike;
};

static bool same(const char *a, const char *b)
{
    size_t i = 0;

    if (a == NULL || b == NULL)
        return false;
    while (a[i] != '\0' && a[i] == b[i])
        i++;
    if (a[i] == b[i])
        return true;
    printf("# one: %.60s\n# two: %.60s\n", a + i, b + i);
    return false;
}

static void on_again(void *context, const struct cis_summit *summit)
{
    struct look *look = context;
    char *shown = show_summit(summit);
    char *written = write_summit(look->validator, summit);

    look->alike += same(look->expected, shown) && same(look->expected, written);
    free(shown);
    free(written);
}

static void on_summit(void *context, const struct cis_summit *summit)
{
    struct look *look = context;
    char *shown = show_summit(summit);
    struct cis_record *held = NULL;

    look->records++;
    look->expected = write_summit(look->validator, summit);
    if (cis_record_hold(summit, &held) == CIS_OK &&
        same(look->expected, shown)) {
        char *kept = show_summit(cis_record_get(held));

        cis_session_on_summit(look->again, on_again, look);
        if (same(look->expected, kept) &&
            cis_session_memory(look->again, look->expected,
                               strlen(look->expected), "again") != CIS_OK)
            look->alike = 0;
        free(kept);
    }
    cis_record_free(held);
    free(look->expected);
    free(shown);
}

static bool on_input(void *context, const struct input *input)
{
    struct look look = *(struct look *)context;
    struct cis_session *session;
    bool good;

    if (cis_session_new(look.validator, &session) != CIS_OK ||
        cis_session_new(look.validator, &look.again) != CIS_OK)
        return false;
    cis_session_on_summit(session, on_summit, &look);
    /* what is written no longer suppresses what the input did */
    cis_session_want_invalid(look.again, true);
    good = cis_session_memory(session, input->bytes, input->size, "it") ==
               CIS_OK &&
           look.alike == look.records;
    if (!good || look.records > 0)
        report(good, input->path);
    cis_session_free(look.again);
    cis_session_free(session);
    return true;
}

/* A builder with the calls of a small record. */
static struct cis_record *build(const struct cis_validator *validator)
{
    struct cis_date day = {2024, 10, 8};
    struct cis_builder *b;
    struct cis_record *record = NULL;

    if (cis_builder_new(validator, &b) != CIS_OK)
        return NULL;
    cis_builder_start(b, "summit");
    cis_builder_attribute(b, "id", "chs-2024-10-08");
    cis_builder_attribute(b, "version", "1.0");
    cis_builder_attribute(b, "body", "chs");
    cis_builder_attribute(b, "kind", "regular");
    cis_builder_attribute(b, "status", "held");
    cis_builder_date(b, "recorded", day);
    cis_builder_number(b, "number", 55);
    cis_builder_words(b, "title", "ru", "Заседание <СГГ> & \"СНГ\"");
    cis_builder_start(b, "dates");
    cis_builder_date(b, "start", day);
    cis_builder_date(b, "end", day);
    cis_builder_date(b, "session", day);
    cis_builder_end(b);
    cis_builder_start(b, "venue");
    cis_builder_start(b, "place");
    cis_builder_attribute(b, "state", "RU");
    cis_builder_words(b, "city", "en", "Moscow");
    cis_builder_end(b);
    cis_builder_end(b);
    cis_builder_start(b, "people");
    cis_builder_start(b, "person");
    cis_builder_attribute(b, "id", "putin");
    cis_builder_attribute(b, "role", "head-of-state");
    cis_builder_attribute(b, "state", "RU");
    cis_builder_words(b, "name", "en", "Vladimir Putin");
    cis_builder_end(b);
    cis_builder_end(b);
    cis_builder_start(b, "delegations");
    cis_builder_start(b, "delegation");
    cis_builder_attribute(b, "state", "RU");
    cis_builder_attribute(b, "presence", "attended");
    cis_builder_attribute(b, "head", "putin");
    cis_builder_end(b);
    cis_builder_end(b);
    cis_builder_start(b, "sources");
    cis_builder_start(b, "source");
    cis_builder_attribute(b, "publisher", "Кремль");
    cis_builder_words(b, "title", "en", "News");
    cis_builder_end(b);
    cis_builder_end(b);
    cis_builder_start(b, "extension");
    cis_builder_xml(b, "<a xmlns=\"urn:a\"><b c='1'/>&lt;</a>");
    cis_builder_end(b);
    cis_builder_end(b);
    if (cis_builder_record(b, NULL, NULL, &record) != CIS_OK)
        record = NULL;
    cis_builder_free(b);
    return record;
}

static void test_builder(const struct cis_validator *validator)
{
    struct cis_record *record = build(validator);
    const struct cis_summit *summit = cis_record_get(record);
    char *written = summit != NULL ? write_summit(validator, summit) : NULL;

    report(summit != NULL && cis_summit_valid(summit), "built and valid");
    report(written != NULL && strstr(written, "publisher=\"Кремль\"") != NULL &&
               strstr(written, "<a xmlns=\"urn:a\"><b c=\"1\"></b>&lt;</a>"),
           "built and written");
    free(written);
    cis_record_free(record);
}

static void test_misuse(const struct cis_validator *validator)
{
    struct cis_builder *b;
    struct cis_record *record;
    bool good;

    if (cis_builder_new(validator, &b) != CIS_OK)
        return;
    good = cis_builder_record(b, NULL, NULL, &record) == CIS_MISUSE;
    cis_builder_start(b, "summit");
    good = good && cis_builder_record(b, NULL, NULL, &record) == CIS_MISUSE;
    cis_builder_start(b, "summit");
    cis_builder_words(b, "title", "en", "x");
    cis_builder_attribute(b, "id", "late");
    cis_builder_end(b);
    good = good && cis_builder_record(b, NULL, NULL, &record) == CIS_MISUSE;
    cis_builder_start(b, "summit");
    cis_builder_attribute(b, "id", "bare");
    cis_builder_end(b);
    good = good && cis_builder_record(b, NULL, NULL, &record) == CIS_OK &&
           record != NULL && !cis_summit_valid(cis_record_get(record));
    cis_record_free(record);
    report(good, "a builder that is misused says so");
    cis_builder_free(b);
}

int main(void)
{
    struct cis_validator *validator;
    struct look look = {.validator = NULL};

    if (cis_validator_new(NULL, &validator) != CIS_OK)
        return 99;
    look.validator = validator;
    report(each_input(on_input, &look), "all inputs could be read");
    test_builder(validator);
    test_misuse(validator);
    cis_validator_free(validator);
    return done();
}
