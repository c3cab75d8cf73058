/* Mutations of records: one random change to a tree at a time. */
/* SPDX-License-Identifier: MIT */
#include "mutate.h"

#include <stdlib.h>
#include <string.h>

#define BAD_CAST_(text) ((const xmlChar *)(text))
#define TARGET "urn:cisvalidate:summit:1"
#define XSI "http://www.w3.org/2001/XMLSchema-instance"

static xmlNode *next_element(const xmlDoc *document, xmlNode *node)
{
    xmlNode *root = xmlDocGetRootElement(document);

    if (node == NULL)
        return root;
    if (xmlFirstElementChild(node) != NULL)
        return xmlFirstElementChild(node);
    while (node != root && xmlNextElementSibling(node) == NULL)
        node = node->parent;
    return node == root ? NULL : xmlNextElementSibling(node);
}

size_t count_elements(const xmlDoc *document)
{
    xmlNode *node = NULL;
    size_t count = 0;

    while ((node = next_element(document, node)) != NULL)
        count++;
    return count;
}

xmlNode *nth_element(const xmlDoc *document, size_t nth)
{
    xmlNode *node = NULL;

    while ((node = next_element(document, node)) != NULL && nth > 0)
        nth--;
    return node;
}

static xmlNode *any_element(const xmlDoc *document, struct chance *chance)
{
    return nth_element(document,
                       chance_below(chance, count_elements(document)));
}

/* Any but the root; NULL if there is no other. */
static xmlNode *any_inner(const xmlDoc *document, struct chance *chance)
{
    size_t count = count_elements(document);

    return count > 1
               ? nth_element(document, 1 + chance_below(chance, count - 1))
               : NULL;
}

static xmlAttr *any_attribute(const xmlDoc *document, struct chance *chance)
{
    for (int tries = 0; tries < 8; tries++) {
        xmlNode *node = any_element(document, chance);
        xmlAttr *a = node->properties;
        size_t count = 0;

        for (; a != NULL; a = a->next)
            count++;
        count = chance_below(chance, count);
        for (a = node->properties; a != NULL && count > 0; count--)
            a = a->next;
        if (a != NULL)
            return a;
    }
    return NULL;
}

static bool is_within(const xmlNode *node, const xmlNode *outer)
{
    for (; node != NULL; node = node->parent)
        if (node == outer)
            return true;
    return false;
}

/* At a random place among the children. */
static void insert_at(xmlNode *parent, xmlNode *node, struct chance *chance)
{
    size_t place = chance_below(chance, xmlChildElementCount(parent) + 1);
    xmlNode *before = xmlFirstElementChild(parent);

    for (; before != NULL && place > 0; place--)
        before = xmlNextElementSibling(before);
    if (before != NULL)
        xmlAddPrevSibling(before, node);
    else
        xmlAddChild(parent, node);
}

static void drop_element(xmlDoc *d, struct chance *c)
{
    xmlNode *node = any_inner(d, c);

    if (node == NULL)
        return;
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

static void repeat_element(xmlDoc *d, struct chance *c)
{
    xmlNode *node = any_inner(d, c);

    if (node != NULL)
        xmlAddNextSibling(node, xmlDocCopyNode(node, d, 1));
}

static void swap_elements(xmlDoc *d, struct chance *c)
{
    xmlNode *node = any_inner(d, c);
    xmlNode *next = node != NULL ? xmlNextElementSibling(node) : NULL;

    if (next != NULL)
        xmlAddNextSibling(next, node);
}

static void move_element(xmlDoc *d, struct chance *c)
{
    xmlNode *node = any_inner(d, c), *parent = any_element(d, c);

    if (node == NULL || is_within(parent, node))
        return;
    if (chance_below(c, 3) == 0)
        parent = node->parent;
    xmlUnlinkNode(node);
    insert_at(parent, node, c);
    xmlReconciliateNs(d, node); /* it may have lost its declarations */
}

static void copy_element(xmlDoc *d, struct chance *c)
{
    xmlNode *node = any_inner(d, c), *parent = any_element(d, c);

    if (node != NULL)
        insert_at(chance_below(c, 2) == 0 ? parent : node->parent,
                  xmlDocCopyNode(node, d, 1), c);
}

/* One letter changed, so that the name is nearly right. */
static void misspell(char *name, size_t size, struct chance *c)
{
    size_t length = strlen(name);

    if (length < 2 || length + 1 >= size)
        return;
    if (chance_below(c, 2) == 0)
        name[1 + chance_below(c, length - 1)] = 'x';
    else
        name[length - 1] = '\0';
}

static const char *other_name(const struct words *words, struct chance *c,
                              const xmlChar *present)
{
    static char name[128];

    strncpy(name,
            chance_below(c, 3) == 0 ? (const char *)present
                                    : words_choose(c, words),
            sizeof name - 1);
    if (chance_below(c, 3) == 0)
        misspell(name, sizeof name, c);
    return name;
}

static void rename_element(xmlDoc *d, const struct vocabulary *v,
                           struct chance *c)
{
    xmlNode *node = any_element(d, c);

    xmlNodeSetName(node, BAD_CAST_(other_name(&v->elements, c, node->name)));
}

static void rename_attribute(xmlDoc *d, const struct vocabulary *v,
                             struct chance *c)
{
    xmlAttr *a = any_attribute(d, c);
    const char *name;
    xmlChar *value;

    if (a == NULL || a->ns != NULL)
        return;
    name = other_name(&v->attributes, c, a->name);
    value = xmlGetNoNsProp(a->parent, a->name);
    if (!xmlHasProp(a->parent, BAD_CAST_(name)) && value != NULL) {
        xmlNode *node = a->parent;

        xmlRemoveProp(a);
        xmlSetProp(node, BAD_CAST_(name), value);
    }
    xmlFree(value);
}

static void drop_attribute(xmlDoc *d, struct chance *c)
{
    xmlAttr *a = any_attribute(d, c);

    if (a != NULL)
        xmlRemoveProp(a);
}

static void change_value(xmlDoc *d, const struct vocabulary *v,
                         struct chance *c)
{
    xmlAttr *a = any_attribute(d, c);
    xmlChar *present;
    char *made;

    if (a == NULL)
        return;
    present = xmlNodeListGetString(d, a->children, 1);
    made = other_value(v, present != NULL ? (char *)present : "", c);
    xmlSetNsProp(a->parent, a->ns, a->name, BAD_CAST_(made));
    xmlFree(present);
    free(made);
}

static void change_text(xmlDoc *d, const struct vocabulary *v, struct chance *c)
{
    for (int tries = 0; tries < 8; tries++) {
        xmlNode *node = any_element(d, c);
        xmlChar *present = xmlNodeGetContent(node), *escaped;
        char *made;

        if (xmlFirstElementChild(node) == NULL) {
            made = other_value(v, (char *)present, c);
            escaped = xmlEncodeSpecialChars(d, BAD_CAST_(made));
            xmlNodeSetContent(node, escaped);
            xmlFree(escaped);
            free(made);
            tries = 8;
        }
        xmlFree(present);
    }
}

/* Words, white space, and what is no text at all. */
static void insert_text(xmlDoc *d, struct chance *c)
{
    static const char *const texts[] = {"x", " ", "\n  ", "\xc2\xa0", "&"};
    xmlNode *node = any_element(d, c), *made;
    const xmlChar *text = BAD_CAST_(CHOOSE(c, texts));

    switch (chance_below(c, 8)) {
    case 0:
        made = xmlNewDocComment(d, BAD_CAST_("c"));
        break;
    case 1:
        made = xmlNewDocPI(d, BAD_CAST_("p"), BAD_CAST_("q"));
        break;
    case 2:
        made = xmlNewCDataBlock(d, text, (int)strlen((const char *)text));
        break;
    default:
        made = xmlNewDocText(d, text);
        break;
    }
    if (node->children != NULL && chance_below(c, 2) == 0)
        xmlAddPrevSibling(node->children, made);
    else
        xmlAddChild(node, made);
}

static xmlNs *use_namespace(xmlNode *node, const char *uri, const char *prefix)
{
    xmlNs *ns = xmlSearchNsByHref(node->doc, node, BAD_CAST_(uri));

    if (ns == NULL || (ns->prefix == NULL && prefix != NULL))
        ns = xmlNewNs(node, BAD_CAST_(uri), BAD_CAST_(prefix));
    return ns;
}

static void add_attribute(xmlDoc *d, const struct vocabulary *v,
                          struct chance *c)
{
    static const char *const types[] = {
        "summit", "text", "xs:token", "person", "dates", "t:dates", ""};
    static const char *const locals[] = {"type", "type", "nil", "other",
                                         "noNamespaceSchemaLocation"};
    xmlNode *node = any_element(d, c);
    const char *name;
    xmlNs *ns;

    switch (chance_below(c, 8)) {
    case 0:
        ns = use_namespace(node, XSI, "xsi");
        name = CHOOSE(c, locals);
        if (ns != NULL)
            xmlSetNsProp(node, ns, BAD_CAST_(name),
                         BAD_CAST_(strcmp(name, "type") == 0  ? CHOOSE(c, types)
                                   : strcmp(name, "nil") == 0 ? "false"
                                                              : "x.xsd"));
        break;
    case 1:
        ns = use_namespace(node, "urn:other", "o");
        if (ns != NULL)
            xmlSetNsProp(node, ns, BAD_CAST_(words_choose(c, &v->attributes)),
                         BAD_CAST_("x"));
        break;
    case 2:
        xmlNodeSetLang(node, BAD_CAST_(edge_value(c)));
        break;
    default:
        xmlSetProp(node, BAD_CAST_(words_choose(c, &v->attributes)),
                   BAD_CAST_(words_choose(c, &v->values)));
        break;
    }
}

static const char *const namespaces[] = {"urn:other",
                                         "urn:cisvalidate:summit:2", "",
                                         "urn:cisvalidate:summit:1 ", XSI};

static void change_namespace(xmlDoc *d, struct chance *c)
{
    xmlNode *node = any_element(d, c);
    const char *uri = CHOOSE(c, namespaces);
    xmlNs *ns = NULL;

    if (uri[0] != '\0' || chance_below(c, 2) == 0)
        ns = uri[0] != '\0' ? use_namespace(node, uri, "n") : NULL;
    xmlSetNs(node, ns);
}

/* An element of another namespace, empty or around a copy of something. */
static void insert_foreign(xmlDoc *d, struct chance *c)
{
    xmlNode *node = xmlNewDocNode(d, NULL, BAD_CAST_("foreign"), NULL);
    xmlNode *parent = any_element(d, c), *inner = any_inner(d, c);
    const char *uri = CHOOSE(c, namespaces);

    if (inner != NULL && chance_below(c, 2) == 0)
        xmlAddChild(node, xmlDocCopyNode(inner, d, 1));
    for (xmlNode *n = NULL; chance_below(c, 3) > 0;) {
        n = next_element(d, n);
        if (n == NULL)
            break;
        if (strcmp((const char *)n->name, "extension") == 0)
            parent = n;
    }
    insert_at(parent, node, c);
    if (uri[0] != '\0')
        xmlSetNs(node, xmlNewNs(node, BAD_CAST_(uri), BAD_CAST_("f")));
}

/* The record becomes one of several in an archive. */
static void wrap_root(xmlDoc *d, struct chance *c)
{
    xmlNode *record = xmlDocGetRootElement(d), *root;

    if (chance_below(c, 8) != 0)
        return;
    root = xmlNewDocNode(d, NULL, BAD_CAST_("summits"), NULL);
    xmlSetNs(root, xmlNewNs(root, BAD_CAST_(TARGET), NULL));
    xmlDocSetRootElement(d, root);
    xmlAddChild(root, record);
    xmlAddChild(root, xmlDocCopyNode(record, d, 1));
}

void mutate(xmlDoc *d, const struct vocabulary *v, struct chance *c)
{
    switch (chance_below(c, 20)) {
    case 0:
        drop_element(d, c);
        break;
    case 1:
        repeat_element(d, c);
        break;
    case 2:
        swap_elements(d, c);
        break;
    case 3:
        move_element(d, c);
        break;
    case 4:
        copy_element(d, c);
        break;
    case 5:
        rename_element(d, v, c);
        break;
    case 6:
        rename_attribute(d, v, c);
        break;
    case 7:
        drop_attribute(d, c);
        break;
    case 8:
        insert_text(d, c);
        break;
    case 9:
        change_text(d, v, c);
        break;
    case 10:
        add_attribute(d, v, c);
        break;
    case 11:
        change_namespace(d, c);
        break;
    case 12:
        insert_foreign(d, c);
        break;
    case 13:
        wrap_root(d, c);
        break;
    default:
        change_value(d, v, c);
        break;
    }
}
