#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes a row of the table in README.md of what a target says while it runs:
#     ./dev fuzz TARGET SECONDS 2>&1 | sh fuzz/figures.sh TARGET
# Executions, a second of the clock; edges, features; the minute in which the
# edges grew for the last time, and how many minutes had begun.
target=$1
begun=$(date +%s) grown=$begun
edges=0 features=0 runs=0

# The number after the word "$2" of the line "$1".
after()
{
    rest=${1#*"$2" }
    echo "${rest%% *}"
}

while IFS= read -r line; do
    case $line in
    '#'*' cov: '*)
        now=$(after "$line" cov:)
        features=$(after "$line" ft:)
        if test "$now" -gt "$edges"; then
            edges=$now grown=$(date +%s)
        fi
        ;;
    *number_of_executed_units:*) runs=${line##* } ;;
    *ERROR:* | *SUMMARY:*) printf '%s\n' "$line" ;;
    esac
done

lasted=$(($(date +%s) - begun))
test "$lasted" -gt 0 || lasted=1
printf '| %s | %d | %d | %d | %d | %d of %d |\n' "$target" "$runs" \
    $((runs / lasted)) "$edges" "$features" \
    $(((grown - begun) / 60 + 1)) $((lasted / 60 + 1))
