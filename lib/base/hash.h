/* FNV-1a, over 64 bits: for names of things, never for tables. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/str.h"

#include <stdint.h>

#define HASH_START UINT64_C(14695981039346656037)

/* Four bytes, the lowest first. */
uint64_t hash_number(uint64_t before, uint32_t value);

/* Its length, too, so that "ab", "c" is not "a", "bc". */
uint64_t hash_text(uint64_t before, struct str text);

#endif
