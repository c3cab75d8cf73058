/* Writes doc/rules.md, the catalogue of codes, from the library's table. */
/* SPDX-License-Identifier: MIT */
#include <cisvalidate/cisvalidate.h>
#include <stdio.h>

static const struct {
    char letter;
    const char *title;
    const char *text;
} families[] = {
    {'W', "reading the input", "Nothing lowers or switches these off."},
    {'S', "schema", "Nothing lowers or switches these off."},
    {'X', "references", "Nothing lowers or switches these off."},
    {'D', "dates", NULL},
    {'R', "roles", NULL},
    {'T', "types of documents", NULL},
    {'P', "presidency",
     "Skipped where the record has no `presidency`, save P013."},
    {'M', "programme", "Known days and times only."},
    {'A', "appointments and awards",
     "In office is who was so on the day before the session."},
    {'C', "across records",
     "Only with `--corpus`. Examples are cut down to what they are about."},
    {'G', "the registry",
     "On the file of `--registry`. Examples are entries of one."},
    {'U', "suppressions",
     "Of `<?cisvalidate suppress=\"CODE …\" reason=\"…\"?>` in a record."},
};

static void write_contents(void)
{
    printf("| code | name | severity | |\n|---|---|---|---|\n");
    for (size_t i = 0; i < cis_rule_count(); i++) {
        const struct cis_rule *rule = cis_rule_at(i);

        printf("| [%s](#%s) | %s | %s | %s |\n", cis_rule_code(rule),
               cis_rule_code(rule), cis_rule_name(rule),
               cis_severity_name(cis_rule_severity(rule)),
               cis_rule_title(rule));
    }
}

static void write_family(char letter)
{
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        if (families[i].letter != letter)
            continue;
        printf("\n## %c: %s\n", letter, families[i].title);
        if (families[i].text != NULL)
            printf("\n%s\n", families[i].text);
    }
}

static void write_example(const char *what, const char *text)
{
    if (text[0] == '\0')
        printf("\n%s: nothing at all.\n", what);
    else
        printf("\n%s:\n\n```xml\n%s```\n", what, text);
}

static void write_rule(const struct cis_rule *rule)
{
    printf("\n<a id=\"%s\"></a>\n\n### %s %s\n\n%s (%s). %s\n",
           cis_rule_code(rule), cis_rule_code(rule), cis_rule_name(rule),
           cis_rule_title(rule), cis_severity_name(cis_rule_severity(rule)),
           cis_rule_why(rule));
    write_example("Bad", cis_rule_bad(rule));
    write_example("Good", cis_rule_good(rule));
}

int main(void)
{
    char family = '\0';

    printf("# Rules\n\nMade from `lib/finding/codes.def`: do not edit, but run "
           "`tests/support/rulesmd >doc/rules.md`.\n"
           "`cisvalidate --explain CODE` says the same.\n\n");
    write_contents();
    for (size_t i = 0; i < cis_rule_count(); i++) {
        const struct cis_rule *rule = cis_rule_at(i);

        if (cis_rule_code(rule)[0] != family)
            write_family(family = cis_rule_code(rule)[0]);
        write_rule(rule);
    }
    return fflush(stdout) != 0 || ferror(stdout);
}
