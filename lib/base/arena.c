/* A bump allocator of blocks that grow; a reset keeps the largest. */
/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define FIRST_BLOCK 4096

struct arena_block {
    struct arena_block *older;
    size_t size; /* of the bytes */
    size_t used;
    _Alignas(max_align_t) unsigned char bytes[];
};

void arena_init(struct arena *arena, const struct cis_allocator *from)
{
    *arena = (struct arena){.from = from};
}

/*
 * Each block is twice as large as the one before it, so that the one kept by
 * a reset soon holds all there is to hold, and nothing more is allocated.
 */
static size_t next_size(const struct arena *arena, size_t wanted)
{
    size_t size = FIRST_BLOCK;

    if (arena->blocks != NULL)
        size = arena->blocks->size;
    if (arena->blocks != NULL && size <= SIZE_MAX / 2)
        size *= 2;
    return size > wanted ? size : wanted;
}

static struct arena_block *add_block(struct arena *arena, size_t wanted)
{
    size_t size = next_size(arena, wanted);
    struct arena_block *block;

    if (size > SIZE_MAX - sizeof *block)
        return NULL;
    block = alloc_new(arena->from, sizeof *block + size);
    if (block == NULL)
        return NULL;
    block->older = arena->blocks;
    block->size = size;
    block->used = 0;
    arena->blocks = block;
    return block;
}

void *arena_room(struct arena *arena, size_t size)
{
    const size_t align = _Alignof(max_align_t);
    struct arena_block *block = arena->blocks;
    unsigned char *at;

    if (arena->failed || size > SIZE_MAX - align) {
        arena->failed = true;
        return NULL;
    }
    size = (size + align - 1) / align * align;
    if (block == NULL || block->size - block->used < size)
        block = add_block(arena, size);
    if (block == NULL) {
        arena->failed = true;
        return NULL;
    }
    at = block->bytes + block->used;
    block->used += size;
    return at;
}

void *arena_new(struct arena *arena, size_t size)
{
    void *at = arena_room(arena, size);

    return at != NULL ? memset(at, 0, size) : NULL;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    size_t whole;

    if (!size_multiply(count, size, &whole)) {
        arena->failed = true;
        return NULL;
    }
    return arena_new(arena, whole);
}

struct str arena_copy(struct arena *arena, struct str text)
{
    char *at =
        text.length < SIZE_MAX ? arena_room(arena, text.length + 1) : NULL;

    if (at == NULL)
        return (struct str){0};
    if (text.length > 0)
        memcpy(at, text.at, text.length);
    at[text.length] = '\0';
    return (struct str){at, text.length};
}

const char *arena_format_list(struct arena *arena, const char *format,
                              va_list arguments)
{
    va_list again;
    char *text = NULL;
    int length;

    va_copy(again, arguments);
    length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length >= 0)
        text = arena_new(arena, (size_t)length + 1);
    if (text == NULL)
        return "";
    vsnprintf(text, (size_t)length + 1, format, arguments);
    return text;
}

const char *arena_format(struct arena *arena, const char *format, ...)
{
    const char *text;
    va_list arguments;

    va_start(arguments, format);
    text = arena_format_list(arena, format, arguments);
    va_end(arguments);
    return text;
}

void *arena_grow(struct arena *arena, void *array, size_t count,
                 size_t *capacity, size_t size)
{
    size_t wanted = *capacity > 0 ? *capacity * 2 : 8;
    void *grown;

    if (count < *capacity)
        return array;
    grown = arena_array(arena, wanted, size);
    if (grown == NULL)
        return NULL;
    if (count > 0)
        memcpy(grown, array, count * size);
    *capacity = wanted;
    return grown;
}

static void free_blocks(struct arena *arena, struct arena_block *block)
{
    while (block != NULL) {
        struct arena_block *older = block->older;

        alloc_free(arena->from, block);
        block = older;
    }
}

/* The newest block is the largest one: it stays. */
void arena_reset(struct arena *arena)
{
    arena->failed = false;
    if (arena->blocks == NULL)
        return;
    free_blocks(arena, arena->blocks->older);
    arena->blocks->older = NULL;
    arena->blocks->used = 0;
}

void arena_free(struct arena *arena)
{
    free_blocks(arena, arena->blocks);
    arena->blocks = NULL;
    arena->failed = false;
}
