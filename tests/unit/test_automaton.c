/* Content models and byte sets as deterministic automata. */
/* SPDX-License-Identifier: MIT */
#include "schema/automaton.h"
#include "schema/schema.h"

#include "../support/failing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

struct fixture {
    struct arena arena;
    struct automaton made;
    uint16_t particles;
};

static int begin(void **state)
{
    static struct fixture fixture;
    memset(&fixture, 0, sizeof fixture);
    arena_init(&fixture.arena, &alloc_default);
    *state = &fixture;
    return 0;
}

static int end(void **state)
{
    struct fixture *fixture = *state;
    arena_free(&fixture->arena);
    return 0;
}

/* "a+(b|c)?d{2,3}": every letter is a symbol and a particle of its own. */
static struct expression *read_choice(struct fixture *f, const char **text);

static uint32_t read_number(const char **text)
{
    uint32_t number = 0;
    while (**text >= '0' && **text <= '9')
        number = number * 10 + (uint32_t)(*(*text)++ - '0');
    return number;
}

static struct expression *repeat(struct fixture *f, const char **text,
                                 struct expression *what)
{
    char sign = **text;
    uint32_t least, most;
    if (strchr("?*+{", sign) == NULL || sign == '\0')
        return what;
    ++*text;
    if (sign != '{')
        return expression_repeat(&f->arena, what, sign == '+',
                                 sign == '?' ? 1 : REPEAT_UNBOUNDED);
    least = most = read_number(text);
    if (**text == ',') {
        ++*text;
        most = **text == '}' ? REPEAT_UNBOUNDED : read_number(text);
    }
    ++*text;
    return expression_repeat(&f->arena, what, least, most);
}

static struct expression *read_atom(struct fixture *f, const char **text)
{
    if (**text != '(')
        return expression_symbol(&f->arena, (uint16_t) * (*text)++,
                                 f->particles++);
    ++*text;
    struct expression *inner = read_choice(f, text);
    ++*text;
    return inner;
}

static struct expression *read_choice(struct fixture *f, const char **text)
{
    struct expression *choice = NULL;
    for (;;) {
        struct expression *branch = expression_empty(&f->arena);
        while (**text != '\0' && **text != '|' && **text != ')')
            branch = expression_sequence(&f->arena, branch,
                                         repeat(f, text, read_atom(f, text)));
        choice = choice == NULL ? branch
                                : expression_choice(&f->arena, choice, branch);
        if (**text != '|')
            return choice;
        ++*text;
    }
}

static enum automaton_status make(struct fixture *f, const char *model)
{
    f->particles = 1;
    return automaton_make(&f->arena, read_choice(f, &model), &f->made);
}

/* The state after the letters, or -1. */
static int run(const struct fixture *f, const char *letters)
{
    int at = 0;
    for (; *letters != '\0' && at >= 0; letters++) {
        const struct automaton_state *state = &f->made.states[at];
        at = -1;
        for (unsigned i = 0; i < state->edge_count; i++)
            if (state->edges[i].symbol == *letters)
                at = state->edges[i].target;
    }
    return at;
}

static void matches_what_the_model_says(void **state)
{
    static const struct {
        const char *model, *letters;
        bool good;
    } cases[] = {
        {"abc", "abc", true},        {"abc", "ab", false},
        {"abc", "", false},          {"", "", true},
        {"a?b", "b", true},          {"a*", "", true},
        {"a*", "aaaa", true},        {"a+b", "b", false},
        {"(a|b)*c", "abbac", true},  {"(a|b)*c", "abba", false},
        {"a{2,3}", "a", false},      {"a{2,3}", "aaa", true},
        {"a{2,3}", "aaaa", false},   {"a{2,}b", "aaaaab", true},
        {"a{0}b", "b", true},        {"a{0}b", "ab", false},
        {"(ab?){2}", "aba", true},   {"(a?b?){2}", "abab", true},
        {"(a?b?){2}", "bb", true},   {"(a?b?){2}", "ababa", false},
        {"(a*)*b", "aab", true},     {"((a|b?)c)+", "cacbc", true},
        {"((ab)*c){2}", "cc", true}, {"((ab)*c){2}", "ababcabc", true},
        {"(|a)b", "b", true},        {"(a|)b", "ab", true},
        {"(ab?|)c", "c", true},      {"(ab?|)c", "bc", false},
        {"(a?b|)c", "c", true},      {"(|a?)b", "b", true},
        {"ba{0}c", "bc", true},      {"(a?|b)c", "c", true},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(make(f, cases[i].model), AUTOMATON_OK);
        int at = run(f, cases[i].letters);
        bool good = at >= 0 && f->made.states[at].accepts;
        if (good != cases[i].good)
            fail_msg("%s on '%s'", cases[i].model, cases[i].letters);
    }
}

/* What may come next, as messages list it. */
static void expects_in_the_order_of_the_schema(void **state)
{
    static const struct {
        const char *model, *after, *expected;
    } cases[] = {
        {"t+dv", "t", "td"},          {"t+dv", "", "t"},
        {"a?b?c?d", "", "abcd"},      {"(z|y|x)*w", "y", "zyxw"},
        {"a{2,3}b", "aa", "ab"},      {"(ab?){2}c", "a", "ba"},
        {"(m?n?){1,2}o", "n", "mno"}, {"(c|b|a)", "", "cba"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char expected[16] = "";
        assert_int_equal(make(f, cases[i].model), AUTOMATON_OK);
        const struct automaton_state *at =
            &f->made.states[run(f, cases[i].after)];
        for (unsigned k = 0; k < at->edge_count; k++)
            expected[k] = (char)at->edges[k].symbol;
        assert_string_equal(expected, cases[i].expected);
    }
}

/* Unique particle attribution. */
static void tells_ambiguous_models(void **state)
{
    static const struct {
        const char *model;
        char symbol; /* '\0': unambiguous */
    } cases[] = {
        {"a?a", 'a'},     {"a{1,2}a", 'a'},  {"(ab|ac)", 'a'},
        {"(a|b)*b", 'b'}, {"a{2,5}b", '\0'}, {"a(b|c)", '\0'},
        {"(ab)*a", 'a'},  {"ab*c", '\0'},    {"(a?b?){2}", '\0'},
        {"(a,b)+", '\0'}, {"ab?b", 'b'},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(make(f, cases[i].model), AUTOMATON_OK);
        assert_int_equal(f->made.ambiguous, cases[i].symbol != '\0');
        if (f->made.ambiguous)
            assert_int_equal(f->made.ambiguous_symbol, cases[i].symbol);
    }
}

static void refuses_what_is_too_large(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(make(f, "a{4096}"), AUTOMATON_TOO_LARGE);
    assert_int_equal(make(f, "a{4095}"), AUTOMATON_OK);
    assert_int_equal(f->made.state_count, 4096);
    assert_int_equal(make(f, "a{4097}"), AUTOMATON_TOO_LARGE);
    assert_int_equal(make(f, "((a{1000}){1000}){5000}"), AUTOMATON_TOO_LARGE);
    assert_int_equal(make(f, "(a|b)*a(a|b){12}"), AUTOMATON_TOO_LARGE);
    assert_int_equal(make(f, "(){4000000000}"), AUTOMATON_OK);
    assert_int_equal(make(f, "(a?){4000000000}"), AUTOMATON_TOO_LARGE);
}

/* So many symbols, each of which may come or not. */
static enum automaton_status make_optional(struct fixture *f, uint16_t count)
{
    struct expression *all = expression_symbol(&f->arena, 1, 1);
    for (uint16_t i = 2; i <= count; i++)
        all = expression_sequence(
            &f->arena, all,
            expression_repeat(&f->arena, expression_symbol(&f->arena, i, i), 0,
                              1));
    return automaton_make(&f->arena, all, &f->made);
}

/* The work grows with the fourth power of their number. It may end where a
 * target is looked for, as of 383 symbols, or where they are listed, of 386. */
static void limits_work(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(make_optional(f, 382), AUTOMATON_OK);
    assert_int_equal(make_optional(f, 383), AUTOMATON_TOO_LARGE);
    assert_int_equal(make_optional(f, 386), AUTOMATON_TOO_LARGE);
}

static void refuses_deep_nesting(void **state)
{
    struct fixture *f = *state;
    struct expression *deep = expression_symbol(&f->arena, 1, 1);
    for (int i = 0; i < 100000; i++)
        deep = expression_sequence(&f->arena,
                                   expression_symbol(&f->arena, 2, 2), deep);
    assert_int_equal(automaton_make(&f->arena, deep, &f->made),
                     AUTOMATON_TOO_LARGE);
}

enum grows {
    SEQUENCE,
    CHOICE,
    REPEAT
};

static struct expression *grow(struct arena *arena, enum grows how,
                               struct expression *what)
{
    struct expression *one = expression_symbol(arena, 2, 2);
    switch (how) {
    case SEQUENCE:
        return expression_sequence(arena, one, what);
    case CHOICE:
        return expression_choice(arena, one, what);
    default:
        return expression_repeat(arena, what, 0, 1);
    }
}

/* What is grown at its end is no deeper; at the other, 256 times at most. */
static void limits_depth(void **state)
{
    struct fixture *f = *state;
    for (enum grows how = SEQUENCE; how <= REPEAT; how++) {
        struct expression *deep = expression_symbol(&f->arena, 1, 1);
        for (int i = 1; i <= 256; i++)
            deep = grow(&f->arena, how, deep);
        assert_int_equal(automaton_make(&f->arena, deep, &f->made),
                         AUTOMATON_OK);
        deep = grow(&f->arena, how, deep);
        assert_int_equal(automaton_make(&f->arena, deep, &f->made),
                         AUTOMATON_TOO_LARGE);
    }
}

/* Nor do parts that match nothing at all make a model larger. */
static void counts_no_empty_parts(void **state)
{
    static char model[40000];
    struct fixture *f = *state;
    memset(model, '|', sizeof model - 1);
    memcpy(model, "a?|b", 4);
    assert_int_equal(make(f, model), AUTOMATON_OK);
    memset(model, '(', 300);
    model[300] = 'a';
    memset(model + 301, ')', 300);
    model[601] = '\0';
    assert_int_equal(make(f, model), AUTOMATON_OK);
}

static void passes_missing_memory_on(void **state)
{
    struct fixture *f = *state;
    struct expression *one = expression_symbol(&f->arena, 1, 1);
    assert_null(expression_sequence(&f->arena, one, NULL));
    assert_null(expression_choice(&f->arena, NULL, one));
    assert_null(expression_repeat(&f->arena, NULL, 0, 1));
    assert_int_equal(automaton_make(&f->arena, NULL, &f->made),
                     AUTOMATON_NO_MEMORY);
}

/* The expression of a model in an arena whose nth allocation fails: whether
 * it was made. It has to be, where nothing fails. */
static bool makes_short_of_memory(const char *model, bool of_bytes, size_t nth,
                                  struct failing *failing)
{
    struct fixture f = {.particles = 1};
    struct pattern pattern = {0};
    arena_init(&f.arena, &alloc_default);
    struct expression *what = read_choice(&f, &model);
    failing_init(failing, nth);
    struct arena arena;
    arena_init(&arena, &failing->from);
    enum automaton_status status =
        of_bytes ? automaton_make_bytes(&arena, what, &pattern)
                 : automaton_make(&arena, what, &f.made);
    assert_int_equal(status, arena.failed ? AUTOMATON_NO_MEMORY : AUTOMATON_OK);
    arena_free(&arena);
    arena_free(&f.arena);
    assert_int_equal(failing->live, 0);
    return status == AUTOMATON_OK;
}

/* At whatever allocation: it is told, and nothing is left over. */
static void tells_missing_memory(void **state)
{
    static const char *const models[] = {"a", "a{900}", "(a|b)*a(a|b){8}",
                                         "(a|b|c|d|e|f|g|h|i){80}"};
    struct failing failing;
    (void)state;
    for (size_t i = 0; i < 2 * sizeof models / sizeof *models; i++)
        for (size_t nth = 1;; nth++) {
            bool made =
                makes_short_of_memory(models[i / 2], i % 2 != 0, nth, &failing);
            assert_int_equal(made, failing.calls < nth);
            if (made)
                break;
        }
}

static bool matches_bytes(const struct pattern *pattern, const char *text)
{
    unsigned at = 1;
    for (; *text != '\0'; text++)
        at = pattern->next[at * pattern->class_count +
                           pattern->class_of[(unsigned char)*text]];
    return pattern->accepts[at] != 0;
}

/* (x|y)*x over bytes needs two live states and three classes. */
static void makes_the_smallest_table(void **state)
{
    struct fixture *f = *state;
    struct pattern pattern = {0};
    uint64_t set[4] = {0};
    set['x' / 64] |= UINT64_C(1) << 'x' % 64;
    set['y' / 64] |= UINT64_C(1) << 'y' % 64;
    struct expression *both = expression_repeat(
        &f->arena, expression_set(&f->arena, set), 0, REPEAT_UNBOUNDED);
    struct expression *all = expression_sequence(
        &f->arena, both, expression_symbol(&f->arena, 'x', 0));
    assert_int_equal(automaton_make_bytes(&f->arena, all, &pattern),
                     AUTOMATON_OK);
    assert_int_equal(pattern.state_count, 3);
    assert_int_equal(pattern.class_count, 3);
    assert_true(matches_bytes(&pattern, "yyx"));
    assert_false(matches_bytes(&pattern, "yxy"));
    assert_false(matches_bytes(&pattern, "yzx"));
    for (unsigned i = 0; i < pattern.class_count; i++)
        assert_int_equal(pattern.next[i], 0);
}

/* An empty set matches nothing, and its table is still whole. */
static void makes_a_table_for_nothing(void **state)
{
    struct fixture *f = *state;
    struct pattern pattern = {0};
    static const uint64_t none[4] = {0};
    assert_int_equal(automaton_make_bytes(
                         &f->arena, expression_set(&f->arena, none), &pattern),
                     AUTOMATON_OK);
    assert_int_equal(pattern.state_count, 2);
    assert_false(matches_bytes(&pattern, ""));
    assert_false(matches_bytes(&pattern, "x"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(matches_what_the_model_says, begin,
                                        end),
        cmocka_unit_test_setup_teardown(expects_in_the_order_of_the_schema,
                                        begin, end),
        cmocka_unit_test_setup_teardown(tells_ambiguous_models, begin, end),
        cmocka_unit_test_setup_teardown(refuses_what_is_too_large, begin, end),
        cmocka_unit_test_setup_teardown(limits_work, begin, end),
        cmocka_unit_test_setup_teardown(refuses_deep_nesting, begin, end),
        cmocka_unit_test_setup_teardown(limits_depth, begin, end),
        cmocka_unit_test_setup_teardown(counts_no_empty_parts, begin, end),
        cmocka_unit_test_setup_teardown(passes_missing_memory_on, begin, end),
        cmocka_unit_test(tells_missing_memory),
        cmocka_unit_test_setup_teardown(makes_the_smallest_table, begin, end),
        cmocka_unit_test_setup_teardown(makes_a_table_for_nothing, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
