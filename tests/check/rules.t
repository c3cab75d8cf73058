#!/bin/sh
# SPDX-License-Identifier: MIT
# doc/rules.md is what the table of codes makes of it, and every code across
# records or of a registry has fixtures of both kinds.
. "$top_srcdir/tests/tap.sh"

corpora_missing()
{
    for code in $("$top_builddir/tests/support/rulesmd" |
        sed -n 's/^### \(C[0-9]*\) .*/\1/p' | tr C c); do
        for kind in bad ok; do
            ls -d "$top_srcdir/tests/corpus/$code"-*."$kind" >/dev/null 2>&1 ||
                echo "$code has no corpus that is $kind"
        done
    done
}

stale()
{
    "$top_builddir/tests/support/rulesmd" |
        diff "$top_srcdir/doc/rules.md" - | sed 20q
}

check 'doc/rules.md is up to date' is_empty "$(stale)"
check 'every code across records has its corpora' \
    is_empty "$(corpora_missing)"
done_testing
