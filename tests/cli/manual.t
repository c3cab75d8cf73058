#!/bin/sh
# SPDX-License-Identifier: MIT
# What goes with the command: the manual, completion, pre-commit, CI and the
# catalogue say what is, and work as far as they can be tried here.
. "$top_srcdir/tests/cli/cli.sh"
case $top_srcdir in
/*) root=$top_srcdir ;;
*) root=$here/$top_srcdir ;;
esac
case $top_builddir in
/*) completion=$top_builddir/cli/completion ;;
*) completion=$here/$top_builddir/cli/completion ;;
esac
test -e "$completion/cisvalidate" || completion=$root/cli/completion
manual=$root/cli/cisvalidate.1

gives 0 --help
sed -n 's/^  \(-.,\|   \) --\([a-z-]*\).*/\2/p' out | sort >options
sed -n 's/^\.It .*Cm --\([a-z-]*\).*/\1/p' "$manual" | sort >described
check 'the manual has the options, and no others' diff options described
sed -n 's/^Formats: //p' out | tr ' ' '\n' | sort >formats
sed -n '/^\.It Cm [a-z]/s/^\.It Cm //p' "$manual" | sort >described
check 'and the formats' diff formats described
if command -v mandoc >/dev/null; then
    check 'it is clean' is_empty "$(mandoc -T lint -W style "$manual" 2>&1 |
        grep -v 'mandoc.db')"
    check 'it can be shown' sh -c "mandoc -T utf8 '$manual' |
        grep -q 'SARIF 2.1.0'"
else
    skip 'it is clean' 'no mandoc'
fi

# The profile that it shows, as it is meant
$AWK '/^\.Sh/ { here = /PROFILES/ } /^\.Ed/ { literal = 0 }
    here && literal { print }
    /^\.Bd -literal/ { literal = 1 }' "$manual" >example.xml
printf '<profile xmlns="urn:cisvalidate:profile:1"/>\n' >base.xml
check 'its profile is one' gives 0 --profile=example.xml valid.xml
check 'which sets a rule' gives 0 --profile=example.xml bad.xml
check 'and what fails' gives 1 --profile=example.xml warn.xml
check 'and a limit' gives 1 --profile=example.xml --limit=depth=2 valid.xml
check 'over which options prevail' says out 'depth'

# complete WORD...: what bash would offer for the last word
complete_with_bash()
{
    bash -c '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        _cisvalidate; printf "%s\n" "${COMPREPLY[@]}"' \
        bash "$completion/cisvalidate" cisvalidate "$@"
}
offers()
{
    wanted_words=$1
    shift
    got=$(complete_with_bash "$@" | tr '\n' ' ')
    test "$got" = "$wanted_words " || { echo "offers $got"; return 1; }
}
if command -v bash >/dev/null; then
    check 'bash can read its completion' bash -n "$completion/cisvalidate"
    complete_with_bash -- | sed 's/^--//' | sort >offered
    check 'it offers all options' diff options offered
    check 'values' offers 'always' --color al
    check 'values after =' offers 'auto always never' --color =
    check 'values begun after =' offers 'warning' --fail-on = w
    check 'formats' offers 'json junit' -f j
    check 'codes' offers 'D001' --explain D001
    check 'codes with a level' offers 'D001=' --rule D001
    check 'files' offers 'valid.xml' val
    check 'files of an option' offers 'valid.xml' --registry = val
else
    skip 'completion' 'no bash'
fi
if command -v zsh >/dev/null; then
    check 'zsh can read its completion' zsh -n "$completion/_cisvalidate"
    sed -n "s/^    '\*--\([a-z-]*\).*/\1/p" "$completion/_cisvalidate" |
        sort >offered
    check 'it offers all options' diff options offered
else
    skip 'completion of zsh' 'no zsh'
fi

hook=$root/.pre-commit-hooks.yaml
check 'the hook of pre-commit is the command' test \
    "$(sed -n 's/^  entry: //p' "$hook")" = cisvalidate
arguments=$(sed -n 's/^  args: \[\(.*\)\]$/\1/p' "$hook" | tr ',' ' ')
# shellcheck disable=SC2086 # words are wanted
check 'which takes its arguments' gives 0 $arguments valid.xml

# The steps of the CI files, with the command on the path
mkdir bin records && cp bad.xml records/
printf '#!/bin/sh\nexec "%s" "$@"\n' "$cisvalidate" >bin/cisvalidate
chmod +x bin/cisvalidate
sed '1,/^ *run: |$/d; s/^        //' "$root/doc/ci/action.yml" >action.sh
check 'the action runs' sh -c "PATH=\$PWD/bin:\$PATH INPUT_PATH=records \
    INPUT_ARGUMENTS='-j1 --max-findings=9' INPUT_SARIF=a.sarif \
    bash -e action.sh >out; test \$? -eq 1"
check 'and annotates' says out '::error file=records/bad.xml,'
check 'and leaves a report' says a.sarif '"ruleId":"D001"'
sed -n 's/^    - cisvalidate/cisvalidate/p' "$root/doc/ci/gitlab-ci.yml" >job.sh
check 'the job of GitLab runs' sh -c "PATH=\$PWD/bin:\$PATH \
    CISVALIDATE_PATH=records sh job.sh >out; test \$? -eq 1"
check 'and leaves its reports' test -s gl-code-quality.json -a \
    -s cisvalidate.xml.report

if command -v xmlcatalog >/dev/null; then
    for name in summit registry profile facts; do
        found=$(xmlcatalog "$root/doc/catalog.xml" "urn:cisvalidate:$name:1")
        check "the catalogue finds the schema of $name" cmp \
            "${found#file://}" "$root/schema/$name.xsd"
    done
else
    skip 'the catalogue' 'no xmlcatalog'
fi
done_testing
