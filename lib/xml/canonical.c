/* The content of an element as Canonical XML, from the reader's events. */
/* SPDX-License-Identifier: MIT */
#include "xml/canonical.h"

#include <string.h>

void canonical_init(struct canonical *c, const struct cis_allocator *from,
                    const char *outer)
{
    *c = (struct canonical){.outer = outer};
    buf_init(&c->text, from);
}

void canonical_free(struct canonical *c)
{
    alloc_free(c->text.from, c->scopes);
    alloc_free(c->text.from, c->open);
    c->scopes = NULL;
    c->open = NULL;
    c->scope_count = c->scope_capacity = 0;
    c->open_count = c->open_capacity = 0;
    buf_free(&c->text);
}

void canonical_begin(struct canonical *c)
{
    buf_clear(&c->text);
    c->scope_count = c->open_count = c->depth = c->capture = 0;
}

bool canonical_failed(const struct canonical *c)
{
    return c->text.failed;
}

static bool capturing(const struct canonical *c)
{
    return c->capture > 0 && c->depth > c->capture;
}

static int compare(const char *a, const char *b)
{
    return strcmp(a != NULL ? a : "", b != NULL ? b : "");
}

/* Room for one more: the array, moved where it had to grow, or NULL. */
static void *grow(struct canonical *c, void *array, size_t count,
                  size_t *capacity, size_t size)
{
    size_t more = 2 * *capacity + 8;
    void *moved = array;

    if (count == *capacity) {
        moved = alloc_resize(c->text.from, array, more * size);
        if (moved != NULL)
            *capacity = more;
        else
            c->text.failed = true;
    }
    return moved;
}

static void declare(struct canonical *c, const struct xml_namespace *ns)
{
    struct canonical_scope *scopes =
        grow(c, c->scopes, c->scope_count, &c->scope_capacity, sizeof *scopes);

    if (scopes == NULL)
        return;
    c->scopes = scopes;
    scopes[c->scope_count++] = (struct canonical_scope){
        .prefix = ns->prefix, .uri = ns->uri, .depth = c->depth};
}

/* What a prefix means among the first `count` scopes. */
static const char *meaning(const struct canonical *c, size_t count,
                           const char *prefix)
{
    for (; count > 0; count--)
        if (compare(c->scopes[count - 1].prefix, prefix) == 0)
            return c->scopes[count - 1].uri;
    return NULL;
}

static size_t first_scope(const struct canonical *c)
{
    size_t first = c->scope_count;

    while (first > 0 && c->scopes[first - 1].depth == c->depth)
        first--;
    return first;
}

/* What a prefix means where the element under way is written: outside of it. */
static const char *written(const struct canonical *c, const char *prefix)
{
    if (c->depth > c->capture + 1)
        return meaning(c, first_scope(c), prefix);
    return prefix == NULL ? c->outer : NULL;
}

static const char *reference(char byte, bool attribute)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '\r':
        return "&#xD;";
    case '>':
        return attribute ? NULL : "&gt;";
    case '"':
        return attribute ? "&quot;" : NULL;
    case '\t':
        return attribute ? "&#x9;" : NULL;
    case '\n':
        return attribute ? "&#xA;" : NULL;
    default:
        return NULL;
    }
}

static void put_escaped(struct buf *to, struct str text, bool attribute)
{
    size_t done = 0;

    for (size_t i = 0; i < text.length; i++) {
        const char *instead = reference(text.at[i], attribute);

        if (instead == NULL)
            continue;
        buf_append(to, (struct str){text.at + done, i - done});
        buf_text(to, instead);
        done = i + 1;
    }
    buf_append(to, (struct str){text.at + done, text.length - done});
}

static void put_attribute(struct buf *to, const char *prefix, const char *local,
                          struct str value)
{
    buf_byte(to, ' ');
    if (prefix != NULL) {
        buf_text(to, prefix);
        buf_byte(to, ':');
    }
    buf_text(to, local);
    buf_text(to, "=\"");
    put_escaped(to, value, true);
    buf_byte(to, '"');
}

static void put_namespace(struct canonical *c, const char *prefix)
{
    const char *uri = meaning(c, c->scope_count, prefix);

    if (compare(uri, written(c, prefix)) == 0)
        return;
    put_attribute(&c->text, prefix != NULL ? "xmlns" : NULL,
                  prefix != NULL ? prefix : "xmlns",
                  str_of(uri != NULL ? uri : ""));
}

/* The prefixes that may need a declaration, in their order: the default
 * first, then each after the last one. */
static void put_namespaces(struct canonical *c)
{
    size_t from = c->depth == c->capture + 1 ? 0 : first_scope(c);
    const char *last = NULL;

    put_namespace(c, NULL);
    for (;;) {
        const char *next = NULL;

        for (size_t i = from; i < c->scope_count; i++) {
            const char *prefix = c->scopes[i].prefix;

            if (compare(prefix, last) > 0 &&
                (next == NULL || compare(prefix, next) < 0))
                next = prefix;
        }
        if (next == NULL)
            return;
        put_namespace(c, next);
        last = next;
    }
}

/* By namespace, then local name. */
static bool before(const struct xml_attribute *a, const struct xml_attribute *b)
{
    int order = compare(a->ns, b->ns);

    return order < 0 || (order == 0 && compare(a->local, b->local) < 0);
}

static void put_attributes(struct buf *to, const struct xml_element *element)
{
    const struct xml_attribute *last = NULL;

    for (size_t n = 0; n < element->attribute_count; n++) {
        const struct xml_attribute *next = NULL;

        for (size_t i = 0; i < element->attribute_count; i++) {
            const struct xml_attribute *a = &element->attributes[i];

            if ((last == NULL || before(last, a)) &&
                (next == NULL || before(a, next)))
                next = a;
        }
        if (next == NULL)
            return;
        put_attribute(to, next->prefix, next->local, next->value);
        last = next;
    }
}

static void put_name(struct buf *to, struct canonical_name name)
{
    if (name.prefix != NULL) {
        buf_text(to, name.prefix);
        buf_byte(to, ':');
    }
    buf_text(to, name.local);
}

/* The end tag needs the name again. */
static void open_name(struct canonical *c, struct canonical_name name)
{
    struct canonical_name *open =
        grow(c, c->open, c->open_count, &c->open_capacity, sizeof *open);

    if (open == NULL)
        return;
    c->open = open;
    open[c->open_count++] = name;
}

static bool wants_more(const struct canonical *c)
{
    return !c->text.failed && c->text.length <= CANONICAL_MOST;
}

void canonical_start(struct canonical *c, const struct xml_element *element)
{
    struct canonical_name name = {element->prefix, element->local};

    c->depth++;
    for (size_t i = 0; i < element->namespace_count; i++)
        declare(c, &element->namespaces[i]);
    if (!capturing(c))
        return;
    open_name(c, name);
    if (!wants_more(c))
        return;
    buf_byte(&c->text, '<');
    put_name(&c->text, name);
    put_namespaces(c);
    put_attributes(&c->text, element);
    buf_byte(&c->text, '>');
}

void canonical_text(struct canonical *c, struct str text)
{
    if (c->capture > 0 && wants_more(c))
        put_escaped(&c->text, text, false);
}

static void close_name(struct canonical *c)
{
    if (c->open_count == 0)
        return;
    c->open_count--;
    if (!wants_more(c))
        return;
    buf_text(&c->text, "</");
    put_name(&c->text, c->open[c->open_count]);
    buf_byte(&c->text, '>');
}

void canonical_end(struct canonical *c)
{
    if (capturing(c))
        close_name(c);
    else if (c->depth == c->capture)
        c->capture = 0;
    c->scope_count = first_scope(c);
    c->depth--;
}

void canonical_capture(struct canonical *c)
{
    if (c->capture > 0)
        return;
    c->capture = c->depth;
    c->open_count = 0;
    c->text.length = 0;
}

bool canonical_content(const struct canonical *c, struct str *content)
{
    if (c->capture == 0 || c->depth != c->capture)
        return false;
    *content = buf_str(&c->text);
    if (content->at == NULL)
        *content = str_of("");
    if (!wants_more(c))
        *content = (struct str){NULL, 0};
    return true;
}
