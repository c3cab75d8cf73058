/* The profile's types, row by row as schema/profile.xsd has them. */
/* SPDX-License-Identifier: MIT */
#include "profile/profile.h"

#define ROWS(array) array, sizeof(array) / sizeof((array)[0])
#define NO_ROWS NULL, 0

static const struct field include_fields[] = {
    FIELD("href", struct profile_include, href, FIELD_TEXT),
};
static const struct class class_include = {
    "include", CLASS_OF(struct profile_include), ROWS(include_fields), NO_ROWS};

static const struct field rule_fields[] = {
    FIELD("code", struct profile_rule, code, FIELD_TEXT),
    FIELD("level", struct profile_rule, level, FIELD_CHOICE),
};
static const struct class class_rule = {"rule", CLASS_OF(struct profile_rule),
                                        ROWS(rule_fields), NO_ROWS};

static const struct field limit_fields[] = {
    FIELD("name", struct profile_limit, name, FIELD_CHOICE),
    FIELD("value", struct profile_limit, value, FIELD_TEXT),
};
static const struct class class_limit = {
    "limit", CLASS_OF(struct profile_limit), ROWS(limit_fields), NO_ROWS};

static const struct field profile_fields[] = {
    FIELD("fail-on", struct profile, fail_on, FIELD_CHOICE),
};
static const struct child profile_children[] = {
    CHILD("include", &class_include, struct profile, includes, true),
    CHILD("rule", &class_rule, struct profile, rules, true),
    CHILD("limit", &class_limit, struct profile, limits, true),
};
const struct class class_profile = {"profile", CLASS_OF(struct profile),
                                    ROWS(profile_fields),
                                    ROWS(profile_children)};
