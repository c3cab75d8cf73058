/* Names of registry entries by language, for the public accessors. */
/* SPDX-License-Identifier: MIT */
#ifndef REGISTRY_ACCESS_H
#define REGISTRY_ACCESS_H

#include "registry/registry.h"

/* The first name in the first language of the chain that there is, or NULL. */
const char *reg_name_in(const struct list *names, const char *languages);

#endif
