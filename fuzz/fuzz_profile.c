/* Fuzzes profiles, given as hosts give them. */
/* SPDX-License-Identifier: MIT */

/*
 * Oracles: the schema finds fault with a profile if libxml2 does, by
 * profile.xsd; one that is used sets what a walk over libxml2's tree says, and
 * one that is not sets nothing, has a finding to say why, and the walk finds
 * fault with it too.
 */
#include "mutator.h"
#include "oracle.h"

#include "options.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>

#define PROFILE(attributes, settings)                                          \
    "<profile xmlns='urn:cisvalidate:profile:1' " attributes ">" settings      \
    "</profile>"

/* What there is to include, beside the input itself. */
static const struct {
    const char *name;
    const char *text;
} files[] = {
    {"base.xml", PROFILE("", "<rule code='D001' level='off'/>"
                             "<rule code='P001' level='warning'/>"
                             "<limit name='depth' value='8K'/>")},
    {"more.xml", PROFILE("fail-on='note'", "<include href='base.xml'/>"
                                           "<rule code='D001' level='note'/>")},
    {"bad.xml", PROFILE("", "<rule code='D0001' level='off'/>")},
    {"self.xml", PROFILE("", "<include href='self.xml'/>")},
};

#define INPUT "input.xml"

struct settings {
    uint64_t limits[CIS_LIMIT_COUNT];
    unsigned char levels[CODE_COUNT];
    enum cis_severity fail_level;
};

/* The input, and what came of it. */
struct run {
    const void *bytes;
    size_t size;
    struct outcome schema; /* of the input, by the schema alone */
    size_t others;         /* all other faults */
};

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max,
                               unsigned seed);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    mutator_learn("profile.xsd");
    return 0;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max,
                               unsigned seed)
{
    return mutator_run(data, size, max, seed);
}

static enum cis_status get_file(const struct run *run, const char *name,
                                struct cis_included *found)
{
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (strcmp(files[i].name, name) == 0) {
            *found = (struct cis_included){.name = files[i].name,
                                           .bytes = files[i].text,
                                           .size = strlen(files[i].text)};
            return CIS_OK;
        }
    *found = (struct cis_included){
        .name = INPUT, .bytes = run->bytes, .size = run->size};
    return strcmp(name, INPUT) == 0 ? CIS_OK : CIS_IO_ERROR;
}

static enum cis_status include(void *context, const char *from,
                               const char *href, struct cis_included *found)
{
    (void)from;
    return get_file(context, href, found);
}

static bool ends_with(const char *path, const char *end)
{
    size_t length = strlen(path);

    return length >= strlen(end) &&
           strcmp(path + length - strlen(end), end) == 0;
}

/* What no schema can say: of codes and of what is included. */
static bool beyond_schema(const struct cis_finding *finding)
{
    const char *code = cis_finding_code(finding);
    const char *path = cis_finding_path(finding);

    if (strcmp(cis_finding_file(finding), INPUT) != 0)
        return true;
    if (strcmp(code, "S006") == 0)
        return ends_with(path, "/@code");
    return ends_with(path, "/@href") &&
           (strcmp(code, "W004") == 0 || strcmp(code, "X002") == 0 ||
            strcmp(code, "X003") == 0);
}

static void on_fault(void *context, const struct cis_finding *finding)
{
    struct run *run = context;
    const char *code = cis_finding_code(finding);

    if (beyond_schema(finding)) {
        run->others++;
        return;
    }
    run->schema.shown++;
    run->schema.unread |= code[0] == 'W' && code[3] < '7';
    run->schema.refused |= code[0] == 'W';
}

static struct settings settings_of(const struct cis_options *options)
{
    struct settings settings = {.fail_level = options->fail_level};

    memcpy(settings.limits, options->limits.of, sizeof settings.limits);
    memcpy(settings.levels, options->levels, sizeof settings.levels);
    return settings;
}

static void same_settings(const struct settings *ours,
                          const struct settings *theirs)
{
    if (memcmp(ours->limits, theirs->limits, sizeof ours->limits) != 0)
        outcome_differs("limits", "ours", "the tree's");
    if (memcmp(ours->levels, theirs->levels, sizeof ours->levels) != 0)
        outcome_differs("levels", "ours", "the tree's");
    if (ours->fail_level != theirs->fail_level)
        outcome_differs("fail level", "ours", "the tree's");
}

/* Without white space at the ends, and with one space for each run of it. */
static void get_attribute(xmlNode *node, const char *name, char to[static 1024])
{
    xmlChar *value = xmlGetNoNsProp(node, (const xmlChar *)name);
    size_t length = 0;

    for (char *at = (char *)value; at != NULL && length < 1022;) {
        at += strspn(at, " \t\r\n");
        size_t word = strcspn(at, " \t\r\n");
        if (word == 0)
            break;
        if (length > 0)
            to[length++] = ' ';
        word = word < 1022 - length ? word : 1022 - length;
        memcpy(to + length, at, word);
        length += word;
        at += word;
    }
    to[length] = '\0';
    xmlFree(value);
}

static enum cis_severity severity_of(const char *name)
{
    enum cis_severity severity = CIS_NOTE;

    while (severity < CIS_ERROR &&
           strcmp(cis_severity_name(severity), name) != 0)
        severity++;
    return severity;
}

/* false: it cannot be set. */
static bool walk_rule(xmlNode *node, struct settings *settings)
{
    char code[1024], level[1024];
    size_t i = 0;

    get_attribute(node, "code", code);
    get_attribute(node, "level", level);
    while (i < CODE_COUNT && strcmp(cis_rule_code(cis_rule_at(i)), code) != 0)
        i++;
    if (i == CODE_COUNT || code[0] == 'W' || code[0] == 'S' || code[0] == 'X')
        return false;
    settings->levels[i] =
        (unsigned char)(strcmp(level, "off") == 0 ? CIS_LEVEL_OFF
                                                  : severity_of(level) + 1);
    return true;
}

static void walk_limit(xmlNode *node, struct settings *settings)
{
    char name[1024], value[1024], *unit;

    get_attribute(node, "name", name);
    get_attribute(node, "value", value);
    uint64_t number = strtoull(value, &unit, 10);
    for (const char *u = "KMG"; *unit != '\0' && *u != '\0'; u++) {
        number *= 1024;
        if (*u == *unit)
            break;
    }
    enum cis_limit limit;
    if (!cis_limit_find(name, &limit))
        abort();
    settings->limits[limit] = number;
}

/* The profiles that have led to one. */
struct chain {
    const char *name;
    const struct chain *from;
};

static bool walk(const struct run *run, const struct cis_included *file,
                 const struct chain *from, struct settings *settings);

static bool walk_include(const struct run *run, xmlNode *node,
                         const struct chain *chain, struct settings *settings)
{
    struct cis_included found;
    char href[1024];

    get_attribute(node, "href", href);
    if (get_file(run, href, &found) != CIS_OK)
        return false;
    for (const struct chain *c = chain; c != NULL; c = c->from)
        if (strcmp(c->name, found.name) == 0)
            return false;
    return walk(run, &found, chain, settings);
}

/* Of a profile that is valid; false where it cannot be used all the same. */
static bool walk(const struct run *run, const struct cis_included *file,
                 const struct chain *from, struct settings *settings)
{
    const struct chain chain = {file->name, from};
    xmlDoc *document = mutator_parse(file->bytes, file->size, 0);
    xmlNode *root = document != NULL ? xmlDocGetRootElement(document) : NULL;
    char fail_on[1024];
    bool good = true;

    if (root == NULL)
        abort();
    for (xmlNode *n = root->children; n != NULL; n = n->next) {
        const char *name = (const char *)n->name;
        if (n->type != XML_ELEMENT_NODE)
            continue;
        if (strcmp(name, "include") == 0)
            good = walk_include(run, n, &chain, settings) && good;
        else if (strcmp(name, "rule") == 0)
            good = walk_rule(n, settings) && good;
        else
            walk_limit(n, settings);
    }
    get_attribute(root, "fail-on", fail_on);
    if (fail_on[0] != '\0')
        settings->fail_level = severity_of(fail_on);
    xmlFreeDoc(document);
    return good;
}

static void judge(struct run *run, enum cis_status status,
                  const struct settings *before, const struct settings *after)
{
    const struct cis_included input = {
        .name = INPUT, .bytes = run->bytes, .size = run->size};
    struct settings walked = *before;
    bool faulty = run->schema.shown + run->others > 0;

    if (status != (faulty ? CIS_BAD_PROFILE : CIS_OK))
        outcome_differs("status", cis_status_text(status),
                        faulty ? "faults" : "none");
    oracle_compare("profile.xsd", run->bytes, run->size, &run->schema);
    if (run->schema.shown == 0 && walk(run, &input, NULL, &walked) == faulty)
        outcome_differs("the walk", faulty ? "good" : "bad",
                        cis_status_text(status));
    same_settings(after, faulty ? before : &walked);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char empty[] = "";
    struct run run = {.bytes = data,
                      .size = size,
                      .schema = {.status = CIS_OK, .lines = empty}};
    struct cis_options *options = cis_options_new(NULL);
    uint8_t *lent = malloc(size + 1); /* gone once it has been read */

    if (options == NULL || lent == NULL)
        abort();
    memcpy(lent, data, size);
    const struct settings before = settings_of(options);
    const enum cis_status status = cis_options_read_profile(
        options, INPUT, lent, size, include, on_fault, &run);
    const struct settings after = settings_of(options);
    cis_options_free(options);
    free(lent);
    run.schema.verdict = run.schema.shown == 0 ? CIS_VALID : CIS_INVALID;
    judge(&run, status, &before, &after);
    return 0;
}
