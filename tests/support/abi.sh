#!/bin/sh
# SPDX-License-Identifier: MIT
# The interface that programs were compiled with, as one piece of C without
# comments: abi.sh [FOLDER] >lib/cisvalidate.abi, where FOLDER (lib/include) has
# cisvalidate/cisvalidate.h. check/abi.t holds the headers to that file.
set -eu

include=${1-$(cd "$(dirname "$0")/../.." && pwd)/lib/include}
: "${CC:=cc}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Headers of the C library stay the words that they are.
headers='stdbool stddef stdint stdio'
for header in $headers; do
    : >"$work/$header.h"
done
for header in $headers; do
    echo "#include <$header.h>"
done
# shellcheck disable=SC2086 # CC may have options
$CC -E -P -U__GNUC__ -nostdinc -I"$work" -I"$include" \
    "$include/cisvalidate/cisvalidate.h" | sed '/^$/d'
