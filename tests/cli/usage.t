#!/bin/sh
# SPDX-License-Identifier: MIT
# A wrong command line: exit 2, the reason on stderr, nothing on stdout.
. "$top_srcdir/tests/cli/cli.sh"

check 'no operands' usage 'Usage: cisvalidate'
check 'an unknown long option' usage 'unknown option --xyzzy' --xyzzy valid.xml
check 'a mistyped one' usage 'did you mean --format?' --fromat=json valid.xml
check 'one cut short' usage 'did you mean --list-rules?' --list
check 'an unknown letter' usage 'unknown option -Z' -qZ valid.xml
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
check 'a control character in a word' usage '--\x1B[2J' \
    "--$(printf '\033')[2J"
done_testing
