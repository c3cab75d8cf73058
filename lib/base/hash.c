/* FNV-1a, over 64 bits: for names of things, never for tables. */
/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

#define STEP UINT64_C(1099511628211)

uint64_t hash_number(uint64_t before, uint32_t value)
{
    for (int i = 0; i < 4; i++, value >>= 8)
        before = (before ^ (value & 0xFF)) * STEP;
    return before;
}

uint64_t hash_text(uint64_t before, struct str text)
{
    for (size_t i = 0; i < text.length; i++)
        before = (before ^ (unsigned char)text.at[i]) * STEP;
    return hash_number(before, (uint32_t)text.length);
}
