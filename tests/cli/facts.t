#!/bin/sh
# SPDX-License-Identifier: MIT
# --write-facts and --facts: shards of an archive, judged as if they were one
# run; what is not such facts is refused, and a file of them is whole or not.
. "$top_srcdir/tests/cli/cli.sh"
skip_where_quick
case $top_srcdir in
/*) root=$top_srcdir ;;
*) root=$here/$top_srcdir ;;
esac

# All records, the folders that the rules across records are tested with, and
# files that are hard to tell of: by their names, by what stands beside their
# records, by values over two lines, and by a status that is none.
mkdir all && cp -R "$root/tests/corpus" all/ &&
    cp "$root"/schema/records/*.xml all/ && chmod -R u+w all || exit 99
printf 'x' | cat valid.xml - >all/more.xml
odd='all/a\b"<&> '$(printf '\377\t\001').xml
tr -d '\n' <valid.xml | sed 's/$/<!--\\x01	\\\\-->/' >"$odd"
sed -e 's/ \(session\|state\|date\)="/&\
  /g' -e 's/id="chs-/id="lines-/' valid.xml >all/lines.xml
sed 's/ status="held"/ status="over"/' valid.xml >all/status.xml
find all -name '*.xml' -print0 | LC_ALL=C sort -z >list

# judge ARGUMENT...: the findings across records, in found
judge()
{
    "$cisvalidate" -f ndjson --max-findings=100000 "$@" >out 2>err
    grep '^{"corpus":' out >found
}

# same: they are those of one run
same()
{
    cmp whole found || { cat err; return 1; }
}

# Each rule has all that it needs
for folder in all/corpus/*.bad; do
    code=$(expr "$folder" : 'all/corpus/\([a-z][0-9]*\)' | tr '[:lower:]' \
        '[:upper:]')
    judge --corpus "$folder" && cp found whole
    set --
    for file in "$folder"/*.xml; do
        "$cisvalidate" -q --write-facts="$file.facts" "$file" >out 2>err
        set -- "--facts=$file.facts" "$@"
    done
    judge "$@"
    check "${folder#all/corpus/} out of facts alone" same
    check 'which has its finding' says found "\"code\":\"$code\""
done

judge --corpus all && cp found whole
check 'the whole has findings' says whole C008
# Into shards of so many files, each in a run of its own
for size in 1 7 40; do
    mkdir "by.$size"
    # shellcheck disable=SC2016 # the inner shell expands these
    xargs -0 -n "$size" sh -c '"$0" -q -f ndjson:/dev/null \
        --write-facts="$(mktemp '"by.$size"'/XXXXXX)" "$@" 2>&1 >/dev/null ||
        test $? -eq 1' "$cisvalidate" <list >err
    check "shards of $size are written" silent err
    set --
    for shard in by."$size"/*; do
        set -- "$@" "--facts=$shard"
    done
    judge "$@"
    check "shards of $size: the same findings" same
done
set --
for shard in by.7/*; do
    set -- "--facts=$shard" "$@"
done
judge "$@"
check 'in another order' same

# Some of it as facts, and some as inputs
head -z -n 20 list >first
tail -z -n +21 list >rest
"$cisvalidate" -q --write-facts=first.facts -0 --files-from=first >out
judge --facts=first.facts -0 --files-from=rest
check 'facts and inputs together' same

# Facts of facts
"$cisvalidate" -q --write-facts=rest.facts -0 --files-from=rest >out
"$cisvalidate" -q --facts=first.facts --facts=rest.facts --write-facts=both.facts \
    >out
check 'the corpus is judged' says out '[C001'
judge --facts=both.facts
check 'facts of facts: the same findings' same
"$cisvalidate" -q -j1 --write-facts=one.facts -0 --files-from=list >out
check 'and the same bytes as those of one run' cmp one.facts both.facts
"$cisvalidate" -q -j4 --write-facts=four.facts -0 --files-from=list >out
check 'with any number of workers' cmp one.facts four.facts
if command -v xmllint >/dev/null; then
    check 'as the schema says' xmllint --noout --schema \
        "$root/schema/facts.xsd" one.facts
else
    skip 'as the schema says' 'no xmllint'
fi

check 'writing is not judging' gives 0 --write-facts=a.facts valid.xml
check 'and says nothing of it' lacks out corpus
"$cisvalidate" valid.xml >plain
check 'and changes no report' cmp plain out
check 'facts of nothing else' gives 0 --facts=a.facts
check 'are counted' says out 'corpus: 1 summit'
cp valid.xml again.xml
check 'twice the same session' gives 1 --facts=a.facts again.xml
check 'the file has its name' says out 'again.xml:2:46: note:'
check 'and the other its own' says out 'valid.xml:2:46: error:'
check 'the bundled registry is the one in the file' gives 0 --facts=a.facts \
    --registry="$root/schema/cis.xml"
check 'a baseline has them' gives 0 --facts=a.facts again.xml -q \
    --write-baseline=known.json --rule=C001=warning
check 'and suppresses them' gives 0 --facts=a.facts again.xml \
    --baseline=known.json

# Refused: said with the place, and nothing else is done.
refused()
{
    text=$1
    shift
    rm -f report.json
    gives 2 -f json:report.json "$@" valid.xml && says err "$text" &&
        says err 'cannot be used' && silent out &&
        test ! -e report.json && is_empty "$(find . -name '.cisvalidate-*')"
}
change() # NAME EXPRESSION: a changed copy
{
    sed "$2" a.facts >"$1.facts"
    ! cmp -s a.facts "$1.facts" || exit 99
}
change tool 's/ tool="[^"]*"/ tool="0.0.1"/'
check 'of another version' refused \
    "tool.facts:3:15: error: the facts were made with tool '0.0.1', and this" \
    --facts=tool.facts
check 'with a caret' says err '               ^~~~~'
check 'and what to do' says err 'hint: write them anew'
change vocabulary 's/ schema="1.0"/ schema="1.9"/'
check 'of another schema' refused "made with schema '1.9'" \
    --facts=vocabulary.facts
sed 's/recorded="2026-03-31"/recorded="2026-03-30"/' "$root/schema/cis.xml" \
    >other.xml
check 'of another registry' refused "made with registry 'cis/2026-03-31/" \
    --facts=a.facts --registry=other.xml
sed 's/>Commonwealth of Independent States</>Commonwealth</' "$root/schema/cis.xml" >other.xml
check 'of one that says something else' refused "made with registry 'cis/" \
    --facts=a.facts --registry=other.xml
head -c 2000 a.facts >cut.facts
check 'cut' refused '[W001 not-well-formed]' --facts=cut.facts
: >empty.facts
check 'empty' refused '[W005 empty-input]' --facts=empty.facts
check 'a record' refused 'valid.xml:2:2: error:' --facts=valid.xml
check 'no XML' refused '[W001' --facts=known.json
change value 's/ line="[0-9]*"/ line="-1"/'
check 'with an impossible place' refused '[S005 bad-value]' --facts=value.facts
change bare 's/ text="[^"]*"//'
check 'without the lines of text' gives 1 --facts=bare.facts again.xml
check 'says the same' says out 'valid.xml:2:46: error:'
check 'and shows no line of it' lacks out '<summit xmlns='
change nul 's/ text="/&\\x00/'
check 'with a NUL in a text' refused '[S005' --facts=nul.facts
change placeless '/<atSession /d'
check 'with a value without its place' refused \
    "'session' comes without its place [S002" --facts=placeless.facts
check 'beside good ones' refused '[W005' --facts=a.facts --facts=empty.facts
check 'past a limit' refused '[W004' --limit=bytes=1K --facts=a.facts
for file in absent.facts all; do
    check "$file: cannot be read" usage "cannot read the facts $file: " \
        --facts=$file
done
check 'not without rules' usage '--facts and --no-rules' --facts=a.facts \
    --no-rules
check 'nor written so' usage '--write-facts and --no-rules' \
    --write-facts=b.facts --no-rules valid.xml
check 'nor over a report' usage 'two reports go to b' --write-facts=b -f text:b \
    valid.xml
check 'nothing to check is still an error' usage Usage --write-facts=b.facts

# Whole, or as it was
if test -c /dev/full; then
    check 'a full disk' gives 3 --write-facts=/dev/full valid.xml
    check 'is said' says err 'cannot write /dev/full: No space left'
else
    skip 'a full disk' 'no /dev/full'
fi
echo old >old.facts
check 'no room' $limited sh -c 'ulimit -f 8; "$0" -q --write-facts=old.facts all/*.xml >/dev/null 2>&1
    test $? -eq 3' "$cisvalidate"
check 'leaves the old ones' test "$(cat old.facts)" = old
check 'and nothing else' is_empty "$(find . -name '.cisvalidate-*')"
check 'an input that cannot be read' gives 3 --write-facts=old.facts valid.xml \
    absent.xml
check 'is not among the facts, and others are' cmp old.facts a.facts
check 'the same through a sandbox' gives 0 --sandbox=auto --facts=a.facts \
    --write-facts=b.facts
check 'the same facts' cmp a.facts b.facts

done_testing
