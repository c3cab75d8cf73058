/* What is found across records depends neither on the order that they come in
 * nor on whether they come as facts: archives drawn at random. */
/* SPDX-License-Identifier: MIT */
#include "../support/chance.h"
#include "base/str.h"

#include <cisvalidate/cisvalidate.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

enum {
    RECORDS = 9,
    ARCHIVES = 120,
    ORDERS = 4
};

static struct chance chance;

static unsigned draw(unsigned below)
{
    return (unsigned)chance_below(&chance, below);
}

#define DRAW(table) CHOOSE(&chance, table)

static const char *const bodies[] = {"chs", "chs", "chs", "chg"};
static const char *const kinds[] = {"regular", "regular", "regular",
                                    "informal"};
static const char *const statuses[] = {"held", "held", "held", "announced",
                                       "cancelled"};
static const char *const days[] = {"2031-05-10", "2031-10-10", "2032-05-10",
                                   "2032-10-10", "2033-10-10"};
static const char *const states[] = {"RU", "KZ", "TJ"};
static const char *const terms[] = {"", " from='2031-01-01' to='2031-12-31'",
                                    " from='2032-01-01' to='2032-12-31'",
                                    " from='2031-06-01' to='2032-05-31'",
                                    " from='2031-10-10' to='2032-10-10'"};
static const char *const titles[] = {"Space", "Sea", "Air"};
static const char *const names[] = {"Antonio Guterres", "Antonio Guterrez",
                                    "Antonio Gutierres"};
static const char *const actions[] = {"appoint", "extend", "release"};
static const char *const posts[] = {"cis-secretary", "atc-head"};

static void draw_presidency(struct buf *out)
{
    if (draw(3) == 0)
        return;
    buf_format(out, "<presidency state='%s'%s>", DRAW(states), DRAW(terms));
    if (draw(2) == 0)
        buf_format(out, "<successor state='%s'%s/>", DRAW(states), DRAW(terms));
    buf_text(out, "</presidency>");
}

static void draw_people(struct buf *out)
{
    buf_format(out,
               "<people><person id='un' role='organisation-head' body='un'>"
               "<name xml:lang='en'>%s</name></person><person id='leb' "
               "role='guest'><name xml:lang='en'>Sergei Lebedev</name>"
               "</person></people><delegations><delegation state='%s' "
               "presence='%s' head='un'/></delegations>",
               DRAW(names), DRAW(states), draw(4) ? "attended" : "absent");
}

static void draw_documents(struct buf *out)
{
    buf_format(out, "<documents complete='%s'>", draw(2) ? "true" : "false");
    for (unsigned i = draw(3); i > 0; i--)
        buf_format(out,
                   "<document id='d%u' type='agreement' status='adopted'>"
                   "<title xml:lang='en'>%s</title></document>",
                   i, DRAW(titles));
    if (draw(2) == 0)
        buf_format(out,
                   "<instrument id='old' type='agreement' date='%s'>"
                   "<title xml:lang='en'>%s</title></instrument>",
                   DRAW(days), DRAW(titles));
    buf_text(out, "</documents>");
    if (draw(2) == 0)
        buf_format(out,
                   "<appointments><appointment action='%s' person='leb' "
                   "office='%s'/></appointments>",
                   DRAW(actions), DRAW(posts));
}

/* A record of no more than what the rules look at. */
static void draw_record(struct buf *out, unsigned nth)
{
    const char *day = DRAW(days);

    buf_clear(out);
    buf_format(out,
               "<summit xmlns='urn:cisvalidate:summit:1' id='r%u' body='%s' "
               "\n  kind='%s' status='%s'",
               nth, DRAW(bodies), DRAW(kinds), DRAW(statuses));
    if (draw(2) == 0)
        buf_format(out, " number='%u'", 70 + draw(4));
    /* values may go over lines, which move what comes after them */
    buf_format(out, "><dates start='%s' end='%s%s' session='%s%s'/>", day, day,
               draw(3) ? "" : "\n", draw(3) ? "" : "\n  ", day);
    if (draw(2) == 0)
        buf_format(out,
                   "<venue><place state='%s'><city xml:lang='en'>%s</city>"
                   "</place></venue>",
                   DRAW(states), draw(2) ? "Moscow" : "Kazan");
    draw_presidency(out);
    draw_people(out);
    draw_documents(out);
    if (draw(2) == 0)
        buf_format(out, "<next body='%s' kind='regular' date='%s' state='%s'/>",
                   DRAW(bodies), DRAW(days), DRAW(states));
    buf_text(out, "</summit>");
    assert_false(out->failed);
}

static void put_place(struct buf *out, const struct cis_place *place,
                      struct cis_excerpt excerpt)
{
    buf_format(out, " %d:%d-%d:%d [%d,%d) '%s' from %d", (int)place->line,
               (int)place->column, (int)place->end_line, (int)place->end_column,
               (int)place->offset, (int)place->end_offset,
               excerpt.text != NULL ? excerpt.text : "",
               (int)excerpt.first_column);
}

/* Each finding with its file, path, place, words and facts, on a line. */
static void on_finding(void *context, const struct cis_finding *finding)
{
    struct buf *out = context;
    const struct cis_fact *fact;

    buf_format(out, "%s %s %s: %s", cis_finding_code(finding),
               cis_finding_file(finding), cis_finding_path(finding),
               cis_finding_message(finding));
    put_place(out, cis_finding_place(finding), cis_finding_excerpt(finding));
    for (size_t i = 0; (fact = cis_finding_fact(finding, i)) != NULL; i++) {
        buf_format(out, " | %s %s: %s", cis_fact_file(fact),
                   cis_fact_path(fact), cis_fact_message(fact));
        put_place(out, cis_fact_place(fact), cis_fact_excerpt(fact));
    }
    buf_text(out, "\n");
}

static struct cis_corpus *gather(const struct cis_validator *validator,
                                 const struct buf *records, const size_t *order,
                                 size_t count)
{
    struct cis_session *session;
    struct cis_corpus *corpus;
    char file[8];

    assert_int_equal(cis_session_new(validator, &session), CIS_OK);
    assert_int_equal(cis_corpus_new(validator, &corpus), CIS_OK);
    assert_int_equal(cis_session_set_corpus(session, corpus), CIS_OK);
    for (size_t i = 0; i < count; i++) {
        const struct buf *record = &records[order[i]];

        snprintf(file, sizeof file, "%zu", order[i]);
        assert_int_equal(
            cis_session_memory(session, record->at, record->length, file),
            CIS_OK);
    }
    cis_session_free(session);
    return corpus;
}

static void judge(struct cis_corpus *corpus, struct buf *found)
{
    buf_clear(found);
    assert_int_equal(cis_corpus_finish(corpus, on_finding, found), CIS_OK);
    buf_byte(found, '\0');
    cis_corpus_free(corpus);
}

static long put(void *context, const void *bytes, size_t size)
{
    buf_append(context, (struct str){bytes, size});
    return (long)size;
}

static long get(void *context, void *bytes, size_t size)
{
    struct str *rest = context;
    size_t count = size < rest->length ? size : rest->length;

    memcpy(bytes, rest->at, count);
    *rest = (struct str){rest->at + count, rest->length - count};
    return (long)count;
}

/* Through facts, in two files. */
static struct cis_corpus *gather_facts(const struct cis_validator *validator,
                                       const struct buf *records,
                                       const size_t *order)
{
    const size_t parts[] = {0, RECORDS / 2, RECORDS};
    struct cis_corpus *all, *part;
    struct buf bytes;

    buf_init(&bytes, &alloc_default);
    assert_int_equal(cis_corpus_new(validator, &all), CIS_OK);
    for (size_t i = 0; i < 2; i++) {
        struct str rest;

        part = gather(validator, records, order + parts[i],
                      parts[i + 1] - parts[i]);
        buf_clear(&bytes);
        assert_int_equal(cis_corpus_write(part, put, &bytes), CIS_OK);
        rest = buf_str(&bytes);
        assert_int_equal(cis_corpus_read(all, get, &rest, "facts", NULL, NULL),
                         CIS_OK);
        cis_corpus_free(part);
    }
    buf_free(&bytes);
    return all;
}

static void shuffle(size_t *order)
{
    for (size_t i = RECORDS; i > 1; i--) {
        size_t other = draw((unsigned)i), was = order[i - 1];

        order[i - 1] = order[other];
        order[other] = was;
    }
}

static void test_orders(void **state)
{
    size_t order[RECORDS];
    struct cis_validator *validator;
    struct buf records[RECORDS], first, found;
    size_t total = 0;

    (void)state;
    assert_int_equal(cis_validator_new(NULL, &validator), CIS_OK);
    buf_init(&first, &alloc_default);
    buf_init(&found, &alloc_default);
    for (size_t i = 0; i < RECORDS; i++) {
        buf_init(&records[i], &alloc_default);
        order[i] = i;
    }
    for (unsigned archive = 0; archive < ARCHIVES; archive++) {
        chance.state = archive;
        for (unsigned i = 0; i < RECORDS; i++)
            draw_record(&records[i], i);
        judge(gather(validator, records, order, RECORDS), &first);
        total += first.length;
        for (int i = 1; i < ORDERS; i++) {
            shuffle(order);
            judge(i == 1 ? gather_facts(validator, records, order)
                         : gather(validator, records, order, RECORDS),
                  &found);
            if (strcmp(first.at, found.at) != 0)
                fail_msg("archive %u:\n%s\n%s", archive, first.at, found.at);
        }
    }
    assert_true(total > ARCHIVES * 1000); /* there is something to find */
    for (size_t i = 0; i < RECORDS; i++)
        buf_free(&records[i]);
    buf_free(&first);
    buf_free(&found);
    cis_validator_free(validator);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_orders),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
