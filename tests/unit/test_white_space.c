/* White space: whatever is done eight bytes at a time, as done one by one. */
/* SPDX-License-Identifier: MIT */
#include "schema/white_space.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST 40

static bool is_space(char byte)
{
    return byte != '\0' && strchr(" \t\r\n", byte) != NULL;
}

/* XSD 1.0 part 2, 4.3.6, word by word. */
static size_t plainly(const char *text, enum space space, char *out)
{
    size_t length = 0;
    for (; *text != '\0'; text++) {
        char byte = space != SPACE_PRESERVE && is_space(*text) ? ' ' : *text;
        if (space != SPACE_COLLAPSE || byte != ' ' ||
            (length > 0 && out[length - 1] != ' '))
            out[length++] = byte;
    }
    if (space == SPACE_COLLAPSE && length > 0 && out[length - 1] == ' ')
        length--;
    return length;
}

/* In a block of its own size, so that nothing after it is read unseen. */
static void check(const char *text, struct buf *scratch)
{
    size_t size = strlen(text) + 1;
    char *own = malloc(size), wanted[LONGEST + 1];
    assert_non_null(own);
    memcpy(own, text, size);
    for (enum space space = SPACE_PRESERVE; space <= SPACE_COLLAPSE; space++) {
        struct str got =
            space_apply((struct str){own, size - 1}, space, scratch);
        size_t length = plainly(text, space, wanted);
        if (got.length != length || memcmp(got.at, wanted, length) != 0)
            fail_msg("'%s', %d: '%.*s'", text, (int)space, STR_ARGS(got));
    }
    free(own);
}

/* One or two odd bytes anywhere in texts of any length about the eight. */
static void changes_what_is_odd_anywhere(void **state)
{
    static const char bytes[] = "\t\n\r !\x1F\x7F\x80\xA0\xFF";
    struct buf scratch;
    char text[LONGEST + 1];
    (void)state;
    buf_init(&scratch, &alloc_default);
    for (size_t length = 0; length <= 30; length++)
        for (size_t at = 0; at < length; at++)
            for (size_t i = 0; i < sizeof bytes - 1; i++)
                for (size_t k = 0; k < sizeof bytes - 1; k++) {
                    memset(text, 'a', length);
                    text[length] = '\0';
                    text[at] = bytes[i];
                    if (at + 1 < length)
                        text[at + 1] = bytes[k];
                    check(text, &scratch);
                }
    buf_free(&scratch);
}

static void changes_what_is_odd_in_random_texts(void **state)
{
    static const char bytes[] = "abcdefgh\xD1\x8F  \t\n";
    struct buf scratch;
    char text[LONGEST + 1];
    uint64_t seed = 19911208;
    (void)state;
    buf_init(&scratch, &alloc_default);
    for (unsigned i = 0; i < 20000; i++) {
        size_t length = i % LONGEST;
        for (size_t k = 0; k < length; k++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            text[k] = bytes[(seed >> 33) % (sizeof bytes - 1)];
        }
        text[length] = '\0';
        check(text, &scratch);
    }
    buf_free(&scratch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changes_what_is_odd_anywhere),
        cmocka_unit_test(changes_what_is_odd_in_random_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
