# SPDX-License-Identifier: MIT
# Tests, all TAP: programs (cmocka) in unit/, and shell scripts, those in cli/
# for the command, those in check/ for the tree itself. A new test is one line
# in a list below, sorted: unit/test_x.c needs no more than its name there.

unit_tests = \
	%D%/unit/test_absent \
	%D%/unit/test_access \
	%D%/unit/test_alloc \
	%D%/unit/test_arena \
	%D%/unit/test_automaton \
	%D%/unit/test_broken \
	%D%/unit/test_builtin \
	%D%/unit/test_code \
	%D%/unit/test_compile \
	%D%/unit/test_corpus \
	%D%/unit/test_corpus_order \
	%D%/unit/test_corpus_people \
	%D%/unit/test_corpus_rules \
	%D%/unit/test_date \
	%D%/unit/test_decode \
	%D%/unit/test_facts \
	%D%/unit/test_finding \
	%D%/unit/test_fingerprint \
	%D%/unit/test_guard \
	%D%/unit/test_hash \
	%D%/unit/test_host \
	%D%/unit/test_lang \
	%D%/unit/test_lookup \
	%D%/unit/test_map \
	%D%/unit/test_misuse \
	%D%/unit/test_name \
	%D%/unit/test_name_letters \
	%D%/unit/test_pattern \
	%D%/unit/test_plain \
	%D%/unit/test_profile \
	%D%/unit/test_pseudo \
	%D%/unit/test_reader \
	%D%/unit/test_reader_blocks \
	%D%/unit/test_reader_limits \
	%D%/unit/test_record \
	%D%/unit/test_registry \
	%D%/unit/test_registry_rules \
	%D%/unit/test_rule_edges \
	%D%/unit/test_rule_people \
	%D%/unit/test_rule_registry \
	%D%/unit/test_rule_times \
	%D%/unit/test_rules_driver \
	%D%/unit/test_selftest \
	%D%/unit/test_snippet \
	%D%/unit/test_source \
	%D%/unit/test_str \
	%D%/unit/test_suggest \
	%D%/unit/test_suppression \
	%D%/unit/test_tag \
	%D%/unit/test_tree \
	%D%/unit/test_utf8 \
	%D%/unit/test_value \
	%D%/unit/test_white_space \
	%D%/unit/test_writer \
	%D%/unit/test_xml_name

# What unit tests share
unit_support = \
	%D%/unit/corpus_edges.c \
	%D%/unit/corpus_edges.h \
	%D%/unit/reader_limits.h \
	%D%/support/chance.h \
	%D%/unit/rule_edges.c \
	%D%/unit/rule_edges.h

shell_tests = \
	%D%/bad-inputs.t \
	%D%/bad-surroundings.t \
	%D%/check/abi.t \
	%D%/check/add-rule.t \
	%D%/check/codes.t \
	%D%/check/exports.t \
	%D%/check/hardening.t \
	%D%/check/headers.t \
	%D%/check/importing.t \
	%D%/check/install.t \
	%D%/check/instructions.t \
	%D%/check/layers.t \
	%D%/check/manuals.t \
	%D%/check/matrix.t \
	%D%/check/readme.t \
	%D%/check/records.t \
	%D%/check/rules.t \
	%D%/check/schemas.t \
	%D%/check/size.t \
	%D%/check/sources.t \
	%D%/check/stdio.t \
	%D%/check/threads.t \
	%D%/cli/baseline.t \
	%D%/cli/corpus.t \
	%D%/cli/exit.t \
	%D%/cli/facts.t \
	%D%/cli/github.t \
	%D%/cli/gitlab.t \
	%D%/cli/info.t \
	%D%/cli/input.t \
	%D%/cli/jobs.t \
	%D%/cli/json.t \
	%D%/cli/junit.t \
	%D%/cli/manual.t \
	%D%/cli/ndjson.t \
	%D%/cli/output.t \
	%D%/cli/profile.t \
	%D%/cli/rules.t \
	%D%/cli/sandbox.t \
	%D%/cli/sarif.t \
	%D%/cli/sharding.t \
	%D%/cli/suppress.t \
	%D%/cli/terminal.t \
	%D%/cli/text.t \
	%D%/cli/usage.t \
	%D%/cli/walk.t \
	%D%/faults/io.t \
	%D%/fuzz/dictionary.t \
	%D%/growth.t \
	%D%/schema/xerces.t

dist_folders += %D%/ci %D%/data %D%/golden
# Half a minute of compiling: ./dev fuzz --planted
EXTRA_DIST += %D%/fuzz/planted.t
EXTRA_DIST += %D%/unit/absent.def
EXTRA_DIST += $(shell_tests) %D%/support/Xerces.java %D%/support/abi.sh \
	%D%/bad-inputs.tsv %D%/ci.sh %D%/coverage.sh %D%/coverage.tsv \
	%D%/check/no-cmocka.t %D%/check/threads.c %D%/cli/cli.sh \
	%D%/cli/sarif.schema.json %D%/libxml2.sh %D%/tap.sh

# Faults planted in the library: ./dev mutate
EXTRA_DIST += \
	%D%/mutation/README.md \
	%D%/mutation/driver.c \
	%D%/mutation/mutants.py \
	%D%/mutation/mutate.py \
	%D%/mutation/mutation.h \
	%D%/mutation/run.sh \
	%D%/mutation/survivors.tsv

# What cli/*.t hold JSON reports to their schema with
check_PROGRAMS += %D%/support/jsoncheck
%C%_support_jsoncheck_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
%C%_support_jsoncheck_LDADD = $(JANSSON_LIBS)

# What check/rules.t holds doc/rules.md to
check_PROGRAMS += %D%/support/rulesmd
%C%_support_rulesmd_LDADD = $(core) $(LIBXML_LIBS)
EXTRA_DIST += doc/rules.md

# Fixtures in data/, the records in schema/, and those of another registry in
# registry/, each against its .expect
check_PROGRAMS += %D%/fixtures/fixtures
%C%_fixtures_fixtures_SOURCES = \
	%D%/fixtures/expect.c \
	%D%/fixtures/expect.h \
	%D%/fixtures/fixtures.c
%C%_fixtures_fixtures_LDADD = $(core) $(LIBXML_LIBS)
TESTS += %D%/fixtures/fixtures

# The public interface: records written and read again, inputs cut anywhere
api_programs = \
	%D%/api/cuts \
	%D%/api/limits \
	%D%/api/memory \
	%D%/api/records
check_PROGRAMS += $(api_programs)
TESTS += $(api_programs)
%C%_api_cuts_SOURCES = \
	%D%/api/corpus.c \
	%D%/api/corpus.h \
	%D%/api/cuts.c \
	%D%/api/digest.c \
	%D%/api/digest.h \
	%D%/api/show.c \
	%D%/api/show.h
%C%_api_cuts_LDADD = $(core) $(LIBXML_LIBS)
%C%_api_limits_LDADD = $(core) $(LIBXML_LIBS)
%C%_api_memory_SOURCES = \
	%D%/api/corpus.c \
	%D%/api/corpus.h \
	%D%/api/memory.c \
	%D%/support/failing.h
%C%_api_memory_LDADD = $(core) $(LIBXML_LIBS)
%C%_api_records_SOURCES = \
	%D%/api/corpus.c \
	%D%/api/corpus.h \
	%D%/api/records.c \
	%D%/api/show.c \
	%D%/api/show.h
%C%_api_records_LDADD = $(core) $(LIBXML_LIBS)
dist_folders += %D%/api/data

# What the sandbox of the command forbids
check_PROGRAMS += %D%/cli/sandbox
%C%_cli_sandbox_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)
%C%_cli_sandbox_LDADD = $(command) $(core) $(JANSSON_LIBS) $(LIBXML_LIBS) \
	$(PTHREAD_LIBS)
TESTS += %D%/cli/sandbox

# Inputs that grow, for growth.t
check_PROGRAMS += %D%/growth/growth
%C%_growth_growth_SOURCES = %D%/growth/growth.c %D%/growth/rule_shapes.def
%C%_growth_growth_LDADD = $(core) $(LIBXML_LIBS)

# Families of bad inputs
check_PROGRAMS += %D%/bad_inputs
%C%_bad_inputs_LDADD = $(core) $(LIBXML_LIBS)
TESTS += %D%/bad_inputs

# Inputs that fail, at every call
check_PROGRAMS += %D%/faults/inputs
%C%_faults_inputs_LDADD = $(core) $(LIBXML_LIBS)
%C%_faults_inputs_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=open -Wl,--wrap=fstat \
	-Wl,--wrap=fcntl -Wl,--wrap=read -Wl,--wrap=close
TESTS += %D%/faults/inputs

# Memory that fails piece by piece
check_PROGRAMS += %D%/faults/pieces
%C%_faults_pieces_SOURCES = \
	%D%/api/corpus.c \
	%D%/api/corpus.h \
	%D%/faults/pieces.c
%C%_faults_pieces_LDADD = $(core) $(LIBXML_LIBS)
%C%_faults_pieces_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=arena_new \
	-Wl,--wrap=arena_room -Wl,--wrap=arena_array -Wl,--wrap=arena_copy \
	-Wl,--wrap=arena_grow
TESTS += %D%/faults/pieces

# Calls that move less than they were asked to, for faults/io.t
check_PROGRAMS += %D%/faults/shorten
%C%_faults_shorten_LDADD =

# Memory that fails, at every position
check_PROGRAMS += %D%/faults/memory
%C%_faults_memory_CPPFLAGS = $(AM_CPPFLAGS) $(LIBXML_CFLAGS)
%C%_faults_memory_LDADD = $(core) $(LIBXML_LIBS)
TESTS += %D%/faults/memory

# The schema engine against its oracles, and what it finds after an error
schema_programs = \
	%D%/schema/cases \
	%D%/schema/mutants \
	%D%/schema/recovery
check_PROGRAMS += $(schema_programs)
TESTS += $(schema_programs)
%C%_schema_cases_SOURCES = \
	%D%/schema/cases.c \
	%D%/schema/engine.c \
	%D%/schema/engine.h
%C%_schema_cases_CPPFLAGS = $(AM_CPPFLAGS) $(LIBXML_CFLAGS)
%C%_schema_cases_LDADD = $(core) $(LIBXML_LIBS)
%C%_schema_mutants_SOURCES = \
	%D%/schema/chance.c \
	%D%/schema/engine.c \
	%D%/schema/engine.h \
	%D%/schema/mutants.c \
	%D%/schema/mutate.c \
	%D%/schema/mutate.h \
	%D%/schema/vocabulary.c
%C%_schema_mutants_CPPFLAGS = $(AM_CPPFLAGS) $(LIBXML_CFLAGS)
%C%_schema_mutants_LDADD = $(core) $(LIBXML_LIBS)
%C%_schema_recovery_SOURCES = %D%/schema/recovery.c
%C%_schema_recovery_LDADD = $(core) $(LIBXML_LIBS)
dist_folders += %D%/schema/cases %D%/schema/refused
EXTRA_DIST += %D%/schema/recovery.txt %D%/schema/remote.xml \
	%D%/schema/whole.xml \
	%D%/support/XercesCases.java

# A real record with one fault for each code
check_PROGRAMS += %D%/mutants_rules
%C%_mutants_rules_SOURCES = \
	%D%/mutants_rules.c \
	%D%/mutants_rules.def \
	%D%/proofs/other.c \
	%D%/proofs/prove.c \
	%D%/proofs/prove.h
%C%_mutants_rules_LDADD = $(core) $(LIBXML_LIBS)
TESTS += %D%/mutants_rules

# Facts that must stand on what they name, in all that has findings; and what
# rules say where the schema left them nothing
check_PROGRAMS += %D%/proofs/proofs %D%/proofs/skips
%C%_proofs_proofs_SOURCES = \
	%D%/fixtures/expect.c \
	%D%/fixtures/expect.h \
	%D%/proofs/other.c \
	%D%/proofs/proofs.c \
	%D%/proofs/prove.c \
	%D%/proofs/prove.h
%C%_proofs_proofs_LDADD = $(core) $(LIBXML_LIBS)
%C%_proofs_skips_LDADD = $(core) $(LIBXML_LIBS)
TESTS += %D%/proofs/proofs %D%/proofs/skips

# Corpora in corpus/, each against its expect
check_PROGRAMS += %D%/corpus/corpus
%C%_corpus_corpus_SOURCES = \
	%D%/corpus/corpus.c \
	%D%/fixtures/expect.c \
	%D%/fixtures/expect.h
%C%_corpus_corpus_LDADD = $(core) $(LIBXML_LIBS)
TESTS += %D%/corpus/corpus
dist_folders += %D%/corpus %D%/registry

if HAVE_CMOCKA
check_PROGRAMS += $(unit_tests)
check_LTLIBRARIES += %D%/libunit.la
%C%_libunit_la_SOURCES = $(unit_support)
TESTS += $(unit_tests)
else
TESTS += %D%/check/no-cmocka.t
endif
TESTS += $(shell_tests)

# For the programs that have no LDADD of their own: the unit tests
LDADD = %D%/libunit.la $(command) $(core) $(CMOCKA_LIBS) $(JANSSON_LIBS) \
	$(LIBXML_LIBS) $(PTHREAD_LIBS)
AM_CPPFLAGS += $(CMOCKA_CFLAGS)

TEST_EXTENSIONS = .t
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) \
	$(top_srcdir)/build-aux/tap-driver.sh
T_LOG_DRIVER = $(LOG_DRIVER)
T_LOG_COMPILER = $(SHELL)

AM_TESTS_ENVIRONMENT = \
	top_srcdir='$(abs_top_srcdir)'; export top_srcdir; \
	top_builddir='$(abs_top_builddir)'; export top_builddir; \
	AWK='$(AWK)'; export AWK; \
	CC='$(CC) $(SANITIZE_FLAGS)'; export CC; \
	NM='$(NM)'; export NM; \
	LIBXML_CFLAGS='$(LIBXML_CFLAGS)'; export LIBXML_CFLAGS; \
	LIBXML_LIBS='$(LIBXML_LIBS)'; export LIBXML_LIBS; \
	CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT;
