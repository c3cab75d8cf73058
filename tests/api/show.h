/* A record as XML, by nothing but the public accessors. */
/* SPDX-License-Identifier: MIT */
#ifndef API_SHOW_H
#define API_SHOW_H

#include <cisvalidate/cisvalidate.h>
#include <stdio.h>

/* What a writer of one record must give, made by other means. To be freed. */
char *show_summit(const struct cis_summit *summit);

/* The record by a writer. To be freed; NULL where that fails. */
char *write_summit(const struct cis_validator *validator,
                   const struct cis_summit *summit);

#endif
