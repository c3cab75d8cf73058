#!/bin/sh
# SPDX-License-Identifier: MIT
# What the command and the library are hardened with, read from their ELF.
. "$top_srcdir/tests/tap.sh"

command=$top_builddir/cli/.libs/cisvalidate
test -f "$command" || command=$top_builddir/cli/cisvalidate
library=$top_builddir/lib/.libs/libcisvalidate.so
command -v readelf >/dev/null 2>&1 || skip_all 'there is no readelf'
readelf -h "$command" >/dev/null 2>&1 || skip_all 'this is no ELF'
if grep -q '^#define INSTRUMENTED' "$top_builddir/config.h"; then
    skip_all 'instrumented: not hardened'
fi

# shown FILE PART PATTERN, hidden FILE PART PATTERN: what readelf tells.
shown()
{
    readelf -W "$2" "$1" | grep -q -E -e "$3"
}

hidden()
{
    ! readelf -W "$2" "$1" | grep -E -e "$3"
}

# no_other_path FILE: libtool writes the folder of the prefix, and that of the
# libxml2 that it was configured with, into what is to be installed outside the
# system's; nothing else may be searched.
no_other_path()
{
    readelf -W -d "$1" | sed -n 's/.*R[UN]*PATH.*\[\(.*\)\]/\1/p' |
        tr : '\n' |
        { ! grep -v -x -F -e "$prefix/lib" -e "${libxml2:-$prefix/lib}"; }
}

made_with=$top_builddir/Makefile
prefix=$(sed -n 's/^prefix = //p' "$made_with")
libxml2=$(sed -n 's/^LIBXML_LIBS = -L\([^ ]*\).*/\1/p' "$made_with")

for file in "$command" "$library"; do
    name=${file##*/}
    check "$name: may be loaded anywhere" shown "$file" -h 'Type: *DYN'
    check "$name: relocations read-only" shown "$file" -l GNU_RELRO
    check "$name: all bound at start" shown "$file" -d 'BIND_NOW|FLAGS.*NOW'
    check "$name: no code on the stack" hidden "$file" -l 'GNU_STACK.*E'
    check "$name: no segment both written and run" \
        hidden "$file" -l 'LOAD.*RWE'
    check "$name: no relocations in code" hidden "$file" -d TEXTREL
    check "$name: no other folder has its libraries" \
        no_other_path "$file"
    check "$name: stack guarded" shown "$file" --dyn-syms __stack_chk_fail
    check "$name: functions that know their buffers" \
        shown "$file" --dyn-syms '__[a-z]*_chk@'
    check "$name: none that cannot" hidden "$file" --dyn-syms \
        ' (gets|strcat|sprintf|vsprintf|tmpnam|mktemp)@'
done

# What leaves no mark of its own stands in the debug information of objects by
# gcc; who compiled without it (CFLAGS) has nothing to look at. Objects of an
# older configuration may be among them.
compiled_with()
{
    readelf -W --debug-dump=info --dwarf-depth=1 "$1" 2>/dev/null |
        grep 'DW_AT_producer.*GNU C' | grep -q -e "$2"
}

flags=$(sed -n 's/^HARDEN_CFLAGS = //p' "$top_builddir/Makefile")
known()
{
    echo 'int x;' >try.c
    $CC -Werror "$1" -c try.c -o try.o 2>/dev/null
}

scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
case $command in /*) ;; *) command=$PWD/$command library=$PWD/$library ;; esac
cd "$scratch" || exit 99
for flag in -fstack-protector-strong -fstack-clash-protection \
    -ftrivial-auto-var-init=zero -fcf-protection -mbranch-protection=standard
do
    known $flag || continue
    check "configured with $flag" sh -c "case ' $flags ' in
        *' $flag '*) ;; *) false ;; esac"
    if readelf -W --debug-dump=info --dwarf-depth=1 "$library" 2>/dev/null |
        grep -q 'DW_AT_producer.*GNU C'; then
        check "compiled with $flag" compiled_with "$library" "$flag"
    else
        skip "compiled with $flag" 'no debug information by gcc'
    fi
done

if known -fcf-protection && command -v objdump >/dev/null 2>&1; then
    for file in "$command" "$library"; do
        check "${file##*/}: indirect calls land on marks" sh -c \
            "objdump -d --no-show-raw-insn '$file' | grep -q endbr"
    done
else
    skip 'indirect calls land on marks' 'not on this processor, or no objdump'
fi
check 'the command is position-independent' shown "$command" -d 'FLAGS_1.*PIE'
done_testing
