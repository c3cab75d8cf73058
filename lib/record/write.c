/* One record as elements and attributes of an XML writer. */
/* SPDX-License-Identifier: MIT */
#include "record/write.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Room for any date, number or time. */
enum {
    SHORT_VALUE = 32
};

static const struct complex_type *type_of(const struct schema *s,
                                          const struct class *class)
{
    for (uint16_t i = 0; i < s->type_count; i++)
        if (strcmp(s->types[i].name, class->type) == 0)
            return &s->types[i];
    return NULL;
}

static const struct attribute_use *find_use(const struct schema *s,
                                            const struct complex_type *type,
                                            const char *name)
{
    for (uint16_t i = 0; i < type->attribute_count; i++) {
        const struct attribute_use *use =
            &s->attributes[type->first_attribute + i];

        if (strcmp(s->names[use->name].local, name) == 0)
            return use;
    }
    return NULL;
}

static const char *choice_of(const struct schema *s,
                             const struct attribute_use *use, unsigned choice)
{
    const struct simple_type *simple = &s->simples[use->simple];

    return s->choices[simple->first_choice + choice - 1].text;
}

static const char *time_of(int64_t seconds, char out[static SHORT_VALUE])
{
    snprintf(out, SHORT_VALUE, "%02d:%02d:%02d", (int)(seconds / 3600 % 24),
             (int)(seconds / 60 % 60), (int)(seconds % 60));
    return out;
}

static const char *number_of(int64_t number, char out[static SHORT_VALUE])
{
    snprintf(out, SHORT_VALUE, "%" PRId64, number);
    return out;
}

static const char *value_of(const struct schema *s,
                            const struct attribute_use *use,
                            enum field_kind kind, const void *at,
                            char out[static SHORT_VALUE])
{
    switch (kind) {
    case FIELD_DATE:
        return date_write(*(const struct cis_date *)at, out);
    case FIELD_CHOICE:
        return choice_of(s, use, *(const unsigned *)at);
    case FIELD_FLAG:
        return *(const enum flag *)at == FLAG_YES ? "true" : "false";
    case FIELD_NUMBER:
        return number_of(*(const int64_t *)at, out);
    case FIELD_TIME:
        return time_of(*(const int64_t *)at, out);
    default:
        return ((const struct str *)at)->at;
    }
}

static void write_attribute(struct xml_writer *writer, const struct schema *s,
                            const struct attribute_use *use, const char *value)
{
    const struct schema_name *name = &s->names[use->name];
    char qualified[64];

    snprintf(qualified, sizeof qualified, "%s%s", name->ns == 2 ? "xml:" : "",
             name->local);
    xml_writer_attribute(writer, qualified, value);
}

static void write_attributes(struct xml_writer *writer, const struct schema *s,
                             const struct node *node)
{
    const struct class *class = node->class;
    const struct complex_type *type = type_of(s, class);
    char room[SHORT_VALUE];

    for (size_t i = 0; type != NULL && i < class->field_count; i++) {
        const struct field *field = &class->fields[i];
        const struct attribute_use *use = find_use(s, type, field->name);

        if (use != NULL && field_given(node, field))
            write_attribute(
                writer, s, use,
                value_of(s, use, field->kind, field_at(node, field), room));
    }
}

static void write_content(struct xml_writer *writer, const struct node *node)
{
    const struct field *field = field_named(node, "");
    const struct str *text;

    if (field == NULL || !field_given(node, field))
        return;
    text = field_at(node, field);
    if (field->kind != FIELD_XML)
        xml_writer_text(writer, text->at);
    else if (text->length > 0)
        xml_writer_raw(writer, text->at);
}

/* As deep as the classes are, which is five. */
void record_write(struct xml_writer *writer, const struct schema *schema,
                  const struct node *node, const char *ns)
{
    const struct class *class = node->class;

    xml_writer_start(writer, node->name);
    if (ns != NULL)
        xml_writer_attribute(writer, "xmlns", ns);
    write_attributes(writer, schema, node);
    for (size_t i = 0; i < class->child_count; i++) {
        const struct child *row = &class->children[i];
        const void *at = (const char *)node + row->offset;
        const struct node *child = row->several
                                       ? ((const struct list *)at)->first
                                       : *(struct node *const *)at;

        for (; child != NULL; child = row->several ? child->next : NULL)
            record_write(writer, schema, child, NULL);
    }
    write_content(writer, node);
    xml_writer_end(writer);
}
