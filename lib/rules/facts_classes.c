/* The types of facts, row by row as schema/facts.xsd has them. */
/* SPDX-License-Identifier: MIT */
#include "rules/facts.h"

#define ROWS(array) array, sizeof(array) / sizeof((array)[0])
#define NO_ROWS NULL, 0

static const struct field made_fields[] = {
    FIELD("tool", struct facts_made, tool, FIELD_TEXT),
    FIELD("schema", struct facts_made, schema, FIELD_TEXT),
    FIELD("registry", struct facts_made, registry, FIELD_TEXT),
};
const struct class class_facts_made = {"made", CLASS_OF(struct facts_made),
                                       ROWS(made_fields), NO_ROWS};

static const struct field place_fields[] = {
    FIELD("path", struct facts_place, path, FIELD_TEXT),
    FIELD("line", struct facts_place, line, FIELD_NUMBER),
    FIELD("lines", struct facts_place, lines, FIELD_NUMBER),
    FIELD("begins", struct facts_place, begins, FIELD_NUMBER),
    FIELD("after", struct facts_place, after, FIELD_NUMBER),
    FIELD("width", struct facts_place, width, FIELD_NUMBER),
    FIELD("offset", struct facts_place, offset, FIELD_NUMBER),
    FIELD("length", struct facts_place, length, FIELD_NUMBER),
    FIELD("text", struct facts_place, text, FIELD_TEXT),
};
static const struct class class_place = {"place", CLASS_OF(struct facts_place),
                                         ROWS(place_fields), NO_ROWS};

static const struct field title_fields[] = {
    FIELD("hash", struct facts_title, hash, FIELD_TEXT),
    FIELD("language", struct facts_title, language, FIELD_NUMBER),
    FIELD("first", struct facts_title, first, FIELD_FLAG),
};
static const struct class class_title = {"title", CLASS_OF(struct facts_title),
                                         ROWS(title_fields), NO_ROWS};

static const struct field promise_fields[] = {
    FIELD("body", struct facts_promise, body, FIELD_TEXT),
    FIELD("state", struct facts_promise, state, FIELD_TEXT),
    FIELD("date", struct facts_promise, date, FIELD_DATE),
};
static const struct child promise_children[] = {
    CHILD("atState", &class_place, struct facts_promise, at_state, false),
    CHILD("atDate", &class_place, struct facts_promise, at_date, false),
};
static const struct class class_promise = {
    "promise", CLASS_OF(struct facts_promise), ROWS(promise_fields),
    ROWS(promise_children)};

static const struct field detail_fields[] = {
    FIELD("what", struct facts_detail, what, FIELD_TEXT),
    FIELD("of", struct facts_detail, of, FIELD_TEXT),
    FIELD("value", struct facts_detail, value, FIELD_TEXT),
    FIELD("name", struct facts_detail, name, FIELD_FLAG),
};
static const struct child detail_children[] = {
    CHILD("at", &class_place, struct facts_detail, at, false),
};
static const struct class class_detail = {
    "detail", CLASS_OF(struct facts_detail), ROWS(detail_fields),
    ROWS(detail_children)};

static const struct field post_fields[] = {
    FIELD("action", struct facts_post, action, FIELD_CHOICE),
    FIELD("office", struct facts_post, office, FIELD_TEXT),
    FIELD("person", struct facts_post, person, FIELD_TEXT),
    FIELD("name", struct facts_post, name, FIELD_TEXT),
    FIELD("since", struct facts_post, since, FIELD_DATE),
};
static const struct child post_children[] = {
    CHILD("at", &class_place, struct facts_post, at, false),
};
static const struct class class_post = {"post", CLASS_OF(struct facts_post),
                                        ROWS(post_fields), ROWS(post_children)};

static const struct field citation_fields[] = {
    FIELD("date", struct facts_citation, date, FIELD_DATE),
    FIELD("words", struct facts_citation, words, FIELD_TEXT),
};
static const struct child citation_children[] = {
    CHILD("at", &class_place, struct facts_citation, at, false),
    CHILD("title", &class_title, struct facts_citation, titles, true),
};
static const struct class class_citation = {
    "citation", CLASS_OF(struct facts_citation), ROWS(citation_fields),
    ROWS(citation_children)};

static const struct field summit_fields[] = {
    FIELD("file", struct facts_summit, file, FIELD_TEXT),
    FIELD("id", struct facts_summit, id, FIELD_TEXT),
    FIELD("body", struct facts_summit, body, FIELD_TEXT),
    FIELD("kind", struct facts_summit, kind, FIELD_CHOICE),
    FIELD("status", struct facts_summit, status, FIELD_CHOICE),
    FIELD("session", struct facts_summit, session, FIELD_DATE),
    FIELD("number", struct facts_summit, number, FIELD_NUMBER),
    FIELD("presiding", struct facts_summit, presiding, FIELD_TEXT),
    FIELD("from", struct facts_summit, term.from, FIELD_DATE),
    FIELD("to", struct facts_summit, term.to, FIELD_DATE),
    FIELD("successor", struct facts_summit, successor, FIELD_TEXT),
    FIELD("successorFrom", struct facts_summit, successor_term.from,
          FIELD_DATE),
    FIELD("successorTo", struct facts_summit, successor_term.to, FIELD_DATE),
    FIELD("host", struct facts_summit, host, FIELD_TEXT),
    FIELD("documents", struct facts_summit, documents, FIELD_NUMBER),
};
static const struct child summit_children[] = {
    CHILD("at", &class_place, struct facts_summit, at, false),
    CHILD("atSession", &class_place, struct facts_summit, at_session, false),
    CHILD("atNumber", &class_place, struct facts_summit, at_number, false),
    CHILD("atPresiding", &class_place, struct facts_summit, at_presiding,
          false),
    CHILD("atSuccessor", &class_place, struct facts_summit, at_successor,
          false),
    CHILD("atHost", &class_place, struct facts_summit, at_host, false),
    CHILD("atComplete", &class_place, struct facts_summit, at_complete, false),
    CHILD("promise", &class_promise, struct facts_summit, promises, true),
    CHILD("detail", &class_detail, struct facts_summit, details, true),
    CHILD("post", &class_post, struct facts_summit, posts, true),
    CHILD("citation", &class_citation, struct facts_summit, citations, true),
    CHILD("title", &class_title, struct facts_summit, titles, true),
};
const struct class class_facts_summit = {
    "summit", CLASS_OF(struct facts_summit), ROWS(summit_fields),
    ROWS(summit_children)};

static const struct field spelling_fields[] = {
    FIELD("file", struct facts_spelling, file, FIELD_TEXT),
    FIELD("office", struct facts_spelling, office, FIELD_TEXT),
    FIELD("known", struct facts_spelling, known, FIELD_TEXT),
    FIELD("language", struct facts_spelling, language, FIELD_TEXT),
    FIELD("name", struct facts_spelling, name, FIELD_TEXT),
    FIELD("session", struct facts_spelling, session, FIELD_DATE),
};
static const struct child spelling_children[] = {
    CHILD("at", &class_place, struct facts_spelling, at, false),
};
const struct class class_facts_spelling = {
    "spelling", CLASS_OF(struct facts_spelling), ROWS(spelling_fields),
    ROWS(spelling_children)};

static const struct field suppression_fields[] = {
    FIELD("file", struct facts_suppression, file, FIELD_TEXT),
    FIELD("code", struct facts_suppression, code, FIELD_TEXT),
    FIELD("reason", struct facts_suppression, reason, FIELD_TEXT),
    FIELD("offset", struct facts_suppression, offset, FIELD_NUMBER),
    FIELD("length", struct facts_suppression, length, FIELD_NUMBER),
    FIELD("compared", struct facts_suppression, compared, FIELD_FLAG),
};
static const struct child suppression_children[] = {
    CHILD("at", &class_place, struct facts_suppression, at, false),
};
const struct class class_facts_suppression = {
    "suppression", CLASS_OF(struct facts_suppression), ROWS(suppression_fields),
    ROWS(suppression_children)};

const struct class *const facts_roots[FACTS_ROOTS] = {
    &class_facts_made, &class_facts_summit, &class_facts_spelling,
    &class_facts_suppression};
