/* Choices by a seed: the same seed, the same choices. */
/* SPDX-License-Identifier: MIT */
#ifndef TESTS_CHANCE_H
#define TESTS_CHANCE_H

#include <stddef.h>
#include <stdint.h>

struct chance {
    uint64_t state; /* the seed */
};

static inline uint64_t chance_next(struct chance *chance) /* splitmix64 */
{
    uint64_t z = chance->state += 0x9e3779b97f4a7c15;

    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}

/* From 0 to below; 0 for 0. */
static inline size_t chance_below(struct chance *chance, size_t below)
{
    return below > 0 ? (size_t)(chance_next(chance) % below) : 0;
}

#define CHOOSE(chance, list)                                                   \
    ((list)[chance_below(chance, sizeof(list) / sizeof *(list))])

#endif
