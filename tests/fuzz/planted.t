#!/bin/sh
# SPDX-License-Identifier: MIT
# Every oracle of the fuzz targets sees a fault: one line of one source file is
# changed, that file alone is compiled anew and linked in front of the library,
# and the target must abort over its own seeds and inputs.
. "$top_srcdir/tests/tap.sh"

work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
: "${MAKE:=make}"

# Automake knows how to compile and what each target is made of; GNU make takes
# its names together. Without the jobserver of the outer make.
cat >"$work/words.mk" <<'MAKEFILE'
include Makefile
names = $(notdir $(fuzz_targets))
words: $(names:%=words-%)
	@echo '$(COMPILE) $(JANSSON_CFLAGS) -w' >$(WORK)/compile
	@echo '$(LIBTOOL) --silent --tag=CC --mode=link $(CCLD) $(AM_CFLAGS)' \
	  '$(CFLAGS) $(AM_LDFLAGS) $(LDFLAGS)' >$(WORK)/link
words-%:
	@echo '$(fuzz_$*_OBJECTS)' >$(WORK)/$*.objects
	@echo '$(fuzz_$*_LDADD) $(LIBS)' >$(WORK)/$*.libraries
MAKEFILE
(unset MAKEFLAGS MFLAGS MAKELEVEL
    $MAKE -s -C "$top_builddir" -f "$work/words.mk" words WORK="$work") ||
    exit 99

words()
{
    cat "$work/$1"
}

build()
{
    (cd "$top_builddir" &&
        eval "$(words compile) -I'$top_srcdir/${2%/*}' \
            -c '$work/faulty.c' -o '$work/faulty.o'" &&
        eval "$(words link) -o '$work/fuzz_$1' $(words "fuzz_$1.objects") \
            '$work/faulty.o' $(words "fuzz_$1.libraries")")
}

changed()
{
    sed "$2" "$top_srcdir/$1" >"$work/faulty.c" || return
    ! cmp -s "$top_srcdir/$1" "$work/faulty.c" ||
        { echo "$1: nothing fits $2"; return 1; }
}

# With an engine, a target without arguments would go on for ever.
inputs()
{
    echo "$top_srcdir/fuzz/seeds/$1"
    $AWK -v name="$1" -v top="$top_srcdir" \
        '$1 == name { print top "/" $2 }' "$top_srcdir/fuzz/inputs.txt"
}

# 134: it has called abort. A crash of another kind is no oracle's doing.
aborts()
{
    # shellcheck disable=SC2046 # folders, without blanks
    (cd "$work" && "./fuzz_$1" $(find $(inputs "$1") -type f)
        exit $?) >"$work/said" 2>&1
    status=$?
    test $status -eq 134 || { tail -n 3 "$work/said"; return 1; }
}

sees()
{
    changed "$2" "$3" && build "$1" "$2" && aborts "$1"
}

# planted TARGET SOURCE CHANGE WHAT
planted()
{
    check "$1 sees that $4" sees "$1" "$2" "$3"
}

planted api lib/session.c '/s->verdict = CIS_UNCHECKED;/d' \
    'a verdict outlives a failure'
planted api lib/session.c 's/return CIS_MISUSE;/return CIS_OK;/' \
    'calls out of order pass'
planted api lib/xml/queue.c 's/alloc_free(queue->from, queue->at);//' \
    'memory is kept'
planted bytes lib/xml/decode.c \
    's/text.at + taken, text.length - taken/text.at, text.length/' \
    'cuts within characters change the text'
planted bytes lib/input.c 's/if (got == 0)$/if (got < 7)/' \
    'short reads lose text'
planted bytes lib/xml/markup.c \
    's/(&guard->tags, guard->token/& + 1/' 'tags begin one byte later'
planted bytes lib/xml/sax.c 's/(queue_next(&sax->guard->tags) </& 1 + /' \
    'an empty tag takes the place of the next'
planted dates lib/base/date.c 's/ && year % 100 != 0//' \
    'centuries are leap years'
planted dates lib/base/date.c 's/order_last(a) </&=/' 'a day is before itself'
planted dates lib/schema/builtin_date.c 's/total > SECONDS/total >= SECONDS/' \
    'no day has 24:00:00'
planted profile lib/profile.c 's/return size << 10;/return size << 11;/' \
    'a K is more than 1024'
planted profile lib/profile.c 's/reading->faulty = true;/(void)0;/' \
    'a bad profile is used'
planted record lib/schema/run_attributes.c \
    's/if ((type->required & ~seen) != 0)/if (0)/' \
    'required attributes are not missed'
planted registry lib/validator.c 's/d.counts\[CIS_ERROR\] > 0 || //' \
    'a bad registry is used'
planted report cli/report/escape.c 's/glyph_acts(glyph.point)/0/' \
    'control characters get into the text'
planted report cli/report/github.c 's/":,"/""/' \
    'a file name ends its property'
planted report cli/report/plain.c 's/(point >= 0x20 && /(/' \
    'XML gets characters that it has not'
planted report cli/report/values.c 's/= json_string(/= json_string_nocheck(/' \
    'JSON gets what is no UTF-8'
for format in gitlab json sarif; do
    planted report cli/report/$format.c 's/.between = ",\\n"/.between = ""/' \
        "there is nothing between two inputs in $format"
done
planted report cli/report/baseline.c 's/page->begun ? ",\\n" : ""/""/' \
    'there is nothing between two findings in a baseline'
planted report cli/report/json.c "s/fputc('\\\\n', page->to);//" \
    'lines do not end'
planted report cli/report/ink.c 's/\[0m/]0m/' \
    'what is no colour gets into the text'
planted rewrite lib/xml/sax.c \
    's/\.ns = name_of(ns),/.ns = prefix != NULL ? NULL : name_of(ns),/' \
    'a prefix costs the namespace'
planted roundtrip lib/record/write.c 's/? "true" : "false"/? "true" : "true"/' \
    'another value is written'
planted roundtrip lib/record/hold.c \
    's/= arena_copy(arena, \*text)/= str_of("")/' \
    'what is held has lost its texts'
planted roundtrip lib/xml/canonical.c \
    's/put_escaped(&c->text, text, false)/buf_append(\&c->text, text)/' \
    'an extension is not escaped'
done_testing
