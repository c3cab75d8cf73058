#!/bin/sh
# SPDX-License-Identifier: MIT
# --write-baseline and --baseline: what was known stays known while lines move,
# and what is new is found.
. "$top_srcdir/tests/cli/cli.sh"

value()
{
    got=$("$jsoncheck" "$schema" out "$1") && test "$got" = "$2" ||
        { echo "$1 is $got"; return 1; }
}

check 'written beside the report' gives 1 --write-baseline=known.json \
    bad.xml valid.xml broken.xml warn.xml
check 'which is as ever' says out '[D001 '
cp out first
check 'it has the code' says known.json '"code":"D001"'
check 'and the warning' test "$(grep -c '"fingerprint"' known.json)" -ge 2
check 'but not what XML says' lacks known.json '"code":"X'
check 'nor the schema' lacks known.json '"code":"S'

check 'a known error' gives 0 --baseline=known.json bad.xml
check 'makes nothing invalid' says out 'bad.xml: valid (1 summit)'
check 'and is not shown' lacks out D001
check 'a known warning' gives 0 --fail-on=warning --baseline=known.json warn.xml
check 'a broken file stays broken' gives 1 --baseline=known.json broken.xml
check 'a file that is not there is not checked' gives 3 \
    --baseline=known.json absent.xml
check '-v' gives 0 --sandbox=off -v --baseline=known.json bad.xml warn.xml
check 'counts them' says out 'bad.xml: suppressed: '
check 'all are met' silent err
check '-v of less' gives 0 -v --baseline=known.json bad.xml
check 'says what is not met' says err ' by warn.xml: '
check 'not without -v' gives 0 --baseline=known.json bad.xml
check 'a word' silent err

cp bad.xml kept.xml
{ sed 1q kept.xml; printf '<!-- -->\n\n\n'; sed 1d kept.xml; } >bad.xml
check 'lines move' gives 0 --baseline=known.json bad.xml
cp kept.xml other.xml
check 'another file has it too' gives 1 --baseline=known.json bad.xml other.xml
check 'that is new' says out 'other.xml: invalid'
check 'alone' says out 'bad.xml: valid'
sed 's/total="99"/total="98"/' warn.xml >warn.new && mv warn.new warn.xml
check 'something else is new' gives 1 --fail-on=warning \
    --baseline=known.json warn.xml
cp kept.xml bad.xml

check 'JSON' gives 0 -f json --baseline=known.json bad.xml
check 'as its schema says' "$jsoncheck" "$schema" out
check 'has it apart' value /inputs/0/suppressed/0/code D001
check 'with the reason' value /inputs/0/suppressed/0/reason baseline
check 'not among the findings' value /inputs/0/findings '[]'
check 'nor in the sum' value /summary/errors 0
check 'the verdict is one' value /inputs/0/verdict valid
message=$(sed -n 's/.*: error: \(.*\) \[D001 .*/\1/p' first)
check 'its message' test -n "$message"
for format in sarif junit github gitlab text; do
    check "$format" gives 0 -f $format --baseline=known.json bad.xml
    check 'without it' lacks out "$message"
done

cp valid.xml again.xml
check 'across records' gives 1 --corpus --write-baseline=c.json valid.xml \
    again.xml
check 'it is written too' says c.json '"code":"C001"'
check 'and suppressed' gives 0 --corpus --baseline=c.json -f json valid.xml \
    again.xml
check 'apart' value /corpus/suppressed/0/code C001
check 'as the schema says' "$jsoncheck" "$schema" out

check 'both, to the same file' gives 0 --baseline=known.json \
    --write-baseline=known.json bad.xml
check 'keeps what is met' says known.json '"code":"D001"'
check 'and drops the rest' test "$(grep -c '"file":"warn.xml"' known.json)" -eq 0
check 'with workers' gives 1 -j4 --write-baseline=all.json bad.xml kept.xml \
    bad.xml
"$cisvalidate" -j1 --write-baseline=one.json bad.xml kept.xml bad.xml >out
check 'in the same order' cmp all.json one.json
check 'an empty one' gives 0 --write-baseline=none.json valid.xml
check 'serves' gives 1 --baseline=none.json bad.xml

check 'no such file' usage 'cannot use the baseline' --baseline=absent.json \
    valid.xml
echo '{"baseline":1,"findings":[' >half.json
check 'half a file' usage 'cannot use the baseline' --baseline=half.json \
    valid.xml
for text in '{}' '[]' '{"baseline":1}' '{"baseline":2,"findings":[]}' \
    '{"baseline":1,"findings":{}}' '{"baseline":1,"findings":[1]}' \
    '{"baseline":1,"findings":[{"fingerprint":"1"}]}'; do
    printf '%s' "$text" >wrong.json
    check "no baseline: $text" usage 'is no baseline' --baseline=wrong.json \
        valid.xml
done
printf '{"baseline":1,"findings":[{"fingerprint":"%s","file":"a"}]}' \
    0123456789abcdef >mute.json
check 'an entry without words' gives 0 -v --baseline=mute.json valid.xml
check 'is counted where it is not met' says err \
    'met no more by 1 past --max-findings'
check 'no place to write to' gives 3 --write-baseline=absent/known.json \
    valid.xml
check 'a full disk' gives 3 --write-baseline=/dev/full bad.xml
check 'where a report goes' usage 'two reports go to' -f json:known.json \
    --write-baseline=known.json valid.xml
done_testing
