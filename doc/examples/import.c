/* Imports summits into SQLite: import DATABASE FILE... */
/* SPDX-License-Identifier: MIT */
#include <cisvalidate/cisvalidate.h>
#include <sqlite3.h>
#include <stdio.h>

static const char tables[] =
    "BEGIN;"
    "CREATE TABLE summit (id TEXT PRIMARY KEY, title TEXT, session TEXT);"
    "CREATE TABLE presidency (summit TEXT, state TEXT, chair TEXT,"
    " first TEXT, last TEXT);"
    "CREATE TABLE person (summit TEXT, id TEXT, name TEXT, role TEXT,"
    " state TEXT);"
    "CREATE TABLE document (summit TEXT, id TEXT, type TEXT, title TEXT,"
    " date TEXT, line INTEGER);";

/* One row; values are strings or NULL, as many as there are question marks. */
static void row(sqlite3 *db, const char *sql, const char *const values[])
{
    sqlite3_stmt *insert;

    if (sqlite3_prepare_v2(db, sql, -1, &insert, NULL) != SQLITE_OK)
        return;
    for (int i = 0; i < sqlite3_bind_parameter_count(insert); i++)
        sqlite3_bind_text(insert, i + 1, values[i], -1, SQLITE_TRANSIENT);
    if (sqlite3_step(insert) != SQLITE_DONE)
        fprintf(stderr, "import: %s\n", sqlite3_errmsg(db));
    sqlite3_finalize(insert);
}

static void import(void *db, const struct cis_summit *s)
{
    const struct cis_presidency *p = cis_summit_presidency(s);
    const struct cis_person *chair = cis_presidency_chair(p);
    const char *id = cis_summit_id(s);
    char a[11], b[11], line[24];

    row(db, "INSERT INTO summit VALUES (?, ?, ?)",
        (const char *[]){id, cis_text_in(cis_summit_titles(s), "en;*"),
                         cis_date_text(
                             cis_dates_session(cis_summit_dates(s)), a)});
    row(db, "INSERT INTO presidency VALUES (?, ?, ?, ?, ?)",
        (const char *[]){id, cis_presidency_state(p),
                         cis_text_in(cis_person_names(chair), "en;*"),
                         cis_date_text(cis_presidency_from(p), a),
                         cis_date_text(cis_presidency_to(p), b)});
    for (const struct cis_person *q = cis_people_persons(cis_summit_people(s));
         q != NULL; q = cis_person_next(q))
        row(db, "INSERT INTO person VALUES (?, ?, ?, ?, ?)",
            (const char *[]){id, cis_person_id(q),
                             cis_text_in(cis_person_names(q), "en;*"),
                             cis_role_word(cis_person_role(q)),
                             cis_person_state(q)});
    for (const struct cis_document *d =
             cis_documents_documents(cis_summit_documents(s));
         d != NULL; d = cis_document_next(d)) {
        snprintf(line, sizeof line, "%d",
                 (int)cis_element_place(d, NULL).line);
        row(db, "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)",
            (const char *[]){id, cis_document_id(d),
                             cis_document_type_word(cis_document_type(d)),
                             cis_text_in(cis_document_titles(d), "en;*"),
                             cis_date_text(cis_document_date(d), a), line});
    }
}

int main(int argc, char **argv)
{
    struct cis_validator *validator;
    struct cis_session *session;
    sqlite3 *db;
    int bad = 0;

    if (argc < 2 || sqlite3_open(argv[1], &db) != SQLITE_OK ||
        sqlite3_exec(db, tables, NULL, NULL, NULL) != SQLITE_OK ||
        cis_validator_new(NULL, &validator) != CIS_OK ||
        cis_session_new(validator, &session) != CIS_OK)
        return 3;
    cis_session_on_summit(session, import, db);
    for (int i = 2; i < argc; i++)
        bad |= cis_session_path(session, argv[i], NULL) != CIS_OK ||
               cis_session_verdict(session) != CIS_VALID;
    if (bad) /* all or nothing */
        fprintf(stderr, "import: not valid, nothing imported\n");
    sqlite3_exec(db, bad ? "ROLLBACK" : "COMMIT", NULL, NULL, NULL);
    cis_session_free(session);
    cis_validator_free(validator);
    sqlite3_close(db);
    return bad;
}
