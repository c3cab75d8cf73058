/* libcisvalidate: validates XML records of CIS summits. Includes it all. */
/* SPDX-License-Identifier: MIT */
#ifndef CISVALIDATE_H
#define CISVALIDATE_H

#include <cisvalidate/date.h>
#include <cisvalidate/finding.h>
#include <cisvalidate/options.h>
#include <cisvalidate/rule.h>
#include <cisvalidate/status.h>
#include <cisvalidate/validator.h>

#endif
