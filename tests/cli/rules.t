#!/bin/sh
# SPDX-License-Identifier: MIT
# Rules weighed otherwise: --rule and --fail-on, and the verdict they lead to.
. "$top_srcdir/tests/cli/cli.sh"

check 'an error' gives 1 bad.xml
check 'as a warning' gives 0 --rule=D001=warning bad.xml
check 'is shown as one' says out ': warning: '
check 'is valid' says out 'bad.xml: valid (1 summit, 1 warning)'
check 'as a note' gives 0 --rule=summit-ends-before-it-starts=note bad.xml
check 'is shown as one' says out 'bad.xml: valid (1 summit, 1 note)'
check 'off' gives 0 --rule=d001=off bad.xml
check 'is not shown' lacks out D001
check 'and did not run' gives 0 --rule=D001=off -f json bad.xml
check 'which the report says' lacks out '"D001"'
check 'the last one counts' gives 1 --rule=D001=off --rule=D001=error bad.xml
check 'several' gives 0 --rule=D001=warning --rule=D002=off bad.xml
code=$("$cisvalidate" warn.xml | sed -n 's/.*: warning: .*\[\([A-Z0-9]*\) .*/\1/p')
check 'a warning' gives 0 warn.xml
check 'as an error' gives 1 --rule="$code=error" warn.xml
check 'is invalid' says out 'warn.xml: invalid (1 error)'
check '--fail-on=warning' gives 1 --fail-on=warning warn.xml
check 'makes it invalid' says out 'warn.xml: invalid (1 warning)'
check 'unless it is a note' gives 0 --fail-on=warning --rule="$code=note" warn.xml
check '--fail-on=note' gives 1 --fail-on=note --rule="$code=note" warn.xml
check 'unless it is off' gives 0 --fail-on=note --rule="$code=off" warn.xml
check 'the levels of SARIF' gives 0 --rule=D001=note -f sarif bad.xml
check 'are those' says out '"level":"note"'
check 'a rule that others wait for' gives 0 --rule=D001=off \
    --fail-on=note bad.xml

sed '/<people>/,$d' valid.xml >twice.xml
for id in one other; do
    printf '%s<person id="%s" role="head-of-state" state="KZ">' \
        "$(test $id = other || echo '<people>')" $id
    printf '<name xml:lang="en">Kassym-Jomart Tokayev</name></person>'
done >>twice.xml
echo '</people></summit>' >>twice.xml
check 'a person twice' gives 1 twice.xml
check 'is one finding' says out '[R011 '
check 'where that is off' gives 1 --rule=R011=off twice.xml
check 'is not another one' lacks out '[R010 '

for code in W001 S001 X001; do
    check "$code cannot be changed" usage "$code stays an error" \
        --rule=$code=off valid.xml
done
check 'an unknown code' usage "unknown code 'Q999'" --rule=Q999=off valid.xml
check 'an unknown level' usage 'did you mean warning?' \
    --rule=D001=warnings valid.xml
check 'no level' usage 'D001=off' --rule=D001 valid.xml
done_testing
