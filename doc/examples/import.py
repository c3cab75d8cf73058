"""Imports summits into SQLite through ctypes: import.py DATABASE FILE..."""
# SPDX-License-Identifier: MIT
import ctypes
import os
import sqlite3
import sys

TABLES = """
CREATE TABLE summit (id TEXT PRIMARY KEY, title TEXT, session TEXT);
CREATE TABLE presidency (summit TEXT, state TEXT, chair TEXT,
                         first TEXT, last TEXT);
CREATE TABLE person (summit TEXT, id TEXT, name TEXT, role TEXT, state TEXT);
CREATE TABLE document (summit TEXT, id TEXT, type TEXT, title TEXT,
                       date TEXT, line INTEGER);
"""
CIS_OK, CIS_VALID = 0, 2


class Date(ctypes.Structure):
    _fields_ = [("year", ctypes.c_int16), ("month", ctypes.c_uint8),
                ("day", ctypes.c_uint8)]


class Place(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in (
        "line", "column", "end_line", "end_column", "offset", "end_offset")]


Summit = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)
library = ctypes.CDLL(os.environ.get("LIBCISVALIDATE", "libcisvalidate.so.0"))


def function(name, result, *arguments):
    """A function of the library; elements and handles are void pointers."""
    f = library["cis_" + name]
    f.restype = result
    f.argtypes = arguments or (ctypes.c_void_p,)
    return f


def string(name, element):
    value = function(name, ctypes.c_char_p)(element)
    return value.decode() if value is not None else None


def element(name, parent):
    return function(name, ctypes.c_void_p)(parent)


def each(first, name):
    while first:
        yield first
        first = element(name, first)


def words(texts):
    find = function("text_in", ctypes.c_char_p, ctypes.c_void_p,
                    ctypes.c_char_p)
    value = find(texts, b"en;*")
    return value.decode() if value is not None else None


def date(name, parent):
    text = function("date_text", ctypes.c_char_p, Date, ctypes.c_char_p)
    buffer = ctypes.create_string_buffer(11)
    value = text(function(name, Date)(parent), buffer)
    return value.decode() if value is not None else None


def word(kind, name, parent):
    value = function(name, ctypes.c_int)(parent)
    return function(kind + "_word", ctypes.c_char_p, ctypes.c_int)(
        value).decode()


def line(parent):
    place = function("element_place", Place, ctypes.c_void_p, ctypes.c_char_p)
    return place(parent, None).line


def import_summit(db, s):
    summit = string("summit_id", s)
    db.execute("INSERT INTO summit VALUES (?, ?, ?)", (
        summit, words(element("summit_titles", s)),
        date("dates_session", element("summit_dates", s))))
    p = element("summit_presidency", s)
    chair = element("presidency_chair", p)
    db.execute("INSERT INTO presidency VALUES (?, ?, ?, ?, ?)", (
        summit, string("presidency_state", p),
        words(element("person_names", chair)),
        date("presidency_from", p), date("presidency_to", p)))
    people = element("people_persons", element("summit_people", s))
    for q in each(people, "person_next"):
        db.execute("INSERT INTO person VALUES (?, ?, ?, ?, ?)", (
            summit, string("person_id", q), words(element("person_names", q)),
            word("role", "person_role", q), string("person_state", q)))
    papers = element("documents_documents", element("summit_documents", s))
    for d in each(papers, "document_next"):
        db.execute("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?)", (
            summit, string("document_id", d),
            word("document_type", "document_type", d),
            words(element("document_titles", d)),
            date("document_date", d), line(d)))


def main(database, *files):
    db = sqlite3.connect(database)
    db.executescript(TABLES)
    failures = []

    @Summit
    def on_summit(_, s):
        try:
            import_summit(db, s)
        except Exception as failure:  # must not pass through C
            failures.append(failure)

    validator, session = ctypes.c_void_p(), ctypes.c_void_p()
    new = (ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    if (function("validator_new", *new)(None, ctypes.byref(validator))
            or function("session_new", *new)(validator, ctypes.byref(session))):
        return 3
    function("session_on_summit", None, ctypes.c_void_p, Summit,
             ctypes.c_void_p)(session, on_summit, None)
    path = function("session_path", ctypes.c_int, ctypes.c_void_p,
                    ctypes.c_char_p, ctypes.c_char_p)
    good = all(path(session, os.fsencode(file), None) == CIS_OK and
               function("session_verdict", ctypes.c_int)(session) == CIS_VALID
               for file in files) and not failures
    if good:
        db.commit()
    else:
        print("import: nothing imported", *failures[:1], file=sys.stderr)
    function("session_free", None)(session)
    function("validator_free", None)(validator)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
