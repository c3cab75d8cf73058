# SPDX-License-Identifier: MIT
# Tests of the command: . "$top_srcdir/tests/cli/cli.sh", then as in tap.sh.
. "$top_srcdir/tests/tap.sh"

cisvalidate=$top_builddir/cli/cisvalidate
jsoncheck=$top_builddir/tests/support/jsoncheck
schema=$top_srcdir/schema/report.schema.json
record=$top_srcdir/schema/records/chs-2024-10-08.xml

scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
here=$PWD
case $top_builddir in
/*) ;;
*) cisvalidate=$here/$cisvalidate jsoncheck=$here/$jsoncheck ;;
esac
case $top_srcdir in
/*) ;;
*) record=$here/$record schema=$here/$schema ;;
esac
cd "$scratch" || exit 99

# Before a command that may write but so much: not its counters, for coverage.
# shellcheck disable=SC2034 # for those who read this file
limited="env GCOV_PREFIX=$scratch/counters"

# Without libtool's wrapper, which takes more time than the command itself.
real=${cisvalidate%/*}/.libs/${cisvalidate##*/}
if test -x "$real"; then
    cisvalidate=$real
    LD_LIBRARY_PATH=${real%/cli/*}/lib/.libs${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
    export LD_LIBRARY_PATH
fi

# Inputs: valid, not well-formed, against the rules, with a warning alone.
cp "$record" valid.xml && chmod u+w valid.xml || exit 99
sed '$d' valid.xml >broken.xml
sed 's/<dates start="[^"]*"/<dates start="2024-10-09"/' valid.xml >bad.xml
sed 's/<documents>/<documents complete="true" total="99">/' valid.xml >warn.xml

# gives STATUS [ARGUMENT]...: the command ends so; its words stay in out, err.
gives()
{
    wanted=$1
    shift
    "$cisvalidate" "$@" >out 2>err
    got=$?
    test "$got" -eq "$wanted" && return
    echo "exit status $got instead of $wanted; stdout and stderr:"
    cat out err
    return 1
}

# silent FILE, says FILE TEXT, lacks FILE TEXT: of what a command has left.
silent()
{
    test ! -s "$1" || { cat "$1"; return 1; }
}

says()
{
    grep -F -q -e "$2" "$1" || { cat "$1"; return 1; }
}

lacks()
{
    ! grep -F -e "$2" "$1"
}

# usage TEXT [ARGUMENT]...: the command line is refused with that text.
usage()
{
    text=$1
    shift
    gives 2 "$@" && silent out && says err "$text"
}

# hostile: files that try to leave the format that tells of them, in their
# content and by their names, which are in "$@" of what hostile is given.
hostile()
{
    cat >hostile.xml <<'XML'
<summits xmlns="urn:cisvalidate:summit:1"><summit id="]]&gt;&lt;/failure&gt;"
 body="&quot;,&quot;x&quot;:{&#10;::error::1,%0A::set-env name=A::b&#13;##[x]"
 a="%25\"/></summits>
XML
    printf '<a>\033]0;x\007\302\205\342\200\250::error::x\n::error::y</b>\n' \
        >'::error,file=x::%0A.xml'
    cp hostile.xml 'a"]}<&>,::%
::error::b.xml'
    cp hostile.xml "$(printf '\377\033[2J.xml')"
    "$@" hostile.xml ./::error* ./a* "$(printf '\377\033[2J.xml')"
}
