/* Rules at their edges, by a registry that has what the bundled one lacks. */
/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "rule_edges.h"

#define NAME(name) "<name xml:lang='en'>" name "</name>"
#define STATE(code, iso3, status)                                              \
    "<state code='" code "' iso3='" iso3                                       \
    "' source='s'>" NAME(iso3) "<membership status='" status                   \
                               "' source='s'/></state>"
#define TERM(state, year, cochairs)                                            \
    "<term state='" state "' from='" year "-01-01' to='" year "-12-31' "       \
    "source='s'>" cochairs "</term>"

#define STATES                                                                 \
    STATE("BY", "BLR", "member")                                               \
    STATE("KZ", "KAZ", "member")                                               \
    STATE("MN", "MNG", "observer")                                             \
    STATE("RU", "RUS", "participating")                                        \
    STATE("TJ", "TJK", "signatory")                                            \
    STATE("UZ", "UZB", "withdrawn")
#define TURN(state) "<turn state='" state "' takes='true'/>"
#define ROTATION                                                               \
    "<rotation id='t' months='12' source='s'>" TURN("BY") TURN("KZ")           \
        TURN("RU") "</rotation>"
#define TERMS                                                                  \
    TERM("BY", "2024", "")                                                     \
    TERM("KZ", "2025", "<cochair state='TJ'/><cochair state='MN'/>")           \
    TERM("RU", "2026", "")                                                     \
    TERM("TJ", "2027", "")
#define BODY                                                                   \
    "<body id='chs' kind='statutory' source='s'>" NAME("Council") "</body>"
#define HOLDER(variant, name)                                                  \
    "<holder source='s'" variant ">" NAME(name) "</holder>"
/* Who holds it, nobody knows since when; one source has somebody else. */
#define OFFICE                                                                 \
    "<office id='head' role='body-head' body='chs'>" NAME("Head")              \
        HOLDER("", "Al Pol") HOLDER(" variant='v'", "Jo Doe") "</office>"

#define HONOUR                                                                 \
    "<honour id='prize' source='s'>" NAME("Prize") "<conferrer/></honour>"

static const char registry[] =
    "<registry xmlns='urn:cisvalidate:registry:1' id='r' version='1.0' "
    "recorded='2026-01-01'>" NAME("R") "<states>" STATES
                                       "</states><rotations>" ROTATION
                                       "</rotations><terms>" TERMS
                                       "</terms><bodies>" BODY "</bodies>"
                                       "<offices>" OFFICE
                                       "</offices><honours>" HONOUR
                                       "</honours></registry>";

#define DELEGATION(state)                                                      \
    REGULAR(DATES "<delegations><delegation state='" state                     \
                  "' presence='attended'/></delegations>")

static const struct edge delegations[] = {
    {"of a member", DELEGATION("KZ"), ""},
    {"of one who takes part", DELEGATION("RU"), ""},
    {"of a signatory", DELEGATION("TJ"), ""},
    {"of an observer", DELEGATION("MN"), ""},
    {"of one who left", DELEGATION("UZ"), "R006 "},
};

#define PRESIDES(parts) REGULAR(DATES "<presidency " parts "</presidency>")

/* In a year; beyond 2027 the registry has no terms, but a rotation. */
#define IN(year, presidency)                                                   \
    SUMMIT("body='chs' kind='regular' status='held' recorded='" year           \
           "-10-13'",                                                          \
           "<dates start='" year "-10-10' end='" year "-10-10' session='" year \
           "-10-10'/><presidency " presidency "</presidency>")

static const struct edge presidencies[] = {
    {"somebody else, where nobody is known to have been before",
     IN("2024", "state='BY'><cochair state='UZ'/>"), ""},
    {"somebody else, where nobody is known to come after",
     IN("2027", "state='TJ'><cochair state='UZ'/>"), ""},
    {"as long as the rotation has it",
     IN("2030", "state='KZ' from='2030-01-01' to='2030-12-31'>"), ""},
    {"a day longer",
     IN("2030", "state='KZ' from='2030-01-01' to='2031-01-01'>"), "P011 "},
    {"of no known beginning", IN("2030", "state='KZ' to='2035-12-31'>"), ""},
    {"of no known end", IN("2030", "state='KZ' from='2030-01-01'>"), ""},

    {"the one before and the one after",
     PRESIDES("state='KZ'><cochair state='BY'/><cochair state='RU'/>"), ""},
    {"whom the registry has, first or last",
     PRESIDES("state='KZ'><cochair state='TJ'/><cochair state='MN'/>"), ""},
    {"somebody else", PRESIDES("state='KZ'><cochair state='UZ'/>"), "P008 "},
    {"a successor of a state that takes no turns",
     IN("2027", "state='TJ'><successor state='BY'/>"), ""},
};

#define APPOINTS(name)                                                         \
    REGULAR(DATES "<people>" PERSON(                                           \
        "p", "role='guest'", name) "</people><appointments><appointment "      \
                                   "action='appoint' person='p' "              \
                                   "office='head'/></appointments>")

static const struct edge appointments[] = {
    {"who holds it, nobody knows since when", APPOINTS("Al Pol"), "A002 "},
    {"who holds it by one source", APPOINTS("Jo Doe"), "A002 "},
    {"who does not", APPOINTS("Cy Clerk"), ""},
};

#define AWARDS(by)                                                             \
    REGULAR(DATES "<people>" PERSON("p", "role='guest'", "Al Pol") PERSON(     \
        "q", "role='guest'",                                                   \
        "Jo Doe") "</people><awards><award honour='prize' recipient='q' "      \
                  "conferredBy='" by "'/></awards>")

/* The registry does not say who confers it. */
static const struct edge awards[] = {
    {"by anybody", AWARDS("p"), ""},
    {"by oneself", AWARDS("q"), "A006 "},
};

#define HOLD_BY_REGISTRY(edges)                                                \
    edges_hold_by(registry, edges, sizeof(edges) / sizeof *(edges))

static void test_delegations(void **state)
{
    (void)state;
    HOLD_BY_REGISTRY(delegations);
}

static void test_presidencies(void **state)
{
    (void)state;
    HOLD_BY_REGISTRY(presidencies);
}

static void test_appointments(void **state)
{
    (void)state;
    HOLD_BY_REGISTRY(appointments);
}

static void test_awards(void **state)
{
    (void)state;
    HOLD_BY_REGISTRY(awards);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_delegations),
        cmocka_unit_test(test_presidencies),
        cmocka_unit_test(test_appointments),
        cmocka_unit_test(test_awards),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
