/* Rules across records at their edges: the least that is found, or is not. */
/* SPDX-License-Identifier: MIT */
#include <cisvalidate/cisvalidate.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static struct cis_validator *validator;

/* Records of no more than what the rules look at: they are not valid. */
#define RECORD(attributes, dates, parts)                                       \
    "<summit xmlns='urn:cisvalidate:summit:1' " attributes                     \
    "><dates start='" dates "' end='" dates "' session='" dates "'/>" parts    \
    "</summit>"
#define HELD(dates, parts)                                                     \
    RECORD("id='h' body='chs' kind='regular' status='held'", dates, parts)
#define INFORMAL(dates, parts)                                                 \
    RECORD("id='i' body='chs' kind='informal' status='held'", dates, parts)
#define ANNOUNCED(dates, parts)                                                \
    RECORD("id='a' body='chs' kind='regular' status='announced'", dates, parts)
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

enum {
    MOST = 5
};

struct edge {
    const char *name;
    const char *records[MOST]; /* files "1", "2", … */
    const char *codes;         /* of the findings across them */
};

static const struct edge presidencies[] = {
    {"two states on one day, without terms",
     {HELD("2031-10-10", PRESIDES("RU", "")),
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
    {"announced is not held",
     {HELD("2031-10-10", NEXT("date='2032' state='TJ'")),
      ANNOUNCED("2032-10-10", HOST("KZ"))},
     ""},
};

static struct outcome {
    char codes[64];
} outcome;

static void on_finding(void *context, const struct cis_finding *finding)
{
    struct outcome *o = context;
    size_t length = strlen(o->codes);

    snprintf(o->codes + length, sizeof o->codes - length, "%s ",
             cis_finding_code(finding));
}

static void run(const struct edge *edge)
{
    struct cis_session *session;
    struct cis_corpus *corpus;
    char file[2] = "1";

    outcome = (struct outcome){""};
    assert_int_equal(cis_session_new(validator, &session), CIS_OK);
    assert_int_equal(cis_corpus_new(validator, &corpus), CIS_OK);
    assert_int_equal(cis_session_set_corpus(session, corpus), CIS_OK);
    for (size_t i = 0; i < MOST && edge->records[i] != NULL; i++, file[0]++)
        assert_int_equal(cis_session_memory(session, edge->records[i],
                                            strlen(edge->records[i]), file),
                         CIS_OK);
    assert_int_equal(cis_corpus_finish(corpus, on_finding, &outcome), CIS_OK);
    if (strcmp(outcome.codes, edge->codes) != 0)
        fail_msg("%s: '%s', not '%s'", edge->name, outcome.codes, edge->codes);
    cis_corpus_free(corpus);
    cis_session_free(session);
}

#define RUN_ALL(edges)                                                         \
    for (size_t i = 0; i < sizeof(edges) / sizeof *(edges); i++)               \
    run(&(edges)[i])

static void test_presidencies(void **state)
{
    (void)state;
    RUN_ALL(presidencies);
}

static void test_successors(void **state)
{
    (void)state;
    RUN_ALL(successors);
}

static void test_numbers(void **state)
{
    (void)state;
    RUN_ALL(numbers);
}

static void test_promises(void **state)
{
    (void)state;
    RUN_ALL(promises);
}

static int start(void **state)
{
    (void)state;
    return cis_validator_new(NULL, &validator) != CIS_OK;
}

static int stop(void **state)
{
    (void)state;
    cis_validator_free(validator);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_presidencies),
        cmocka_unit_test(test_successors),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_promises),
    };

    return cmocka_run_group_tests(tests, start, stop);
}
