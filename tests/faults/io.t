#!/bin/sh
# SPDX-License-Identifier: MIT
# Every system call of the command that reads, writes, opens, closes, renames,
# changes a mode, follows a link or makes a thread fails, each by its turn and
# from there on, or moves less than asked: what it says and how it exits is
# right, or it says that it could not; a report file is whole, or as before.
. "$top_srcdir/tests/cli/cli.sh"
skip_where_quick

command -v strace >/dev/null 2>&1 || skip_all 'there is no strace'
strace -o trace -e trace=write -e inject=write:error=EIO:when=1 \
    sh -c 'echo x' >/dev/null 2>&1
grep -q INJECTED trace 2>/dev/null || skip_all 'strace may not trace'
if grep -q '^#define INSTRUMENTED' "$top_builddir/config.h"; then
    skip_all 'sanitizers make calls of their own'
fi
shorten=$top_builddir/tests/faults/shorten
case $shorten in /*) ;; *) shorten=$here/$shorten ;; esac
echo old >before.json
for name in valid bad; do
    "$cisvalidate" -j1 -f text -f json:"$name.json" "$name.xml" >"$name.out"
    echo $? >"$name.status"
done

# wrong NAME: what is wrong with how it ended, if anything is.
wrong()
{
    wanted=$(cat "$1.status")
    case $got in
    "$wanted")
        cmp -s "$1.out" out || echo "exit $got, but the output differs"
        cmp -s "$1.json" report.json || echo "exit $got, but no report" ;;
    0 | 1) echo "exit $got instead of $wanted" ;;
    3 | 127) ;; # 127: it was not even loaded
    *) echo "exit $got" ;;
    esac
    cmp -s "$1.json" report.json || cmp -s before.json report.json ||
        { test "$got" -eq 3 && "$jsoncheck" "$schema" report.json; } ||
        echo 'the report is neither the old one nor a whole one'
}

# How many files are sought before the program is loaded.
strace -o trace -e trace=openat "$cisvalidate" valid.xml >/dev/null
loading=$(grep -c '\.so' trace)

# sweep NAME CALL ERROR HOW: HOW is empty for once, + for from there on.
sweep()
{
    turn=1
    failed=
    test "$2" != openat || turn=$loading
    while test $turn -lt 500; do
        cp before.json report.json
        strace -o trace -e trace="$2" \
            -e inject="$2:error=$3:when=$turn$4" "$cisvalidate" -j1 -f text \
            -f json:report.json "$1.xml" >out 2>err
        got=$?
        grep -q INJECTED trace || break
        faults=$(wrong "$1")
        test -z "$faults" || failed="$failed$turn: $faults
$(grep INJECTED trace | head -n 1)
"
        turn=$((turn + 1))
    done
    echo "$((turn - 1)) turns"
    test -z "$failed" || { printf '%s\n' "$failed"; return 1; }
}

for name in valid bad; do
    for how in '' +; do
        for error in EIO EINTR; do
            test "$error$how" = EINTR+ && continue # for ever
            check "$name: read, $error$how" sweep $name read $error "$how"
        done
        check "$name: open, EMFILE$how" sweep $name openat EMFILE "$how"
        check "$name: fstat, EIO$how" sweep $name fstat,newfstatat EIO "$how"
        check "$name: close, EIO$how" sweep $name close EIO "$how"
        for error in ENOSPC EPIPE EIO; do
            check "$name: write, $error$how" sweep $name write $error "$how"
        done
        check "$name: chmod, EPERM$how" sweep $name fchmod EPERM "$how"
        check "$name: rename, EXDEV$how" \
            sweep $name rename,renameat,renameat2 EXDEV "$how"
    done
done
# Less than asked is no fault: all is as it would be.
# halved NAME CALL HOW
halved()
{
    turn=1
    while test $turn -lt 500; do
        cp before.json report.json
        "$shorten" "$2" $turn"$3" turns "$cisvalidate" -j1 -f text \
            -f json:report.json "$1.xml" >out 2>err
        got=$?
        test "$(cat turns)" -gt 0 || break
        test $got -eq "$(cat "$1.status")" && cmp "$1.out" out &&
            cmp "$1.json" report.json || return
        turn=$((turn + 1))
    done
    echo "$((turn - 1)) turns"
    test $turn -gt 1
}
"$shorten" write 1 turns true
if test $? -eq 77; then
    skip 'less than asked' 'processes cannot be traced so'
else
    for name in valid bad; do
        check "$name: half of a read" halved $name read ''
        check "$name: half of each read" halved $name read +
        check "$name: half of a write" halved $name write ''
        check "$name: half of each write" halved $name write +
    done
fi

# Threads that cannot be made: fewer do the work, or none.
# threads HOW: clone3 is refused by the sandbox, clone by its turn.
threads()
{
    turn=1
    while test $turn -lt 20; do
        strace -f -o trace -e trace=clone \
            -e inject=clone:error=EAGAIN:when=$turn"$1" \
            "$cisvalidate" -j4 -f json:threads.json $many >out 2>err
        got=$?
        grep -q INJECTED trace || break
        test $got -eq 1 && cmp many.json threads.json || return
        turn=$((turn + 1))
    done
    echo "$((turn - 1)) turns"
    test $turn -gt 1
}
many='valid.xml bad.xml valid.xml bad.xml valid.xml bad.xml'
"$cisvalidate" -j1 -f json:many.json $many
check 'a thread that cannot be made' threads ''
check 'no thread from one on' threads +

# A folder that cannot be read to its end is not said to be valid.
mkdir folder
cp valid.xml folder
strace -o trace -e trace=getdents64 -e inject=getdents64:error=EIO:when=1 \
    "$cisvalidate" folder >out 2>err
check 'a folder that cannot be read' test $? -eq 3
strace -o trace -e trace=getdents64 -e inject=getdents64:error=EIO:when=2 \
    "$cisvalidate" folder >out 2>err
check 'nor to its end' test $? -eq 3

check 'nothing is left beside the reports' \
    is_empty "$(find . -name '*report.json?*' -o -name '.*json*')"
done_testing
