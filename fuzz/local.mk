# SPDX-License-Identifier: MIT
# Fuzz targets. A target NAME needs three things: fuzz_NAME.c, its line in
# fuzz_targets, and its LDADD line; seeds are in seeds/NAME/, and a dictionary
# may be in NAME.dict (EXTRA_DIST). Without an engine "make check" replays the
# seeds.

fuzz_targets = \
	%D%/fuzz_api \
	%D%/fuzz_bytes \
	%D%/fuzz_dates \
	%D%/fuzz_profile \
	%D%/fuzz_record \
	%D%/fuzz_registry \
	%D%/fuzz_rewrite

# What targets with an oracle share
fuzz_oracle = \
	%D%/mutator.c \
	%D%/mutator.h \
	%D%/oracle.c \
	%D%/oracle.h \
	%D%/outcome.c \
	%D%/outcome.h \
	tests/schema/chance.c \
	tests/schema/engine.c \
	tests/schema/engine.h \
	tests/schema/mutate.c \
	tests/schema/mutate.h \
	tests/schema/vocabulary.c

%C%_fuzz_api_LDADD = $(fuzz_libs)
%C%_fuzz_bytes_LDADD = $(fuzz_libs)
%C%_fuzz_dates_LDADD = $(fuzz_libs)
%C%_fuzz_profile_SOURCES = %D%/fuzz_profile.c $(fuzz_oracle)
%C%_fuzz_profile_LDADD = $(fuzz_libs)
%C%_fuzz_record_SOURCES = %D%/fuzz_record.c $(fuzz_oracle)
%C%_fuzz_record_LDADD = $(fuzz_libs)
%C%_fuzz_registry_SOURCES = %D%/fuzz_registry.c $(fuzz_oracle)
%C%_fuzz_registry_LDADD = $(fuzz_libs)
%C%_fuzz_rewrite_SOURCES = \
	%D%/fuzz_rewrite.c \
	%D%/rewrite.c \
	%D%/rewrite.h \
	$(fuzz_oracle)
%C%_fuzz_rewrite_LDADD = $(fuzz_libs)

EXTRA_DIST += %D%/replay.c
dist_folders += %D%/seeds

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

# Each target for TIME seconds; what it finds and learns stays in %D%/corpus
TIME = 60
fuzz: all
if ENABLE_FUZZING
	@top_srcdir='$(abs_top_srcdir)'; export top_srcdir; \
	for target in $(fuzz_targets); do \
	  name=$${target##*/fuzz_}; \
	  corpus=%D%/corpus/$$name; \
	  seeds=$(srcdir)/%D%/seeds/$$name; \
	  dict=$(srcdir)/%D%/$$name.dict; \
	  $(MKDIR_P) $$corpus || exit 1; \
	  set -- -max_total_time=$(TIME) -artifact_prefix=%D%/$$name-; \
	  test ! -f $$dict || set -- "$$@" -dict=$$dict; \
	  set -- "$$@" $$corpus; \
	  test ! -d $$seeds || set -- "$$@" $$seeds; \
	  echo "./$$target $$*"; ./$$target "$$@" || exit 1; \
	done
else
	@echo 'Configure with CC=clang --enable-fuzzing first.' && exit 1
endif
