#!/bin/sh
# SPDX-License-Identifier: MIT
# The library does not print, end the program, read the environment, open a
# stream or start anything: its objects refer to no such function.
. "$top_srcdir/tests/tap.sh"

archive=$top_builddir/lib/.libs/libcisvalidate-core.a
test -f "$archive" || archive=$top_builddir/lib/libcisvalidate-core.a

used()
{
    $NM -A -u "$archive" | $AWK '{ print $NF, $1 }' |
        sed -e 's/@[^ ]* / /' -e 's/^_*//' -e 's/^\([a-z]*\)_chk /\1 /'
}

# forbidden NAME...: none of the names is used; says which object does.
forbidden()
{
    is_empty "$(printf '%s\n' "$symbols" | $AWK -v names="$*" '
        BEGIN { n = split(names, list, " ")
                for (i = 1; i <= n; i++) bad[list[i]] = 1 }
        $1 in bad {
            sub(/:$/, "", $2)
            sub(/^.*[:\/]/, "", $2)
            print $2 ": " $1
        }')"
}

symbols=$(used) || exit 99
check 'there are objects to look at' test -n "$symbols"
check 'prints nothing' forbidden printf vprintf fprintf vfprintf dprintf \
    vdprintf puts fputs putchar putc fputc fwrite perror stdout stderr \
    psignal syslog
check 'does not end the program' forbidden exit _exit Exit quick_exit abort \
    assert_fail assert raise kill atexit err errx
check 'reads no environment' forbidden getenv secure_getenv setenv putenv \
    environ setlocale
check 'opens no stream, starts nothing' forbidden fopen fopen64 freopen \
    freopen64 tmpfile popen system fork vfork execv execve execvp \
    posix_spawn socket connect
done_testing
