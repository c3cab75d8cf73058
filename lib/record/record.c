/* Look-ups in one record: references by id, preferred texts, words. */
/* SPDX-License-Identifier: MIT */
#include "record/record.h"

#include <string.h>

/* Puts each node of the list under the id that stands at that offset. */
static void put_all(struct map *map, struct arena *arena,
                    const struct list *list, size_t id)
{
    for (struct node *node = list->first; node != NULL; node = node->next) {
        struct str key = *(const struct str *)((const char *)node + id);
        if (key.at != NULL)
            map_put(map, arena, key, node);
    }
}

void summit_index(struct summit_index *index, struct arena *arena,
                  const struct summit *summit)
{
    *index = (struct summit_index){0};
    if (summit->people != NULL)
        put_all(&index->persons, arena, &summit->people->persons,
                offsetof(struct person, id));
    if (summit->documents != NULL) {
        put_all(&index->documents, arena, &summit->documents->documents,
                offsetof(struct document, id));
        put_all(&index->instruments, arena, &summit->documents->instruments,
                offsetof(struct instrument, id));
    }
    if (summit->anniversaries != NULL)
        put_all(&index->anniversaries, arena,
                &summit->anniversaries->anniversaries,
                offsetof(struct anniversary, id));
}

static const void *get(const struct map *map, struct str id)
{
    return id.at != NULL ? map_get(map, id) : NULL;
}

const struct person *index_person(const struct summit_index *index,
                                  struct str id)
{
    return get(&index->persons, id);
}

const struct document *index_document(const struct summit_index *index,
                                      struct str id)
{
    return get(&index->documents, id);
}

const struct instrument *index_instrument(const struct summit_index *index,
                                          struct str id)
{
    return get(&index->instruments, id);
}

const struct anniversary *index_anniversary(const struct summit_index *index,
                                            struct str id)
{
    return get(&index->anniversaries, id);
}

bool role_of_state(unsigned role)
{
    return role >= ROLE_HEAD_OF_STATE && role <= ROLE_MILITARY_COMMANDER;
}

bool role_of_body(unsigned role)
{
    return role >= ROLE_SECRETARY_GENERAL && role <= ROLE_ORGANISATION_HEAD;
}

struct str text_preferred(const struct list *texts)
{
    const struct text *first = (const struct text *)texts->first;

    for (const struct node *node = texts->first; node; node = node->next) {
        const struct text *text = (const struct text *)node;
        if (str_is(text->lang, "en") && text->value.at != NULL)
            return text->value;
    }
    return first != NULL ? first->value : (struct str){NULL, 0};
}

const char *choice_word(const struct schema *schema, const char *type,
                        unsigned choice)
{
    for (uint16_t i = 0; i < schema->simple_count; i++) {
        const struct simple_type *simple = &schema->simples[i];
        if (simple->name == NULL || simple->name[0] != type[0] ||
            strcmp(simple->name, type) != 0)
            continue;
        return choice >= 1 && choice <= simple->choice_count
                   ? schema->choices[simple->first_choice + choice - 1].text
                   : "";
    }
    return "";
}
