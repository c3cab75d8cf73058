#!/bin/sh
# SPDX-License-Identifier: MIT
# The report for GitHub Actions: one workflow command a line, whatever is in
# the files and their names.
. "$top_srcdir/tests/cli/cli.sh"

# Every line is a command that annotates a file, or all of them; nothing in it
# ends it early, or acts on the log.
commands()
{
    LC_ALL=C $AWK '
    !/^::(error|warning|notice)( file=[^:,]*(,(line|endLine|col|endColumn)=[0-9]+)*(,title=[A-Z][0-9]+ [a-z0-9-]+)?)?::[^:]?/ ||
    /[\001-\010\013-\037\177]/ || /%([^0-9A-F]|[0-9A-F][^0-9A-F]|$)/ {
        print "no command: " $0; bad = 1 }
    END { exit bad }' out
}

reported()
{
    wanted_status=$1
    shift
    gives "$wanted_status" -f github "$@" && silent err && commands
}

check 'a valid file' reported 0 valid.xml
check 'is silent' silent out
check 'an invalid file' reported 1 ./bad.xml
check 'is annotated' says out '::error file=bad.xml,line=5,endLine=5,col='
check 'has a title' says out ',title=D001 summit-ends-before-it-starts::'
check 'has the fact on a line of its own' says out '%0Anote: line 5: '
check 'a warning' reported 0 warn.xml
check 'is one' says out '::warning file=warn.xml,'
check 'what was not read' reported 3 absent.xml
check 'is an error' says out '::there is no such file'
printf '<summit xmlns="urn:cisvalidate:summit:1">\n</b\n>' >lines.xml
check 'what goes over lines' reported 1 lines.xml
check 'has no columns' says out 'line=2,endLine=3,title='
for copy in 1 2 3; do
    cp valid.xml "copy$copy.xml"
done
check 'across records' reported 1 --corpus --max-findings=1 copy1.xml \
    copy2.xml copy3.xml
check 'what is not shown is counted' says out \
    '::notice::1 more across records not shown'
check 'hostile files' hostile reported 1
check 'are named as they are' says out \
    'file=%3A%3Aerror%2Cfile=x%3A%3A%250A.xml,'
check 'with line ends, too' says out \
    'file=a"]}<&>%2C%3A%3A%25%0A%3A%3Aerror%3A%3Ab.xml,'
sed 's/<venue>/<venue wrong="1">/; s/<people>/<people wrong="1">/' valid.xml \
    >many.xml
check 'findings that are not shown' reported 1 --max-findings=1 many.xml
check 'are counted' says out '::notice file=many.xml::'
done_testing
