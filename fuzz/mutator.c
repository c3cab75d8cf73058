/* A structure-aware mutator: the one of tests/schema, over libFuzzer's. */
/* SPDX-License-Identifier: MIT */
#include "mutator.h"

#include "../tests/schema/mutate.h"

#include <cisvalidate/cisvalidate.h>
#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max);
#pragma weak LLVMFuzzerMutate

/* Words of records are learnt as they come, as long as there is room. */
#define WORDS 2000

static struct vocabulary vocabulary;

static void no_noise(void *context, const char *format, ...)
{
    (void)context, (void)format;
}

xmlDoc *mutator_parse(const void *data, size_t size, int options)
{
    if (size > INT32_MAX)
        return NULL;
    xmlSetGenericErrorFunc(NULL, no_noise);
    return xmlReadMemory(data, (int)size, NULL, NULL,
                         options | XML_PARSE_NONET | XML_PARSE_NOERROR |
                             XML_PARSE_NOWARNING);
}

void mutator_learn(const char *schema)
{
    size_t size;
    const void *bytes = cis_bundled_file(schema, &size);
    xmlDoc *document = mutator_parse(bytes, size, 0);

    if (document == NULL)
        abort();
    vocabulary_of_schema(&vocabulary, document);
    xmlFreeDoc(document);
}

static size_t write_back(const xmlDoc *document, uint8_t *data, size_t max)
{
    xmlChar *bytes = NULL;
    int size = 0;
    size_t written = 0;

    xmlDocDumpMemoryEnc((xmlDoc *)document, &bytes, &size, "UTF-8");
    if (bytes != NULL && size > 0 && (size_t)size <= max) {
        memcpy(data, bytes, (size_t)size);
        written = (size_t)size;
    }
    xmlFree(bytes);
    return written;
}

size_t mutator_run(uint8_t *data, size_t size, size_t max, unsigned seed)
{
    struct chance chance = {seed};
    bool bytes = chance_below(&chance, 16) == 0;
    xmlDoc *document = bytes ? NULL : mutator_parse(data, size, 0);
    size_t written = 0;

    if (document != NULL && document->intSubset == NULL) {
        if (vocabulary.values.count < WORDS)
            vocabulary_of_record(&vocabulary, document);
        for (size_t n = 1 + chance_below(&chance, 4); n > 0; n--)
            mutate(document, &vocabulary, &chance);
        written = write_back(document, data, max);
    }
    xmlFreeDoc(document);
    if (written == 0 && LLVMFuzzerMutate != NULL)
        written = LLVMFuzzerMutate(data, size, max);
    return written;
}
