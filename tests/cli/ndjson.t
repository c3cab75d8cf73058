#!/bin/sh
# SPDX-License-Identifier: MIT
# The line report: each line is as schema/report.schema.json says, and reports
# can be joined.
. "$top_srcdir/tests/cli/cli.sh"

printf '\377\376\375' >bytes.xml

lines_hold()
{
    while IFS= read -r line; do
        printf '%s\n' "$line" | "$jsoncheck" "$schema#line" - >held 2>&1 ||
            { cat held; return 1; }
    done <"$1"
}

# line N POINTER TEXT: of the last report.
line()
{
    got=$(sed -n "$1p" out | "$jsoncheck" "$schema#line" - "$2" 2>held) &&
        test "$got" = "$3" || { echo "line $1 has $got"; cat held; return 1; }
}

check 'four inputs' gives 3 -f ndjson valid.xml bad.xml absent.xml bytes.xml
check 'are as many lines, and two' test "$(grep -c '' out)" -eq 6
check 'each as the schema says' lines_hold out
check 'in their order: 1' line 1 /path valid.xml
check 'in their order: 2' line 2 /findings/0/code D001
check 'in their order: 3' line 3 /verdict unchecked
check 'then the corpus' line 5 /corpus/findings '[]'
check 'then the summary' line 6 /summary/inputs 4
cp out all

# The elements of the other report, line by line.
gives 3 -f json valid.xml bad.xml absent.xml bytes.xml >/dev/null
sed -e '/^{"path"/!d' -e 's/,$//' out >elements
sed -n '/^{"path"/p' all >inputs
check 'the inputs are those of the JSON report' cmp elements inputs

check 'one half' gives 0 -f ndjson valid.xml
cp out joined
check 'and the other' gives 3 -f ndjson bad.xml absent.xml bytes.xml
cat out >>joined
check 'joined they are lines of the same kind' lines_hold joined
sed -n '/^{"path"/p' joined >inputs.joined
check 'with the same inputs' cmp inputs inputs.joined
sum()
{
    sed -n "s/^{\"summary\":.*\"$1\":\([0-9]*\).*/\1/p" "$2" |
        $AWK '{ n += $1 } END { print n }'
}
for what in inputs valid invalid unchecked errors warnings notes; do
    check "and the same sum: $what" test "$(sum $what joined)" -eq \
        "$(sum $what all)"
done
printf '{"path": 1}' >wrong
check 'the check can fail' test "$("$jsoncheck" "$schema#line" wrong 2>err
    echo $?)" -eq 1
done_testing
