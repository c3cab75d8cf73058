/* Small records, and which rules find something across them. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_EDGES_H
#define CORPUS_EDGES_H

/* Records of no more than what the rules look at: they are not valid. */
#define RECORD(attributes, dates, parts)                                       \
    "<summit xmlns='urn:cisvalidate:summit:1' " attributes                     \
    "><dates start='" dates "' end='" dates "' session='" dates "'/>" parts    \
    "</summit>"
#define HELD(dates, parts)                                                     \
    RECORD("id='h' body='chs' kind='regular' status='held'", dates, parts)
#define INFORMAL(dates, parts)                                                 \
    RECORD("id='i' body='chs' kind='informal' status='held'", dates, parts)
#define ANNOUNCED(dates, parts)                                                \
    RECORD("id='a' body='chs' kind='regular' status='announced'", dates, parts)
enum {
    MOST = 5
};

struct edge {
    const char *name;
    const char *records[MOST]; /* files "1", "2", … */
    const char *codes;         /* of the findings across them */
};

/* Fails where anything else is found. */
void corpus_edges_hold(const struct edge *edges, size_t count);

#define HOLD_EDGES(edges)                                                      \
    corpus_edges_hold(edges, sizeof(edges) / sizeof *(edges))

#endif
