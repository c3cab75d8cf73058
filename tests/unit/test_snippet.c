/* Source lines with their carets, whatever characters they have. */
/* SPDX-License-Identifier: MIT */
#include "cli/report/snippet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdlib.h>

/* Columns column to end of line 7, shown without the margin. */
static const struct {
    const char *name;
    const char *text;
    uint64_t first_column;
    uint64_t column;
    uint64_t end;
    const char *wanted;
} cases[] = {
    {"plain", "<a b=\"c\"/>", 1, 4, 9,
     "    7 | <a b=\"c\"/>\n"
     "      |    ^~~~~\n"},
    {"one character", "<a/>", 1, 1, 2, "    7 | <a/>\n      | ^\n"},
    {"an empty range", "<a/>", 1, 2, 2, "    7 | <a/>\n      |  ^\n"},
    {"the end of the line", "<a/>", 1, 5, 6, "    7 | <a/>\n      |     ^\n"},
    {"an empty line", "", 1, 1, 1, "    7 | \n      | ^\n"},
    {"a range that goes on", "abc", 1, 2, 0, "    7 | abc\n      |  ^~\n"},
    {"a range past the end", "abc", 1, 2, 99, "    7 | abc\n      |  ^~\n"},
    {"Cyrillic", "Минск x", 1, 7, 8, "    7 | Минск x\n      |       ^\n"},
    {"wide characters", "首脑x", 1, 2, 4, "    7 | 首脑x\n      |   ^~~\n"},
    {"combining characters", "e\xCC\x81x\xD0\xB8\xCC\x86y", 1, 3, 6,
     "    7 | e\xCC\x81x\xD0\xB8\xCC\x86y\n      |  ^~\n"},
    {"tabs", "\ta\tb", 1, 4, 5,
     "    7 |         a       b\n      |                 ^\n"},
    {"a range with a tab", "ab\tc", 1, 2, 5,
     "    7 | ab      c\n      |  ^~~~~~~~\n"},
    {"a part of a long line", "klm", 11, 12, 13,
     "    7 | \xE2\x80\xA6klm\n      |   ^\n"},
    {"control characters", "a\x1B[b", 1, 4, 5,
     "    7 | a\xEF\xBF\xBD[b\n      |    ^\n"},
    {"bytes that are no text",
     "a\xFF"
     "b",
     1, 3, 4,
     "    7 | a\xEF\xBF\xBD"
     "b\n      |   ^\n"},
    {"what reorders text",
     "a\xE2\x80\xAE"
     "b",
     1, 3, 4,
     "    7 | a\xEF\xBF\xBD"
     "b\n      |   ^\n"},
};

static void snippet_is(void **state)
{
    const size_t i = (size_t)*state;
    const uint64_t end_line = cases[i].end == 0 ? 8 : 7;
    const struct cis_place place = {
        7, cases[i].column, end_line, cases[i].end == 0 ? 1 : cases[i].end, 0,
        0};
    const struct cis_excerpt excerpt = {cases[i].text, cases[i].first_column};
    char *shown = NULL;
    size_t size = 0;
    FILE *to = open_memstream(&shown, &size);

    assert_non_null(to);
    snippet_print(&(const struct page){.to = to}, excerpt, &place);
    fclose(to);
    assert_string_equal(shown, cases[i].wanted);
    free(shown);
}

enum {
    CASES = sizeof cases / sizeof *cases
};

int main(void)
{
    struct CMUnitTest tests[CASES];

    for (size_t i = 0; i < CASES; i++) {
        tests[i] = (struct CMUnitTest){cases[i].name, snippet_is, NULL, NULL,
                                       (void *)i};
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
