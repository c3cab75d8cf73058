#!/bin/sh
# SPDX-License-Identifier: MIT
# What a person at a terminal is shown: colours, links, a progress line; and
# that nothing of it is anywhere else.
. "$top_srcdir/tests/cli/cli.sh"
unset NO_COLOR CLICOLOR_FORCE FORCE_HYPERLINK
escape=$(printf '\033')
TERM=xterm
export TERM

plain()
{
    lacks out "$escape"
}

coloured()
{
    says out "${escape}[1;31merror:${escape}[0m"
}

gives 1 bad.xml
cp out wanted
check 'not a terminal' plain
CLICOLOR_FORCE=1 gives 1 bad.xml
check 'CLICOLOR_FORCE' coloured
check 'without links' lacks out "${escape}]8;;"
sed "s/$escape\[[0-9;]*m//g" out >bare
check 'the text is the same' cmp wanted bare
CLICOLOR_FORCE=0 gives 1 bad.xml
check 'CLICOLOR_FORCE=0' plain
CLICOLOR_FORCE=1 gives 1 --color=never bad.xml
check '--color=never wins' plain
CLICOLOR_FORCE=1 NO_COLOR=1 gives 1 bad.xml
check 'NO_COLOR wins' plain
CLICOLOR_FORCE=1 NO_COLOR='' gives 1 bad.xml
check 'NO_COLOR that is empty does not' coloured
NO_COLOR=1 gives 1 --color=always bad.xml
check '--color=always wins over NO_COLOR' coloured
CLICOLOR_FORCE=0 TERM=dumb gives 1 --color always bad.xml
check '--color=always wins over all' coloured
FORCE_HYPERLINK=1 gives 1 --color=always bad.xml
check 'links where they are wanted' says out \
    "${escape}]8;;file://$(uname -n)$(pwd -P)/bad.xml${escape}\\"
CLICOLOR_FORCE=1 gives 1 -f text:file.txt bad.xml
check 'files are plain' cmp wanted file.txt
gives 1 --color=always -f text:file.txt -f json bad.xml
check 'unless it is always' says file.txt "${escape}[1;31m"
check 'and JSON always is' plain
check 'a wrong word' usage "'maybe' is not auto, always or never" \
    --color=maybe valid.xml
check 'a wrong word' usage "'maybe' is not auto, always or never" \
    --progress=maybe valid.xml

gives 1 bad.xml valid.xml
check 'the summary has verdicts and findings' says out \
    '2 inputs: 1 valid, 1 invalid; 1 error'

# Progress, where there is no terminal
gives 1 bad.xml
check 'no progress' silent err
gives 1 --progress=always -j2 bad.xml valid.xml bad.xml
check '--progress=always' says err ' of 3 inputs, '
check 'is gone at the end' test "$(tail -c 4 err)" = "$(printf '\r\033[K')"
check 'and nowhere on stdout' plain
gives 1 --progress=never bad.xml
check '--progress=never' silent err
mkdir empty
check 'nothing to count' gives 2 --progress=always empty
check 'is told once' test "$(grep -c 'nothing to check' err)" -eq 1
check 'what is not there is counted' gives 3 --progress=always -j1 absent.xml \
    bad.xml
check 'though its bytes are not' lacks err ' left'
check 'nor has a device any' gives 3 --progress=always -j1 bad.xml /dev/null
check 'it is counted' says err ' of 2 inputs, '
printf '' >nothing.xml
check 'nothing has been read' gives 1 --progress=always -j1 nothing.xml bad.xml
check 'of what there is' says err '1 of 2 inputs, 0.0 MB, 0.0 MB/s'
printf 'bad.xml\nbad.xml\n' >list
check 'a list' gives 1 --progress=always -j1 --files-from=list
check 'is counted' says err ' of 2 inputs, '
check 'a list from a pipe' sh -c \
    "cat list | '$cisvalidate' --progress=always --files-from=- >out 2>err
    test \$? -eq 1"
check 'or from a device' sh -c \
    "cat list | '$cisvalidate' --progress=always --files-from=/dev/stdin >out \
        2>err; test \$? -eq 1"
check 'is not counted' lacks err ' of '
check 'but what is done is' says err ' inputs, '

# on_terminal ARGUMENT...: the command with all its streams on a terminal
on_terminal()
{
    script -qec "'$cisvalidate' $*" /dev/null </dev/null | tr -d '\r' >out
}
if ! command -v script >/dev/null ||
    ! test "$(script -qec 'echo seen' /dev/null </dev/null | tr -d '\r')" = seen
then
    skip 'a terminal' 'no script(1)'
    done_testing
fi
on_terminal bad.xml
check 'a terminal has colours' coloured
check 'and links' says out "${escape}]8;;file://"
check 'short work has no progress' lacks out ' inputs, '
NO_COLOR=1 on_terminal bad.xml
check 'not with NO_COLOR' plain
TERM=dumb on_terminal bad.xml
check 'not on one that is dumb' plain
TERM=linux on_terminal bad.xml
check 'no links on a console' lacks out "${escape}]8;;"
on_terminal -f json bad.xml
check 'other reports have none' plain

# A line as wide as the terminal could not be taken back.
narrow="stty cols 20; '$cisvalidate' --progress=always -j1 bad.xml"
script -qec "$narrow" /dev/null </dev/null >out
check 'a narrow terminal' says out "$(printf '\r')1 of 1 inputs, 0.0 ${escape}[K"

# Long work: standard input that takes its time
cat >slow.sh <<SH
{ sleep 1.5; cat valid.xml; } | '$cisvalidate' -j1 valid.xml - "\$@"
SH
script -qec 'sh slow.sh' /dev/null </dev/null >out
check 'long work has a progress line' says out ' of 2 inputs, '
check 'which is taken away' test "$(grep -c "inputs, .*${escape}\[K" out)" -ge 1
check 'before the end' is_empty "$(tr '\r' '\n' <out | $AWK -v gone="${escape}[K" '
    line && index($0, gone) != 1 && !/^[0-9]+ of / { print line }
    { line = / MB\/s/ ? $0 : "" }
    END { if (line) print line }')"
script -qec 'sh slow.sh --progress=never' /dev/null </dev/null >out
check 'unless it is unwanted' lacks out ' MB/s'
script -qec 'sh slow.sh 2>err' /dev/null </dev/null >out
check 'or stderr is no terminal' silent err
done_testing
