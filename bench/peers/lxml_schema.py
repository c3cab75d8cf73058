# SPDX-License-Identifier: MIT
"""Python with lxml: the whole document, and its schema."""
import sys

from lxml import etree

schema = etree.XMLSchema(etree.parse(sys.argv[1]))
parser = etree.XMLParser(huge_tree=True, no_network=True)
sys.exit(0 if schema.validate(etree.parse(sys.argv[2], parser)) else 1)
