/* The runner's check of attributes: known, present, and of their type. */
/* SPDX-License-Identifier: MIT */
#include "base/suggest.h"
#include "schema/runner.h"
#include "xml/tag.h"

#include <string.h>

static const char *use_name(struct run *run, const struct attribute_use *use)
{
    const struct schema_name *name = &run->schema->names[use->name];

    if (name->ns != 2)
        return name->local;
    return arena_format(run->findings->arena, "xml:%s", name->local);
}

static struct cis_finding *add(struct run *run, enum code code,
                               struct extent where, const char *name)
{
    run_damage(run);
    return finding_add(run->findings, code, where, run_path(run, NULL, name));
}

static struct extent at_attribute_name(struct run *run, uint64_t tag,
                                       const char *name)
{
    struct extent at_name, at_value;

    if (tag_attribute(run->source, tag, str_of(name), &at_name, &at_value))
        return at_name;
    return tag_name(run->source, tag);
}

/* NULL where the type has none: a schema may have none at all. */
static const struct attribute_use *uses_of(const struct run *run,
                                           const struct complex_type *type)
{
    return type->attribute_count > 0
               ? &run->schema->attributes[type->first_attribute]
               : NULL;
}

/* The attribute, of those not seen, that an unknown one seems to stand for,
 * or attribute_count: "lang" is xml:lang. */
static uint16_t meant(struct run *run, const struct complex_type *type,
                      const struct xml_attribute *a, uint64_t seen)
{
    const struct attribute_use *uses = uses_of(run, type);
    uint16_t found = type->attribute_count;
    struct suggestion suggestion;

    suggest_start(&suggestion, str_of(a->local));
    for (uint16_t i = 0; i < type->attribute_count; i++) {
        struct str best = suggestion.best;

        if ((seen >> i & 1) != 0)
            continue;
        suggest_consider(&suggestion, str_of(run_name(run, uses[i].name)));
        if (suggestion.best.at != best.at)
            found = i;
    }
    return found;
}

/* A required attribute that an unknown one seems to stand for counts as
 * seen: one cause, one finding. */
static void raise_unknown(struct run *run, const struct complex_type *type,
                          const struct xml_attribute *a, uint64_t tag,
                          uint64_t *seen)
{
    const char *name = run_written(run, a);
    struct arena *arena = run->findings->arena;
    struct cis_finding *f =
        add(run, CODE_S003, at_attribute_name(run, tag, name),
            finding_quote(arena, str_of(name)));
    uint16_t index = meant(run, type, a, *seen);

    finding_say(f, "'%s' has no attribute '%s'",
                run_name(run, run_top(run)->name),
                finding_quote(arena, str_of(name)));
    if (index == type->attribute_count)
        return;
    finding_hint(
        f, "did you mean '%s'?",
        use_name(run, &run->schema->attributes[type->first_attribute + index]));
    *seen |= UINT64_C(1) << index;
}

static void raise_value(struct run *run, const struct attribute_use *use,
                        const struct xml_attribute *a, uint64_t tag)
{
    const char *name = use_name(run, use);
    struct value_fault fault;
    struct cis_finding *f;

    value_explain(run->schema, use->simple, a->value, run->findings->arena,
                  &fault);
    f = finding_add(run->findings, fault.not_in_list ? CODE_S006 : CODE_S005,
                    run_at_value(run, tag, run_written(run, a)),
                    run_path(run, NULL, name));
    finding_say(f, "%s", fault.message);
    if (fault.hint != NULL)
        finding_hint(f, "%s", fault.hint);
}

static void raise_missing(struct run *run, const struct complex_type *type,
                          uint64_t missing, uint64_t tag)
{
    const char *element = run_name(run, run_top(run)->name);

    for (uint16_t i = 0; i < type->attribute_count; i++) {
        const struct attribute_use *use =
            &run->schema->attributes[type->first_attribute + i];
        struct cis_finding *f;
        const char *words;

        if ((missing >> i & 1) == 0)
            continue;
        f = add(run, CODE_S004, run_at_name(run, tag), NULL);
        finding_say(f, "the attribute '%s' is missing from '%s'",
                    use_name(run, use), element);
        words = run->schema->simples[use->simple].words;
        if (words[0] != '\0')
            finding_hint(f, "%s: %s", use_name(run, use), words);
    }
}

/* The position of the attribute in its type, or attribute_count. */
static uint16_t find_use(const struct run *run, const struct complex_type *type,
                         uint16_t name)
{
    const struct attribute_use *uses = uses_of(run, type);
    uint16_t i = 0;

    while (i < type->attribute_count && uses[i].name != name)
        i++;
    return i;
}

/* Without the zeros before it. */
static struct str number_after(struct str version, size_t point)
{
    struct str number = {version.at + point + 1, version.length - point - 1};

    while (number.length > 1 && number.at[0] == '0') {
        number.at++;
        number.length--;
    }
    return number;
}

/* The same major version and a greater minor one; minor versions may be
 * longer than any integer. */
static bool is_newer(struct str version, struct str known)
{
    const char *point = memchr(known.at, '.', known.length);
    size_t major = point != NULL ? (size_t)(point - known.at) : 0;
    struct str minor;

    if (point == NULL || version.length < major + 2 ||
        memcmp(version.at, known.at, major + 1) != 0)
        return false;
    version = number_after(version, major);
    minor = number_after(known, major);
    return version.length != minor.length ? version.length > minor.length
                                          : str_compare(version, minor) > 0;
}

/* @version of a global element says by which version of the schema it was
 * written: the one thing that the runner knows of a vocabulary. */
static void check_version(struct run *run, const struct xml_attribute *a,
                          struct str version, uint64_t tag)
{
    struct cis_finding *f;

    if (!is_newer(version, str_of(run->schema->version)))
        return;
    f = finding_add(run->findings, CODE_S009, run_at_value(run, tag, "version"),
                    run_path(run, NULL, a->local));
    finding_say(f,
                "version %s is newer than %s, the one known here: what it "
                "has added is reported as an error",
                finding_quote(run->findings->arena, version),
                run->schema->version);
}

static void check_value(struct run *run, const struct complex_type *type,
                        uint16_t index, const struct xml_attribute *a,
                        uint64_t tag)
{
    const struct attribute_use *use =
        &run->schema->attributes[type->first_attribute + index];
    const struct frame *top = run_top(run);
    struct value value;
    bool good =
        value_check(run->schema, use->simple, a->value, &run->scratch, &value);

    if (!top->shadow)
        run->events->attribute(run->context, index, good ? &value : NULL);
    if (top->trie != 0)
        constraints_value(run, use->name,
                          good ? value.text : str_trim(a->value), !good);
    if (!good)
        raise_value(run, use, a, tag);
    else if (top->global && use->name == run->version)
        check_version(run, a, value.text, tag);
}

/* After the known ones, so that only what is not there is suggested. */
static void raise_unknowns(struct run *run, const struct complex_type *type,
                           const struct xml_element *element, uint64_t *seen)
{
    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct xml_attribute *a = &element->attributes[i];
        const struct name_slot *slot = run_find_name(run, a->local, a->ns);

        if (slot->name != NAME_XSI &&
            find_use(run, type, slot->name) == type->attribute_count)
            raise_unknown(run, type, a, element->tag, seen);
    }
}

void run_attributes(struct run *run, const struct xml_element *element)
{
    const struct complex_type *type = &run->schema->types[run_top(run)->type];
    bool unknown = false;
    uint64_t seen = 0;

    for (size_t i = 0; i < element->attribute_count; i++) {
        const struct xml_attribute *a = &element->attributes[i];
        const struct name_slot *slot = run_find_name(run, a->local, a->ns);
        uint16_t index;

        if (slot->name == NAME_XSI) {
            run_xsi(run, a, element->tag);
            continue;
        }
        index = find_use(run, type, slot->name);
        if (index == type->attribute_count) {
            unknown = true;
            continue;
        }
        seen |= UINT64_C(1) << index;
        check_value(run, type, index, a, element->tag);
    }
    if (unknown)
        raise_unknowns(run, type, element, &seen);
    if ((type->required & ~seen) != 0)
        raise_missing(run, type, type->required & ~seen, element->tag);
}
