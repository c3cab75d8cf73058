#!/bin/sh
# SPDX-License-Identifier: MIT
# What the command tells about itself: help, versions, codes, bundled files.
. "$top_srcdir/tests/cli/cli.sh"

check '--help' gives 0 --help
check '--help goes to stdout' silent err
for option in format jobs files-from null fail-on rule color progress \
    max-findings quiet verbose no-rules registry \
    limit explain list-rules print help version; do
    check "--help has --$option" says out "--$option"
done
check '--help fits a terminal' is_empty "$($AWK 'length($0) > 80' out)"
check '-h is --help' gives 0 -h
check '--help comes before mistakes after it' gives 0 --help --xyzzy

# Each option of --help is known: refused for its value at most.
gives 0 --help
for option in $(sed -n 's/^.* --\([a-z-]*\).*  .*$/\1/p' out); do
    gives 2 "--$option" >/dev/null
    check "--$option is known" lacks err 'unknown option'
done

check '--version' gives 0 --version
check '--version comes before mistakes after it' gives 0 --version --xyzzy
check '--version of no registry' gives 2 --registry=absent.xml --version
check 'has none to name' says err 'cannot read the registry absent.xml'
check '--list-rules into no folder' gives 3 --list-rules -f json:absent/x.json
gives 0 --version
check '--version names the program' says out 'cisvalidate '
check '--version names the registry' says out 'registry '

for file in summit.xsd registry.xsd profile.xsd facts.xsd xml.xsd cis.xml; do
    check "--print=$file" gives 0 --print=$file
    check "$file as it is in the tree" cmp out "$top_srcdir/schema/$file"
done

check '--list-rules' gives 0 --list-rules
cp out rules
check '--list-rules lists codes alone' is_empty "$(grep -v \
    '^[A-Z][0-9][0-9][0-9]  \(error\|warning\|note\) *[a-z0-9-]*  *[^ ]' rules)"
check '--list-rules is aligned' is_empty "$($AWK '
    match($0, /^[A-Z0-9]+  +[a-z]+  +[a-z0-9-]+  +/) {
        if (FNR > 1 && RLENGTH != width) print
        width = RLENGTH }' rules)"

explained()
{
    gives 0 --explain "$1" && says out "$1 $2 (" && says out 'Bad:' &&
        says out 'Good:' && gives 0 --explain="$2" && says out " $2 ("
}
while read -r code _ name _; do
    check "--explain $code, and by its name" explained "$code" "$name"
done <rules

cat >rules.schema.json <<'JSON'
{"type": "array", "items": {"type": "object", "additionalProperties": false,
 "required": ["code", "name", "severity", "title", "why", "bad", "good"],
 "properties": {
  "code": {"type": "string", "pattern": "^[A-Z][0-9]{3}$"},
  "name": {"type": "string"}, "severity": {"enum": ["error", "warning", "note"]},
  "title": {"type": "string"}, "why": {"type": "string"},
  "bad": {"type": "string"}, "good": {"type": "string"}}}}
JSON
check '--list-rules as JSON' gives 0 --list-rules -f json
check 'is an array of codes' "$jsoncheck" rules.schema.json out
check 'as many as lines' test "$(grep -c '"code"' out)" -eq \
    "$(grep -c '^' rules)"
check '--list-rules into a file' gives 0 --list-rules -f json:rules.json
check 'has all of it there' cmp out /dev/null
check 'which is the array' "$jsoncheck" rules.schema.json rules.json
check '--list-rules as SARIF' usage '--list-rules has no format sarif' \
    --list-rules -f sarif
check '--explain as JSON' gives 0 --explain D001 -f json
check 'has the name' says out '"name":"summit-ends-before-it-starts"'

# What shells complete, made from the same table
complete=$top_builddir/cli/complete
case $complete in
/*) ;;
*) complete=$here/$complete ;;
esac
for shell in bash zsh; do
    "$complete" "$shell" >words
    check "$shell completes options" says words --files-from
    check 'and their words' says words 'auto always never'
done
check 'zsh has what they are for' says words '[print this text]'
check 'files are completed' says words ':FILE:_files'
check 'another shell' sh -c '"$1" fish 2>err; test $? -eq 2' sh "$complete"
check 'is told' says err 'complete bash|zsh'
check 'no shell' sh -c '"$1" 2>err; test $? -eq 2' sh "$complete"
check 'onto a full disk' sh -c '"$1" zsh >/dev/full; test $? -eq 1' sh \
    "$complete"

for action in --help --version --list-rules '--explain=D001' --print=cis.xml; do
    "$cisvalidate" "$action" >&- 2>err
    check "$action to nowhere" test $? -eq 3
done
check '--self-test' gives 0 --self-test
check 'counts' says out ' codes: '
check 'lists nothing that passes' test "$(grep -c '' out)" -eq 1
check 'none fails' says out ' passed, 0 failed'
check '-v --self-test' gives 0 -v --self-test
check 'lists all' test "$(grep -c ': passed: ' out)" -eq \
    "$((2 * $("$cisvalidate" --list-rules | grep -c '')))"
check '--self-test with a format' usage 'goes without --format' --self-test \
    -f json
check '--self-test with a file' usage 'goes without files' --self-test valid.xml
check '--self-test onto a full disk' sh -c \
    '"$1" --self-test >/dev/full 2>err; test $? -eq 3' sh "$cisvalidate"
done_testing
