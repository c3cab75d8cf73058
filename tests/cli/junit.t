#!/bin/sh
# SPDX-License-Identifier: MIT
# The JUnit report: one suite for each input; a failure is a finding, an error
# an input that was not checked, skipped a rule that was not run.
. "$top_srcdir/tests/cli/cli.sh"
command -v xmllint >/dev/null || skip_all 'no xmllint'

# What Jenkins and GitLab read of the format
cat >junit.xsd <<'XSD'
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="testsuites"><xs:complexType><xs:sequence>
    <xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence><xs:attribute name="name"/></xs:complexType></xs:element>
  <xs:element name="testsuite"><xs:complexType><xs:sequence>
    <xs:element ref="testcase" maxOccurs="unbounded"/></xs:sequence>
    <xs:attribute name="name" use="required"/>
    <xs:attribute name="tests" type="xs:positiveInteger" use="required"/>
    <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="skipped" type="xs:nonNegativeInteger" use="required"/>
    </xs:complexType></xs:element>
  <xs:element name="testcase"><xs:complexType><xs:choice minOccurs="0">
    <xs:element name="failure" type="problem"/>
    <xs:element name="error" type="problem"/>
    <xs:element name="skipped"><xs:complexType>
      <xs:attribute name="message" use="required"/></xs:complexType>
    </xs:element></xs:choice>
    <xs:attribute name="classname" use="required"/>
    <xs:attribute name="name" use="required"/></xs:complexType></xs:element>
  <xs:complexType name="problem" mixed="true">
    <xs:attribute name="type" use="required"/>
    <xs:attribute name="message" use="required"/></xs:complexType>
</xs:schema>
XSD

reported()
{
    wanted_status=$1
    shift
    gives "$wanted_status" -f junit "$@" && silent err &&
        xmllint --noout --nonet --schema junit.xsd out
}

# has XPATH TEXT: of the last report.
has()
{
    got=$(xmllint --xpath "string($1)" out) && test "$got" = "$2" ||
        { echo "$1 is $got"; return 1; }
}

# What each suite says of itself is true.
counted()
{
    suites=$(xmllint --xpath 'count(/testsuites/testsuite)' out)
    suite=1
    while test "$suite" -le "$suites"; do
        at="/testsuites/testsuite[$suite]"
        has "count($at/testcase)=$at/@tests and
            count($at//failure)=$at/@failures and
            count($at//error)=$at/@errors and
            count($at//skipped)=$at/@skipped" true || return 1
        suite=$((suite + 1))
    done
}

check 'a clean file' reported 0 valid.xml
check 'is a suite' has /testsuites/testsuite/@name valid.xml
check 'with a case that passes' has \
    'count(//testcase[not(*)])' 1
check 'a file with a finding' reported 1 bad.xml
check 'has a failure' has \
    'starts-with(//testcase[failure]/@name, "D001 ")' true
check 'with its text' has 'contains(//failure, "5 |   <dates start=")' true
check 'and no case that passes' has 'count(//testcase[not(*)])' 0
check 'its counts are right' counted
check 'what was not read' reported 3 absent.xml
check 'is an error' has //error/@message 'there is no such file'
check 'and no failure' has 'count(//failure)' 0
sed 's/role="[a-z-]*"/role="none"/' valid.xml >skipped.xml
check 'rules that are not run' reported 1 skipped.xml
check 'are skipped' has 'count(//skipped) > 0 and
    count(//skipped) = //testsuite/@skipped' true
check 'findings that are not shown' reported 1 --max-findings=1 skipped.xml
check 'fail all the same' has 'count(//failure)' 2
check 'several files' reported 3 valid.xml bad.xml absent.xml skipped.xml
check 'are as many suites' has 'count(//testsuite)' 4
check 'with right counts' counted
check 'in their order' has '//testsuite[3]/@name' absent.xml
check 'hostile files' hostile reported 1
check 'are as many suites' has 'count(//testsuite)' 4
check 'with right counts' counted
check 'no file at all' gives 2 -f junit:never.xml
check 'is no report' test ! -e never.xml
echo '<summit xmlns="urn:cisvalidate:summit:1"><dates start="x"/></summit>' \
    >nameless.xml
check 'a record without an id' gives 1 -f junit nameless.xml
check 'has rules that were skipped' says out '<skipped '
check 'of no summit' lacks out ' of "'
done_testing
