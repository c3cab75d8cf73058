#!/bin/sh
# SPDX-License-Identifier: MIT
# The dictionary of the fuzz targets has each name and value of the schemas, in
# the form that libFuzzer and AFL read.
. "$top_srcdir/tests/tap.sh"

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
dictionary=$work/vocabulary.dict

# words ELEMENT ATTRIBUTE BEFORE AFTER: of all schemas, as they should stand.
words()
{
    cat "$top_srcdir"/schema/summit.xsd "$top_srcdir"/schema/registry.xsd \
        "$top_srcdir"/schema/profile.xsd | tr '\n<' ' \n' | sed -n \
        "s|^xs:$1 \(.* \)\{0,1\}$2=\"\([^\"]*\)\".*|\"$3\2$4\"|p"
}

missing()
{
    {
        words element name '<' ''
        words attribute name ' ' '=\\"'
        words enumeration value '\\"' '\\"'
    } | sort -u >"$work/words"
    test "$(wc -l <"$work/words")" -gt 400 || echo 'few words found'
    grep -vxFf "$dictionary" "$work/words"
}

malformed()
{
    grep -vE '^(|#.*|"([ !#-[^-~]|\]|\\[\\"]|\\x[0-9A-F]{2})+")$' "$dictionary"
}

makes()
{
    "$top_builddir/fuzz/dictionary" "$top_srcdir"/schema/summit.xsd \
        "$top_srcdir"/schema/registry.xsd "$top_srcdir"/schema/profile.xsd \
        >"$dictionary"
}

check 'it is made from the schemas' makes
check 'it has all of their words' is_empty "$(missing)"
check 'libFuzzer and AFL can read it' is_empty "$(malformed)"
check 'what is no schema is refused' \
    eval '! "$top_builddir/fuzz/dictionary" "$top_srcdir/schema/cis.xml"'
done_testing
