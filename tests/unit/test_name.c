/* Names of people as summits, registries and newspapers spell them. */
/* SPDX-License-Identifier: MIT */
#include "base/name.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

struct pair {
    const char *a;
    const char *b;
};

/* But for case, order, hyphens, diacritics and patronymics. */
static const struct pair same[] = {
    {"Vladimir Putin", "Vladimir Putin"},
    {"Vladimir Putin", "PUTIN Vladimir"},
    {"Vladimir Putin", "Putin, Vladimir"},
    {"Vladimir Putin", "Vladimir Vladimirovich Putin"},
    {"Vladimir Putin", "Putin Vladimir Vladimirovich"},
    {"Владимир Путин", "Владимир Владимирович Путин"},
    {"Владимир Путин", "Путин Владимир Владимирович"},
    {"Владимир Путин", "ВЛАДИМИР ПУТИН"},
    {"Валентина Матвиенко", "Валентина Ивановна Матвиенко"},
    {"Nino Burjanadze", "Nino Anzorovna Burjanadze"},
    {"Нино Бурджанадзе", "Нино Анзоровна Бурджанадзе"},
    {"Анна Кузнецова", "Анна Никитична Кузнецова"},
    {"Илья Муромец", "Илья Ильич Муромец"},
    {"Ильхам Алиев", "Ильхам Гейдар оглы Алиев"},
    {"Ilham Aliyev", "Ilham Heydar oğlu Aliyev"},
    {"Ilham Aliyev", "Aliyev Ilham Heydar ogly"},
    {"Ilham Aliyev", "İlham Aliyev"},
    {"Ilham Aliyev", "Əliyev İlham"},
    {"Аяз Муталибов", "Аяз Ниязи оглы Муталибов"},
    {"Садыр Жапаров", "Садыр Нургожо уулу Жапаров"},
    {"Kassym-Jomart Tokayev", "Kassym Jomart Tokayev"},
    {"Kassym-Jomart Tokayev", "Tokayev Kassym\u2011Jomart"},
    {"Касым-Жомарт Токаев", "Касым-Жомарт Кемелевич Токаев"},
    {"Levon Ter-Petrosyan", "Levon Ter Petrosyan"},
    {"Левон Тер-Петросян", "Левон Акопович Тер-Петросян"},
    {"Пётр Порошенко", "Петр Порошенко"},
    {"Шавкат Мирзиёев", "Шавкат Миромонович Мирзиеев"},
    {"Dumitru Braghiș", "Dumitru Braghis"},
    {"Zinaida Greceanîi", "Zinaida Greceanii"},
    {"Ion Sturza", "Ion\u00A0Sturza"},
    {"Islom Karimov", "Islom Ka\u0301rimov"},
    {"Ruslan Bodelan", "Ruslan Bo\u02BCdelan"},
    {"V. V. Putin", "V V Putin"},
    {"Yves Noir", "Ÿves Noir"},
    {"Anna Weiß", "ANNA WEISS"},
    {"Akis Eder", "ĀKIS Ēder"},
    {"Dumitru Braghis", "DUMITRU BRAGHIȘ"},
    {"Қасым Жомарт", "ҚАСЫМ-ЖОМАРТ"},
    {"Ђорђе Јовић", "ЂОРЂЕ ЈОВИЋ"},
};

/* One or two letters, another transliteration, another script. */
static const struct pair close[] = {
    {"Sergei Lebedev", "Sergey Lebedev"},
    {"Sergei Lebedev", "Lebedev Sergey"},
    {"Sergei Lebedev", "Сергей Лебедев"},
    {"Sergei Lebedev", "Сергей Николаевич Лебедев"},
    {"Yuri Ushakov", "Yury Ushakov"},
    {"Yuri Ushakov", "Юрий Викторович Ушаков"},
    {"Yevgeny Sysoyev", "Evgeny Sysoev"},
    {"Yevgeny Sysoyev", "Евгений Сергеевич Сысоев"},
    {"Valentina Matviyenko", "Valentina Matvienko"},
    {"Valentina Matviyenko", "Валентина Матвиенко"},
    {"Andrey Kondrashov", "Андрей Кондрашов"},
    {"Viktor Afzalov", "Victor Afzalov"},
    {"Viktor Afzalov", "Виктор Мусавирович Афзалов"},
    {"Emomali Rahmon", "Эмомали Рахмон"},
    {"Emomali Rahmon", "Emomali Rahmonov"},
    {"Emomali Rahmon", "Imomali Rakhmon"},
    {"Ilham Aliyev", "Ильхам Алиев"},
    {"Ilham Aliyev", "Алиев Ильхам Гейдар оглы"},
    {"Heydar Aliyev", "Гейдар Алиев"},
    {"Nikol Pashinyan", "Никол Воваевич Пашинян"},
    {"Serzh Sargsyan", "Серж Азатович Саргсян"},
    {"Armen Sarkissian", "Armen Sargsyan"},
    {"Armen Sarkissian", "Армен Саркисян"},
    {"Vahagn Khachaturyan", "Ваагн Гарникович Хачатурян"},
    {"Alexander Lukashenko", "Александр Григорьевич Лукашенко"},
    {"Alexander Lukashenko", "Aleksandr Lukashenko"},
    {"Kassym-Jomart Tokayev", "Qasym-Jomart Toqayev"},
    {"Kassym-Jomart Tokayev", "Касым-Жомарт Токаев"},
    {"Nursultan Nazarbayev", "Нурсултан Абишевич Назарбаев"},
    {"Sadyr Japarov", "Садыр Жапаров"},
    {"Sadyr Japarov", "Sadyr Zhaparov"},
    {"Sooronbay Jeenbekov", "Сооронбай Шарипович Жээнбеков"},
    {"Ishenbai Kadyrbekov", "Ишенбай Кадырбеков"},
    {"Maia Sandu", "Майя Санду"},
    {"Nicolae Timofti", "Николай Тимофти"},
    {"Mircea Snegur", "Мирча Снегур"},
    {"Boris Yeltsin", "Борис Николаевич Ельцин"},
    {"Boris Yeltsin", "Boris Eltsin"},
    {"Dmitry Medvedev", "Дмитрий Медведев"},
    {"Dmitry Medvedev", "Dmitriy Medvedev"},
    {"Shavkat Mirziyoyev", "Шавкат Мирзиёев"},
    {"Serdar Berdimuhamedow", "Сердар Бердымухамедов"},
    {"Gurbanguly Berdimuhamedow", "Гурбангулы Бердымухамедов"},
    {"Saparmurat Niyazov", "Сапармурат Ниязов"},
    {"Mikheil Saakashvili", "Михаил Саакашвили"},
    {"Volodymyr Zelenskyy", "Владимир Зеленский"},
    {"Viktor Yushchenko", "Виктор Ющенко"},
    {"Leonid Kuchma", "Леонид Данилович Кучма"},
    {"Ilkhom Nematov", "Ильхом Нематов"},
    {"Ali Rza oglu", "Ali Rza ogly"},
};

/* Other people, some of them of one family or with one first name. */
static const struct pair other[] = {
    {"Vladimir Putin", "Dmitry Medvedev"},
    {"Vladimir Putin", "Vladimir Voronin"},
    {"Vladimir Putin", "Владимир Воронин"},
    {"Ilham Aliyev", "Heydar Aliyev"},
    {"Ilham Aliyev", "Гейдар Алиев"},
    {"Ilham Aliyev", "Natig Aliyev"},
    {"Serzh Sargsyan", "Armen Sarkissian"},
    {"Serzh Sargsyan", "Tigran Sargsyan"},
    {"Serdar Berdimuhamedow", "Gurbanguly Berdimuhamedow"},
    {"Sergei Lebedev", "Sergei Surovikin"},
    {"Sergei Lebedev", "Sergey Lavrov"},
    {"Nikol Pashinyan", "Karen Karapetyan"},
    {"Sadyr Japarov", "Akylbek Japarov"},
    {"Sooronbay Jeenbekov", "Almazbek Atambayev"},
    {"Kurmanbek Bakiyev", "Askar Akayev"},
    {"Emomali Rahmon", "Rahmon Nabiyev"},
    {"Kassym-Jomart Tokayev", "Nursultan Nazarbayev"},
    {"Alexander Lukashenko", "Alexander Vershbow"},
    {"Roman Arkadyevich Abramovich", "Roman Golovchenko"},
    {"Viktor Yushchenko", "Viktor Yanukovych"},
    {"Petru Lucinschi", "Petro Poroshenko"},
    {"Valentina Matviyenko", "Валентина Терешкова"},
    {"Xi Li", "Xu Le"},
    {"Li", "Ma"},
    {"", "Vladimir Putin"},
    {"习近平", "李克强"},
};

static enum name_match match(const char *a, const char *b)
{
    enum name_match result = name_compare(str_of(a), str_of(b));

    print_message("# %s – %s\n", a, b);
    assert_int_equal(name_compare(str_of(b), str_of(a)), result);
    return result;
}

static void finds_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
        assert_int_equal(match(same[i].a, same[i].b), NAME_SAME);
}

static void finds_the_close(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof close / sizeof close[0]; i++)
        assert_int_equal(match(close[i].a, close[i].b), NAME_CLOSE);
}

static void finds_the_other(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof other / sizeof other[0]; i++)
        assert_int_equal(match(other[i].a, other[i].b), NAME_OTHER);
}

static void compares_long_names_by_bytes(void **state)
{
    char a[200], b[200];

    (void)state;
    memset(a, 'a', sizeof a);
    memset(b, 'A', sizeof b);
    assert_int_equal(name_compare((struct str){a, 128}, (struct str){b, 128}),
                     NAME_SAME);
    assert_int_equal(name_compare((struct str){a, 129}, (struct str){b, 129}),
                     NAME_OTHER);
    assert_int_equal(name_compare((struct str){a, 129}, (struct str){a, 129}),
                     NAME_SAME);
    assert_int_equal(name_compare((struct str){a, 128}, (struct str){b, 129}),
                     NAME_OTHER);
    assert_int_equal(name_compare((struct str){a, 129}, (struct str){b, 128}),
                     NAME_OTHER);
    assert_int_equal(name_compare((struct str){a, 130}, (struct str){b, 130}),
                     NAME_OTHER);
    assert_true(name_same((struct str){a, 129}, (struct str){a, 129}));
    assert_true(name_same((struct str){a, 128}, (struct str){b, 128}));
    assert_false(name_same((struct str){a, 129}, (struct str){b, 129}));
    assert_false(name_same((struct str){a, 128}, (struct str){b, 129}));
}

/* The most words, the longest spelling in Latin, and nothing but marks. */
static void bears_strange_names(void **state)
{
    char words[128], letters[256];

    (void)state;
    for (size_t i = 0; i < sizeof words; i += 2)
        memcpy(words + i, "a ", 2);
    for (size_t i = 0; i < sizeof letters; i += 2)
        memcpy(letters + i, "щ", 2);
    assert_int_equal(
        name_compare((struct str){words, 128}, (struct str){words + 2, 126}),
        NAME_CLOSE);
    assert_int_equal(
        name_compare((struct str){letters, 256}, (struct str){words, 128}),
        NAME_OTHER);
    assert_int_equal(match("---", "..."), NAME_OTHER);
    assert_int_equal(match(" ", "\xFF\xD0"), NAME_OTHER);
    assert_int_equal(match("ььь", "ъъъ"), NAME_OTHER);
    assert_int_equal(match("Anna ÷ Lee", "ANNA ÷ LEE"), NAME_SAME);
}

static void count_turn(void *context, struct str form)
{
    struct str *only = context;

    *only = only->at == NULL ? form : (struct str){"", 0};
}

/* What is too long, or has no letter, is its own form, and its only turn. */
static void keeps_what_has_no_form(void **state)
{
    char long_name[129], room[NAME_FORM];
    const struct str names[] = {{long_name, sizeof long_name}, str_of("---")};

    (void)state;
    memset(long_name, 'A', sizeof long_name);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct str turn = {NULL, 0};

        assert_ptr_equal(name_form(names[i], room).at, names[i].at);
        name_each_turn(names[i], count_turn, &turn);
        assert_true(str_equal(turn, names[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_same),
        cmocka_unit_test(finds_the_close),
        cmocka_unit_test(finds_the_other),
        cmocka_unit_test(compares_long_names_by_bytes),
        cmocka_unit_test(bears_strange_names),
        cmocka_unit_test(keeps_what_has_no_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
