/* What a mutated source file asks: which of its mutants is run. */
/* SPDX-License-Identifier: MIT */
#ifndef MUTATION_H
#define MUTATION_H

extern int mutation_chosen;          /* none: -1 */
void mutation_reached(int function); /* notes that it was called */

#endif
