#!/bin/sh
# SPDX-License-Identifier: MIT
# doc/importing.md is true: the importers in doc/examples, in C and in Python,
# read the archive of real sessions into the same rows, and its query answers.
. "$top_srcdir/tests/tap.sh"

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
archive=$top_srcdir/schema/records/archive.xml
library=$(cd "$top_builddir" && pwd)/lib/.libs/libcisvalidate.so
examples=$top_srcdir/doc/examples

# block FENCE: what stands in the page's first fence that begins so
block()
{
    $AWK -v fence="\`\`\`$1" '
        $0 == "```" && inside { exit }
        inside
        $0 == fence && !done { inside = done = 1 }
    ' "$top_srcdir/doc/importing.md"
}

have_sqlite()
{
    echo '#include <sqlite3.h>
        int main(void) { return sqlite3_libversion_number() < 3000000; }' \
        >"$work/try.c"
    $CC "$work/try.c" -o "$work/try" -lsqlite3 >"$work/log" 2>&1
}

compiled()
{
    $CC -std=c11 -Wall -Wextra -Werror -I"$top_srcdir/lib/include" \
        -c "$examples/import.c" -o "$work/import.o" &&
        "$top_builddir/libtool" --quiet --tag=CC --mode=link $CC \
            "$work/import.o" "$top_builddir/lib/libcisvalidate.la" \
            -lsqlite3 -o "$work/import" &&
        "$work/import" "$work/c.db" "$archive"
}

refuses_invalid()
{
    "$work/import" "$work/bad.db" "$archive" "$examples/broken.xml"
    test $? -eq 1 || return 1
    test ! -s "$work/bad.db" || test -z "$(rows "$work/bad.db")"
}

python()
{
    LIBCISVALIDATE=$library python3 "$examples/import.py" "$@"
}

in_python()
{
    python "$work/py.db" "$archive"
}

# twice COMMAND...: what the database will not take leaves nothing either.
twice()
{
    rm -f "$work/twice.db"
    "$@" "$work/twice.db" "$archive" "$archive"
    test $? -eq 1 || return 1
    test ! -s "$work/twice.db" || test -z "$(rows "$work/twice.db")"
}

# rows DATABASE: all of them, table by table
rows()
{
    python3 - "$1" <<'END'
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
tables = [t for t, in db.execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
for table in tables:
    for row in db.execute("SELECT * FROM " + table):
        print(table, *row, sep="|")
END
}

same_rows()
{
    rows "$work/c.db" >"$work/c.rows" && rows "$work/py.db" >"$work/py.rows" &&
        test "$(grep -c '^summit|' "$work/c.rows")" \
            -eq "$(grep -c '<summit ' "$archive")" &&
        diff "$work/c.rows" "$work/py.rows"
}

query_answers()
{
    block sql >"$work/query"
    $AWK '/^```sql/ { sql = 1 } sql && answer && /^```$/ { exit } answer
        sql && /^```$/ { if (closed) answer = 1; closed = 1 }' \
        "$top_srcdir/doc/importing.md" >"$work/shown"
    python3 - "$1" "$work/query" >"$work/answer" <<'END'
import sqlite3, sys
for row in sqlite3.connect(sys.argv[1]).execute(open(sys.argv[2]).read()):
    print(*row, sep="|")
END
    test -s "$work/shown" && diff "$work/shown" "$work/answer"
}

instrumented()
{
    $NM -D "$library" 2>/dev/null | grep -q '__asan_\|__tsan_\|__gcov_'
}

if ! python3 -c 'import sqlite3' >"$work/log" 2>&1; then
    python='no python3 with sqlite3'
elif ! test -f "$library" || instrumented; then
    python='no plain shared library'
else
    python=
fi
if have_sqlite; then
    check 'the importer in C compiles and reads the archive' compiled
    if python3 -c 'import sqlite3' >"$work/log" 2>&1; then
        check 'an invalid input leaves nothing' refuses_invalid
        check 'a summit that comes twice leaves nothing' twice "$work/import"
        check 'its rows answer the query' query_answers "$work/c.db"
    fi
else
    skip 'the importer in C' 'no SQLite headers (libsqlite3-dev)'
fi
if test -n "$python"; then
    skip 'the importer in Python' "$python"
else
    check 'the importer in Python reads the archive' in_python
    check 'from there too, a summit twice leaves nothing' twice python
    check 'its rows answer the query too' query_answers "$work/py.db"
    test ! -f "$work/c.db" || check 'both have the same rows' same_rows
fi
done_testing
