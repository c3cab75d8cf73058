/* Every accessor takes NULL for what is not there, and says so in its way. */
/* SPDX-License-Identifier: MIT */
#include <cisvalidate/cisvalidate.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_null(const void *value)
{
    return value == NULL;
}

static bool is_no_date(struct cis_date value)
{
    return value.year == 0 && value.month == 0 && value.day == 0;
}

static bool is_no_number(int value)
{
    return value == -1;
}

static bool is_no_claim(bool value)
{
    return !value;
}

static bool is_no_choice(unsigned value)
{
    return value == 0;
}

/* What the headers promise for what is not given, by the kind of answer. */
#define IS_NOTHING(answer)                                                     \
    _Generic((answer), bool                                                    \
             : is_no_claim, int                                                \
             : is_no_number, unsigned                                          \
             : is_no_choice, struct cis_date                                   \
             : is_no_date, default                                             \
             : is_null)(answer)

struct answer {
    const char *name;
    bool nothing;
};

static struct answer answers[] = {
#define ABSENT(name, arguments) {#name, false},
#include "absent.def"
#undef ABSENT
};

enum {
    ANSWERS = sizeof answers / sizeof *answers
};

static void test_absent(void **state)
{
    struct answer *next = answers;

    (void)state;
#define ABSENT(name, arguments) (next++)->nothing = IS_NOTHING(name arguments);
#include "absent.def"
#undef ABSENT
    for (size_t i = 0; i < ANSWERS; i++)
        if (!answers[i].nothing)
            fail_msg("%s gives something for nothing", answers[i].name);
}

static bool is_listed(const char *name, size_t length)
{
    for (size_t i = 0; i < ANSWERS; i++)
        if (strlen(answers[i].name) == length &&
            memcmp(answers[i].name, name, length) == 0)
            return true;
    return false;
}

static char *read_header(const char *name)
{
    const char *top = getenv("top_srcdir");
    char path[4096], *text = calloc(1, 1 << 16);
    FILE *from;

    snprintf(path, sizeof path, "%s/lib/include/cisvalidate/%s",
             top != NULL ? top : ".", name);
    from = fopen(path, "r");
    if (from == NULL || text == NULL)
        fail_msg("cannot read %s", path);
    assert_true(fread(text, 1, (1 << 16) - 1, from) > 0);
    assert_true(feof(from));
    fclose(from);
    return text;
}

/* Whatever the header declares that takes an element, or an entry, first. */
static size_t hold_header(const char *header)
{
    static const char taken[] = "(const struct cis_";
    char *text = read_header(header);
    size_t count = 0;

    for (char *at = text; (at = strstr(at, taken)) != NULL; at++) {
        char *name = at;

        while (isalnum((unsigned char)name[-1]) || name[-1] == '_')
            name--;
        if (strncmp(name, "cis_validator_", 14) == 0)
            continue;
        count++;
        if (!is_listed(name, (size_t)(at - name)))
            fail_msg("absent.def lacks %.*s", (int)(at - name), name);
    }
    free(text);
    return count;
}

/* An accessor that is not in the list is not tested. */
static void test_listed(void **state)
{
    size_t count = hold_header("element.h");

    (void)state;
    count += hold_header("registry.h");
    assert_int_equal(count, ANSWERS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_absent),
        cmocka_unit_test(test_listed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
