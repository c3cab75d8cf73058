# SPDX-License-Identifier: MIT
# TAP for shell tests: . "$top_srcdir/tests/tap.sh", some checks, done_testing.

: "${top_srcdir:=.}" "${top_builddir:=$top_srcdir}" "${AWK:=awk}" "${CC:=cc}"
: "${NM:=nm}"
tap_count=0
tap_failed=0

# check NAME COMMAND [ARGUMENT]...: one test point; COMMAND says by its status
# whether it passed, and what it writes is shown as a comment.
check()
{
    tap_count=$((tap_count + 1))
    tap_name=$1
    shift
    if tap_output=$("$@" 2>&1); then
        echo "ok $tap_count - $tap_name"
    else
        echo "not ok $tap_count - $tap_name"
        tap_failed=1
    fi
    test -z "$tap_output" || printf '%s\n' "$tap_output" | sed 's/^/# /'
}

# skip NAME REASON: a test point that cannot be tried here.
skip()
{
    tap_count=$((tap_count + 1))
    echo "ok $tap_count - $1 # SKIP $2"
}

# skip_all REASON: none of this script's can.
skip_all()
{
    echo "1..0 # SKIP $1"
    exit 0
}

# skip_where_quick: QUICK=1 leaves out what takes long, where another run of the
# same tree has it (.ci/run, for the tarball).
skip_where_quick()
{
    test -z "${QUICK-}" || skip_all 'long, and left out of a quick run'
}

done_testing()
{
    echo "1..$tap_count"
    exit "$tap_failed"
}

# is_empty TEXT: nothing was found wrong; TEXT is shown otherwise.
is_empty()
{
    test -z "$1" || { printf '%s\n' "$1"; return 1; }
}
