/* libcisvalidate: validates XML records of CIS summits. Includes it all. */
/* SPDX-License-Identifier: MIT */
#ifndef CISVALIDATE_H
#define CISVALIDATE_H

#include <cisvalidate/corpus.h>
#include <cisvalidate/date.h>
#include <cisvalidate/element.h>
#include <cisvalidate/finding.h>
#include <cisvalidate/options.h>
#include <cisvalidate/record.h>
#include <cisvalidate/registry.h>
#include <cisvalidate/rule.h>
#include <cisvalidate/selftest.h>
#include <cisvalidate/status.h>
#include <cisvalidate/validator.h>
#include <cisvalidate/vocabulary.h>
#include <cisvalidate/write.h>

#endif
