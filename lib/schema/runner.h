/* The runner's own state, shared by its files. */
/* SPDX-License-Identifier: MIT */
#ifndef SCHEMA_RUNNER_H
#define SCHEMA_RUNNER_H

#include "base/map.h"
#include "schema/run.h"

/* What a name of the document is to the schema. */
enum {
    NAME_UNKNOWN = SCHEMA_NONE,
    NAME_XSI = SCHEMA_NONE - 1
};

/* Names are interned by the reader, so a pointer finds them again. */
struct name_slot {
    const char *local;
    const char *ns;
    uint16_t name;
    bool other; /* of a namespace that is neither ours nor none */
};

#define NAME_SLOTS 512

/* An element on a constraint's path, kept for the places of its findings. */
struct anchor {
    const struct anchor *parent;
    uint64_t tag;
    uint16_t name;
    unsigned position;
    bool repeats;
    bool reported; /* a duplicate was reported here */
};

/* A value that a constraint compares. */
struct entry {
    struct anchor *anchor;
    struct str value;
    uint16_t constraint;
    bool refused; /* the value was not of its type */
    struct entry *next, *next_refused;
};

/* A step of the paths of one global element's constraints. */
struct trie {
    uint16_t name;
    uint16_t first_child, next; /* in run->tries; 0 is none */
    uint16_t first_mark;        /* in run->marks; 0 is none */
};

/* A constraint that ends at a step. */
struct trie_mark {
    uint16_t constraint;
    uint16_t next;
};

/* One element with constraints under way. */
struct scope {
    struct scope *outer;
    const struct global_element *element;
    struct entry *first, *last, *first_refused;
    struct map lost;   /* values of keys within what was not looked at */
    struct map absent; /* names of elements that are missing in it */
};

/* A namespace declaration in scope, and the depth it was made at. */
struct declared {
    const char *prefix, *uri; /* as in struct xml_namespace */
    size_t depth;
};

/* An element under way. */
struct frame {
    uint64_t tag;
    uint16_t type;
    uint16_t state;
    uint16_t name;
    uint16_t last_child; /* name of the child before */
    unsigned child_position;
    unsigned position;
    uint16_t trie; /* in run->tries; 0: on no path */
    bool repeats;
    bool global; /* a global element of the schema */
    bool opens_scope;
    bool shadow;                 /* misplaced: checked, but not passed on */
    bool replaced;               /* an unknown child stood where the state is */
    bool text_told;              /* S007 was raised */
    struct anchor *anchor;       /* made when first needed */
    struct cis_finding *missing; /* S002, raised at a child too far on */
    uint16_t missing_name;       /* the first that was missing there */
    uint16_t missing_count;
    uint16_t missing_before;   /* that child */
    uint16_t back;             /* the state before it */
    uint16_t late, early;      /* names that were told to be out of order */
    struct cis_finding *guess; /* S001: an unknown name, taken for */
    uint16_t guess_name;
};

struct run {
    const struct cis_allocator *from;
    const struct schema *schema;
    struct source *source;
    const struct run_events *events;
    void *context;
    struct findings *findings;
    struct arena tables; /* name maps and tries, made once */
    struct arena scopes; /* entries, until the outermost scope ends */
    struct map names[3];
    struct name_slot slots[NAME_SLOTS];
    struct frame *frames;
    size_t depth, frame_capacity;
    uint64_t last_tag; /* where the last tag told of begins */
    size_t skipped;    /* depth within a subtree that is not looked at */
    struct buf text, scratch;
    struct declared *declared;
    size_t declared_count, declared_capacity;
    uint16_t version; /* the name of the attribute, NAME_UNKNOWN: none */
    struct trie *tries;
    struct trie_mark *marks;
    uint16_t *scope_tries; /* per global element: its first trie, 0: none */
    size_t trie_count, trie_capacity, mark_count, mark_capacity;
    struct scope *scope;
    bool lossy;     /* what is skipped should have been looked at */
    size_t guesses; /* candidates still looked at for suggestions */
    bool refused;
    bool failed;
};

/* The innermost element that is open: there is one. */
static inline struct frame *run_top(struct run *run)
{
    return &run->frames[run->depth - 1];
}

/* The same; NULL before and after the root. */
static inline struct frame *run_top_if_any(struct run *run)
{
    return run->depth > 0 ? run_top(run) : NULL;
}

/* What a name of the document is to the schema. */
const struct name_slot *run_find_name(struct run *run, const char *local,
                                      const char *ns);

const char *run_name(const struct run *run, uint16_t name);

/* "summit[id]/people/person[putin]/@role" of the element under way, or of a
 * child of it that has no frame (child may be NULL, and attribute, too). */
const char *run_path(struct run *run, const char *child, const char *attribute);
const char *anchor_path(struct run *run, const struct anchor *anchor,
                        const char *attribute);

/* "[id]", "[3]" or nothing, for one step of a path. */
const char *run_step(struct run *run, uint64_t tag, unsigned position,
                     bool repeats);

/* Places: of an element's name, of an attribute's value or name. */
struct extent run_at_name(struct run *run, uint64_t tag);
struct extent run_at_value(struct run *run, uint64_t tag, const char *name);

/* Where the text just read stands: after the last tag. */
struct extent run_at_text(struct run *run);

/* Finds the edge for a child; raises S001 or S002 where there is none in the
 * present state, and recovers. NULL: skip the child. *shadow: it is out of
 * its place. */
const struct edge *run_child(struct run *run, const struct xml_element *child,
                             const struct name_slot *slot, bool *shadow);

/* Raises S002 where the element ends too early. */
void run_check_end(struct run *run, uint64_t tag);

/* S003 to S006, S008, S009: the attributes of the element just begun. */
void run_attributes(struct run *run, const struct xml_element *element);

/* S008: one attribute of the namespace of xsi:. */
void run_xsi(struct run *run, const struct xml_attribute *a, uint64_t tag);

/* Namespace declarations, kept since the value of xsi:type needs them. */
void run_declare(struct run *run, const struct xml_element *element);
void run_undeclare(struct run *run);

/* An attribute's name as it is written: with its prefix. */
const char *run_written(struct run *run, const struct xml_attribute *a);

void run_damage(struct run *run);

bool constraints_prepare(struct run *run);
void constraints_enter(struct run *run, const struct edge *edge,
                       uint16_t element);
void constraints_value(struct run *run, uint16_t attribute_name,
                       struct str value, bool refused);
/* An element of ours that is not looked at: its keys are not missed. */
void constraints_lose(struct run *run, const struct xml_element *element);
/* Elements of that name are missing: references to them are not. */
void constraints_miss(struct run *run, uint16_t name);
void constraints_leave(struct run *run);
void constraints_clear(struct run *run);

/* X001 to X003, of the innermost scope. */
void keys_check(struct run *run);

#endif
