#!/usr/bin/python3
"""Words that may not stay in the tree: unfinished work, half-done merges, paths of one machine.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re

import house
from hf_tap import add, run

FOLDERS = ["src", "ui", "data", "tests", "tools", "po", "docs", "flatpak"]
TEXT = {".c", ".h", ".ui", ".css", ".py", ".sh", ".sql", ".md", ".build", ".in", ".xml", ".po", ".ini", ".txt", ""}

# Put together here, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"]) + r")\b")
MACHINE = re.compile(r"(?<![\w.$}{*/-])/(?:" + "|".join(["ho" + "me", "wo" + "rk", "ro" + "ot", "Us" + "ers"]) + r")/\w")
CONFLICT = re.compile("^(<" + "{7}|>" + "{7})( |$)")
SLEEP = re.compile(r"\b(g_usleep|sleep) \(")


def text_files(folder):
    found = house.files(f"{folder}/**/*")
    return [path for path in found if path.suffix in TEXT and "__pycache__" not in path.parts]


def search(pattern, paths):
    hits = []
    for path in paths:
        try:
            lines = house.read(path).splitlines()
        except UnicodeDecodeError:
            continue
        hits += [f"{house.name(path)}:{n}: {line.strip()}" for n, line in enumerate(lines, 1) if pattern.search(line)]
    return hits


def has_none(pattern, paths):
    hits = search(pattern, paths)
    assert not hits, "\n".join(hits[:20])


for each in FOLDERS:
    if (house.ROOT / each).is_dir():
        add(f"words/nothing-unfinished/{each}", has_none, UNFINISHED, text_files(each))
        add(f"words/no-paths-of-one-machine/{each}", has_none, MACHINE, text_files(each))
        add(f"words/no-half-done-merge/{each}", has_none, CONFLICT, text_files(each))
# The product waits for events; a sleep hides a race.
add("words/no-sleep/src", has_none, SLEEP, house.files("src/**/*.c"))
run()
