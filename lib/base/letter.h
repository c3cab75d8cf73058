/* Letters of names: without case and diacritics, and in Latin. */
/* SPDX-License-Identifier: MIT */
#ifndef BASE_LETTER_H
#define BASE_LETTER_H

#include <stdint.h>

/*
 * The lower-case letter without its diacritics, of the Latin and the
 * Cyrillic script; й stays, and ё becomes е. 0 for what a name is the same
 * without (hyphens, apostrophes, dots, accents), and a space for what parts
 * its words. Anything else is itself.
 */
uint32_t letter_fold(uint32_t point);

/* The usual Latin spelling of a folded Cyrillic letter; NULL for others. */
const char *letter_latin(uint32_t folded);

#endif
