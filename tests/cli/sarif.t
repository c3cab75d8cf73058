#!/bin/sh
# SPDX-License-Identifier: MIT
# The SARIF report has the structure that the standard gives it, and all that
# GitHub code scanning asks for.
. "$top_srcdir/tests/cli/cli.sh"
case $top_srcdir in
/*) sarif=$top_srcdir/tests/cli/sarif.schema.json ;;
*) sarif=$here/$top_srcdir/tests/cli/sarif.schema.json ;;
esac

reported()
{
    wanted_status=$1
    shift
    gives "$wanted_status" -f sarif "$@" && silent err &&
        "$jsoncheck" "$sarif" out
}

value()
{
    got=$("$jsoncheck" "$sarif" out "/runs/0$1") && test "$got" = "$2" ||
        { echo "$1 is $got"; return 1; }
}

fingerprints()
{
    sed -n 's/.*"primaryLocationLineHash":"\([0-9a-f]*\)".*/\1/p' out
}

check 'a valid file' reported 0 valid.xml
check 'has no results' value /results '[]'
check 'was wholly checked' value /invocations '[{"executionSuccessful":true}]'
check 'each code is a rule' test "$(grep -o '"id":"[A-Z][0-9]*"' out |
    sort -u | grep -c '')" -eq "$("$cisvalidate" --list-rules | grep -c '')"
check 'an invalid file' reported 1 bad.xml
check 'its rule' value /results/0/ruleId D001
check 'its rule again' value "/tool/driver/rules/$("$jsoncheck" "$sarif" out \
    /runs/0/results/0/ruleIndex)/id" D001
check 'its level' value /results/0/level error
check 'its file' value \
    /results/0/locations/0/physicalLocation/artifactLocation/uri bad.xml
check 'its line' value \
    /results/0/locations/0/physicalLocation/region/startLine 5
check 'the line itself' value \
    /results/0/locations/0/physicalLocation/contextRegion/snippet/text \
    "$(sed -n 5p bad.xml)"
check 'its fact' value \
    /results/0/relatedLocations/0/physicalLocation/region/startLine 5
check 'a broken file' reported 1 broken.xml
check 'what was not read' reported 3 absent.xml bad.xml
check 'is a result' value /results/0/ruleId W006
check 'and was not checked' value /invocations \
    '[{"executionSuccessful":false}]'

# A region of several lines
printf '<summits xmlns="urn:cisvalidate:summit:1">\n<summit\n a="1"\n' >long.xml
printf ' b="2"\n>\ntext\ntext\n</summit></summits>\n' >>long.xml
check 'regions of several lines' reported 1 long.xml
check 'are cut to one' is_empty "$(sed -n '/^{"ruleId"/{
    s/"region":{"startLine":\([0-9]*\),"startColumn":[0-9]*\(,"endLine":\1[,}]\|}\)/x/g
    /"region":{/p
    }' out)"

# Fingerprints stay while lines move, and differ from each other.
sed 's/<venue>/<venue wrong="1" other="1">/; s/<people>/<people wrong="1">/' \
    bad.xml >many.xml
check 'many findings' reported 1 many.xml
fingerprints >before
check 'each has its fingerprint' test "$(sort -u before | grep -c '')" -eq \
    "$(grep -c '^{"ruleId"' out)"
sed 's/<dates/\n\n<!-- moved -->\n<dates/' many.xml >moved && mv moved many.xml
check 'the same, moved' reported 1 ./many.xml
fingerprints >after
check 'they stay' cmp before after
sed 's/wrong="1"/wrong="1" worse="1"/' many.xml >worse && mv worse many.xml
check 'one more finding' reported 1 many.xml
fingerprints >after
check 'the others stay' is_empty "$(sort before after after | uniq -u)"

check 'hostile files' hostile reported 1
check 'in a file' gives 1 -f sarif:report.sarif -f text bad.xml
check 'is whole' "$jsoncheck" "$sarif" report.sarif
done_testing
