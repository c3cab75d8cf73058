/* Records as typed data: given out one by one, or held. */
/* SPDX-License-Identifier: MIT */
#ifndef CISVALIDATE_RECORD_H
#define CISVALIDATE_RECORD_H

#include <cisvalidate/element.h>
#include <cisvalidate/validator.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Called for each record when it ends, after its findings; so an archive
 * takes the memory of its largest record. All of the record lives until the
 * callback returns, which must not use the session. The verdict on the input
 * comes later: an input that breaks off is invalid, and the records before
 * the break were good.
 */
typedef void cis_summit_fn(void *context, const struct cis_summit *summit);

/* Set between inputs, for the next ones. call NULL: none. */
CIS_EXPORT void cis_session_on_summit(struct cis_session *session,
                                      cis_summit_fn *call, void *context);

/*
 * Whether the callback gets invalid records too; it does not. They have what
 * could be built of them, and any part may be missing.
 */
CIS_EXPORT void cis_session_want_invalid(struct cis_session *session,
                                         bool wanted);

/* Whether no error was found in the record (schema, and rules if they run), but
 * for what it suppresses. */
CIS_EXPORT bool cis_summit_valid(const struct cis_summit *summit);

/*
 * A record that outlives callback, session and input, with its places. It
 * never changes: threads may share it. Its memory comes from the validator's
 * allocator. On anything but CIS_OK (CIS_NO_MEMORY) *record is NULL. Free
 * with cis_record_free; cis_record_get borrows.
 */
struct cis_record;
CIS_EXPORT CIS_CHECK_RESULT enum cis_status
cis_record_hold(const struct cis_summit *summit, struct cis_record **record);
CIS_EXPORT const struct cis_summit *
cis_record_get(const struct cis_record *record);
CIS_EXPORT void cis_record_free(struct cis_record *record);

/*
 * The text in the first language of the chain that there is: "ru;en" for
 * Russian, else English; "*" is any language. "en" finds en-GB too. NULL
 * where there is none. cis_text_find gives the element.
 */
CIS_EXPORT const char *cis_text_in(const struct cis_text *texts,
                                   const char *languages);
CIS_EXPORT const struct cis_text *cis_text_find(const struct cis_text *texts,
                                                const char *languages);

/* "2024-10-08", "2024-12" or "2025" in the buffer, which is returned; NULL
 * for no date. */
CIS_EXPORT const char *cis_date_text(struct cis_date date, char buffer[11]);

/*
 * Any element: a pointer to one of the structs of element.h, or NULL. An
 * attribute goes by its name in the XML ("receivedBy", "xml:lang"); "" is the
 * words of the element, or the content of an extension.
 */
CIS_EXPORT const char *cis_element_name(const void *element);
CIS_EXPORT const void *cis_element_parent(const void *element);

/* Whether an attribute has a value. In invalid records it may have one that
 * the schema refused. */
enum cis_given {
    CIS_ABSENT,
    CIS_REFUSED,
    CIS_GIVEN
};
CIS_EXPORT enum cis_given cis_element_given(const void *element,
                                            const char *attribute);

/* Whether the schema found no fault with the element itself. */
CIS_EXPORT bool cis_element_whole(const void *element);

/* The value of an attribute that is a string, a code or a reference; else
 * NULL. */
CIS_EXPORT const char *cis_element_string(const void *element,
                                          const char *attribute);

/* Where the value of an attribute stands in the input; attribute NULL: the
 * name of the element. All 0 where there is no such attribute. */
CIS_EXPORT struct cis_place cis_element_place(const void *element,
                                              const char *attribute);

#ifdef __cplusplus
}
#endif

#endif
