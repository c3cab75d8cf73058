#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh [--quick|--large]: cisvalidate beside its peers, in one table. Each
# figure is the median of rounds in which all programs take turns. --quick
# leaves out 256 MB; --large adds what 500 MB take of memory. Times are those
# of the processor, user and system, so that other work disturbs them little.
set -eu

: "${top_srcdir:=.}" "${top_builddir:=$top_srcdir}"
top_srcdir=$(cd "$top_srcdir" && pwd)
top_builddir=$(cd "$top_builddir" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
. "$top_srcdir/bench/bench.sh"
schema=$top_srcdir/schema/summit.xsd
rounds=${ROUNDS:-5}
sizes='1 16 256'
large=false
case ${1-} in
--quick) sizes='1 16' ;;
--large) large=true ;;
'') ;;
*)
    sed -n '3,6s/^# //p' "$0" >&2
    exit 2
    ;;
esac

skip()
{
    echo "skipped: $1 ($2)"
}

# compile NAME COMPILER ARGUMENT...: a peer written here
compile()
{
    name=$1
    shift
    have "$1" && "$@" -o "$work/$name" 2>/dev/null && return
    skip "$name" 'it cannot be compiled here'
    return 1
}

# One line for each program that is there, in order: its key, the greatest
# size that it is given (those with a tree take twelve bytes of memory for each
# of the input), its name, its command.
programs=$work/programs
add()
{
    printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" >>"$programs"
}

find_peers()
{
    peers=$top_srcdir/bench/peers
    add all 1000 'cisvalidate' "$program -q"
    add schema 1000 'cisvalidate --no-rules' "$program -q --no-rules"
    # shellcheck disable=SC2086 # words are wanted
    compile libxml2 $CC -O2 ${LIBXML_CFLAGS-} "$peers/libxml2.c" -lxml2 &&
        add sax 1000 'libxml2 SAX2, empty handlers' "$work/libxml2"
    # shellcheck disable=SC2086
    compile expat $CC -O2 "$peers/expat.c" -lexpat &&
        add expat 1000 'expat, empty handlers' "$work/expat"
    if have xmllint; then
        add stream 1000 'xmllint --stream --schema' \
            "xmllint --noout --stream --schema $schema"
        add tree 16 'xmllint --schema' "xmllint --noout --schema $schema"
    else
        skip xmllint 'not installed'
    fi
    compile xerces "${CXX:-c++}" -O2 "$peers/xerces.cpp" -lxerces-c &&
        add xerces 1000 'Xerces-C SAX2, schema' "$work/xerces $schema"
    if have javac && have java && javac -d "$work" "$peers/Jdk.java"; then
        add jdk 1000 "JDK's validator" "java -cp $work Jdk $schema"
    else
        skip "JDK's validator" 'no JDK'
    fi
    for python in python3 /usr/bin/python3; do
        "$python" -c 'from lxml import etree' 2>/dev/null || continue
        add lxml 16 'Python lxml, schema' \
            "$python $peers/lxml_schema.py $schema"
        return
    done
    skip 'Python lxml' 'not installed'
}

# turns SIZE ROUNDS COMMAND-SUFFIX...: lines of key, processor seconds, KiB
turns()
{
    size=$1
    left=$2
    shift 2
    while test "$left" -gt 0; do
        while IFS='	' read -r key most name command; do
            test "$size" -le "$most" || continue
            # shellcheck disable=SC2086 # words are wanted
            result=$("$measure" $command "$@")
            case $result in
            *' 0') echo "$key $result" ;;
            *) echo "failed: $name" >&2 ;;
            esac
        done <"$programs"
        left=$((left - 1))
    done
}

# Of the lines "key cpu wall KiB status": the medians, in the given order, as
# key, processor seconds and KiB.
medians()
{
    sort -k1,1 -k2,2n | $AWK '
        $1 != key { flush(); key = $1; n = 0 }
        { cpu[n] = $2; if ($4 > kib[key]) kib[key] = $4; n++ }
        function flush() { if (n) print key, cpu[int(n / 2)], kib[key] }
        END { flush() }'
}

# The rows of one size
report()
{
    $AWK -F '\t' -v size="$1" -v bytes="$(bytes "$2")" -v results="$3" \
        -v counts="$work/counts" '
        BEGIN {
            while ((getline line < results) > 0) {
                split(line, part, " ")
                cpu[part[1]] = part[2]
                kib[part[1]] = part[3]
            }
            while ((getline line < counts) > 0) {
                split(line, part, " ")
                count[part[1]] = part[2]
            }
        }
        $1 in cpu {
            time = cpu[$1] > 0 ? cpu[$1] : 1e-6
            printf "%4d MB  %-30s %8.1f %8.2f %8.1f %8s\n", size, $3,
                bytes / time / 1e6, cpu["all"] / time, kib[$1] / 1024,
                ($1 in count) ? count[$1] : ""
        }' "$programs"
}

rows()
{
    printf '%7s  %-30s %8s %8s %8s %8s\n' '' program 'MB/s' 'to ours' \
        'MiB' 'instr/B'
    for size in $sizes; do
        file=$work/$size.xml
        "$generate" 1 "${size}000000" >"$file"
        turns "$size" "$([ "$size" -gt 16 ] && echo 3 || echo "$rounds")" \
            "$file" | medians >"$work/results"
        report "$size" "$file" "$work/results"
        rm "$file"
    done
}

# Instructions of our own code, where valgrind is there
count_own()
{
    : >"$work/counts"
    if ! have valgrind; then
        skip 'instructions per byte' 'no valgrind'
        return
    fi
    "$generate" 1 1000000 >"$work/count.xml"
    {
        echo "all $(own_instructions "$work/count.xml")"
        echo "schema $(own_instructions "$work/count.xml" --no-rules)"
    } >"$work/counts"
}

# side NAME RUNS FILE...: cisvalidate and xmllint over the files, in one run
side()
{
    name=$1
    runs=$2
    shift 2
    : >"$work/side"
    while test "$runs" -gt 0; do
        echo "ours $("$measure" "$program" -q "$@")" >>"$work/side"
        echo "them $("$measure" xmllint --noout --schema "$schema" "$@")" \
            >>"$work/side"
        runs=$((runs - 1))
    done
    medians <"$work/side" | $AWK -v name="$name" '
        { cpu[$1] = $2; kib[$1] = $3 }
        END {
            printf "%-38s %9.4f s %9.4f s %6.2f of xmllint %7.1f MiB\n",
                name, cpu["ours"], cpu["them"], cpu["ours"] / cpu["them"],
                kib["ours"] / 1024
        }'
}

compare_small()
{
    mkdir "$work/many"
    "$generate" 1 10000 "$work/many"
    if ! have xmllint; then
        skip 'single records' 'no xmllint'
        return
    fi
    mkdir "$work/one"
    "$generate" 1 1 "$work/one"
    echo
    printf '%-38s %11s %11s\n' '' cisvalidate xmllint
    side "one record of $(bytes "$work/one/000000.xml") bytes, from start" \
        $((rounds * 20)) "$work/one/000000.xml"
    cd "$work/many"
    side '10,000 records in one run' "$rounds" ./*.xml
    cd - >/dev/null
}

# Whether two cores have nothing else to do.
idle()
{
    cores=$(getconf _NPROCESSORS_ONLN)
    test "$cores" -ge 2 && test -r /proc/loadavg &&
        $AWK -v cores="$cores" '{ exit $1 > cores - 1.5 }' /proc/loadavg
}

# Two workers beside one: what they cost of the processor, and what they gain
# where there is room for them.
compare_workers()
{
    : >"$work/workers"
    left=$rounds
    while test "$left" -gt 0; do
        for jobs in 1 2; do
            echo "$jobs $("$measure" "$program" -q -j$jobs "$work/many")" \
                >>"$work/workers"
        done
        left=$((left - 1))
    done
    $AWK '
        { if (!($1 in cpu) || $2 < cpu[$1]) cpu[$1] = $2
          if (!($1 in wall) || $3 < wall[$1]) wall[$1] = $3 }
        END { printf "%-38s %9.4f s %9.4f s of the processor\n",
                  "10,000 records, -j2 and -j1", cpu[2], cpu[1]
              printf "%-38s %9.4f s %9.4f s: %.2f times as fast\n", "",
                  wall[2], wall[1], wall[1] / wall[2] }' "$work/workers" |
        if "$1"; then cat; else sed 1q; fi
    "$1" || skip 'how much faster -j2 is' 'the cores are busy'
}

# Memory does not grow with the archive.
compare_large()
{
    echo
    for size in 50 500; do
        "$generate" 1 "${size}000000" >"$work/large.xml"
        # shellcheck disable=SC2046 # words are wanted
        set -- $("$measure" "$program" -q "$work/large.xml")
        echo "$size MB: $3 KiB at most, $1 s"
    done
    rm "$work/large.xml"
}

find_peers
count_own
echo
rows
compare_small
if idle; then
    compare_workers true
else
    compare_workers false
fi
! $large || compare_large
