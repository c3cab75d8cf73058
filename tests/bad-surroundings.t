#!/bin/sh
# SPDX-License-Identifier: MIT
# Bad surroundings, by the ids of the matrix of bad inputs (see bad-inputs.t):
# output that cannot be written, memory, stack and time that run out, threads,
# random numbers or a sandbox that the system does not give, signals.
. "$top_srcdir/tests/cli/cli.sh"
skip_where_quick
least=$top_srcdir/tests/schema/remote.xml
case $least in /*) ;; *) least=$here/$least ;; esac

# Output
"$cisvalidate" valid.xml >&- 2>err
check 'B178 stdout is closed' test $? -eq 3
"$cisvalidate" valid.xml <&- >&- 2>&-
check 'B179 all are closed' test $? -eq 3
(trap '' PIPE; "$cisvalidate" valid.xml 2>err; echo $? >status) | :
check 'B181 nobody reads' sh -c 'test "$(cat status)" -eq 3 ||
    test "$(cat status)" -eq 0'
"$cisvalidate" valid.xml >/dev/full 2>err
check 'B182 the disk is full' test $? -eq 3
LC_ALL=C sed 's/>A</>\xff</' "$least" >x.xml
check 'B184 JSON of it' gives 1 -f json x.xml
check 'B184 is UTF-8' sh -c 'iconv -f UTF-8 -t UTF-8 out >/dev/null'
cat >environment <<EOF
XML_CATALOG_FILES=$scratch/catalog SGML_CATALOG_FILES=$scratch/catalog
HTTP_PROXY=http://127.0.0.1:1/ XMLLINT_INDENT=%n TMPDIR=/nonexistent LANG=%s
EOF
check 'B199 a hostile environment' env $(cat environment) \
    "$cisvalidate" valid.xml

# of_json: the report of bad.xml in JSON, limited to SIZE bytes of a file.
of_json()
{
    $limited prlimit --fsize="$1" \
        "$cisvalidate" -f json:limited.json bad.xml 2>err
}
if command -v prlimit >/dev/null 2>&1; then
    "$cisvalidate" -f json:whole.json bad.xml
    size=$(wc -c <whole.json) at=0 wrong=
    while test $at -lt "$size"; do
        of_json $at
        test $? -eq 3 && test ! -e limited.json || wrong="$wrong $at"
        at=$((at + 1 + size / 60))
    done
    check 'B182 full after so many bytes' is_empty "$wrong"
    of_json "$size"
    check 'B182 room for all' test $? -eq 1
    check 'B182 the report is whole' cmp whole.json limited.json
    "$cisvalidate" valid.xml >out
    at=0 wrong=
    while test $at -le "$(wc -c <out)"; do
        $limited prlimit --fsize=$at "$cisvalidate" valid.xml >some 2>err
        got=$?
        test $got -eq 3 || { test $got -eq 0 && cmp -s some out; } ||
            wrong="$wrong $at"
        at=$((at + 1))
    done
    check 'B182 standard output likewise' is_empty "$wrong"
else
    skip 'B182 full after so many bytes' 'no prlimit(1)'
fi

# Very many operands
: >e
set -- e
while test $# -lt 20000; do
    set -- "$@" "$@"
done
check 'B188 32,768 operands' gives 1 "$@" valid.xml
check 'B188 each is reported' test "$(grep -c ': invalid' out)" -eq $#
check 'B188 in their order' sh -c 'tail -n 2 out | head -n 1 |
    grep -q "valid.xml: valid"'
set --

# What started the tests may ignore signals (nohup does HUP); the command then
# ignores them, too, as it should.
defaults=
if env --default-signal true 2>/dev/null; then
    defaults='env --default-signal'
fi

# ends_by SIGNAL NUMBER: it ends as the signal does, and leaves nothing.
ends_by()
{
    find . -name '.cisvalidate-*' -exec rm -f {} + # of one that failed
    $defaults "$cisvalidate" -f json:ended.json - <slow &
    tries=0
    until test -n "$(find . -name '.cisvalidate-*')" || test $tries -eq 100; do
        sleep 0.1
        tries=$((tries + 1))
    done
    kill -s CONT $! && kill -s "$1" $!
    wait $! 2>/dev/null
    test $? -eq $((128 + $2)) && test ! -e ended.json &&
        is_empty "$(find . -name '.cisvalidate-*')"
}
mkfifo slow
exec 3<>slow
# (a shell without job control has INT and QUIT ignored in what it runs behind)
for signal in 'HUP 1' 'TERM 15' 'ALRM 14' 'XCPU 24'; do
    # shellcheck disable=SC2086 # two words
    check "B205 ended by $signal" ends_by $signal
done
if command -v timeout >/dev/null 2>&1; then
    for signal in INT QUIT; do
        (ulimit -c 0
        $defaults timeout -s $signal 2 "$cisvalidate" -f json:ended.json - \
            <slow)
        check "B205 ended by $signal" test ! -e ended.json
        check "B205 $signal leaves nothing" \
            is_empty "$(find . -name '.cisvalidate-*')"
    done
fi
exec 3>&-

# What a process may have
printf '<summits xmlns="urn:cisvalidate:summit:1">' >deep.xml
{
    $AWK 'BEGIN { for (n = 0; n < 255; n++) printf "<a>"
        for (n = 0; n < 255; n++) printf "</a>" }'
    printf '</summits>'
} >>deep.xml
instrumented=false
! grep -q '^#define INSTRUMENTED' "$top_builddir/config.h" || instrumented=true
if $instrumented; then
    skip 'B193 too little memory' 'instrumented: it needs more'
    skip 'B194 a small stack' 'instrumented: it needs more'
else
    wrong=
    for size in 1 2 3 4 5 6 7 8 10 12 14 16 20 24 28; do
        for name in valid bad; do
            (ulimit -d $((size * 256)) && exec "$cisvalidate" -j2 $name.xml) \
                >out 2>err
            got=$?
            case $got$name in
            0valid | 1bad | 3* | 127*) ;; # 127: it was not even loaded
            *) wrong="$wrong $size:$got:$name" ;;
            esac
        done
    done
    check 'B193 too little memory' is_empty "$wrong"
    (ulimit -s 64 && exec "$cisvalidate" --limit=depth=300 deep.xml) >out 2>&1
    check 'B194 a stack of 64 KB' test $? -eq 1
    check 'B194 all of it was read' says out 'deep.xml: invalid'
    (ulimit -s 64 && exec "$cisvalidate" valid.xml) >out 2>&1
    check 'B194 a record with its rules' test $? -eq 0
fi
(while :; do printf '<!-- x -->'; done) 2>/dev/null | {
    (ulimit -S -t 1 && exec "$cisvalidate" --limit=bytes=900G -f json:late.json -) \
        2>err
    echo $? >status
}
check 'B197 time runs out' test "$(cat status)" -gt 128
check 'B197 leaves no report' test ! -e late.json
check 'B197 nor anything else' is_empty "$(find . -name '.cisvalidate-*')"
(ulimit -c 0 && umask 777 && exec nice -n 19 "$cisvalidate" valid.xml) \
    >out 2>&1
check 'B206 no core, umask and nice' test $? -eq 0

# What the system does not give, as strace has it
if $instrumented || ! command -v strace >/dev/null 2>&1 ||
    ! strace -o trace true 2>/dev/null; then
    skip 'B073-B092, B200-B203' 'instrumented, or strace may not trace'
    done_testing
    exit
fi
# A signal that comes while the file beside the report is made
strace -f -o trace -e trace=openat "$cisvalidate" -f json:ended.json valid.xml
rm -f ended.json
nth=$(grep -n '\.cisvalidate-' trace | head -n 1 | cut -d : -f 1)
for signal in HUP TERM; do
    # shellcheck disable=SC2086 # two words
    $defaults strace -f -o trace -e trace=openat \
        -e inject="openat:signal=$signal:when=$nth" \
        "$cisvalidate" -f json:ended.json valid.xml >out 2>&1
    check "B205 $signal at that very moment" test $? -gt 128
    check 'B205 leaves nothing' \
        is_empty "$(find . -name 'ended.json' -o -name '.cisvalidate-*')"
done
xsi='xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
sed "s|<summit |<?xml-stylesheet href='http://127.0.0.1/'?><?oasis-xml-catalog \
catalog='file:///etc/passwd'?><summit $xsi \
xsi:schemaLocation='urn:cisvalidate:summit:1 evil.xsd' |" "$least" >x.xml
printf '<!DOCTYPE r SYSTEM "file:///etc/passwd" [
<!ENTITY a SYSTEM "http://127.0.0.1/"><!ENTITY %% b SYSTEM "file:///etc/hosts">
%%b;]><r>&a;</r>' >y.xml
strace -f -o trace -e trace=%file,%network,%process \
    "$cisvalidate" x.xml y.xml >out 2>&1
check 'B073-B092 opens nothing else' is_empty \
    "$(sed -n '/"x\.xml".*O_NOCTTY/,$p' trace | sed 1d |
        grep -E 'open|socket|exec' |
        grep -v -e resumed -e /dev/null -e '"y\.xml"')"
check 'B200 no catalog, ever' lacks trace catalog

# without CALL ERROR [ARGUMENT]...: runs it where the call always fails so.
without()
{
    call=$1 error=$2
    shift 2
    strace -f -o trace -e trace="$call" -e inject="$call:error=$error" \
        "$cisvalidate" "$@" >out 2>err
}
check 'B202 no random numbers' without getrandom ENOSYS -f json valid.xml
# libxml2 from 2.14 on ends the process then, and says so.
without getrandom EAGAIN -f json:random.json valid.xml
status=$?
report_or_reason()
{
    case $status in
    0) "$jsoncheck" "$schema" random.json ;;
    *) says err 'getentropy failed' &&
        is_empty "$(find . -name 'random.json' -o -name '.cisvalidate-*')" ;;
    esac
}
check 'B202 or none now' report_or_reason
for call in prctl landlock_create_ruleset; do
    check "B203 no $call" without $call ENOSYS valid.xml
    check 'B203 is not told' silent err
    check "B203 no $call, -v" without $call ENOSYS -v valid.xml
    check 'B203 is told' says err 'the system has no'
    without $call ENOSYS --sandbox=require valid.xml
    check "B203 no $call, and required" test $? -eq 3
    check 'B203 nothing is checked' lacks out 'valid.xml: valid'
done
done_testing
