#!/bin/sh
# SPDX-License-Identifier: MIT
# embed.sh FILE...: write C source that holds the files (lib/schema/embedded.h).
set -eu
LC_ALL=C
export LC_ALL

name_of()
{
    basename "$1" | tr -c 'A-Za-z0-9\n' _
}

echo '/* The bundled schemas and registry, made by embed.sh: do not edit. */'
echo '#include "schema/embedded.h"'
for file
do
    test -s "$file"
    printf '\nstatic const unsigned char %s[] = {\n' "$(name_of "$file")"
    od -An -v -tu1 "$file" | sed -e 's/^ *//; s/ *$//; s/  */,/g; s/$/,/'
    echo '};'
done
printf '\nconst struct embedded embedded_files[] = {\n'
for file
do
    name=$(name_of "$file")
    printf '    {"%s", %s, sizeof %s},\n' "$(basename "$file")" "$name" "$name"
done
printf '};\n\nconst size_t embedded_count = %s;\n' "$#"
