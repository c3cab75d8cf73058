/* Mutated records: our verdict on them is libxml2's. */
/* SPDX-License-Identifier: MIT */

/*
 * mutants [--count=N] [--seed=S] [--only=I] [--sample=FOLDER]: N records are
 * changed in one to four places each; mutant I of a seed is always the same.
 * A disagreement is cut down to its smallest case. 200 of them are written to
 * FOLDER, for other validators, as I.VERDICT.xml.
 */
#include "engine.h"
#include "mutate.h"

#include <cisvalidate/cisvalidate.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SAMPLE 200

struct test {
    struct cis_validator *validator;
    struct cis_session *session;
    struct oracle *oracle;
    struct vocabulary vocabulary;
    xmlDoc *bases[8];
    size_t base_count;
    const char *folder;
    size_t valid, invalid, known, failed;
};

struct verdicts {
    enum verdict ours, theirs;
};

static enum verdict our_verdict(struct cis_session *session, const char *bytes,
                                size_t size)
{
    if (cis_session_memory(session, bytes, size, "mutant") != CIS_OK)
        return BROKEN;
    return cis_session_verdict(session) == CIS_VALID ? VALID : INVALID;
}

static struct verdicts judge(struct test *test, xmlDoc *document)
{
    struct verdicts v;
    xmlChar *bytes;
    int size;

    xmlDocDumpMemoryEnc(document, &bytes, &size, "UTF-8");
    v.theirs = oracle_verdict(test->oracle, (char *)bytes, (size_t)size);
    v.ours = our_verdict(test->session, (char *)bytes, (size_t)size);
    xmlFree(bytes);
    return v;
}

/*
 * Faults of libxml2 (2.9.14), each with what makes a document mean the same to
 * a sound validator and keeps clear of the fault: if its verdict is ours then,
 * the fault was the cause.
 */
static bool cdata_to_text(xmlNode *node)
{
    bool changed = false;

    for (xmlNode *n = node->children, *next; n != NULL; n = next) {
        next = n->next;
        if (n->type != XML_CDATA_SECTION_NODE)
            continue;
        if (n->content != NULL && n->content[0] != '\0')
            xmlAddPrevSibling(n, xmlNewDocText(node->doc, n->content));
        xmlUnlinkNode(n);
        xmlFreeNode(n);
        changed = true;
    }
    return changed;
}

/* No type of the vocabulary keeps white space at its ends. */
static bool trim_attributes(xmlNode *node)
{
    bool changed = false;

    for (xmlAttr *a = node->properties; a != NULL; a = a->next) {
        xmlChar *value = xmlNodeListGetString(node->doc, a->children, 1);
        char *from = (char *)value;
        size_t length;

        if (value == NULL)
            continue;
        from += strspn(from, " \t\r\n");
        length = strlen(from);
        while (length > 0 && strchr(" \t\r\n", from[length - 1]) != NULL)
            length--;
        if (length < strlen((char *)value)) {
            from[length] = '\0';
            xmlSetNsProp(node, a->ns, a->name, (xmlChar *)from);
            changed = true;
        }
        xmlFree(value);
    }
    return changed;
}

static const struct {
    const char *name;
    const char *clause;
    bool (*avoid)(xmlNode *node);
} known[] = {
    {"white space in CDATA", "part 1, 3.4.4, 2.3", cdata_to_text},
    {"white space around xsi:type", "part 1, 2.6.1", trim_attributes},
};

static bool is_known(struct test *test, xmlDoc *document, enum verdict ours)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        xmlDoc *copy = xmlCopyDoc(document, 1);
        bool changed = false, agreed;
        xmlNode *node;

        for (size_t n = 0; (node = nth_element(copy, n)) != NULL; n++)
            changed |= known[i].avoid(node);
        agreed = changed && judge(test, copy).theirs == ours;
        xmlFreeDoc(copy);
        if (agreed)
            return true;
    }
    return false;
}

static bool disagree(struct test *test, xmlDoc *document)
{
    struct verdicts v = judge(test, document);

    return v.ours != v.theirs && v.theirs != BROKEN &&
           !is_known(test, document, v.ours);
}

/* Takes the nth part away: element, attribute, or character data. False if
 * there is none. */
static bool drop_part(xmlDoc *document, size_t nth)
{
    size_t at = 0;
    xmlNode *node;

    for (size_t i = 0; (node = nth_element(document, i)) != NULL; i++) {
        if (i > 0 && at++ == nth) {
            xmlUnlinkNode(node);
            xmlFreeNode(node);
            return true;
        }
        for (xmlAttr *a = node->properties; a != NULL; a = a->next)
            if (at++ == nth)
                return xmlRemoveProp(a) == 0;
        for (xmlNode *n = node->children; n != NULL; n = n->next)
            if (n->type != XML_ELEMENT_NODE && at++ == nth) {
                xmlUnlinkNode(n);
                xmlFreeNode(n);
                return true;
            }
    }
    return false;
}

/* Drops part after part as long as the verdicts still differ. */
static xmlDoc *shrink(struct test *test, xmlDoc *document)
{
    bool smaller = true;

    while (smaller) {
        smaller = false;
        for (size_t nth = 0;;) {
            xmlDoc *copy = xmlCopyDoc(document, 1);

            if (!drop_part(copy, nth)) {
                xmlFreeDoc(copy);
                break;
            }
            if (disagree(test, copy)) {
                xmlFreeDoc(document);
                document = copy;
                smaller = true;
            } else {
                xmlFreeDoc(copy);
                nth++;
            }
        }
    }
    return document;
}

static void print_case(struct test *test, size_t nth, xmlDoc *document)
{
    struct verdicts v;
    xmlChar *bytes;
    int size;

    v = judge(test, document);
    printf("# mutant %zu: ours says %s, libxml2 %s: %s\n", nth,
           verdict_names[v.ours], verdict_names[v.theirs],
           oracle_words(test->oracle));
    xmlDocDumpMemoryEnc(document, &bytes, &size, "UTF-8");
    for (char *line = strtok((char *)bytes, "\n"); line != NULL;
         line = strtok(NULL, "\n"))
        printf("#   %s\n", line);
    xmlFree(bytes);
}

static void write_sample(const struct test *test, size_t nth,
                         enum verdict verdict, xmlDoc *document)
{
    char path[4096];

    snprintf(path, sizeof path, "%s/%zu.%s.xml", test->folder, nth,
             verdict_names[verdict]);
    if (xmlSaveFileEnc(path, document, "UTF-8") < 0)
        printf("# cannot write %s\n", path);
}

static void run_mutant(struct test *test, uint64_t seed, size_t nth)
{
    struct chance chance = {seed * 0x2545f4914f6cdd1d + nth};
    size_t base = chance_below(&chance, 2 * test->base_count);
    struct verdicts v;
    xmlDoc *document;
    size_t changes;

    chance_next(&chance);
    /* the whole vocabulary half of the time */
    document = xmlCopyDoc(test->bases[base < test->base_count ? base : 0], 1);
    /* a single change half of the time */
    changes = chance_below(&chance, 2) == 0 ? 1 : 1 + chance_below(&chance, 4);
    for (; changes > 0; changes--)
        mutate(document, &test->vocabulary, &chance);
    v = judge(test, document);
    if (v.theirs == BROKEN || v.ours == v.theirs) {
        test->valid += v.ours == VALID;
        test->invalid += v.ours == INVALID;
        if (test->folder != NULL && nth < SAMPLE && v.theirs != BROKEN)
            write_sample(test, nth, v.ours, document);
    } else if (is_known(test, document, v.ours)) {
        test->known++;
    } else if (++test->failed <= 5) {
        document = shrink(test, document);
        print_case(test, nth, document);
    }
    xmlFreeDoc(document);
}

static bool load(struct test *test)
{
    static const char *const records[] = {
        "tests/schema/whole.xml", "tests/schema/remote.xml",
        "schema/records/chs-2022-10-14.xml",
        "schema/records/chs-2023-10-13.xml",
        "schema/records/chs-2024-10-08-announced.xml"};
    xmlDoc *schema = xmlReadFile(in_tree("schema/summit.xsd"), NULL, 0);
    struct cis_options *options = cis_options_new(NULL);

    if (schema == NULL || options == NULL)
        return false;
    vocabulary_of_schema(&test->vocabulary, schema);
    xmlFreeDoc(schema);
    for (size_t i = 0; i < sizeof records / sizeof *records; i++) {
        xmlDoc *record = xmlReadFile(in_tree(records[i]), NULL, 0);

        if (record == NULL)
            return false;
        vocabulary_of_record(&test->vocabulary, record);
        test->bases[test->base_count++] = record;
    }
    cis_options_set_rules(options, false);
    test->oracle = oracle_new(in_tree("schema/summit.xsd"));
    if (test->oracle == NULL ||
        cis_validator_new(options, &test->validator) != CIS_OK)
        return false;
    cis_options_free(options);
    return cis_session_new(test->validator, &test->session) == CIS_OK;
}

static void unload(struct test *test)
{
    cis_session_free(test->session);
    cis_validator_free(test->validator);
    oracle_free(test->oracle);
    for (size_t i = 0; i < test->base_count; i++)
        xmlFreeDoc(test->bases[i]);
    vocabulary_free(&test->vocabulary);
}

/* The two records of this folder have all that the schema names. */
static bool is_whole(const struct test *test)
{
    struct vocabulary seen = {0};
    bool whole = true;
    xmlNode *node;

    for (size_t b = 0; b < 2; b++)
        for (size_t i = 0; (node = nth_element(test->bases[b], i)) != NULL;
             i++) {
            words_add(&seen.elements, (const char *)node->name);
            for (xmlAttr *a = node->properties; a != NULL; a = a->next)
                words_add(&seen.attributes, (const char *)a->name);
        }
    words_add(&seen.elements, "summits");
    for (size_t i = 0; i < test->vocabulary.elements.count; i++)
        if (!words_have(&seen.elements, test->vocabulary.elements.at[i])) {
            printf("# no element %s\n", test->vocabulary.elements.at[i]);
            whole = false;
        }
    for (size_t i = 0; i < test->vocabulary.attributes.count; i++)
        if (!words_have(&seen.attributes, test->vocabulary.attributes.at[i])) {
            printf("# no attribute %s\n", test->vocabulary.attributes.at[i]);
            whole = false;
        }
    vocabulary_free(&seen);
    return whole;
}

static const char *option(const char *argument, const char *name)
{
    size_t length = strlen(name);

    return strncmp(argument, name, length) == 0 ? argument + length : NULL;
}

static void no_noise(void *context, const char *format, ...)
{
    (void)context, (void)format;
}

int main(int argc, char **argv)
{
    struct test test = {0};
    size_t first = 0, count = 20000;
    uint64_t seed = 1;
    const char *value;

    for (int i = 1; i < argc; i++) {
        if ((value = option(argv[i], "--count=")) != NULL)
            count = strtoull(value, NULL, 10);
        else if ((value = option(argv[i], "--seed=")) != NULL)
            seed = strtoull(value, NULL, 10);
        else if ((value = option(argv[i], "--sample=")) != NULL)
            test.folder = value;
        else if ((value = option(argv[i], "--only=")) != NULL) {
            first = strtoull(value, NULL, 10);
            count = 1;
        }
    }
    xmlSetGenericErrorFunc(NULL, no_noise);
    if (!load(&test)) {
        printf("Bail out! no schema, record or validator\n");
        return 99;
    }
    printf("1..2\n");
    printf("%s 1 - the records have the whole vocabulary\n",
           is_whole(&test) ? "ok" : "not ok");
    for (size_t i = first; i < first + count; i++)
        run_mutant(&test, seed, i);
    printf("# seed %llu: %zu valid, %zu invalid, %zu faults of libxml2\n",
           (unsigned long long)seed, test.valid, test.invalid, test.known);
    printf("%s 2 - %zu mutants: our verdict is libxml2's\n",
           test.failed == 0 ? "ok" : "not ok", count);
    bool good = test.failed == 0 && is_whole(&test);
    unload(&test);
    return !good;
}
