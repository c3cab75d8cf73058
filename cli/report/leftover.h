/* Files to remove where a signal ends the command before they are whole. */
/* SPDX-License-Identifier: MIT */
#ifndef REPORT_LEFTOVER_H
#define REPORT_LEFTOVER_H

/* The path is borrowed until leftover_forget. Past 16 none is remembered. */
void leftover_remember(const char *path);
void leftover_forget(const char *path);

#endif
