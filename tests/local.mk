# SPDX-License-Identifier: MIT
# Tests, all TAP: programs (cmocka) in unit/, and shell scripts, those in cli/
# for the command, those in check/ for the tree itself. A new test is one line
# in a list below, sorted: unit/test_x.c needs no more than its name there.

unit_tests = \
	%D%/unit/test_alloc \
	%D%/unit/test_arena \
	%D%/unit/test_automaton \
	%D%/unit/test_builtin \
	%D%/unit/test_code \
	%D%/unit/test_date \
	%D%/unit/test_decode \
	%D%/unit/test_finding \
	%D%/unit/test_guard \
	%D%/unit/test_map \
	%D%/unit/test_name \
	%D%/unit/test_pattern \
	%D%/unit/test_reader \
	%D%/unit/test_reader_limits \
	%D%/unit/test_record \
	%D%/unit/test_registry \
	%D%/unit/test_rules_driver \
	%D%/unit/test_snippet \
	%D%/unit/test_source \
	%D%/unit/test_str \
	%D%/unit/test_suggest \
	%D%/unit/test_tag \
	%D%/unit/test_tree \
	%D%/unit/test_utf8 \
	%D%/unit/test_value

# What unit tests share
unit_support = \
	%D%/support/failing.h

shell_tests = \
	%D%/check/exports.t \
	%D%/check/headers.t \
	%D%/check/layers.t \
	%D%/check/readme.t \
	%D%/check/schemas.t \
	%D%/check/size.t \
	%D%/check/sources.t \
	%D%/check/stdio.t \
	%D%/cli/exit.t \
	%D%/cli/info.t \
	%D%/cli/input.t \
	%D%/cli/json.t \
	%D%/cli/output.t \
	%D%/cli/text.t \
	%D%/cli/usage.t

dist_folders += %D%/data %D%/golden
EXTRA_DIST += $(shell_tests) %D%/check/no-cmocka.t %D%/cli/cli.sh \
	%D%/tap.sh

# What cli/*.t hold JSON reports to their schema with
check_PROGRAMS += %D%/support/jsoncheck
%C%_support_jsoncheck_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
%C%_support_jsoncheck_LDADD = $(JANSSON_LIBS)

# Fixtures in data/ and the records in schema/, each against its .expect
check_PROGRAMS += %D%/fixtures/fixtures
%C%_fixtures_fixtures_SOURCES = \
	%D%/fixtures/expect.c \
	%D%/fixtures/expect.h \
	%D%/fixtures/fixtures.c
%C%_fixtures_fixtures_LDADD = $(core) $(LIBXML_LIBS)
TESTS += %D%/fixtures/fixtures

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
	CC='$(CC)'; export CC; \
	NM='$(NM)'; export NM; \
	LIBXML_CFLAGS='$(LIBXML_CFLAGS)'; export LIBXML_CFLAGS; \
	CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT;
