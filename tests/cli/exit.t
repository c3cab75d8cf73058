#!/bin/sh
# SPDX-License-Identifier: MIT
# Exit classes: a class and never a count, the highest wins.
. "$top_srcdir/tests/cli/cli.sh"

check 'valid' gives 0 valid.xml
check 'not well-formed' gives 1 broken.xml
check 'against a rule' gives 1 bad.xml
check 'a warning alone' gives 0 warn.xml
check 'a warning with --fail-on=error' gives 0 --fail-on=error warn.xml
check 'a warning with --fail-on=warning' gives 1 --fail-on=warning warn.xml
check 'is its verdict, too' says out 'warn.xml: invalid'
check 'a warning with --fail-on=note' gives 1 --fail-on=note warn.xml
check '--no-rules finds no rule broken' gives 0 --no-rules bad.xml
check '--no-rules still reads XML' gives 1 --no-rules broken.xml

check 'a file that is not there' gives 3 absent.xml
check 'its verdict is unchecked' says out 'absent.xml: unchecked: '
mkdir empty
check 'a folder without any' gives 2 empty
mkfifo fifo
check 'a pipe that nobody writes to' gives 3 fifo
ln -s loop loop
check 'a link to itself' gives 3 loop
ln -s nowhere dangling
check 'a link to nothing' gives 3 dangling
: >empty.xml
check 'an empty file' gives 1 empty.xml

check 'the worst wins: 0 1' gives 1 valid.xml broken.xml valid.xml
check 'the worst wins: 3 1 0' gives 3 absent.xml broken.xml valid.xml
check 'all the same each is reported' test "$(grep -c '\.xml: ' out)" -ge 3

check 'a limit is exceeded' gives 1 --limit=bytes=1K valid.xml
check 'a limit is kept' gives 0 --limit=bytes=1M --limit depth=64 valid.xml

many()
{
    set --
    while test $# -lt 256; do
        set -- "$@" broken.xml
    done
    gives 1 -q "$@"
}
check '256 invalid files' many
done_testing
