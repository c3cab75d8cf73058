# SPDX-License-Identifier: MIT
# The schemas and the registry: installed, and embedded in the library.

# In this order in embedded_files[]
embedded = \
	%D%/summit.xsd \
	%D%/registry.xsd \
	%D%/xml.xsd \
	%D%/cis.xml

schemadir = $(pkgdatadir)/schema
dist_schema_DATA = $(embedded) %D%/report.schema.json
dist_folders += %D%/records

EXTRA_DIST += %D%/embed.sh
CLEANFILES += %D%/embedded.c
nodist_lib_libcisvalidate_core_la_SOURCES += %D%/embedded.c

%D%/embedded.c: %D%/embed.sh $(embedded)
	$(AM_V_GEN)$(MKDIR_P) %D% && \
	(cd $(srcdir) && $(SHELL) %D%/embed.sh $(embedded)) >$@.tmp && \
	mv $@.tmp $@
