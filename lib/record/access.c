/* Any element of a record: its name, its fields, and where they stand. */
/* SPDX-License-Identifier: MIT */
#include "record/access.h"

#include "base/lang.h"
#include "xml/tag.h"

#include <string.h>

const struct record *record_of(const struct node *node)
{
    if (node == NULL)
        return NULL;
    while (node->parent != NULL)
        node = node->parent;
    return node->class == &class_summit ? ((const struct summit *)node)->record
                                        : NULL;
}

const struct field *field_named(const struct node *node, const char *name)
{
    const struct class *class = node->class;

    if (strncmp(name, "xml:", 4) == 0)
        name += 4;
    for (size_t i = 0; i < class->field_count; i++)
        if (strcmp(class->fields[i].name, name) == 0)
            return &class->fields[i];
    return NULL;
}

const void *field_at(const struct node *node, const struct field *field)
{
    return (const char *)node + field->offset;
}

bool field_given(const struct node *node, const struct field *field)
{
    const void *at = field_at(node, field);

    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_XML:
        return ((const struct str *)at)->at != NULL;
    case FIELD_DATE:
        return date_given(*(const struct cis_date *)at);
    case FIELD_CHOICE:
        return *(const unsigned *)at != 0;
    case FIELD_FLAG:
        return *(const enum flag *)at != FLAG_UNKNOWN;
    case FIELD_NUMBER:
    case FIELD_TIME:
        return *(const int64_t *)at != NUMBER_ABSENT;
    }
    return false;
}

const char *cis_element_name(const void *element)
{
    const struct node *node = element;

    return node != NULL ? node->name : NULL;
}

const void *cis_element_parent(const void *element)
{
    const struct node *node = element;

    return node != NULL ? node->parent : NULL;
}

bool cis_element_whole(const void *element)
{
    const struct node *node = element;

    return node != NULL && !node->damaged && node->rejected == 0;
}

enum cis_given cis_element_given(const void *element, const char *attribute)
{
    const struct node *node = element;
    const struct field *field =
        node != NULL ? field_named(node, attribute) : NULL;

    if (field == NULL)
        return CIS_ABSENT;
    if (field_given(node, field))
        return CIS_GIVEN;
    return node_rejected(node, field->offset) ? CIS_REFUSED : CIS_ABSENT;
}

const char *cis_element_string(const void *element, const char *attribute)
{
    const struct node *node = element;
    const struct field *field =
        node != NULL ? field_named(node, attribute) : NULL;

    if (field == NULL || field->kind != FIELD_TEXT)
        return NULL;
    return ((const struct str *)field_at(node, field))->at;
}

/* How much markup that is no tag the text begins with; 0: none. */
static size_t no_tag(struct str text)
{
    static const char *const kinds[][2] = {
        {"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const char *end;
        size_t opening;

        if (!str_starts(text, str_of(kinds[i][0])))
            continue;
        opening = strlen(kinds[i][0]); /* "<!-->" is not closed yet */
        end = memmem(text.at + opening, text.length - opening, kinds[i][1],
                     strlen(kinds[i][1]));
        return end != NULL ? (size_t)(end - text.at) + 1 : text.length;
    }
    return 0;
}

/* The words of an element that has no children. */
static struct extent content_of(const struct source *source, uint64_t tag)
{
    uint64_t start = tag_whole(source, tag).end;
    struct extent last = {start - 2, start};
    struct str text = source_from(source, start);
    size_t at = 0, more = 1;

    while (more > 0 && at < text.length &&
           !str_is(source_text(source, last), "/>")) {
        struct str rest = {text.at + at, text.length - at};

        more = rest.at[0] == '<' ? no_tag(rest) : 1;
        at += more;
    }
    return tag_content(source, tag, start + at);
}

static bool find_place(const struct source *source, uint64_t tag,
                       const char *attribute, struct extent *where)
{
    struct extent name;

    if (attribute == NULL)
        *where = tag_name(source, tag);
    else if (attribute[0] == '\0')
        *where = content_of(source, tag);
    else
        return tag_attribute(source, tag, str_of(attribute), &name, where);
    return true;
}

/* Its content has elements of its own: it is found by its name. */
static bool bears_xml(const struct node *node, const char *attribute)
{
    const struct field *field =
        attribute != NULL ? field_named(node, attribute) : NULL;

    return field != NULL && field->kind == FIELD_XML;
}

struct cis_place cis_element_place(const void *element, const char *attribute)
{
    const struct node *node = element;
    const struct record *record = record_of(node);
    struct cis_place place = {0};
    struct extent where;

    if (record != NULL &&
        find_place(record->source, node->tag,
                   bears_xml(node, attribute) ? NULL : attribute, &where))
        source_resolve(record->source, where, &place);
    return place;
}

bool cis_summit_valid(const struct cis_summit *summit)
{
    const struct record *record = record_of((const struct node *)summit);

    return record != NULL && record->valid;
}

/* The first text in that language, or in any ("*"). */
static const struct text *find_text(const struct node *node, struct str range)
{
    for (; node != NULL; node = node->next) {
        const struct text *text = (const struct text *)node;

        if (text->value.at != NULL && lang_matches(range, text->lang))
            return text;
    }
    return NULL;
}

const struct cis_text *cis_text_find(const struct cis_text *texts,
                                     const char *languages)
{
    struct str rest = str_of(languages), range;
    const struct text *found = NULL;

    while (found == NULL && lang_next(&rest, &range))
        found = find_text((const struct node *)texts, range);
    return (const struct cis_text *)found;
}

const char *cis_text_in(const struct cis_text *texts, const char *languages)
{
    return cis_text_value(cis_text_find(texts, languages));
}

const char *cis_date_text(struct cis_date date, char buffer[11])
{
    if (!date_given(date))
        return NULL;
    return date_write(date, buffer);
}
