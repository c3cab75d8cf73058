/* The records of all inputs, judged by each other. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_H
#define CORPUS_H

#include "complain.h"

#include <cisvalidate/corpus.h>

/* Reports what is found across the records, and adds it to the summary. */
enum exit_class corpus_judge(struct cis_corpus *corpus, struct report *report,
                             struct report_summary *summary);

#endif
