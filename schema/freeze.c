/* Compiles the bundled schemas and registry to C: freeze FOLDER >frozen.c. */
/* SPDX-License-Identifier: MIT */
#include "freeze.h"

#include "registry/registry.h"
#include "schema/compile.h"
#include "stream.h"

#include <stdlib.h>

/* A file as bytes, in the arena; exits on failure. */
static struct str read_file(struct arena *arena, const char *folder,
                            const char *name)
{
    char path[4096];
    struct str bytes;
    FILE *in;
    long size;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    in = fopen(path, "rb");
    if (in == NULL || fseek(in, 0, SEEK_END) != 0 || (size = ftell(in)) < 0) {
        perror(path);
        exit(1);
    }
    rewind(in);
    bytes.length = (size_t)size;
    bytes.at = arena_room(arena, bytes.length + 1);
    if (bytes.at == NULL ||
        fread((char *)bytes.at, 1, bytes.length, in) != bytes.length) {
        perror(path);
        exit(1);
    }
    fclose(in);
    return bytes;
}

static const struct schema *compile(struct arena *arena, const char *folder,
                                    const char *name)
{
    struct str bytes = read_file(arena, folder, name);
    struct compile_error error;
    const struct schema *schema =
        schema_compile(arena, bytes.at, bytes.length, &error);

    if (schema != NULL)
        return schema;
    fprintf(stderr, "%s:%d: %s\n", name, (int)error.line, error.message);
    exit(1);
}

static void on_finding(void *context, const struct cis_finding *finding)
{
    (void)context;
    fprintf(stderr, "cis.xml:%d: %s\n", (int)cis_finding_place(finding)->line,
            cis_finding_message(finding));
}

static void on_registry(void *context, struct node *root)
{
    *(struct node **)context = root;
}

static struct node *read_registry(struct arena *arena,
                                  const struct schema *schema, struct str bytes)
{
    const struct binding *binding = binding_new(arena, schema, &class_registry);
    struct cis_options *options = cis_options_new(NULL);
    struct guard_limits limits;
    struct node *root = NULL;
    struct stream stream;

    for (int i = 0; i < CIS_LIMIT_COUNT; i++)
        limits.of[i] = cis_options_get_limit(options, (enum cis_limit)i);
    cis_options_free(options);
    if (!stream_init(&stream, &alloc_default, &limits, schema, binding, arena))
        exit(1);
    stream.on_finding = on_finding;
    stream.done = on_registry;
    stream.context = &root;
    if (stream_begin(&stream, "cis.xml") != CIS_OK ||
        stream_feed(&stream, bytes.at, bytes.length) != CIS_OK ||
        stream_end(&stream) != CIS_OK || stream.counts[CIS_ERROR] > 0 ||
        root == NULL)
        exit(1);
    stream_free(&stream);
    return root;
}

int main(int argc, char **argv)
{
    const char *folder = argc > 1 ? argv[1] : ".";
    const struct schema *summit, *registry, *profile, *facts;
    struct arena arena;

    arena_init(&arena, &alloc_default);
    summit = compile(&arena, folder, "summit.xsd");
    registry = compile(&arena, folder, "registry.xsd");
    profile = compile(&arena, folder, "profile.xsd");
    facts = compile(&arena, folder, "facts.xsd");
    printf("/* The bundled schemas and registry as tables, made by freeze: do "
           "not edit. */\n#include \"frozen.h\"\n\n");
    freeze_schema(stdout, summit, "frozen_summit");
    freeze_schema(stdout, registry, "frozen_registry_schema");
    freeze_schema(stdout, profile, "frozen_profile_schema");
    freeze_schema(stdout, facts, "frozen_facts");
    freeze_nodes(
        stdout,
        read_registry(&arena, registry, read_file(&arena, folder, "cis.xml")),
        "frozen_registry");
    arena_free(&arena);
    return fflush(stdout) != 0 || ferror(stdout);
}
