#!/bin/sh
# SPDX-License-Identifier: MIT
# Workers: whatever their number, the reports are the same; memory is bounded.
. "$top_srcdir/tests/cli/cli.sh"

mkdir many
number=0
while test $number -lt 200; do
    case $((number % 5)) in
    0) cp bad.xml "many/$number.xml" ;;
    1) cp warn.xml "many/$number.xml" ;;
    2) cp broken.xml "many/$number.xml" ;;
    3) : >"many/$number.xml" ;;
    *) cp valid.xml "many/$number.xml" ;;
    esac
    number=$((number + 1))
done
ln -s nowhere many/absent.xml

# all_formats NAME ARGUMENT...: reports of all formats, called NAME.*
all_formats()
{
    name=$1
    shift
    gives 3 "$@" -f text:"$name.text" -f json:"$name.json" \
        -f ndjson:"$name.ndjson" -f sarif:"$name.sarif" \
        -f junit:"$name.junit" -f github:"$name.github" \
        -f gitlab:"$name.gitlab" many
}
check 'one worker' all_formats one -j1
check '201 inputs' test "$(grep -c '^{"path"' one.ndjson)" -eq 201
for jobs in 2 3 16; do
    check "$jobs workers" all_formats many.$jobs -j $jobs
    for format in text json ndjson sarif junit github gitlab; do
        check "say the same: $format" cmp one.$format many.$jobs.$format
    done
done
check 'as many as there are cores' all_formats cores
check 'say the same' cmp one.json cores.json

for number in '' 0 -1 1.5 2K 99999; do
    check "'$number' workers" usage 'is no number from 1 to 1024' \
        "--jobs=$number" valid.xml
done
check 'one input, many workers' gives 0 -j1024 valid.xml
check 'no input, many workers' gives 2 -j8 --files-from=/dev/null
check 'standard input among them' sh -c "'$cisvalidate' -j4 many/4.xml - \
    many/0.xml <valid.xml >out; test \$? -eq 1"
check 'has its turn' test "$(sed -n 2p out)" = '<stdin>: valid (1 summit)'

# Threads that cannot be made: fewer do, or none.
if (ulimit -u 1 2>/dev/null) && test "$(id -u)" -ne 0; then
    check 'no thread at all' sh -c "ulimit -u 1
        '$cisvalidate' -j4 -f json:few.json many; test \$? -eq 3"
    check 'says the same' cmp one.json few.json
fi

# Spread over processes, as the manual has it: the same lines.
if command -v xargs >/dev/null; then
    find many -name '*.xml' -print0 |
        xargs -0 -n 20 -P 4 sh -c "'$cisvalidate' -j1 \
            -f ndjson:part.\$\$ \"\$@\"" sh 2>err
    sed -n '/^{"path"/p' one.ndjson | sort >inputs
    cat part.* | sed -n '/^{"path"/p' | sort >inputs.parts
    check 'xargs -P gives the same inputs' cmp inputs inputs.parts
    check 'in eleven parts' test "$(cat part.* | grep -c '^{"summary"')" -eq 11
else
    skip 'xargs -P' 'no xargs'
fi

# All outputs are gone: it ends early, and says so.
check 'a closed pipe' sh -c "{ '$cisvalidate' -j4 many many many many 2>err
    echo \$? >status; } | :; test \"\$(cat status)\" -eq 3"

# Ended in the middle of its work.
if command -v timeout >/dev/null; then
    mkfifo slow
    exec 3<>slow
    timeout -k 5 -s TERM 1 "$cisvalidate" -j2 -f json:ended.json \
        -f text:ended.txt many - <slow
    check 'a signal ends it' test $? -eq 124
    exec 3>&-
else
    skip "a signal ends it" 'no timeout(1)'
fi
check 'it leaves no report' test ! -e ended.json -a ! -e ended.txt
check 'and no temporary file' is_empty "$(find . -name '.cisvalidate-*')"

# peak ARGUMENT...: kilobytes of memory at most
peak()
{
    "$time" -f %M -o peak "$cisvalidate" "$@" >out 2>err
    tail -1 peak
}
time=$(command -v time) || time=/usr/bin/time
if test -x "$time" && "$time" -f %M -o peak true; then
    set -- many
    few=$(peak -j2 -f sarif:few.sarif "$@")
    while test $# -lt 50; do
        set -- "$@" many
    done
    more=$(peak -j2 -f sarif:more.sarif "$@")
    check "10,050 inputs ($more KB) take little more than 201 ($few KB)" \
        test "$more" -lt $((few + 2000))
    check 'all are reported' says more.sarif '"executionSuccessful":false'
    check 'fifty times the results' test "$(grep -c '^{"ruleId"' more.sarif)" \
        -eq $((50 * $(grep -c '^{"ruleId"' few.sarif)))
else
    skip 'memory' 'no time(1)'
fi
done_testing
