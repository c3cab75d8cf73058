# SPDX-License-Identifier: MIT
# The library. The inner one holds all objects, and tests and fuzz targets link
# it; the public one adds the symbol map. libparts is all of it but the frozen
# tables, which a program made from it writes (schema/local.mk). A new file
# goes into its list below, sorted, one a line.

noinst_LTLIBRARIES += %D%/libparts.la %D%/libcisvalidate-core.la
lib_LTLIBRARIES += %D%/libcisvalidate.la

core = %D%/libcisvalidate-core.la

pkginclude_HEADERS += \
	%D%/include/cisvalidate/cisvalidate.h \
	%D%/include/cisvalidate/corpus.h \
	%D%/include/cisvalidate/date.h \
	%D%/include/cisvalidate/element.h \
	%D%/include/cisvalidate/finding.h \
	%D%/include/cisvalidate/options.h \
	%D%/include/cisvalidate/record.h \
	%D%/include/cisvalidate/registry.h \
	%D%/include/cisvalidate/rule.h \
	%D%/include/cisvalidate/selftest.h \
	%D%/include/cisvalidate/status.h \
	%D%/include/cisvalidate/validator.h \
	%D%/include/cisvalidate/vocabulary.h \
	%D%/include/cisvalidate/write.h

%C%_libparts_la_SOURCES = \
	%D%/base/alloc.c \
	%D%/base/alloc.h \
	%D%/base/arena.c \
	%D%/base/arena.h \
	%D%/base/date.c \
	%D%/base/date.h \
	%D%/base/hash.c \
	%D%/base/hash.h \
	%D%/base/lang.c \
	%D%/base/lang.h \
	%D%/base/map.c \
	%D%/base/map.h \
	%D%/base/name.c \
	%D%/base/name.h \
	%D%/base/str.c \
	%D%/base/str.h \
	%D%/base/suggest.c \
	%D%/base/suggest.h \
	%D%/base/utf8.c \
	%D%/base/utf8.h \
	%D%/builder.c \
	%D%/corpus.c \
	%D%/corpus.h \
	%D%/example.c \
	%D%/example.h \
	%D%/facts.c \
	%D%/finding/accessors.c \
	%D%/finding/code.c \
	%D%/finding/code.h \
	%D%/finding/codes.def \
	%D%/finding/finding.c \
	%D%/finding/finding.h \
	%D%/finding/suppression.c \
	%D%/finding/suppression.h \
	%D%/frozen.h \
	%D%/input.c \
	%D%/lookup.c \
	%D%/options.c \
	%D%/options.h \
	%D%/profile.c \
	%D%/profile/classes.c \
	%D%/profile/profile.h \
	%D%/record/access.c \
	%D%/record/access.h \
	%D%/record/access_fields.c \
	%D%/record/access_words.c \
	%D%/record/classes.c \
	%D%/record/hold.c \
	%D%/record/record.c \
	%D%/record/record.h \
	%D%/record/write.c \
	%D%/record/write.h \
	%D%/registry/access.c \
	%D%/registry/access.h \
	%D%/registry/classes.c \
	%D%/registry/digest.c \
	%D%/registry/registry.c \
	%D%/registry/registry.h \
	%D%/registry/terms.c \
	%D%/rules/amends_rules.c \
	%D%/rules/appointment_rules.c \
	%D%/rules/checks.h \
	%D%/rules/corpus.h \
	%D%/rules/corpus_facts.c \
	%D%/rules/corpus_keeper.h \
	%D%/rules/corpus_names.c \
	%D%/rules/corpus_people.c \
	%D%/rules/corpus_presidency.c \
	%D%/rules/corpus_rules.c \
	%D%/rules/corpus_suppressed.c \
	%D%/rules/corpus_texts.c \
	%D%/rules/corpus_view.c \
	%D%/rules/date_rules.c \
	%D%/rules/delegation_rules.c \
	%D%/rules/driver.c \
	%D%/rules/driver.h \
	%D%/rules/emit.c \
	%D%/rules/facts.h \
	%D%/rules/facts_classes.c \
	%D%/rules/facts_read.c \
	%D%/rules/facts_text.c \
	%D%/rules/facts_write.c \
	%D%/rules/presidency_rules.c \
	%D%/rules/programme_rules.c \
	%D%/rules/query.c \
	%D%/rules/query.h \
	%D%/rules/registry_rules.c \
	%D%/rules/registry_rules.h \
	%D%/rules/role_rules.c \
	%D%/rules/rotation_rules.c \
	%D%/rules/rule.h \
	%D%/rules/title_rules.c \
	%D%/rules/twins.c \
	%D%/rules/twins.h \
	%D%/rules/type_rules.c \
	%D%/rules/words.c \
	%D%/schema/automaton.c \
	%D%/schema/automaton.h \
	%D%/schema/automaton_bytes.c \
	%D%/schema/bind.c \
	%D%/schema/bind.h \
	%D%/schema/builtin.c \
	%D%/schema/builtin.h \
	%D%/schema/builtin_date.c \
	%D%/schema/builtin_date.h \
	%D%/schema/compile.c \
	%D%/schema/compile.h \
	%D%/schema/compile_attribute.c \
	%D%/schema/compile_check.c \
	%D%/schema/compile_constraint.c \
	%D%/schema/compile_content.c \
	%D%/schema/compile_facet.c \
	%D%/schema/compile_simple.c \
	%D%/schema/compiler.h \
	%D%/schema/embedded.h \
	%D%/schema/expression.c \
	%D%/schema/expression.h \
	%D%/schema/minimise.c \
	%D%/schema/minimise.h \
	%D%/schema/pattern.c \
	%D%/schema/pattern.h \
	%D%/schema/pattern_class.c \
	%D%/schema/pattern_class.h \
	%D%/schema/positions.c \
	%D%/schema/positions.h \
	%D%/schema/run.c \
	%D%/schema/run.h \
	%D%/schema/run_attributes.c \
	%D%/schema/run_constraint.c \
	%D%/schema/run_content.c \
	%D%/schema/run_key.c \
	%D%/schema/run_place.c \
	%D%/schema/run_search.c \
	%D%/schema/run_search.h \
	%D%/schema/run_xsi.c \
	%D%/schema/runner.h \
	%D%/schema/schema.h \
	%D%/schema/uri.c \
	%D%/schema/uri.h \
	%D%/schema/value.c \
	%D%/schema/value.h \
	%D%/schema/value_explain.c \
	%D%/schema/value_explain.h \
	%D%/schema/value_explain_date.c \
	%D%/schema/value_judge.h \
	%D%/schema/white_space.c \
	%D%/schema/white_space.h \
	%D%/schema/xml_name.c \
	%D%/schema/xml_name.h \
	%D%/selftest.c \
	%D%/session.c \
	%D%/session.h \
	%D%/stream.c \
	%D%/stream.h \
	%D%/suppress.c \
	%D%/suppress.h \
	%D%/validator.c \
	%D%/validator.h \
	%D%/version.c \
	%D%/write.c \
	%D%/xml/canonical.c \
	%D%/xml/canonical.h \
	%D%/xml/declaration.c \
	%D%/xml/declaration.h \
	%D%/xml/decode.c \
	%D%/xml/decode.h \
	%D%/xml/event.h \
	%D%/xml/fault.c \
	%D%/xml/fault.h \
	%D%/xml/guard.c \
	%D%/xml/guard.h \
	%D%/xml/limit.c \
	%D%/xml/limit.h \
	%D%/xml/markup.c \
	%D%/xml/markup.h \
	%D%/xml/problem.c \
	%D%/xml/problem.h \
	%D%/xml/pseudo.c \
	%D%/xml/pseudo.h \
	%D%/xml/queue.c \
	%D%/xml/queue.h \
	%D%/xml/reader.c \
	%D%/xml/reader.h \
	%D%/xml/sax.c \
	%D%/xml/sax.h \
	%D%/xml/source.c \
	%D%/xml/source.h \
	%D%/xml/tag.c \
	%D%/xml/tag.h \
	%D%/xml/tree.c \
	%D%/xml/tree.h \
	%D%/xml/version.c \
	%D%/xml/version.h \
	%D%/xml/writer.c \
	%D%/xml/writer.h
nodist_%C%_libparts_la_SOURCES =
%C%_libcisvalidate_core_la_SOURCES = %D%/frozen.h
nodist_%C%_libcisvalidate_core_la_SOURCES =
%C%_libcisvalidate_core_la_LIBADD = %D%/libparts.la $(LIBXML_LIBS)

# CURRENT:REVISION:AGE of the interface, changed at a release only:
#   the code changed, the interface did not          C:R+1:A
#   something was added, nothing removed or changed  C+1:0:A+1
#   something was removed or changed                 C+1:0:0
# These are not the version of the package. The soname has C-A; cisvalidate.abi
# is the interface of the last release, which tests/check/abi.t holds the
# headers to; at a release tests/support/abi.sh writes it anew.
%C%_libcisvalidate_la_SOURCES =
%C%_libcisvalidate_la_LIBADD = $(core)
%C%_libcisvalidate_la_LDFLAGS = $(AM_LDFLAGS) -version-info 0:0:0 -no-undefined
EXTRA_%C%_libcisvalidate_la_DEPENDENCIES = %D%/libcisvalidate.map
if HAVE_VSCRIPT
%C%_libcisvalidate_la_LDFLAGS += \
	$(VSCRIPT_LDFLAGS),$(srcdir)/%D%/libcisvalidate.map
else
%C%_libcisvalidate_la_LDFLAGS += -export-symbols-regex '^cis_'
endif

EXTRA_DIST += %D%/cisvalidate.abi %D%/libcisvalidate.map
dist_man_MANS += \
	doc/man/cis_corpus.3 \
	doc/man/cis_finding.3 \
	doc/man/cis_options.3 \
	doc/man/cis_record.3 \
	doc/man/cis_registry.3 \
	doc/man/cis_rule.3 \
	doc/man/cis_session.3 \
	doc/man/cis_writer.3
pkgconfig_DATA += %D%/cisvalidate.pc
