#!/bin/sh
# SPDX-License-Identifier: MIT
# The report for GitLab is a code quality artifact.
. "$top_srcdir/tests/cli/cli.sh"

cat >gitlab.schema.json <<'JSON'
{"type": "array", "items": {"type": "object", "additionalProperties": false,
 "required": ["description", "check_name", "fingerprint", "severity",
  "location"],
 "properties": {
  "description": {"type": "string", "pattern": "."},
  "check_name": {"type": "string", "pattern": "^[A-Z][0-9]{3} [a-z0-9-]+$"},
  "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
  "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
  "location": {"type": "object", "additionalProperties": false,
   "required": ["path", "lines"], "properties": {
    "path": {"type": "string", "pattern": "^[^.]|^[.][^/]"},
    "lines": {"type": "object", "additionalProperties": false,
     "required": ["begin", "end"], "properties": {
      "begin": {"type": "integer", "minimum": 1},
      "end": {"type": "integer", "minimum": 1}}}}}}}}
JSON

reported()
{
    wanted_status=$1
    shift
    gives "$wanted_status" -f gitlab "$@" && silent err &&
        "$jsoncheck" gitlab.schema.json out
}

value()
{
    got=$("$jsoncheck" gitlab.schema.json out "$1") && test "$got" = "$2" ||
        { echo "$1 is $got"; return 1; }
}

check 'a valid file' reported 0 valid.xml
check 'has no issues' is_empty "$(grep description out)"
check 'files in between' reported 3 valid.xml ./bad.xml valid.xml warn.xml \
    absent.xml valid.xml
check 'change nothing' value /0/location/path bad.xml
check 'a line' value /0/location/lines/begin 5
check 'an error' value /0/severity major
check 'a warning' value /1/severity minor
check 'what was not read' value /2/severity blocker
cp bad.xml same.xml
check 'the same in two files' reported 1 bad.xml same.xml
check 'are two issues' test \
    "$("$jsoncheck" gitlab.schema.json out /0/fingerprint)" != \
    "$("$jsoncheck" gitlab.schema.json out /1/fingerprint)"
check 'hostile files' hostile reported 1
done_testing
