/* Small records, and which rules find something in them. */
/* SPDX-License-Identifier: MIT */
#ifndef RULE_EDGES_H
#define RULE_EDGES_H

/* No more than what the rules look at: the records are not valid, and what
 * the schema finds is not compared. */
#define SUMMIT(attributes, parts)                                              \
    "<summit xmlns='urn:cisvalidate:summit:1' id='s' "                         \
    "version='1.0' " attributes ">" parts "</summit>"
#define REGULAR(parts)                                                         \
    SUMMIT("body='chs' kind='regular' status='held' recorded='2025-10-13'",    \
           parts)
#define DATES                                                                  \
    "<dates start='2025-10-10' end='2025-10-10' session='2025-10-10'/>"
#define PERSON(id, more, name)                                                 \
    "<person id='" id "' " more "><name xml:lang='en'>" name "</name></"       \
    "person>"

/* A record, and the codes of what rules find in it, each with a space. */
struct edge {
    const char *name;
    const char *record;
    const char *codes;
};

/* Fails where anything else is found. */
void edges_hold(const struct edge *edges, size_t count);

/* With that registry instead of the bundled one. */
void edges_hold_by(const char *registry, const struct edge *edges,
                   size_t count);

#define HOLD_EDGES(edges) edges_hold(edges, sizeof(edges) / sizeof *(edges))

#endif
