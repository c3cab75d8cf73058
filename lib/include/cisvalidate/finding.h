/* Findings: what is wrong, where, and the facts that prove it. */
/* SPDX-License-Identifier: MIT */
#ifndef CISVALIDATE_FINDING_H
#define CISVALIDATE_FINDING_H

#include <cisvalidate/status.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum cis_severity {
    CIS_NOTE,
    CIS_WARNING,
    CIS_ERROR
};

/* "note", "warning", "error". */
CIS_EXPORT const char *cis_severity_name(enum cis_severity severity);

/*
 * A range of the input. Lines and columns count from 1, columns in
 * characters (code points); the end is exclusive. Offsets count bytes of the
 * input as it was given, from 0.
 */
struct cis_place {
    uint64_t line;
    uint64_t column;
    uint64_t end_line;
    uint64_t end_column;
    uint64_t offset;
    uint64_t end_offset;
};

/*
 * The line of source that a place begins on, or the part of it around the
 * place where the line is long. UTF-8, without the line end.
 */
struct cis_excerpt {
    const char *text;      /* NULL where there is none */
    uint64_t first_column; /* the column of its first character */
};

struct cis_finding;
struct cis_fact;

/* Everything it points to lives until the callback returns. */
typedef void cis_finding_fn(void *context, const struct cis_finding *finding);

/* One that the record suppresses, and the reason that it gives, on one line:
 * it lives as long. */
typedef void cis_suppressed_fn(void *context, const struct cis_finding *finding,
                               const char *reason);

/* The stable code, "D001". */
CIS_EXPORT const char *cis_finding_code(const struct cis_finding *finding);
/* Its searchable name, "summit-ends-before-it-starts". */
CIS_EXPORT const char *cis_finding_name(const struct cis_finding *finding);
CIS_EXPORT enum cis_severity
cis_finding_severity(const struct cis_finding *finding);
CIS_EXPORT const char *cis_finding_message(const struct cis_finding *finding);
/* The name given to the input. */
CIS_EXPORT const char *cis_finding_file(const struct cis_finding *finding);
CIS_EXPORT const struct cis_place *
cis_finding_place(const struct cis_finding *finding);
/* "summit[chs-2024-10-08]/dates/@end"; "" where the input is no record. */
CIS_EXPORT const char *cis_finding_path(const struct cis_finding *finding);
/* What was likely meant, or NULL. */
CIS_EXPORT const char *cis_finding_hint(const struct cis_finding *finding);
CIS_EXPORT struct cis_excerpt
cis_finding_excerpt(const struct cis_finding *finding);

/* The facts that it rests on, in the order in which they prove it. */
CIS_EXPORT size_t cis_finding_fact_count(const struct cis_finding *finding);
CIS_EXPORT const struct cis_fact *
cis_finding_fact(const struct cis_finding *finding, size_t index);

CIS_EXPORT const char *cis_fact_message(const struct cis_fact *fact);
/* Where the registry has it from, or NULL. */
CIS_EXPORT const char *cis_fact_source(const struct cis_fact *fact);
/* Where it stands in the record, or NULL. */
CIS_EXPORT const char *cis_fact_path(const struct cis_fact *fact);
/* The name of the input that it stands in, the finding's own or, across
 * records, another; NULL where it stands in none. */
CIS_EXPORT const char *cis_fact_file(const struct cis_fact *fact);
CIS_EXPORT const struct cis_place *cis_fact_place(const struct cis_fact *fact);
CIS_EXPORT struct cis_excerpt cis_fact_excerpt(const struct cis_fact *fact);

#ifdef __cplusplus
}
#endif

#endif
