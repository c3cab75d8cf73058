/* Checks the events of a document against the tables of a schema. */
/* SPDX-License-Identifier: MIT */
#include "base/suggest.h"
#include "schema/runner.h"
#include "xml/tag.h"

#include <string.h>

static bool index_names(struct run *run)
{
    const struct schema *s = run->schema;

    for (uint16_t i = 0; i < s->name_count; i++) {
        const struct schema_name *name = &s->names[i];

        if (map_put(&run->names[name->ns], &run->tables, str_of(name->local),
                    (void *)(uintptr_t)name) == NULL)
            return false;
    }
    return true;
}

static uint16_t attribute_name(const struct run *run, const char *local)
{
    const struct schema_name *found = map_get(&run->names[0], str_of(local));

    return found != NULL ? (uint16_t)(found - run->schema->names)
                         : NAME_UNKNOWN;
}

struct run *run_new(const struct cis_allocator *from,
                    const struct schema *schema, struct source *source,
                    const struct run_events *events, void *context)
{
    struct run *run = alloc_new(from, sizeof *run);

    if (run == NULL)
        return NULL;
    *run = (struct run){.from = from,
                        .schema = schema,
                        .source = source,
                        .events = events,
                        .context = context};
    arena_init(&run->tables, from);
    arena_init(&run->scopes, from);
    buf_init(&run->text, from);
    buf_init(&run->scratch, from);
    if (index_names(run) && constraints_prepare(run)) {
        run->version = attribute_name(run, "version");
        return run;
    }
    run_free(run);
    return NULL;
}

void run_free(struct run *run)
{
    if (run == NULL)
        return;
    arena_free(&run->tables);
    arena_free(&run->scopes);
    buf_free(&run->text);
    buf_free(&run->scratch);
    alloc_free(run->from, run->frames);
    alloc_free(run->from, run->declared);
    alloc_free(run->from, run);
}

/* Pointers of names are good for one document only. */
void run_begin(struct run *run, struct findings *findings)
{
    run->findings = findings;
    run->depth = 0;
    run->skipped = 0;
    run->declared_count = 0;
    run->refused = false;
    run->failed = false;
    memset(run->slots, 0, sizeof run->slots);
    buf_clear(&run->text);
    buf_clear(&run->scratch);
    constraints_clear(run);
}

void run_forget(struct run *run)
{
    for (size_t i = 0; i < run->depth; i++)
        run->frames[i].missing = run->frames[i].guess = NULL;
}

bool run_refused(const struct run *run)
{
    return run->refused;
}

bool run_failed(const struct run *run)
{
    return run->failed || run->text.failed || run->scratch.failed ||
           run->scopes.failed;
}

size_t run_depth(const struct run *run)
{
    return run->depth;
}

const char *run_name(const struct run *run, uint16_t name)
{
    return name < run->schema->name_count ? run->schema->names[name].local : "";
}

void run_damage(struct run *run)
{
    struct frame *top = run_top_if_any(run);

    if (top != NULL && !top->shadow && run->events->damage != NULL)
        run->events->damage(run->context);
}

static void fill_slot(const struct run *run, struct name_slot *slot)
{
    const struct schema_name *found;
    unsigned ns = 0;

    slot->name = NAME_UNKNOWN;
    slot->other = false;
    if (slot->ns != NULL) {
        if (strcmp(slot->ns, run->schema->target) == 0)
            ns = 1;
        else if (strcmp(slot->ns, XML_NAMESPACE_URI) == 0)
            ns = 2;
        else
            slot->other = true;
        if (slot->other && strcmp(slot->ns, XSI_NAMESPACE) == 0)
            slot->name = NAME_XSI;
        slot->other = ns != 1;
    }
    if (slot->name == NAME_XSI || (slot->ns != NULL && ns == 0))
        return;
    found = map_get(&run->names[ns], str_of(slot->local));
    if (found != NULL)
        slot->name = (uint16_t)(found - run->schema->names);
}

/* A fixed cache, so that a document of a million names needs no memory. */
const struct name_slot *run_find_name(struct run *run, const char *local,
                                      const char *ns)
{
    uintptr_t mixed = ((uintptr_t)local >> 3) ^ ((uintptr_t)local >> 12) ^
                      ((uintptr_t)ns >> 4);
    struct name_slot *slot = &run->slots[mixed % NAME_SLOTS];

    if (slot->local == local && slot->ns == ns)
        return slot;
    slot->local = local;
    slot->ns = ns;
    fill_slot(run, slot);
    return slot;
}

static struct frame *push_frame(struct run *run)
{
    if (run->depth == run->frame_capacity) {
        size_t capacity = run->frame_capacity * 2 + 16;
        struct frame *frames =
            alloc_resize(run->from, run->frames, capacity * sizeof *frames);

        if (frames == NULL) {
            run->failed = true;
            return NULL;
        }
        run->frames = frames;
        run->frame_capacity = capacity;
    }
    return &run->frames[run->depth++];
}

/* Enters the element that the edge leads to; position and scope follow from
 * the parent. */
static void enter(struct run *run, const struct edge *edge,
                  const struct xml_element *element, bool shadow)
{
    struct frame *parent = run_top_if_any(run);
    struct frame *frame;
    unsigned position = 1;

    if (parent != NULL) {
        if (parent->last_child == edge->name)
            position = ++parent->child_position;
        else
            parent->child_position = 1;
        parent->last_child = edge->name;
        shadow = shadow || parent->shadow;
    }
    frame = push_frame(run);
    if (frame == NULL)
        return;
    *frame = (struct frame){.tag = element->tag,
                            .type = edge->type,
                            .state = run->schema->types[edge->type].start,
                            .name = edge->name,
                            .last_child = SCHEMA_NONE,
                            .late = SCHEMA_NONE,
                            .early = SCHEMA_NONE,
                            .position = position,
                            .repeats = edge->repeats,
                            .global = edge->element != SCHEMA_NONE,
                            .shadow = shadow};
    if (element->namespace_count > 0)
        run_declare(run, element);
    constraints_enter(run, edge, edge->element);
    if (!shadow)
        run->events->start(run->context, edge->type, edge->name, element->tag,
                           position, edge->repeats);
    buf_empty(&run->text);
    run_attributes(run, element);
}

/* "urn:…:2" where "urn:…:1" is known: the same name but for its version. */
static bool other_version(const char *known, const char *given)
{
    const char *a = strrchr(known, ':'), *b = strrchr(given, ':');

    return a != NULL && b != NULL && a - known == b - given &&
           strncmp(known, given, (size_t)(a - known)) == 0;
}

static void refuse_root(struct run *run, const struct xml_element *root)
{
    const struct schema *s = run->schema;
    struct extent where = run_at_name(run, root->tag);
    struct cis_finding *f = finding_add(run->findings, CODE_W007, where, "");
    struct arena *arena = run->findings->arena;
    const char *known = "";

    for (uint16_t i = 0; i < s->element_count; i++)
        known = arena_format(arena, "%s%s'%s'", known, i > 0 ? " or " : "",
                             run_name(run, s->elements[i].name));
    run->refused = true;
    if (root->ns != NULL && other_version(s->target, root->ns))
        finding_say(f,
                    "the namespace '%s' is another version of the "
                    "vocabulary than the one known here",
                    finding_quote(arena, str_of(root->ns)));
    else if (root->ns == NULL)
        finding_say(f, "the root element '%s' is in no namespace",
                    finding_quote(arena, str_of(root->local)));
    else
        finding_say(f,
                    "the root element '%s' of the namespace '%s' is "
                    "not known",
                    finding_quote(arena, str_of(root->local)),
                    finding_quote(arena, str_of(root->ns)));
    finding_hint(f, "a record begins with %s in the namespace '%s'", known,
                 s->target);
}

static void start_root(struct run *run, const struct xml_element *element,
                       const struct name_slot *slot)
{
    const struct schema *s = run->schema;

    for (uint16_t i = 0; i < s->element_count; i++) {
        if (s->elements[i].name == slot->name) {
            struct edge edge = {
                .name = slot->name, .type = s->elements[i].type, .element = i};

            enter(run, &edge, element, false);
            return;
        }
    }
    refuse_root(run, element);
}

void run_start(struct run *run, const struct xml_element *element)
{
    const struct name_slot *slot;
    const struct edge *edge;
    bool shadow = false;

    if (run->refused || run->failed)
        return;
    run->last_tag = element->tag;
    if (run->skipped > 0) {
        run->skipped++;
        return;
    }
    slot = run_find_name(run, element->local, element->ns);
    if (run->depth == 0) {
        start_root(run, element, slot);
        return;
    }
    edge = run_child(run, element, slot, &shadow);
    if (edge != NULL) {
        enter(run, edge, element, shadow);
        return;
    }
    run->skipped = 1;
    if (run->lossy)
        constraints_lose(run, element);
}

static void raise_text(struct run *run, struct frame *frame)
{
    struct arena *arena = run->findings->arena;
    struct cis_finding *f;

    frame->text_told = true;
    f = finding_add(run->findings, CODE_S007, run_at_text(run),
                    run_path(run, NULL, NULL));
    finding_say(
        f, "text is not allowed in '%s', only %s", run_name(run, frame->name),
        run->schema->types[frame->type].content == CONTENT_EMPTY ? "attributes"
                                                                 : "elements");
    finding_fact(f, run_at_name(run, frame->tag), run_path(run, NULL, NULL),
                 "'%s' begins here",
                 finding_quote(arena, str_of(run_name(run, frame->name))));
    run_damage(run);
}

void run_text(struct run *run, struct str text)
{
    struct frame *top = run_top_if_any(run);
    uint8_t content;

    if (run->refused || run->failed || run->skipped > 0 || top == NULL)
        return;
    content = run->schema->types[top->type].content;
    if (content == CONTENT_SIMPLE)
        buf_append(&run->text, text);
    else if (!top->text_told &&
             (content == CONTENT_EMPTY ? text.length > 0 : !str_blank(text)))
        raise_text(run, top);
}

static void check_text(struct run *run, const struct frame *frame,
                       uint64_t end_tag)
{
    const struct complex_type *type = &run->schema->types[frame->type];
    struct str raw = buf_str(&run->text);
    struct value_fault fault;
    struct cis_finding *f;
    struct value value;
    bool good;

    if (raw.at == NULL)
        raw.at = "";
    good = value_check(run->schema, type->simple, raw, &run->scratch, &value);
    if (!frame->shadow)
        run->events->text(run->context, good ? &value : NULL);
    if (good)
        return;
    value_explain(run->schema, type->simple, raw, run->findings->arena, &fault);
    f = finding_add(run->findings, fault.not_in_list ? CODE_S006 : CODE_S005,
                    tag_content(run->source, frame->tag, end_tag),
                    run_path(run, NULL, NULL));
    finding_say(f, "%s", fault.message);
    if (fault.hint != NULL)
        finding_hint(f, "%s", fault.hint);
}

void run_end(struct run *run, uint64_t tag)
{
    struct frame *top = run_top_if_any(run);
    bool shadow;

    if (run->refused || run->failed || top == NULL)
        return;
    run->last_tag = tag;
    if (run->skipped > 0) {
        run->skipped--;
        return;
    }
    switch (run->schema->types[top->type].content) {
    case CONTENT_SIMPLE:
        check_text(run, top, tag);
        break;
    case CONTENT_ELEMENTS:
        if (!run->schema->states[top->state].accepts)
            run_check_end(run, tag);
        break;
    default:
        break;
    }
    shadow = top->shadow;
    constraints_leave(run);
    run_undeclare(run);
    run->depth--;
    buf_empty(&run->text);
    if (!shadow)
        run->events->end(run->context, tag);
}
