/* The registry: who presided, held an office, was a member, on which day. */
/* SPDX-License-Identifier: MIT */
#ifndef CISVALIDATE_REGISTRY_H
#define CISVALIDATE_REGISTRY_H

#include <cisvalidate/date.h>
#include <cisvalidate/validator.h>
#include <cisvalidate/vocabulary.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * What a validator knows: the bundled registry, or the one it was given. All
 * that is returned is borrowed from it, lives as long, and may be asked for
 * by any number of threads. Nothing is allocated; NULL is taken everywhere
 * as an entry that is not there.
 *
 * A day may be as imprecise as any date: then only what surely holds on all
 * of it does. An entry without end is open; of days after the one up to
 * which the registry is kept it says nothing. On a boundary day that two
 * entries share, either holds. Sources are references as the registry has
 * them; a variant is a version that other sources give, with the reason.
 */
enum cis_answer {
    CIS_NO,
    CIS_YES,
    CIS_UNKNOWN
};

/* A state's term of presidency. */
struct cis_term;

/* The terms that hold on that day: the first for NULL, else the one after
 * it, NULL at last; variants too. */
CIS_EXPORT const struct cis_term *
cis_validator_term(const struct cis_validator *v, struct cis_date day,
                   const struct cis_term *after);

/* Whether the state presides on that day. proof (may be NULL): the term that
 * says so, or the one that says otherwise; NULL where none is known. */
CIS_EXPORT enum cis_answer
cis_validator_presides(const struct cis_validator *v, const char *state,
                       struct cis_date day, const struct cis_term **proof);

/* What comes next and what came before, as far as it is fixed. */
CIS_EXPORT const struct cis_term *
cis_validator_next_term(const struct cis_validator *v,
                        const struct cis_term *term);
CIS_EXPORT const struct cis_term *
cis_validator_previous_term(const struct cis_validator *v,
                            const struct cis_term *term);

CIS_EXPORT const char *cis_term_state(const struct cis_term *term);
CIS_EXPORT struct cis_date cis_term_from(const struct cis_term *term);
CIS_EXPORT struct cis_date cis_term_to(const struct cis_term *term);
/* States that preside with it: the one at that index, NULL past the end. */
CIS_EXPORT const char *cis_term_cochair(const struct cis_term *term,
                                        size_t index);
/* Why the order was broken or the term cut short, or NULL. */
CIS_EXPORT const char *cis_term_exception(const struct cis_term *term);
CIS_EXPORT const char *cis_term_source(const struct cis_term *term);
CIS_EXPORT const char *cis_term_variant(const struct cis_term *term);

/* An office, by its id ("cis-secretary"), or as the only one with that role
 * in a state, body or organisation ("head-of-state" of "TJ"). */
struct cis_office;
CIS_EXPORT const struct cis_office *
cis_validator_office(const struct cis_validator *v, const char *id);
CIS_EXPORT const struct cis_office *
cis_validator_office_of(const struct cis_validator *v, enum cis_role role,
                        const char *state_or_body);

CIS_EXPORT const char *cis_office_id(const struct cis_office *office);
CIS_EXPORT enum cis_role cis_office_role(const struct cis_office *office);
/* The state, body or organisation that it belongs to. */
CIS_EXPORT const char *cis_office_of(const struct cis_office *office);
/* How many people hold it at a time; 0 for no office. */
CIS_EXPORT int cis_office_seats(const struct cis_office *office);
/* languages: a chain such as "ru;en;*"; see cis_text_in. */
CIS_EXPORT const char *cis_office_name(const struct cis_office *office,
                                       const char *languages);

/* Who held the office on that day: the first for NULL, else the one after
 * it, NULL at last; variants too. */
struct cis_holder;
CIS_EXPORT const struct cis_holder *
cis_validator_holder(const struct cis_validator *v,
                     const struct cis_office *office, struct cis_date day,
                     const struct cis_holder *after);

CIS_EXPORT const char *cis_holder_name(const struct cis_holder *holder,
                                       const char *languages);
CIS_EXPORT struct cis_date cis_holder_from(const struct cis_holder *holder);
CIS_EXPORT struct cis_date cis_holder_to(const struct cis_holder *holder);
CIS_EXPORT bool cis_holder_acting(const struct cis_holder *holder);
CIS_EXPORT const char *cis_holder_source(const struct cis_holder *holder);
CIS_EXPORT const char *cis_holder_variant(const struct cis_holder *holder);

/* A state's standing in the organisation. They count from 1 in the order of
 * registry.xsd, which says what each means. */
enum cis_membership_status {
    CIS_MEMBERSHIP_SIGNATORY = 1,
    CIS_MEMBERSHIP_PARTICIPATING,
    CIS_MEMBERSHIP_MEMBER,
    CIS_MEMBERSHIP_ASSOCIATE,
    CIS_MEMBERSHIP_OBSERVER,
    CIS_MEMBERSHIP_SUSPENDED,
    CIS_MEMBERSHIP_WITHDRAWING,
    CIS_MEMBERSHIP_CEASED,
    CIS_MEMBERSHIP_WITHDRAWN
};
CIS_EXPORT const char *
cis_membership_status_word(enum cis_membership_status status);

/* The standing on that day, or NULL. */
struct cis_membership;
CIS_EXPORT const struct cis_membership *
cis_validator_membership(const struct cis_validator *v, const char *state,
                         struct cis_date day);

/* Whether the state takes part in the organisation on that day, in whatever
 * standing: associate, suspended and withdrawing states do, observers and
 * states that the registry does not list do not. */
CIS_EXPORT enum cis_answer
cis_validator_participates(const struct cis_validator *v, const char *state,
                           struct cis_date day);

CIS_EXPORT enum cis_membership_status
cis_membership_status(const struct cis_membership *membership);
CIS_EXPORT struct cis_date
cis_membership_from(const struct cis_membership *membership);
CIS_EXPORT struct cis_date
cis_membership_to(const struct cis_membership *membership);
CIS_EXPORT const char *
cis_membership_source(const struct cis_membership *membership);

/* What codes and ids of a record stand for; NULL where they are unknown. A
 * body may be an organisation. */
CIS_EXPORT const char *cis_validator_state_name(const struct cis_validator *v,
                                                const char *code,
                                                const char *languages);
CIS_EXPORT const char *cis_validator_body_name(const struct cis_validator *v,
                                               const char *id,
                                               const char *languages);
CIS_EXPORT const char *cis_validator_honour_name(const struct cis_validator *v,
                                                 const char *id,
                                                 const char *languages);
CIS_EXPORT const char *cis_validator_event_name(const struct cis_validator *v,
                                                const char *id,
                                                const char *languages);
CIS_EXPORT struct cis_date
cis_validator_event_date(const struct cis_validator *v, const char *id);

#ifdef __cplusplus
}
#endif

#endif
