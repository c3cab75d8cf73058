/* The report for GitLab: a code quality artifact, one array of issues. */
/* SPDX-License-Identifier: MIT */
#include "plain.h"
#include "values.h"

#include <string.h>

static json_t *location_value(const char *path, uint64_t first, uint64_t last)
{
    json_t *location = json_object();
    json_t *lines = json_object();

    put_number(&lines, "begin", first);
    put_number(&lines, "end", last);
    put_text(&location, "path", plain_path(path));
    put(&location, "lines", lines);
    return location;
}

static void gitlab_begin(struct page *page, const struct report_tool *tool)
{
    (void)tool;
    fputs("[\n", page->to);
}

/* Takes over the location. */
static void print_issue(struct page *page, const char *severity,
                        const char *check, const char *description,
                        json_t *location)
{
    json_t *issue = json_object();

    put_text(&issue, "description", description);
    put_text(&issue, "check_name", check);
    put_text(&issue, "fingerprint", page->fingerprint);
    put_text(&issue, "severity", severity);
    put(&issue, "location", location);
    fputs(page->begun ? ",\n" : "", page->to);
    page->begun = true;
    print_value(page, issue);
}

static void gitlab_finding(struct page *page, const struct cis_finding *finding)
{
    static const char *const severities[] = {"info", "minor", "major"};
    const struct cis_place *place = cis_finding_place(finding);
    const bool unread = strcmp(cis_finding_code(finding), "W006") == 0;
    char check[128];

    snprintf(check, sizeof check, "%s %s", cis_finding_code(finding),
             cis_finding_name(finding));
    print_issue(page,
                unread ? "blocker" : severities[cis_finding_severity(finding)],
                check, cis_finding_message(finding),
                location_value(cis_finding_file(finding), place->line,
                               place->end_line));
}

static void gitlab_input(struct page *page, const struct report_input *input)
{
    if (input->status != CIS_OK && input->reason == NULL) {
        page->fingerprint = input->path;
        print_issue(page, "blocker", "unchecked",
                    cis_status_text(input->status),
                    location_value(input->path, 1, 1));
    }
}

static void gitlab_end(struct page *page, const struct report_summary *summary)
{
    (void)summary;
    fputs("\n]\n", page->to);
}

const struct writer gitlab_writer = {
    .name = "gitlab",
    .between = ",\n",
    .begin = gitlab_begin,
    .finding = gitlab_finding,
    .input = gitlab_input,
    .end = gitlab_end,
};
