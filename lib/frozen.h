/* The bundled schemas and registry as tables, made when this was built. */
/* SPDX-License-Identifier: MIT */
#ifndef LIB_FROZEN_H
#define LIB_FROZEN_H

#include "registry/registry.h"
#include "schema/schema.h"

/* schema/freeze.c writes their definitions: what schema_compile makes of
 * summit.xsd, registry.xsd, profile.xsd and facts.xsd, and what is bound of
 * cis.xml. Nodes of the registry have no class and no place. */
extern const struct schema frozen_summit;
extern const struct schema frozen_registry_schema;
extern const struct schema frozen_profile_schema;
extern const struct schema frozen_facts;
extern const struct reg_root *const frozen_registry;

#endif
