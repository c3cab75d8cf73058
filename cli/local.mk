# SPDX-License-Identifier: MIT
# The command, over the public library. All but main.c stands in a library of
# its own, so that tests and fuzz targets can link it with the inner library.

bin_PROGRAMS += %D%/cisvalidate
noinst_LTLIBRARIES += %D%/libcommand.la

command = %D%/libcommand.la

%C%_libcommand_la_SOURCES = \
	%D%/args.c \
	%D%/args.h \
	%D%/args_values.c \
	%D%/args_values.h \
	%D%/check.c \
	%D%/check.h \
	%D%/complain.c \
	%D%/complain.h \
	%D%/info.c \
	%D%/info.h \
	%D%/report/escape.c \
	%D%/report/escape.h \
	%D%/report/json.c \
	%D%/report/leftover.c \
	%D%/report/leftover.h \
	%D%/report/output.c \
	%D%/report/output.h \
	%D%/report/report.c \
	%D%/report/report.h \
	%D%/report/snippet.c \
	%D%/report/snippet.h \
	%D%/report/text.c \
	%D%/report/unicode.c \
	%D%/report/unicode.h \
	%D%/report/values.c \
	%D%/report/values.h \
	%D%/report/writer.h \
	%D%/setup.c \
	%D%/setup.h \
	%D%/suggest.c \
	%D%/suggest.h
%C%_libcommand_la_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)

%C%_cisvalidate_SOURCES = \
	%D%/main.c
%C%_cisvalidate_LDADD = $(command) lib/libcisvalidate.la $(JANSSON_LIBS) \
	$(LIBXML_LIBS) $(PTHREAD_LIBS)
