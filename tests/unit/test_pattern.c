/* Regular expressions of XSD: tables, limits, and libxml2 as the oracle. */
/* SPDX-License-Identifier: MIT */
#include "schema/pattern.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <libxml/chvalid.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlregexp.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Texts of each kind that an oracle is asked: test_pattern [COUNT]. */
static unsigned rounds = 20000;

static int begin(void **state)
{
    static struct arena arena;
    arena_init(&arena, &alloc_default);
    *state = &arena;
    return 0;
}

static int end(void **state)
{
    arena_free(*state);
    return 0;
}

static void compile(struct arena *arena, const char *text,
                    struct pattern *pattern)
{
    const char *reason;
    if (!pattern_compile(arena, str_of(text), pattern, &reason))
        fail_msg("%s: %s", text, reason);
}

static void matches_as_appendix_f_says(void **state)
{
    static const struct {
        const char *pattern, *text;
        bool good;
    } cases[] = {
        {"", "", true},
        {"", "a", false},
        {"a|", "", true},
        {"ab", "ab", true},
        {"ab", "abc", false},
        {"a^b$", "a^b$", true},
        {"^a$", "a", false},
        {".", "\xC3\xA9", true},
        {".", "\n", false},
        {".", "\r", false},
        {"..",
         "\xF0\x9D\x84\x9E"
         "a",
         true},
        {"[a-c]+", "abc", true},
        {"[a-c]+", "abd", false},
        {"[^a-c]", "d", true},
        {"[^a-c]", "b", false},
        {"[^a]", "\xD0\xAF", true},
        {"[a-z-[aeiou]]+", "xyz", true},
        {"[a-z-[aeiou]]+", "xaz", false},
        {"[^a-z-[A-Z]]", "5", true},
        {"[^a-z-[A-Z]]", "M", false},
        {"[a-z-[b-y-[m]]]+", "amz", true},
        {"[a-z-[b-y-[m]]]+", "n", false},
        {"a[b-[b]]|c", "c", true},
        {"a[b-[b]]|c", "ab", false},
        {"[-a]+", "-a", true},
        {"[a-]+", "-a", true},
        {"[a^]+", "^a", true},
        {"[.*+?(){}|]+", ".*+?(){}|", true},
        {"[\\-\\]\\[\\\\]+", "-][\\", true},
        {"\\.\\\\\\?\\*\\+\\(\\)\\|\\[\\]\\{\\}\\^\\-", ".\\?*+()|[]{}^-",
         true},
        {"\\n\\r\\t", "\n\r\t", true},
        {"\\s+", " \t\n\r", true},
        {"\\s", "\xC2\xA0", false},
        {"\\S", "\xC2\xA0", true},
        {"\\d+", "0189", true},
        {"\\d", "\xD9\xA3", true},
        {"\\D", "\xD9\xA3", false},
        {"[\\d-]+", "1-2", true},
        {"\\i\\c*", "_a:b-1.2", true},
        {"\\i", "-", false},
        {"\\i", "\xD1\x8F", true},
        {"\\I", "1", true},
        {"\\C", " ", true},
        {"[\\i-[:]][\\c-[:]]*", "a:b", false},
        {"[\\i-[:]][\\c-[:]]*", "ab", true},
        {"a{3}", "aaa", true},
        {"a{3}", "aa", false},
        {"a{2,}", "aaaaa", true},
        {"a{0,2}", "", true},
        {"a{0,2}", "aaa", false},
        {"a{0}", "a", false},
        {"(a|b){2}c?", "bac", true},
        {"((a)|(bc))*", "abca", true},
        {"[\xD0\xB0-\xD1\x8F]+", "\xD0\xB1\xD1\x83\xD0\xBA", true},
        {"[\xD0\xB0-\xD1\x8F]+", "\xD0\x91", false},
        {"\xC3\xA9+", "\xC3\xA9\xC3\xA9", true},
        {"[a-\xF4\x8F\xBF\xBF]", "\xF0\x90\x80\x80", true},
        {"[^a]{2}", "\x7F\xC2\x80", true},
        {"[^a]{2}", "\xDF\xBF\xE0\xA0\x80", true},
        {"[^a]{2}", "\xED\x9F\xBF\xEE\x80\x80", true},
        {"[^a]{2}", "\xEF\xBF\xBD\xF0\x90\x80\x80", true},
        {"[^a]", "\xF4\x8F\xBF\xBF", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pattern pattern;
        compile(*state, cases[i].pattern, &pattern);
        if (pattern_matches(&pattern, str_of(cases[i].text)) != cases[i].good)
            fail_msg("%s on '%s'", cases[i].pattern, cases[i].text);
    }
}

static void refuses_what_it_does_not_know(void **state)
{
    static const struct {
        const char *pattern, *reason;
    } cases[] = {
        {"\\p{Lu}", "\\p{...}, a category of Unicode, is not supported"},
        {"a[\\P{Nd}]", "\\p{...}, a category of Unicode, is not supported"},
        {"\\w", "\\w, defined by categories of Unicode, is not supported"},
        {"[\\W]", "\\w, defined by categories of Unicode, is not supported"},
        {"a\\e", "an unknown escape, at character 3"},
        {"a\\$", "an unknown escape"},
        {"a\\", "\"\\\" is followed by nothing"},
        {"(a", "\"(\" is not closed"},
        {"a)", "\")\" closes nothing, at character 2"},
        {"[a", "\"[\" is not closed"},
        {"[]", "an empty class"},
        {"[^]", "an empty class"},
        {"[z-a]", "a range ends before it begins"},
        {"[a-\\d]", "a range ends with a class"},
        {"[a-c-e]", "\"-\" in the middle of a class is written \"\\-\""},
        {"[a[b]", "\"[\" in a class is written \"\\[\""},
        {"[-[a]]", "\"[\" in a class is written \"\\[\""},
        {"*a", "a character that has to be written with \"\\\""},
        {"a**", "a character that has to be written with \"\\\""},
        {"a{2", "\"{\" is not closed"},
        {"a{,2}", "a number is missing"},
        {"a{3,2}", "a greatest number below the least"},
        {"a{5000}", "a number of repetitions over 4096"},
        {"(a{100}){100}", "the expression is too large"},
        {"(a|b)*a(a|b){12}", "the expression is too large"},
        {"(a?){4000}", "the expression is too large"},
        {"((((a?)?)?)?){4000}", "the expression is too large"},
        {"a]", "a character that has to be written with \"\\\""},
        {"a}", "a character that has to be written with \"\\\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pattern pattern;
        const char *reason = NULL;
        if (pattern_compile(*state, str_of(cases[i].pattern), &pattern,
                            &reason))
            fail_msg("%s was taken", cases[i].pattern);
        if (strstr(reason, cases[i].reason) == NULL)
            fail_msg("%s: %s", cases[i].pattern, reason);
    }
}

static void limits_nesting(void **state)
{
    char text[1024];
    struct pattern pattern;
    const char *reason = NULL;
    memset(text, '(', 64);
    text[64] = 'a';
    memset(text + 65, ')', 64);
    assert_true(
        pattern_compile(*state, (struct str){text, 129}, &pattern, &reason));
    memset(text, '(', 65);
    text[65] = 'a';
    memset(text + 66, ')', 65);
    assert_false(
        pattern_compile(*state, (struct str){text, 131}, &pattern, &reason));
    assert_non_null(strstr(reason, "nested too deep"));
}

/* Writes classes within classes, so many. */
static struct str nest_classes(char *text, size_t depth)
{
    size_t length = 0;
    for (size_t i = 1; i < depth; i++, length += 3)
        memcpy(text + length, "[a-", 3);
    memcpy(text + length, "[a]", 3);
    memset(text + length + 3, ']', depth - 1);
    return (struct str){text, length + 2 + depth};
}

static void limits_nesting_of_classes(void **state)
{
    char text[512];
    struct pattern pattern;
    const char *reason = NULL;
    assert_true(
        pattern_compile(*state, nest_classes(text, 64), &pattern, &reason));
    assert_false(
        pattern_compile(*state, nest_classes(text, 65), &pattern, &reason));
    assert_non_null(strstr(reason, "nested too deep"));
}

/* B131: what takes other engines minutes. */
static void is_linear_in_the_text(void **state)
{
    static char text[1000000];
    struct pattern pattern;
    compile(*state, "(a|aa)+b", &pattern);
    memset(text, 'a', sizeof text);
    clock_t start = clock();
    assert_false(pattern_matches(&pattern, (struct str){text, sizeof text}));
    text[sizeof text - 1] = 'b';
    assert_true(pattern_matches(&pattern, (struct str){text, sizeof text}));
    assert_true(clock() - start < CLOCKS_PER_SEC / 2);
}

static void *allocate(void *context, size_t size)
{
    unsigned *left = context;
    return (*left)-- > 0 ? malloc(size) : NULL;
}

static void *resize(void *context, void *block, size_t size)
{
    unsigned *left = context;
    return (*left)-- > 0 ? realloc(block, size) : NULL;
}

static void release(void *context, void *block)
{
    (void)context;
    free(block);
}

/* Whichever allocation fails: false, and said so. */
static void survives_missing_memory(void **state)
{
    (void)state;
    bool good = false;
    for (unsigned i = 0; !good; i++) {
        unsigned left = i;
        struct cis_allocator from = {allocate, resize, release, &left};
        struct arena arena;
        struct pattern pattern;
        const char *reason;
        arena_init(&arena, &from);
        good = pattern_compile(&arena, str_of("[\\i-[:]]{1,4}|(a\\C|b)*"),
                               &pattern, &reason);
        assert_int_equal(good, !arena.failed);
        arena_free(&arena);
    }
}

/* Every pattern of the bundled schemas. */
static size_t collect(const xmlNode *node, const char **found, size_t count)
{
    for (; node != NULL; node = node->next) {
        if (node->type == XML_ELEMENT_NODE &&
            xmlStrEqual(node->name, BAD_CAST "pattern"))
            found[count++] = (const char *)xmlGetProp(node, BAD_CAST "value");
        count = collect(node->children, found, count);
    }
    return count;
}

static size_t bundled(const char **found)
{
    static const char *const files[] = {"summit.xsd", "registry.xsd",
                                        "profile.xsd"};
    const char *top = getenv("top_srcdir");
    size_t count = 0;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/schema/%s", top != NULL ? top : ".",
                 files[i]);
        xmlDoc *doc = xmlReadFile(path, NULL, XML_PARSE_NONET);
        assert_non_null(doc);
        count = collect(xmlDocGetRootElement(doc), found, count);
        xmlFreeDoc(doc);
    }
    return count;
}

static uint32_t random_below(uint64_t *seed, uint32_t limit)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (uint32_t)(*seed >> 33) % limit;
}

static const char *const oddities[] = {"a",
                                       "z",
                                       "0",
                                       "9",
                                       "-",
                                       "A",
                                       " ",
                                       "%",
                                       "/",
                                       ".",
                                       "\xC2\xA0",
                                       "\xC2\xA1",
                                       "\xC3\xA9",
                                       "\xD0\xB6",
                                       "\xED\x9F\xBF",
                                       ":",
                                       "#",
                                       "\"",
                                       "\xEF\xA4\x80",
                                       "\xF0\x90\x80\x80",
                                       "?",
                                       "[",
                                       "&",
                                       "\xE2\x82\xAC",
                                       "\xEF\xBF\xBD"};

/* One character that keeps the match alive, or 0. */
static size_t live_character(const struct pattern *pattern, unsigned *at,
                             uint64_t *seed, char *out)
{
    size_t length = 0;
    unsigned state = *at;
    do {
        unsigned tries = 2000, byte, next;
        do {
            byte = random_below(seed, 256);
            next = pattern->next[state * pattern->class_count +
                                 pattern->class_of[byte]];
            if (tries-- == 0)
                return 0;
        } while (next == 0 || byte < 0x20 || byte == 0x7F);
        state = next;
        out[length++] = (char)byte;
    } while (length < (out[0] & 0x80 ? (unsigned char)out[0] >= 0xF0   ? 4u
                                       : (unsigned char)out[0] >= 0xE0 ? 3u
                                                                       : 2u
                                     : 1u));
    *at = state;
    return length;
}

/* A text that the pattern takes, or one that strays from it somewhere. */
static struct str random_text(const struct pattern *pattern, uint64_t *seed,
                              char *out)
{
    unsigned at = 1;
    size_t length = 0;
    unsigned characters = random_below(seed, 30);
    for (unsigned i = 0; i < characters; i++) {
        size_t taken = 0;
        if (random_below(seed, 40) > 0)
            taken = live_character(pattern, &at, seed, out + length);
        if (taken == 0) {
            const char *odd = oddities[random_below(
                seed, sizeof oddities / sizeof *oddities)];
            taken = strlen(odd);
            memcpy(out + length, odd, taken);
        }
        length += taken;
        if (pattern->accepts[at] && random_below(seed, 4) == 0)
            break;
    }
    out[length] = '\0';
    return (struct str){out, length};
}

/* Asks libxml2 and compares; counts those that match. */
static unsigned compare(const char *text, const struct pattern *pattern,
                        uint64_t seed)
{
    xmlRegexp *oracle = xmlRegexpCompile(BAD_CAST text);
    unsigned matched = 0;
    assert_non_null(oracle);
    for (unsigned i = 0; i < rounds; i++) {
        char room[256];
        struct str value = random_text(pattern, &seed, room);
        if (strstr(room, "\xEF\xBF\xBE") || strstr(room, "\xEF\xBF\xBF"))
            continue; /* no characters of XML */
        bool ours = pattern_matches(pattern, value);
        bool theirs = xmlRegexpExec(oracle, BAD_CAST room) == 1;
        if (ours != theirs)
            fail_msg("%s on '%s': libxml2 %d", text, room, theirs);
        matched += ours;
    }
    xmlRegFreeRegexp(oracle);
    return matched;
}

static void agrees_with_libxml2_on_our_patterns(void **state)
{
    const char *found[64];
    size_t count = bundled(found);
    assert_true(count >= 20);
    for (size_t i = 0; i < count; i++) {
        struct pattern pattern;
        compile(*state, found[i], &pattern);
        unsigned matched = compare(found[i], &pattern, 1 + i);
        assert_in_range(matched, rounds / 20, rounds - rounds / 20);
        xmlFree((void *)(uintptr_t)found[i]);
    }
}

static void agrees_with_libxml2_on_classes(void **state)
{
    static const char *const patterns[] = {
        "\\i+",       "\\c+",   "\\I\\C?", "[\\i-[:]][\\c-[:]]*",
        "\\s\\S*",    ".{3,5}", "[^a-z]+", "[\xC2\xA1-\xED\x9F\xBF]+",
        "[^\\s\\d]+x"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        struct pattern pattern;
        compile(*state, patterns[i], &pattern);
        compare(patterns[i], &pattern, 7 + i);
    }
}

/* The digits of Unicode come in tens: what libxml2 knows of, and later ones,
 * which begin at a round place. */
static void knows_the_digits_of_unicode(void **state)
{
    xmlRegexp *oracle = xmlRegexpCompile(BAD_CAST "\\p{Nd}");
    struct pattern pattern;
    uint32_t run = 0, tens = 0;
    compile(*state, "\\d", &pattern);
    for (uint32_t point = '\t'; point < 0x20000; point++) {
        char room[8];
        if (!xmlIsCharQ(point))
            continue;
        struct str text = {room, utf8_put(point, room)};
        room[text.length] = '\0';
        bool ours = pattern_matches(&pattern, text);
        bool theirs = xmlRegexpExec(oracle, BAD_CAST room) == 1;
        bool was = point >= 0x1369 && point <= 0x1371; /* until Unicode 4.1 */
        if (theirs && !ours && !was && LIBXML_VERSION < 21400)
            fail_msg("U+%04X is a digit", point);
        if (ours && run % 10 == 0 && !theirs)
            assert_true(point % 16 == 0 || point % 16 == 6);
        assert_true(ours || run % 10 == 0);
        run = ours ? run + 1 : 0;
        tens += ours && run % 10 == 0;
    }
    assert_in_range(tens, 60, 100);
    xmlRegFreeRegexp(oracle);
}

/* A random expression over few letters. */
static size_t random_pattern(uint64_t *seed, char *out, unsigned depth)
{
    static const char *const atoms[] = {"a", "b", "[ab]", "[^a]", "c", "."};
    static const char *const signs[] = {"", "", "", "?", "*", "+"};
    size_t length = 0;
    unsigned pieces = 1 + random_below(seed, 3);
    for (unsigned i = 0; i < pieces; i++) {
        if (i > 0 && random_below(seed, 3) == 0)
            out[length++] = '|';
        if (depth > 0 && random_below(seed, 2) == 0) {
            out[length++] = '(';
            length += random_pattern(seed, out + length, depth - 1);
            out[length++] = ')';
        } else {
            length += (size_t)sprintf(out + length, "%s",
                                      atoms[random_below(seed, 6)]);
        }
        length +=
            (size_t)sprintf(out + length, "%s", signs[random_below(seed, 6)]);
    }
    out[length] = '\0';
    return length;
}

static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] & 0x80)
            return false;
    return true;
}

/* POSIX is asked here: libxml2 2.9 goes wrong where a repeat that may be
 * empty stands in another; b((([ab]*b)?)((bc*|.?)+))+|. takes "p.". */
static void agrees_with_posix_on_random_patterns(void **state)
{
    uint64_t seed = 20241008;
    for (unsigned i = 0; i < rounds / 10; i++) {
        char text[1024] = "^(";
        regex_t oracle;
        struct pattern pattern;
        size_t length = 2 + random_pattern(&seed, text + 2, 3);
        strcpy(text + length, ")$");
        assert_int_equal(regcomp(&oracle, text, REG_EXTENDED | REG_NOSUB), 0);
        text[length] = '\0';
        compile(*state, text + 2, &pattern);
        for (unsigned k = 0; k < 20; k++) {
            char room[256];
            struct str value = random_text(&pattern, &seed, room);
            if (is_ascii(value) &&
                pattern_matches(&pattern, value) !=
                    (regexec(&oracle, room, 0, NULL, 0) == 0))
                fail_msg("%s on '%s'", text + 2, room);
        }
        regfree(&oracle);
    }
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(matches_as_appendix_f_says, begin, end),
        cmocka_unit_test_setup_teardown(refuses_what_it_does_not_know, begin,
                                        end),
        cmocka_unit_test_setup_teardown(limits_nesting, begin, end),
        cmocka_unit_test_setup_teardown(limits_nesting_of_classes, begin, end),
        cmocka_unit_test_setup_teardown(is_linear_in_the_text, begin, end),
        cmocka_unit_test(survives_missing_memory),
        cmocka_unit_test_setup_teardown(agrees_with_libxml2_on_our_patterns,
                                        begin, end),
        cmocka_unit_test_setup_teardown(agrees_with_libxml2_on_classes, begin,
                                        end),
        cmocka_unit_test_setup_teardown(knows_the_digits_of_unicode, begin,
                                        end),
        cmocka_unit_test_setup_teardown(agrees_with_posix_on_random_patterns,
                                        begin, end),
    };
    if (argc > 1)
        rounds = (unsigned)strtoul(argv[1], NULL, 10);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
