/* Files to remove where a signal ends the command before they are whole. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_LEFTOVER_H
#define REPORT_LEFTOVER_H

/*
 * As mkstemp; the file is remembered before any signal can end the command.
 * The path is borrowed until leftover_forget. Past 16 none is remembered.
 */
int leftover_make(char *path);
void leftover_forget(const char *path);

#endif
