/* The least that expat can do: empty handlers. */
/* SPDX-License-Identifier: MIT */
#include <expat.h>
#include <fcntl.h>
#include <unistd.h>

static void on_start(void *context, const XML_Char *name,
                     const XML_Char **attributes)
{
    (void)context, (void)name, (void)attributes;
}

static void on_end(void *context, const XML_Char *name)
{
    (void)context, (void)name;
}

static void on_text(void *context, const XML_Char *text, int length)
{
    (void)context, (void)text, (void)length;
}

int main(int argc, char **argv)
{
    static char block[64 * 1024];
    XML_Parser parser = XML_ParserCreateNS(NULL, '\n');
    int fd = argc == 2 ? open(argv[1], O_RDONLY) : -1;
    ssize_t got;

    if (parser == NULL || fd < 0)
        return 2;
    XML_SetElementHandler(parser, on_start, on_end);
    XML_SetCharacterDataHandler(parser, on_text);
    while ((got = read(fd, block, sizeof block)) > 0)
        if (!XML_Parse(parser, block, (int)got, 0))
            return 1;
    return got == 0 && XML_Parse(parser, block, 0, 1) ? 0 : 1;
}
