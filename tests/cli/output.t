#!/bin/sh
# SPDX-License-Identifier: MIT
# Reports that cannot be written: exit 3; files that appear whole or not.
. "$top_srcdir/tests/cli/cli.sh"

"$cisvalidate" valid.xml >&- 2>err
check 'stdout is closed' test $? -eq 3
check 'and that is said' says err 'cannot write standard output'
"$cisvalidate" valid.xml <&- >&- 2>&-
check 'all three are closed' test $? -eq 3
"$cisvalidate" -q valid.xml >&- 2>err
check 'nothing to write, and nowhere' test $? -eq 0
"$cisvalidate" -f json:closed.json valid.xml >&- 2>err
check 'the report is in a file' test $? -eq 0
check 'and whole there' "$jsoncheck" "$schema" closed.json

if test -c /dev/full; then
    for format in text json ndjson sarif junit github gitlab; do
        "$cisvalidate" -f $format bad.xml >/dev/full 2>err
        check "a full disk: $format" test $? -eq 3
        check 'and that is said' says err 'No space left'
        gives 3 -f $format:/dev/full bad.xml
        check "a full disk as a file: $format" test $? -eq 0
    done
    check '/dev/full is still there' test -c /dev/full
else
    skip 'a full disk' 'no /dev/full'
fi

# A reader that ends at once; with SIGPIPE as it comes, and ignored.
ended()
{
    { "$cisvalidate" "$@" 2>err; echo $? >status; } | :
    test "$(cat status)" -eq 3 || { cat status err; return 1; }
}
set --
while test $# -lt 1000; do
    set -- "$@" broken.xml
done
check 'a closed pipe' ended "$@"
check 'a closed pipe, SIGPIPE ignored' sh -c "trap '' PIPE
    { '$cisvalidate' \"\$@\" 2>err; echo \$? >status; } | :
    test \"\$(cat status)\" -eq 3" sh "$@"
check 'the limit of a file size' $limited sh -c "ulimit -f 1
    '$cisvalidate' \"\$@\" >limited 2>err; test \$? -eq 3" sh "$@"
check 'the limit of a report file' $limited sh -c "ulimit -f 1
    '$cisvalidate' -f text:limited.txt \"\$@\" 2>err; test \$? -eq 3" sh "$@"
check 'leaves no file' test ! -e limited.txt
check 'not even a temporary one' is_empty \
    "$(find . -name '.cisvalidate-*')"

check 'a report file' gives 1 -f json:report.json broken.xml
check 'and nothing on stdout' silent out
check 'it is the report' "$jsoncheck" "$schema" report.json
check 'with the permissions of a new file' test \
    "$(ls -l report.json | cut -c1-10)" = "$(: >plain; ls -l plain | cut -c1-10)"
chmod 640 report.json
check 'replacing it' gives 0 -f json:report.json valid.xml
check 'keeps its permissions' test \
    "$(ls -l report.json | cut -c1-10)" = -rw-r-----
check 'two files and stdout' gives 1 -f json:a.json -f text -f text:a.txt \
    broken.xml
check 'say the same' cmp out a.txt
check 'in both formats' "$jsoncheck" "$schema" a.json

ln -s a.json link.json
check 'through a link' gives 0 -f json:link.json valid.xml
check 'it stays a link' test -h link.json
check 'the target is replaced' says a.json '"verdict":"valid"'

check 'a folder that is not there' gives 3 -f json:none/a.json valid.xml
check 'and that is said' says err 'cannot write none/a.json: No such file'
check 'nothing was checked' silent out
check 'a folder as a file' gives 3 -f json:. valid.xml

mkfifo fifo
cat fifo >through &
check 'a pipe as a file' gives 0 -f json:fifo valid.xml
test "$tap_failed" -eq 0 || kill $!
wait $!
check 'gets the report' "$jsoncheck" "$schema" through
check 'it stays a pipe' test -p fifo
check 'no temporary file is left' is_empty "$(find . -name '.cisvalidate-*')"

# Ended while it waits for standard input.
mkfifo slow
exec 3<>slow
"$cisvalidate" -f json:ended.json - <slow &
tries=0
until test -n "$(find . -name '.cisvalidate-*')" || test $tries -eq 50; do
    sleep 0.1
    tries=$((tries + 1))
done
kill -TERM $!
wait $! 2>err
check 'a signal ends it' test $? -gt 128
exec 3>&-
check 'it leaves no report' test ! -e ended.json
check 'and no temporary file' is_empty "$(find . -name '.cisvalidate-*')"

# Whole lines where stdout and stderr are one.
"$cisvalidate" broken.xml absent.xml valid.xml >both 2>&1
check 'stdout and stderr in one file' is_empty "$(grep -v \
    -e '^[a-z]*\.xml:' -e '^ *[0-9]* | ' -e '^3 inputs: ' -e '^hint: ' both)"
done_testing
