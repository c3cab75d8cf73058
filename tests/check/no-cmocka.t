#!/bin/sh
# SPDX-License-Identifier: MIT
# Stands in for the unit tests where they could not be built.
echo '1..0 # SKIP unit tests were not built: cmocka >= 1.1.5 was not found'
