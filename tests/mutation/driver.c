/* All test programs in one, to be linked once for each mutated source file. */
/* SPDX-License-Identifier: MIT */

/*
 * driver PROGRAM [ARGUMENT...], with in the environment: MUTANT, the one that
 * is run; MUTATION_SECONDS, the CPU time it may take; MUTATION_BYTES, the
 * memory; MUTATION_REACHED, a file that gets the numbers of the functions
 * called.
 */
#include "mutation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define FUNCTIONS 65536

struct program {
    const char *name;
    int (*run)(int argc, char **argv);
};

extern const struct program mutation_programs[]; /* made by mutate.py */

int mutation_chosen = -1;
static unsigned char called[FUNCTIONS];

void mutation_reached(int function)
{
    called[function] = 1;
}

static void write_reached(void)
{
    FILE *file = fopen(getenv("MUTATION_REACHED"), "a");

    if (file == NULL)
        abort();
    for (int i = 0; i < FUNCTIONS; i++)
        if (called[i])
            fprintf(file, "%d\n", i);
    if (fclose(file) != 0)
        abort();
}

static void limit(int resource, const char *name)
{
    const char *value = getenv(name);
    struct rlimit most;

    if (value == NULL)
        return;
    most.rlim_cur = most.rlim_max = strtoul(value, NULL, 10);
    if (setrlimit(resource, &most) != 0)
        abort();
}

int main(int argc, char **argv)
{
    const struct program *program = mutation_programs;
    const char *mutant = getenv("MUTANT");

    if (argc < 2)
        return 99;
    limit(RLIMIT_CPU, "MUTATION_SECONDS");
    limit(RLIMIT_AS, "MUTATION_BYTES");
    if (mutant != NULL)
        mutation_chosen = atoi(mutant);
    if (getenv("MUTATION_REACHED") != NULL && atexit(write_reached) != 0)
        return 99;
    while (program->name != NULL && strcmp(program->name, argv[1]) != 0)
        program++;
    return program->name == NULL ? 99 : program->run(argc - 1, argv + 1);
}
