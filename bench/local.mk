# SPDX-License-Identifier: MIT
# What cisvalidate costs, beside its peers: a report, not a test. 'make check'
# uses the two programs, too (tests/check/instructions.t).

check_PROGRAMS += \
	%D%/generate \
	%D%/measure
%C%_generate_LDADD =
%C%_measure_LDADD =

EXTRA_DIST += \
	%D%/bench.sh \
	%D%/growth.sh \
	%D%/instructions.txt \
	%D%/peers/Jdk.java \
	%D%/peers/expat.c \
	%D%/peers/libxml2.c \
	%D%/peers/lxml_schema.py \
	%D%/peers/xerces.cpp \
	%D%/run.sh

# BENCH = --quick or --large, as run.sh says
BENCH =
bench: all %D%/generate$(EXEEXT) %D%/measure$(EXEEXT) \
		tests/growth/growth$(EXEEXT)
	@$(AM_TESTS_ENVIRONMENT) $(SHELL) $(srcdir)/%D%/run.sh $(BENCH)
	@echo
	@$(AM_TESTS_ENVIRONMENT) $(SHELL) $(srcdir)/%D%/growth.sh $(BENCH)

.PHONY: bench
