#!/bin/sh
# SPDX-License-Identifier: MIT
# The JSON report is the one of schema/report.schema.json.
. "$top_srcdir/tests/cli/cli.sh"

printf '\377\376\375' >bytes.xml
: >empty.xml

# reported STATUS FILE...: the report is as the schema says.
reported()
{
    status=$1
    shift
    gives "$status" -f json "$@" && silent err &&
        "$jsoncheck" "$schema" out
}

# value POINTER TEXT: of the last report.
value()
{
    got=$("$jsoncheck" "$schema" out "$1") && test "$got" = "$2" ||
        { echo "$1 is $got"; return 1; }
}

check 'a valid file' reported 0 valid.xml
check 'its verdict' value /inputs/0/verdict valid
check 'its summits' value /inputs/0/summits 1
check 'its findings' value /inputs/0/findings '[]'
check 'a rule that ran' says out '"ran":["'
check 'what no rule looked at' says out '"unseen":["summit['
check 'the tool' value /tool/name cisvalidate

check 'a file against a rule' reported 1 bad.xml
check 'its verdict' value /inputs/0/verdict invalid
check 'its code' value /inputs/0/findings/0/code D001
check 'its line' value /inputs/0/findings/0/line 5
check 'its fact' value /inputs/0/findings/0/facts/0/line 5

{
    echo '<summits xmlns="urn:cisvalidate:summit:1">'
    copy=0
    while test $copy -lt 520; do
        sed -e '/^<?xml/d' -e "s/ id=\"chs-/ id=\"n$copy-/" bad.xml
        copy=$((copy + 1))
    done
    echo '</summits>'
} >archive.xml
check 'an archive of many' gives 1 -v archive.xml
check 'tells a thousand rules that were skipped' test \
    "$(grep -c ': skipped: ' out)" -eq 1000
check 'and a thousand parts that no rule looked at' test \
    "$(grep -c ': no rule looked at ' out)" -eq 1000
check 'as it does in JSON' reported 1 archive.xml
{
    sed '$d' archive.xml
    echo '</b>'
} >open.xml
check 'its beginning is forgotten at its end' gives 1 open.xml
check 'but not its name' says out 'does not match <summits> ['

check 'a broken file' reported 1 broken.xml
check 'an empty file' reported 1 empty.xml
check 'bytes that are no text' reported 1 bytes.xml
check 'a file that is not there' reported 3 absent.xml
check 'its verdict' value /inputs/0/verdict unchecked
check 'its code' value /inputs/0/findings/0/code W006

check 'all together' reported 3 valid.xml bad.xml warn.xml absent.xml empty.xml
check 'in their order' value /inputs/3/path absent.xml
check 'inputs' value /summary/inputs 5
check 'valid' value /summary/valid 2
check 'invalid' value /summary/invalid 2
check 'unchecked' value /summary/unchecked 1
check 'warnings' value /summary/warnings 1
check 'the same again' reported 3 valid.xml bad.xml warn.xml absent.xml empty.xml
cp out first
reported 3 valid.xml bad.xml warn.xml absent.xml empty.xml
check 'gives the same bytes' cmp out first

check '-q and -v change nothing' gives 3 -qv -f json valid.xml bad.xml \
    warn.xml absent.xml empty.xml
check 'in it' cmp out first

# The check itself can fail.
echo '{"tool": {}}' >wrong.json
check 'the schema refuses what is wrong' test \
    "$("$jsoncheck" "$schema" wrong.json 2>err; echo $?)" -eq 1
check 'and says all of it' says err '/tool: lacks rules'
done_testing
