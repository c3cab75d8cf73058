/* Writes a compiled schema as C tables. */
/* SPDX-License-Identifier: MIT */
#include "freeze.h"

#include <inttypes.h>

/* Octal escapes end after three digits, whatever follows. */
void freeze_text(FILE *out, struct str text)
{
    if (text.at == NULL) {
        fputs("NULL", out);
        return;
    }
    fputc('"', out);
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.at[i];

        if (byte < 0x20 || byte > 0x7E || byte == '"' || byte == '\\' ||
            byte == '?')
            fprintf(out, "\\%03o", byte);
        else
            fputc(byte, out);
    }
    fputc('"', out);
}

static void text_row(FILE *out, const char *text)
{
    freeze_text(out, str_of(text));
}

static void begin(FILE *out, const char *type, const char *name,
                  const char *table)
{
    fprintf(out, "static const %s %s_%s[] = {\n", type, name, table);
}

/* A table of C has at least one row. */
static void end(FILE *out, uint16_t count)
{
    fputs(count == 0 ? "    {0}\n};\n" : "};\n", out);
}

static void freeze_numbers(FILE *out, const uint16_t *numbers, uint16_t count,
                           const char *name, const char *table)
{
    fprintf(out, "static const uint16_t %s_%s[] = {", name, table);
    for (uint16_t i = 0; i < count; i++)
        fprintf(out, "%s%u,", i % 16 == 0 ? "\n    " : " ", numbers[i]);
    fputs(count == 0 ? "0};\n" : "\n};\n", out);
}

static void freeze_bytes(FILE *out, const uint8_t *bytes, size_t count)
{
    fputs("(const uint8_t[]){", out);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%u,", bytes[i]);
    fputs("}", out);
}

static void freeze_names(FILE *out, const struct schema *s, const char *name)
{
    begin(out, "struct schema_name", name, "names");
    for (uint16_t i = 0; i < s->name_count; i++)
        fprintf(out, "    {\"%s\", %u},\n", s->names[i].local, s->names[i].ns);
    end(out, s->name_count);
}

static void freeze_elements(FILE *out, const struct schema *s, const char *name)
{
    begin(out, "struct global_element", name, "elements");
    for (uint16_t i = 0; i < s->element_count; i++)
        fprintf(out, "    {%u, %u, %u, %u},\n", s->elements[i].name,
                s->elements[i].type, s->elements[i].first_constraint,
                s->elements[i].constraint_count);
    end(out, s->element_count);
}

static void freeze_types(FILE *out, const struct schema *s, const char *name)
{
    begin(out, "struct complex_type", name, "types");
    for (uint16_t i = 0; i < s->type_count; i++) {
        const struct complex_type *t = &s->types[i];

        fprintf(out,
                "    {.name = \"%s\", .content = %u, .simple = %u,\n"
                "     .start = %u, .first_attribute = %u,\n"
                "     .attribute_count = %u,\n"
                "     .required = UINT64_C(%" PRIu64 ")},\n",
                t->name, t->content, t->simple, t->start, t->first_attribute,
                t->attribute_count, t->required);
    }
    end(out, s->type_count);
}

static void freeze_attributes(FILE *out, const struct schema *s,
                              const char *name)
{
    begin(out, "struct attribute_use", name, "attributes");
    for (uint16_t i = 0; i < s->attribute_count; i++)
        fprintf(out, "    {%u, %u, %d},\n", s->attributes[i].name,
                s->attributes[i].simple, s->attributes[i].required);
    end(out, s->attribute_count);
}

static void freeze_bound(FILE *out, const char *which,
                         const struct bound *bound)
{
    if (bound->given)
        fprintf(out, ", .%s = {true, INT64_C(%" PRId64 ")}", which,
                bound->value);
}

static void freeze_simples(FILE *out, const struct schema *s, const char *name)
{
    begin(out, "struct simple_type", name, "simples");
    for (uint16_t i = 0; i < s->simple_count; i++) {
        const struct simple_type *t = &s->simples[i];

        fprintf(out, "    {.name = \"%s\", .words = ", t->name);
        text_row(out, t->words);
        fprintf(out,
                ", .builtin = %u, .first_member = %u, .member_count = %u,\n"
                "     .first_pattern = %u, .pattern_count = %u,\n"
                "     .first_choice = %u, .choice_count = %u, .sorted = %d,\n"
                "     .min_length = %" PRIu32 "u, .max_length = %" PRIu32 "u",
                t->builtin, t->first_member, t->member_count, t->first_pattern,
                t->pattern_count, t->first_choice, t->choice_count, t->sorted,
                t->min_length, t->max_length);
        freeze_bound(out, "least", &t->least);
        freeze_bound(out, "most", &t->most);
        fputs("},\n", out);
    }
    end(out, s->simple_count);
}

static void freeze_patterns(FILE *out, const struct schema *s, const char *name)
{
    begin(out, "struct pattern", name, "patterns");
    for (uint16_t i = 0; i < s->pattern_count; i++) {
        const struct pattern *p = &s->patterns[i];
        size_t cells = (size_t)p->state_count * p->class_count;

        fputs("    {.text = ", out);
        text_row(out, p->text);
        fputs(", .class_of = ", out);
        freeze_bytes(out, p->class_of, 256);
        fputs(", .next = (const uint16_t[]){", out);
        for (size_t at = 0; at < cells; at++)
            fprintf(out, "%u,", p->next[at]);
        fputs("}, .accepts = ", out);
        freeze_bytes(out, p->accepts, p->state_count);
        fprintf(out, ", .class_count = %u, .state_count = %u},\n",
                p->class_count, p->state_count);
    }
    end(out, s->pattern_count);
}

static void freeze_choices(FILE *out, const struct schema *s, const char *name)
{
    begin(out, "struct choice", name, "choices");
    for (uint16_t i = 0; i < s->choice_count; i++) {
        fputs("    {.text = ", out);
        text_row(out, s->choices[i].text);
        fprintf(out, ", .length = %u, .nth = %u},\n", s->choices[i].length,
                s->choices[i].nth);
    }
    end(out, s->choice_count);
}

static void freeze_states(FILE *out, const struct schema *s, const char *name)
{
    begin(out, "struct state", name, "states");
    for (uint16_t i = 0; i < s->state_count; i++)
        fprintf(out, "    {%u, %u, %d},\n", s->states[i].first_edge,
                s->states[i].edge_count, s->states[i].accepts);
    end(out, s->state_count);
}

static void freeze_edges(FILE *out, const struct schema *s, const char *name)
{
    begin(out, "struct edge", name, "edges");
    for (uint16_t i = 0; i < s->edge_count; i++)
        fprintf(out,
                "    {.name = %u, .target = %u, .type = %u, .element = %u, "
                ".repeats = %d},\n",
                s->edges[i].name, s->edges[i].target, s->edges[i].type,
                s->edges[i].element, s->edges[i].repeats);
    end(out, s->edge_count);
}

static void freeze_constraints(FILE *out, const struct schema *s,
                               const char *name)
{
    begin(out, "struct constraint", name, "constraints");
    for (uint16_t i = 0; i < s->constraint_count; i++) {
        const struct constraint *c = &s->constraints[i];

        fprintf(out, "    {.name = \"%s\", .words = ", c->name);
        text_row(out, c->words);
        fprintf(out,
                ", .kind = %u, .refer = %u, .field = %u,\n"
                "     .first_path = %u, .path_count = %u},\n",
                c->kind, c->refer, c->field, c->first_path, c->path_count);
    }
    end(out, s->constraint_count);
    begin(out, "struct path", name, "paths");
    for (uint16_t i = 0; i < s->path_count; i++)
        fprintf(out, "    {%u, %u},\n", s->paths[i].first_step,
                s->paths[i].step_count);
    end(out, s->path_count);
}

/* The members of struct schema that are tables, and their counts. */
static void freeze_members(FILE *out, const struct schema *s, const char *name)
{
    const struct {
        const char *table, *counter;
        uint16_t count;
    } tables[] = {
        {"names", "name_count", s->name_count},
        {"elements", "element_count", s->element_count},
        {"types", "type_count", s->type_count},
        {"attributes", "attribute_count", s->attribute_count},
        {"simples", "simple_count", s->simple_count},
        {"members", "member_count", s->member_count},
        {"patterns", "pattern_count", s->pattern_count},
        {"choices", "choice_count", s->choice_count},
        {"states", "state_count", s->state_count},
        {"edges", "edge_count", s->edge_count},
        {"constraints", "constraint_count", s->constraint_count},
        {"paths", "path_count", s->path_count},
        {"path_steps", "path_step_count", s->path_step_count},
    };

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        fprintf(out, "    .%s = %s_%s,\n    .%s = %u,\n", tables[i].table, name,
                tables[i].table, tables[i].counter, tables[i].count);
}

void freeze_schema(FILE *out, const struct schema *schema, const char *name)
{
    freeze_names(out, schema, name);
    freeze_elements(out, schema, name);
    freeze_types(out, schema, name);
    freeze_attributes(out, schema, name);
    freeze_simples(out, schema, name);
    freeze_numbers(out, schema->members, schema->member_count, name, "members");
    freeze_patterns(out, schema, name);
    freeze_choices(out, schema, name);
    freeze_states(out, schema, name);
    freeze_edges(out, schema, name);
    freeze_constraints(out, schema, name);
    freeze_numbers(out, schema->path_steps, schema->path_step_count, name,
                   "path_steps");
    fprintf(out,
            "const struct schema %s = {\n    .target = \"%s\",\n"
            "    .version = \"%s\",\n",
            name, schema->target, schema->version);
    freeze_members(out, schema, name);
    fputs("};\n\n", out);
}
