#!/bin/sh
# SPDX-License-Identifier: MIT
# --corpus: what the records of all inputs say of each other, in every report.
. "$top_srcdir/tests/cli/cli.sh"

records=${record%/*}
cp "$records"/chs-20*.xml "$records/archive.xml" . && chmod u+w ./*.xml || exit 99
mkdir one && cp archive.xml chs-2024-10-08-announced.xml one/
mkdir two && cp chs-20*.xml two/
# The same session a second time, under another file name
cp valid.xml again.xml

check 'the archive by itself' gives 0 --corpus archive.xml
check 'keeps promises late' says out '[C004 promise-not-kept]'
check 'is counted' says out 'corpus: 27 summits (2 warnings)'
check 'no option, no word of it' gives 0 archive.xml
check 'and no finding' lacks out C004

check 'a record and its announcement' gives 0 --corpus two
check 'differ in a note' says out \
    "note: the last day was announced as '2024-10-09', and then was \
'2024-10-08' [C009 announced-and-held-differ]"
check 'whose facts are of both files' says out \
    "two/chs-2024-10-08-announced.xml:5:34: note: announced: '2024-10-09'"
check 'after all inputs' test \
    "$(grep -n '^two/chs-2025-10-10.xml: valid' out | cut -d: -f1)" -lt \
    "$(grep -n 'C009' out | cut -d: -f1)"
check 'and are counted' says out 'corpus: 5 summits ('
check '-q leaves findings' gives 0 -q --corpus two
check 'only' lacks out 'corpus:'

check 'twice the same session' gives 1 --corpus valid.xml again.xml
check 'is an error' says out '[C001 same-summit-twice]'
check 'and no input is invalid for it' says out 'valid.xml: valid (1 summit)'
check 'nor the other' says out '2 inputs: 2 valid; 1 error'
check 'a warning at the fail level' gives 1 --corpus --fail-on=warning \
    --rule=T005=off archive.xml
check 'is no verdict either' says out 'archive.xml: valid (27 summits)'
check 'a rule as a warning' gives 0 --corpus --rule=C001=warning valid.xml \
    again.xml
check 'a rule that is off' gives 0 --corpus --rule=C001=off valid.xml again.xml
check 'finds nothing' lacks out C001
check 'one finding shown' gives 1 --corpus --max-findings=1 -j1 one two
check 'of many' says out 'corpus: note: '
check 'an unreadable input stays one' gives 3 --corpus valid.xml again.xml \
    absent.xml
check 'beside what is found' says out '[C001'
check 'standard input has a name' sh -c \
    '"$1" --corpus again.xml - <valid.xml >out; test $? -eq 1 &&
    grep -F -q "<stdin>" out' sh "$cisvalidate"

# Whatever the order and the number of workers
"$cisvalidate" -q -j1 --rule=T005=off --corpus one two >by.one
for jobs in 2 3 8; do
    "$cisvalidate" -q -j$jobs --rule=T005=off --corpus one two >by.more
    check "the same with -j$jobs" cmp by.one by.more
done
"$cisvalidate" -q -j1 --progress=always --rule=T005=off --corpus two one \
    >by.more 2>err
check 'the same in another order' cmp by.one by.more
check 'which is something' test -s by.one

# value POINTER TEXT: of the last report.
value()
{
    got=$("$jsoncheck" "$schema" out "$1") && test "$got" = "$2" ||
        { echo "$1 is $got"; return 1; }
}
check 'JSON' gives 1 -f json --corpus valid.xml again.xml
check 'is as its schema says' "$jsoncheck" "$schema" out
check 'with the code' value /corpus/findings/0/code C001
check 'the input' value /corpus/findings/0/file valid.xml
check 'the other input' value /corpus/findings/0/facts/0/file again.xml
check 'and the sum' value /summary/errors 1
check 'no input has it' value /inputs/0/findings '[]'
check 'findings of inputs have no file' sh -c \
    '! "$1" -f json bad.xml | grep -F "\"file\":"' sh "$cisvalidate"
check 'NDJSON' gives 1 -f ndjson --corpus valid.xml again.xml
check 'has a line of it' test "$(sed -n 3p out | cut -c1-44)" = \
    '{"corpus":{"findings":[{"code":"C001","name"'
check 'as the schema says' sh -c 'sed -n 3p out | "$1" "$2#line" -' sh \
    "$jsoncheck" "$schema"

check 'SARIF' gives 1 -f sarif --corpus bad.xml valid.xml again.xml
check 'has the result' says out '"ruleId":"C001"'
check 'related to the other file' says out '"uri":"again.xml"'
check 'is well-formed' "$jsoncheck" \
    "${schema%/schema/*}/tests/cli/sarif.schema.json" out
check 'GitLab' gives 1 -f gitlab --corpus bad.xml valid.xml again.xml
check 'has the issue' says out '"check_name":"C001 same-summit-twice"'
check 'GitHub' gives 1 -f github --corpus valid.xml again.xml
check 'has the command' says out '::error file=valid.xml,'
check 'which names the other file' says out '%0Anote: again.xml, line '
check 'JUnit' gives 1 -f junit --corpus valid.xml again.xml
check 'has a suite' says out \
    '<testsuite name="corpus" tests="1" failures="1" errors="0" skipped="0">'
check 'JUnit of a consistent corpus' gives 0 -f junit --corpus valid.xml
check 'has a case that passes' says out 'name="consistent"'
check 'JUnit without' gives 0 -f junit valid.xml
check 'has no such suite' lacks out '"corpus"'

check 'not without rules' usage '--corpus and --no-rules' --corpus --no-rules \
    valid.xml
done_testing
