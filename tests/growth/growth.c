/* Inputs that grow: writes their work, counted by callgrind, when it is on. */
/* SPDX-License-Identifier: MIT */

/*
 * growth [SCALE]: each shape is checked at n and 2n, between the
 * marks that growth.t looks for in callgrind's dumps. A shape is a beginning,
 * a unit n times (with %u its number) and an end.
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
#define SOURCES \
    "<sources><source publisher='P'><title xml:lang='en'>T</title></source>" \
    "</sources></summit>"
#define UP_TO_PEOPLE SUMMIT TITLE DATES VENUE PEOPLE
#define A_PERSON \
    "<person id='p' role='guest'><name xml:lang='en'>N</name></person>"

static const struct shape {
    const char *name, *begin, *unit, *end;
    unsigned count; /* n */
} shapes[] = {
    {"text-before", "", "x", "", 20000},
    {"spaces-before", "", " ", "<a/>", 20000},
    {"lines-before", "", "\n", "<a/>", 20000},
    {"less-than", "", "<", "", 20000},
    {"ampersands", SUMMIT, "&", "", 20000},
    {"ampersands-apart", SUMMIT, "& ", "</summit>", 10000},
    {"greater-than", SUMMIT, ">", "</summit>", 20000},
    {"quotes", SUMMIT, "\"", "</summit>", 20000},
    {"quotes-in-tag", "<summit ", "'", ">", 20000},
    {"equals-in-tag", "<summit ", "=", ">", 20000},
    {"slashes-in-tag", "<summit ", "/", ">", 20000},
    {"spaces-in-tag", "<summit ", " ", "/>", 20000},
    {"brackets", SUMMIT, "]", "</summit>", 20000},
    {"brackets-closed", SUMMIT, "]]", "></summit>", 10000},
    {"cdata", ARCHIVE, "<![CDATA[ ]]>", "</summits>", 2000},
    {"cdata-open", ARCHIVE "<![CDATA[", "]", "", 20000},
    {"cdata-one", ARCHIVE "<![CDATA[", " ", "]]></summits>", 20000},
    {"comments", ARCHIVE, "<!---->", "</summits>", 4000},
    {"comments-before", "", "<!-- -->", ARCHIVE "</summits>", 4000},
    {"comments-after", ARCHIVE "</summits>", "<!-- -->", "", 4000},
    {"comment-open", ARCHIVE "<!--", "- ", "", 10000},
    {"comment-one", ARCHIVE "<!--", "x", "--></summits>", 20000},
    {"instructions", ARCHIVE, "<?a b?>", "</summits>", 4000},
    {"instruction-open", ARCHIVE "<?a ", "? ", "", 10000},
    {"instruction-names", ARCHIVE, "<?a%u?>", "</summits>", 3000},
    {"references", ARCHIVE, "&#32;", "</summits>", 4000},
    {"references-named", SUMMIT "<title xml:lang='en'>", "&lt;",
     "</title></summit>", 4000},
    {"references-in-value", "<summit " NS " id='", "&#65;", "'/>", 4000},
    {"reference-long", SUMMIT "&#", "0", "65;</summit>", 20000},
    {"entities", SUMMIT, "&e%u;", "</summit>", 4000},
    {"doctype", "<!DOCTYPE a [", "<!ENTITY e%u 'x'>", "]><a/>", 2000},
    {"depth", ARCHIVE, "<a>", "", 6000},
    {"depth-closed", ARCHIVE, "<a></a>", "</summits>", 3000},
    {"ends", ARCHIVE, "</a>", "", 5000},
    {"elements", SUMMIT, "<a/>", "</summit>", 2000},
    {"element-names", SUMMIT, "<a%u/>", "</summit>", 2000},
    {"elements-misplaced", SUMMIT TITLE, "<sources/>", "</summit>", 1500},
    {"elements-repeated", SUMMIT TITLE DATES, "<venue/>", "</summit>", 1500},
    {"elements-near", SUMMIT, "<titel/>", "</summit>", 1500},
    {"element-foreign", SUMMIT, "<x:a xmlns:x='urn:x'/>", "</summit>", 1500},
    {"attributes", "<summit " NS, " a%u=''", "/>", 2000},
    {"attributes-same", "<summit " NS, " a=''", "/>", 2000},
    {"namespaces", "<summit " NS, " xmlns:p%u='urn:p'", "/>", 2000},
    {"namespaces-deep", ARCHIVE, "<a xmlns:p%u='urn:p'>", "", 2000},
    {"name", "<", "a", "/>", 20000},
    {"name-attribute", "<a ", "b", "=''/>", 20000},
    {"colons", "<a", ":a", "/>", 10000},
    {"value", "<summit " NS " id='", "a", "'/>", 20000},
    {"value-spaces", "<summit " NS " id='", " a", "'/>", 10000},
    {"value-date", SUMMIT "<dates start='", "9", "-01-01'/></summit>", 20000},
    {"value-link", SUMMIT TITLE DATES VENUE "<sources><source href='http://",
     "a%%20", "'/></sources></summit>", 4000},
    {"value-language", SUMMIT "<title xml:lang='en", "-abc",
     "'>T</title></summit>", 5000},
    {"value-hyphens", "<summit " NS " id='a", "-a", "'/>", 10000},
    {"text-long", SUMMIT "<title xml:lang='en'>", "word ", "</title></summit>",
     4000},
    {"text-russian", SUMMIT "<title xml:lang='ru'>", "\xd0\xb0",
     "</title></summit>", 10000},
    {"titles", SUMMIT, TITLE, DATES VENUE SOURCES, 1000},
    {"texts-bad", SUMMIT, "x<title/>", "</summit>", 1500},
    {"people", UP_TO_PEOPLE, PERSON, "</people>" SOURCES, 500},
    {"people-same", UP_TO_PEOPLE, A_PERSON, "</people>" SOURCES, 500},
    {"people-unnamed", UP_TO_PEOPLE, "<person/>", "</people>" SOURCES, 1000},
    {"references-to-nobody", UP_TO_PEOPLE A_PERSON "</people><delegations>",
     "<representative ref='q%u' presence='attended'/>", "</delegations>"
     SOURCES, 700},
    {"references-to-one", UP_TO_PEOPLE A_PERSON "</people><delegations>",
     "<representative ref='p' presence='attended'/>", "</delegations>"
     SOURCES, 700},
    {"delegations-same", UP_TO_PEOPLE A_PERSON "</people><delegations>",
     "<delegation state='RU' presence='attended'/>", "</delegations>" SOURCES,
     700},
    {"documents", UP_TO_PEOPLE A_PERSON "</people><documents>",
     "<document id='d%u' type='decision' status='adopted'>" TITLE
     "</document>", "</documents>" SOURCES, 400},
    {"documents-amend", UP_TO_PEOPLE A_PERSON "</people><documents>",
     "<document id='d%u' type='amending-protocol' status='adopted'>" TITLE
     "<amends document='d1'/></document>", "</documents>" SOURCES, 400},
    {"events", UP_TO_PEOPLE A_PERSON "</people><programme>",
     "<event kind='photo' date='2024-10-08'/>", "</programme>" SOURCES, 700},
    {"summits", ARCHIVE, UP_TO_PEOPLE A_PERSON "</people>" SOURCES,
     "</summits>", 40},
    {"roots", ARCHIVE "</summits>", "<a/>", "", 5000},
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

static char *make(const struct shape *shape, unsigned count, size_t *size)
{
    char *text = NULL;
    FILE *out = open_memstream(&text, size);

    if (out == NULL)
        abort();
    fputs(shape->begin, out);
    for (unsigned i = 0; i < count; i++)
        for (const char *at = shape->unit; *at != '\0'; at++)
            if (*at != '%')
                putc(*at, out);
            else if (*++at == '%')
                putc('%', out);
            else
                fprintf(out, "%u", i);
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

static bool run(struct cis_session *session, const struct shape *shape,
                unsigned times, unsigned scale)
{
    size_t size;
    char *text = make(shape, shape->count * times * scale, &size);
    enum cis_status status;

    mark(shape->name, 0);
    status = cis_session_memory(session, text, size, shape->name);
    mark(shape->name, times);
    free(text);
    return status == CIS_OK;
}

static const struct shape facts = {"facts", ARCHIVE,
                                   UP_TO_PEOPLE A_PERSON "</people>" SOURCES,
                                   "</summits>", 40};

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
    struct cis_validator *validator;
    struct cis_session *session;
    bool good = true;

#ifndef COUNTED
    printf("there is no header of valgrind\n");
    return 77;
#endif
    if (cis_validator_new(NULL, &validator) != CIS_OK ||
        cis_session_new(validator, &session) != CIS_OK)
        return 99;
    cis_session_on_finding(session, look, NULL);
    for (size_t i = 0; i < SHAPES; i++) {
        /* at first it makes room */
        good = good && run(session, &shapes[i], 2, scale) &&
               run(session, &shapes[i], 1, scale) &&
               run(session, &shapes[i], 2, scale);
    }
    good = good && run_facts(validator, session, 1, scale) &&
           run_facts(validator, session, 2, scale);
    cis_session_free(session);
    cis_validator_free(validator);
    printf("%d shapes\n", SHAPES + 1);
    return good ? 0 : 1;
}
