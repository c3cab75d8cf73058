/* Paths and places of what the runner finds, made only when needed. */
/* SPDX-License-Identifier: MIT */
#include "schema/runner.h"
#include "xml/tag.h"

#include <string.h>

#define TEXT_REACH 4096

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

/* White space, comments and instructions at the start of the text. */
static size_t blank_length(struct str text)
{
    size_t at = 0;

    for (;;) {
        struct str rest = {text.at + at, text.length - at};
        bool comment = str_starts(rest, str_of("<!--"));
        const char *end = comment ? "-->" : "?>", *found;

        if (rest.length > 0 && strchr(" \t\r\n", rest.at[0]) != NULL) {
            at++;
            continue;
        }
        if (!comment && !str_starts(rest, str_of("<?")))
            return at;
        found = memmem(rest.at, rest.length, end, strlen(end));
        if (found == NULL)
            return text.length;
        at = (size_t)(found - text.at) + strlen(end);
    }
}

static size_t before(struct str text, char byte)
{
    const char *found =
        text.length > 0 ? memchr(text.at, byte, text.length) : NULL;

    return found != NULL ? (size_t)(found - text.at) : text.length;
}

/* Without the white space around it, unless it is nothing else. Not looked for
 * any further than anyone reads, so that a million texts stay linear. */
struct extent run_at_text(struct run *run)
{
    uint64_t from = tag_whole(run->source, run->last_tag).end;
    uint64_t reach = source_reach(run->source);
    uint64_t end = reach - from > TEXT_REACH ? from + TEXT_REACH : reach;
    struct extent all = {from, end};
    struct str text = source_text(run->source, all), whole = text;
    size_t blank = blank_length(text);

    text.at += blank;
    text.length -= blank;
    if (str_starts(text, str_of("<![CDATA["))) {
        const char *close = memmem(text.at, text.length, "]]>", 3);

        if (close != NULL)
            text.length = (size_t)(close + 3 - text.at);
    } else if (text.length == 0 || text.at[0] == '<') {
        return (struct extent){from, from + before(whole, '<')};
    } else {
        text.length = before(text, '<');
        text = str_trim(text);
    }
    return (struct extent){from + blank, from + blank + text.length};
}

const char *run_step(struct run *run, uint64_t tag, unsigned position,
                     bool repeats)
{
    struct arena *arena = run->findings->arena;
    struct extent at_name, at_value;

    if (tag_attribute(run->source, tag, str_of("id"), &at_name, &at_value))
        return arena_format(
            arena, "[%s]",
            finding_quote(arena, tag_value(run->source, at_value, arena)));
    if (repeats)
        return arena_format(arena, "[%u]", position);
    return "";
}

/* An archive's root tells nothing about where in a record something is. */
static bool is_archive(const struct run *run)
{
    return run->depth > 1 && run->frames[1].opens_scope;
}

const char *run_path(struct run *run, const char *child, const char *attribute)
{
    struct arena *arena = run->findings->arena;
    const char *path = "";

    for (size_t i = is_archive(run) ? 1 : 0; i < run->depth; i++) {
        const struct frame *f = &run->frames[i];

        path = arena_format(
            arena, "%s%s%s%s", path, path[0] != '\0' ? "/" : "",
            run_name(run, f->name),
            run_step(run, f->tag, f->position, f->repeats && !f->opens_scope));
    }
    if (child != NULL)
        path = arena_format(arena, "%s/%s", path, child);
    if (attribute != NULL)
        path = arena_format(arena, "%s/@%s", path, attribute);
    return path;
}

const char *run_here(struct run *run)
{
    return run_path(run, NULL, NULL);
}

const char *anchor_path(struct run *run, const struct anchor *anchor,
                        const char *attribute)
{
    struct arena *arena = run->findings->arena;
    const char *path = "";

    for (; anchor != NULL; anchor = anchor->parent)
        path = arena_format(
            arena, "%s%s%s%s", run_name(run, anchor->name),
            run_step(run, anchor->tag, anchor->position, anchor->repeats),
            path[0] != '\0' ? "/" : "", path);
    return arena_format(arena, "%s/@%s", path, attribute);
}
