# SPDX-License-Identifier: MIT
# The command, over the public library. All but main.c stands in a library of
# its own, so that tests and fuzz targets can link it with the inner library.
# lib/xml/writer.c is compiled for the command alone: only lib/xml may include
# libxml2, but the public library exports no writer.

bin_PROGRAMS += %D%/cisvalidate
noinst_LTLIBRARIES += %D%/libcommand.la

command = %D%/libcommand.la

%C%_libcommand_la_SOURCES = \
	%D%/args.c \
	%D%/args.h \
	%D%/args_help.c \
	%D%/args_values.c \
	%D%/args_values.h \
	%D%/check.c \
	%D%/check.h \
	%D%/complain.c \
	%D%/complain.h \
	%D%/corpus.c \
	%D%/corpus.h \
	%D%/facts.c \
	%D%/facts.h \
	%D%/folder.c \
	%D%/folder.h \
	%D%/info.c \
	%D%/info.h \
	%D%/job.c \
	%D%/job.h \
	%D%/pool.c \
	%D%/pool.h \
	%D%/profile.c \
	%D%/profile.h \
	%D%/progress.c \
	%D%/progress.h \
	%D%/sandbox.c \
	%D%/sandbox.h \
	%D%/report/baseline.c \
	%D%/report/baseline.h \
	%D%/report/escape.c \
	%D%/report/escape.h \
	%D%/report/fingerprint.c \
	%D%/report/fingerprint.h \
	%D%/report/github.c \
	%D%/report/gitlab.c \
	%D%/report/json.c \
	%D%/report/ink.c \
	%D%/report/ink.h \
	%D%/report/junit.c \
	%D%/report/leftover.c \
	%D%/report/leftover.h \
	%D%/report/output.c \
	%D%/report/output.h \
	%D%/report/part.c \
	%D%/report/part.h \
	%D%/report/plain.c \
	%D%/report/plain.h \
	%D%/report/report.c \
	%D%/report/report.h \
	%D%/report/sarif.c \
	%D%/report/sarif_rules.c \
	%D%/report/sarif_rules.h \
	%D%/report/snippet.c \
	%D%/report/snippet.h \
	%D%/report/text.c \
	%D%/report/unicode.c \
	%D%/report/unicode.h \
	%D%/report/values.c \
	%D%/report/values.h \
	%D%/report/writer.h \
	%D%/selftest.c \
	%D%/selftest.h \
	%D%/setup.c \
	%D%/setup.h \
	%D%/suggest.c \
	%D%/suggest.h \
	%D%/terminal.c \
	%D%/terminal.h \
	%D%/walk.c \
	%D%/walk.h \
	%D%/whole.c \
	%D%/whole.h \
	lib/xml/writer.c \
	lib/xml/writer.h
%C%_libcommand_la_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)

# Completion for shells, printed from the one table of options. The tarball
# has it, for whoever cannot run what they build.
noinst_PROGRAMS += %D%/complete
%C%_complete_SOURCES = %D%/complete.c
%C%_complete_LDADD = $(command) $(core) $(JANSSON_LIBS) $(LIBXML_LIBS) \
	$(PTHREAD_LIBS)
%C%_complete_LDFLAGS = $(AM_LDFLAGS) -no-install

bashcompdir = $(datadir)/bash-completion/completions
zshcompdir = $(datadir)/zsh/site-functions
dist_bashcomp_DATA = %D%/completion/cisvalidate
dist_zshcomp_DATA = %D%/completion/_cisvalidate
CLEANFILES += $(dist_bashcomp_DATA) $(dist_zshcomp_DATA)

if !CROSS_COMPILING
%D%/completion/cisvalidate: %D%/complete$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) %D%/completion && \
	./%D%/complete$(EXEEXT) bash >$@.tmp && mv $@.tmp $@
%D%/completion/_cisvalidate: %D%/complete$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) %D%/completion && \
	./%D%/complete$(EXEEXT) zsh >$@.tmp && mv $@.tmp $@
endif

dist_man_MANS += %D%/cisvalidate.1
EXTRA_DIST += .pre-commit-hooks.yaml doc/catalog.xml
dist_folders += doc/ci

%C%_cisvalidate_SOURCES = \
	%D%/main.c
%C%_cisvalidate_LDFLAGS = $(AM_LDFLAGS) $(PROGRAM_LDFLAGS)
%C%_cisvalidate_LDADD = $(command) lib/libcisvalidate.la $(JANSSON_LIBS) \
	$(LIBXML_LIBS) $(PTHREAD_LIBS)
