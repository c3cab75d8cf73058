#!/bin/sh
# SPDX-License-Identifier: MIT
# Bad inputs, each with the outcome that it must have: VALID (exit 0), INVALID,
# SYNTAX or LIMIT (1, told apart by their codes), USAGE (2), IO (3). The ids
# are those of the matrix of bad inputs; what it has beyond these is in
# tests/bad_inputs.c (every prefix, every byte), in unit/, cli/ and faults/.
. "$top_srcdir/tests/cli/cli.sh"
skip_where_quick
least=$top_srcdir/tests/schema/remote.xml
case $least in /*) ;; *) least=$here/$least ;; esac
cp "$least" least.xml && chmod u+w least.xml

# ends CLASS [ARGUMENT]...: the command has that outcome, and only that.
ends()
{
    class=$1
    shift
    case $class in
    VALID) gives 0 "$@" ;;
    INVALID) gives 1 "$@" && lacks out '[W00' ;;
    SYNTAX) gives 1 "$@" && says out '[W00' && lacks out '[W004' ;;
    LIMIT) gives 1 "$@" && says out '[W004' ;;
    USAGE) gives 2 "$@" ;;
    IO) gives 3 "$@" ;;
    *) return 1 ;;
    esac
}

# row ID CLASS WORDS FORMAT: the input is what printf makes of the format.
row()
{
    printf "$4" >x.xml
    check "$1 $3" ends "$2" x.xml
}

# record ID CLASS WORDS EXPRESSION: the least record, edited by sed.
record()
{
    LC_ALL=C sed "$4" least.xml >x.xml
    cmp -s x.xml least.xml && echo "not ok - $1 changes nothing" && exit 99
    check "$1 $3" ends "$2" x.xml
}

# many COUNT TEXT: so many of them.
many()
{
    $AWK -v n="$1" -v text="$2" 'BEGIN { for (; n > 0; n--) printf "%s", text }'
}

# Files
row B001 SYNTAX 'nothing' ''
row B002 SYNTAX 'white space' '\n\t '
check 'B007 no beginning' sh -c 'for n in 2 3 40 70 130 200; do
    tail -c "+$n" least.xml >x$n.xml; done'
check 'B007 from any byte on' ends SYNTAX x2.xml x3.xml x40.xml x70.xml
cat valid.xml valid.xml >x.xml
check 'B008 twice' ends SYNTAX x.xml
{ cat valid.xml; printf '\0<!-- <evil> unclosed'; } >x.xml
check 'B010 NUL after the root' ends SYNTAX x.xml
row B011 SYNTAX 'NUL' '<r>\0</r>'
gzip -c valid.xml >x.xml
check 'B013 gzip' ends SYNTAX x.xml
head -c 1048576 /dev/zero | gzip >x.xml
check 'B014 gzip of zeros' ends SYNTAX x.xml
mkdir folder
check 'B017 a folder without any' ends USAGE folder
if test "$(id -u)" -ne 0; then
    cp valid.xml shut.xml && chmod 0 shut.xml
    check 'B019 not readable' ends IO shut.xml
elif setpriv --reuid=65534 --clear-groups "$cisvalidate" --version \
    >out 2>/dev/null; then
    cp valid.xml shut.xml && chmod 0 shut.xml && chmod 755 .
    setpriv --reuid=65534 --clear-groups "$cisvalidate" shut.xml >out 2>err
    check 'B019 not readable' test $? -eq 3
    check 'B019 is told as such' says out 'permission denied'
else
    skip 'B019 not readable' 'root may read all, and cannot become another'
fi
mkfifo fifo
check 'B020 a pipe without writer' ends IO fifo
check 'B023 /dev/null on standard input' ends SYNTAX - </dev/null
check 'B022 an open file by its number' ends VALID /dev/fd/5 5<valid.xml
check 'B025 a device without end' ends IO /dev/zero
check 'B025 the same as standard input' ends SYNTAX - </dev/zero
for file in /dev/full /proc/self/mem; do
    check "B026 $file" ends IO $file
done
check 'B026 text of the kernel' ends SYNTAX /proc/self/maps
(while :; do printf '<!-- x -->'; done) 2>/dev/null | {
    "$cisvalidate" --limit=bytes=1M - >out 2>err
    echo $? >status
}
check 'B028 without end' test "$(cat status)" -eq 1
check 'B028 is over the limit' says out '[W004'
cp valid.xml gone.xml
exec 6<gone.xml
rm gone.xml
check 'B029 removed after it was opened' ends VALID - <&6
ln -s loop loop
check 'B031 a link to itself' ends IO loop
ln -s nowhere dangling
check 'B032 a link to nothing' ends IO dangling
truncate -s 3G sparse.xml
check 'B040 3 GiB of nothing' ends LIMIT sparse.xml
size=$(wc -c <valid.xml)
check 'B041 below the limit' ends VALID --limit=bytes=$((size + 1)) valid.xml
check 'B041 at the limit' ends VALID --limit=bytes=$((size)) valid.xml
check 'B041 over the limit' ends LIMIT --limit=bytes=$((size - 1)) valid.xml

# Encodings
wide()
{
    sed 's/encoding="UTF-8"/encoding="UTF-16"/' valid.xml |
        iconv -f UTF-8 -t "$1"
}
wide UTF-16 >x.xml
check 'B043 UTF-16 with a mark' ends VALID x.xml
{ printf '\376\377'; wide UTF-16BE; } >x.xml
check 'B043 the other way round' ends VALID x.xml
wide UTF-16LE >x.xml
"$cisvalidate" x.xml >out 2>&1
check 'B044 UTF-16 without a mark is told' test $? -le 1
{ printf '\357\273\277'; sed 's/UTF-8/UTF-16/' valid.xml; } >x.xml
check 'B046 mark of UTF-8, declared UTF-16' ends SYNTAX x.xml
for name in UTF-32 UTF-32LE UTF-32BE; do
    iconv -f UTF-8 -t $name valid.xml >x.xml
    check "B047 $name" ends SYNTAX x.xml
done
record B049 SYNTAX 'a byte of ISO-8859-1' 's/>A</>\xe9</'
check 'B049 has its place' says out 'x.xml:11:'
for name in windows-1252 UTF-7 IBM037 Shift_JIS ISO-2022-JP; do
    sed "s/UTF-8/$name/" valid.xml >x.xml
    check "B050 declared $name" ends SYNTAX x.xml
done
iconv -f UTF-8 -t IBM037//TRANSLIT valid.xml >x.xml 2>/dev/null
check 'B050 EBCDIC' ends SYNTAX x.xml
for bytes in '\300\257' '\340\200\257' '\360\200\200\257' '\300\200'; do
    row B052 SYNTAX 'overlong' "<r>$bytes</r>"
done
for bytes in '\355\240\200' '\355\277\277' '\355\240\275\355\270\200'; do
    row B053 SYNTAX 'surrogate in UTF-8' "<r>$bytes</r>"
done
row B055 SYNTAX 'cut within a character' '<r>\342\202'
for bytes in '\000\330' '\000\334' '\000\330\101\000' '\101'; do
    row B056 SYNTAX 'UTF-16 without its other half' "\377\376<\0r\0>\0$bytes"
done
for end in '\r' '\r\n' '\302\205' '\342\200\250'; do
    printf "$end" >end
    $AWK -v end="$(cat end; echo .)" 'BEGIN { sub(/.$/, "", end) }
        NR < 7 || NR > 9 { print; next } { printf "%s\n%s", $0, "" }' \
        least.xml >x.xml
    check 'B058 line ends' ends VALID x.xml
done
for end in '\n' '\r\n' '\r'; do
    row B058 SYNTAX 'an error after lines' "<!--$end$end-->$end<a>"
    check 'B058 has its line' says out 'x.xml:4:'
done
record B059 VALID 'U+FEFF within' 's/>A</>\xef\xbb\xbfA</'
{ printf '\357\273\277\357\273\277'; cat least.xml; } >x.xml
check 'B059 two marks' ends SYNTAX x.xml

# Syntax
row B061 SYNTAX 'XML 1.1' "<?xml version='1.1'?><r>&#1;</r>"
row B062 SYNTAX 'standalone' "<?xml version='1.0' standalone='maybe'?><r/>"
row B062 SYNTAX 'version 2.0' "<?xml version='2.0'?><r/>"
row B062 SYNTAX 'no version' "<?xml encoding='UTF-8'?><r/>"
row B062 SYNTAX 'a space before' " <?xml version='1.0'?><r/>"
head='<summit xmlns="urn:cisvalidate:summit:1"'
row B064 SYNTAX 'an attribute twice' "$head id='a' id='b'/>"
row B064 SYNTAX 'no quotes' "$head id=a/>"
row B064 SYNTAX 'no space' "$head id='a'body='b'/>"
row B065 SYNTAX '< in a value' "$head id='<'/>"
row B065 SYNTAX ']]> in text' "$head>]]></summit>"
row B065 SYNTAX '-- in a comment' "$head><!-- -- --></summit>"
row B065 SYNTAX 'a declaration within' "$head><?xml version='1.0'?></summit>"
many 1000000 '<' >x.xml
check 'B067 a million <' ends SYNTAX x.xml
for ref in '&#0;' '&#xD800;' '&#xFFFE;' '&#x110000;' '&#;' '&#x;' '&#-1;' \
    '&#99999999999999999999;' '&# 49;' '&#xFFFFFFFF41;'; do
    row B068 SYNTAX "$ref" "$head>$ref</summit>"
done
row B070 SYNTAX 'an entity' "$head>&foo;</summit>"
row B070 SYNTAX 'an entity in a value' "$head id='&foo;'/>"
record B071 VALID 'CDATA' 's/>A</><![CDATA[<\/name>]]><![CDATA[A]]></'
record B073 VALID 'instructions' \
    's/<title/<?xml-stylesheet href="http:\/\/127.0.0.1\/"?><title/'
row B074 SYNTAX 'a name that begins with U+0300' '<\314\200r/>'
row B074 SYNTAX 'a name of the fifth edition' '<r\360\220\200\200/>'
check 'B074 is well-formed' says out '[W007'

# Document types
for dtd in 'SYSTEM "file:///etc/passwd"' 'PUBLIC "x" "http://127.0.0.1/x"' \
    '[<!ENTITY a SYSTEM "file:///etc/hostname">]' '[]' \
    '[<!ENTITY %% a SYSTEM "http://127.0.0.1/">%%a;]' \
    '[<!ATTLIST r a CDATA "b">]' '[<!ATTLIST r xmlns CDATA "urn:x">]'; do
    row B076-B109 SYNTAX "a document type" "<!DOCTYPE r $dtd><r>&a;</r>"
    check 'B076-B109 is refused as such' says out '[W003'
done
# refused ID WORDS: x.xml is, as a document type, before it is looked into.
refused()
{
    check "$1 $2" ends SYNTAX x.xml
    check "$1 is refused as such" says out '[W003'
}
{ printf '<!DOCTYPE r [<!ENTITY a "'; many 100000 a; printf '">]><r>'
    many 5000 '&a;'; printf '</r>'; } >x.xml
refused B082 'quadratic growth'
{ printf '<!DOCTYPE r [<!ENTITY a "'; many 50000 a; printf '">]><r>'
    many 100 '&a;'; printf '</r>'; } >x.xml
refused B083 'quadratic growth below the threshold'
{ printf '<!DOCTYPE r [<!ATTLIST r'; many 80000 ' a CDATA "b"'
    printf '>]><r/>'; } >x.xml
refused B085 '80,000 attributes by default'
{ printf '<!DOCTYPE r [<!ATTLIST a'; many 2000 ' a CDATA "b"'
    printf '>]><r>'; many 2000 '<a/>'; printf '</r>'; } >x.xml
refused B086 '2,000 attributes by default on 2,000 elements'
{ many 100000 '<!-- x -->'; printf '<!DOCTYPE r><r/>'; } >x.xml
check 'B088 a document type late' ends SYNTAX x.xml
check 'B088 is refused as such' says out '[W003'

# Schemas of its own, and namespaces
xsi='xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
printf '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>' >evil.xsd
for words in 'urn:cisvalidate:summit:1 evil.xsd' 'a' "$(many 5000 'a ')" \
    'urn:x file:///etc/passwd urn:y http://127.0.0.1/'; do
    record B091-B092 VALID 'a schema location' \
        "s|<summit |<summit $xsi xsi:schemaLocation='$words' |"
done
for type in xs:anyType dates other; do
    record B094-B095 INVALID "xsi:type $type" "s|<title |<title $xsi \
xmlns:xs='http://www.w3.org/2001/XMLSchema' xsi:type='$type' |"
done
record B094 INVALID 'xsi:type with an unknown prefix' \
    "s|<title |<title $xsi xsi:type='q:text' |"
record B097 INVALID 'an unknown xsi:foo' "s|<title |<title $xsi xsi:foo='' |"
for name in base lang space id; do
    record B097-B098 INVALID "xml:$name" "s|<dates |<dates xml:$name='a' |"
done
record B100 INVALID 'foreign content' 's|<dates|<x xmlns="urn:x"/><dates|'
record B100 VALID 'foreign content in an extension' \
    's|</summit>|<extension><x xmlns="urn:x"><y a="1"/></x></extension>&|'
for root in '<summit/>' '<summit xmlns="urn:x"/>' '<html/>'; do
    row B101 SYNTAX "the root is $root" "$root"
done
check 'B101 is called no record' says out '[W007'
row B103 SYNTAX 'a prefix of nothing' "$head><p:a/></summit>"
row B103 SYNTAX 'a prefix of nothing on an attribute' "$head p:a=''/>"
row B104 SYNTAX 'the same attribute by two prefixes' \
    "$head xmlns:a='urn:a' xmlns:b='urn:a' a:x='' b:x=''/>"
for name in ':a' 'a:b:c' 'a:'; do
    row B106 SYNTAX "the name $name" "$head xmlns:a='urn:a'><$name/></summit>"
done
row B106 SYNTAX 'an instruction with a colon' "$head><?a:b?></summit>"
record B107 INVALID 'no namespace within' 's|<dates |<dates xmlns="" |'

# Sizes
attributes()
{
    $AWK -v n="$1" -v head="$head" -v form="$2" 'BEGIN {
        printf "%s", head; for (; n > 0; n--) printf form, n
        printf "/>\n" }'
}
attributes 20000 ' xmlns:p%d="urn:p"' >x.xml
check 'B110 20,000 namespaces' ends LIMIT x.xml
attributes 100000 ' a%d=""' >x.xml
check 'B112 100,000 attributes' ends LIMIT x.xml
{ printf '%s>' "$head"; many 100000 '<a/>'; printf '</summit>'; } >x.xml
check 'B113 100,000 elements' ends INVALID x.xml
text()
{
    printf '<summits xmlns="urn:cisvalidate:summit:1">%s' "$2"
    many "$1" ' '
    printf '%s</summits>' "$3"
}
text 1048576 >x.xml
check 'B115 text at the limit' ends VALID x.xml
text 1100000 '<![CDATA[' ']]>' >x.xml
check 'B115 CDATA over the limit' ends LIMIT x.xml
{ printf '%s id="' "$head"; head -c 2200000000 /dev/zero | tr '\0' a; } \
    2>/dev/null | { "$cisvalidate" - >out 2>err; echo $? >status; }
check 'B116 2 GiB in one value' test "$(cat status)" -eq 1
check 'B116 is over the limit' says out '[W004'
{ printf '<'; many 300 a; printf '/>'; } >x.xml
check 'B118 a name over the limit' ends LIMIT x.xml
{ printf '%s id="' "$head"; many 1100000 a; printf '"/>'; } >x.xml
check 'B115 a value over the limit' ends LIMIT x.xml
$AWK '/<dates/ { for (n = 0; n < 100000; n++) print ""; sub(/dates/, "datos") }
    { print }' least.xml >x.xml
check 'B121 an error on a late line' ends INVALID x.xml
check 'B121 has its line' says out 'x.xml:100005:'
{ printf '%s id="' "$head"; many 1000000 A; printf '"/>'; } >x.xml
check 'B124 an error about a large value' ends INVALID x.xml
check 'B124 shows little of it' test "$(wc -c <out)" -lt 20000
text 10 "$(many 100000 '<?a?><!---->')" >x.xml
check 'B125 200,000 comments and instructions' ends VALID x.xml
$AWK '/<dates/ { printf "<!--%1048576s-->", ""; sub(/dates/, "datos") }
    { print }' least.xml >x.xml
check 'B122 an error far to the right' ends INVALID x.xml
check 'B122 has its column' says out 'x.xml:5:1048587:'
check 'B122 shows little of the line' test "$(wc -c <out)" -lt 4000

# people COUNT FORM: a record of so many people, each with id and reference of
# that form; rules are another matter.
people()
{
    $AWK -v n="$1" -v form="$2" '
        /<person / { skip = 1; for (i = 0; i < n; i++) printf \
            "<person id=\"" form "\" role=\"guest\">" \
            "<name xml:lang=\"en\">A</name></person>\n", i }
        !skip { print }
        /<\/person>/ { skip = 0 }
        /<delegation / { for (i = 0; i < n; i++) printf \
            "<representative ref=\"" form "\" presence=\"attended\"/>\n", i }
        ' least.xml
}
people 20000 same >x.xml
check 'B128 20,000 times the same key' ends INVALID --no-rules x.xml
check 'B128 says no more than the cap' test "$(grep -c '\[S' out)" -le 1000
people 20000 p%d >x.xml
check 'B130 20,000 keys, and references to them' ends VALID --no-rules x.xml
many 100000 a- >long
for name in id version body kind status recorded; do
    $AWK -v name=" $name=\"" '
        FILENAME == "long" { long = $0; next }
        /<summit / { at = index($0, name) + length(name)
            rest = substr($0, at); sub(/^[^"]*/, "", rest)
            $0 = substr($0, 1, at - 1) long rest }
        { print }' long least.xml >x.xml
    check "B131-B134 200,000 characters as $name" ends INVALID x.xml
    check 'B131-B134 shows little of it' test "$(wc -c <out)" -lt 4000
done

# Ids and references
twice='s|</person>|&<person id="a" role="guest"><name xml:lang="en">B</name>&|'
record B137 INVALID 'an id twice' "$twice"
record B139 INVALID 'ids are small letters' "$(echo "$twice" | sed 's/"a"/"A"/')"
record B139 INVALID 'an id twice, with a space' \
    "$(echo "$twice" | sed 's/"a"/" a "/')"
record B140 INVALID 'a reference to nobody' 's/state="BY" /&head="b" /'
document='<documents><document id="d" type="decision" status="expected">\
<title xml:lang="en">D</title><amends document="d"/></document></documents>'
record B140 INVALID 'a document that amends itself' \
    "s|</delegations>|&$document|"

# Values
date()
{
    record "$1" "$2" "a day: $3" "s|recorded=\"[^\"]*\"|recorded=\"$3\"|"
}
date B142 VALID 2024-02-29
for day in 2023-02-29 1900-02-29 2024-02-30 2024-04-31; do
    date B143 INVALID $day
done
for day in 0000-01-01 -0000-01-01 -0001-01-01 -0044-03-15; do
    date B145-B146 INVALID $day
done
date B148 INVALID 9999999999999999999-01-01
date B148 INVALID "$(many 100000 9)-01-01"
for day in 02024-01-01 24-01-01 +2024-01-01 2024-1-1 20240101; do
    date B149 INVALID $day
done
for zone in +14:01 -14:01 +15:00 +13:60 z +0530 Z +03:00; do
    date B151 INVALID "2024-01-01$zone"
done
for time in T24:00:00 T00:00:00 T00:00:00. t00:00:00; do
    date B155 INVALID "2024-01-01$time"
done
date B157 VALID ' 2024-01-01\
'
for words in '1991-12-08 1991-12-07' '1991-12-09 1991-12-08'; do
    record B161 INVALID "from and to: $words" \
        "s/start=\"[^ ]*\" end=\"[^ ]*\"/start=\"${words% *}\" end=\"${words#* }\"/"
done
record B161 VALID 'from and to the same day' 's/start="[^"]*"/start="1991-12-08"/'
for time in 2024-12-31T24:00:00Z 24:00:00 2024-01-01T00:00:00.5 \
    "2024-01-01T00:00:00.$(many 30 9)" "2024-01-01T00:00:00.$(many 5000 9)"; do
    date B152-B154 INVALID "$time"
done
for form in --02 --02-- --02-29 --02-30 P1Y2M3DT4H5M6.7S PT1.5S P P1Y; do
    date B158-B160 INVALID "$form"
done
# Types that no schema of ours has are refused by the compiler of schemas:
# tests/schema/refused/builtin-*.xsd are B137, B152-B160, B166, B167, B173.
# xs:integer and xs:boolean are held to libxml2 in tests/schema/cases.
whole()
{
    record B164-B166 "$1" "a number: $2" \
        "s|</delegations>|&<documents total=\"$2\"><document id=\"d\" \
type=\"decision\" status=\"expected\"><title xml:lang=\"en\">D</title>\
</document></documents>|"
}
whole VALID 1
for number in "$(many 18 9)" "$(many 25 9)" "$(many 1000 9)" -0 -1 1. .5 1e5 \
    INF +1; do
    whole INVALID "$number"
done
for truth in TRUE yes 01; do
    record B169 INVALID "a truth: $truth" \
        "s/<delegations>/<delegations complete=\"$truth\">/"
done
record B169 VALID 'a truth in spaces' \
    's/<delegations>/<delegations complete=" true ">/'
link()
{
    record B170 "$1" "a link: $2" \
        "s|publisher=\"P\"|publisher=\"P\" href=\"$2\"|"
}
link VALID 'https://a.b/c?d=e#f'
for uri in 'javascript:alert(1)' 'data:,x' 'http://e x/' 'http://[::1' \
    'file:///etc/passwd' '%%zz' '##'; do
    link INVALID "$uri"
done
link INVALID "https://a.b/$(many 50000 'c ')"
link VALID "https://a.b/$(many 500 c)"
record B172 VALID 'tabs in words' 's/>A</>\tA\t \tb</'
record B172 VALID 'CR and NBSP in words' 's/>A</>\&#13;A\xc2\xa0b</'
for state in by 'BY2' ' B Y' SU; do
    record B175 INVALID "a state: $state" "s/state=\"BY\"/state=\"$state\"/"
done
for locale in C tr_TR.UTF-8 lt_LT.UTF-8 C.UTF-8; do
    env LC_ALL=$locale "$cisvalidate" bad.xml warn.xml \
        >out.$locale 2>/dev/null
    check "B176 $locale" cmp out.C out.$locale
done

done_testing
