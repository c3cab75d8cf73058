#!/bin/sh
# SPDX-License-Identifier: MIT
# Programs that were compiled with the last release go on: lib/cisvalidate.abi
# is its interface, to which the headers may add, and of which they may change
# nothing. abidiff compares the two, compiled as functions that do nothing:
# what is behind them may change.
. "$top_srcdir/tests/tap.sh"

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
released=$top_srcdir/lib/cisvalidate.abi
advice='Give back what was removed or changed. If it has to go: -version-info
C+1:0:0 in lib/local.mk, and tests/support/abi.sh >lib/cisvalidate.abi. Before
the first release the second of these is enough.'

# compiled NAME: a library of what stdin declares. What a FILE is, is the
# business of the C library.
compiled()
{
    echo 'typedef struct file FILE;' >"$work/stdio.h"
    $AWK 'BEGIN { RS = ";" }
        !/typedef/ && /cis_[a-z0-9_]+[ \n]*\([^{}]*\)[ \n]*$/ {
            print $0 " { __builtin_trap(); }"
            next
        }
        { print $0 ";" }' >"$work/$1.c"
    # shellcheck disable=SC2086 # CC may have options
    $CC -std=gnu2x -g -O0 -w -fPIC -shared -Wl,-soname,interface \
        -I"$work" "$work/$1.c" -o "$work/$1"
}

tree()
{
    sh "$top_srcdir/tests/support/abi.sh" "$top_srcdir/lib/include"
}

goes_on()
{
    abidiff --no-added-syms "$work/released" "$work/$1"
}

nothing_lost()
{
    tree | compiled tree && goes_on tree || { echo "$advice"; return 1; }
}

# edited EXPRESSION: the interface with that change
edited()
{
    sed "$1" "$released" | compiled edited &&
        ! cmp -s "$work/released.c" "$work/edited.c"
}

may_add()
{
    edited "$1" && goes_on edited
}

may_not()
{
    edited "$1" && ! goes_on edited >"$work/log"
}

same_soname()
{
    is_empty "$(grep '^dlname=' "$top_builddir/lib/libcisvalidate.la" |
        grep -v "'libcisvalidate.so.0'\|''")"
}

command -v abidiff >"$work/log" || skip_all 'no abidiff (abigail-tools)'
compiled released <"$released" >"$work/log" 2>&1 ||
    skip_all "$CC compiles no shared library of them"

check 'nothing that programs rely on is gone' nothing_lost
check 'the soname is kept' same_soname
check 'a function may come' may_add '$s/$/int cis_new(void);/'
check 'a value of an enumeration may come' \
    may_add 's/CIS_NO_MEMORY = 1,/& CIS_NEW = 99,/'
check 'a function that goes is told' may_not 's/cis_rule_why(/cis_rule_gone(/'
check 'a parameter that changes is told' \
    may_not 's/cis_rule_at(size_t/cis_rule_at(int/'
check 'a struct that grows is told' \
    may_not 's/uint64_t first_column;/& int cis_new;/'
check 'a value that changes is told' may_not 's/CIS_MISUSE = 3/CIS_MISUSE = 9/'
done_testing
