#!/bin/sh
# SPDX-License-Identifier: MIT
# A wrong command line: exit 2, the reason on stderr, nothing on stdout.
. "$top_srcdir/tests/cli/cli.sh"

check 'no operands' usage 'Usage: cisvalidate'
check 'an unknown long option' usage 'unknown option --xyzzy' --xyzzy valid.xml
check 'a mistyped one' usage 'did you mean --format?' --fromat=json valid.xml
check 'one cut short' usage 'did you mean --list-rules?' --list
check 'an unknown letter' usage 'unknown option -Z' -qZ valid.xml
check 'a word of two letters' usage 'unknown option --qq; see' --qq valid.xml
check 'what nothing is near to' usage 'unknown option --a-word-so-long-that; s' \
    --a-word-so-long-that valid.xml
check 'a value too much' usage '--quiet takes no value' --quiet=1 valid.xml
check 'a value too few' usage '--explain needs a value: CODE' --explain
check 'an unknown format' usage 'unknown format' -f yml valid.xml
check 'a mistyped one' usage 'did you mean json?' -f jsno:x valid.xml
check 'a format without its file' usage 'names no file' -f json: valid.xml
check 'two reports on stdout' usage 'standard output' -f json -f text valid.xml
check 'two in one file' usage 'two reports go to x' -f json:x -f text:x valid.xml
check 'an unknown severity' usage 'unknown severity' --fail-on=fatal valid.xml
check 'a mistyped one' usage 'mean warning?' --fail-on=warnings valid.xml
check 'an unknown limit' usage 'did you mean depth?' --limit=depht=3 valid.xml
check 'a limit without a number' usage 'depth=N' --limit=depth valid.xml
for number in '' 0 -1 1.5 3X 1KK 9223372036854775808 9000000000G; do
    check "a limit of '$number'" usage 'is no number' \
        "--limit=depth=$number" valid.xml
    check "at most '$number' findings" usage 'is no number' \
        "--max-findings=$number" valid.xml
done
check 'an unknown code' usage "unknown code 'Q999'" --explain Q999
check 'a mistyped code' usage 'did you mean' --explain D01
check 'an unknown bundled file' usage 'did you mean summit.xsd?' \
    --print=summit.xds
check 'two actions' usage 'cannot be combined' --list-rules --explain D001
check 'and --print' usage 'cannot be combined' --list-rules --print=cis.xml
check 'an action with files' usage 'goes without files' --list-rules valid.xml
check '--print with a format' usage 'goes without --format' \
    --print=cis.xml -f json
check 'stdin twice' usage 'only once' - -
check 'a registry that is not there' usage 'No such file' \
    --registry=absent.xml valid.xml
check 'a registry that is a folder' usage 'cannot read the registry' \
    --registry . valid.xml
echo nonsense >nonsense.xml
check 'a registry that is none' usage 'cannot be used' \
    --registry=nonsense.xml valid.xml
check 'an option that is like none' usage 'see --help' \
    --this-option-is-longer-than-any-that-there-is valid.xml
check 'a bundled file that is like none' usage 'see --help' --print=qqqqqq
check 'a code of many letters' usage 'unknown code' \
    --rule=this-name-of-a-code-is-longer-than-any-that-there-is-or-will-be=off
check 'a format of many letters' usage 'unknown format' \
    -f this-format-is-longer-than-any-that-there-is valid.xml
check 'a letter with its value' gives 0 -qfjson valid.xml
check 'a letter without its value' usage 'needs a value' -qf

# As many reports as can be written at a time
many()
{
    set -- "$@" valid.xml
    for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
        set -- -f "json:$number.json" "$@"
    done
    gives 0 -f json:16.json "$@"
}
check 'sixteen reports' many
check 'have all been written' cmp 1.json 16.json
one_more()
{
    set -- 2 "$@" valid.xml
    for number in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
        set -- "$@" -f "json:$number.json"
    done
    gives "$@" && silent out
}
check 'a report too much' one_more -f json:17.json
check 'is told' says err 'more than 16 times'
check 'a baseline too much' one_more --write-baseline=known.json
check 'is told, too' says err 'too often'
check 'facts too much' one_more --write-facts=facts.xml
check 'a file after --' gives 0 -- valid.xml
cp valid.xml ./-v.xml
check 'one that looks like an option' gives 0 -- -v.xml
check 'a control character in a word' usage '--\x1B[2J' \
    "--$(printf '\033')[2J"
done_testing
