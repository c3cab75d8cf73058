#!/bin/sh
# SPDX-License-Identifier: MIT
# Inputs: files of any name, standard input, whatever is open.
. "$top_srcdir/tests/cli/cli.sh"

from()
{
    file=$1
    shift
    gives "$@" <"$file"
}

check 'standard input' from valid.xml 0 -
check 'is called so' says out '<stdin>: valid (1 summit)'
check 'standard input that is broken' from broken.xml 1 -
check 'is called so' says out '<stdin>:'
check 'standard input beside a file' from valid.xml 1 broken.xml - valid.xml
check 'nothing on standard input' from /dev/null 1 -
check 'a pipe' gives 0 - <<EOF
$(cat valid.xml)
EOF
"$cisvalidate" - <&- >out 2>err
check 'standard input is closed' test $? -eq 3
"$cisvalidate" valid.xml <&- >out 2>err
check 'which matters to nothing else' test $? -eq 0
"$cisvalidate" valid.xml 2>&- >out
check 'stderr is closed' test $? -eq 0
"$cisvalidate" --xyzzy 2>&- >out
check 'stderr is closed, and needed' test $? -eq 2

# named NAME SHOWN: the file of that name is valid, and shown so.
named()
{
    cp valid.xml "./$1" && gives 0 -- "$1" && says out "$2: valid" &&
        is_empty "$(LC_ALL=C tr -d '\12\40-\176\200-\377' <out)" &&
        gives 0 -f json -- "$1" && "$jsoncheck" "$schema" out
}
escape=$(printf '\033')
check 'a name with a percent sign' named '%s%n%x.xml' '%s%n%x.xml'
check 'a name with a line end' named 'a
b.xml' 'a\nb.xml'
check 'a name with an escape sequence' named "${escape}[2J.xml" '\x1B[2J.xml'
check 'a name that is no UTF-8' named "$(printf '\377.xml')" '\xFF.xml'
check 'a name in Russian' named 'саммит.xml' 'саммит.xml'
check 'a name like an option' named '-x.xml' '-x.xml'
check 'a name like a URL' named 'a%20b#c?.xml' 'a%20b#c?.xml'
check 'a name like a format' named 'json:x.xml' 'json:x.xml'
check 'options after operands' gives 0 valid.xml -q
check 'are options' silent out
check 'no options after --' gives 3 -- valid.xml -q
check 'but operands' says out '-q: unchecked'
check 'a value like an option' gives 2 --registry -- valid.xml
done_testing
