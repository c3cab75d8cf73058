/* Holds JSON to a schema: jsoncheck SCHEMA[#NAME] FILE [POINTER]... */
/* SPDX-License-Identifier: MIT */
#include <jansson.h>
#include <regex.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* What goes with every look at a value. */
struct place {
    json_t *root; /* of the schema */
    const struct place *parent;
    const char *key; /* in the object, or NULL */
    size_t index;    /* in the array */
};

static void print_place(const struct place *place)
{
    if (place->parent == NULL) {
        return;
    }
    print_place(place->parent);
    if (place->key != NULL) {
        fprintf(stderr, "/%s", place->key);
    } else {
        fprintf(stderr, "/%zu", place->index);
    }
}

static bool fault(const struct place *place, const char *what,
                  const char *detail)
{
    print_place(place);
    fprintf(stderr, ": %s %s\n", what, detail);
    return false;
}

static bool holds(json_t *schema, json_t *value, const struct place *place);

static bool has_type(const char *type, const json_t *value)
{
    return (strcmp(type, "object") == 0 && json_is_object(value)) ||
           (strcmp(type, "array") == 0 && json_is_array(value)) ||
           (strcmp(type, "string") == 0 && json_is_string(value)) ||
           (strcmp(type, "integer") == 0 && json_is_integer(value)) ||
           (strcmp(type, "null") == 0 && json_is_null(value));
}

static bool type_holds(json_t *rule, json_t *schema, json_t *value,
                       const struct place *place)
{
    size_t i;
    json_t *type;

    (void)schema;
    if (json_is_string(rule)) {
        return has_type(json_string_value(rule), value) ||
               fault(place, "is not of type", json_string_value(rule));
    }
    json_array_foreach(rule, i, type)
    {
        if (has_type(json_string_value(type), value)) {
            return true;
        }
    }
    return fault(place, "is of none of its types", "");
}

static bool const_holds(json_t *rule, json_t *schema, json_t *value,
                        const struct place *place)
{
    (void)schema;
    return json_equal(rule, value) || fault(place, "is not the constant", "");
}

static bool enum_holds(json_t *rule, json_t *schema, json_t *value,
                       const struct place *place)
{
    size_t i;
    json_t *one;

    (void)schema;
    json_array_foreach(rule, i, one)
    {
        if (json_equal(one, value)) {
            return true;
        }
    }
    return fault(place, "is not in the list", "");
}

static bool minimum_holds(json_t *rule, json_t *schema, json_t *value,
                          const struct place *place)
{
    (void)schema;
    return json_integer_value(value) >= json_integer_value(rule) ||
           fault(place, "is too small", "");
}

static bool pattern_holds(json_t *rule, json_t *schema, json_t *value,
                          const struct place *place)
{
    regex_t pattern;

    (void)schema;
    if (!json_is_string(value)) {
        return true;
    }
    if (regcomp(&pattern, json_string_value(rule), REG_EXTENDED | REG_NOSUB) !=
        0) {
        return fault(place, "pattern cannot be used:", json_string_value(rule));
    }
    const int matched = regexec(&pattern, json_string_value(value), 0, NULL, 0);
    regfree(&pattern);
    return matched == 0 ||
           fault(place, "does not match", json_string_value(rule));
}

static bool required_holds(json_t *rule, json_t *schema, json_t *value,
                           const struct place *place)
{
    size_t i;
    json_t *name;
    bool good = true;

    (void)schema;
    json_array_foreach(rule, i, name)
    {
        if (json_object_get(value, json_string_value(name)) == NULL) {
            good = fault(place, "lacks", json_string_value(name));
        }
    }
    return good;
}

static bool properties_hold(json_t *rule, json_t *schema, json_t *value,
                            const struct place *place)
{
    const char *key;
    json_t *member;
    bool good = true;

    (void)schema;
    json_object_foreach(value, key, member)
    {
        const struct place inner = {place->root, place, key, 0};
        json_t *property = json_object_get(rule, key);
        if (property != NULL) {
            good = holds(property, member, &inner) && good;
        }
    }
    return good;
}

/* Only "false" is known. */
static bool additional_holds(json_t *rule, json_t *schema, json_t *value,
                             const struct place *place)
{
    json_t *properties = json_object_get(schema, "properties");
    const char *key;
    json_t *member;
    bool good = json_is_false(rule);

    json_object_foreach(value, key, member)
    {
        if (json_object_get(properties, key) == NULL) {
            good = fault(place, "has another member:", key);
        }
    }
    return good;
}

static bool items_hold(json_t *rule, json_t *schema, json_t *value,
                       const struct place *place)
{
    size_t i;
    json_t *item;
    bool good = true;

    (void)schema;
    json_array_foreach(value, i, item)
    {
        const struct place inner = {place->root, place, NULL, i};
        good = holds(rule, item, &inner) && good;
    }
    return good;
}

static bool ref_holds(json_t *rule, json_t *schema, json_t *value,
                      const struct place *place)
{
    static const char defs[] = "#/$defs/";
    const char *name = json_string_value(rule);
    json_t *target = NULL;

    (void)schema;
    if (strncmp(name, defs, sizeof defs - 1) == 0) {
        target = json_object_get(json_object_get(place->root, "$defs"),
                                 name + sizeof defs - 1);
    }
    return target == NULL ? fault(place, "the schema has no", name)
                          : holds(target, value, place);
}

/* What fails in the others is said, too; the exit status is what counts. */
static bool one_of_holds(json_t *rule, json_t *schema, json_t *value,
                         const struct place *place)
{
    size_t i;
    json_t *one;
    int count = 0;

    (void)schema;
    json_array_foreach(rule, i, one)
    {
        count += holds(one, value, place);
    }
    return count == 1 || fault(place, "is not one of these", "");
}

/* The part of JSON Schema that is known; the rest is an error, not ignored. */
static const struct keyword {
    const char *name;
    bool (*hold)(json_t *rule, json_t *schema, json_t *value,
                 const struct place *place); /* NULL: says nothing */
} keywords[] = {
    {"$defs", NULL},
    {"$id", NULL},
    {"$ref", ref_holds},
    {"$schema", NULL},
    {"additionalProperties", additional_holds},
    {"const", const_holds},
    {"description", NULL},
    {"enum", enum_holds},
    {"items", items_hold},
    {"minimum", minimum_holds},
    {"oneOf", one_of_holds},
    {"pattern", pattern_holds},
    {"properties", properties_hold},
    {"required", required_holds},
    {"title", NULL},
    {"type", type_holds},
};

static const struct keyword *keyword_find(const char *name)
{
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (strcmp(keywords[i].name, name) == 0) {
            return &keywords[i];
        }
    }
    return NULL;
}

static bool holds(json_t *schema, json_t *value, const struct place *place)
{
    const char *key;
    json_t *rule;
    bool good = true;

    json_object_foreach(schema, key, rule)
    {
        const struct keyword *keyword = keyword_find(key);
        if (keyword == NULL) {
            good = fault(place, "the schema says what is unknown here:", key);
        } else if (keyword->hold != NULL) {
            good = keyword->hold(rule, schema, value, place) && good;
        }
    }
    return good;
}

static void free_value(json_t **value)
{
    json_decref(*value);
}

static json_t *load(const char *path)
{
    json_error_t error;
    json_t *value = strcmp(path, "-") == 0
                        ? json_loadf(stdin, JSON_REJECT_DUPLICATES, &error)
                        : json_load_file(path, JSON_REJECT_DUPLICATES, &error);

    if (value == NULL) {
        fprintf(stderr, "%s:%d:%d: %s\n", path, error.line, error.column,
                error.text);
    }
    return value;
}

/* The value at /name/0/name; NULL where there is none. */
static json_t *get(json_t *value, const char *pointer)
{
    while (value != NULL && *pointer == '/') {
        const size_t length = strcspn(++pointer, "/");
        char key[64] = "";
        size_t index = 0;
        if (length >= sizeof key) {
            return NULL;
        }
        memcpy(key, pointer, length);
        value = json_is_array(value) && sscanf(key, "%zu", &index) == 1
                    ? json_array_get(value, index)
                    : json_object_get(value, key);
        pointer += length;
    }
    return value;
}

/* A line for each pointer: the bare text, or the value as JSON. */
static bool print(json_t *value)
{
    if (value == NULL) {
        return false;
    }
    if (json_is_string(value)) {
        return puts(json_string_value(value)) >= 0;
    }
    return json_dumpf(value, stdout, JSON_COMPACT | JSON_ENCODE_ANY) == 0 &&
           putchar('\n') != EOF;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fputs("Usage: jsoncheck SCHEMA[#NAME] FILE [POINTER]...\n"
              "0: it holds, 1: it does not, 2: neither can be said\n",
              stderr);
        return 2;
    }
    char *name = strchr(argv[1], '#');
    if (name != NULL) {
        *name++ = '\0';
    }
    __attribute__((cleanup(free_value))) json_t *schema = load(argv[1]);
    __attribute__((cleanup(free_value))) json_t *value = load(argv[2]);
    if (schema == NULL || value == NULL) {
        return 2;
    }
    json_t *rule =
        name == NULL ? schema
                     : json_object_get(json_object_get(schema, "$defs"), name);
    const struct place top = {schema, NULL, NULL, 0};
    bool good = rule != NULL && holds(rule, value, &top);
    for (int i = 3; i < argc; i++) {
        good = print(get(value, argv[i])) && good;
    }
    return good ? 0 : 1;
}
