#!/bin/sh
# SPDX-License-Identifier: MIT
# --sandbox: when it is entered, and what works all the same. What it forbids is
# tried in tests/cli/sandbox.c.
. "$top_srcdir/tests/cli/cli.sh"

check 'off' gives 0 --sandbox=off valid.xml
check 'auto' gives 0 --sandbox=auto -v valid.xml
check 'a mode that is none' usage "'on' is not auto, require or off" \
    --sandbox=on valid.xml
gives 0 --sandbox=require valid.xml >/dev/null
if test "$got" -eq 3; then
    check 'required, and not there' says err '--sandbox=require: '
    check 'checks nothing' lacks out 'valid.xml: valid'
    skip_rest='there is no sandbox here'
    skip 'all else' "$skip_rest"
    done_testing
fi

mkdir folder reports
cp valid.xml folder/a.xml
ln -s ../valid.xml folder/link.xml
req=--sandbox=require
check 'a file' gives 0 $req valid.xml
check 'many at a time' gives 1 $req -j4 valid.xml bad.xml valid.xml warn.xml
check 'a folder, and where its links lead' gives 0 $req folder
check 'has both' says out 'folder/link.xml: valid'
check 'a file that is not there' gives 3 $req absent.xml
check 'is told as such' says out 'there is no such file'
check 'a list' sh -c "echo valid.xml | '$cisvalidate' $req --files-from=-"
echo '<profile xmlns="urn:cisvalidate:profile:1">
<include href="reports/base.xml"/></profile>' >profile.xml
echo '<profile xmlns="urn:cisvalidate:profile:1"/>' >reports/base.xml
check 'a profile and what it includes' gives 0 $req --profile=profile.xml \
    valid.xml
check 'standard input' sh -c "'$cisvalidate' $req - <valid.xml"
check 'a descriptor' sh -c "'$cisvalidate' $req /dev/fd/5 5<valid.xml"
check 'a report beside' gives 0 $req -f json:report.json valid.xml
check 'a report in a folder' gives 0 $req -f json:reports/r.json \
    -f "text:$scratch/reports/t.txt" valid.xml
check 'a report again' gives 0 $req -f json:reports/r.json valid.xml
ln -s reports/r.json link.json
check 'a report through a link' gives 0 $req -f json:link.json valid.xml
check 'all are there' test -s report.json -a -s reports/r.json -a \
    -s reports/t.txt
check 'nothing is left beside' is_empty "$(find . -name '.cisvalidate*')"

if command -v strace >/dev/null 2>&1 && strace -o trace true 2>/dev/null; then
    strace -f -o trace -e trace=openat,prctl "$cisvalidate" valid.xml >out
    check 'entered before the input is opened' test \
        "$(grep -n 'PR_SET_SECCOMP' trace | head -n 1 | cut -d: -f1)" -lt \
        "$(grep -n '"valid.xml", O_RDONLY|O_NOCTTY' trace | head -n 1 |
            cut -d: -f1)"
else
    skip 'entered before the input is opened' 'strace may not trace'
fi
done_testing
