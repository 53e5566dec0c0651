#!/usr/bin/python3
"""Each command of huifangctl stands in its manual.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import house
from hf_tap import add, case, run

MANUAL = (house.ROOT / "docs/man/huifangctl.1").read_text(encoding="utf-8").replace("\\-", "-")


def commands():
    """The names in the tables of src/cli."""
    for path in sorted((house.ROOT / "src/cli").glob("*.c")):
        yield from re.findall(r'const HfCliCommand \w+ = {\s*"([^"]+)"', path.read_text(encoding="utf-8"))


def check(name):
    assert re.search(rf"^\.It Cm {re.escape(name)}( |$)", MANUAL, re.M), f"{name} is not in docs/man/huifangctl.1"


@case("man/there-are-some")
def _():
    assert len(list(commands())) > 40


@case("man/names-only-letters-that-groff-knows")
def _():
    # Of a name that it does not know it prints the end, without a word.
    assert not (wrong := re.findall(r"^.*\\\((?!em|en|lq|rq|aq|dq|co|bu|hy|ti|ha|rs)..*$", MANUAL, re.M)), wrong


for each in commands():
    add(f"man/{each}", check, each)

run()
