/* Events of libxml2 to ours: names, values, and the tags they stand in. */
/* SPDX-License-Identifier: MIT */
#include "xml/sax.h"

#include <inttypes.h>
#include <string.h>

bool sax_done(const struct sax *sax)
{
    return sax->stopped || sax->status != READER_OK;
}

/* Whether events are told no more: libxml2 goes on to the end of its block. */
static bool is_mute(const struct sax *sax)
{
    return sax->fault.code != 0 || sax_done(sax);
}

void sax_fail(struct sax *sax, enum reader_status status)
{
    if (!sax_done(sax))
        sax->status = status;
}

/* Room for `count` things of `size` bytes, kept for the next time. */
static bool grow(struct sax *sax, void **things, size_t *capacity, size_t count,
                 size_t size)
{
    size_t wanted = *capacity == 0 ? 16 : *capacity;
    size_t bytes;
    void *grown;

    while (wanted < count)
        wanted *= 2;
    grown = size_multiply(wanted, size, &bytes)
                ? alloc_resize(sax->from, *things, bytes)
                : NULL;
    if (grown == NULL) {
        sax_fail(sax, READER_NO_MEMORY);
        return false;
    }
    *things = grown;
    *capacity = wanted;
    return true;
}

static const char *name_of(const xmlChar *name)
{
    return (const char *)name;
}

static bool grow_attributes(struct sax *sax, size_t count)
{
    void *room = sax->attributes;
    bool good = grow(sax, &room, &sax->attribute_capacity, count,
                     sizeof *sax->attributes);

    sax->attributes = room;
    return good;
}

/* libxml2 has five pointers for each attribute. */
static bool take_attributes(struct sax *sax, size_t count,
                            const xmlChar **given)
{
    if (count > sax->attribute_capacity && !grow_attributes(sax, count))
        return false;
    for (size_t i = 0; i < count; i++, given += 5)
        sax->attributes[i] = (struct xml_attribute){
            .local = name_of(given[0]),
            .prefix = name_of(given[1]),
            .ns = name_of(given[2]),
            .value = {name_of(given[3]), (size_t)(given[4] - given[3])}};
    return true;
}

void sax_refuse(struct sax *sax, enum cis_limit limit, uint64_t offset,
                const char *what)
{
    const char *name = cis_limit_name(limit);

    problem_set(&sax->problem, CODE_W004, offset, offset + 1,
                "%s %" PRIu64 " (" GUARD_LIMIT_HELP ")", what,
                sax->guard->limits.of[limit], name, name);
    sax_fail(sax, READER_PROBLEM);
}

static bool grow_namespaces(struct sax *sax, size_t count)
{
    void *room = sax->namespaces;
    bool good = grow(sax, &room, &sax->namespace_capacity, count,
                     sizeof *sax->namespaces);

    sax->namespaces = room;
    return good;
}

/* And two for each namespace declaration. It looks at all that are in scope
 * for each prefix, so they have a limit too. */
static bool take_namespaces(struct sax *sax, size_t count,
                            const xmlChar **given, uint64_t tag)
{
    if (count > sax->namespace_capacity && !grow_namespaces(sax, count))
        return false;
    for (size_t i = 0; i < count; i++)
        sax->namespaces[i] = (struct xml_namespace){name_of(given[2 * i]),
                                                    name_of(given[2 * i + 1])};
    sax->namespaces_in_scope += count;
    if (sax->namespaces_in_scope <= sax->guard->limits.of[CIS_LIMIT_ATTRIBUTES])
        return true;
    sax_refuse(sax, CIS_LIMIT_ATTRIBUTES, tag,
               "the namespace declarations in scope are more than");
    return false;
}

static bool grow_open(struct sax *sax)
{
    void *room = sax->open;
    bool good = grow(sax, &room, &sax->open_capacity, sax->depth + 1,
                     sizeof *sax->open);

    sax->open = room;
    return good;
}

static bool open_element(struct sax *sax, const struct xml_element *element)
{
    if (sax->depth >= sax->guard->limits.of[CIS_LIMIT_DEPTH]) {
        sax_refuse(sax, CIS_LIMIT_DEPTH, element->tag,
                   "the depth of elements is more than");
        return false;
    }
    if (sax->depth == sax->open_capacity && !grow_open(sax))
        return false;
    sax->open[sax->depth++] =
        (struct open_element){.prefix = element->prefix,
                              .local = element->local,
                              .tag = element->tag,
                              .namespaces = element->namespace_count};
    return true;
}

/* The tag that a start is about. */
static uint64_t take_start(struct sax *sax)
{
    sax->tag = queue_take(&sax->guard->tags);
    return sax->tag;
}

/* The tag that an end is about: the next one if the parser is beyond it, and
 * otherwise that of the start before, an empty-element tag. */
static uint64_t take_end(struct sax *sax)
{
    if (queue_next(&sax->guard->tags) < parser_position(sax->parser))
        return take_start(sax);
    return sax->tag;
}

static void on_start(void *context, const xmlChar *local, const xmlChar *prefix,
                     const xmlChar *ns, int namespace_count,
                     const xmlChar **namespaces, int attribute_count,
                     int defaulted, const xmlChar **attributes)
{
    struct sax *sax = context;
    struct xml_element element = {.local = name_of(local),
                                  .prefix = name_of(prefix),
                                  .ns = name_of(ns),
                                  .attribute_count = (size_t)attribute_count,
                                  .namespace_count = (size_t)namespace_count};

    (void)defaulted; /* none, without a DTD */
    if (is_mute(sax) || !parser_ends_tag(sax->parser))
        return;
    element.tag = take_start(sax);
    sax->run = 0;
    if (!take_attributes(sax, element.attribute_count, attributes) ||
        (namespace_count > 0 && !take_namespaces(sax, element.namespace_count,
                                                 namespaces, element.tag)) ||
        !open_element(sax, &element))
        return;
    element.attributes = sax->attributes;
    element.namespaces = sax->namespaces;
    sax->events->start(sax->context, &element);
}

static void on_end(void *context, const xmlChar *local, const xmlChar *prefix,
                   const xmlChar *ns)
{
    struct sax *sax = context;

    (void)local;
    (void)prefix;
    (void)ns;
    if (is_mute(sax) || sax->depth == 0)
        return;
    sax->run = 0;
    sax->depth--;
    sax->closed = sax->depth == 0;
    sax->namespaces_in_scope -= sax->open[sax->depth].namespaces;
    sax->events->end(sax->context, take_end(sax));
}

/* Comments and CDATA sections do not end a text: the guard knows its parts
 * only. Of a CDATA section without end 2.9 tells a part. */
static void on_text(void *context, const xmlChar *text, int length)
{
    struct sax *sax = context;

    if (is_mute(sax) || length <= 0 ||
        parser_position(sax->parser) > sax->unfinished)
        return;
    sax->run += (uint64_t)length;
    if (sax->run > sax->guard->limits.of[CIS_LIMIT_VALUE])
        sax_refuse(sax, CIS_LIMIT_VALUE, sax->tag,
                   "the bytes of text after this tag are more than");
    else
        sax->events->text(sax->context,
                          (struct str){name_of(text), (size_t)length});
}

static void on_instruction(void *context, const xmlChar *target,
                           const xmlChar *data)
{
    struct sax *sax = context;
    uint64_t offset;

    (void)data; /* its places are wanted: it is read from the source */
    if (is_mute(sax) || strcmp(name_of(target), MARKUP_TARGET) != 0)
        return;
    offset = queue_take(&sax->guard->instructions);
    if (sax->events->instruction != NULL)
        sax->events->instruction(sax->context, offset,
                                 sax->depth > 0 ? sax->open[sax->depth - 1].tag
                                                : UINT64_MAX);
}

/* A namespace that is no URI is one that nobody knows: that is told elsewhere.
 * 2.9 says so too when memory fails while it looks. */
static void on_error(void *context, parser_error *error)
{
    struct sax *sax = context;

    /* No parser yet: memory failed while it was made. */
    if (sax->parser == NULL)
        return;
    if (error->level >= XML_ERR_ERROR && error->code != XML_WAR_NS_URI &&
        !is_mute(sax))
        fault_note(&sax->fault, error, parser_position(sax->parser));
}

void sax_free(struct sax *sax)
{
    parser_free(sax->parser);
    alloc_free(sax->from, sax->attributes);
    alloc_free(sax->from, sax->namespaces);
    alloc_free(sax->from, sax->open);
}

/* 2.9 does not forget the namespaces in scope when a parser is reset, and names
 * would pile up: so it is a new one each time. */
void sax_begin(struct sax *sax)
{
    sax->depth = sax->namespaces_in_scope = 0;
    sax->tag = sax->run = 0;
    sax->unfinished = UINT64_MAX;
    sax->fault.code = 0;
    sax->stopped = sax->closed = false;
    parser_free(sax->parser);
    sax->parser = NULL;
    sax->parser =
        parser_new(sax, on_start, on_end, on_text, on_instruction, on_error);
    sax->status = sax->parser != NULL ? READER_OK : READER_NO_MEMORY;
}
