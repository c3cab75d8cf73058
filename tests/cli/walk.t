#!/bin/sh
# SPDX-License-Identifier: MIT
# Folders and lists of inputs: all that is there, each once, sorted by bytes.
. "$top_srcdir/tests/cli/cli.sh"

mkdir -p tree/a tree/a.xml.d tree/b/c/d tree/deep.xml empty/within
for name in z a.b a-b 'a b' A ä; do
    cp valid.xml "tree/$name.xml"
    cp valid.xml "tree/a/$name.xml"
done
cp valid.xml tree/a.xml && cp valid.xml tree/deep.xml/x.xml
cp valid.xml tree/b/c/d/y.xml && cp valid.xml tree/.hidden.xml
echo text >tree/b/readme.txt && echo text >tree/b/xml && echo text >tree/b/XML.XML

# found: what the last run has checked, in its order.
found()
{
    sed -n 's/: valid (1 summit)$//p' out
}

# as_find FOLDER: the same as find would say.
as_find()
{
    gives 0 "$1" && find "$1" -name '*.xml' -type f | LC_ALL=C sort >wanted &&
        found | diff wanted -
}
check 'a folder' as_find tree
check 'with a slash' as_find tree/
check 'this folder' sh -c "cd tree && '$cisvalidate' . >../out" 
(cd tree && find . -name '*.xml' -type f) | LC_ALL=C sort >wanted
found >have
check 'has the same' cmp wanted have
check 'two folders and a file' gives 0 tree/b valid.xml tree/a
printf '%s\n' tree/b/c/d/y.xml valid.xml >wanted
find tree/a -type f | LC_ALL=C sort >>wanted
found >have
check 'in the order of the command line' cmp wanted have

check 'a folder without any' gives 2 empty
check 'has nothing to check' says err 'nothing to check in empty'
check 'beside one that has some' gives 2 valid.xml empty tree/a
check 'which is checked' says out 'tree/a/z.xml: valid'
check 'a worse one wins' gives 3 empty absent.xml

# Links: to files they are followed, to folders not, and none leads astray.
ln -s .. tree/b/up && ln -s ../../tree tree/a/again && ln -s . tree/self
check 'links in a circle' as_find tree
ln -s ../valid.xml tree/link.xml
check 'a link to a file' gives 0 tree
check 'is followed' says out 'tree/link.xml: valid'
ln -s a tree/folder.xml
check 'a link to a folder, called like a file' gives 0 tree
check 'is left alone' lacks out 'folder.xml'
rm tree/link.xml tree/folder.xml
ln -s tree through
check 'a link to a folder as an operand' gives 0 through
check 'is followed' says out 'through/z.xml: valid'
ln -s loop.xml tree/loop.xml
check 'a link to itself' gives 3 tree
check 'is unchecked, not left out' says out 'tree/loop.xml: unchecked'
rm tree/loop.xml
mkfifo tree/fifo.xml
check 'a pipe that nobody writes to' gives 3 tree
check 'is unchecked' says out 'tree/fifo.xml: unchecked'
rm tree/fifo.xml
if test "$(id -u)" -ne 0; then
    mkdir tree/shut && chmod 0 tree/shut
    check 'a folder that may not be read' gives 3 tree
    check 'is unchecked' says out 'tree/shut/: unchecked: permission denied'
    chmod 700 tree/shut
fi
deep=deep
while test ${#deep} -lt 3000; do
    deep=$deep/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
done
mkdir -p "$deep" && cp valid.xml "$deep/x.xml"
check 'a very deep folder' gives 0 deep
# Names within names, until they are too long together
deeper=$(printf '%0200d' 0)
mkdir long && (
    cd long || exit
    depth=0
    while test $depth -lt 22; do
        mkdir "$deeper" && cd -P "$deeper" 2>/dev/null || exit
        depth=$((depth + 1))
    done
)
check 'a folder whose name is too long' gives 3 long
check 'is unchecked' says out ': unchecked: '

# Lists
printf 'valid.xml\n\nbad.xml\ntree/b\n' >list
check 'a list' gives 1 --files-from=list
check 'has files' says out 'bad.xml: invalid'
check 'and folders' says out 'tree/b/c/d/y.xml: valid'
gives 1 --files-from - <list >/dev/null
check 'a list from standard input' says out '3 inputs: '
check 'after operands' gives 1 warn.xml --files-from=list
check 'in that order' test "$(sed -n '1s/:.*//p' out)" = warn.xml
cp valid.xml 'new
line.xml'
printf 'new\nline.xml\0valid.xml' >list0
check 'a list with NUL' gives 0 -0 --files-from=list0
check 'has names with line ends' says out 'new\nline.xml: valid'
check 'and the last without its end' says out 'valid.xml: valid'
check 'find -print0' sh -c "find tree -name '*.xml' -type f -print0 |
    '$cisvalidate' --files-from=- -0 -f ndjson >out"
check 'is checked' says out '"inputs":16'
: >none
check 'an empty list' gives 2 --files-from=none
check 'has nothing to check' says err 'nothing to check in none'
check 'a list that is not there' usage 'cannot read the list absent' \
    --files-from=absent
check 'a list that is a folder' gives 3 --files-from=tree
printf 'absent.xml\n-\n' >list
check 'a list of what is not there' gives 3 --files-from=list
check 'where - is a file, too' says out '-: unchecked: there is no such file'
check 'a NUL list without a list' usage 'goes with --files-from' -0 valid.xml
check 'standard input twice' usage 'only once' --files-from=- -
done_testing
