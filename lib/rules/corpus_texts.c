/* C: texts that one record cites and another one lists. */
/* SPDX-License-Identifier: MIT */
#include "rules/corpus.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <stdlib.h>

/* Small letters and digits as they are, capitals as small ones; 0 for what
 * is neither. Of scripts other than Latin and Cyrillic all counts. */
static uint32_t fold(uint32_t point)
{
    if (point < 0x80) {
        if (point >= 'A' && point <= 'Z')
            return point + 32;
        return (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9')
                   ? point
                   : 0;
    }
    if (point == 0x401 || point == 0x451) /* Ё is often written Е */
        return 0x435;
    if (point >= 0x410 && point <= 0x42F)
        return point + 32;
    return point < 0xC0 || (point >= 0x2000 && point < 0x2070) ? 0 : point;
}

struct title_key title_key_of(const struct text *title)
{
    struct title_key key = {HASH_START, 0, false};
    uint64_t language = HASH_START;
    struct str rest = title->value;
    size_t size;

    for (; rest.length > 0; rest.at += size, rest.length -= size) {
        uint32_t point = fold(utf8_decode(rest, &size));
        if (point != 0)
            key.title = hash_number(key.title, point);
    }
    for (size_t i = 0; i < title->lang.length; i++)
        language =
            hash_number(language, (unsigned char)title->lang.at[i] | 32u);
    key.language = (uint32_t)(language ^ language >> 32);
    return key;
}

/* A title of a document of one day. */
struct listed {
    int64_t day;
    struct title_key key;
    size_t firsts; /* documents with a title in the language, up to here */
};

/* What the records of one day list together. */
struct day {
    int64_t day;
    const struct summit_facts *summit;
    size_t documents;
    bool complete;
};

struct lists {
    struct listed *titles;
    size_t title_count;
    struct day *days;
    size_t day_count;
};

static int compare_listed(const void *left, const void *right)
{
    const struct listed *a = left;
    const struct listed *b = right;

    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->key.language != b->key.language)
        return a->key.language < b->key.language ? -1 : 1;
    return (a->key.title > b->key.title) - (a->key.title < b->key.title);
}

static void list_titles(struct lists *lists, int64_t day,
                        const struct summit_facts *summit)
{
    for (size_t i = 0; i < summit->title_count; i++)
        lists->titles[lists->title_count++] =
            (struct listed){.day = day, .key = summit->titles[i]};
}

/* Announcements list what is expected, and prove nothing. */
static void list_day(struct lists *lists, const struct summit_facts *summit)
{
    int64_t day = date_first_day(summit->session);
    struct day *last = lists->days + lists->day_count;

    if (summit->status != RECORD_HELD)
        return;
    if (lists->day_count == 0 || (--last)->day != day) {
        last = &lists->days[lists->day_count++];
        *last = (struct day){day, summit, 0, true};
    }
    last->complete &= summit->complete;
    last->documents += summit->document_count;
    list_titles(lists, day, summit);
}

static bool fill_lists(struct corpus_run *run, struct lists *lists)
{
    size_t titles = 1, firsts = 0;

    for (size_t i = 0; i < run->view.summit_count; i++)
        titles += run->view.by_day[i]->title_count;
    lists->titles = arena_array(run->run.arena, titles, sizeof *lists->titles);
    lists->days = arena_array(run->run.arena, run->view.summit_count + 1,
                              sizeof *lists->days);
    if (lists->titles == NULL || lists->days == NULL)
        return false;
    for (size_t i = 0; i < run->view.summit_count; i++)
        list_day(lists, run->view.by_day[i]);
    qsort(lists->titles, lists->title_count, sizeof *lists->titles,
          compare_listed);
    for (size_t i = 0; i < lists->title_count; i++)
        lists->titles[i].firsts = firsts += lists->titles[i].key.first;
    return true;
}

/* How many titles come before that one. */
static size_t titles_before(const struct lists *lists, struct listed what)
{
    size_t low = 0, high = lists->title_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_listed(&lists->titles[middle], &what) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t firsts_before(const struct lists *lists, size_t index)
{
    return index > 0 ? lists->titles[index - 1].firsts : 0;
}

/* Whether no document of the day has that title: all have one in its
 * language, and none this one. */
static bool not_listed(const struct lists *lists, const struct day *day,
                       struct title_key key)
{
    struct listed what = {.day = day->day, .key = key};
    size_t at = titles_before(lists, what);

    if (at < lists->title_count &&
        compare_listed(&lists->titles[at], &what) == 0)
        return false;
    what.key.title = 0;
    size_t from = titles_before(lists, what);
    what.key.title = UINT64_MAX;
    size_t to = titles_before(lists, what);
    return firsts_before(lists, to) - firsts_before(lists, from) ==
           day->documents;
}

static int compare_day(const void *key, const void *element)
{
    int64_t day = *(const int64_t *)key;
    const struct day *at = element;

    return (day > at->day) - (day < at->day);
}

/* Not listed under any title that can be compared, and under one at least. */
static bool is_missing(const struct lists *lists, const struct day *day,
                       const struct citation *citation)
{
    bool missing = citation->title_count > 0;

    for (size_t i = 0; i < citation->title_count && missing; i++)
        missing = not_listed(lists, day, citation->titles[i]);
    return missing;
}

static void judge_citation(struct corpus_run *run, const struct lists *lists,
                           const struct summit_facts *from,
                           const struct citation *citation)
{
    int64_t key = date_first_day(citation->date);
    const struct day *day = bsearch(&key, lists->days, lists->day_count,
                                    sizeof *lists->days, compare_day);

    if (day == NULL || !day->complete || day->summit == from ||
        !is_missing(lists, day, citation))
        return;
    struct cis_finding *finding = corpus_emit(run, from->file, &citation->at);
    finding_say(finding, "'%s' is not among the documents of %s",
                citation->title.at, rule_date(&run->run, citation->date));
    corpus_fact(finding, day->summit->file, &day->summit->at_complete,
                "the documents of '%s' are said to be complete",
                rule_quote(&run->run, day->summit->id));
}

void check_amended_text_missing(struct corpus_run *run)
{
    struct lists lists = {0};

    if (!fill_lists(run, &lists))
        return;
    for (size_t i = 0; i < run->view.summit_count; i++) {
        const struct summit_facts *from = run->view.summits[i];
        for (const struct citation *c = from->citations; c; c = c->next)
            judge_citation(run, &lists, from, c);
    }
}
