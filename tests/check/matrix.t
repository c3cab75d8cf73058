#!/bin/sh
# SPDX-License-Identifier: MIT
# Every row of the matrix of bad inputs has its test, and no test an id that
# the matrix lacks.
. "$top_srcdir/tests/tap.sh"
cd "$top_srcdir" || exit 99

matrix=tests/bad-inputs.tsv

untested()
{
    grep '^B' "$matrix" | while IFS='	' read -r id outcome file words; do
        test -n "$outcome" && test -f "$file" ||
            echo "$id: there is no $file"
        test "$words" = - || grep -q -F -e "$words" "$file" ||
            echo "$id: $file does not have: $words"
    done
}

unknown()
{
    grep -h -o -E '\<B[0-9]{3}\>' tests/bad-inputs.t tests/bad_inputs.c \
        tests/bad-surroundings.t | sort -u | while IFS= read -r id; do
        grep -q "^$id	" "$matrix" || echo "$id: not in $matrix"
    done
}

echo "# $(grep -c '^B' "$matrix") rows"
check 'each row has its test' is_empty "$(untested)"
check 'no id is there twice' is_empty "$(grep -o '^B[0-9]*' "$matrix" |
    sort | uniq -d)"
check 'no other ids' is_empty "$(unknown)"
done_testing
