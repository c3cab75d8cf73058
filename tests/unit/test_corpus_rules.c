/* Rules across records at their edges: the least that is found, or is not. */
/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "corpus_edges.h"

#define NUMBER(number, day)                                                    \
    RECORD("id='n' body='chs' kind='regular' status='held' number='" number    \
           "'",                                                                \
           day, "")

#define PRESIDES(state, more)                                                  \
    "<presidency state='" state "' " more "></presidency>"
#define TERM(from, to) "from='" from "' to='" to "'"
#define FOLLOWS(state, term, successor)                                        \
    "<presidency state='" state "' " term "><successor " successor             \
    "/></presidency>"

static const struct edge presidencies[] = {
    {"two states on one day, without terms",
     {HELD("2031-10-10", PRESIDES("RU", "")),
      INFORMAL("2031-10-10", PRESIDES("KZ", ""))},
     "C002 "},
    {"and with an end of the term alone",
     {HELD("2031-10-10", PRESIDES("RU", "to='2031-12-31'")),
      INFORMAL("2031-10-10", PRESIDES("KZ", ""))},
     "C002 "},
    {"the same state",
     {HELD("2031-10-10", PRESIDES("RU", "")),
      INFORMAL("2031-10-10", PRESIDES("RU", ""))},
     ""},
    {"an end alone is no term",
     {HELD("2031-10-10", PRESIDES("RU", "to='2031-12-31'")),
      INFORMAL("2031-11-10", PRESIDES("KZ", ""))},
     ""},
    {"nor a beginning alone",
     {HELD("2031-10-10", PRESIDES("RU", "from='2031-01-01'")),
      INFORMAL("2031-11-10", PRESIDES("KZ", ""))},
     ""},
    {"nor a term that is reversed",
     {HELD("2031-10-10", PRESIDES("RU", TERM("2031-12-31", "2031-01-01"))),
      INFORMAL("2031-11-10", PRESIDES("KZ", ""))},
     ""},
    {"a session within the term of another state",
     {HELD("2031-10-10", PRESIDES("RU", TERM("2031-01-01", "2031-12-31"))),
      INFORMAL("2031-11-10", PRESIDES("KZ", ""))},
     "C002 "},
    {"a session on the day of the handover, at its end",
     {HELD("2031-03-10", PRESIDES("RU", TERM("2031-01-01", "2031-06-30"))),
      INFORMAL("2031-06-30", PRESIDES("KZ", ""))},
     ""},
    {"and at its beginning",
     {INFORMAL("2031-06-30", PRESIDES("KZ", "")),
      HELD("2031-10-10", PRESIDES("RU", TERM("2031-06-30", "2031-12-31")))},
     ""},
    {"terms of three states, the first of which reaches farthest",
     {HELD("2031-03-10", PRESIDES("RU", TERM("2031-01-01", "2031-12-31"))),
      INFORMAL("2031-04-10", PRESIDES("KZ", TERM("2031-02-01", "2031-04-30"))),
      HELD("2031-05-10", PRESIDES("RU", TERM("2031-03-01", "2031-06-30"))),
      INFORMAL("2031-08-10", PRESIDES("TJ", TERM("2031-04-01", "2031-08-30")))},
     "C002 C002 C002 "},
    {"a state that was refused claims nothing",
     {HELD("2031-10-10", PRESIDES("Russia", "")),
      INFORMAL("2031-10-10", PRESIDES("KZ", ""))},
     ""},
};

static const struct edge successors[] = {
    {"another state, by its own term",
     {HELD("2031-10-10",
           FOLLOWS("RU", TERM("2031-01-01", "2031-12-31"), "state='TJ'")),
      HELD("2032-10-10", PRESIDES("KZ", TERM("2032-01-01", "2032-12-31")))},
     "C003 "},
    {"another state, by the plan",
     {HELD("2031-10-10", FOLLOWS("RU", "",
                                 "state='TJ' from='2032-01-01' "
                                 "to='2032-12-31'")),
      HELD("2032-10-10", PRESIDES("KZ", ""))},
     "C003 "},
    {"after the end of the plan",
     {HELD("2031-10-10", FOLLOWS("RU", "",
                                 "state='TJ' from='2032-01-01' "
                                 "to='2032-12-31'")),
      HELD("2033-10-10", PRESIDES("KZ", ""))},
     ""},
    {"a plan without end",
     {HELD("2031-10-10", FOLLOWS("RU", "", "state='TJ' from='2032-01-01'")),
      HELD("2032-10-10", PRESIDES("KZ", ""))},
     ""},
    {"a plan of no day",
     {HELD("2031-10-10", FOLLOWS("RU", "", "state='TJ'")),
      HELD("2032-10-10", PRESIDES("KZ", ""))},
     ""},
    {"a successor that was refused",
     {HELD("2031-10-10", FOLLOWS("RU", "",
                                 "state='Tajikistan' "
                                 "from='2032-01-01'")),
      HELD("2032-10-10", PRESIDES("KZ", TERM("2032-01-01", "2032-12-31")))},
     ""},
    {"no record after it",
     {HELD("2031-10-10", FOLLOWS("RU", "", "state='TJ' from='2032-01-01'"))},
     ""},
};

static const struct edge numbers[] = {
    {"one more", {NUMBER("7", "2031-10-10"), NUMBER("8", "2032-10-10")}, ""},
    {"two more",
     {NUMBER("7", "2031-10-10"), NUMBER("9", "2032-10-10")},
     "C007 "},
    {"one less",
     {NUMBER("7", "2031-10-10"), NUMBER("6", "2032-10-10")},
     "C007 "},
    {"one is not counted",
     {NUMBER("7", "2031-10-10"), HELD("2032-05-10", ""),
      RECORD("id='c' body='chs' kind='regular' status='cancelled' number='12'",
             "2032-06-10", ""),
      NUMBER("8", "2032-10-10")},
     ""},
    {"another body, and another kind",
     {NUMBER("7", "2031-10-10"),
      RECORD("id='g' body='chg' kind='regular' status='held' number='90'",
             "2031-10-11", ""),
      RECORD("id='i' body='chs' kind='informal' status='held' number='30'",
             "2031-12-11", "")},
     ""},
    {"announced and held",
     {RECORD("id='a' body='chs' kind='regular' status='announced' number='7'",
             "2031-10-10", ""),
      NUMBER("9", "2031-10-10")},
     ""},
    {"twice without a kind that is known",
     {RECORD("id='a' body='chs' kind='great' status='held'", "2031-10-10", ""),
      RECORD("id='b' body='chs' kind='great' status='held'", "2031-10-10", "")},
     ""},
    {"twice without a status that is known",
     {RECORD("id='a' body='chs' kind='regular' status='over'", "2031-10-10",
             ""),
      RECORD("id='b' body='chs' kind='regular' status='over'", "2031-10-10",
             "")},
     ""},
};

#define NEXT(attributes) "<next kind='regular' body='chs' " attributes "/>"
#define HOST(state)                                                            \
    "<venue><place state='" state "'><city xml:lang='en'>C</city></place>"     \
    "</venue>"

static const struct edge promises[] = {
    {"another state in the year that was announced",
     {HELD("2031-10-10", NEXT("date='2032' state='TJ'")),
      HELD("2032-10-10", HOST("KZ"))},
     "C004 "},
    {"in another year it may be another session",
     {HELD("2031-10-10", NEXT("date='2032' state='TJ'")),
      HELD("2033-10-10", HOST("KZ"))},
     ""},
    {"a number in one of them alone says nothing",
     {NUMBER("7", "2030-10-10"), HELD("2031-10-10", NEXT("date='2032-10-09'")),
      NUMBER("8", "2032-10-10")},
     "C004 "},
    {"the next number",
     {RECORD("id='a' body='chs' kind='regular' status='held' number='7'",
             "2031-10-10", NEXT("date='2032-10-10' state='TJ'")),
      NUMBER("8", "2033-10-10")},
     "C004 "},
    {"not the next number",
     {RECORD("id='a' body='chs' kind='regular' status='held' number='7'",
             "2031-10-10", NEXT("date='2032-10-10' state='TJ'")),
      NUMBER("9", "2032-12-10")},
     "C007 "},
    {"an earlier day",
     {HELD("2031-10-10", NEXT("date='2032-12-09'")), HELD("2032-10-10", "")},
     "C004 "},
    {"a number in the one before alone",
     {NUMBER("6", "2030-10-10"),
      RECORD("id='a' body='chs' kind='regular' status='held' number='7'",
             "2031-10-10", NEXT("date='2032-10-10' state='TJ'")),
      HELD("2033-10-10", HOST("KZ"))},
     ""},
    {"neither state nor day",
     {HELD("2031-10-10", NEXT("")), HELD("2032-10-10", HOST("KZ"))},
     ""},
    {"an informal one is not looked at",
     {HELD("2031-10-10", "<next kind='informal' body='chs' date='2032-12-25'"
                         " state='TJ'/>"),
      HELD("2032-10-10", HOST("KZ"))},
     ""},
    {"nor one of no body",
     {HELD("2031-10-10", "<next kind='regular' body='?' date='2032-12-25'"
                         " state='TJ'/>"),
      HELD("2032-10-10", HOST("KZ"))},
     ""},
    {"another body, whose records come before and after",
     {HELD("2031-10-10", "<next kind='regular' body='chg' date='2032-05-25'"
                         " state='TJ'/>"),
      HELD("2032-10-10", HOST("KZ")),
      RECORD("id='g' body='chg' kind='regular' status='held'", "2032-05-25",
             HOST("BY")),
      RECORD("id='m' body='cmfa' kind='regular' status='held'", "2032-04-25",
             "")},
     "C004 "},
    {"another body, which has no records at all",
     {HELD("2031-10-10", "<next kind='regular' body='chg' date='2032-05-25'"
                         " state='TJ'/>"),
      HELD("2032-10-10", HOST("KZ"))},
     ""},
    {"another body, which held none",
     {HELD("2031-10-10", "<next kind='regular' body='chg' date='2032-05-25'"
                         " state='TJ'/>"),
      RECORD("id='g' body='chg' kind='regular' status='announced'",
             "2032-05-25", HOST("BY")),
      HELD("2032-10-10", HOST("KZ"))},
     ""},
    {"the own body, after records of another",
     {RECORD("id='g' body='chg' kind='regular' status='held'", "2032-05-25",
             HOST("BY")),
      RECORD("id='f' body='chg' kind='regular' status='held'", "2033-05-25",
             HOST("BY")),
      RECORD("id='e' body='chg' kind='regular' status='held'", "2034-05-25",
             HOST("BY")),
      HELD("2031-10-10", NEXT("date='2032' state='TJ'")),
      HELD("2032-10-10", HOST("KZ"))},
     "C004 "},
    {"announced is not held",
     {HELD("2031-10-10", NEXT("date='2032' state='TJ'")),
      ANNOUNCED("2032-10-10", HOST("KZ"))},
     ""},
};

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

static void test_numbers(void **state)
{
    (void)state;
    HOLD_EDGES(numbers);
}

static void test_promises(void **state)
{
    (void)state;
    HOLD_EDGES(promises);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_presidencies),
        cmocka_unit_test(test_successors),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_promises),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
