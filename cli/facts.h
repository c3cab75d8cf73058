/* Facts in files: the records of other runs, judged together with ours. */
/* SPDX-License-Identifier: MIT */
#ifndef FACTS_H
#define FACTS_H

#include "args.h"
#include "complain.h"

#include <cisvalidate/corpus.h>

/* Stands among the reports, so that its file is whole or not there as they
 * are; of inputs it says nothing. */
extern const struct writer facts_writer;

/* Adds what is in the files of --facts, or complains. */
enum exit_class facts_read(const struct args *args, struct cis_corpus *corpus);

/* Writes the corpus where facts_writer is among the reports. */
void facts_save(const struct cis_corpus *corpus, struct report *report);

#endif
