/* Runs small schemas, one for each construct, over documents for each. */
/* SPDX-License-Identifier: MIT */

/*
 * cases/NAME.xsd compiles, and NAME.N.valid.xml and NAME.N.invalid.xml are
 * what their names say: to our engine and to libxml2's. refused/NAME.xsd has
 * something outside the subset: it is refused as NAME.expect says ("LINE:
 * MESSAGE"). With --rewrite the expectations are written anew.
 */
#include "engine.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where libxml2 is wrong (2.9.14), and the clause of XSD 1.0 that says so. */
static const struct {
    const char *name;
    const char *clause;
} known[] = {
    {"date.space.valid.xml", "part 2, 3.2.9.1: whiteSpace is collapse"},
    {"element-only-text.cdata.valid.xml",
     "part 1, 3.4.4, 2.3: white space is white space, in CDATA too"},
    {"empty.cdata.valid.xml",
     "part 1, 3.4.4, 2.1: there are no character children"},
    {"integer.long.valid.xml",
     "part 2, 3.3.13: any number of digits (18 at least, 5.1)"},
    {"xsi.space.valid.xml",
     "part 1, 2.6.1: xsi:type is a QName, its white space collapses"},
};

struct tally {
    int count, failed, documents;
};

static void report(struct tally *tally, bool good, const char *name)
{
    printf("%s %d - %s\n", good ? "ok" : "not ok", ++tally->count, name);
    tally->failed += !good;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool ends(const char *name, const char *end)
{
    size_t length = strlen(name), tail = strlen(end);

    return length >= tail && strcmp(name + length - tail, end) == 0;
}

static int is_schema(const struct dirent *entry)
{
    return ends(entry->d_name, ".xsd");
}

static int is_document(const struct dirent *entry)
{
    return ends(entry->d_name, ".xml");
}

static bool is_known(const char *name)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].name, name) == 0)
            return true;
    return false;
}

static bool check_document(const struct schema *schema, struct oracle *oracle,
                           const char *folder, const char *name)
{
    enum verdict wanted = ends(name, ".invalid.xml") ? INVALID : VALID;
    enum verdict ours, theirs;
    char path[4200];
    size_t size = 0;
    char *bytes;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    bytes = read_whole(path, &size);
    if (bytes == NULL)
        return false;
    ours = engine_verdict(schema, bytes, size);
    theirs = oracle_verdict(oracle, bytes, size);
    free(bytes);
    if (ours != wanted)
        printf("# %s: ours says %s\n", name, verdict_names[ours]);
    if (theirs != wanted)
        printf("# %s: libxml2 says %s%s\n", name, verdict_names[theirs],
               is_known(name) ? ", as known" : oracle_words(oracle));
    return ours == wanted && (theirs == wanted || is_known(name));
}

/* The documents of a schema begin with its name and a dot. */
static bool check_documents(const struct schema *schema, struct oracle *oracle,
                            const char *folder, const char *schema_name,
                            struct tally *tally)
{
    size_t stem = strlen(schema_name) - strlen("xsd");
    struct dirent **names;
    int total = scandir(folder, &names, is_document, by_name), own = 0;
    bool good = true;

    for (int i = 0; i < total; i++) {
        if (strncmp(names[i]->d_name, schema_name, stem) == 0) {
            own++;
            good &= check_document(schema, oracle, folder, names[i]->d_name);
        }
        free(names[i]);
    }
    if (total >= 0)
        free(names);
    tally->documents += own;
    return good && own >= 3;
}

static void check_case(struct tally *tally, const char *folder,
                       const char *name, bool rewrite)
{
    struct compile_error error;
    const struct schema *schema;
    struct oracle *oracle;
    struct arena arena;
    char path[4200];
    size_t size = 0;
    char *bytes;
    bool good;

    (void)rewrite;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    arena_init(&arena, &alloc_default);
    bytes = read_whole(path, &size);
    schema = schema_compile(&arena, bytes, size, &error);
    oracle = oracle_new(path);
    if (schema == NULL)
        printf("# %llu: %s\n", (unsigned long long)error.line, error.message);
    good = schema != NULL && oracle != NULL &&
           check_documents(schema, oracle, folder, name, tally);
    report(tally, good, name);
    oracle_free(oracle);
    arena_free(&arena);
    free(bytes);
}

static bool write_expectation(const char *path, const char *text)
{
    FILE *out = fopen(path, "wb");

    return out != NULL && fprintf(out, "%s\n", text) > 0 && fclose(out) == 0;
}

static void check_refused(struct tally *tally, const char *folder,
                          const char *name, bool rewrite)
{
    struct compile_error error;
    struct arena arena;
    char path[4200], said[320];
    char *bytes, *expected;
    size_t size = 0;
    bool good;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    arena_init(&arena, &alloc_default);
    bytes = read_whole(path, &size);
    good = schema_compile(&arena, bytes, size, &error) == NULL;
    free(bytes);
    arena_free(&arena);
    snprintf(said, sizeof said, good ? "%llu: %s" : "compiled",
             (unsigned long long)error.line, error.message);
    memcpy(path + strlen(path) - strlen("xsd"), "expect", sizeof "expect");
    if (good && rewrite)
        good = write_expectation(path, said);
    expected = read_whole(path, &size);
    good = good && expected != NULL && size == strlen(said) + 1 &&
           strncmp(expected, said, strlen(said)) == 0;
    if (!good)
        printf("# %s\n", said);
    report(tally, good, name);
    free(expected);
}

static void check_folder(struct tally *tally, const char *folder,
                         void (*check)(struct tally *, const char *,
                                       const char *, bool),
                         bool rewrite)
{
    char path[4096];
    struct dirent **names;
    int total;

    snprintf(path, sizeof path, "%s", in_tree(folder));
    total = scandir(path, &names, is_schema, by_name);
    for (int i = 0; i < total; i++) {
        check(tally, path, names[i]->d_name, rewrite);
        free(names[i]);
    }
    if (total >= 0)
        free(names);
}

/* The text with `more` put in after the first place where `mark` stands. */
static char *insert_after(const char *text, const char *mark, const char *more)
{
    const char *at = strstr(text, mark);
    char *whole = malloc(strlen(text) + strlen(more) + 1);
    size_t head = at != NULL ? (size_t)(at - text) + strlen(mark) : 0;

    if (whole == NULL || at == NULL)
        abort();
    memcpy(whole, text, head);
    strcpy(whole + head, more);
    strcpy(whole + head + strlen(more), text + head);
    return whole;
}

/* A new attribute in summit.xsd needs no change in C. */
static void check_addition(struct tally *tally)
{
    struct compile_error error;
    struct arena arena;
    size_t size = 0;
    char *xsd = read_whole(in_tree("schema/summit.xsd"), &size);
    char *record = read_whole(
        in_tree("schema/records/chs-2024-10-08-announced.xml"), &size);
    char *new_xsd =
        insert_after(xsd, "<xs:attributeGroup name=\"term\">",
                     "<xs:attribute name=\"acting\" type=\"xs:boolean\"/>");
    char *new_record = insert_after(record, "<successor ", "acting=\"1\" ");
    char *bad_record = insert_after(record, "<successor ", "acting=\"2\" ");
    const struct schema *before, *after;

    arena_init(&arena, &alloc_default);
    before = schema_compile(&arena, xsd, strlen(xsd), &error);
    after = schema_compile(&arena, new_xsd, strlen(new_xsd), &error);
    report(tally,
           before != NULL && after != NULL &&
               engine_verdict(before, record, size) == VALID &&
               engine_verdict(after, record, size) == VALID &&
               engine_verdict(before, new_record, size + 11) == INVALID &&
               engine_verdict(after, new_record, size + 11) == VALID &&
               engine_verdict(after, bad_record, size + 11) == INVALID,
           "an attribute added to summit.xsd");
    arena_free(&arena);
    free(xsd);
    free(record);
    free(new_xsd);
    free(new_record);
    free(bad_record);
}

int main(int argc, char **argv)
{
    bool rewrite = argc > 1 && strcmp(argv[1], "--rewrite") == 0;
    struct tally tally = {0, 0, 0};

    check_folder(&tally, "tests/schema/cases", check_case, rewrite);
    printf("# %d documents\n", tally.documents);
    check_folder(&tally, "tests/schema/refused", check_refused, rewrite);
    check_addition(&tally);
    printf("1..%d\n", tally.count);
    return tally.failed > 0;
}
