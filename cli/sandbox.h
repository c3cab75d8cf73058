/* What the command gives up on Linux before the first byte of an input. */
/* SPDX-License-Identifier: MIT */
#ifndef SANDBOX_H
#define SANDBOX_H

#include "args.h"

/*
 * From here on: no socket, no program started, no process made; nothing is
 * written but the reports that are open, and nothing is read but the files
 * that the command line names (anything, where it names folders or a list:
 * their files, and where links among them lead, are not known yet). By seccomp
 * and Landlock, for all threads made afterwards. false after a complaint:
 * --sandbox=require, and the system lacks one of them.
 */
bool sandbox_enter(const struct args *args);

#endif
