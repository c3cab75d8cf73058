/* Makes validators: compiles the schemas and reads the registry. */
/* SPDX-License-Identifier: MIT */
#include "validator.h"

#include "frozen.h"
#include "record/record.h"
#include "schema/embedded.h"
#include "stream.h"

#include <string.h>

const void *cis_bundled_file(const char *name, size_t *size)
{
    for (size_t i = 0; i < embedded_count; i++) {
        if (strcmp(embedded_files[i].name, name) == 0) {
            *size = embedded_files[i].size;
            return embedded_files[i].bytes;
        }
    }
    return NULL;
}

/* What the reading of a registry comes to. */
struct registry_load {
    const struct reg_root *root;
};

static void on_registry(void *context, struct node *root)
{
    struct registry_load *load = context;

    load->root = (const struct reg_root *)root;
}

static enum cis_status read_stream(struct stream *d,
                                   const struct registry_input *input)
{
    enum cis_status status = stream_begin(d, input->name);

    if (status == CIS_OK)
        status = stream_feed(d, input->bytes, input->size);
    return status == CIS_OK ? stream_end(d) : status;
}

static enum cis_status load_registry(struct cis_validator *v,
                                     const struct registry_input *input,
                                     const struct reg_root **root)
{
    const struct binding *binding =
        binding_new(&v->arena, &frozen_registry_schema, &class_registry);
    __attribute__((cleanup(stream_free))) struct stream d;
    struct registry_load load = {NULL};
    enum cis_status status;

    if (!stream_init(&d, &v->from, &v->limits, &frozen_registry_schema, binding,
                     &v->arena))
        return CIS_NO_MEMORY;
    d.on_finding = input->on_finding;
    d.finding_context = input->context;
    d.done = on_registry;
    d.context = &load;
    status = read_stream(&d, input);
    if (status != CIS_OK)
        return status;
    *root = load.root;
    return d.counts[CIS_ERROR] > 0 || load.root == NULL ? CIS_BAD_REGISTRY
                                                        : CIS_OK;
}

static enum cis_status build(struct cis_validator *v,
                             const struct cis_options *options)
{
    const struct reg_root *root = frozen_registry;
    enum cis_status status = CIS_OK;

    v->schema = &frozen_summit;
    v->binding = binding_new(&v->arena, v->schema,
                             v->rules ? &class_summit : &class_summit_shell);
    if (v->binding == NULL)
        return v->arena.failed ? CIS_NO_MEMORY : CIS_INTERNAL;
    if (options->registry.bytes != NULL)
        status = load_registry(v, &options->registry, &root);
    if (status != CIS_OK)
        return status;
    return registry_index(&v->registry, &v->arena, root) ? CIS_OK
                                                         : CIS_NO_MEMORY;
}

enum cis_status cis_validator_new(const struct cis_options *options,
                                  struct cis_validator **validator)
{
    struct cis_options defaults;
    struct cis_validator *v;
    enum cis_status status;

    *validator = NULL;
    options_init(&defaults, NULL);
    if (options == NULL)
        options = &defaults;
    v = alloc_new(&options->from, sizeof *v);
    if (v == NULL)
        return CIS_NO_MEMORY;
    *v = (struct cis_validator){.from = options->from,
                                .limits = options->limits,
                                .rules = options->rules};
    arena_init(&v->arena, &v->from);
    status = build(v, options);
    if (status == CIS_OK)
        *validator = v;
    else
        cis_validator_free(v);
    return status;
}

void cis_validator_free(struct cis_validator *validator)
{
    struct cis_allocator from;

    if (validator == NULL)
        return;
    from = validator->from;
    arena_free(&validator->arena);
    alloc_free(&from, validator);
}

const char *cis_validator_schema(const struct cis_validator *v)
{
    return v->schema->version;
}

const char *cis_validator_registry(const struct cis_validator *v)
{
    return v->registry.root->version.at;
}
