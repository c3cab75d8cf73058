/* The element tree: names, namespaces, text, lines, and problems. */
/* SPDX-License-Identifier: MIT */
#include "xml/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static struct tree_node *read_text(struct arena *arena, const char *text,
                                   struct problem *problem)
{
    return tree_read(arena, text, strlen(text), problem);
}

static void expect(struct str text, const char *wanted)
{
    if (!str_is(text, wanted))
        fail_msg("'%.*s' instead of '%s'", STR_ARGS(text), wanted);
}

static void test_tree(void **state)
{
    struct arena arena;
    struct problem problem;
    struct tree_node *root, *child;

    (void)state;
    arena_init(&arena, &alloc_default);
    root = read_text(&arena,
                     "<a xmlns='urn:d' xmlns:p='urn:p' x='1' p:y='2'>t\n"
                     "<p:b xmlns:p='urn:q'/>u<c><d/></c>&lt;</a>",
                     &problem);
    assert_non_null(root);
    expect(root->local, "a");
    expect(root->ns, "urn:d");
    expect(root->text, "t\nu<");
    expect(tree_get(root, "x"), "1");
    assert_null(tree_get(root, "y").at);
    expect(root->attributes->next->ns, "urn:p");
    expect(root->namespaces->prefix, "p");
    child = root->first;
    expect(child->local, "b");
    expect(child->ns, "urn:q");
    assert_null(child->text.at);
    assert_int_equal(child->line, 2);
    expect(child->namespaces->uri, "urn:q");
    assert_ptr_equal(child->namespaces->outer, root->namespaces);
    child = child->next;
    assert_ptr_equal(child->namespaces, root->namespaces);
    assert_ptr_equal(child->first->parent, child);
    assert_null(child->next);
    arena_free(&arena);
}

static void test_problems(void **state)
{
    struct arena arena;
    struct problem problem;

    (void)state;
    arena_init(&arena, &alloc_default);
    assert_null(read_text(&arena, "<a><b></a>", &problem));
    assert_int_equal(problem.code, CODE_W001);
    assert_null(read_text(&arena, "", &problem));
    assert_int_equal(problem.code, CODE_W005);
    assert_null(read_text(&arena, "<!DOCTYPE a><a/>", &problem));
    assert_int_equal(problem.code, CODE_W003);
    assert_false(arena.failed);
    arena_free(&arena);
}

/* The k-th allocation from now on fails. */
struct failing {
    long left;
};

static bool fails(void *context)
{
    struct failing *failing = context;

    return --failing->left == 0;
}

static void *allocate(void *context, size_t size)
{
    return fails(context) ? NULL : malloc(size);
}

static void *resize(void *context, void *block, size_t size)
{
    return fails(context) ? NULL : realloc(block, size);
}

static void release(void *context, void *block)
{
    (void)context;
    free(block);
}

static void test_no_memory(void **state)
{
    struct failing failing = {0};
    struct cis_allocator from = {allocate, resize, release, &failing};
    struct problem problem;
    struct arena arena;
    bool good = false;

    (void)state;
    for (long k = 1; !good; k++) {
        failing.left = k;
        arena_init(&arena, &from);
        good = read_text(&arena, "<a xmlns:p='u' b='1'>x<c/>y</a>", &problem) !=
               NULL;
        assert_true(good != arena.failed);
        arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tree),
        cmocka_unit_test(test_problems),
        cmocka_unit_test(test_no_memory),
    };

    return cmocka_run_group_tests_name("tree", tests, NULL, NULL);
}
