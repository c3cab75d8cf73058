# SPDX-License-Identifier: MIT
# coverage.sh ROOT: in the folder that it is run in, builds with gcov's
# counters, runs all tests, and writes coverage.txt: branches of lib/ and cli/
# by file, then each that no test takes. It fails where a function misses more
# than tests/coverage.tsv allows it, which has a reason for every one.
# With a second argument, "report", nothing is built or run again.
set -eu

root=$1
jobs=$(getconf _NPROCESSORS_ONLN || echo 2)
reasons=$root/tests/coverage.tsv

if test "${2-}" != report; then
    test -f Makefile ||
        "$root/configure" -q --enable-coverage CFLAGS='-O0 -g'
    make -s -j"$jobs"
    find . -name '*.gcda' -exec rm -f {} +
    make -s -j"$jobs" check >coverage.log 2>&1 || { cat coverage.log; exit 1; }
fi

# FILE, line, function, branch, taken, text: one line for each branch. A header
# is compiled many times; a branch is taken where any of them took it.
branches()
{
    find lib cli -name '*.gcda' | LC_ALL=C sort |
        xargs -n 20 gcov -b -c -t 2>/dev/null | awk -v root="$root/" '
        /^ *-: *0:Source:/ {
            file = $0
            sub(/^ *-: *0:Source:/, "", file)
            sub(/^(\.\.\/)*/, "", file)
            if (index(file, root) == 1)
                file = substr(file, length(root) + 1)
            wanted = file ~ /^(lib|cli)\//
            next
        }
        !wanted { next }
        /^function / { name = $2; next }
        /^branch / {
            print file "\t" line "\t" name "\t" $2 "\t" \
                ($3 == "taken" && $4 > 0) "\t" text
            next
        }
        /^ *[-#=0-9*]+: *[0-9]+:/ {
            line = $0
            sub(/^[^:]*: */, "", line)
            text = line
            sub(/:.*/, "", line)
            sub(/^[0-9]*:[ \t]*/, "", text)
        }'
}

branches | awk -F '\t' -v OFS='\t' '
    { key = $1 OFS $2 OFS $3 OFS $4; text[key] = $6; taken[key] += $5 }
    END { for (key in taken) print key, (taken[key] > 0), text[key] }' |
    LC_ALL=C sort -t "$(printf '\t')" -k1,1 -k2,2n -k4,4n >branches.tsv

awk -F '\t' '
    { all[$1]++; hit[$1] += $5; total++; taken += $5 }
    !$5 { missed[++n] = $1 ":" $2 ": " $3 ": branch " $4 ": " $6 }
    END {
        printf "%.1f %% of %d branches are taken\n\n", 100 * taken / total,
            total
        for (file in all)
            printf "%6.1f %%  %4d of %4d  %s\n", 100 * hit[file] / all[file],
                hit[file], all[file], file | "sort -k6"
        close("sort -k6")
        print "\nnever taken:"
        for (i = 1; i <= n; i++) print missed[i]
    }' branches.tsv >coverage.txt
head -n 1 coverage.txt
echo "the report is $PWD/coverage.txt"

# What is missed and not listed, or listed and taken by now.
awk -F '\t' -v list="$reasons" '
    BEGIN {
        while ((getline row < list) > 0)
            if (row !~ /^#/ && split(row, part, "\t") >= 4)
                allowed[part[1] FS part[2]] += part[3]
    }
    { missed[$1 FS $3] += !$5 }
    END {
        for (key in missed) {
            if (missed[key] > allowed[key] + 0) {
                split(key, part, FS)
                printf "%s: %s: misses %d branches, %d have a reason\n",
                    part[1], part[2], missed[key], allowed[key] | "sort"
                bad = 1
            }
        }
        close("sort")
        for (key in allowed)
            if (missed[key] + 0 < allowed[key])
                fewer++
        if (fewer)
            printf "%d rows of %s allow more than is missed\n", fewer, list
        exit bad
    }' branches.tsv
