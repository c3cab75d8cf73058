/* Every finding of every bad fixture, corpus and example proves itself. */
/* SPDX-License-Identifier: MIT */

/*
 * See prove.h for what is proved. The mutants of real records are proved by
 * tests/mutants_rules.c in the same way. What is in UTF-16 is left out: its
 * tokens are not the bytes that messages have.
 */
#include "example.h"
#include "prove.h"

#include "../fixtures/expect.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PATH_SIZE = 4096
};

struct tally {
    int count, failed;
    size_t places;
};

static void tell(struct tally *tally, const char *name, bool good)
{
    printf("%s %d - %s\n", good ? "ok" : "not ok", ++tally->count, name);
    tally->failed += !good;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool ends_with(const char *name, const char *end)
{
    size_t length = strlen(name);

    return length > strlen(end) &&
           strcmp(name + length - strlen(end), end) == 0;
}

static int is_bad_record(const struct dirent *entry)
{
    return ends_with(entry->d_name, ".bad.xml");
}

static int is_record(const struct dirent *entry)
{
    return ends_with(entry->d_name, ".xml");
}

static int is_bad_corpus(const struct dirent *entry)
{
    return ends_with(entry->d_name, ".bad");
}

/* To be freed; at NULL where it cannot be read. */
static struct str read_file(const char *folder, const char *name)
{
    char path[PATH_SIZE + 600];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return str_of(read_text(path));
}

static bool is_utf16(struct str bytes)
{
    return bytes.length >= 2 && (memcmp(bytes.at, "\xFF\xFE", 2) == 0 ||
                                 memcmp(bytes.at, "\xFE\xFF", 2) == 0);
}

/* Each file of the folder that is wanted, on its own. */
static void prove_files(struct tally *tally, const struct trial *like,
                        const char *folder,
                        int (*wanted)(const struct dirent *))
{
    struct dirent **names;
    int total = scandir(folder, &names, wanted, by_name);

    if (total <= 0)
        tell(tally, folder, false);
    for (int i = 0; i < total; i++) {
        struct trial trial = *like;
        struct str bytes = read_file(folder, names[i]->d_name);
        trial.inputs[0].name = names[i]->d_name;
        trial.inputs[0].bytes = bytes;
        trial.count = 1;
        if (bytes.at == NULL || !is_utf16(bytes))
            tell(tally, names[i]->d_name,
                 bytes.at != NULL && prove(&trial, &tally->places));
        free((char *)bytes.at);
        free(names[i]);
    }
    if (total >= 0)
        free(names);
}

/* The files of one folder together. */
static bool prove_corpus(struct tally *tally, const struct trial *like,
                         const char *folder)
{
    struct trial trial = *like;
    struct dirent **names;
    int total = scandir(folder, &names, is_record, by_name);
    bool good = total > 0 && total <= TRIAL_INPUTS;

    for (int i = 0; i < total && good; i++) {
        trial.inputs[i].name = names[i]->d_name;
        trial.inputs[i].bytes = read_file(folder, names[i]->d_name);
        trial.count++;
        good = trial.inputs[i].bytes.at != NULL;
    }
    good = good && prove(&trial, &tally->places);
    for (size_t i = 0; i < trial.count; i++)
        free((char *)trial.inputs[i].bytes.at);
    for (int i = 0; i < total; i++)
        free(names[i]);
    if (total >= 0)
        free(names);
    return good;
}

static void prove_corpora(struct tally *tally, const struct trial *like,
                          const char *top)
{
    struct dirent **names;
    int total = scandir(top, &names, is_bad_corpus, by_name);

    if (total <= 0)
        tell(tally, top, false);
    for (int i = 0; i < total; i++) {
        char folder[PATH_SIZE + 300];
        snprintf(folder, sizeof folder, "%s/%s", top, names[i]->d_name);
        tell(tally, names[i]->d_name, prove_corpus(tally, like, folder));
        free(names[i]);
    }
    if (total >= 0)
        free(names);
}

static enum trial_kind kind_of(const char *code)
{
    return code[0] == 'C'   ? TRIAL_CORPUS
           : code[0] == 'G' ? TRIAL_REGISTRY
                            : TRIAL_RECORD;
}

/* Inputs that are no XML have no tokens. */
static void prove_examples(struct tally *tally, const struct trial *like)
{
    for (size_t i = 0; i < cis_rule_count(); i++) {
        const struct cis_rule *rule = cis_rule_at(i);
        const char *code = cis_rule_code(rule);
        struct trial trial = *like;
        struct buf input;
        if (code[0] == 'W')
            continue;
        buf_init(&input, &alloc_default);
        example_write(&input, code, cis_rule_bad(rule));
        buf_byte(&input, '\0');
        trial.kind = kind_of(code);
        trial.inputs[0].name = code;
        trial.inputs[0].bytes = (struct str){input.at, input.length - 1};
        trial.count = 1;
        tell(tally, code, prove(&trial, &tally->places));
        buf_free(&input);
    }
}

static void prove_other_registry(struct tally *tally, const char *top)
{
    struct cis_options *options = cis_options_new(NULL);
    struct trial like = {.kind = TRIAL_RECORD};
    struct cis_validator *validator = NULL;
    char folder[PATH_SIZE];

    snprintf(folder, sizeof folder, "%s/tests/registry", top);
    like.registry = read_file(folder, "eu.xml");
    if (like.registry.at != NULL)
        cis_options_set_registry(options, "eu.xml", like.registry.at,
                                 like.registry.length, NULL, NULL);
    snprintf(folder, sizeof folder, "%s/tests/registry/eu", top);
    if (like.registry.at != NULL &&
        cis_validator_new(options, &validator) == CIS_OK) {
        like.validator = validator;
        prove_files(tally, &like, folder, is_record);
    } else
        tell(tally, folder, false);
    cis_validator_free(validator);
    cis_options_free(options);
    free((char *)like.registry.at);
}

int main(void)
{
    const char *top = getenv("top_srcdir");
    struct cis_validator *validator;
    struct tally tally = {0};
    struct trial like = {.kind = TRIAL_RECORD};
    char folder[PATH_SIZE];

    if (top == NULL)
        top = ".";
    if (cis_validator_new(NULL, &validator) != CIS_OK) {
        printf("Bail out! no validator\n");
        return 99;
    }
    like.validator = validator;
    like.registry.at = cis_bundled_file("cis.xml", &like.registry.length);
    snprintf(folder, sizeof folder, "%s/tests/data", top);
    prove_files(&tally, &like, folder, is_bad_record);
    prove_examples(&tally, &like);
    like.kind = TRIAL_CORPUS;
    snprintf(folder, sizeof folder, "%s/tests/corpus", top);
    prove_corpora(&tally, &like, folder);
    prove_other_registry(&tally, top);
    printf("# %zu tokens were changed\n", tally.places);
    tell(&tally, "there are 300 tokens or more", tally.places >= 300);
    printf("1..%d\n", tally.count);
    cis_validator_free(validator);
    return tally.failed > 0;
}
