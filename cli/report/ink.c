/* Colours and links, on pages that want them. */
/* SPDX-License-Identifier: MIT */
#include "ink.h"

#include "plain.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void ink_on(const struct page *page, enum ink ink)
{
    static const char *const codes[] = {
        [INK_NOTE] = "1;36", [INK_WARNING] = "1;35", [INK_ERROR] = "1;31",
        [INK_PLACE] = "1",   [INK_MARK] = "1;32",    [INK_HINT] = "1;34",
        [INK_GOOD] = "32",
    };

    if (page->colour) {
        fprintf(page->to, "\033[%sm", codes[ink]);
    }
}

void ink_off(const struct page *page)
{
    if (page->colour) {
        fputs("\033[0m", page->to);
    }
}

static void free_text(char **text)
{
    free(*text);
}

/* The host is named, so that a terminal elsewhere does not open its own. */
void link_on(const struct page *page, const char *path)
{
    static const char scheme[] = "file://";
    char host[256] = "";

    if (!page->links) {
        return;
    }
    __attribute__((cleanup(free_text))) char *real = realpath(path, NULL);
    __attribute__((cleanup(free_text))) char *uri =
        real == NULL ? NULL : plain_uri(real);
    if (uri != NULL && gethostname(host, sizeof host - 1) == 0) {
        fprintf(page->to, "\033]8;;%s%s%s\033\\", scheme, host,
                uri + strlen(scheme));
    }
}

/* Harmless where no link is on. */
void link_off(const struct page *page)
{
    if (page->links) {
        fputs("\033]8;;\033\\", page->to);
    }
}
