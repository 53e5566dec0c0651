#!/usr/bin/python3
"""Each action that has keys stands in the shortcuts window, with its first keys.

Copyright 2026 The Huifang authors
SPDX-License-Identifier: GPL-3.0-or-later
"""

import re
import xml.etree.ElementTree as ElementTree

import house
from hf_tap import add, case, run


def actions():
    """(action, first keys) of all accelerators of the application."""
    text = (house.ROOT / "src/app/hf-application.c").read_text(encoding="utf-8")
    table = re.search(r"} accels\[\] = {(.*?)\n};", text, re.S)[1]
    return re.findall(r'{ "([^"]+)", { "([^"]+)"', table)


def shown():
    """The keys that the shortcuts window names."""
    root = ElementTree.parse(house.ROOT / "ui/hf-shortcuts.ui").getroot()
    keys = [node.text for node in root.iter("property") if node.get("name") == "accelerator"]
    return {key for line in keys for key in line.split()}


def check(keys):
    assert keys in shown(), f"{keys} is not in ui/hf-shortcuts.ui"


@case("shortcuts/there-are-some")
def _():
    assert len(actions()) > 8


for each_action, each_keys in actions():
    add(f"shortcuts/{each_action}", check, each_keys)

run()
