#!/bin/sh
# SPDX-License-Identifier: MIT
# --profile: what it sets is set, options prevail over it, and a mistake in it
# is shown like any other, with exit status 2.
. "$top_srcdir/tests/cli/cli.sh"

# profile FILE ATTRIBUTES [LINE]...
profile()
{
    file=$1
    attributes=$2
    shift 2
    printf '<profile xmlns="urn:cisvalidate:profile:1"%s>\n' \
        "${attributes:+ $attributes}" >"$file"
    test "$#" -eq 0 || printf '  %s\n' "$@" >>"$file"
    echo '</profile>' >>"$file"
}

warning=$("$cisvalidate" warn.xml | sed -n 's/.*warning: .*\[\(....\) .*/\1/p')
check 'there is a warning to weigh' test "${#warning}" -eq 4

profile empty.xml ''
check 'an empty profile' gives 0 --profile=empty.xml valid.xml
check 'changes nothing' gives 1 --profile=empty.xml bad.xml

# What it sets
profile off.xml '' '<rule code="D001" level="off">Dates are known to be wrong.</rule>'
check 'a rule is off' gives 0 --profile=off.xml bad.xml
check 'and says nothing' lacks out 'D001'
profile note.xml '' '<rule code="D001" level="note"/>'
check 'a rule weighs less' gives 0 --profile=note.xml bad.xml
check 'and says so' says out 'note: '
profile error.xml '' "<rule code=\"$warning\" level=\"error\"/>"
check 'a rule weighs more' gives 1 --profile=error.xml warn.xml
check 'and says so' says out 'error: '
profile strict.xml 'fail-on="warning"'
check 'a warning fails' gives 1 --profile=strict.xml warn.xml
check 'in every report' gives 1 --profile=strict.xml -f junit warn.xml
check 'as a failure' says out '<failure'
profile depth.xml '' '<limit name="depth" value="2">Flat ones alone.</limit>'
check 'a limit' gives 1 --profile=depth.xml valid.xml
check 'is met' says out '[W004 '
profile unit.xml '' '<limit name="bytes" value="1K"/>'
check 'a limit with a unit' gives 1 --profile=unit.xml valid.xml
check 'counts it' says out 'more than 1024 bytes'
profile few.xml '' '<limit name="findings" value="1"/>'
sed 's/role="/role="x/; s/presence="/presence="x/' bad.xml >many.xml
check 'how many findings are shown' gives 1 --profile=few.xml many.xml
check 'is as many' test "$(grep -c ': error: ' out)" -eq 1

across=$top_srcdir/tests/corpus/c001-twice.bad
case $across in
/*) ;;
*) across=$here/$across ;;
esac
check 'what is found across records' gives 1 --corpus "$across"
profile across.xml '' '<rule code="C001" level="warning"/>'
check 'weighs less' gives 0 --corpus --profile=across.xml "$across"
profile across.xml 'fail-on="warning"' '<rule code="C001" level="warning"/>'
check 'and fails all the same' gives 1 --corpus --profile=across.xml "$across"

registry=$top_srcdir/schema/cis.xml
case $registry in
/*) ;;
*) registry=$here/$registry ;;
esac
check 'what is found in a registry' gives 0 -v --registry="$registry" valid.xml
check 'is told' says err '[G002 '
profile gaps.xml '' '<rule code="G002" level="off"/>'
check 'or off' gives 0 -v --registry="$registry" --profile=gaps.xml valid.xml
check 'and not told' lacks err 'G002'
profile gaps.xml '' '<rule code="G002" level="error"/>'
check 'or weighs more' gives 2 --registry="$registry" --profile=gaps.xml \
    valid.xml
check 'and refuses it' says err 'the registry'

# Options prevail
check '--rule prevails' gives 1 --profile=off.xml --rule=D001=error bad.xml
check 'wherever it stands' gives 1 --rule=D001=error --profile=off.xml bad.xml
check '--fail-on prevails' gives 0 --profile=strict.xml --fail-on=error warn.xml
check '--limit prevails' gives 0 --profile=depth.xml --limit=depth=99 valid.xml
gives 1 --profile=few.xml --max-findings=9 many.xml
check '--max-findings prevails' test "$(grep -c ': error: ' out)" -gt 1

# Includes: what is included comes first
mkdir -p team/base
profile team/base/all.xml 'fail-on="warning"' \
    '<rule code="D001" level="off"/>' "<rule code=\"$warning\" level=\"note\"/>"
profile team/ci.xml '' '<include href="base/all.xml"/>' \
    "<rule code=\"$warning\" level=\"warning\"/>"
check 'what is included is set' gives 0 --profile=team/ci.xml bad.xml
check 'what includes it prevails' gives 1 --profile=team/ci.xml warn.xml
profile team/two.xml '' '<include href="base/all.xml"/>' \
    '<include href="../error.xml"/>'
check 'of two the later prevails' gives 1 --profile=team/two.xml warn.xml
profile order.xml '' '<include href="error.xml"/>' \
    '<include href="team/base/all.xml"/>'
check 'and the earlier does not' gives 0 --profile=order.xml --fail-on=error \
    warn.xml
profile absolute.xml '' "<include href=\"$scratch/off.xml\"/>"
check 'a whole path' gives 0 --profile=absolute.xml bad.xml
profile diamond.xml '' '<include href="team/ci.xml"/>' \
    '<include href="team/two.xml"/>'
check 'a file may be included on two ways' gives 1 --profile=diamond.xml warn.xml
check 'under the sandbox too' gives 0 --profile=team/ci.xml --sandbox=auto \
    bad.xml

# refused CODE TEXT CARET: of refused.xml, by that finding, the caret under it
refused()
{
    gives 2 --profile=refused.xml valid.xml && silent out &&
        says err "[$1 " && says err "$2" &&
        says err 'cisvalidate: the profile refused.xml cannot be used' &&
        $AWK -v wanted="$3" '/^ *[0-9]+ \| / { line = $0 }
            /^ *\| *\^/ { match($0, /\^~*/)
                got = substr(line, RSTART, RLENGTH)
                if (got == wanted) found = 1; else print "marked: " got }
            END { exit !found }' err
}
wrong()
{
    profile refused.xml '' "$@"
}

wrong '<rule code="P0009" level="off"/>'
check 'a code that is none' refused S006 "no rule of the code 'P0009'" P0009
check 'is guessed' says err "hint: did you mean 'P009'?"
wrong '<rule code="everything" level="off"/>'
check 'a code like none' refused S006 "no rule of the code 'everything'" \
    everything
check 'is not guessed' lacks err 'did you mean'
wrong '<rule code="wrong-presiding-state" level="off"/>'
check 'a name is no code' refused S006 'no rule' wrong-presiding-state
check 'but leads to it' says err "hint: did you mean 'P001'?"
wrong '<rule code="d001" level="off"/>'
check 'nor is a small letter' refused S006 'no rule' d001
for code in W001 S001 X001; do
    wrong "<rule code=\"$code\" level=\"note\"/>"
    check "$code stays an error" refused S006 'stays an error' $code
done
wrong '<rule code="D001" level="of"/>'
check 'a level that is none' refused S006 "'of' is not one of off, note" of
check 'is guessed' says err "did you mean 'off'?"
wrong '<limit name="dept" value="1"/>'
check 'a limit that is none' refused S006 "'dept' is not one of bytes, depth" dept
check 'is guessed' says err "did you mean 'depth'?"
for size in 0 1k -1 01 1.5M 1234567890G 1234567890123456789 ''; do
    wrong "<limit name=\"depth\" value=\"$size\"/>"
    check "the size '$size'" gives 2 --profile=refused.xml valid.xml
    check 'is told' says err '[S005 bad-value]'
done
wrong '<rule code="D001" level="off"/>' '<limit name="tag" value="1K"/>' \
    '<rule code="D001" level="off"/>'
check 'a rule that is set twice' refused X001 "'D001' comes a second time" D001
check 'with its first place' says err "note: 'D001' is first used here"
wrong '<limit name="tag" value="1K"/>' '<limit name="tag" value="2K"/>'
check 'a limit that is set twice' refused X001 "'tag' comes a second time" tag
wrong '<rule code="D001" level="off"/>' '<include href="off.xml"/>'
check 'an include after a rule' refused S001 "'include' does not belong here" include
wrong '<rules code="D001" level="off"/>'
check 'an element that is none' refused S001 "'rules'" rules
wrong '<rule level="off"/>'
check 'a rule without code' refused S004 'code' rule
profile refused.xml 'fail-on="never"'
check 'a fail level that is none' refused S006 'not one of note, warning, error' never
sed '$d' off.xml >refused.xml
check 'XML that does not end' gives 2 --profile=refused.xml valid.xml
check 'is told' says err '[W001 not-well-formed]'
cp valid.xml refused.xml
check 'a record is no profile' refused W007 '' summit
: >refused.xml
check 'nothing is no profile' gives 2 --profile=refused.xml valid.xml
check 'is told' says err '[W005 empty-input]'

# Includes that lead nowhere
wrong '<include href="absent.xml"/>'
check 'an include that is not there' refused X002 \
    "cannot read the profile 'absent.xml': No such file" absent.xml
wrong '<include href="team"/>'
check 'a folder' refused X002 'Is a directory' team
mkfifo pipe.xml
wrong '<include href="pipe.xml"/>'
check 'a pipe is not waited for' refused X002 'it is no regular file' pipe.xml
wrong '<include href="off.xml"/>' '<include href="off.xml"/>'
check 'one that comes twice' refused X001 'a second time' off.xml
wrong '<include href="refused.xml"/>'
check 'one that is itself' refused X003 "'refused.xml' includes itself" \
    refused.xml
wrong '<include href="./team/../refused.xml"/>'
check 'however it is written' refused X003 'includes itself' \
    ./team/../refused.xml
profile team/back.xml '' '<include href="../refused.xml"/>'
wrong '<include href="team/back.xml"/>'
check 'a circle' gives 2 --profile=refused.xml valid.xml
check 'is told where it closes' says err \
    "team/back.xml:2:18: error: 'refused.xml' includes itself"
wrong '<include href="team/bad.xml"/>'
profile team/bad.xml '' '<rule code="D01" level="off"/>'
check 'a mistake in what is included' gives 2 --profile=refused.xml valid.xml
check 'is told there' says err 'team/bad.xml:2:15: error: '
for i in 1 2 3 4 5 6 7 8; do
    profile "deep$i.xml" '' "<include href=\"deep$((i + 1)).xml\"/>"
done
profile deep8.xml ''
check 'eight deep' gives 0 --profile=deep1.xml valid.xml
profile deep8.xml '' '<include href="deep9.xml"/>'
profile deep9.xml ''
check 'nine deep' gives 2 --profile=deep1.xml valid.xml
check 'is told' says err 'deep8.xml:2:18: error: profiles include each other'

# Each includes the next one in eight ways: the many are bounded
for i in 1 2 3 4 5 6; do
    set --
    dots=
    for _ in 1 2 3 4 5 6 7 8; do
        set -- "$@" "<include href=\"${dots}wide$((i + 1)).xml\"/>"
        dots=./$dots
    done
    profile "wide$i.xml" '' "$@"
done
profile wide7.xml ''
check 'very many' gives 2 --profile=wide1.xml valid.xml
check 'are told' says err 'more than 63 profiles are included'

# Files of one number on two devices are two
if test -w /dev/shm && test "$(stat -c %d /dev/shm)" != "$(stat -c %d .)"; then
    shm=$(mktemp -d /dev/shm/cisvalidate.XXXXXX)
    cp off.xml "$shm"
    profile devices.xml '' "<include href=\"$shm/off.xml\"/>" \
        '<include href="strict.xml"/>'
    check 'files of two devices' gives 1 --profile=devices.xml warn.xml
    check 'are both read' gives 0 --profile=devices.xml bad.xml
    rm -r "$shm"
else
    skip 'files of two devices' 'one device'
fi

# A profile that cannot be read
check 'a profile may come by a pipe' sh -c \
    "cat off.xml | '$cisvalidate' --profile=/dev/fd/0 bad.xml"
check 'one that is not there' usage \
    'cannot read the profile absent.xml: No such file' --profile=absent.xml \
    valid.xml
check 'a folder' usage 'cannot read the profile team: Is a directory' \
    --profile=team valid.xml
check 'one without end' usage 'File too large' --profile=/dev/zero valid.xml
{ cat empty.xml && head -c 1100000 /dev/zero | tr '\0' ' '; } >large.xml
check 'one that is too large' usage 'File too large' --profile=large.xml \
    valid.xml
wrong '<include href="large.xml"/>'
check 'or is included' refused X002 'File too large' large.xml
check 'and without a file' usage '--profile needs a value' --profile
done_testing
