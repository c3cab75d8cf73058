#!/bin/sh
# SPDX-License-Identifier: MIT
# <?cisvalidate suppress="CODE …" reason="…"?>: what a record suppresses counts
# for nothing, and is told with the reason; what it need not is a finding.
. "$top_srcdir/tests/cli/cli.sh"
case $top_srcdir in
/*) manual=$top_srcdir/cli/cisvalidate.1 ;;
*) manual=$here/$top_srcdir/cli/cisvalidate.1 ;;
esac

value()
{
    got=$("$jsoncheck" "$schema" out "$1") && test "$got" = "$2" ||
        { echo "$1 is $got"; return 1; }
}

# with CODES REASON <IN: that instruction, directly in each summit
with()
{
    sed "s|^\\( *\\)<dates |\\1<?cisvalidate suppress=\"$1\" reason=\"$2\"?>&|"
}

with D001 'As printed: 10 to 8.' <bad.xml >known.xml
check 'without it' gives 1 bad.xml
check 'an error' says out '[D001 '
check 'with it' gives 0 known.xml
check 'all is well' says out 'known.xml: valid (1 summit)'
check 'and not said' lacks out D001
check '-v' gives 0 -v known.xml
check 'says it with its reason' says out ': As printed: 10 to 8.'
check 'on one line' test "$(grep -c '\[D001' out)" -eq 1
check 'which is of no severity' says out ': suppressed: '
check 'at its place' says out \
    "known.xml:$(sed -n '/<dates/=' known.xml | head -1):"
check 'as notes are wanted' gives 0 --fail-on=note --rule=U001=off known.xml
check 'a name for the code' sh -c 'sed "s/suppress=\"D001/suppress=\"\
summit-ends-before-it-starts/" known.xml >name.xml
    "$1" name.xml >out' sh "$cisvalidate"

check 'JSON' gives 0 -f json known.xml
check 'as its schema says' "$jsoncheck" "$schema" out
check 'has it apart' value /inputs/0/suppressed/0/code D001
check 'with the reason' value /inputs/0/suppressed/0/reason \
    'As printed: 10 to 8.'
check 'with its facts' says out '"facts":[{"message":"'
check 'not among the findings' value /inputs/0/findings '[]'
check 'nor in the sum' value /summary/errors 0
check 'the verdict is one' value /inputs/0/verdict valid
check 'a line of JSON' gives 0 -f ndjson known.xml
check 'has it, too' says out '"reason":"As printed: 10 to 8."'
check 'SARIF' gives 0 -f sarif known.xml
check 'has it as suppressed in the source' says out \
    '"suppressions":[{"kind":"inSource","justification":"As printed: 10 to 8."}]'
check 'like any result' says out '"ruleId":"D001"'
for format in junit github gitlab; do
    check "$format" gives 0 -f $format known.xml
    check 'has no word of it' lacks out 'before it starts'
done

# Where it holds
sed 's|^\( *\)<documents>|&<?cisvalidate suppress="D001" reason="r"?>|' \
    bad.xml >elsewhere.xml
check 'in another element' gives 1 elsewhere.xml
check 'it holds for nothing' says out '[D001 '
check 'which is told' says out '[U001 unused-suppression]'
check 'at the code' says out \
    "$(grep -n '<?cis' elsewhere.xml | cut -d: -f1):"
{
    echo '<summits xmlns="urn:cisvalidate:summit:1">'
    sed -e '/^<?xml/d' known.xml
    sed -e '/^<?xml/d' -e 's/id="chs-2024/id="again-2024/' bad.xml
    echo '</summits>'
} >two.xml
check 'in one record of two' gives 1 two.xml
check 'the other has its error' says out 'two.xml: invalid (1 error)'
check 'and it alone' test "$(grep -c D001 out)" -eq 1
check 'as does -j2' gives 1 -j2 two.xml known.xml

# What cannot be
sed 's/reason="[^"]*"//' known.xml >silent.xml
check 'without a reason' gives 1 silent.xml
check 'it is a mistake' says out '[U002 bad-suppression]'
check 'and suppresses nothing' says out '[D001 '
with 'D001 D01' r <bad.xml >unknown.xml
check 'an unknown code' gives 1 unknown.xml
check 'is a mistake' says out "there is no code 'D01'"
check 'beside those that are known' lacks out '[D001 '
with 'summit-ends-before-it-start' r <bad.xml >near.xml
check 'nearly a name' gives 1 near.xml
check 'is known' says out "hint: did you mean 'D001'?"
with X002 r <broken.xml >x.xml
check 'what the schema says' gives 1 x.xml
with S001 r <valid.xml >s.xml
check 'stays' gives 1 s.xml
check 'as it is' says out 'findings of S001 (unexpected-element) cannot be'
check 'these are errors, too' gives 1 --rule=U002=warning --fail-on=warning \
    s.xml
check 'unless they are not' gives 0 --rule=U002=warning s.xml

# What is not needed
with 'D001 P001' r <bad.xml >more.xml
check 'one too many' gives 0 more.xml
check 'is a warning' says out 'warning: no finding of P001'
check 'for the verdict' gives 1 --fail-on=warning more.xml
check 'a rule that is off' gives 0 --fail-on=note --rule=P001=off more.xml
check 'no rules at all' gives 0 --fail-on=note --no-rules more.xml
check 'no mistakes' gives 0 --no-rules silent.xml
sed '/<presidency/,/<\/presidency>/d' more.xml >skipped.xml
check 'a rule that was skipped' gives 0 -v skipped.xml
check 'for a reason' says out 'skipped: P001'
check 'had no chance' lacks out U001

# A baseline has them as any other, but none that is suppressed
check 'a baseline' gives 0 --write-baseline=known.json more.xml
check 'has what is found' says known.json '"code":"U001"'
check 'not what is suppressed' lacks known.json '"code":"D001"'
check 'and suppresses' gives 0 --fail-on=warning --baseline=known.json more.xml

# More than are shown
with D001 r <bad.xml | sed 's/<presidency state="[A-Z]*"/<?cisvalidate \
suppress="P001" reason="r"?><presidency state="KZ"/' >two.xml
check 'two' gives 0 -v two.xml
check 'are both told' test "$(grep -c ': suppressed: ' out)" -eq 2
check 'of which one is shown' gives 0 -v --max-findings=1 \
    --write-baseline=hidden.json two.xml
check 'is one' test "$(grep -c ': suppressed: ' out)" -eq 1
check 'and a baseline has neither' lacks hidden.json '"code"'

# Marks and mistakes of an instruction
# instead INSTRUCTION: one that stands where `with` puts its own
instead()
{
    printf '%b' "$1" >instruction
    sed 's|^\( *\)<dates |\1@&|' bad.xml | sed -e '/@/{h
s/@.*//
p
r instruction
g
s/.*@//
}' >marked.xml
}

instead '<?cisvalidate\tsuppress="D001"\r\n\treason="r"?>'
check 'white space of any kind' gives 0 marked.xml
instead '<?cisvalidate suppress="D001\tP001\r\nP002" reason="r"?>'
check 'and between codes' gives 0 marked.xml
check 'of which two are not needed' test "$(grep -c '\[U001 ' out)" -eq 2
instead '<?cisvalidate suppress="D001" because="r" reason="s"?>'
check 'a part that is none' gives 1 marked.xml
check 'is named' says out "a suppression has no 'because'"
check 'near to none' lacks out 'did you mean'
instead '<?cisvalidate suppress="D001" reasn="r"?>'
check 'a part that is nearly one' gives 1 marked.xml
check 'is known' says out "hint: did you mean 'reason'?"
instead '<?cisvalidate suppress="D001"?><?cisvalidate reason="r"?>'
check 'two mistakes' gives 1 marked.xml
check 'are told both' test "$(grep -c '\[U002 ' out)" -eq 2
sed 's/<documents>/&<?cisvalidate?>/' marked.xml >places.xml
check 'one more elsewhere' gives 1 places.xml
check 'is told there' test "$(grep -c '\[U002 ' out)" -eq 4

# Across records
cp valid.xml again.xml
check 'twice the same' gives 1 --corpus valid.xml again.xml
for file in valid again; do
    with C001 'One is a draft.' <$file.xml >$file.new && mv $file.new $file.xml
done
check 'is suppressed' gives 0 --corpus -v valid.xml again.xml
check 'with its reason' says out ': One is a draft.'
check 'the other one is not needed' test "$(grep -c 'U001' out)" -eq 1
check 'and told after the inputs' test \
    "$(grep -n '^valid.xml: valid' out | cut -d: -f1)" -lt \
    "$(grep -n 'U001' out | cut -d: -f1)"
sed 's/ session="[^"]*"//' again.xml >undated.xml
check 'a record that is not compared' gives 1 --corpus valid.xml undated.xml
check 'had no chance' test "$(grep -c 'U001' out)" -eq 1
check 'is suppressed' gives 0 --corpus -v valid.xml again.xml
cp out by.one
check 'the same with -j2' gives 0 -j2 --corpus -v valid.xml again.xml
check 'word for word' cmp by.one out
check 'JSON of it' gives 0 --corpus -f json valid.xml again.xml
check 'has it' value /corpus/suppressed/0/reason 'One is a draft.'
check 'as the schema says' "$jsoncheck" "$schema" out
check 'SARIF of it' gives 0 --corpus -f sarif valid.xml again.xml
check 'has it too' says out '"justification":"One is a draft."'
"$cisvalidate" --corpus -f ndjson valid.xml again.xml | grep '"corpus"' >one
for file in valid again; do
    check "the facts of $file.xml" gives 0 --write-facts=$file.facts $file.xml
    check 'have it' says $file.facts 'reason="One is a draft."'
done
check 'facts of both' gives 0 -f ndjson --facts=again.facts --facts=valid.facts
grep '"corpus"' out >shards
check 'say the same as one run' cmp one shards
sed 's/code="C001"/code="C999"/' valid.facts >wrong.facts
check 'a code that is none' gives 2 --facts=wrong.facts
check 'is refused' says err "'C999' is no rule across records [S006"
check 'one record has it alone' gives 0 valid.xml
check 'and no one asks' lacks out U001
check 'until it is compared' gives 0 --corpus valid.xml
check 'with none' says out '[U001 unused-suppression]'
check 'given twice it is one' gives 0 --corpus valid.xml valid.xml
check 'which is used' lacks out U001
check 'a rule across records that is off' gives 0 --corpus --rule=C001=off \
    --fail-on=note valid.xml

# More findings than are shown
$AWK '{ print } /<people>/ { for (i = 0; i < 1500; i++)
    print "<person id=\"h" i "\" role=\"head-of-state\"><name xml:lang=\"en\">" \
        "N" i "</name></person>" }' bad.xml >many.xml
check 'many' gives 1 --rule=R007=error many.xml
check 'are counted' says out '1501 errors'
check 'some are shown' test "$(grep -c 'R007' out)" -lt 1001
check 'all are in the baseline' gives 1 --rule=R007=error \
    --write-baseline=many.json many.xml
check 'each one' test "$(grep -c '"code":"R007"' many.json)" -eq 1500
check 'which changes nothing' says out ' more not shown (--max-findings)'
check 'all are met' gives 0 --sandbox=off -v --rule=R007=error \
    --baseline=many.json many.xml
check 'and counted' says out 'many.xml: suppressed: 150'
check 'none is left' silent err
check 'few are shown of them' gives 0 -f json --rule=R007=error \
    --baseline=many.json --max-findings=10 many.xml
check 'so many' test "$(grep -o '"reason":"baseline"' out | wc -l)" -eq 10
sed 's/"h1499" role="head-of-state"/"h1499" role="head-of-government"/' \
    many.xml >new.xml && mv new.xml many.xml
check 'a new one is found' gives 1 --rule=R007=error --baseline=many.json \
    many.xml
check 'alone' says out 'many.xml: invalid (1 error'
check 'the old one is not met' gives 1 -v --rule=R007=error \
    --baseline=many.json many.xml
check 'and that is said' says err 'by 1 past --max-findings'
check 'the same with fewer shown' gives 1 --rule=R007=error \
    --baseline=many.json --max-findings=1 many.xml
sed 's|<people>|&<?cisvalidate suppress="R007" reason="Guests."?>|' many.xml \
    >guests.xml
check 'so many suppressed' gives 1 --rule=R007=error -f json guests.xml
check 'are told up to the limit' test \
    "$(grep -o '"reason":"Guests."' out | wc -l)" -eq 1000
check 'and all are' value /summary/errors 1

# The example of the manual
sed -n '/^\.Sh SUPPRESSING/,/^\.Ed/p' "$manual" |
    sed -n '/^\.Bd/,/^\.Ed/p' | sed '/^\./d' >example
check 'the manual has one' says example '<?cisvalidate '
sed '/<presidency/,$d' "$record" >taught.xml
cat example >>taught.xml
sed '1,/<\/presidency>/d' "$record" >>taught.xml
check 'that works' gives 0 -v taught.xml
check 'as it says' says out ': suppressed: '
check 'and is needed' lacks out U001
done_testing
