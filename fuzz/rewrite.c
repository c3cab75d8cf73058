/* Writes a document in another of the spellings that mean the same. */
/* SPDX-License-Identifier: MIT */
#include "rewrite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The prefix that the root's namespace gets beside its own. */
#define PREFIX "zq7"

struct writer {
    FILE *out;
    struct chance *chance;
    const xmlChar *ns; /* of the root, or NULL */
    unsigned plain;    /* one in so many characters is spelt otherwise */
};

static bool one_in(struct writer *w, size_t many)
{
    return chance_below(w->chance, many) == 0;
}

static void put(struct writer *w, const char *text)
{
    fputs(text, w->out);
}

static void put_space(struct writer *w)
{
    static const char *const spaces[] = {" ", "  ", "\n", "\t", "\r\n", " \n "};

    put(w, spaces[chance_below(w->chance, 6)]);
}

/* The character at text, 1 to 4 bytes; *text moves past it. */
static unsigned next_character(const char **text)
{
    const unsigned char *at = (const unsigned char *)*text;
    unsigned c = *at;
    int more = c < 0x80 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;

    if (more > 0)
        c &= 0x3fu >> more;
    for (int i = 1; i <= more; i++)
        c = c << 6 | (at[i] & 0x3f);
    *text += more + 1;
    return c;
}

static void put_reference(struct writer *w, unsigned c)
{
    static const char named[] = "<&>\"'";
    static const char *const names[] = {"&lt;", "&amp;", "&gt;", "&quot;",
                                        "&apos;"};
    const char *at = c < 0x80 && c > 0 ? strchr(named, (int)c) : NULL;

    if (at != NULL && !one_in(w, 3)) {
        put(w, names[at - named]);
        return;
    }
    switch (chance_below(w->chance, 4)) {
    case 0:
        fprintf(w->out, "&#%u;", c);
        break;
    case 1:
        fprintf(w->out, "&#x%x;", c);
        break;
    case 2:
        fprintf(w->out, "&#x%X;", c);
        break;
    default:
        fprintf(w->out, "&#00%u;", c);
        break;
    }
}

/* Those of `always` as references, others now and then. */
static void put_characters(struct writer *w, const char *text,
                           const char *always)
{
    while (*text != '\0') {
        const char *from = text;
        unsigned c = next_character(&text);

        if ((c < 0x80 && strchr(always, (int)c) != NULL) || one_in(w, w->plain))
            put_reference(w, c);
        else
            fwrite(from, 1, (size_t)(text - from), w->out);
    }
}

static void put_value(struct writer *w, const char *value)
{
    bool single = one_in(w, 2);

    put(w, single ? "'" : "\"");
    put_characters(w, value, single ? "<&'\t\n\r" : "<&\"\t\n\r");
    put(w, single ? "'" : "\"");
}

static void put_equals(struct writer *w)
{
    if (one_in(w, 8))
        put_space(w);
    put(w, "=");
    if (one_in(w, 8))
        put_space(w);
}

static void put_comment(struct writer *w)
{
    static const char *const comments[] = {"<!-- x -->", "<!---->",
                                           "<!--<summit>&-->", "<?p?>",
                                           "<?p <a b='c'>&amp;?>"};

    put(w, comments[chance_below(w->chance, 5)]);
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

/* In pieces: as it is, as CDATA where it can be, with comments between. */
static void put_text(struct writer *w, const char *text)
{
    size_t length = strlen(text), at = one_in(w, 3) && length > 0
                                           ? chance_below(w->chance, length)
                                           : length;
    char *piece;

    while (at < length && (text[at] & 0xc0) == 0x80)
        at++;
    piece = strndup(text, at);
    if (piece == NULL)
        abort();
    if (one_in(w, 4) && strpbrk(piece, "]\r") == NULL)
        fprintf(w->out, "<![CDATA[%s]]>", piece);
    else
        put_characters(w, piece, "<&>\r");
    free(piece);
    if (one_in(w, 8))
        put_comment(w);
    if (at < length)
        put_text(w, text + at);
}

/* White space beside an element, which may be longer. */
static void put_gap(struct writer *w, const xmlNode *node)
{
    bool beside =
        (node->prev != NULL && node->prev->type == XML_ELEMENT_NODE) ||
        (node->next != NULL && node->next->type == XML_ELEMENT_NODE);

    put_text(w, (const char *)node->content);
    if (beside && is_blank((const char *)node->content) && one_in(w, 4))
        put_space(w);
}

static void put_name(struct writer *w, const xmlNs *ns, const xmlChar *local)
{
    const xmlChar *prefix = ns != NULL ? ns->prefix : NULL;

    if (prefix != NULL)
        fprintf(w->out, "%s:", (const char *)prefix);
    put(w, (const char *)local);
}

/* What an attribute or a namespace declaration comes to, for the shuffle. */
struct part {
    const xmlAttr *attribute;
    const xmlNs *ns;
};

static void put_part(struct writer *w, const struct part *part)
{
    xmlChar *value;

    put_space(w);
    if (part->ns != NULL) {
        put(w, part->ns->prefix != NULL ? "xmlns:" : "xmlns");
        if (part->ns->prefix != NULL)
            put(w, (const char *)part->ns->prefix);
        put_equals(w);
        put_value(w, part->ns->href != NULL ? (char *)part->ns->href : "");
        return;
    }
    value = xmlNodeGetContent((const xmlNode *)part->attribute);
    put_name(w, part->attribute->ns, part->attribute->name);
    put_equals(w);
    put_value(w, value != NULL ? (char *)value : "");
    xmlFree(value);
}

/* All there are, in some order. */
static void put_parts(struct writer *w, const xmlNode *node)
{
    struct part parts[1024];
    size_t count = 0;

    for (const xmlNs *ns = node->nsDef; ns != NULL && count < 512;
         ns = ns->next)
        parts[count++] = (struct part){NULL, ns};
    for (const xmlAttr *a = node->properties; a != NULL && count < 1024;
         a = a->next)
        parts[count++] = (struct part){a, NULL};
    for (; count > 0; count--) {
        size_t nth = chance_below(w->chance, count);

        put_part(w, &parts[nth]);
        parts[nth] = parts[count - 1];
    }
}

static void put_tag_name(struct writer *w, const xmlNode *node, bool renamed)
{
    if (renamed)
        fprintf(w->out, PREFIX ":%s", (const char *)node->name);
    else
        put_name(w, node->ns, node->name);
}

/* The instructions that mean something, as they are. */
static void put_instruction(struct writer *w, const xmlNode *node)
{
    if (strcmp((const char *)node->name, "cisvalidate") == 0)
        fprintf(w->out, "<?cisvalidate %s?>",
                node->content != NULL ? (const char *)node->content : "");
}

/* Depth is bounded: deeper inputs are refused before they come here. */
static void put_node(struct writer *w, const xmlNode *node)
{
    bool renamed = node->type == XML_ELEMENT_NODE && w->ns != NULL &&
                   node->ns != NULL && xmlStrEqual(node->ns->href, w->ns) &&
                   one_in(w, 4);

    if (node->type == XML_TEXT_NODE)
        put_gap(w, node);
    if (node->type == XML_PI_NODE)
        put_instruction(w, node);
    if (node->type != XML_ELEMENT_NODE)
        return;
    put(w, "<");
    put_tag_name(w, node, renamed);
    put_parts(w, node);
    if (node->parent->type == XML_DOCUMENT_NODE && w->ns != NULL)
        fprintf(w->out, " xmlns:" PREFIX "='%s'", (const char *)w->ns);
    if (one_in(w, 8))
        put_space(w);
    if (node->children == NULL && one_in(w, 2)) {
        put(w, "/>");
        return;
    }
    put(w, ">");
    for (const xmlNode *n = node->children; n != NULL; n = n->next)
        put_node(w, n);
    put(w, "</");
    put_tag_name(w, node, renamed);
    put(w, one_in(w, 8) ? " \n>" : ">");
}

static void put_prolog(struct writer *w, bool wide)
{
    const char *encoding = wide ? "UTF-16" : "utf-8";

    switch (chance_below(w->chance, 4)) {
    case 0:
        fprintf(w->out, "<?xml version='1.0' encoding='%s'?>", encoding);
        break;
    case 1:
        fprintf(w->out,
                "<?xml version=\"1.0\" encoding=\"%s\" standalone='yes'?>\n",
                encoding);
        break;
    case 2:
        put(w, "<?xml version = '1.0'\n ?>");
        break;
    default:
        break;
    }
    if (one_in(w, 4))
        put_comment(w);
}

static void put_unit(FILE *out, unsigned unit, bool big)
{
    putc((int)(big ? unit >> 8 : unit & 0xff), out);
    putc((int)(big ? unit & 0xff : unit >> 8), out);
}

/* With a byte order mark. */
static void widen(struct rewritten *made, bool big)
{
    FILE *out = open_memstream(&made->bytes, &made->size);
    const char *at = made->text, *end = at + made->text_size;

    if (out == NULL)
        abort();
    put_unit(out, 0xfeff, big);
    while (at < end) {
        unsigned c = next_character(&at);

        if (c >= 0x10000) {
            put_unit(out, 0xd800 + ((c - 0x10000) >> 10), big);
            c = 0xdc00 + ((c - 0x10000) & 0x3ff);
        }
        put_unit(out, c, big);
    }
    fclose(out);
}

struct rewritten rewrite_document(const xmlDoc *document, struct chance *chance)
{
    const xmlNode *root = xmlDocGetRootElement(document);
    struct rewritten made = {0};
    struct writer w = {.chance = chance};
    bool wide = chance_below(chance, 4) == 0;

    w.plain = chance_below(chance, 2) == 0 ? 8 : 200;
    w.ns = root->ns != NULL ? root->ns->href : NULL;
    if (w.ns != NULL && strpbrk((const char *)w.ns, "<&'") != NULL)
        w.ns = NULL;
    w.out = open_memstream(&made.text, &made.text_size);
    if (w.out == NULL)
        abort();
    if (!wide && one_in(&w, 8))
        put(&w, "\xef\xbb\xbf");
    put_prolog(&w, wide);
    for (const xmlNode *n = document->children; n != NULL; n = n->next)
        put_node(&w, n);
    if (one_in(&w, 4))
        put_comment(&w);
    fclose(w.out);
    if (wide)
        widen(&made, one_in(&w, 2));
    else
        made.bytes = made.text, made.size = made.text_size;
    return made;
}

void rewritten_free(struct rewritten *made)
{
    if (made->bytes != made->text)
        free(made->bytes);
    free(made->text);
}
