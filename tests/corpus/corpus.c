/* Runs each corpus: the records of NAME/ must give what NAME/expect says. */
/* SPDX-License-Identifier: MIT */

/*
 * NAME begins with a code: c001-twice.bad must have that finding, and
 * c001-two-years.ok must not. Each is run three times: its files in order, in
 * reverse, and each with a corpus of its own that the first one takes; the
 * outcomes must be the same. With --rewrite places and texts are written
 * anew, but never a code. The last case are the bundled records: what is found
 * is in records.expect, where a line that begins with # says of each finding
 * why it is right; that file is written by hand.
 */
#include "../fixtures/expect.h"

#include <ctype.h>
#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum order {
    FORWARD,
    BACKWARD,
    APART
};

struct corpus_case {
    char folder[2048];
    char expect[2048];
    const char *code; /* begins with the one it is about; NULL: explained */
    struct dirent **files;
    int count;
};

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_xml(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name);

    return length > 4 && strcmp(entry->d_name + length - 4, ".xml") == 0;
}

static int is_case(const struct dirent *entry)
{
    return strstr(entry->d_name, ".bad") != NULL ||
           strstr(entry->d_name, ".ok") != NULL;
}

static void write_place(FILE *out, const char *file, const char *path,
                        const struct cis_place *place,
                        struct cis_excerpt excerpt)
{
    fprintf(out, "%s:%" PRIu64 ":%" PRIu64 "-%" PRIu64 ":%" PRIu64 " %s\n",
            file, place->line, place->column, place->end_line,
            place->end_column, path);
    if (excerpt.text == NULL)
        fprintf(out, "  BUG no excerpt\n");
    else
        fprintf(out, "    | %s\n", excerpt.text + strspn(excerpt.text, " "));
}

static void on_finding(void *context, const struct cis_finding *f)
{
    FILE *out = context;

    fprintf(out, "%s %s at ", cis_finding_code(f),
            cis_severity_name(cis_finding_severity(f)));
    write_place(out, cis_finding_file(f), cis_finding_path(f),
                cis_finding_place(f), cis_finding_excerpt(f));
    fprintf(out, "  %s\n", cis_finding_message(f));
    for (size_t i = 0; i < cis_finding_fact_count(f); i++) {
        const struct cis_fact *fact = cis_finding_fact(f, i);
        fprintf(out, "  fact: %s\n", cis_fact_message(fact));
        if (cis_fact_source(fact) != NULL)
            fprintf(out, "    source: %s\n", cis_fact_source(fact));
        if (cis_fact_path(fact) == NULL)
            continue;
        fprintf(out, "    at ");
        write_place(out, cis_fact_file(fact), cis_fact_path(fact),
                    cis_fact_place(fact), cis_fact_excerpt(fact));
    }
    if (cis_finding_hint(f) != NULL)
        fprintf(out, "  hint: %s\n", cis_finding_hint(f));
}

static bool run_file(struct cis_session *session, struct cis_corpus *corpus,
                     const struct corpus_case *c, int i)
{
    char path[4096];

    snprintf(path, sizeof path, "%s/%s", c->folder, c->files[i]->d_name);
    return cis_session_set_corpus(session, corpus) == CIS_OK &&
           cis_session_path(session, path, c->files[i]->d_name) == CIS_OK &&
           cis_session_verdict(session) == CIS_VALID;
}

static bool run_files(const struct cis_validator *validator,
                      struct cis_session *session, struct cis_corpus *corpus,
                      const struct corpus_case *c, enum order order)
{
    for (int i = 0; i < c->count; i++) {
        struct cis_corpus *into = corpus;
        int file = order == FORWARD ? i : c->count - 1 - i;

        if (order == APART && cis_corpus_new(validator, &into) != CIS_OK)
            return false;
        if (!run_file(session, into, c, file))
            return false;
        if (order == APART && cis_corpus_take(corpus, into) != CIS_OK)
            return false;
    }
    return true;
}

/* To be freed; NULL where something failed, or an input is not valid. */
static char *outcome(const struct cis_validator *validator,
                     const struct corpus_case *c, enum order order)
{
    struct cis_session *session = NULL;
    struct cis_corpus *corpus = NULL;
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    bool good = out != NULL && cis_session_new(validator, &session) == CIS_OK &&
                cis_corpus_new(validator, &corpus) == CIS_OK &&
                run_files(validator, session, corpus, c, order) &&
                cis_corpus_finish(corpus, on_finding, out) == CIS_OK;

    if (out != NULL)
        fclose(out);
    cis_session_free(session);
    cis_corpus_free(corpus);
    if (good)
        return text;
    free(text);
    return NULL;
}

/* Drops the explanations; false where a finding has none. */
static bool drop_explanations(char *text)
{
    bool explained = false, all = true;
    char *to = text;

    for (char *line = text; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        bool finding = *line != '#' && *line != ' ';

        length += line[length] == '\n';
        all = all && (!finding || explained);
        explained = *line == '#' || (explained && !finding);
        if (*line != '#') {
            memmove(to, line, length);
            to += length;
        }
        line += length;
    }
    *to = '\0';
    return all;
}

/* "c001-….bad": whether the outcome has C001, and should have. */
static bool names_its_code(const char *name, const char *text)
{
    bool bad = strstr(name, ".bad") != NULL;
    bool found = false;
    char code[6];

    for (int i = 0; i < 4; i++)
        code[i] = (char)toupper((unsigned char)name[i]);
    code[4] = ' ';
    code[5] = '\0';
    for (const char *line = text; line != NULL && *line != '\0';
         line = strchr(line, '\n'), line += line != NULL)
        found |= strncmp(line, code, 5) == 0;
    return bad == found;
}

static bool same_in_any_order(const struct cis_validator *validator,
                              const struct corpus_case *c, const char *text)
{
    bool same = true;

    for (int order = BACKWARD; order <= APART; order++) {
        char *other = outcome(validator, c, (enum order)order);

        same &= other != NULL && strcmp(other, text) == 0;
        if (!same && other != NULL)
            print_commented(other);
        free(other);
    }
    return same;
}

/* What is in order whatever is expected. */
static bool is_sound(const struct corpus_case *c, const char *found,
                     char *expected)
{
    if (found == NULL || strstr(found, "  BUG ") != NULL)
        return false;
    if (c->code != NULL)
        return names_its_code(c->code, found);
    return expected != NULL && drop_explanations(expected);
}

static bool run_case(const struct cis_validator *validator,
                     const struct corpus_case *c, bool rewrite)
{
    char *found = outcome(validator, c, FORWARD);
    char *expected = read_text(c->expect);
    bool good =
        is_sound(c, found, expected) && same_in_any_order(validator, c, found);

    if (good && rewrite && c->code != NULL &&
        (expected == NULL || same_codes(expected, found)))
        good = write_text(c->expect, found);
    else if (good)
        good = expected != NULL && strcmp(expected, found) == 0;
    if (!good) {
        printf("# expected:\n");
        print_commented(expected != NULL ? expected : "(no expect)\n");
        printf("# found:\n");
        print_commented(found != NULL ? found : "(an input is not valid)\n");
    }
    free(found);
    free(expected);
    return good;
}

static bool run_folder(const struct cis_validator *validator,
                       struct corpus_case *c, bool rewrite)
{
    bool good;

    c->count = scandir(c->folder, &c->files, is_xml, by_name);
    good = c->count > 0 && run_case(validator, c, rewrite);
    for (int i = 0; i < c->count; i++)
        free(c->files[i]);
    if (c->count >= 0)
        free(c->files);
    return good;
}

static bool run_named(const struct cis_validator *validator, const char *top,
                      const char *name, bool rewrite)
{
    struct corpus_case c = {.code = name};

    snprintf(c.folder, sizeof c.folder, "%s/tests/corpus/%s", top, name);
    snprintf(c.expect, sizeof c.expect, "%s/tests/corpus/%s/expect", top, name);
    return run_folder(validator, &c, rewrite);
}

static bool run_records(const struct cis_validator *validator, const char *top)
{
    struct corpus_case c = {.code = NULL};

    snprintf(c.folder, sizeof c.folder, "%s/schema/records", top);
    snprintf(c.expect, sizeof c.expect, "%s/tests/corpus/records.expect", top);
    return run_folder(validator, &c, false);
}

static int report(bool good, int number, const char *name)
{
    printf("%s %d - %s\n", good ? "ok" : "not ok", number, name);
    return !good;
}

int main(int argc, char **argv)
{
    const char *top = getenv("top_srcdir");
    bool rewrite = argc > 1 && strcmp(argv[1], "--rewrite") == 0;
    struct cis_validator *validator;
    struct dirent **names;
    char folder[1024];
    int failed = 0, total;

    top = top != NULL ? top : ".";
    snprintf(folder, sizeof folder, "%s/tests/corpus", top);
    total = scandir(folder, &names, is_case, by_name);
    if (total <= 0 || cis_validator_new(NULL, &validator) != CIS_OK) {
        printf("Bail out! no corpora or no validator\n");
        return 99;
    }
    for (int i = 0; i < total; i++) {
        const char *name = names[i]->d_name;

        failed += report(run_named(validator, top, name, rewrite), i + 1, name);
        free(names[i]);
    }
    free(names);
    failed += report(run_records(validator, top), total + 1, "records");
    printf("1..%d\n", total + 1);
    cis_validator_free(validator);
    return failed > 0;
}
