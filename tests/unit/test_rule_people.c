/* Rules of appointments, awards, people and delegations, at their edges. */
/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "rule_edges.h"

#define LEBEDEV                                                                \
    PERSON("leb", "role='secretary-general' body='excom'", "Sergei Lebedev")
#define OTHER PERSON("other", "role='guest'", "Ann Other")
#define NAMELESS "<person id='mute' role='guest' state='BY'/>"
#define APPOINTED(more)                                                        \
    REGULAR(DATES "<people>" LEBEDEV OTHER NAMELESS                            \
                  "</people><appointments>" more "</appointments>")
#define POST(action, person, more)                                             \
    "<appointment action='" action "' person='" person "' " more "/>"
#define SECRETARY "office='cis-secretary' "
#define DEPUTY "office='cis-deputy-secretary-general' "
#define LATER "from='2026-01-01' to='2028-12-31'"

static const struct edge appointments[] = {
    {"extended in office", APPOINTED(POST("extend", "leb", SECRETARY LATER)),
     ""},
    {"extended, not in office", APPOINTED(POST("extend", "other", SECRETARY)),
     "A001 "},
    {"somebody without a name", APPOINTED(POST("extend", "mute", SECRETARY)),
     ""},
    {"nobody of the record", APPOINTED(POST("extend", "z", SECRETARY)), ""},
    {"no office", APPOINTED(POST("extend", "other", "")), ""},
    {"an office that nobody knows",
     APPOINTED(POST("extend", "other", "office='xyzzy'")), "A003 "},
    {"an action that was refused",
     APPOINTED(POST("promote", "other", SECRETARY)), ""},
    {"no day of the session",
     REGULAR("<people>" OTHER "</people><appointments>" POST(
         "extend", "other", SECRETARY) "</appointments>"),
     ""},
    {"appointed in office", APPOINTED(POST("appoint", "leb", SECRETARY)),
     "A002 "},
    {"appointed, of nearly the name of the holder",
     REGULAR(DATES "<people>" PERSON(
         "near", "role='guest'",
         "Sergei Lebedef") "</people><appointments>" POST("appoint", "near",
                                                          SECRETARY) "</"
                                                                     "appoint"
                                                                     "ments>"),
     ""},
    {"appointed in the year in which the holder left",
     REGULAR(
         "<dates start='2006-05-10' end='2006-05-10' session='2006-05-10'/>"
         "<people>" PERSON(
             "m", "role='guest'",
             "Boris Mylnikov") "</people><appointments>" POST("appoint", "m",
                                                              "office='atc-"
                                                              "head'") "</"
                                                                       "appoint"
                                                                       "ments"
                                                                       ">"),
     ""},
};

static const struct edge posts[] = {
    {"twice at a time",
     APPOINTED(POST("appoint", "other", SECRETARY LATER)
                   POST("extend", "leb", SECRETARY LATER)),
     "A007 "},
    {"one after the other",
     APPOINTED(POST("extend", "leb", SECRETARY LATER) POST(
         "appoint", "other", SECRETARY "from='2028-12-31' to='2031-12-31'")),
     ""},
    {"the later one first",
     APPOINTED(
         POST("appoint", "other", SECRETARY "from='2029-01-01' to='2031-12-31'")
             POST("extend", "leb", SECRETARY LATER)),
     ""},
    {"one of no end",
     APPOINTED(POST("extend", "leb", SECRETARY "from='2026-01-01'")
                   POST("appoint", "other", SECRETARY "from='2029-01-01'")),
     "A007 "},
    {"one of no beginning",
     APPOINTED(POST("extend", "leb", SECRETARY "to='2028-12-31'")
                   POST("appoint", "other", SECRETARY "to='2031-12-31'")),
     "A007 "},
    {"released and appointed",
     APPOINTED(POST("release", "leb", SECRETARY)
                   POST("appoint", "other", SECRETARY)),
     ""},
    {"one more than there are seats",
     APPOINTED(POST("appoint", "a", DEPUTY) POST("appoint", "b", DEPUTY)
                   POST("appoint", "c", DEPUTY) POST("appoint", "d", DEPUTY)
                       POST("appoint", "e", DEPUTY)),
     "A007 "},
    {"offices that nobody knows",
     APPOINTED(POST("appoint", "leb", "office='xyzzy'")
                   POST("appoint", "other", "office='xyzzy'")),
     "A003 A003 "},
    {"offices that were refused",
     APPOINTED(POST("appoint", "leb", "office='?'")
                   POST("appoint", "other", "office='?'")),
     ""},
};

static const struct edge terms[] = {
    {"a day less",
     APPOINTED(
         POST("extend", "leb", SECRETARY "from='2026-01-02' to='2028-12-31'")),
     ""},
    {"much less",
     APPOINTED(
         POST("extend", "leb", SECRETARY "from='2026-03-01' to='2028-12-31'")),
     "A008 "},
    {"much more",
     APPOINTED(
         POST("extend", "leb", SECRETARY "from='2026-01-01' to='2029-12-31'")),
     "A008 "},
    {"no end", APPOINTED(POST("extend", "leb", SECRETARY "from='2026-01-01'")),
     ""},
    {"no beginning",
     APPOINTED(POST("extend", "leb", SECRETARY "to='2026-01-01'")), ""},
    {"an office of no known term",
     APPOINTED(POST("appoint", "other",
                    "office='adcc-chair' from='2026-01-01' to='2026-06-01'")),
     ""},
};

#define AWARDED(more)                                                          \
    REGULAR(                                                                   \
        DATES "<presidency state='TJ' chair='rahmon'/><people>" PERSON(        \
            "rahmon", "role='head-of-state' state='TJ'", "Emomali Rahmon")     \
            PERSON("putin", "role='head-of-state' state='RU'",                 \
                   "Vladimir Putin") PERSON("jury",                            \
                                            "role='organisation-head' "        \
                                            "body='tolstoy-prize-jury'",       \
                                            "Jo Juror")                        \
                PERSON("un", "role='organisation-head' body='un'", "Al Un")    \
                    OTHER NAMELESS "</people><awards>" more "</awards>")
#define AWARD(honour, by, more)                                                \
    "<award honour='" honour "' recipient='mute' conferredBy='" by "' " more   \
    "/>"
#define BADGE "honorary-badge-of-the-cis"

static const struct edge awards[] = {
    {"by the chair", AWARDED(AWARD(BADGE, "rahmon", "")), ""},
    {"by another head of state", AWARDED(AWARD(BADGE, "putin", "")), "A005 "},
    {"by somebody of no state", AWARDED(AWARD(BADGE, "other", "")), ""},
    {"on a day of another chair",
     AWARDED(AWARD(BADGE, "putin", "date='2024-10-08'")), ""},
    {"without a day",
     REGULAR("<presidency state='TJ'/><people>" PERSON(
         "putin", "role='head-of-state' state='RU'",
         "Vladimir Putin") "</people><awards>" AWARD(BADGE, "putin",
                                                     "") "</awards>"),
     ""},
    {"on a day that was refused",
     AWARDED(AWARD(BADGE, "putin", "date='yesterday'")), ""},
    {"by nobody of the record", AWARDED(AWARD(BADGE, "z", "")), ""},
    {"of an honour that nobody knows", AWARDED(AWARD("xyzzy", "putin", "")),
     "A004 "},
    {"of an honour that was refused", AWARDED(AWARD("?", "putin", "")), ""},
    {"by the jury", AWARDED(AWARD("tolstoy-peace-prize", "jury", "")), ""},
    {"by another organisation", AWARDED(AWARD("tolstoy-peace-prize", "un", "")),
     "A005 "},
    {"by a head of state", AWARDED(AWARD("tolstoy-peace-prize", "putin", "")),
     "A005 "},
    {"by somebody of no organisation",
     AWARDED(AWARD("tolstoy-peace-prize", "other", "")), ""},
    {"by the holder of the office",
     AWARDED(AWARD("order-of-friendship-ru", "putin", "")), ""},
    {"by somebody else", AWARDED(AWARD("order-of-friendship-ru", "other", "")),
     "A005 "},
    {"by somebody without a name",
     AWARDED("<award honour='order-of-friendship-ru' recipient='other'"
             " conferredBy='mute'/>"),
     ""},
    {"to themselves, who are not in the record",
     AWARDED("<award honour='" BADGE "' recipient='z' conferredBy='z'/>"),
     "A006 "},
};

#define DELEGATED(people, delegations)                                         \
    REGULAR(DATES "<people>" people "</people><delegations>" delegations       \
                  "</delegations>")
#define SENT(state, head, presence)                                            \
    "<delegation state='" state "' presence='" presence "' head='" head "'/>"
#define TOKAYEV                                                                \
    PERSON("tok", "role='head-of-state' state='KZ'", "Kassym-Jomart Tokayev")
#define CLERK PERSON("clerk", "role='aide' state='KZ'", "Cy Clerk")

static const struct edge delegations[] = {
    {"the head of state", DELEGATED(TOKAYEV, SENT("KZ", "tok", "attended")),
     ""},
    {"an aide", DELEGATED(CLERK, SENT("KZ", "clerk", "attended")), "R003 "},
    {"an aide, who stayed away",
     DELEGATED(CLERK, SENT("KZ", "clerk", "absent")), ""},
    {"of a state that was refused",
     DELEGATED(CLERK, SENT("Kazakhstan", "clerk", "attended")), ""},
    {"a role that was refused",
     DELEGATED(PERSON("c", "role='clerk' state='KZ'", "Cy Clerk"),
               SENT("KZ", "c", "attended")),
     ""},
    {"nobody of the record", DELEGATED(TOKAYEV, SENT("KZ", "z", "attended")),
     ""},
    {"somebody of another state",
     DELEGATED(TOKAYEV, SENT("KG", "tok", "attended")), "R009 "},
    {"an outsider",
     DELEGATED("", "<delegation state='GE' presence='attended'"
                   "/>"),
     "R006 "},
    {"an outsider who stayed away",
     DELEGATED("", "<delegation state='GE' presence='absent'/>"), ""},
    {"a state twice",
     DELEGATED("", "<delegation state='KZ' presence='attended'/>"
                   "<delegation state='KZ' presence='attended'/>"),
     "R004 "},
    {"of a body that nobody knows",
     SUMMIT("body='xyzzy' kind='regular' status='held' recorded='2025-10-13'",
            DATES "<people>" CLERK "</people><delegations>" SENT(
                "KZ", "clerk", "attended") "</delegations>"),
     ""},
};

static const struct edge people[] = {
    {"a role of a state without one",
     REGULAR("<people>" PERSON("p", "role='minister'", "Al Pol") "</people>"),
     "R007 "},
    {"whose state was refused",
     REGULAR("<people>" PERSON("p", "role='minister' state='Russia'",
                               "Al Pol") "</people>"),
     ""},
    {"a role of a body without one",
     REGULAR("<people>" PERSON("p", "role='body-head'", "Al Pol") "</people>"),
     "R008 "},
    {"whose body was refused",
     REGULAR("<people>" PERSON("p", "role='body-head' body='?'",
                               "Al Pol") "</people>"),
     ""},
    {"an office that was refused",
     REGULAR(DATES "<people>" PERSON(
         "p", "role='head-of-state' state='KZ' office='?'",
         "Al Pol") "</people>"),
     ""},
    {"not in office, and no day of the session",
     REGULAR("<people>" PERSON("p", "role='head-of-state' state='KZ'",
                               "Al Pol") "</people>"),
     ""},
    {"not in office",
     REGULAR(DATES "<people>" PERSON("p", "role='head-of-state' state='KZ'",
                                     "Al Pol") "</people>"),
     "R001 "},
    {"not in office, but appointed",
     REGULAR(DATES "<people>" PERSON(
         "p", "role='secretary-general' body='excom'",
         "Al Pol") "</people><appointments>" POST("appoint", "p",
                                                  SECRETARY) "</appointments>"),
     ""},
    {"appointed from a later day on",
     REGULAR(DATES "<people>" PERSON(
         "p", "role='secretary-general' body='excom'",
         "Al Pol") "</people><appointments>" POST("appoint", "p",
                                                  SECRETARY
                                                      LATER) "</appointments>"),
     "R001 "},
    {"released",
     REGULAR(DATES "<people>" PERSON(
         "p", "role='secretary-general' body='excom'",
         "Al Pol") "</people><appointments>" POST("release", "p",
                                                  SECRETARY) "</appointments>"),
     "R001 "},
    {"without a name",
     REGULAR(DATES "<people><person id='p' role='head-of-state' state='KZ'/>"
                   "</people>"),
     ""},
    {"with an empty name",
     REGULAR(DATES "<people>" PERSON("p", "role='head-of-state' state='KZ'",
                                     "") "</people>"),
     ""},
    {"nearly the name",
     REGULAR(DATES "<people>" PERSON("p", "role='head-of-state' state='KZ'",
                                     "Kassym-Jomart Tokayex") "</people>"),
     "R002 "},
    {"a role of a body with one",
     REGULAR("<people>" PERSON("p", "role='body-head' body='atc'",
                               "Al Pol") "</people>"),
     ""},
    {"one person twice in one office",
     REGULAR(DATES
             "<people>" TOKAYEV PERSON("p", "role='head-of-state' state='KZ'",
                                       "Tokayev, Kassym-Jomart") "</people>"),
     "R011 "},
    {"one person twice, and another office claimed twice",
     REGULAR(
         DATES "<people>" TOKAYEV PERSON("p", "role='head-of-state' state='KZ'",
                                         "Tokayev, Kassym-Jomart")
             PERSON("q", "role='head-of-state' state='RU'", "Vladimir Putin")
                 PERSON("r", "role='head-of-state' state='RU'",
                        "Vladimir Puttin") "</people>"),
     "R011 R010 R002 "},
    {"one person twice, who has two names",
     REGULAR("<people><person id='p' role='guest'><name xml:lang='en'>Al Pol"
             "</name><name xml:lang='ru'>Ал Пол</name></person><person id='q' "
             "role='guest'><name xml:lang='en'>Al Pol</name><name "
             "xml:lang='ru'>Ал Пол</name></person></people>"),
     "R011 "},
    {"two of one word",
     REGULAR("<people>" PERSON("p", "role='guest'", "Pele")
                 PERSON("q", "role='guest'", "Pele") "</people>"),
     "R011 "},
    {"two without a name",
     REGULAR("<people><person id='p' role='guest'><name xml:lang='en'/>"
             "</person><person id='q' role='guest'><name xml:lang='en'/>"
             "</person></people>"),
     ""},
    {"two in one office",
     REGULAR(DATES
             "<people>" TOKAYEV PERSON("p", "role='head-of-state' state='KZ'",
                                       "Kasym-Zhomart Tokaev") "</people>"),
     "R010 R002 "},
};

static void test_appointments(void **state)
{
    (void)state;
    HOLD_EDGES(appointments);
}

static void test_posts(void **state)
{
    (void)state;
    HOLD_EDGES(posts);
}

static void test_terms(void **state)
{
    (void)state;
    HOLD_EDGES(terms);
}

static void test_awards(void **state)
{
    (void)state;
    HOLD_EDGES(awards);
}

static void test_delegations(void **state)
{
    (void)state;
    HOLD_EDGES(delegations);
}

static void test_people(void **state)
{
    (void)state;
    HOLD_EDGES(people);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_appointments), cmocka_unit_test(test_posts),
        cmocka_unit_test(test_terms),        cmocka_unit_test(test_awards),
        cmocka_unit_test(test_delegations),  cmocka_unit_test(test_people),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
