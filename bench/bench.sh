# SPDX-License-Identifier: MIT
# What the benchmark and the tests of costs share. Source it: it wants
# top_srcdir and top_builddir, and a folder $work.
# shellcheck disable=SC2034,SC2154 # used and made by who sources it

: "${top_srcdir:=.}" "${top_builddir:=$top_srcdir}" "${AWK:=awk}" "${CC:=cc}"
generate=$top_builddir/bench/generate
measure=$top_builddir/bench/measure

# The program itself, not libtool's wrapper, which is a shell script.
program=$top_builddir/cli/cisvalidate
if test -x "$top_builddir/cli/.libs/cisvalidate"; then
    program=$top_builddir/cli/.libs/cisvalidate
    LD_LIBRARY_PATH=$top_builddir/lib/.libs${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
    export LD_LIBRARY_PATH
fi

have()
{
    command -v "$1" >/dev/null 2>&1
}

bytes()
{
    wc -c <"$1" | tr -d ' '
}

# The compiler and its flags: what a number of instructions depends on.
compiler()
{
    printf '%s, %s\n' "$($CC --version | sed 1q)" \
        "$(sed -n 's/^CFLAGS = //p' "$top_builddir/Makefile")"
}

# own_instructions FILE [OPTION]...: how many instructions per byte of the
# file are spent in our own objects, with valgrind
own_instructions()
{
    own_file=$1
    shift
    valgrind --tool=callgrind --callgrind-out-file="$work/callgrind" \
        "$program" -q "$@" "$own_file" >/dev/null 2>&1
    $AWK -v bytes="$(bytes "$own_file")" '
        /^c?ob=\([0-9]+\)/ {
            id = $1
            sub(/^c?ob=/, "", id)
            if (NF > 1) ours[id] = /cisvalidate[^\/]*$/
            if (/^ob=/) own = ours[id]
            next
        }
        /^calls=/ { getline; next }
        /^[-+*0-9]/ && own { sum += $2 }
        END { printf "%.1f\n", sum / bytes }' "$work/callgrind"
}
