/* Rules of titles, documents and the programme, at their edges. */
/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "rule_edges.h"

#define DOCUMENT(type, title, more)                                            \
    "<document id='d' type='" type                                             \
    "' status='adopted'><title xml:lang='en'>" title "</title>" more           \
    "</document>"
#define DOCUMENTS(documents)                                                   \
    REGULAR(DATES "<documents>" documents "</documents>")
#define PLAN(title, validity)                                                  \
    DOCUMENTS(DOCUMENT("plan", title, "<validity " validity "/>"))
#define SPAN "from='2025' to='2027'"

static const struct edge years[] = {
    {"as given", PLAN("Plan for 2025-2027", SPAN), ""},
    {"another beginning", PLAN("Plan for 2024-2027", SPAN), "T010 "},
    {"another end", PLAN("Plan for 2025 – 2028", SPAN), "T010 "},
    {"at the very beginning", PLAN("for 2025—2028", SPAN), "T010 "},
    {"of the period", PLAN("Plan for the period 2025-2028", SPAN), "T010 "},
    {"in Russian", PLAN("План на период 2025‑2028", SPAN), "T010 "},
    {"until", PLAN("Plan until 2028", SPAN), "T010 "},
    {"until the end", PLAN("Plan until 2027", SPAN), ""},
    {"the beginning is not given", PLAN("Plan for 2024-2027", "to='2027'"), ""},
    {"the end is not given", PLAN("Plan for 2025-2028", "from='2025'"), ""},
    {"one year alone", PLAN("Plan for 2024", SPAN), ""},
    {"one year and a dash", PLAN("Plan for 2024-", SPAN), ""},
    {"and no year after it", PLAN("Plan for 2024-x", SPAN), ""},
    {"five digits", PLAN("Plan for 20245-2028", SPAN), ""},
    {"five digits at the end", PLAN("Plan for 2025-20289", SPAN), ""},
    {"three digits", PLAN("Plan for 202 and more", SPAN), ""},
    {"three digits at the end", PLAN("Plan for 202", SPAN), ""},
    {"a colon is no digit", PLAN("Plan for 20:4-2028", SPAN), ""},
    {"until no year", PLAN("Plan until then", SPAN), ""},
    {"within a word", PLAN("Plan xfor 2024-2028", SPAN), ""},
    {"the second of two words", PLAN("Plan for all for 2024-2028", SPAN),
     "T010 "},
    {"the validity was refused", PLAN("Plan for 2024-2028", "from='2'"), ""},
    {"no title",
     DOCUMENTS("<document id='d' type='plan' status='adopted'><title>Plan for "
               "2024-2028</title><title xml:lang='en'/><validity " SPAN
               "/></document>"),
     "T010 "},
};

#define NAMED(title) DOCUMENTS(DOCUMENT("convention", title, ""))

static const struct edge types[] = {
    {"its own", NAMED("Convention on all"), ""},
    {"another", NAMED("Treaty on all"), "T011 "},
    {"nothing but the name", NAMED("Treaty"), "T011 "},
    {"in capitals", NAMED("TREATY ON ALL"), "T011 "},
    {"in Russian", NAMED("ДОГОВОР о дружбе"), "T011 "},
    {"before a comma", NAMED("Treaty, and more"), "T011 "},
    {"before a brace", NAMED("Treaty{s"), "T011 "},
    {"before a quotation mark", NAMED("Treaty«s"), "T011 "},
    {"before what is no letter of Europe", NAMED("Treaty\u0390"), "T011 "},
    {"before a letter far away", NAMED("Treaty\u0531"), "T011 "},
    {"a longer word", NAMED("Treatyx on all"), ""},
    {"a longer word with an accent", NAMED("Treatyé"), ""},
    {"a longer word with a Cyrillic letter", NAMED("Treatyщ"), ""},
    {"with one that Ukrainian has", NAMED("TreatyЄ"), ""},
    {"a shorter word", NAMED("Treat"), ""},
    {"no title", DOCUMENTS("<document id='d' type='convention'/>"), ""},
    {"an empty title", NAMED(""), ""},
    {"a type that is none", DOCUMENTS(DOCUMENT("paper", "Treaty", "")), ""},
};

#define EVENT(kind, attributes, parties)                                       \
    "<event kind='" kind "' " attributes ">" parties "</event>"
#define PROGRAMME(events)                                                      \
    REGULAR(DATES PEOPLE "<programme>" events "</programme>")
#define PEOPLE                                                                 \
    "<people>" PERSON("a", "role='guest' state='RU'", "A A")                   \
        PERSON("b", "role='guest' state='BY'", "B B")                          \
            PERSON("c", "role='guest' state='KZ'", "C C")                      \
                PERSON("d", "role='guest' state='RU'", "D D")                  \
                    PERSON("n", "role='guest'", "N N") "</people>"
#define PARTY(id) "<party ref='" id "'/>"
#define TALK(parties)                                                          \
    PROGRAMME(EVENT("bilateral", "date='2025-10-10'", parties))

static const struct edge talks[] = {
    {"two states", TALK(PARTY("a") PARTY("b")), ""},
    {"two states, three people", TALK(PARTY("a") PARTY("b") PARTY("d")), ""},
    {"and again of the second", TALK(PARTY("b") PARTY("a") PARTY("d")), ""},
    {"one state", TALK(PARTY("a") PARTY("d")), "M001 "},
    {"three states", TALK(PARTY("a") PARTY("b") PARTY("c")), "M001 "},
    {"three states, and more",
     TALK(PARTY("a") PARTY("b") PARTY("c") PARTY("d")), "M001 "},
    {"somebody of no state", TALK(PARTY("a") PARTY("n")), ""},
    {"three states and somebody of none",
     TALK(PARTY("a") PARTY("b") PARTY("c") PARTY("n")), "M001 "},
    {"somebody who is not there", TALK(PARTY("a") PARTY("z")), ""},
    {"nobody", TALK(""), "M001 "},
};

#define AT(start, more) "date='2025-10-10' start='" start "' " more
#define TWO(one, other)                                                        \
    PROGRAMME(EVENT("other", one, PARTY("a")) EVENT("photo", other, PARTY("a")))

static const struct edge places[] = {
    {"one after the other",
     TWO(AT("09:00:00", "end='10:00:00'"), AT("10:00:00", "")), ""},
    {"within the other",
     TWO(AT("09:00:00", "end='11:00:00'"), AT("10:00:00", "")), "M003 "},
    {"at the same time", TWO(AT("09:00:00", ""), AT("09:00:00", "")), "M003 "},
    {"on another day",
     TWO("date='2025-10-09' start='09:00:00'", AT("09:00:00", "")), "D002 "},
    {"of no known hour", TWO("date='2025-10-10'", AT("09:00:00", "")), ""},
    {"of no known day", TWO("start='09:00:00'", AT("09:00:00", "")), ""},
    {"the later one first", TWO(AT("11:00:00", ""), AT("10:00:00", "")),
     "M002 "},
    {"at a reception that goes on past midnight",
     SUMMIT("body='chs' kind='regular' status='held' recorded='2025-10-13'",
            "<dates start='2025-10-10' end='2025-10-11' "
            "session='2025-10-10'/>" PEOPLE "<programme>" EVENT(
                "reception", AT("22:00:00", "end='01:00:00'"), PARTY("a"))
                EVENT("other", "date='2025-10-11' start='00:30:00'",
                      PARTY("a")) "</programme>"),
     "M003 "},
    {"twice at one event",
     PROGRAMME(EVENT("other", AT("09:00:00", ""), PARTY("a") PARTY("a"))), ""},
    {"an end before the start is not known",
     TWO(AT("09:00:00", "end='08:00:00'"), AT("09:30:00", "")), "M006 "},
    {"somebody unknown",
     PROGRAMME(EVENT("other", AT("09:00:00", ""), PARTY("z"))
                   EVENT("other", AT("09:00:00", ""), PARTY("z"))),
     "M003 "},
    {"a reference that was refused",
     PROGRAMME(EVENT("other", AT("09:00:00", ""), "<party ref='?'/>")
                   EVENT("other", AT("09:00:00", ""), "<party ref='?'/>")),
     ""},
    {"two people at one time",
     PROGRAMME(EVENT("other", AT("09:00:00", ""), PARTY("a"))
                   EVENT("other", AT("09:00:00", ""), PARTY("b"))),
     ""},
    {"the longer one before",
     PROGRAMME(EVENT("other", AT("09:00:00", "end='12:00:00'"), PARTY("a"))
                   EVENT("other", AT("10:00:00", "end='10:30:00'"), PARTY("a"))
                       EVENT("other", AT("11:00:00", ""), PARTY("a"))),
     "M003 M003 "},
};

#define ONE(kind, attributes) EVENT(kind, attributes, "")

static const struct edge orders[] = {
    {"the last event is unknown",
     PROGRAMME(ONE("other", "") ONE("other", AT("09:00:00", ""))), ""},
    {"an hour before",
     PROGRAMME(ONE("other", AT("10:00:00", ""))
                   ONE("other", AT("09:00:00", ""))),
     "M002 "},
    {"only one has an hour",
     PROGRAMME(ONE("other", AT("10:00:00", ""))
                   ONE("other", "date='2025-10-10'")),
     ""},
    {"nor is the other one",
     PROGRAMME(ONE("other", "date='2025-10-10'")
                   ONE("other", AT("09:00:00", ""))),
     ""},
    {"the extended session of no known day",
     PROGRAMME(ONE("extended-session", "start='09:00:00'")
                   ONE("narrow-session", AT("10:00:00", ""))),
     ""},
    {"two extended sessions, one before the narrow one",
     PROGRAMME(ONE("narrow-session", AT("10:00:00", ""))
                   ONE("extended-session", AT("11:00:00", ""))
                       ONE("extended-session", AT("09:00:00", ""))),
     "M004 "},
    {"two narrow ones, one of them later",
     PROGRAMME(ONE("narrow-session", AT("08:00:00", ""))
                   ONE("extended-session", AT("09:00:00", ""))
                       ONE("narrow-session", AT("10:00:00", ""))),
     ""},
    {"the narrow session of no known day",
     PROGRAMME(ONE("extended-session", AT("09:00:00", ""))
                   ONE("narrow-session", "start='10:00:00'")),
     ""},
    {"a reception of no known day",
     PROGRAMME(ONE("reception", "start='18:00:00'")
                   ONE("other", AT("19:00:00", ""))),
     ""},
    {"two extended sessions, the later one last",
     PROGRAMME(ONE("narrow-session", AT("10:00:00", ""))
                   ONE("extended-session", AT("09:00:00", ""))
                       ONE("extended-session", AT("11:00:00", ""))),
     "M004 "},
    {"two receptions of a day",
     PROGRAMME(ONE("reception", AT("18:00:00", ""))
                   ONE("reception", AT("19:00:00", ""))),
     ""},
    {"after the reception of another day",
     SUMMIT("body='chs' kind='regular' status='held' recorded='2025-10-13'",
            "<dates start='2025-10-09' end='2025-10-10' session='2025-10-10'/>"
            "<programme>" ONE("reception", "date='2025-10-09' start='18:00:00'")
                ONE("other", AT("19:00:00", "")) "</programme>"),
     ""},
    {"a ceremony of awards and a briefing after it",
     PROGRAMME(ONE("reception", AT("18:00:00", ""))
                   ONE("award-ceremony", AT("19:00:00", ""))
                       ONE("briefing", AT("20:00:00", ""))),
     ""},
    {"a kind that was refused",
     PROGRAMME(ONE("reception", AT("18:00:00", ""))
                   ONE("dance", AT("19:00:00", ""))),
     ""},
    {"a reception of no known hour",
     PROGRAMME(ONE("reception", "date='2025-10-10'")
                   ONE("other", AT("19:00:00", ""))),
     ""},
    {"a reception past midnight",
     PROGRAMME(ONE("reception", AT("22:00:00", "end='01:00:00'"))), ""},
};

#define GUESTS(more, delegations)                                              \
    REGULAR(DATES "<people>" PERSON(                                           \
        "g", more,                                                             \
        "G G") "</people>"                                                     \
               "<delegations>" delegations "</delegations><programme>" EVENT(  \
                   "other", "date='2025-10-10'", PARTY("g")) "</programme>")
#define KZ "<delegation state='KZ' presence='attended'/>"

static const struct edge guests[] = {
    {"of a state that is there", GUESTS("role='guest' state='KZ'", KZ), ""},
    {"of a state that is not", GUESTS("role='guest' state='BY'", KZ), "M007 "},
    {"of a state that was refused", GUESTS("role='guest' state='x'", KZ), ""},
    {"whom the rest could not be read of",
     GUESTS("role='guest' state='BY' color='red'", KZ), ""},
    {"where not all could be read",
     GUESTS("role='guest' state='BY'", KZ "<delegate/>"), ""},
};

#define TOTAL(attributes, status)                                              \
    REGULAR(DATES "<documents " attributes "><document id='d' "                \
                  "type='decision' status='" status                            \
                  "'><title xml:lang='en'>On it</title></document>"            \
                  "</documents>")

static const struct edge totals[] = {
    {"as many", TOTAL("complete='true' total='1'", "adopted"), ""},
    {"one more", TOTAL("complete='true' total='2'", "adopted"), "T014 "},
    {"one that was withdrawn", TOTAL("complete='true' total='1'", "withdrawn"),
     "T014 "},
    {"not complete", TOTAL("total='2'", "adopted"), ""},
    {"refused", TOTAL("complete='true' total='x'", "adopted"), ""},
    {"where not all could be read",
     TOTAL("complete='true' total='2' color='red'", "adopted"), ""},
};

#define PROGRAMME_FOR(validity)                                                \
    DOCUMENTS(DOCUMENT("programme", "On it", validity))

static const struct edge periods[] = {
    {"years", PROGRAMME_FOR("<validity " SPAN "/>"), ""},
    {"an end", PROGRAMME_FOR("<validity to='2027'/>"), ""},
    {"none", PROGRAMME_FOR(""), "T001 "},
    {"neither", PROGRAMME_FOR("<validity/>"), "T001 "},
    {"years that were refused", PROGRAMME_FOR("<validity from='x'/>"), ""},
};

static void test_years(void **state)
{
    (void)state;
    HOLD_EDGES(years);
}

static void test_types(void **state)
{
    (void)state;
    HOLD_EDGES(types);
}

static void test_talks(void **state)
{
    (void)state;
    HOLD_EDGES(talks);
}

static void test_places(void **state)
{
    (void)state;
    HOLD_EDGES(places);
}

static void test_orders(void **state)
{
    (void)state;
    HOLD_EDGES(orders);
}

static void test_guests(void **state)
{
    (void)state;
    HOLD_EDGES(guests);
}

static void test_totals(void **state)
{
    (void)state;
    HOLD_EDGES(totals);
}

static void test_periods(void **state)
{
    (void)state;
    HOLD_EDGES(periods);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_years),  cmocka_unit_test(test_types),
        cmocka_unit_test(test_talks),  cmocka_unit_test(test_places),
        cmocka_unit_test(test_orders), cmocka_unit_test(test_guests),
        cmocka_unit_test(test_totals), cmocka_unit_test(test_periods),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
