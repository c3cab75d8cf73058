/* Builds typed structs from checked documents, as tables of classes say. */
/* SPDX-License-Identifier: MIT */
#include "schema/bind.h"

#include <string.h>

#define NO_ROW UINT16_MAX

/* A class joined with its type in the schema. */
struct bound_class {
    const struct class *class;
    uint16_t *field_of;  /* by position among the type's attributes */
    uint16_t text_field; /* of the element's own text */
    uint16_t *child_of;  /* by name */
    struct node *empty;  /* a struct of which everything is absent */
    bool root;           /* bound wherever it stands */
};

struct binding {
    const struct schema *schema;
    struct bound_class *classes; /* by type; class NULL: not bound */
};

/* An element under way; node NULL: its type or its place is not bound. */
struct bind_frame {
    struct node *node;
    uint16_t type;
};

struct bind {
    const struct cis_allocator *from;
    const struct binding *binding;
    struct arena *arena;
    void (*done)(void *context, struct node *root, uint64_t end);
    void *context;
    struct bind_frame *frames;
    size_t depth, capacity;
    bool failed;
};

static uint16_t find_type(const struct schema *s, const char *name)
{
    for (uint16_t i = 0; i < s->type_count; i++)
        if (strcmp(s->types[i].name, name) == 0)
            return i;
    return NO_ROW;
}

static uint16_t find_field(const struct class *class, const char *name)
{
    for (uint16_t i = 0; i < class->field_count; i++)
        if (strcmp(class->fields[i].name, name) == 0)
            return i;
    return NO_ROW;
}

static uint16_t find_child(const struct class *class, const char *name)
{
    for (uint16_t i = 0; i < class->child_count; i++)
        if (strcmp(class->children[i].name, name) == 0)
            return i;
    return NO_ROW;
}

static void *at_offset(struct node *node, size_t offset)
{
    return (char *)node + offset;
}

/* Absent is not always zero. */
static struct node *make_empty(struct arena *arena, const struct class *class)
{
    struct node *node = arena_new(arena, class->size);

    if (node == NULL)
        return NULL;
    node->class = class;
    for (size_t i = 0; i < class->field_count; i++) {
        enum field_kind kind = class->fields[i].kind;

        if (kind == FIELD_NUMBER || kind == FIELD_TIME)
            *(int64_t *)at_offset(node, class->fields[i].offset) =
                NUMBER_ABSENT;
    }
    return node;
}

/* The rows of a class for what its type has. */
static bool join_rows(struct bound_class *bound, struct arena *arena,
                      const struct schema *s, const struct complex_type *type)
{
    const struct class *class = bound->class;

    bound->text_field = find_field(class, "");
    bound->empty = make_empty(arena, class);
    bound->field_of =
        arena_array(arena, type->attribute_count + 1u, sizeof *bound->field_of);
    bound->child_of =
        arena_array(arena, s->name_count, sizeof *bound->child_of);
    if (arena->failed)
        return false;
    for (uint16_t i = 0; i < type->attribute_count; i++) {
        uint16_t name = s->attributes[type->first_attribute + i].name;

        bound->field_of[i] = find_field(class, s->names[name].local);
    }
    for (uint16_t i = 0; i < s->name_count; i++)
        bound->child_of[i] = find_child(class, s->names[i].local);
    return true;
}

/* Joins a class and all below it; each is visited once. */
static bool join_class(struct binding *binding, struct arena *arena,
                       const struct class *class)
{
    const struct schema *s = binding->schema;
    uint16_t index = find_type(s, class->type);
    struct bound_class *bound;

    if (index == NO_ROW)
        return false;
    bound = &binding->classes[index];
    if (bound->class != NULL)
        return bound->class == class;
    bound->class = class;
    if (!join_rows(bound, arena, s, &s->types[index]))
        return false;
    for (size_t i = 0; i < class->child_count; i++)
        if (!join_class(binding, arena, class->children[i].class))
            return false;
    return true;
}

/* A root class is bound in any case, so that its type is there. */
static bool join_root(struct binding *binding, struct arena *arena,
                      const struct class *root)
{
    if (!join_class(binding, arena, root))
        return false;
    binding->classes[find_type(binding->schema, root->type)].root = true;
    return true;
}

const struct binding *binding_new_of(struct arena *arena,
                                     const struct schema *schema,
                                     const struct class *const *roots,
                                     size_t count)
{
    struct binding *binding = arena_new(arena, sizeof *binding);

    if (binding == NULL)
        return NULL;
    binding->schema = schema;
    binding->classes =
        arena_array(arena, schema->type_count, sizeof *binding->classes);
    for (size_t i = 0; i < count; i++)
        if (binding->classes == NULL || !join_root(binding, arena, roots[i]))
            return NULL;
    return binding;
}

const struct binding *binding_new(struct arena *arena,
                                  const struct schema *schema,
                                  const struct class *root)
{
    return binding_new_of(arena, schema, &root, 1);
}

struct bind *bind_new(const struct cis_allocator *from,
                      const struct binding *binding, struct arena *arena,
                      void (*done)(void *context, struct node *root,
                                   uint64_t end),
                      void *context)
{
    struct bind *bind = alloc_new(from, sizeof *bind);

    if (bind != NULL)
        *bind = (struct bind){.from = from,
                              .binding = binding,
                              .arena = arena,
                              .done = done,
                              .context = context};
    return bind;
}

void bind_free(struct bind *bind)
{
    if (bind == NULL)
        return;
    alloc_free(bind->from, bind->frames);
    alloc_free(bind->from, bind);
}

void bind_use(struct bind *bind, const struct binding *binding)
{
    bind->binding = binding;
}

void bind_begin(struct bind *bind)
{
    bind->depth = 0;
    bind->failed = false;
}

bool bind_under_way(const struct bind *bind)
{
    for (size_t i = 0; i < bind->depth; i++)
        if (bind->frames[i].node != NULL)
            return true;
    return false;
}

bool bind_failed(const struct bind *bind)
{
    return bind->failed || bind->arena->failed;
}

/* The first of elements that stand once keeps its place. */
static void link_child(struct node *parent, const struct child *row,
                       struct node *node)
{
    struct list *list = at_offset(parent, row->offset);
    struct node **one = at_offset(parent, row->offset);

    if (!row->several) {
        if (*one == NULL)
            *one = node;
        return;
    }
    if (list->last != NULL)
        list->last->next = node;
    else
        list->first = node;
    list->last = node;
    list->count++;
}

static struct bind_frame *push(struct bind *bind)
{
    if (bind->depth == bind->capacity) {
        size_t capacity = bind->capacity * 2 + 16;
        struct bind_frame *frames =
            alloc_resize(bind->from, bind->frames, capacity * sizeof *frames);

        if (frames == NULL) {
            bind->failed = true;
            return NULL;
        }
        bind->frames = frames;
        bind->capacity = capacity;
    }
    return &bind->frames[bind->depth++];
}

static struct node *parent_node(const struct bind *bind)
{
    return bind->depth > 0 ? bind->frames[bind->depth - 1].node : NULL;
}

/* Where a child of the element under way is kept; NULL: it is not. */
static const struct child *find_row(const struct bind *bind, uint16_t name)
{
    const struct bound_class *parent;
    uint16_t row;

    if (parent_node(bind) == NULL)
        return NULL;
    parent = &bind->binding->classes[bind->frames[bind->depth - 1].type];
    row = parent->child_of[name];
    return row != NO_ROW ? &parent->class->children[row] : NULL;
}

static struct node *new_node(struct bind *bind, const struct bound_class *bound)
{
    struct node *node = arena_room(bind->arena, bound->class->size);

    return node != NULL ? memcpy(node, bound->empty, bound->class->size) : NULL;
}

static void start(void *context, uint16_t type, uint16_t name, uint64_t tag,
                  unsigned position, bool repeats)
{
    struct bind *bind = context;
    const struct binding *binding = bind->binding;
    const struct bound_class *bound = &binding->classes[type];
    const struct child *row = find_row(bind, name);
    struct node *parent = parent_node(bind), *node = NULL;
    struct bind_frame *frame = push(bind);

    if (frame == NULL)
        return;
    if (bound->class != NULL && (row != NULL || bound->root))
        node = new_node(bind, bound);
    frame->type = type;
    frame->node = node;
    if (node == NULL)
        return;
    node->parent = parent;
    node->tag = tag;
    node->name = binding->schema->names[name].local;
    node->position = position;
    node->repeats = repeats && parent != NULL;
    if (row != NULL)
        link_child(parent, row, node);
}

static void set_field(struct bind *bind, struct node *node, uint16_t index,
                      const struct value *value)
{
    const struct field *field = &node->class->fields[index];
    void *at = at_offset(node, field->offset);

    if (value == NULL) {
        node->rejected |= UINT64_C(1) << index;
        return;
    }
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_XML:
        *(struct str *)at = arena_copy(bind->arena, value->text);
        break;
    case FIELD_DATE:
        *(struct cis_date *)at = value->date;
        break;
    case FIELD_CHOICE:
        *(unsigned *)at = value->choice;
        break;
    case FIELD_FLAG:
        *(enum flag *)at = value->number != 0 ? FLAG_YES : FLAG_NO;
        break;
    case FIELD_NUMBER:
    case FIELD_TIME:
        *(int64_t *)at = value->number;
        break;
    }
}

static void attribute(void *context, uint16_t index, const struct value *value)
{
    struct bind *bind = context;
    struct node *node = parent_node(bind);
    uint16_t field;

    if (node == NULL)
        return;
    field = bind->binding->classes[bind->frames[bind->depth - 1].type]
                .field_of[index];
    if (field != NO_ROW)
        set_field(bind, node, field, value);
}

static void text(void *context, const struct value *value)
{
    struct bind *bind = context;
    struct node *node = parent_node(bind);
    uint16_t field;

    if (node == NULL)
        return;
    field =
        bind->binding->classes[bind->frames[bind->depth - 1].type].text_field;
    if (field != NO_ROW)
        set_field(bind, node, field, value);
}

static const struct bound_class *under_way(const struct bind *bind)
{
    if (parent_node(bind) == NULL)
        return NULL;
    return &bind->binding->classes[bind->frames[bind->depth - 1].type];
}

bool bind_takes_xml(const struct bind *bind)
{
    const struct bound_class *bound = under_way(bind);

    return bound != NULL && bound->text_field != NO_ROW &&
           bound->class->fields[bound->text_field].kind == FIELD_XML;
}

void bind_xml(struct bind *bind, struct str content)
{
    struct value value = {.text = content};

    if (bind_takes_xml(bind))
        set_field(bind, parent_node(bind), under_way(bind)->text_field,
                  content.at != NULL ? &value : NULL);
}

static void damage(void *context)
{
    struct node *node = parent_node(context);

    if (node != NULL)
        node->damaged = true;
}

static void end(void *context, uint64_t tag)
{
    struct bind *bind = context;
    struct bind_frame frame;

    if (bind->depth == 0)
        return;
    frame = bind->frames[--bind->depth];
    if (frame.node != NULL && frame.node->parent == NULL)
        bind->done(bind->context, frame.node, tag);
}

const struct run_events bind_events = {.start = start,
                                       .attribute = attribute,
                                       .text = text,
                                       .damage = damage,
                                       .end = end};

/* The id that stands for a node in paths; none where it has none. */
static struct str node_id(const struct node *node)
{
    uint16_t index = find_field(node->class, "id");
    const struct str *id;

    if (index == NO_ROW)
        return (struct str){0};
    id = (const void *)((const char *)node + node->class->fields[index].offset);
    return *id;
}

const char *node_path(struct arena *arena, const struct node *node,
                      const char *attribute)
{
    const char *path =
        attribute != NULL ? arena_format(arena, "/@%s", attribute) : "";

    for (; node != NULL; node = node->parent) {
        struct str id = node_id(node);
        const char *separator = node->parent != NULL ? "/" : "";

        if (id.length > 0)
            path = arena_format(arena, "%s%s[%.*s]%s", separator, node->name,
                                STR_ARGS(id), path);
        else if (node->repeats)
            path = arena_format(arena, "%s%s[%u]%s", separator, node->name,
                                node->position, path);
        else
            path = arena_format(arena, "%s%s%s", separator, node->name, path);
    }
    return path;
}

bool node_rejected(const struct node *node, size_t offset)
{
    const struct class *class = node->class;

    for (size_t i = 0; i < class->field_count; i++)
        if (class->fields[i].offset == offset)
            return (node->rejected >> i & 1) != 0;
    return false;
}
