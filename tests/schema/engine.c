/* Our engine without anything around it, and libxml2's as an oracle. */
/* SPDX-License-Identifier: MIT */
#include "engine.h"

#include "options.h"
#include "schema/run.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const verdict_names[] = {"valid", "invalid", "broken"};

char *read_whole(const char *path, size_t *size)
{
    FILE *in = fopen(path, "rb");
    char *bytes = NULL;
    long length;

    if (in == NULL)
        return NULL;
    if (fseek(in, 0, SEEK_END) == 0 && (length = ftell(in)) >= 0) {
        rewind(in);
        *size = (size_t)length;
        bytes = malloc(*size + 1);
        if (bytes != NULL && fread(bytes, 1, *size, in) == *size)
            bytes[*size] = '\0';
    }
    fclose(in);
    return bytes;
}

const char *in_tree(const char *path)
{
    static char full[4096];
    const char *top = getenv("top_srcdir");

    snprintf(full, sizeof full, "%s/%s", top != NULL ? top : ".", path);
    return full;
}

static void no_start(void *context, uint16_t type, uint16_t name, uint64_t tag,
                     unsigned position, bool repeats)
{
    (void)context, (void)type, (void)name, (void)tag, (void)position;
    (void)repeats;
}

static void no_attribute(void *context, uint16_t index,
                         const struct value *value)
{
    (void)context, (void)index, (void)value;
}

static void no_text(void *context, const struct value *value)
{
    (void)context, (void)value;
}

static void no_damage(void *context)
{
    (void)context;
}

static void no_end(void *context, uint64_t tag)
{
    (void)context, (void)tag;
}

static const struct run_events nothing = {.start = no_start,
                                          .attribute = no_attribute,
                                          .text = no_text,
                                          .damage = no_damage,
                                          .end = no_end};

static void on_start(void *context, const struct xml_element *element)
{
    struct run **run = context;

    run_start(*run, element);
}

static void on_end(void *context, uint64_t tag)
{
    struct run **run = context;

    run_end(*run, tag);
}

static void on_text(void *context, struct str text)
{
    struct run **run = context;

    run_text(*run, text);
}

static const struct reader_events events = {
    .start = on_start, .end = on_end, .text = on_text};

static bool has_error(const struct findings *findings)
{
    const struct cis_finding *f;

    for (f = findings->first; f != NULL; f = f->next)
        if (rule_of(f->code)->severity == CIS_ERROR)
            return true;
    return false;
}

enum verdict engine_verdict(const struct schema *schema, const char *bytes,
                            size_t size)
{
    static const struct guard_limits limits = {{[CIS_LIMIT_BYTES] = 1 << 24,
                                                [CIS_LIMIT_DEPTH] = 64,
                                                [CIS_LIMIT_ATTRIBUTES] = 256,
                                                [CIS_LIMIT_NAME] = 256,
                                                [CIS_LIMIT_VALUE] = 1 << 20,
                                                [CIS_LIMIT_TAG] = 1 << 22,
                                                [CIS_LIMIT_FINDINGS] = 1000}};
    enum verdict verdict = BROKEN;
    struct findings findings;
    struct arena arena;
    struct run *run = NULL;
    struct reader *reader = reader_new(&alloc_default, &limits, &events, &run);

    arena_init(&arena, &alloc_default);
    findings_init(&findings, &arena);
    if (reader != NULL)
        run = run_new(&alloc_default, schema, reader_source(reader), &nothing,
                      NULL);
    if (run != NULL) {
        reader_begin(reader);
        run_begin(run, &findings);
        reader_feed(reader, bytes, size);
        if (reader_end(reader) == READER_OK && !run_failed(run) &&
            !arena.failed)
            verdict = has_error(&findings) ? INVALID : VALID;
    }
    run_free(run);
    reader_free(reader);
    arena_free(&arena);
    return verdict;
}

struct oracle {
    xmlSchemaPtr schema;
    xmlSchemaValidCtxtPtr valid;
    char words[2048];
};

/* Keeps what fits. */
__attribute__((format(printf, 2, 3))) static void
keep_words(void *context, const char *format, ...)
{
    struct oracle *oracle = context;
    size_t length = strlen(oracle->words);
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(oracle->words + length, sizeof oracle->words - length, format,
              arguments);
    va_end(arguments);
}

struct oracle *oracle_new(const char *path)
{
    struct oracle *oracle = calloc(1, sizeof *oracle);
    xmlSchemaParserCtxtPtr parser = xmlSchemaNewParserCtxt(path);

    if (oracle == NULL || parser == NULL)
        abort();
    xmlSchemaSetParserErrors(parser, keep_words, keep_words, oracle);
    oracle->schema = xmlSchemaParse(parser);
    xmlSchemaFreeParserCtxt(parser);
    if (oracle->schema == NULL) {
        printf("# libxml2 refuses %s: %s", path, oracle->words);
        free(oracle);
        return NULL;
    }
    oracle->valid = xmlSchemaNewValidCtxt(oracle->schema);
    if (oracle->valid == NULL)
        abort();
    xmlSchemaSetValidErrors(oracle->valid, keep_words, keep_words, oracle);
    return oracle;
}

void oracle_free(struct oracle *oracle)
{
    if (oracle == NULL)
        return;
    xmlSchemaFreeValidCtxt(oracle->valid);
    xmlSchemaFree(oracle->schema);
    free(oracle);
}

enum verdict oracle_verdict(struct oracle *oracle, const char *bytes,
                            size_t size)
{
    xmlDocPtr document =
        xmlReadMemory(bytes, (int)size, NULL, NULL,
                      XML_PARSE_NONET | XML_PARSE_NOERROR |
                          XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
    int result;

    oracle->words[0] = '\0';
    if (document == NULL)
        return BROKEN;
    result = xmlSchemaValidateDoc(oracle->valid, document);
    xmlFreeDoc(document);
    return result == 0 ? VALID : result > 0 ? INVALID : BROKEN;
}

const char *oracle_words(const struct oracle *oracle)
{
    return oracle->words;
}
