/* Makes validators: compiles the schemas and reads the registry. */
/* SPDX-License-Identifier: MIT */
#include "validator.h"

#include "frozen.h"
#include "record/record.h"
#include "rules/registry_rules.h"
#include "schema/embedded.h"
#include "stream.h"
#include "xml/reader.h"

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
    struct cis_validator *validator;
    struct stream *stream;
    bool read;
};

static void on_registry(void *context, struct node *root)
{
    struct registry_load *load = context;
    struct cis_validator *v = load->validator;
    struct rule_run run = {.registry = &v->registry,
                           .schema = v->schema,
                           .source = reader_source(load->stream->reader),
                           .findings = &load->stream->findings,
                           .arena = &load->stream->arena};

    load->read =
        registry_index(&v->registry, &v->arena, (const struct reg_root *)root);
    if (load->read)
        registry_rules_run(&run);
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
                                     const struct registry_input *input)
{
    const struct binding *binding =
        binding_new(&v->arena, &frozen_registry_schema, &class_registry);
    __attribute__((cleanup(stream_free))) struct stream d;
    struct registry_load load = {v, &d, false};
    enum cis_status status;

    if (!stream_init(&d, &v->from, &v->limits, &frozen_registry_schema, binding,
                     &v->arena))
        return CIS_NO_MEMORY;
    d.levels = v->levels;
    d.on_finding = input->on_finding;
    d.finding_context = input->context;
    d.done = on_registry;
    d.context = &load;
    status = read_stream(&d, input);
    if (status != CIS_OK)
        return status;
    if (v->arena.failed)
        return CIS_NO_MEMORY;
    return d.counts[CIS_ERROR] > 0 || !load.read ? CIS_BAD_REGISTRY : CIS_OK;
}

static enum cis_status build(struct cis_validator *v,
                             const struct cis_options *options)
{
    reader_prepare();
    v->schema = &frozen_summit;
    v->whole = binding_new(&v->arena, v->schema, &class_summit);
    v->binding = v->rules
                     ? v->whole
                     : binding_new(&v->arena, v->schema, &class_summit_shell);
    if (v->whole == NULL || v->binding == NULL)
        return v->arena.failed ? CIS_NO_MEMORY : CIS_INTERNAL;
    if (options->registry.bytes != NULL)
        return load_registry(v, &options->registry);
    return registry_index(&v->registry, &v->arena, frozen_registry)
               ? CIS_OK
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
                                .rules = options->rules,
                                .fail_level = options->fail_level};
    memcpy(v->levels, options->levels, sizeof v->levels);
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

enum cis_severity cis_validator_fail_level(const struct cis_validator *v)
{
    return v->fail_level;
}
