/* Makes archives and records of summits: valid, seeded, with every word. */
/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAMESPACE "urn:cisvalidate:summit:1"
#define COUNT(table) (sizeof(table) / sizeof *(table))

/* The record being written, and how much has been. */
struct output {
    FILE *file;
    uint64_t bytes;
    uint64_t random; /* xorshift: the same everywhere */
};

static const char *const words[][2] = {{"cooperation", "сотрудничество"},
                                       {"security", "безопасность"},
                                       {"transport", "транспорт"},
                                       {"education", "образование"},
                                       {"energy", "энергетика"},
                                       {"culture", "культура"},
                                       {"youth", "молодёжь"},
                                       {"health", "здравоохранение"},
                                       {"trade", "торговля"},
                                       {"statistics", "статистика"},
                                       {"digital", "цифровизация"},
                                       {"borders", "границы"},
                                       {"ecology", "экология"},
                                       {"science", "наука"},
                                       {"tourism", "туризм"},
                                       {"sport", "спорт"}};

/* Who was there on 8 October 2024, as the registry knows it. */
static const struct person {
    const char *id, *state, *role, *english, *russian;
} leaders[] = {
    {"putin", "RU", "head-of-state", "Vladimir Putin", "Владимир Путин"},
    {"aliyev", "AZ", "head-of-state", "Ilham Aliyev", "Ильхам Алиев"},
    {"pashinyan", "AM", "head-of-government", "Nikol Pashinyan",
     "Никол Пашинян"},
    {"lukashenko", "BY", "head-of-state", "Alexander Lukashenko",
     "Александр Лукашенко"},
    {"tokayev", "KZ", "head-of-state", "Kassym-Jomart Tokayev",
     "Касым-Жомарт Токаев"},
    {"japarov", "KG", "head-of-state", "Sadyr Japarov", "Садыр Жапаров"},
    {"rahmon", "TJ", "head-of-state", "Emomali Rahmon", "Эмомали Рахмон"},
    {"berdimuhamedov", "TM", "head-of-state", "Serdar Berdimuhamedov",
     "Сердар Бердымухамедов"},
    {"mirziyoyev", "UZ", "head-of-state", "Shavkat Mirziyoyev",
     "Шавкат Мирзиёев"}};

static const char *const events[] = {"informal-meeting", "photo",
                                     "narrow-session",   "extended-session",
                                     "signing",          "reception"};

static unsigned pick(struct output *out, size_t of)
{
    out->random ^= out->random << 13;
    out->random ^= out->random >> 7;
    out->random ^= out->random << 17;
    return (unsigned)((out->random >> 11) % of);
}

static void put(struct output *out, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void put(struct output *out, const char *format, ...)
{
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vfprintf(out->file, format, arguments);
    va_end(arguments);
    if (length > 0)
        out->bytes += (uint64_t)length;
}

/* A few words that make up a subject, in one language. */
static void put_subject(struct output *out, int language, unsigned number)
{
    unsigned count = 3 + pick(out, 6);

    for (unsigned i = 0; i < count; i++)
        put(out, "%s%s", i > 0 ? ", " : "",
            words[pick(out, COUNT(words))][language]);
    put(out, " (%u)", number);
}

/* An element once in each language: a beginning, and a subject. */
static void put_both(struct output *out, const char *name, const char *english,
                     const char *russian, unsigned number)
{
    put(out, "        <%s xml:lang=\"en\">%s", name, english);
    put_subject(out, 0, number);
    put(out, "</%s>\n        <%s xml:lang=\"ru\">%s", name, name, russian);
    put_subject(out, 1, number);
    put(out, "</%s>\n", name);
}

static void put_venue(struct output *out)
{
    put(out, "    <venue>\n"
             "      <place state=\"RU\" receivedBy=\"putin\">\n"
             "        <city xml:lang=\"en\">Moscow</city>\n"
             "        <city xml:lang=\"ru\">Москва</city>\n"
             "        <site xml:lang=\"en\">Grand Kremlin Palace</site>\n"
             "        <site xml:lang=\"ru\">Большой Кремлёвский дворец</site>\n"
             "      </place>\n"
             "    </venue>\n");
}

static void put_presidency(struct output *out)
{
    put(out, "    <presidency state=\"RU\" from=\"2024-01-01\" "
             "to=\"2024-12-31\" chair=\"putin\">\n"
             "      <cochair state=\"KG\"/>\n"
             "      <cochair state=\"TJ\"/>\n"
             "      <successor state=\"TJ\" from=\"2025\" to=\"2025\"/>\n"
             "    </presidency>\n");
}

static void put_people(struct output *out)
{
    put(out, "    <people>\n");
    for (size_t i = 0; i < COUNT(leaders); i++) {
        const struct person *p = &leaders[i];

        put(out,
            "      <person id=\"%s\" role=\"%s\" state=\"%s\">\n"
            "        <name xml:lang=\"en\">%s</name>\n"
            "        <name xml:lang=\"ru\">%s</name>\n",
            p->id, p->role, p->state, p->english, p->russian);
        put_both(out, "title", "Friend of ", "Друг: ", (unsigned)i);
        put(out, "      </person>\n");
    }
    put(out, "      <person id=\"lebedev\" role=\"secretary-general\" "
             "body=\"excom\" office=\"cis-secretary\">\n"
             "        <name xml:lang=\"en\">Sergei Lebedev</name>\n"
             "        <name xml:lang=\"ru\">Сергей Лебедев</name>\n"
             "      </person>\n"
             "      <person id=\"guest\" role=\"guest\">\n"
             "        <name xml:lang=\"en\">Somebody Else</name>\n"
             "      </person>\n"
             "    </people>\n");
}

static void put_delegations(struct output *out)
{
    static const char *const away[] = {"MD", "UA"};

    put(out, "    <delegations complete=\"true\">\n");
    for (size_t i = 0; i < COUNT(leaders); i++) {
        const struct person *p = &leaders[i];

        put(out,
            "      <delegation state=\"%s\" presence=\"attended\" "
            "head=\"%s\"",
            p->state, p->id);
        put(out, i > 0 ? "/>\n"
                       : ">\n        <member ref=\"guest\"/>\n"
                         "      </delegation>\n");
    }
    for (size_t i = 0; i < COUNT(away); i++)
        put(out, "      <delegation state=\"%s\" presence=\"absent\"/>\n",
            away[i]);
    put(out, "      <representative ref=\"lebedev\" presence=\"attended\"/>\n"
             "    </delegations>\n");
}

static void put_programme(struct output *out)
{
    unsigned other = 1 + pick(out, COUNT(leaders) - 1);

    put(out,
        "    <programme>\n"
        "      <event kind=\"bilateral\" date=\"2024-10-07\">\n"
        "        <party ref=\"putin\"/>\n"
        "        <party ref=\"%s\"/>\n",
        leaders[other].id);
    put_both(out, "topic", "Talks on ", "Переговоры: ", 0);
    put(out, "        <basis document=\"founding\"/>\n      </event>\n");
    for (size_t i = 0; i < COUNT(events); i++)
        put(out,
            "      <event kind=\"%s\" date=\"2024-10-08\" "
            "start=\"%02zu:00:00\" end=\"%02zu:45:00\"/>\n",
            events[i], i + 9, i + 9);
    put(out, "    </programme>\n");
}

static void put_agenda(struct output *out, unsigned count)
{
    put(out, "    <agenda>\n");
    for (unsigned i = 0; i < count; i++) {
        put(out,
            "      <item kind=\"decision\" by=\"%s\" "
            "document=\"decision-%u\">\n",
            leaders[pick(out, COUNT(leaders))].id, i);
        put_both(out, "title", "On ", "О деле: ", i);
        put(out, "      </item>\n");
    }
    put(out, "    </agenda>\n");
}

static void put_decisions(struct output *out, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        put(out,
            "      <document id=\"decision-%u\" type=\"decision\" "
            "status=\"adopted\" date=\"2024-10-08\">\n",
            i);
        put_both(out, "title", "Decision on ", "Решение: ", i);
        put(out, "        <initiator state=\"%s\"/>\n      </document>\n",
            leaders[pick(out, COUNT(leaders))].state);
    }
}

/* Documents of other kinds, with what only they have. */
static void put_special(struct output *out)
{
    put(out, "      <document id=\"appeal\" type=\"address\" "
             "status=\"adopted\" date=\"2024-10-08\">\n");
    put_both(out, "title", "Address on ", "Обращение: ", 1);
    put(out, "        <addressee xml:lang=\"en\">The peoples</addressee>\n"
             "        <commemorates anniversary=\"victory-80\"/>\n"
             "        <establishes honour=\"city-of-labour-glory\"/>\n"
             "      </document>\n"
             "      <document id=\"plan\" type=\"programme\" "
             "status=\"adopted\" date=\"2024-10-08\">\n");
    put_both(out, "title", "Programme on ", "Программа: ", 2);
    put(out, "        <validity from=\"2025\" to=\"2027\"/>\n"
             "      </document>\n"
             "      <document id=\"change\" type=\"amending-protocol\" "
             "status=\"signed\" date=\"2024-10-08\">\n");
    put_both(out, "title",
             "Protocol on amendments: ", "Протокол о внесении изменений: ", 3);
    put(out, "        <amends document=\"founding\"/>\n");
    for (size_t i = 0; i < COUNT(leaders); i++)
        put(out,
            "        <signature state=\"%s\" date=\"2024-10-08\" "
            "by=\"%s\"%s\n",
            leaders[i].state, leaders[i].id,
            i > 0 ? "/>"
                  : ">\n          <reservation xml:lang=\"en\">In part"
                    "</reservation>\n        </signature>");
    put(out, "      </document>\n");
}

static void put_documents(struct output *out, unsigned count)
{
    put(out, "    <documents complete=\"true\" total=\"%u\">\n", count + 3);
    put_both(out, "subject", "Texts on ", "Тексты: ", 0);
    put_decisions(out, count);
    put_special(out);
    put(out, "      <instrument id=\"founding\" type=\"agreement\" "
             "date=\"2010-12-10\">\n");
    put_both(out, "title", "Agreement on ", "Соглашение: ", 0);
    put(out, "        <party state=\"RU\"/>\n"
             "        <party state=\"KZ\"/>\n"
             "      </instrument>\n"
             "    </documents>\n");
}

static void put_honours(struct output *out)
{
    put(out, "    <appointments>\n"
             "      <appointment action=\"extend\" person=\"lebedev\" "
             "office=\"cis-secretary\" from=\"2025-01\" to=\"2027\" "
             "document=\"decision-0\"/>\n"
             "    </appointments>\n"
             "    <awards>\n"
             "      <award honour=\"certificate-of-the-cis\" "
             "recipient=\"guest\" conferredBy=\"putin\" "
             "date=\"2024-10-08\"/>\n"
             "      <award honour=\"cultural-capital\" date=\"2024-10-08\">\n"
             "        <recipientName xml:lang=\"en\">Lachin</recipientName>\n"
             "        <reason xml:lang=\"en\">Capital of 2025</reason>\n"
             "      </award>\n"
             "    </awards>\n"
             "    <anniversaries>\n"
             "      <anniversary id=\"victory-80\" event=\"victory-1945\" "
             "ordinal=\"80\" of=\"1945-05-09\" on=\"2025\">\n"
             "        <title xml:lang=\"en\">80th anniversary</title>\n"
             "      </anniversary>\n"
             "    </anniversaries>\n"
             "    <next body=\"chs\" kind=\"regular\" date=\"2025-10-10\" "
             "state=\"TJ\">\n"
             "      <city xml:lang=\"en\">Dushanbe</city>\n"
             "    </next>\n");
}

static void put_sources(struct output *out)
{
    unsigned count = 2 + pick(out, 6);

    put(out, "    <sources>\n");
    for (unsigned i = 0; i < count; i++) {
        put(out,
            "      <source publisher=\"Agency %u\" basis=\"communiqué\" "
            "date=\"2024-10-09\" "
            "href=\"https://example.org/news/2024/10/%u?page=%u\">\n",
            i, pick(out, 100000), i);
        put_both(out, "title", "Report on ", "Сообщение: ", i);
        put(out, "        <credit of=\"photo\" xml:lang=\"en\">Press "
                 "service</credit>\n      </source>\n");
    }
    put(out, "    </sources>\n"
             "    <extension>\n"
             "      <note xmlns=\"urn:example:note\">made up</note>\n"
             "    </extension>\n");
}

/* By video: the shortest record there is, more or less. */
static void put_short(struct output *out, uint64_t number, const char *more)
{
    put(out,
        "  <summit%s id=\"chs-2020-12-18-%" PRIu64 "\" version=\"1.0\" "
        "body=\"chs\" kind=\"regular\" status=\"held\" "
        "recorded=\"2026-03-31\">\n"
        "    <title xml:lang=\"en\">Session by videoconference</title>\n"
        "    <dates start=\"2020-12-18\" end=\"2020-12-18\" "
        "session=\"2020-12-18\"/>\n"
        "    <venue>\n      <videoconference host=\"UZ\"/>\n    </venue>\n"
        "    <presidency state=\"UZ\" from=\"2020-01-01\" to=\"2020-12-31\" "
        "chair=\"mirziyoyev\">\n"
        "      <successor state=\"BY\" from=\"2021\" to=\"2021\"/>\n"
        "    </presidency>\n"
        "    <people>\n"
        "      <person id=\"mirziyoyev\" role=\"head-of-state\" "
        "state=\"UZ\">\n"
        "        <name xml:lang=\"en\">Shavkat Mirziyoyev</name>\n"
        "      </person>\n"
        "    </people>\n"
        "    <delegations>\n"
        "      <delegation state=\"UZ\" presence=\"remote\" "
        "head=\"mirziyoyev\"/>\n"
        "    </delegations>\n",
        more, number);
    put_sources(out);
    put(out, "  </summit>\n");
}

static void put_long(struct output *out, uint64_t number, const char *more)
{
    unsigned decisions = 6 + pick(out, 20);

    put(out,
        "  <summit%s id=\"chs-2024-10-08-%" PRIu64 "\" version=\"1.0\" "
        "body=\"chs\" kind=\"regular\" status=\"held\" "
        "recorded=\"2026-03-31\" number=\"%u\">\n",
        more, number, 1 + pick(out, 90));
    put_both(out, "title", "Session on ", "Заседание: ", 0);
    put(out, "    <dates start=\"2024-10-07\" end=\"2024-10-08\" "
             "session=\"2024-10-08\"/>\n");
    put_venue(out);
    put_presidency(out);
    put_people(out);
    put_delegations(out);
    put_programme(out);
    put_agenda(out, decisions);
    put_documents(out, decisions);
    put_honours(out);
    put_sources(out);
    put(out, "  </summit>\n");
}

static void put_record(struct output *out, uint64_t number, const char *more)
{
    if (number % 8 == 7)
        put_short(out, number, more);
    else
        put_long(out, number, more);
}

static void put_archive(struct output *out, uint64_t size)
{
    put(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<summits xmlns=\"" NAMESPACE "\">\n");
    for (uint64_t i = 0; out->bytes < size; i++)
        put_record(out, i, "");
    put(out, "</summits>\n");
}

static bool put_file(struct output *out, const char *folder, uint64_t number)
{
    char path[4096];
    bool good;

    snprintf(path, sizeof path, "%s/%06" PRIu64 ".xml", folder, number);
    out->file = fopen(path, "w");
    if (out->file == NULL)
        return false;
    put(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    put_record(out, number, " xmlns=\"" NAMESPACE "\"");
    good = !ferror(out->file);
    return fclose(out->file) == 0 && good;
}

static bool put_folder(struct output *out, const char *folder, uint64_t count)
{
    for (uint64_t i = 0; i < count; i++)
        if (!put_file(out, folder, i))
            return false;
    return true;
}

int main(int argc, char **argv)
{
    struct output out = {.file = stdout, .random = 0x9E3779B97F4A7C15};
    uint64_t number;
    bool good;

    if (argc < 3) {
        fprintf(stderr,
                "usage: %s SEED BYTES >ARCHIVE\n"
                "       %s SEED COUNT FOLDER\n",
                argv[0], argv[0]);
        return 2;
    }
    out.random ^= strtoull(argv[1], NULL, 10);
    number = strtoull(argv[2], NULL, 10);
    if (argc > 3)
        good = put_folder(&out, argv[3], number);
    else
        put_archive(&out, number);
    if (argc == 3)
        good = fflush(stdout) == 0 && !ferror(stdout);
    if (!good)
        fprintf(stderr, "%s: %s\n", argv[0], strerror(errno));
    return good ? 0 : 1;
}
