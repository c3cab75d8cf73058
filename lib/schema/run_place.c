/* Paths and places of what the runner finds, made only when needed. */
/* SPDX-License-Identifier: MIT */
#include "schema/runner.h"
#include "xml/tag.h"

#include <string.h>

struct extent run_at_name(struct run *run, uint64_t tag)
{
    return tag_name(run->source, tag);
}

struct extent run_at_value(struct run *run, uint64_t tag, const char *name)
{
    struct extent at_name, at_value;

    if (tag_attribute(run->source, tag, str_of(name), &at_name, &at_value))
        return at_value;
    return tag_name(run->source, tag);
}

const char *run_step(struct run *run, uint64_t tag, unsigned position,
                     bool repeats)
{
    struct arena *arena = run->findings->arena;
    struct extent at_name, at_value;

    if (tag_attribute(run->source, tag, str_of("id"), &at_name, &at_value))
        return arena_format(
            arena, "[%s]",
            finding_quote(arena, source_text(run->source, at_value)));
    if (repeats)
        return arena_format(arena, "[%u]", position);
    return "";
}

/* An archive's root tells nothing about where in a record something is. */
static bool is_archive(const struct run *run)
{
    return run->depth > 1 && run->frames[1].opens_scope;
}

const char *run_path(struct run *run, const char *child,
                     const char *attribute)
{
    struct arena *arena = run->findings->arena;
    const char *path = "";

    for (size_t i = is_archive(run) ? 1 : 0; i < run->depth; i++) {
        const struct frame *f = &run->frames[i];

        path = arena_format(arena, "%s%s%s%s", path,
                            path[0] != '\0' ? "/" : "",
                            run_name(run, f->name),
                            run_step(run, f->tag, f->position,
                                     f->repeats && !f->opens_scope));
    }
    if (child != NULL)
        path = arena_format(arena, "%s/%s", path, child);
    if (attribute != NULL)
        path = arena_format(arena, "%s/@%s", path, attribute);
    return path;
}

const char *anchor_path(struct run *run, const struct anchor *anchor,
                        const char *attribute)
{
    struct arena *arena = run->findings->arena;
    const char *path = "";

    for (; anchor != NULL; anchor = anchor->parent)
        path = arena_format(arena, "%s%s%s%s",
                            run_name(run, anchor->name),
                            run_step(run, anchor->tag, anchor->position,
                                     anchor->repeats),
                            path[0] != '\0' ? "/" : "", path);
    return arena_format(arena, "%s/@%s", path, attribute);
}
