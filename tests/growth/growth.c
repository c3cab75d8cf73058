/* Inputs that grow: writes their work, counted by callgrind, when it is on. */
/* SPDX-License-Identifier: MIT */

/*
 * growth [SCALE [NAME]]: each shape, or those whose names begin so, is checked
 * at n and 2n, between the marks that growth.t looks for in callgrind's dumps.
 * A shape is a beginning, a unit n times (with %u its number) and an end; some
 * have a second unit, as often, after what is between the two.
 *
 * growth COUNT NAME print: writes that shape with so many units, for bench.
 */
#include <cisvalidate/cisvalidate.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined __has_include
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#define COUNTED 1
#endif
#endif

#define NS "xmlns='urn:cisvalidate:summit:1'"
#define ARCHIVE "<summits " NS ">"
#define SUMMIT \
    "<summit " NS " id='s' version='1.0' body='chs' kind='regular' " \
    "status='announced' recorded='2024-10-08'>"
#define TITLE "<title xml:lang='en'>T</title>"
#define DATES \
    "<dates start='2024-10-08' end='2024-10-08' session='2024-10-08'/>"
#define VENUE "<venue><videoconference host='RU'/></venue>"
#define PEOPLE "<people>"
#define PERSON "<person id='p%u' role='guest'><name xml:lang='en'>N%u</name>" \
    "</person>"
#define HEAD "<person id='p%u' role='head-of-state'><name xml:lang='en'>N%u" \
    "</name></person>"
#define SUPPRESS "<?cisvalidate suppress='R007' reason='r'?>"
#define SOURCES \
    "<sources><source publisher='P'><title xml:lang='en'>T</title></source>" \
    "</sources></summit>"
#define UP_TO_PEOPLE SUMMIT TITLE DATES VENUE PEOPLE
#define A_PERSON \
    "<person id='p' role='guest'><name xml:lang='en'>N</name></person>"

/* How an input is judged. */
enum kind {
    INPUT,        /* on its own */
    CORPUS,       /* with the rules across records */
    REGISTRY_FILE /* as a registry, and a record by it */
};

static const struct shape {
    const char *name, *begin, *unit, *end;
    unsigned count; /* n */
    enum kind kind;
    const char *between, *second; /* another unit n times, if any */
} shapes[] = {
    {"text-before", "", "x", "", .count = 20000},
    {"spaces-before", "", " ", "<a/>", .count = 20000},
    {"lines-before", "", "\n", "<a/>", .count = 20000},
    {"less-than", "", "<", "", .count = 20000},
    {"ampersands", SUMMIT, "&", "", .count = 20000},
    {"ampersands-apart", SUMMIT, "& ", "</summit>", .count = 10000},
    {"greater-than", SUMMIT, ">", "</summit>", .count = 20000},
    {"quotes", SUMMIT, "\"", "</summit>", .count = 20000},
    {"quotes-in-tag", "<summit ", "'", ">", .count = 20000},
    {"equals-in-tag", "<summit ", "=", ">", .count = 20000},
    {"slashes-in-tag", "<summit ", "/", ">", .count = 20000},
    {"spaces-in-tag", "<summit ", " ", "/>", .count = 20000},
    {"brackets", SUMMIT, "]", "</summit>", .count = 20000},
    {"brackets-closed", SUMMIT, "]]", "></summit>", .count = 10000},
    {"cdata", ARCHIVE, "<![CDATA[ ]]>", "</summits>", .count = 2000},
    {"cdata-open", ARCHIVE "<![CDATA[", "]", "", .count = 20000},
    {"cdata-one", ARCHIVE "<![CDATA[", " ", "]]></summits>", .count = 20000},
    {"comments", ARCHIVE, "<!---->", "</summits>", .count = 4000},
    {"comments-before", "", "<!-- -->", ARCHIVE "</summits>", .count = 4000},
    {"comments-after", ARCHIVE "</summits>", "<!-- -->", "", .count = 4000},
    {"comment-open", ARCHIVE "<!--", "- ", "", .count = 10000},
    {"comment-one", ARCHIVE "<!--", "x", "--></summits>", .count = 20000},
    {"instructions", ARCHIVE, "<?a b?>", "</summits>", .count = 4000},
    {"instruction-open", ARCHIVE "<?a ", "? ", "", .count = 10000},
    {"instruction-names", ARCHIVE, "<?a%u?>", "</summits>", .count = 3000},
    {"references", ARCHIVE, "&#32;", "</summits>", .count = 4000},
    {"references-named", SUMMIT "<title xml:lang='en'>", "&lt;",
     "</title></summit>", .count = 4000},
    {"references-in-value", "<summit " NS " id='", "&#65;", "'/>", .count = 4000},
    {"reference-long", SUMMIT "&#", "0", "65;</summit>", .count = 20000},
    {"entities", SUMMIT, "&e%u;", "</summit>", .count = 4000},
    {"doctype", "<!DOCTYPE a [", "<!ENTITY e%u 'x'>", "]><a/>", .count = 2000},
    {"depth", ARCHIVE, "<a>", "", .count = 6000},
    {"depth-closed", ARCHIVE, "<a></a>", "</summits>", .count = 3000},
    {"ends", ARCHIVE, "</a>", "", .count = 5000},
    {"elements", SUMMIT, "<a/>", "</summit>", .count = 2000},
    {"element-names", SUMMIT, "<a%u/>", "</summit>", .count = 2000},
    {"elements-misplaced", SUMMIT TITLE, "<sources/>", "</summit>", .count = 1500},
    {"elements-repeated", SUMMIT TITLE DATES, "<venue/>", "</summit>", .count = 1500},
    {"elements-near", SUMMIT, "<titel/>", "</summit>", .count = 1500},
    {"element-foreign", SUMMIT, "<x:a xmlns:x='urn:x'/>", "</summit>", .count = 1500},
    {"attributes", "<summit " NS, " a%u=''", "/>", .count = 2000},
    {"attributes-same", "<summit " NS, " a=''", "/>", .count = 2000},
    {"namespaces", "<summit " NS, " xmlns:p%u='urn:p'", "/>", .count = 2000},
    {"namespaces-deep", ARCHIVE, "<a xmlns:p%u='urn:p'>", "", .count = 2000},
    {"name", "<", "a", "/>", .count = 20000},
    {"name-attribute", "<a ", "b", "=''/>", .count = 20000},
    {"colons", "<a", ":a", "/>", .count = 10000},
    {"value", "<summit " NS " id='", "a", "'/>", .count = 20000},
    {"value-spaces", "<summit " NS " id='", " a", "'/>", .count = 10000},
    {"value-date", SUMMIT "<dates start='", "9", "-01-01'/></summit>", .count = 20000},
    {"value-link", SUMMIT TITLE DATES VENUE "<sources><source href='http://",
     "a%%20", "'/></sources></summit>", .count = 4000},
    {"value-language", SUMMIT "<title xml:lang='en", "-abc",
     "'>T</title></summit>", .count = 5000},
    {"value-hyphens", "<summit " NS " id='a", "-a", "'/>", .count = 10000},
    {"text-long", SUMMIT "<title xml:lang='en'>", "word ", "</title></summit>",
     .count = 4000},
    {"text-russian", SUMMIT "<title xml:lang='ru'>", "\xd0\xb0",
     "</title></summit>", .count = 10000},
    {"titles", SUMMIT, TITLE, DATES VENUE SOURCES, .count = 1000},
    {"texts-bad", SUMMIT, "x<title/>", "</summit>", .count = 1500},
    {"people", UP_TO_PEOPLE, PERSON, "</people>" SOURCES, .count = 500},
    {"people-same", UP_TO_PEOPLE, A_PERSON, "</people>" SOURCES, .count = 500},
    {"people-unnamed", UP_TO_PEOPLE, "<person/>", "</people>" SOURCES, .count = 1000},
    {"references-to-nobody", UP_TO_PEOPLE A_PERSON "</people><delegations>",
     "<representative ref='q%u' presence='attended'/>", "</delegations>"
     SOURCES, .count = 700},
    {"references-to-one", UP_TO_PEOPLE A_PERSON "</people><delegations>",
     "<representative ref='p' presence='attended'/>", "</delegations>"
     SOURCES, .count = 700},
    {"delegations-same", UP_TO_PEOPLE A_PERSON "</people><delegations>",
     "<delegation state='RU' presence='attended'/>", "</delegations>" SOURCES,
     .count = 700},
    {"documents", UP_TO_PEOPLE A_PERSON "</people><documents>",
     "<document id='d%u' type='decision' status='adopted'>" TITLE
     "</document>", "</documents>" SOURCES, .count = 400},
    {"documents-amend", UP_TO_PEOPLE A_PERSON "</people><documents>",
     "<document id='d%u' type='amending-protocol' status='adopted'>" TITLE
     "<amends document='d1'/></document>", "</documents>" SOURCES, .count = 400},
    {"events", UP_TO_PEOPLE A_PERSON "</people><programme>",
     "<event kind='photo' date='2024-10-08'/>", "</programme>" SOURCES, .count = 700},
    {"summits", ARCHIVE, UP_TO_PEOPLE A_PERSON "</people>" SOURCES,
     "</summits>", .count = 40},
    {"suppressions", UP_TO_PEOPLE, SUPPRESS PERSON, "</people>" SOURCES,
     .count = 400},
    {"suppressions-used", UP_TO_PEOPLE, SUPPRESS HEAD, "</people>" SOURCES,
     .count = 300},
    {"suppressions-nested", UP_TO_PEOPLE,
     "<person id='p%u' role='head-of-state'>" SUPPRESS "</person>" SUPPRESS,
     "</people>" SOURCES, .count = 300},
    {"suppressions-outside", ARCHIVE, SUPPRESS, "</summits>", .count = 1500},
    {"suppression-codes", SUMMIT "<?cisvalidate reason='r' suppress='",
     "R007 ", "'?></summit>", .count = 1500},
    {"suppression-names", SUMMIT "<?cisvalidate reason='r' suppress='",
     "n%u ", "'?></summit>", .count = 500},
    {"suppression-parts", SUMMIT "<?cisvalidate ", "a='%u' ", "?></summit>",
     .count = 1000},
    {"suppression-reason", SUMMIT "<?cisvalidate suppress='R007' reason='",
     " r", "'?></summit>", .count = 10000},
    {"roots", ARCHIVE "</summits>", "<a/>", "", .count = 5000},
#include "rule_shapes.def"
};

enum {
    SHAPES = sizeof shapes / sizeof *shapes
};

static size_t findings_seen;

static void look(void *context, const struct cis_finding *finding)
{
    (void)context;
    findings_seen += strlen(cis_finding_message(finding));
}

/* A unit as often, with its number. */
static void put_units(FILE *out, const char *unit, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        for (const char *at = unit; *at != '\0'; at++)
            if (*at != '%')
                putc(*at, out);
            else if (*++at == '%')
                putc('%', out);
            else
                fprintf(out, "%u", i);
}

static char *make(const struct shape *shape, unsigned count, size_t *size)
{
    char *text = NULL;
    FILE *out = open_memstream(&text, size);

    if (out == NULL)
        abort();
    fputs(shape->begin, out);
    put_units(out, shape->unit, count);
    if (shape->second != NULL) {
        fputs(shape->between, out);
        put_units(out, shape->second, count);
    }
    fputs(shape->end, out);
    fclose(out);
    return text;
}

static void mark(const char *name, unsigned times)
{
#ifdef COUNTED
    char words[100];

    snprintf(words, sizeof words, "%s %u", name, times);
    if (times == 0)
        CALLGRIND_ZERO_STATS;
    else
        CALLGRIND_DUMP_STATS_AT(words);
#else
    (void)name, (void)times;
#endif
}

static enum cis_status run_corpus(const struct cis_validator *validator,
                                  struct cis_session *session,
                                  const char *text, size_t size)
{
    struct cis_corpus *corpus;
    enum cis_status status = cis_corpus_new(validator, &corpus);

    if (status == CIS_OK)
        status = cis_session_set_corpus(session, corpus);
    if (status == CIS_OK)
        status = cis_session_memory(session, text, size, "archive");
    if (status == CIS_OK)
        status = cis_corpus_finish(corpus, look, NULL);
    if (cis_session_set_corpus(session, NULL) != CIS_OK)
        abort();
    cis_corpus_free(corpus);
    return status;
}

/* A record is judged by it, too, where it can serve. */
static enum cis_status run_registry(const char *text, size_t size)
{
    struct cis_options *options = cis_options_new(NULL);
    struct cis_validator *validator;
    struct cis_session *session = NULL;
    size_t length;
    const char *record = cis_bundled_file("chs-2024-10-08-announced.xml",
                                          &length);
    enum cis_status status;

    cis_options_set_registry(options, "registry", text, size, look, NULL);
    status = cis_validator_new(options, &validator);
    cis_options_free(options);
    if (status == CIS_BAD_REGISTRY)
        return CIS_OK;
    if (status == CIS_OK)
        status = cis_session_new(validator, &session);
    if (status == CIS_OK)
        status = cis_session_memory(session, record, length, "record");
    cis_session_free(session);
    cis_validator_free(validator);
    return status;
}

static bool run(const struct cis_validator *validator,
                struct cis_session *session, const struct shape *shape,
                unsigned times, unsigned scale)
{
    size_t size;
    char *text = make(shape, shape->count * times * scale, &size);
    enum cis_status status;

    mark(shape->name, 0);
    switch (shape->kind) {
    case CORPUS:
        status = run_corpus(validator, session, text, size);
        break;
    case REGISTRY_FILE:
        status = run_registry(text, size);
        break;
    case INPUT:
    default:
        status = cis_session_memory(session, text, size, shape->name);
    }
    mark(shape->name, times);
    free(text);
    if (status != CIS_OK)
        printf("%s: %s\n", shape->name, cis_status_text(status));
    return status == CIS_OK;
}

static int print(const char *name, unsigned count)
{
    for (size_t i = 0; i < SHAPES; i++) {
        size_t size;
        if (strcmp(shapes[i].name, name) != 0)
            continue;
        char *text = make(&shapes[i], count, &size);
        bool good = fwrite(text, 1, size, stdout) == size;
        free(text);
        return good && fflush(stdout) == 0 ? 0 : 1;
    }
    fprintf(stderr, "growth: there is no shape %s\n", name);
    return 2;
}

static const struct shape facts = {"facts", ARCHIVE,
                                   UP_TO_PEOPLE A_PERSON "</people>" SOURCES,
                                   "</summits>", .count = 40};

static long put(void *context, const void *bytes, size_t size)
{
    return (long)fwrite(bytes, 1, size, context);
}

static long get(void *context, void *buffer, size_t size)
{
    return (long)fread(buffer, 1, size, context);
}

/* Out of one corpus, into another, and judged there. */
static bool pass_on(struct cis_corpus *from, struct cis_corpus *to)
{
    FILE *file = tmpfile();
    bool good = file != NULL && cis_corpus_write(from, put, file) == CIS_OK;

    if (good)
        rewind(file);
    good = good && cis_corpus_read(to, get, file, "facts", look, NULL) ==
                       CIS_OK;
    if (file != NULL)
        fclose(file);
    return good && cis_corpus_finish(to, look, NULL) == CIS_OK;
}

static bool run_facts(const struct cis_validator *validator,
                      struct cis_session *session, unsigned times,
                      unsigned scale)
{
    size_t size;
    char *text = make(&facts, facts.count * times * scale, &size);
    struct cis_corpus *from = NULL, *to = NULL;
    bool good = cis_corpus_new(validator, &from) == CIS_OK &&
                cis_corpus_new(validator, &to) == CIS_OK &&
                cis_session_set_corpus(session, from) == CIS_OK &&
                cis_session_memory(session, text, size, "a") == CIS_OK &&
                cis_session_set_corpus(session, NULL) == CIS_OK;

    mark(facts.name, 0);
    good = good && pass_on(from, to);
    mark(facts.name, times);
    free(text);
    cis_corpus_free(from);
    cis_corpus_free(to);
    return good;
}

int main(int argc, char **argv)
{
    unsigned scale = argc > 1 ? (unsigned)atoi(argv[1]) : 1;
    const char *names = argc > 2 ? argv[2] : "";
    struct cis_validator *validator;
    struct cis_session *session;
    bool good = true;

    if (argc > 3)
        return print(names, scale);
#ifndef COUNTED
    printf("there is no header of valgrind\n");
    return 77;
#endif
    if (cis_validator_new(NULL, &validator) != CIS_OK ||
        cis_session_new(validator, &session) != CIS_OK)
        return 99;
    cis_session_on_finding(session, look, NULL);
    for (size_t i = 0; i < SHAPES; i++) {
        if (strncmp(shapes[i].name, names, strlen(names)) != 0)
            continue;
        /* at first it makes room */
        good = good && run(validator, session, &shapes[i], 2, scale) &&
               run(validator, session, &shapes[i], 1, scale) &&
               run(validator, session, &shapes[i], 2, scale);
    }
    if (strncmp(facts.name, names, strlen(names)) == 0)
        good = good && run_facts(validator, session, 1, scale) &&
               run_facts(validator, session, 2, scale);
    cis_session_free(session);
    cis_validator_free(validator);
    printf("%d shapes\n", SHAPES + 1);
    return good ? 0 : 1;
}
