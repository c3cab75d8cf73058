#!/bin/sh
# SPDX-License-Identifier: MIT
# run.sh [OPTION...] [FILE...]: mutate.py, where its tools are. Status 0: each
# mutant is seen by a test or listed; 1: not; 77: not run, and why is said.
here=$(dirname "$0")

for tool in python3 gcc make ld objcopy; do
    if ! command -v "$tool" >/dev/null 2>&1; then
        echo "mutation: skipped: there is no $tool" >&2
        exit 77
    fi
done
exec nice -n 19 python3 "$here/mutate.py" "$@"
