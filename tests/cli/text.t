#!/bin/sh
# SPDX-License-Identifier: MIT
# The text report: GNU lines, the source, notes, hints, verdicts.
. "$top_srcdir/tests/cli/cli.sh"

matches()
{
    grep -q "$2" "$1" || { cat "$1"; return 1; }
}

check 'a valid file' gives 0 valid.xml
echo 'valid.xml: valid (1 summit)' >wanted
check 'is one line' cmp out wanted
check '-q on a valid file' gives 0 -q valid.xml
check 'is silent' silent out
check '-q on an invalid file' gives 1 -q broken.xml
check 'has the finding' says out ' error: '
check 'and no verdict' lacks out 'invalid ('
check '-q on what is not there' gives 3 -q absent.xml
check 'says so' matches out '^absent\.xml: unchecked: .*\[W006 unreadable-input\]$'

check 'a file against a rule' gives 1 bad.xml
check 'begins in GNU style' matches out \
    '^bad\.xml:5:[1-9][0-9]*: error: .* \[D001 summit-ends-before-it-starts\]$'
check 'has the source' matches out '^ *5 |   *<dates start="2024-10-09"'
check 'has a caret under it' matches out '^  *|  *^~*$'
check 'has the other date as a note' matches out '^bad\.xml:5:[0-9]*: note: '
check 'ends with the verdict' matches out '^bad\.xml: invalid ([0-9]* error'
check 'says all on stdout' silent err

# The caret line begins where the range does.
at=$(sed -n 's/^bad\.xml:5:\([0-9]*\): error: .*D001.*$/\1/p' out)
caret=$($AWK '/\[D001/ { getline; getline; print index($0, "^"); exit }' out)
check 'the caret is right' test "$caret" -eq $((at + 8))

check 'several files' gives 1 valid.xml broken.xml warn.xml
check 'end with a sum' matches out '^3 inputs: 2 valid, 1 invalid; 1 error, 1 warning$'
check 'several files with -q' gives 1 -q valid.xml broken.xml
check 'do not' lacks out 'inputs:'
check 'a valid file with a warning' gives 0 warn.xml
check 'counts it' matches out '^warn\.xml: valid (1 summit, 1 warning)$'

check '-v' gives 0 -v valid.xml
check 'each skipped rule has a reason' is_empty "$(sed -n '/: skipped: /{
    /^valid\.xml: skipped: [A-Z][0-9]* [a-z0-9-]* of [^:]*: ./!p
    }' out)"
check 'without -v' gives 0 valid.xml
check 'none is listed' lacks out ': skipped: '

sed 's/<venue>/<venue wrong="1">/; s/<people>/<people wrong="1">/' valid.xml \
    >many.xml
check 'findings at most' gives 1 --max-findings=1 many.xml
check 'are shown' test "$(grep -c ': error: ' out)" -eq 1
check 'and the others counted' matches out \
    '^many\.xml: note: [1-9][0-9]* more not shown (--max-findings)$'

printf '<summit>\033[2J\342\200\256</summit>\n' >control.xml
check 'control characters in the source' gives 1 control.xml
check 'are not passed on' is_empty \
    "$(LC_ALL=C tr -d '\12\40-\176\200-\377' <out)"
check 'nor what reorders text' lacks out "$(printf '\342\200\256')"
echo '<summit xmlns="urn:cisvalidate:summit:1"><dates start="x"/></summit>' \
    >nameless.xml
check 'a record without an id' gives 1 -v nameless.xml
check 'has rules that were skipped' says out ': skipped: '
check 'of no summit' lacks out ' of : '

# Text where there is none, of which the end is not looked for
{
    sed '/<dates/,$d' valid.xml
    printf '<dates start="2024-10-08" end="2024-10-08" session="2024-10-08">'
    printf '<![CDATA['
    $AWK 'BEGIN { for (n = 0; n < 600; n++) printf "0123456789" }'
    printf ']]></dates>'
    sed '1,/<dates/d' valid.xml
} >cdata.xml
check 'text of a section that is long' gives 1 cdata.xml
check 'is at its beginning' says out "text is not allowed in 'dates', only"

# Of very many that are mistyped, the first ones are guessed: time has an end.
sed -e '/<presidency/,/<\/presidency>/d' -e '/<people>/,$d' valid.xml \
    >guesses.xml
$AWK 'BEGIN {
    print "<people>"
    for (n = 0; n < 40000; n++)
        printf "<person id=\"guest-%d\" role=\"guest\" " \
            "office=\"cis-secretari\"><name xml:lang=\"en\">N N</name>" \
            "</person>", n
    print "</people><delegations><delegation state=\"KZ\"" \
        " presence=\"attended\">"
    for (n = 0; n < 40; n++)
        printf "<member ref=\"guesd-%d\"/>", n
    print "</delegation></delegations></summit>" }' >>guesses.xml
check 'very many mistakes' gives 1 --max-findings=1M guesses.xml

# some WORDS COUNT: hints of these words, and fewer than mistakes.
some()
{
    hints=$(grep -c "hint: did you mean '$1" out)
    test "$hints" -gt 0 && test "$hints" -lt "$2" || { echo "$hints"; return 1; }
}
check 'in references are told' test "$(grep -c '\[X002 ' out)" -eq 40
check 'and some are guessed' some guest- 40
check 'in offices are told' test "$(grep -c '\[R013 ' out)" -eq 40000
check 'and some are guessed, too' some cis-secretary 40000
done_testing
