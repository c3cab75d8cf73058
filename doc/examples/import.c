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

struct target {
    sqlite3 *db;
    bool failed;
};

/* One row; values are strings or NULL, as many as there are question marks. */
static void row(struct target *to, const char *sql, const char *const values[])
{
    sqlite3_stmt *insert;
    bool good;

    if (to->failed)
        return;
    good = sqlite3_prepare_v2(to->db, sql, -1, &insert, NULL) == SQLITE_OK;
    for (int i = 0; good && i < sqlite3_bind_parameter_count(insert); i++)
        sqlite3_bind_text(insert, i + 1, values[i], -1, SQLITE_TRANSIENT);
    if (!good || sqlite3_step(insert) != SQLITE_DONE) {
        fprintf(stderr, "import: %s\n", sqlite3_errmsg(to->db));
        to->failed = true;
    }
    sqlite3_finalize(insert);
}

static void import(void *to, const struct cis_summit *s)
{
    const struct cis_presidency *p = cis_summit_presidency(s);
    const struct cis_person *chair = cis_presidency_chair(p);
    const char *id = cis_summit_id(s);
    char a[11], b[11], line[24];

    row(to, "INSERT INTO summit VALUES (?, ?, ?)",
        (const char *[]){
            id, cis_text_in(cis_summit_titles(s), "en;*"),
            cis_date_text(cis_dates_session(cis_summit_dates(s)), a)});
    row(to, "INSERT INTO presidency VALUES (?, ?, ?, ?, ?)",
        (const char *[]){id, cis_presidency_state(p),
                         cis_text_in(cis_person_names(chair), "en;*"),
                         cis_date_text(cis_presidency_from(p), a),
                         cis_date_text(cis_presidency_to(p), b)});
    for (const struct cis_person *q = cis_people_persons(cis_summit_people(s));
         q != NULL; q = cis_person_next(q))
        row(to, "INSERT INTO person VALUES (?, ?, ?, ?, ?)",
            (const char *[]){
                id, cis_person_id(q), cis_text_in(cis_person_names(q), "en;*"),
                cis_role_word(cis_person_role(q)), cis_person_state(q)});
    for (const struct cis_document *d =
             cis_documents_documents(cis_summit_documents(s));
         d != NULL; d = cis_document_next(d)) {
        snprintf(line, sizeof line, "%d", (int)cis_element_place(d, NULL).line);
        row(to, "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)",
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
    struct target to = {.failed = false};

    if (argc < 2 || sqlite3_open(argv[1], &to.db) != SQLITE_OK ||
        sqlite3_exec(to.db, tables, NULL, NULL, NULL) != SQLITE_OK ||
        cis_validator_new(NULL, &validator) != CIS_OK ||
        cis_session_new(validator, &session) != CIS_OK)
        return 3;
    cis_session_on_summit(session, import, &to);
    for (int i = 2; i < argc && !to.failed; i++)
        to.failed = cis_session_path(session, argv[i], NULL) != CIS_OK ||
                    cis_session_verdict(session) != CIS_VALID || to.failed;
    if (to.failed) /* all or nothing */
        fprintf(stderr, "import: nothing imported\n");
    sqlite3_exec(to.db, to.failed ? "ROLLBACK" : "COMMIT", NULL, NULL, NULL);
    cis_session_free(session);
    cis_validator_free(validator);
    sqlite3_close(to.db);
    return to.failed;
}
