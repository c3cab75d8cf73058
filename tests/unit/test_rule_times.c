/* Rules of dates and of the presidency, at their edges. */
/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "rule_edges.h"

#define DOCUMENT(validity)                                                     \
    REGULAR(DATES "<documents><document id='d' type='plan' status='adopted'>"  \
                  "<title xml:lang='en'>Plan</title>" validity                 \
                  "</document></documents>")

static const struct edge validities[] = {
    {"the end first", DOCUMENT("<validity from='2027' to='2025'/>"), "D005 "},
    {"one year", DOCUMENT("<validity from='2026' to='2026'/>"), ""},
    {"no beginning", DOCUMENT("<validity to='2025'/>"), ""},
    {"no end", DOCUMENT("<validity from='2027'/>"), ""},
    {"a beginning that was refused", DOCUMENT("<validity from='x' to='2025'/>"),
     ""},
    {"before the adoption", DOCUMENT("<validity from='2024' to='2025'/>"),
     "D006 "},
    {"before a day of adoption that was refused",
     REGULAR(DATES "<documents><document id='d' type='plan' status='adopted'"
                   " date='x'><title xml:lang='en'>Plan</title><validity "
                   "from='2024' to='2025'/></document></documents>"),
     ""},
    {"before a day of adoption that nobody knows",
     REGULAR("<documents><document id='d' type='plan' status='adopted'>"
             "<title xml:lang='en'>Plan</title><validity from='2024' "
             "to='2025'/></document></documents>"),
     ""},
};

#define CITED(dates, event)                                                    \
    REGULAR(dates "<programme>" event "</programme><documents><instrument "    \
                  "id='old' type='agreement' date='2025-10-10'><title "        \
                  "xml:lang='en'>Agreement</title></instrument></documents>")
#define BASIS "<basis document='old'/>"

static const struct edge bases[] = {
    {"on its own day",
     CITED(DATES, "<event kind='other' date='2025-10-10'>" BASIS "</event>"),
     "D004 "},
    {"on the day of the session",
     CITED(DATES, "<event kind='other'>" BASIS "</event>"), "D004 "},
    {"on no known day", CITED("", "<event kind='other'>" BASIS "</event>"), ""},
    {"on a day that was refused",
     CITED(DATES, "<event kind='other' date='x'>" BASIS "</event>"), ""},
    {"a reference that was refused",
     CITED(DATES, "<event kind='other'><basis document='?'/></event>"), ""},
    {"a reference to nothing",
     CITED(DATES, "<event kind='other'><basis document='z'/></event>"), ""},
};

#define YEARS(attributes)                                                      \
    REGULAR("<anniversaries><anniversary id='a' " attributes                   \
            "/></anniversaries>")

static const struct edge anniversaries[] = {
    {"counted right", YEARS("ordinal='80' of='1945-05-09' on='2025'"), ""},
    {"one too many", YEARS("ordinal='81' of='1945-05-09' on='2025'"), "D009 "},
    {"of one year", YEARS("ordinal='2' of='2024' on='2025'"), "D009 "},
    {"before the event", YEARS("ordinal='2' of='2026' on='2025'"), "D009 "},
    {"no day of the event", YEARS("ordinal='2' on='2025'"), ""},
    {"no day of its own", YEARS("ordinal='2' of='2026'"), ""},
    {"not counted", YEARS("of='2026' on='2025'"), ""},
    {"of the day that the registry has",
     YEARS("event='victory-1945' ordinal='80' of='1945-05-09' on='2025'"), ""},
    {"of an earlier day",
     YEARS("event='victory-1945' ordinal='80' of='1945-05-08' on='2025'"),
     "D009 "},
    {"of a later day",
     YEARS("event='victory-1945' ordinal='80' of='1945-05-10' on='2025'"),
     "D009 "},
    {"of an event that nobody knows",
     YEARS("event='xyzzy' ordinal='80' of='1945-05-10' on='2025'"), ""},
};

#define POST(dates, attributes)                                                \
    REGULAR(dates "<people>" PERSON(                                           \
        "p", "role='guest'",                                                   \
        "Al Pol") "</people><appointments><appointment action='appoint' "      \
                  "person='p' office='adcc-chair' " attributes                 \
                  "/></appointments>")

static const struct edge appointments[] = {
    {"from the summit on", POST(DATES, "from='2025-10-10'"), ""},
    {"from before", POST(DATES, "from='2025-10-09'"), "D011 "},
    {"from a day before one that nobody knows", POST("", "from='2025-10-09'"),
     ""},
    {"from before a day that was refused",
     POST("<dates start='x' end='2025-10-10' session='2025-10-10'/>",
          "from='2025-10-09'"),
     ""},
    {"reversed", POST(DATES, "from='2027' to='2026'"), "D011 "},
    {"without a beginning", POST(DATES, "to='2024'"), ""},
};

#define PRESIDING(parts)                                                       \
    REGULAR(DATES "<presidency " parts "</presidency><people>" PERSON(         \
        "rahmon", "role='head-of-state' state='TJ'", "Emomali Rahmon")         \
                PERSON("none", "role='guest'", "No State")                     \
                    PERSON("putin", "role='head-of-state' state='RU'",         \
                           "Vladimir Putin") "</people>")
#define TJ "state='TJ' from='2025-01-01' to='2025-12-31'"

static const struct edge presidencies[] = {
    {"as the registry has it", PRESIDING(TJ ">"), ""},
    {"another state", PRESIDING("state='KZ'>"), "P001 "},
    {"a state that was refused", PRESIDING("state='Kazakhstan'>"), ""},
    {"no day of the session", REGULAR("<presidency state='KZ'/>"), ""},
    {"another beginning",
     PRESIDING("state='TJ' from='2025-02-01' to='2025-12-31'>"), "P002 "},
    {"another end", PRESIDING("state='TJ' from='2025-01-01' to='2025-11-30'>"),
     "P002 "},
    {"its own chair", PRESIDING(TJ " chair='rahmon'>"), ""},
    {"a chair of another state", PRESIDING(TJ " chair='putin'>"), "P006 "},
    {"a chair of a co-chairing state",
     PRESIDING(TJ " chair='putin'><cochair state='KG'/><cochair state='RU'/>"),
     "P008 "},
    {"a chair of another state than the co-chair",
     PRESIDING(TJ " chair='putin'><cochair state='TM'/>"), "P006 "},
    {"a co-chair that was refused",
     PRESIDING(TJ " chair='putin'><cochair state='Russia'/>"), ""},
    {"a chair of no state", PRESIDING(TJ " chair='none'>"), ""},
    {"a chair where the state was refused",
     PRESIDING("state='x' from='2025-01-01' to='2025-12-31' chair='putin'>"),
     ""},
    {"a session before the term",
     PRESIDING("state='TJ' from='2025-11-01' to='2025-12-31'>"), "P007 "},
    {"a session after the term",
     PRESIDING("state='TJ' from='2025-01-01' to='2025-09-30'>"), "P007 "},
    {"before a term without end", PRESIDING("state='TJ' from='2025-11-01'>"),
     "P007 "},
    {"after a term without beginning", PRESIDING("state='TJ' to='2025-09-30'>"),
     "P007 "},
    {"before a term whose end was refused",
     PRESIDING("state='TJ' from='2025-11-01' to='x'>"), "P007 "},
    {"a term that is reversed",
     PRESIDING("state='TJ' from='2025-12-31' to='2025-01-01'>"), "P007 "},
    {"an end alone, however late", PRESIDING("state='TJ' to='2027-06-30'>"),
     "P002 "},
    {"longer than the rotation has it",
     PRESIDING("state='TJ' from='2025-01-01' to='2026-06-30'>"), "P002 "},
};

static const struct edge successors[] = {
    {"as the registry has it",
     PRESIDING(TJ "><successor state='TM' from='2026-01-01'/>"), ""},
    {"another state", PRESIDING(TJ "><successor state='UZ'/>"), "P003 "},
    {"one that was refused", PRESIDING(TJ "><successor state='x'/>"), ""},
    {"after a state that was refused",
     PRESIDING("state='x'><successor state='UZ'/>"), ""},
    {"after one that does not preside",
     PRESIDING("state='KZ'><successor state='UZ'/>"), "P001 "},
    {"a gap", PRESIDING(TJ "><successor state='TM' from='2026-01-03'/>"),
     "P005 "},
    {"the very day",
     PRESIDING(TJ "><successor state='TM' "
                  "from='2025-12-31'/>"),
     ""},
    {"an overlap", PRESIDING(TJ "><successor state='TM' from='2025-12-01'/>"),
     "P005 "},
    {"a beginning that was refused",
     PRESIDING(TJ "><successor state='TM' from='x'/>"), ""},
    {"after an end that was refused",
     PRESIDING("state='TJ' from='2025-01-01' to='x'><successor state='TM' "
               "from='2027-01-01'/>"),
     ""},
};

/* The registry does not know who presides then. */
#define HOSTS(successor, date, state)                                          \
    REGULAR(DATES "<presidency " TJ ">" successor                              \
                  "</presidency><next body='chs' "                             \
                  "kind='regular' date='" date "' state='" state "'/>")
#define PLAN "<successor state='TM' from='2026-01-01' to='2032-12-31'/>"

static const struct edge hosts[] = {
    {"the successor", HOSTS(PLAN, "2032-10-10", "TM"), ""},
    {"another state", HOSTS(PLAN, "2032-10-10", "UZ"), "P010 "},
    {"on the last day", HOSTS(PLAN, "2032-12-31", "UZ"), "P010 "},
    {"after the plan", HOSTS(PLAN, "2033-10-10", "UZ"), ""},
    {"a plan without end",
     HOSTS("<successor state='TM' from='2026-01-01'/>", "2032-10-10", "UZ"),
     ""},
    {"a plan without beginning",
     HOSTS("<successor state='TM' to='2032-12-31'/>", "2032-10-10", "UZ"), ""},
    {"a plan of nobody",
     HOSTS("<successor state='x' from='2026-01-01' to='2032-12-31'/>",
           "2032-10-10", "UZ"),
     ""},
    {"no plan", HOSTS("", "2032-10-10", "UZ"), ""},
};

static void test_hosts(void **state)
{
    (void)state;
    HOLD_EDGES(hosts);
}

static void test_validities(void **state)
{
    (void)state;
    HOLD_EDGES(validities);
}

static void test_bases(void **state)
{
    (void)state;
    HOLD_EDGES(bases);
}

static void test_anniversaries(void **state)
{
    (void)state;
    HOLD_EDGES(anniversaries);
}

static void test_appointments(void **state)
{
    (void)state;
    HOLD_EDGES(appointments);
}

static void test_presidencies(void **state)
{
    (void)state;
    HOLD_EDGES(presidencies);
}

static void test_successors(void **state)
{
    (void)state;
    HOLD_EDGES(successors);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_validities),
        cmocka_unit_test(test_bases),
        cmocka_unit_test(test_anniversaries),
        cmocka_unit_test(test_appointments),
        cmocka_unit_test(test_presidencies),
        cmocka_unit_test(test_successors),
        cmocka_unit_test(test_hosts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
