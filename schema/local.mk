# SPDX-License-Identifier: MIT
# The schemas and the registry: installed, and embedded in the library.

# In this order in embedded_files[]
embedded = \
	%D%/summit.xsd \
	%D%/registry.xsd \
	%D%/profile.xsd \
	%D%/facts.xsd \
	%D%/xml.xsd \
	%D%/cis.xml

schemadir = $(pkgdatadir)/schema
dist_schema_DATA = $(embedded) %D%/report.schema.json
dist_folders += %D%/records

EXTRA_DIST += %D%/embed.sh
CLEANFILES += %D%/embedded.c
nodist_lib_libparts_la_SOURCES += %D%/embedded.c

# The record that the examples of lib/finding/codes.def are parts of
example = %D%/records/chs-2024-10-08-announced.xml

%D%/embedded.c: %D%/embed.sh %D%/local.mk $(embedded) $(example)
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	(cd $(srcdir) && $(SHELL) %D%/embed.sh $(embedded) $(example)) \
		>$@.tmp && \
	mv $@.tmp $@

# The same, compiled: freeze writes them as tables. The tarball has the tables,
# for whoever cannot run what they build.
noinst_PROGRAMS += %D%/freeze
%C%_freeze_SOURCES = \
	%D%/freeze.c \
	%D%/freeze.h \
	%D%/freeze_nodes.c \
	%D%/freeze_schema.c
%C%_freeze_LDADD = lib/libparts.la $(LIBXML_LIBS)
%C%_freeze_LDFLAGS = $(AM_LDFLAGS) -no-install

nodist_lib_libcisvalidate_core_la_SOURCES += %D%/frozen.c
EXTRA_DIST += %D%/frozen.c
CLEANFILES += %D%/frozen.c

if !CROSS_COMPILING
%D%/frozen.c: %D%/freeze$(EXEEXT) $(embedded)
	$(AM_V_GEN)./%D%/freeze$(EXEEXT) $(srcdir)/%D% >$@.tmp && mv $@.tmp $@
endif
