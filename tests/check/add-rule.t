#!/bin/sh
# SPDX-License-Identifier: MIT
# The steps of CONTRIBUTING.md to add a rule, taken on a copy of the tree: what
# stands there is put where it says, and the finding, the fixtures, the mutant
# and doc/rules.md are as they should. Only what knows the codes is compiled.
. "$top_srcdir/tests/tap.sh"
skip_where_quick

core=$top_builddir/lib/.libs/libcisvalidate-core.a
test -f "$core" || skip_all 'the library is not built as an archive'
if grep -q '^#define INSTRUMENTED' "$top_builddir/config.h"; then
    skip_all 'instrumented: the objects do not fit together'
fi
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
tree=$scratch/tree
mkdir -p "$tree" "$scratch/o"
(cd "$top_srcdir" &&
    cp -R CONTRIBUTING.md lib cli schema doc tests "$tree")
chmod -R u+w "$tree"

# Each block of C of the section goes to the file that the paragraph before it
# names last: after the line that has the words in the next pair of backquotes,
# or at the end. Blocks of sh are what is run.
take_steps()
{
    $AWK -v tree="$tree" -v script="$scratch/steps.sh" '
    /^## / { within = /^## A rule, step by step/ }
    !within { next }
    /^```/ && block == "" {
        block = substr($0, 4)
        text = ""
        next
    }
    /^```/ {
        if (block == "sh")
            printf "%s", text >script
        else
            put(file, words, text)
        block = ""
        next
    }
    block != "" { text = text $0 "\n"; next }
    / `[a-z_\/.]+`/ && /(in|of) `(lib|tests)\// {
        file = $0
        sub(/^.*(in|of) `/, "", file)
        rest = file
        sub(/`.*/, "", file)
        words = ""
        if (match(rest, /` after `[^`]*`/))
            words = substr(rest, RSTART + 9, RLENGTH - 10)
    }
    function put(file, words, text, line, out, done) {
        while ((getline line <(tree "/" file)) > 0) {
            out = out line "\n"
            if (!done && words != "" && index(line, words)) {
                out = out text
                done = 1
            }
        }
        close(tree "/" file)
        if (words == "")
            out = out text
        printf "%s", out >(tree "/" file)
        close(tree "/" file)
    }' "$tree/CONTRIBUTING.md"
}

# Objects that know the codes, and the rest of the library behind them
compile()
{
    cd "$scratch/o" || return
    flags="-std=gnu11 -O0 -w -D_GNU_SOURCE -DHAVE_CONFIG_H -I$top_builddir
        -I$tree/lib/include -I$tree/lib -I$top_builddir/lib -I$tree/tests"
    # shellcheck disable=SC2086 # words are wanted
    for source in "$tree"/lib/finding/*.c "$tree"/lib/rules/*.c \
        "$tree"/lib/*.c; do
        echo "$source"
    done | xargs -P 2 -n 12 $CC $flags -c || return
    # shellcheck disable=SC2086
    for program in support/rulesmd fixtures/fixtures mutants_rules; do
        set -- "$tree/tests/$program.c"
        case $program in
        fixtures/*) set -- "$@" "$tree/tests/fixtures/expect.c" ;;
        mutants_rules) set -- "$@" "$tree"/tests/proofs/prove.c \
            "$tree"/tests/proofs/other.c ;;
        esac
        $CC $flags -o "$scratch/$(basename "$program")" "$@" ./*.o "$core" \
            ${LIBXML_LIBS-} || return
    done
}

# What "./dev fixtures --rewrite" does, with what is built here
write_anew()
{
    "$scratch/rulesmd" >"$tree/doc/rules.md" &&
        top_srcdir=$tree "$scratch/fixtures" --rewrite | grep '^not ok'
    :
}

run_script()
{
    sed 's|^\./dev fixtures --rewrite$|:|' "$scratch/steps.sh" \
        >"$scratch/files.sh"
    (cd "$tree" && sh -e "$scratch/files.sh")
}

one_finding()
{
    cat "$tree/tests/data/a009-a-day-later.bad.expect"
    sed -n '1s/ at .*//p' "$tree/tests/data/a009-a-day-later.bad.expect" |
        grep -qx 'A009 warning' &&
        grep -qx '  fact: the summit ends on 2024-10-09' \
            "$tree/tests/data/a009-a-day-later.bad.expect"
}

none_failed()
{
    top_srcdir=$tree "$@" >"$scratch/out" || sed '/^ok/d' "$scratch/out"
    ! grep '^not ok' "$scratch/out"
}

in_catalogue()
{
    grep -q '^### A009 award-after-summit' "$tree/doc/rules.md"
}

check 'the steps are there' take_steps
check 'their last ones are commands' run_script
check 'the tree compiles with the new rule' compile
check 'expectations and the catalogue are written' is_empty "$(write_anew)"
check 'the record with the fault has the finding, proved' one_finding
check 'all fixtures are as expected' none_failed "$scratch/fixtures"
check 'the mutant has the finding, and no other' \
    none_failed "$scratch/mutants_rules"
check 'the catalogue has the rule' in_catalogue
done_testing
