/* A profile as structs: what it includes, and what it sets. */
/* SPDX-License-Identifier: MIT */
#ifndef PROFILE_PROFILE_H
#define PROFILE_PROFILE_H

#include "schema/bind.h"

/* One struct per complex type of profile.xsd, which documents each field under
 * the same name. Enumerations count from 1 in the order of enum cis_severity,
 * cis_level and cis_limit. */
struct profile_include {
    struct node node;
    struct str href;
};

struct profile_rule {
    struct node node;
    struct str code;
    unsigned level;
};

struct profile_limit {
    struct node node;
    unsigned name;
    struct str value;
};

struct profile {
    struct node node;
    struct list includes; /* struct profile_include */
    struct list rules;    /* struct profile_rule */
    struct list limits;   /* struct profile_limit */
    unsigned fail_on;
};

extern const struct class class_profile;

#endif
