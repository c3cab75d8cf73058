/* Rules across records on texts, people and announcements, at their edges. */
/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "corpus_edges.h"

#define T(lang, text) "<title xml:lang='" lang "'>" text "</title>"
#define DOC(titles) "<document id='d' type='agreement'>" titles "</document>"
#define LISTS(day, documents)                                                  \
    HELD(day, "<documents complete='true'>" documents "</documents>")
#define CITES(titles)                                                          \
    HELD("2032-10-10",                                                         \
         "<documents><instrument id='o' type='agreement' "                     \
         "date='2031-10-10'>" titles "</instrument></documents>")

static const struct edge texts[] = {
    {"another one",
     {LISTS("2031-10-10", DOC(T("en", "Space"))), CITES(T("en", "Sea"))},
     "C005 "},
    {"in capitals, and with other marks",
     {LISTS("2031-10-10",
            DOC(T("en", "SPACE – the [2]nd ~ {A}, `Z` @ 1/9:\u00A0"
                        "\u206F"))),
      CITES(T("en", "Space: the 2nd “a” Z 19"))},
     ""},
    {"with other digits",
     {LISTS("2031-10-10", DOC(T("en", "Space 1"))), CITES(T("en", "Space 2"))},
     "C005 "},
    {"in Cyrillic",
     {LISTS("2031-10-10", DOC(T("ru", "ВСЁ О ЯРЁ"))),
      CITES(T("ru", "все о яре"))},
     ""},
    {"in Cyrillic, small",
     {LISTS("2031-10-10", DOC(T("ru", "всё о ярё"))),
      CITES(T("ru", "Все о яре"))},
     ""},
    {"in other letters",
     {LISTS("2031-10-10", DOC(T("zh", "宇宙"))), CITES(T("zh", "海洋"))},
     "C005 "},
    {"in another language",
     {LISTS("2031-10-10", DOC(T("ru", "Космос"))), CITES(T("en", "Sea"))},
     ""},
    {"one of two is listed in another language alone",
     {LISTS("2031-10-10", DOC(T("en", "Space")) DOC(T("ru", "Море"))),
      CITES(T("en", "Sea"))},
     ""},
    {"listed in one of two languages",
     {LISTS("2031-10-10", DOC(T("en", "Space") T("ru", "Море"))),
      CITES(T("en", "Sea") T("ru", "Море"))},
     ""},
    {"listed in neither of two languages",
     {LISTS("2031-10-10", DOC(T("en", "Space") T("ru", "Космос"))),
      CITES(T("en", "Sea") T("ru", "Море"))},
     "C005 "},
    {"among others of more days",
     {LISTS("2031-10-10", DOC(T("en", "Sea")) DOC(T("en", "Air"))),
      LISTS("2031-12-10", DOC(T("en", "Space")) DOC(T("ru", "Море"))),
      LISTS("2030-10-10", DOC(T("en", "Fire"))), CITES(T("en", "Sea"))},
     ""},
    {"among lists of another body, which come first and are later",
     {RECORD("id='g' body='chg' kind='regular' status='held'", "2031-11-10",
             "<documents complete='true'>" DOC(T("en", "Sea")) "</documents>"),
      LISTS("2031-10-10", DOC(T("en", "Space"))), CITES(T("en", "Sea"))},
     "C005 "},
    {"in the other record of the day",
     {LISTS("2031-10-10", DOC(T("en", "Space"))),
      INFORMAL("2031-10-10", "<documents complete='true'>" DOC(
                                 T("en", "Sea")) "</documents>"),
      CITES(T("en", "Sea"))},
     ""},
    {"the other record of the day is not complete",
     {LISTS("2031-10-10", DOC(T("en", "Space"))),
      INFORMAL("2031-10-10", "<documents>" DOC(T("en", "Air")) "</documents>"),
      CITES(T("en", "Sea"))},
     ""},
    {"an announcement is no list",
     {ANNOUNCED("2031-10-10", "<documents complete='true'>" DOC(
                                  T("en", "Sp")) "</documents>"),
      CITES(T("en", "Sea"))},
     ""},
    {"without a title",
     {LISTS("2031-10-10", DOC(T("en", "Space"))), CITES("")},
     ""},
    {"without a day",
     {LISTS("2031-10-10", DOC(T("en", "Space"))),
      HELD("2032-10-10",
           "<documents><instrument id='o' type='agreement' "
           "date='2031-10'>" T("en", "Sea") "</instrument></documents>")},
     ""},
    {"of the record itself",
     {HELD("2031-10-10",
           "<documents complete='true'>" DOC(
               T("en", "Space")) "<instrument id='o' type='agreement' "
                                 "date='2031-10-10'>" T("en",
                                                        "Sea") "</instrument></"
                                                               "documents>")},
     ""},
    {"a list of nothing",
     {LISTS("2031-10-10", ""), CITES(T("en", "Sea"))},
     "C005 "},
};

#define PERSON(id, more, name)                                                 \
    "<person id='" id "' " more "><name xml:lang='en'>" name "</name></"       \
    "person>"
#define POSTS(day, people, posts)                                              \
    HELD(day,                                                                  \
         "<people>" people "</people><appointments>" posts "</appointments>")
#define POST(action, person, office)                                           \
    "<appointment action='" action "' person='" person "' office='" office "'" \
    "/"                                                                        \
    ">"
#define LEB PERSON("leb", "role='guest'", "Sergei Lebedev")
#define NEW PERSON("new", "role='guest'", "Ann New")
#define SECRETARY "cis-secretary"
#define EXTENDED POSTS("2031-10-10", LEB, POST("extend", "leb", SECRETARY))
#define TIMES8(text) text text text text text text text text
#define OTHERS TIMES8(POST("appoint", "new", SECRETARY))

static const struct edge posts[] = {
    {"extended, and never appointed",
     {HELD("2006-11-28", ""), EXTENDED},
     "C006 "},
    {"the records do not reach back", {HELD("2010-11-28", ""), EXTENDED}, ""},
    {"appointed before",
     {HELD("2006-11-28", ""),
      POSTS("2007-10-05", LEB, POST("appoint", "leb", SECRETARY)), EXTENDED},
     ""},
    {"appointed before, under the id alone",
     {HELD("2006-11-28", ""),
      POSTS("2007-10-05", "", POST("appoint", "leb", SECRETARY)), EXTENDED},
     ""},
    {"appointed before, and told of later",
     {EXTENDED, POSTS("2007-10-05", LEB, POST("appoint", "leb", SECRETARY)),
      HELD("2006-11-28", "")},
     ""},
    {"appointed before by another body, whose records come first",
     {HELD("2006-11-28", ""),
      RECORD("id='g' body='chg' kind='regular' status='held'", "2032-10-10",
             "<people>" LEB "</people><appointments>" POST(
                 "extend", "leb", SECRETARY) "</appointments>"),
      POSTS("2007-10-05", LEB, POST("appoint", "leb", SECRETARY)), EXTENDED},
     ""},
    {"another person before",
     {HELD("2006-11-28", ""),
      POSTS("2007-10-05", NEW, POST("appoint", "new", SECRETARY)), EXTENDED},
     "C006 "},
    {"another office before",
     {HELD("2006-11-28", ""),
      POSTS("2007-10-05", LEB, POST("appoint", "leb", "atc-head")), EXTENDED},
     "C006 "},
    {"released before",
     {HELD("2006-11-28", ""),
      POSTS("2007-10-05", LEB, POST("release", "leb", SECRETARY)), EXTENDED},
     "C006 "},
    {"too many others between",
     {HELD("2006-11-28", ""),
      POSTS("2012-10-05", NEW, OTHERS OTHERS OTHERS OTHERS OTHERS), EXTENDED},
     ""},
    {"an office that nobody knows",
     {HELD("2006-11-28", ""),
      POSTS("2031-10-10", LEB, POST("extend", "leb", "xyzzy"))},
     ""},
    {"a person whom the registry does not have",
     {HELD("2006-11-28", ""),
      POSTS("2031-10-10", NEW, POST("extend", "new", SECRETARY))},
     ""},
    {"what was refused",
     {HELD("2006-11-28", ""),
      POSTS("2031-10-10", LEB,
            POST("extend", "?", SECRETARY) POST("extend", "leb", "?")
                POST("keep", "leb", SECRETARY))},
     ""},
};

#define NAMED(day, more, name)                                                 \
    HELD(day, "<people>" PERSON("p", more, name) "</people>")
#define UN "role='organisation-head' body='un'"
#define SECRETARY_OF "role='secretary-general' body='excom'"
#define BOTH(more)                                                             \
    {                                                                          \
        NAMED("2031-10-10", more, "Antonio Guterres"),                         \
            NAMED("2032-10-10", more, "Antonio Guterrez")                      \
    }

static const struct edge spellings[] = {
    {"of a body", BOTH(UN), "C008 "},
    {"in one office", BOTH("role='guest' office='xyzzy'"), "C008 "},
    {"in offices of a state", BOTH("role='foreign-minister' state='BY'"),
     "C008 "},
    {"of no state", BOTH("role='foreign-minister'"), ""},
    {"in a role that several hold", BOTH("role='guest'"), ""},
    {"of different bodies",
     {NAMED("2031-10-10", UN, "Antonio Guterres"),
      NAMED("2032-10-10", "role='organisation-head' body='eu'",
            "Antonio Guterrez")},
     ""},
    {"in different languages",
     {NAMED("2031-10-10", UN, "Antonio Guterres"),
      HELD("2032-10-10", "<people><person id='p' " UN "><name xml:lang='pt'>"
                         "Antonio Guterrez</name></person></people>")},
     ""},
    {"in no language",
     {NAMED("2031-10-10", UN, "Antonio Guterres"),
      HELD("2032-10-10", "<people><person id='p' " UN "><name>"
                         "Antonio Guterrez</name></person></people>")},
     ""},
    {"the second name in a language",
     {NAMED("2031-10-10", UN, "Antonio Guterres"),
      HELD("2032-10-10",
           "<people><person id='p' " UN "><name xml:lang='en'>Antonio Guterres"
           "</name><name xml:lang='en'>Antonio Guterrez</name></person>"
           "</people>")},
     ""},
    {"both known to the registry",
     {NAMED("2031-10-10", SECRETARY_OF, "Sergei Lebedev"),
      NAMED("2032-10-10", SECRETARY_OF, "Sergey Lebedev")},
     ""},
    {"one of them known to the registry",
     {NAMED("2031-10-10", SECRETARY_OF, "Sergei Lebedev"),
      NAMED("2032-10-10", SECRETARY_OF, "Sergei Lebedew")},
     "C008 "},
    {"the other one known to the registry",
     {NAMED("2031-10-10", SECRETARY_OF, "Sergei Lebedew"),
      NAMED("2032-10-10", SECRETARY_OF, "Sergei Lebedev")},
     "C008 "},
    {"first used in the record that comes later",
     {NAMED("2033-10-10", UN, "Antonio Guterrez"),
      NAMED("2032-10-10", UN, "Antonio Guterrez"),
      NAMED("2031-10-10", UN, "Antonio Guterres")},
     "C008 "},
    {"with too many others between",
     {NAMED("2031-10-10", UN, "Antonio Guterres"),
      HELD("2032-10-10",
           "<people>" PERSON("a", UN, "Vladimir Putin") PERSON(
               "b", UN, "Dmitry Medvedev") PERSON("c", UN, "Ilham Aliyev")
               PERSON("d", UN, "Nikol Pashinyan") PERSON(
                   "e", UN, "Sadyr Japarov") PERSON("f", UN, "Emomali Rahmon")
                   PERSON("g", UN, "Kassym Tokayev")
                       PERSON("h", UN, "Igor Dodon")
                           PERSON("i", UN, "Leonid Kuchma") "</people>"),
      NAMED("2033-10-10", UN, "Antonio Guterrez")},
     ""},
    {"on no day",
     {NAMED("2031-10-10", UN, "Antonio Guterres"),
      NAMED("x", UN, "Antonio Guterrez")},
     ""},
};

#define PLACE(state, city)                                                     \
    "<venue><place state='" state "'><city xml:lang='en'>" city                \
    "</city></place></venue>"
#define SENT(more)                                                             \
    "<people>" PERSON("p", UN, "Al Pol")                                       \
        PERSON("q", "role='guest'",                                            \
               "Jo Doe") "</people><delegations><delegation " more             \
                         "/></delegations>"
#define TOLD(one, other)                                                       \
    {                                                                          \
        ANNOUNCED("2031-10-10", one), HELD("2031-10-10", other)                \
    }

static const struct edge announcements[] = {
    {"another city", TOLD(PLACE("RU", "Moscow"), PLACE("RU", "Kazan")),
     "C009 "},
    {"another host", TOLD(PLACE("RU", "Kazan"), PLACE("BY", "Kazan")), "C009 "},
    {"a city in capitals", TOLD(PLACE("RU", "Kazan"), PLACE("RU", "KAZAN")),
     ""},
    {"a day that was not told",
     {"<summit xmlns='urn:cisvalidate:summit:1' id='a' body='chs' "
      "kind='regular' status='announced'><dates session='2031-10-10'/>"
      "</summit>",
      HELD("2031-10-10", "")},
     ""},
    {"what was not told", TOLD("", PLACE("RU", "Kazan")), ""},
    {"a city in another language alone",
     TOLD(PLACE("RU", "Kazan"), "<venue><place state='RU'><city xml:lang='ru'>"
                                "Москва</city><city xml:lang='en'/></place>"
                                "</venue>"),
     ""},
    {"a videoconference",
     TOLD(PLACE("RU", "Kazan"), "<venue><videoconference host='BY'/></venue>"),
     ""},
    {"another head",
     TOLD(SENT("state='RU' presence='attended' head='p'"),
          SENT("state='RU' presence='attended' head='q'")),
     "C009 "},
    {"the first of two delegations of a state",
     TOLD(SENT("state='RU' presence='attended' head='p'"),
          SENT("state='RU' presence='attended' head='p'/><delegation "
               "state='RU' presence='attended' head='q'")),
     "C009 "},
    {"of a state that was not announced",
     TOLD(SENT("state='RU' presence='attended' head='p'"),
          SENT("state='RU' presence='attended' head='p'/><delegation "
               "state='UZ' presence='attended' head='q'")),
     ""},
    {"a head who stayed away",
     TOLD(SENT("state='RU' presence='attended' head='p'"),
          SENT("state='RU' presence='absent' head='p'")),
     "C009 "},
    {"a head of no known presence",
     TOLD(SENT("state='RU' presence='attended' head='p'"),
          SENT("state='RU' presence='x' head='q'")),
     ""},
    {"of a state that was refused",
     TOLD(SENT("state='RU' presence='attended' head='p'"),
          SENT("state='Russia' presence='attended' head='q'")),
     ""},
    {"a head who is not in the record",
     TOLD(SENT("state='RU' presence='attended' head='p'"),
          SENT("state='RU' presence='attended' head='z'")),
     ""},
    {"of two announcements the last one",
     {ANNOUNCED("2031-10-10", PLACE("RU", "Moscow")),
      RECORD("id='b' body='chs' kind='regular' status='announced'",
             "2031-10-10", PLACE("RU", "Kazan")),
      HELD("2031-10-10", PLACE("RU", "Kazan"))},
     "C001 "},
    {"of another session",
     {ANNOUNCED("2030-10-10", PLACE("RU", "Moscow")),
      HELD("2031-10-10", PLACE("RU", "Kazan"))},
     ""},
};

static void test_texts(void **state)
{
    (void)state;
    HOLD_EDGES(texts);
}

static void test_posts(void **state)
{
    (void)state;
    HOLD_EDGES(posts);
}

static void test_spellings(void **state)
{
    (void)state;
    HOLD_EDGES(spellings);
}

static void test_announcements(void **state)
{
    (void)state;
    HOLD_EDGES(announcements);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_posts),
        cmocka_unit_test(test_spellings),
        cmocka_unit_test(test_announcements),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
