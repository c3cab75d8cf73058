#!/bin/sh
# SPDX-License-Identifier: MIT
# doc/ci/sharding.md works as it stands: its commands are run over an archive
# in shards, and say together what one run says.
. "$top_srcdir/tests/cli/cli.sh"
case $top_srcdir in
/*) root=$top_srcdir ;;
*) root=$here/$top_srcdir ;;
esac
page=$root/doc/ci/sharding.md

mkdir bin archive archive/more && cp -R "$root/tests/corpus" archive/ &&
    cp "$root"/schema/records/*.xml archive/more/ || exit 99
cp bad.xml archive/'a name  with spaces.xml'
cp broken.xml "archive/a line
end.xml"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$cisvalidate" >bin/cisvalidate
chmod +x bin/cisvalidate
PATH=$PWD/bin:$PATH

# block NUMBER: the commands of that block, with shards of ten files
block()
{
    $AWK -v number="$1" '
        /^```sh/ { at++; next }
        /^```/ { inside = 0; if (at == number) exit; next }
        at == number' "$page" | sed 's/-n 1000/-n 10/'
}
check 'there are four blocks' test "$(grep -c '^```sh' "$page")" -eq 4

"$cisvalidate" -f ndjson --corpus archive >whole.ndjson
grep '^{"path":' whole.ndjson | LC_ALL=C sort >inputs
grep '^{"corpus":' whole.ndjson >corpus

# summary FILE: what the last block says of it
sums()
{
    LC_ALL=C sort summary >sorted
    sed -n 's/^{"summary":{\(.*\)}}$/\1/p' whole.ndjson | tr ',' '\n' |
        tr -d '"' | tr ':' ' ' | LC_ALL=C sort | diff - sorted
}

# composes NUMBER NAME: the shards of that block, joined
composes()
{
    rm -rf shards
    block "$1" >shard.sh
    sh -e shard.sh >out 2>err
    check "$2: every shard has both files" test \
        "$(find shards -name '*.ndjson' | wc -l)" -eq \
        "$(find shards -name '*.facts' | wc -l)"
    check "$2: there are several" test \
        "$(find shards -name '*.facts' | wc -l)" -gt 4
    block 3 >join.sh
    sh join.sh >out 2>err
    grep '^{"path":' report.ndjson | LC_ALL=C sort >found
    check "$2: the inputs of one run" cmp inputs found
    grep '^{"corpus":' corpus.ndjson >found
    check "$2: the findings of one run" cmp corpus found
    block 4 >sum.sh
    sh sum.sh >summary 2>err
    check "$2: the exit status of one run" test $? -eq 1
    check "$2: the sums of one run" sums
}

composes 1 xargs
if parallel --version 2>/dev/null | grep -q '^GNU parallel'; then
    composes 2 parallel
else
    skip 'GNU parallel' 'it is not installed'
fi
done_testing
