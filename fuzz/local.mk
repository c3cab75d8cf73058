# SPDX-License-Identifier: MIT
# Fuzz targets. A target NAME needs three things: fuzz_NAME.c, its line in
# fuzz_targets, and its LDADD line; seeds are in seeds/NAME/, and inputs.txt
# names what else of the tree it is given. Without an engine "make check"
# replays all of that. Those that inputs.txt names take XML, and are given the
# words of the schemas as a dictionary.

fuzz_targets = \
	%D%/fuzz_api \
	%D%/fuzz_bytes \
	%D%/fuzz_dates \
	%D%/fuzz_profile \
	%D%/fuzz_record \
	%D%/fuzz_registry \
	%D%/fuzz_report \
	%D%/fuzz_rewrite \
	%D%/fuzz_roundtrip

# What targets share that change documents and compare what comes of them
fuzz_documents = \
	%D%/mutator.c \
	%D%/mutator.h \
	%D%/outcome.c \
	%D%/outcome.h \
	tests/schema/chance.c \
	tests/schema/mutate.c \
	tests/schema/mutate.h \
	tests/schema/vocabulary.c
fuzz_oracle = \
	%D%/oracle.c \
	%D%/oracle.h \
	tests/schema/engine.c \
	tests/schema/engine.h \
	$(fuzz_documents)

%C%_fuzz_api_LDADD = $(fuzz_libs)
%C%_fuzz_bytes_SOURCES = \
	%D%/fuzz_bytes.c \
	%D%/outcome.c \
	%D%/outcome.h \
	%D%/places.c \
	%D%/places.h
%C%_fuzz_bytes_LDADD = $(fuzz_libs)
%C%_fuzz_dates_LDADD = $(fuzz_libs)
%C%_fuzz_profile_SOURCES = %D%/fuzz_profile.c $(fuzz_oracle)
%C%_fuzz_profile_LDADD = $(fuzz_libs)
%C%_fuzz_record_SOURCES = %D%/fuzz_record.c $(fuzz_oracle)
%C%_fuzz_record_LDADD = $(fuzz_libs)
%C%_fuzz_registry_SOURCES = %D%/fuzz_registry.c $(fuzz_oracle)
%C%_fuzz_registry_LDADD = $(fuzz_libs)
%C%_fuzz_report_SOURCES = \
	%D%/formats.c \
	%D%/formats.h \
	%D%/formats_json.c \
	%D%/fuzz_report.c \
	%D%/made.c \
	%D%/made.h \
	$(fuzz_documents)
%C%_fuzz_report_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
%C%_fuzz_report_LDADD = $(fuzz_libs)
%C%_fuzz_rewrite_SOURCES = \
	%D%/fuzz_rewrite.c \
	%D%/rewrite.c \
	%D%/rewrite.h \
	$(fuzz_documents)
%C%_fuzz_rewrite_LDADD = $(fuzz_libs)
%C%_fuzz_roundtrip_SOURCES = \
	%D%/fuzz_roundtrip.c \
	tests/api/show.c \
	tests/api/show.h \
	$(fuzz_documents)
%C%_fuzz_roundtrip_LDADD = $(fuzz_libs)

EXTRA_DIST += %D%/README.md %D%/figures.sh %D%/inputs.txt %D%/replay.c
dist_folders += %D%/oss-fuzz %D%/seeds

if ENABLE_FUZZING
noinst_PROGRAMS += $(fuzz_targets)
fuzz_main = $(LIB_FUZZING_ENGINE)
else
check_PROGRAMS += $(fuzz_targets)
check_LTLIBRARIES += %D%/libreplay.la
%C%_libreplay_la_SOURCES = %D%/replay.c
fuzz_main = %D%/libreplay.la
TESTS += $(fuzz_targets)
endif

fuzz_libs = $(command) $(core) $(fuzz_main) $(JANSSON_LIBS) $(LIBXML_LIBS) \
	$(PTHREAD_LIBS)

check_PROGRAMS += %D%/dictionary
%C%_dictionary_SOURCES = \
	%D%/dictionary.c \
	tests/schema/chance.c \
	tests/schema/mutate.c \
	tests/schema/mutate.h \
	tests/schema/vocabulary.c
%C%_dictionary_LDADD = $(LIBXML_LIBS)

fuzz_schemas = \
	$(srcdir)/schema/profile.xsd \
	$(srcdir)/schema/registry.xsd \
	$(srcdir)/schema/summit.xsd
CLEANFILES += %D%/short.log %D%/vocabulary.dict
%D%/vocabulary.dict: %D%/dictionary$(EXEEXT) $(fuzz_schemas)
	$(AM_V_GEN)./%D%/dictionary$(EXEEXT) $(fuzz_schemas) >$@.tmp && \
	mv $@.tmp $@

# Each of FUZZ for TIME seconds: what it finds and learns stays in %D%/corpus.
# Or for so many RUNS, which are the same each time and leave nothing behind.
FUZZ = $(fuzz_targets:%D%/fuzz_%=%)
TIME = 60
RUNS =
# Of XML: more than any record has
FUZZ_LENGTH = 32768
fuzz-targets: $(fuzz_targets) %D%/vocabulary.dict
fuzz: fuzz-targets
if ENABLE_FUZZING
	@top_srcdir='$(abs_top_srcdir)'; export top_srcdir; \
	for name in $(FUZZ); do \
	  corpus=%D%/corpus/$$name; \
	  inputs=`$(AWK) -v name=$$name '$$1 == name { print $$2 }' \
	    $(srcdir)/%D%/inputs.txt`; \
	  set -- -artifact_prefix=%D%/$$name- -print_final_stats=1; \
	  test -z "$$inputs" || \
	    set -- "$$@" -dict=%D%/vocabulary.dict -max_len=$(FUZZ_LENGTH); \
	  if test -n '$(RUNS)'; then \
	    corpus=%D%/corpus/.$$name; \
	    rm -rf $$corpus; \
	    set -- "$$@" -runs=$(RUNS) -seed=1; \
	  else \
	    set -- "$$@" -max_total_time=$(TIME); \
	  fi; \
	  $(MKDIR_P) $$corpus || exit 1; \
	  set -- "$$@" $$corpus; \
	  for folder in %D%/seeds/$$name $$inputs; do \
	    test ! -d $(srcdir)/$$folder || set -- "$$@" $(srcdir)/$$folder; \
	  done; \
	  echo "./%D%/fuzz_$$name $$*"; ./%D%/fuzz_$$name "$$@" || exit 1; \
	done
else
	@echo 'Configure with CC=clang --enable-fuzzing first.' && exit 1
endif

# As many as take a few seconds each; TAP
fuzz_short = api=2000 bytes=1200 dates=300000 profile=2000 record=1200 \
	registry=300 report=800 rewrite=1000 roundtrip=1200
fuzz-short: fuzz-targets
	@count=0; failed=0; \
	for each in $(fuzz_short); do \
	  name=$${each%=*}; count=`expr $$count + 1`; \
	  if $(MAKE) $(AM_MAKEFLAGS) -s fuzz FUZZ=$$name RUNS=$${each#*=} \
	    >%D%/short.log 2>&1; then \
	    echo "ok $$count - fuzz $$each"; \
	  else \
	    cat %D%/short.log; echo "not ok $$count - fuzz $$each"; failed=1; \
	  fi; \
	done; \
	echo "1..$$count"; exit $$failed
